//! The engines, each with the rules in its own language and the profiles in its own form.

use serde_json::Value as Json;

use crate::rules::Rule;

pub mod by_hand;
pub mod cel;
pub mod dteam;
pub mod regorus;
pub mod rhai;
pub mod zen;

/// The need of each rule that fires, in the order of the rules.
pub type Needs = Vec<Option<f64>>;

/// One engine with a set of rules and the profiles to evaluate them on.
pub trait Engine {
    fn name(&self) -> &'static str;

    /// What comes out for the profile of that number.
    fn needs(&mut self, profile: usize) -> Needs;

    /// Evaluates all rules on the profile of that number, which has the engine's own form.
    fn evaluate(&mut self, profile: usize);

    /// The same from a profile that is parsed JSON.
    fn convert_and_evaluate(&mut self, profile: &Json);
}

/// The profile's groups of questions and single questions.
fn entries(profile: &Json) -> impl Iterator<Item = (&String, &Json)> {
    profile.as_object().expect("a profile is an object").iter()
}

/// Every rule in the form that the engine runs.
fn each<T>(rules: &[Rule], compiled: impl Fn(&Rule) -> T) -> Vec<T> {
    rules.iter().map(compiled).collect()
}
