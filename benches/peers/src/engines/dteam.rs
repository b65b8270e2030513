//! dteam through its library: a catalog of the rules, a profile for each municipality.

use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;

use dteam::{Catalog, Language, Options, Profile};
use dteam::advice::Record;
use serde_json::Value as Json;

use super::{Engine, Needs};

pub struct Dteam {
    catalog: Catalog,
    profiles: Rc<Vec<Profile>>,
    options: Options,
}

impl Dteam {
    pub fn new(packs: &Path, profiles: &[Json]) -> Self {
        let catalog = dteam::load(&[packs]).unwrap_or_else(|invalid| panic!("{invalid}"));
        let profiles = profiles.iter().map(|profile| native(&catalog, profile)).collect();
        Dteam { catalog, profiles: Rc::new(profiles), options: Options::default() }
    }

    /// The same, recording the outcome of every test of every rule.
    pub fn recording(&self) -> Recording {
        let dteam = Dteam { catalog: self.catalog.clone(), profiles: self.profiles.clone(), options: self.options };
        Recording { dteam, record: Record::default() }
    }
}

fn native(catalog: &Catalog, profile: &Json) -> Profile {
    catalog.profile_from_json("profile", profile).expect("the profiles are sound")
}

impl Engine for Dteam {
    fn name(&self) -> &'static str {
        "dteam"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        let decisions = self.catalog.decisions(&self.profiles[profile], &self.options).expect("there are no scripts");
        decisions.into_iter().map(|decision| decision.need).collect()
    }

    fn evaluate(&mut self, profile: usize) {
        let _ = black_box(self.catalog.decisions(black_box(&self.profiles[profile]), &self.options));
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        let profile = native(&self.catalog, profile);
        let _ = black_box(self.catalog.decisions(&profile, &self.options));
    }
}

pub struct Recording {
    dteam: Dteam,
    record: Record,
}

impl Recording {
    fn record(&mut self, profile: &Profile) {
        let Dteam { catalog, options, .. } = &self.dteam;
        catalog.record(black_box(profile), options, &mut self.record).expect("there are no scripts");
        black_box(&self.record);
    }
}

impl Engine for Recording {
    fn name(&self) -> &'static str {
        "dteam, recording every test"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        self.evaluate(profile);
        self.record.decisions().iter().map(|decision| decision.need).collect()
    }

    fn evaluate(&mut self, profile: usize) {
        let profiles = Rc::clone(&self.dteam.profiles);
        self.record(&profiles[profile]);
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        let profile = native(&self.dteam.catalog, profile);
        self.record(&profile);
    }
}
