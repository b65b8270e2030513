//! What packs change about one another's rules: nothing changes unseen.

use super::{Change, ChangedBy, RuleChange, open};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::pack::{self, Rule};
use dteam_text::language::Language;

impl Catalog {
    /// What the pack at an index in the catalog changes about the rules of others.
    pub fn changes(&self, pack: usize, facts: &Facts<'_>, language: Language) -> Vec<RuleChange> {
        let changed = self.rules.iter().enumerate().filter_map(|(index, rule)| {
            let change = rule.changed.as_ref().filter(|change| change.pack == pack)?;
            facts.rule.set(Some(index));
            let title = open::title(rule, facts, language);
            Some(RuleChange { rule: rule.id.to_string(), title, change: told(change, language) })
        });
        changed.collect()
    }
}

/// The pack that changes the rule, and how.
pub fn changed_by(catalog: &Catalog, rule: &Rule, language: Language) -> Option<ChangedBy> {
    let change = rule.changed.as_ref()?;
    let pack = &catalog.packs[change.pack];
    let title = pack.title.get(language).to_string();
    Some(ChangedBy { pack: pack.id.to_string(), title, change: told(change, language) })
}

fn told(change: &pack::Change, language: Language) -> Change {
    Change {
        off: change.off,
        weight: change.weight,
        impact: change.impact.clone(),
        reason: change.reason.get(language).to_string(),
    }
}
