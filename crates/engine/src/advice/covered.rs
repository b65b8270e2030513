//! Steps that are part of another: a package or a joint order does the work of several as one.

use crate::pack::Rule;

/// The rules that fire and whose steps are part of another's, each with the rule of that step; by
/// rule.
#[derive(Debug, Default)]
pub(super) struct Covered(Vec<(usize, usize)>);

impl Covered {
    /// Among the rules that fire, in the catalog's order. Where several cover a step, it is part of
    /// the first; where that one is covered too, of the step that covers both.
    pub fn of(rules: &[Rule], fired: &[usize]) -> Self {
        let mut pairs = Vec::new();
        for covering in fired {
            let covers = rules[*covering].covers.iter();
            let fires = covers.filter(|covered| fired.binary_search(covered).is_ok());
            pairs.extend(fires.map(|covered| (*covered, *covering)));
        }
        pairs.sort_unstable();
        pairs.dedup_by_key(|(covered, _)| *covered);
        let direct = Covered(pairs);
        let outermost = direct.0.iter().map(|(covered, _)| (*covered, direct.step_of(*covered)));
        Covered(outermost.collect())
    }

    /// The rules that are covered.
    pub fn rules(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(covered, _)| *covered)
    }

    /// Whether the rule's step is part of another.
    pub fn contains(&self, rule: usize) -> bool {
        self.index(rule).is_some()
    }

    /// The rule whose step is done when this one's work is: itself, unless it is covered.
    pub fn step_of(&self, mut rule: usize) -> usize {
        // Rules that cover one another in a circle are refused when the catalog loads.
        while let Some(index) = self.index(rule) {
            rule = self.0[index].1;
        }
        rule
    }

    /// The rules that are part of this one's step.
    pub fn parts(&self, covering: usize) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(_, by)| *by == covering).map(|(covered, _)| *covered)
    }

    fn index(&self, rule: usize) -> Option<usize> {
        self.0.binary_search_by_key(&rule, |(covered, _)| *covered).ok()
    }
}
