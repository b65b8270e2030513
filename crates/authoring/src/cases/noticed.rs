//! Whether cases notice a change, and a case that would.

use std::fmt;

use super::Case;
use super::mutant::{Mutant, Part};
use super::part::{PartKey, StepPart};
use super::script_mutant::ScriptMutant;
use super::trial::{Trial, step_texts};
use crate::analysis::observed::Observed;
use crate::analysis::witness::{self, Witness};
use dteam_engine::advice::{Options, Outcome};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::script::Scripts;
use dteam_engine::pack::{Impact, Rule, is_of};
use dteam_engine::profile::Answers;
use dteam_text::language::Language;

/// A case with what its municipality is.
pub(super) struct Shown {
    pub case: Case,
    assignment: TypeAssignment,
}

impl Shown {
    /// The cases that come out as they say: others would seem to notice everything.
    pub fn of(catalog: &Catalog, cases: &[Case]) -> Vec<Self> {
        let trial = Trial::of(catalog);
        cases
            .iter()
            .filter(|case| !case.incomplete)
            .map(|case| Shown {
                case: case.clone(),
                assignment: catalog.find_type(&case.profile.answers).assignment,
            })
            .filter(|shown| !shown.notices_any(&trial))
            .collect()
    }

    pub fn facts<'f>(&'f self, catalog: &'f Catalog) -> Facts<'f> {
        catalog.facts(&self.case.profile.answers, &self.assignment)
    }

    /// How the case says that the rule comes out; nothing if it does not name it, or if the rule
    /// does not apply on its date.
    pub fn expected(&self, rule: &Rule) -> Option<Outcome> {
        let expected = self.case.expects(&rule.id);
        expected.filter(|_| !rule.is_off() && rule.valid.holds(self.case.date))
    }

    /// Whether the case fails; a script that fails is noticed too.
    fn notices(&self, trial: &Trial<'_>, index: usize) -> bool {
        let of_rule = trial.of_rule(&self.case, index, &self.assignment, Language::default());
        !of_rule.is_ok_and(|mismatches| mismatches.is_empty())
    }

    fn notices_order(&self, trial: &Trial<'_>) -> bool {
        !trial.of_order(&self.case, &self.assignment).is_ok_and(|mismatch| mismatch.is_none())
    }

    fn notices_any(&self, trial: &Trial<'_>) -> bool {
        let named = self.case.expected.rules.keys();
        let mut rules = named.filter_map(|rule| trial.catalog.rule(rule).ok());
        rules.any(|(index, _)| self.notices(trial, index)) || self.notices_order(trial)
    }
}

/// Cases, and the rules to change under them.
pub(super) struct Noticing<'c> {
    catalog: &'c Catalog,
    rules: Vec<Rule>,
    pub shown: Vec<Shown>,
}

impl<'c> Noticing<'c> {
    pub fn new(catalog: &'c Catalog, cases: &[Case]) -> Self {
        Noticing { catalog, rules: catalog.rules.clone(), shown: Shown::of(catalog, cases) }
    }

    /// Whether any case fails with the changed rule in place of its original.
    pub fn notice(&mut self, mutant: &mut Mutant) -> bool {
        let index = mutant.index;
        std::mem::swap(&mut self.rules[index], &mut mutant.rule);
        let trial = Trial { rules: &self.rules, ..Trial::of(self.catalog) };
        let id = &self.rules[index].id;
        let noticed = self.shown.iter().any(|shown| {
            shown.notices(&trial, index)
                || shown.case.expected.order.contains(id) && shown.notices_order(&trial)
        });
        std::mem::swap(&mut self.rules[index], &mut mutant.rule);
        noticed
    }

    /// Whether any case fails with the changed scripts.
    pub fn notice_scripts(&self, scripts: &Scripts) -> bool {
        let trial = Trial { scripts, ..Trial::of(self.catalog) };
        self.shown.iter().any(|shown| shown.notices_any(&trial))
    }
}

/// A case that would show or notice something.
#[derive(Debug, Clone, Default)]
pub(super) struct Suggestion {
    /// A smallest profile, as YAML on one line; `None` if none was found.
    pub profile: Option<String>,
    /// How the rule comes out on it.
    pub outcome: Option<Outcome>,
    /// What the case says of the step; nothing where the outcome says it.
    pub expect: Option<Expect>,
}

/// What a case says of the step of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expect {
    pub key: &'static str,
    /// The rule as a case of the pack names it.
    pub rule: String,
    /// The language, where it is a part of a text.
    pub language: Option<Language>,
    /// As a case writes it.
    pub value: String,
}

/// As YAML on one line.
impl fmt::Display for Expect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expect { key, rule, language, value } = self;
        match language {
            Some(language) => {
                write!(formatter, "{key}: {{{rule}: {{{}: {value}}}}}", language.code())
            }
            None => write!(formatter, "{key}: {{{rule}: {value}}}"),
        }
    }
}

/// A suggestion of an outcome. What no answers can show needs none.
pub(super) fn of_outcome(catalog: &Catalog, rule: &Rule, witness: Witness) -> Option<Suggestion> {
    match witness {
        Witness::Found(answers, profile) => {
            let assignment = catalog.find_type(&answers).assignment;
            let fires = rule.when.evaluate(&catalog.facts(&answers, &assignment)) == Some(true);
            let outcome = if fires { Outcome::Fires } else { Outcome::Silent };
            Some(Suggestion { profile: Some(profile), outcome: Some(outcome), expect: None })
        }
        Witness::Unknown => Some(Suggestion::default()),
        Witness::None => None,
    }
}

/// A case that notices the change to a rule; `None` if no answers can tell it from the rule.
pub(super) fn of_mutant(catalog: &Catalog, pack: &str, mutant: &Mutant) -> Option<Suggestion> {
    let (rule, other) = (&catalog.rules[mutant.index], &mutant.rule);
    let key = match mutant.part {
        Part::Condition => {
            let apart = witness::telling_apart(catalog, &rule.when, &other.when);
            return of_outcome(catalog, rule, apart);
        }
        Part::Change if rule.is_off() => {
            let fires = witness::coming_out(catalog, &other.when, true);
            let suggestion = of_outcome(catalog, other, fires)?;
            return Some(Suggestion { outcome: Some(Outcome::Silent), ..suggestion });
        }
        Part::Text(language) => return of_text(catalog, pack, mutant, language),
        Part::Need => PartKey::Need,
        Part::Impact | Part::Fit | Part::Effort | Part::VariantEffort(_) | Part::Change => {
            PartKey::Priority
        }
        Part::After => PartKey::After,
        Part::Covers => PartKey::Covers,
        Part::Variant(_) => PartKey::Variant,
        Part::Note(_) => PartKey::Notes,
    };
    let options = Options::default();
    let mut observed = Observed::default();
    observe(catalog, [rule, other], key, &mut observed);
    if let Part::Note(number) = mutant.part {
        observed.condition(&other.notes[number - 1].when);
    }
    let of = |rule: &Rule, facts: &Facts<'_>| key.of(catalog, rule, facts, &options).rounded();
    let found = witness::telling_steps_apart(catalog, [rule, other], &observed, &mut |facts| {
        !key.of(catalog, other, facts, &options).is_as(&of(rule, facts))
    });
    stated(catalog, rule, found, &|facts| Some(expected(&of(rule, facts), rule, pack)))
}

/// A case that notices the change to a script, by one of the pack's rules.
pub(super) fn of_script(
    catalog: &Catalog,
    pack: &str,
    mutant: &ScriptMutant,
) -> Option<Suggestion> {
    let options = Options::default();
    let mut unknown = None;
    for rule in catalog.rules.iter().filter(|rule| is_of(pack, &rule.id) && calls(rule)) {
        let mut observed = Observed::default();
        PartKey::ALL.iter().for_each(|key| observe(catalog, [rule, rule], *key, &mut observed));
        rule.notes.iter().for_each(|note| observed.condition(&note.when));
        let differs = |facts: &Facts<'_>| -> Option<StepPart> {
            let changed = Facts {
                scripts: &mutant.scripts,
                ..catalog.facts(facts.answers, facts.assignment)
            };
            let keys = [PartKey::Need, PartKey::Notes, PartKey::Variant, PartKey::Priority];
            keys.into_iter().find_map(|key| {
                let was = key.of(catalog, rule, facts, &options).rounded();
                let is = key.of(catalog, rule, &changed, &options);
                (!is.is_as(&was)).then_some(was)
            })
        };
        let found = witness::telling_steps_apart(catalog, [rule, rule], &observed, &mut |facts| {
            differs(facts).is_some()
        });
        let expect = |facts: &Facts<'_>| differs(facts).map(|part| expected(&part, rule, pack));
        match stated(catalog, rule, found, &expect) {
            Some(suggestion) if suggestion.profile.is_some() => return Some(suggestion),
            Some(suggestion) => unknown = Some(suggestion),
            None => {}
        }
    }
    unknown
}

/// Whether the rule calls a function of its pack.
fn calls(rule: &Rule) -> bool {
    let numbers = rule.need.iter().chain(match &rule.impact {
        Impact::Expression(impact) => Some(impact),
        Impact::ByType { .. } => None,
    });
    let conditions = rule.notes.iter().map(|note| &note.when);
    let conditions = conditions.chain(rule.variants.iter().map(|variant| &variant.when));
    rule.when.calls()
        || numbers.into_iter().any(|number| number.calls())
        || conditions.into_iter().any(|condition| condition.calls())
}

/// What the part of a step is made of.
fn observe(catalog: &Catalog, rules: [&Rule; 2], key: PartKey, observed: &mut Observed) {
    for rule in rules {
        let variants = rule.variants.iter();
        match key {
            PartKey::Need => rule.need.iter().for_each(|need| observed.number(need)),
            PartKey::Priority => {
                rule.need.iter().for_each(|need| observed.number(need));
                match &rule.impact {
                    Impact::Expression(impact) => observed.number(impact),
                    Impact::ByType { types, default } => {
                        observed.kind |= types.iter().any(|impact| impact != default);
                    }
                }
                observed.memberships |= rule.fit.windows(2).any(|pair| pair[0] != pair[1]);
                if rule.variants.iter().any(|variant| variant.effort.is_some()) {
                    variants.for_each(|variant| observed.condition(&variant.when));
                }
            }
            PartKey::Variant => variants.for_each(|variant| observed.condition(&variant.when)),
            PartKey::Notes => {}
            PartKey::After | PartKey::Covers => {
                let others = if key == PartKey::After { &rule.after } else { &rule.covers };
                others.iter().for_each(|other| observed.condition(&catalog.rules[*other].when));
            }
        }
    }
}

/// The case with what it says of the rule's step on the profile found.
fn stated(
    catalog: &Catalog,
    rule: &Rule,
    witness: Witness,
    expect: &dyn Fn(&Facts<'_>) -> Option<Expect>,
) -> Option<Suggestion> {
    let found = match &witness {
        Witness::Found(answers, _) => Some(answers.clone()),
        Witness::None | Witness::Unknown => None,
    };
    let mut suggestion = of_outcome(catalog, rule, witness)?;
    suggestion.expect = found.and_then(|answers: Answers| {
        let assignment = catalog.find_type(&answers).assignment;
        expect(&catalog.facts(&answers, &assignment))
    });
    Some(suggestion)
}

/// A case for a value in a text: the words around it.
fn of_text(
    catalog: &Catalog,
    pack: &str,
    mutant: &Mutant,
    language: Language,
) -> Option<Suggestion> {
    let (rule, other) = (&catalog.rules[mutant.index], &mutant.rule);
    let mut observed = Observed::default();
    rule.notes.iter().for_each(|note| observed.condition(&note.when));
    rule.variants.iter().for_each(|variant| observed.condition(&variant.when));
    let differing = |facts: &Facts<'_>| {
        let (one, other) = (texts(rule, facts, language), texts(other, facts, language));
        one.into_iter().zip(other).find(|(one, other)| one != other)
    };
    let found = witness::telling_steps_apart(catalog, [rule, other], &observed, &mut |facts| {
        differing(facts).is_some()
    });
    stated(catalog, rule, found, &|facts| {
        let (one, other) = differing(facts)?;
        Some(Expect {
            key: "texts",
            rule: short(&rule.id, pack).to_owned(),
            language: Some(language),
            value: serde_json::Value::from(around(&one, &other)).to_string(),
        })
    })
}

fn texts(rule: &Rule, facts: &Facts<'_>, language: Language) -> Vec<String> {
    let (title, words) = step_texts(rule, facts, language);
    [title, words.why].into_iter().chain(words.actions).collect()
}

/// The part of a text in which another differs, with the words beside it.
fn around(text: &str, other: &str) -> String {
    let same = text.char_indices().zip(other.chars()).take_while(|((_, one), other)| one == other);
    let start = same.last().map_or(0, |((at, one), _)| at + one.len_utf8());
    let behind = text[start..].chars().rev().zip(other.chars().rev());
    let behind: usize =
        behind.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum();
    let end = text.len() - behind;
    let before = text[..start].trim_end().rfind(' ').map_or(0, |at| at + 1);
    let rest = &text[end..];
    let more = rest.trim_start().find(' ').map(|at| rest.len() - rest.trim_start().len() + at);
    text[before..more.map_or(text.len(), |more| end + more)].to_owned()
}

fn expected(part: &StepPart, rule: &Rule, pack: &str) -> Expect {
    Expect {
        key: part.key().name(),
        rule: short(&rule.id, pack).to_owned(),
        language: None,
        value: part.written(pack),
    }
}

/// The rule as a case of the pack names it.
pub(super) fn short<'r>(rule: &'r str, pack: &str) -> &'r str {
    rule.strip_prefix(pack).and_then(|rest| rest.strip_prefix('/')).unwrap_or(rule)
}
