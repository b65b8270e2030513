//! Rust by hand over a typed struct, which serde makes of parsed JSON.

use std::hint::black_box;

use serde::Deserialize;
use serde_json::Value as Json;

use super::{Engine, Needs};

pub struct ByHand<P> {
    name: &'static str,
    rules: fn(&P, &mut Needs),
    profiles: Vec<P>,
    needs: Needs,
}

impl<P: for<'j> Deserialize<'j>> ByHand<P> {
    pub fn new(name: &'static str, rules: fn(&P, &mut Needs), profiles: &[Json]) -> Self {
        ByHand { name, rules, profiles: profiles.iter().map(native).collect(), needs: Vec::new() }
    }
}

fn native<P: for<'j> Deserialize<'j>>(profile: &Json) -> P {
    P::deserialize(profile).expect("every question is answered")
}

impl<P: for<'j> Deserialize<'j>> Engine for ByHand<P> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn needs(&mut self, profile: usize) -> Needs {
        self.evaluate(profile);
        self.needs.clone()
    }

    fn evaluate(&mut self, profile: usize) {
        self.needs.clear();
        (self.rules)(black_box(&self.profiles[profile]), &mut self.needs);
        black_box(&self.needs);
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        self.needs.clear();
        (self.rules)(&native(profile), &mut self.needs);
        black_box(&self.needs);
    }
}
