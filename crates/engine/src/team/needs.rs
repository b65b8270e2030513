//! Who needs which step, and who has it.

use super::Member;
use super::member::OpenStep;
use crate::catalog::Catalog;

/// All steps that some member needs, in the order of the catalog.
pub(super) struct Needs(pub Vec<Need>);

/// A step, by the members' indices.
pub(super) struct Need {
    /// The rule's index in the catalog.
    pub rule: usize,
    /// Those who need it.
    pub members: Vec<usize>,
    /// The step of each of them.
    pub steps: Vec<OpenStep>,
    /// Those in whose answers its effect holds, and who need nothing of it.
    pub experienced: Vec<usize>,
}

impl Needs {
    pub fn of(catalog: &Catalog, members: &[Member]) -> Self {
        let mut needs: Vec<Need> = (0..catalog.rules.len())
            .map(|rule| Need { rule, members: vec![], steps: vec![], experienced: vec![] })
            .collect();
        for (index, member) in members.iter().enumerate() {
            for step in &member.steps {
                needs[step.rule].members.push(index);
                needs[step.rule].steps.push(*step);
            }
        }
        needs.retain(|need| !need.members.is_empty());
        for need in &mut needs {
            let effects = &catalog.rules[need.rule].effect;
            // From where the effect is seen is the same for all who need it: they are not there yet.
            let before = &members[need.members[0]].answers;
            let has_it = |member: &Member| {
                !effects.is_empty()
                    && effects.iter().all(|effect| effect.holds(before, &member.answers))
                    && member.not_silent.binary_search(&need.rule).is_err()
            };
            let all = members.iter().enumerate();
            need.experienced =
                all.filter(|(_, member)| has_it(member)).map(|(index, _)| index).collect();
        }
        Needs(needs)
    }

    /// The index among these of a rule's.
    pub fn index(&self, rule: usize) -> Option<usize> {
        self.0.binary_search_by_key(&rule, |need| need.rule).ok()
    }
}

impl Need {
    /// The mean of the priorities.
    pub fn priority(&self) -> f64 {
        self.steps.iter().map(|step| step.priority).sum::<f64>() / self.steps.len() as f64
    }
}
