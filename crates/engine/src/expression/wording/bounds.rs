//! Comparisons in words: levels by their names, counts and ranks as "at least" and "at most".

use super::super::{Choice, Comparison, List, Number};
use super::Wording;
use crate::survey::{Control, OptionSet, Slot};
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// A comparison or its opposite. Where all is known, one of the two holds: numbers are finite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Equal,
    Different,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Relation {
    fn of(comparison: Comparison, negated: bool) -> Self {
        match (comparison, negated) {
            (Comparison::Equal, false) => Relation::Equal,
            (Comparison::Equal, true) => Relation::Different,
            (Comparison::Less, false) | (Comparison::GreaterOrEqual, true) => Relation::Less,
            (Comparison::LessOrEqual, false) | (Comparison::Greater, true) => Relation::LessOrEqual,
            (Comparison::Greater, false) | (Comparison::LessOrEqual, true) => Relation::Greater,
            (Comparison::GreaterOrEqual, false) | (Comparison::Less, true) => {
                Relation::GreaterOrEqual
            }
        }
    }

    /// The same said of the other side.
    fn turned(self) -> Self {
        match self {
            Relation::Less => Relation::Greater,
            Relation::LessOrEqual => Relation::GreaterOrEqual,
            Relation::Greater => Relation::Less,
            Relation::GreaterOrEqual => Relation::LessOrEqual,
            same => same,
        }
    }
}

/// A bound on a whole number from 0 to some most, never one that always or never holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exactly(usize),
    Not(usize),
    Least(usize),
    Most(usize),
}

impl Bound {
    /// `None` where the comparison holds for all of the numbers or for none, or is with a fraction.
    fn of(relation: Relation, bound: f64, most: usize) -> Option<Self> {
        let (relation, bound) = match relation {
            Relation::Greater => (Relation::GreaterOrEqual, bound.floor() + 1.0),
            Relation::GreaterOrEqual => (relation, bound.ceil()),
            Relation::Less => (Relation::LessOrEqual, bound.ceil() - 1.0),
            Relation::LessOrEqual => (relation, bound.floor()),
            _ if bound.fract() != 0.0 => return None,
            _ => (relation, bound),
        };
        if bound < 0.0 || bound > most as f64 {
            return None;
        }
        let number = bound as usize;
        match relation {
            Relation::Equal => Some(Bound::Exactly(number)),
            Relation::Different if number == 0 => Bound::of(Relation::GreaterOrEqual, 1.0, most),
            Relation::Different => Some(Bound::Not(number)),
            Relation::GreaterOrEqual if number == 0 => None,
            Relation::GreaterOrEqual if number == most => Some(Bound::Exactly(most)),
            Relation::GreaterOrEqual => Some(Bound::Least(number)),
            _ if number == most => None,
            _ if number == 0 => Some(Bound::Exactly(0)),
            _ => Some(Bound::Most(number)),
        }
    }
}

impl Wording<'_> {
    /// The question a comparison is about, and what it says of it.
    pub(super) fn compared(
        self,
        comparison: Comparison,
        numbers: &[Number; 2],
        negated: bool,
    ) -> (Option<Slot>, String) {
        let [left, right] = numbers;
        let relation = Relation::of(comparison, negated);
        // `3 < count(…)` says the same as `count(…) > 3`.
        let (left, right, relation) = match (left.constant(), right.constant()) {
            (Some(_), None) => (right, left, relation.turned()),
            _ => (left, right, relation),
        };
        if let Some(said) = right.constant().and_then(|bound| self.bounded(left, relation, bound)) {
            return said;
        }
        let right = match (left, right.constant()) {
            (Number::Answer(slot), Some(bound)) => self.on_scale_of(*slot, bound),
            (Number::Membership(_), Some(bound)) => self.language.percent(bound),
            (_, Some(bound)) => self.figure(bound),
            (_, None) => self.with_article(right),
        };
        let says = self.related(relation, right);
        match left {
            Number::Answer(slot) => (Some(*slot), says),
            _ => (None, format!("{}: {says}", capitalised(&self.number(left)))),
        }
    }

    /// Levels, counts and ranks beside a number.
    fn bounded(
        self,
        left: &Number,
        relation: Relation,
        bound: f64,
    ) -> Option<(Option<Slot>, String)> {
        match left {
            Number::Answer(slot) => {
                let levels = self.kind(*slot).levels()?;
                let bound = Bound::of(relation, bound, levels.len().checked_sub(1)?)?;
                let level = |level: usize| self.quoted(levels[level].get(self.language));
                let says = match bound {
                    // A level is what it is; "exactly" is said of amounts.
                    Bound::Exactly(only) => level(only),
                    Bound::Not(only) => self.unless(true, level(only)),
                    _ => self.bound(bound, level),
                };
                Some((Some(*slot), says))
            }
            Number::Count(list) => {
                let (most, of_these) = self.most(list);
                self.counted(list, of_these, Bound::of(relation, bound, most)?, most)
            }
            Number::Rank(slot, option) => {
                let Control::Ranked(_, most) = self.kind(*slot).control() else { return None };
                Some(self.ranked(*slot, *option, Bound::of(relation, bound, most)?))
            }
            _ => None,
        }
    }

    /// The most options that can be in a list, and of which options it is a choice.
    fn most(self, list: &List) -> (usize, Option<OptionSet>) {
        match list {
            List::Answer(slot) => (self.kind(*slot).limit(), None),
            List::Chosen(_, options) | List::Missing(_, options) => {
                (options.count() as usize, Some(*options))
            }
            List::Both(lists) => (self.most(&lists[0]).0.min(self.most(&lists[1]).0), None),
        }
    }

    fn counted(
        self,
        list: &List,
        of_these: Option<OptionSet>,
        bound: Bound,
        most: usize,
    ) -> Option<(Option<Slot>, String)> {
        let (inner, missing) = match list {
            List::Chosen(inner, _) => (inner.as_ref(), false),
            List::Missing(inner, _) => (inner.as_ref(), true),
            _ => (list, false),
        };
        let about = match (inner, of_these) {
            (List::Answer(slot), _) => Some(*slot),
            (List::Both(lists), None) => return Some((None, self.in_common(lists, bound))),
            _ => return None,
        };
        let Some(options) = of_these else {
            let says = match bound {
                Bound::Exactly(0) => self.say("wording-nothing-chosen"),
                _ => self.bound(bound, |count| self.amount("phrase-options", count)),
            };
            return Some((about, says));
        };
        // Of a single option there is nothing to count.
        if let (1, Some(option)) = (most, options.iter().next()) {
            return Some(self.contained(inner, option, missing == (bound == Bound::Exactly(1))));
        }
        let named = self.options(inner, options);
        let id = match (bound, missing) {
            (Bound::Exactly(0), false) => "wording-none-of-these",
            (Bound::Exactly(0), true) => "wording-none-missing",
            (Bound::Exactly(count), false) if count == most => "wording-all-of-these",
            (Bound::Exactly(count), true) if count == most => "wording-all-missing",
            (_, missing) => {
                let amount = self.bound(bound, |count| self.language.count(count));
                let (Bound::Exactly(count)
                | Bound::Not(count)
                | Bound::Least(count)
                | Bound::Most(count)) = bound;
                let id = if missing { "wording-some-missing" } else { "wording-some-of-these" };
                let parts =
                    [("amount", amount.into()), ("count", count.into()), ("options", named.into())];
                return Some((about, self.with(id, &parts)));
            }
        };
        Some((about, self.with(id, &[("options", named.into())])))
    }

    /// How many options two lists share.
    fn in_common(self, lists: &[List; 2], bound: Bound) -> String {
        let shared = match bound {
            Bound::Exactly(0) => self.say("wording-nothing-in-common"),
            _ => self.bound(bound, |count| self.amount("wording-in-common", count)),
        };
        let lists = lists.each_ref().map(|list| self.list(list));
        format!("{}: {shared}", self.joined(&lists, "wording-and"))
    }

    /// A rank, where 0 stands for not chosen.
    fn ranked(self, slot: Slot, option: u8, bound: Bound) -> (Option<Slot>, String) {
        let id = match bound {
            Bound::Exactly(0) => return self.contained(&List::Answer(slot), option, true),
            Bound::Least(1) => return self.contained(&List::Answer(slot), option, false),
            Bound::Exactly(_) => "wording-place",
            Bound::Not(_) => "wording-not-place",
            Bound::Least(_) => "wording-place-or-later",
            Bound::Most(_) => "wording-place-or-before",
        };
        let (Bound::Exactly(index) | Bound::Not(index) | Bound::Least(index) | Bound::Most(index)) =
            bound;
        let option = self.option(Choice::Answer(slot), option);
        (Some(slot), self.with(id, &[("option", option.into()), ("place", index.into())]))
    }

    fn bound(self, bound: Bound, value: impl Fn(usize) -> String) -> String {
        match bound {
            Bound::Exactly(number) => {
                self.with("phrase-exactly", &[("value", value(number).into())])
            }
            Bound::Not(number) => {
                self.with("wording-not-exactly", &[("value", value(number).into())])
            }
            Bound::Least(number) => {
                self.with("phrase-at-least", &[("value", value(number).into())])
            }
            Bound::Most(number) => self.with("phrase-at-most", &[("value", value(number).into())]),
        }
    }

    fn related(self, relation: Relation, value: String) -> String {
        let id = match relation {
            Relation::Equal => "phrase-exactly",
            Relation::Different => "wording-not-exactly",
            Relation::Less => "phrase-less-than",
            Relation::LessOrEqual => "phrase-at-most",
            Relation::Greater => "phrase-more-than",
            Relation::GreaterOrEqual => "phrase-at-least",
        };
        self.with(id, &[("value", value.into())])
    }

    fn amount(self, id: &str, count: usize) -> String {
        self.with(id, &[("count", count.into()), ("number", Argument::InWords(count))])
    }

    /// A number as the question's answers are written.
    fn on_scale_of(self, slot: Slot, number: f64) -> String {
        match self.kind(slot).is_percent() {
            true => self.with("wording-percent", &[("number", self.figure(number).into())]),
            false => self.figure(number),
        }
    }
}
