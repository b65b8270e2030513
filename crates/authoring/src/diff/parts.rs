//! The parts of a rule as they are read: conditions in words, numbers as they are written, texts
//! with their placeholders.

use dteam_engine::catalog::Catalog;
use dteam_engine::expression::template::Template;
use dteam_engine::expression::wording::{Clause, Quantifier, Sentence, Wording};
use dteam_engine::expression::{Condition, Number};
use dteam_engine::pack::{CitedFact, Duration, Impact, Rule, Texts};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, Localized};

/// A part of a rule, a question or a function.
pub(super) struct Part {
    pub name: &'static str,
    pub language: Option<Language>,
    /// Whether it can have several items, which are numbered.
    pub is_list: bool,
    pub says: Vec<String>,
}

impl Part {
    pub fn one(name: &'static str, says: String) -> Part {
        Part { name, language: None, is_list: false, says: vec![says] }
    }

    pub fn list(name: &'static str, says: Vec<String>) -> Part {
        Part { name, language: None, is_list: true, says }
    }

    pub fn text(name: &'static str, language: Language, says: String) -> Part {
        Part { name, language: Some(language), is_list: false, says: vec![says] }
    }
}

/// What the rule's step is called, in the first catalog that has it.
pub(super) fn title<const N: usize>(
    catalogs: [&Catalog; N],
    rule: &str,
    language: Language,
) -> String {
    let found = catalogs.iter().find_map(|catalog| Some((catalog, catalog.rule(rule).ok()?.1)));
    found.map_or_else(String::new, |(catalog, rule)| {
        written(catalog, rule, rule.texts.title.get(language))
    })
}

pub(super) fn of_rule(catalog: &Catalog, rule: &Rule, language: Language) -> Vec<Part> {
    let reader = Reader { catalog, rule, language };
    let names = catalog.names();
    let mut parts = vec![Part::one("condition", reader.condition(&rule.when))];
    parts.extend(rule.need.as_ref().map(|need| Part::one("need", names.number(need))));
    parts.push(Part::one("impact", reader.impact()));
    parts.push(Part::one("fit", reader.by_type(&rule.fit, 1.0)));
    parts.push(Part::one("effort", rule.effort.to_string()));
    parts.push(Part::list("work", reader.work()));
    let after = rule.after.iter().map(|earlier| catalog.rules[*earlier].id.clone());
    parts.push(Part::list("after", after.collect()));
    let covers = rule.covers.iter().map(|covered| catalog.rules[*covered].id.clone());
    parts.push(Part::list("covers", covers.collect()));
    reader.texts(&rule.texts, &mut parts);
    let notes = rule.notes.iter().map(|note| {
        let each = note.text.each().map(|(_, text)| written(catalog, rule, text));
        format!("{}: {}", reader.condition(&note.when), each.collect::<Vec<_>>().join(" / "))
    });
    parts.push(Part::list("note", notes.collect()));
    parts.push(Part::list("variant", reader.variants()));
    let effect = rule
        .effects()
        .map(|(slot, written)| format!("{}: {written}", catalog.survey.question(slot).path));
    parts.push(Part::list("effect", effect.collect()));
    let learn = rule.learn_from.iter().map(|kind| catalog.typology.names.get(*kind).id.to_string());
    parts.push(Part::list("learn", learn.collect()));
    let dates = [("from", rule.valid.from), ("until", rule.valid.until)];
    let dates = dates.iter().filter_map(|(key, date)| Some(format!("{key}: {}", (*date)?)));
    parts.push(Part::list("valid", dates.collect()));
    parts.push(Part::list("source", reader.source()));
    parts.push(Part::list("change", reader.change()));
    parts
}

struct Reader<'c> {
    catalog: &'c Catalog,
    rule: &'c Rule,
    language: Language,
}

impl Reader<'_> {
    fn condition(&self, condition: &Condition) -> String {
        let wording = Wording { names: self.catalog.names(), language: self.language };
        self.clause(&wording.condition(condition), false)
    }

    fn clause(&self, clause: &Clause, is_within: bool) -> String {
        let say = |id: &str| message(self.language, id, &[]);
        match clause {
            Clause::Test(Sentence { question, says, .. }) => match question {
                Some(slot) => {
                    let label = self.catalog.survey.question(*slot).label.get(self.language);
                    format!("{label}: {says}")
                }
                None => says.clone(),
            },
            Clause::Group(quantifier, clauses) => {
                let (joining, negated) = match quantifier {
                    Quantifier::All => ("diff-and", false),
                    Quantifier::Any => ("diff-or", false),
                    Quantifier::NotAll => ("diff-and", true),
                    Quantifier::NoneOf => ("diff-or", true),
                };
                let joining = format!(" {} ", say(joining));
                let clauses: Vec<String> =
                    clauses.iter().map(|clause| self.clause(clause, true)).collect();
                let joined = clauses.join(&joining);
                match (negated, is_within) {
                    (true, _) => format!("{} ({joined})", say("diff-not")),
                    (false, true) => format!("({joined})"),
                    (false, false) => joined,
                }
            }
            Clause::If(parts) => {
                let [when, yes, no] = parts.each_ref().map(|part| self.clause(part, true));
                let parts = [("when", when.into()), ("yes", yes.into()), ("no", no.into())];
                message(self.language, "diff-if", &parts)
            }
        }
    }

    fn number(&self, number: &Number) -> String {
        self.catalog.names().number(number)
    }

    fn impact(&self) -> String {
        match &self.rule.impact {
            Impact::ByType { types, default } => {
                let others = self.by_type(types, *default);
                [default.to_string(), others]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Impact::Expression(number) => self.number(number),
        }
    }

    /// The types with another value than the usual one.
    fn by_type(&self, values: &[f64], usual: f64) -> String {
        let names = &self.catalog.typology.names.0;
        let others = names.iter().zip(values).filter(|(_, value)| **value != usual);
        let others: Vec<String> =
            others.map(|(name, value)| format!("{}: {value}", name.id)).collect();
        others.join(", ")
    }

    fn texts(&self, texts: &Texts, parts: &mut Vec<Part>) {
        let one = |text: &Template| written(self.catalog, self.rule, text);
        for (name, text) in [("title", &texts.title), ("why", &texts.why)] {
            parts.extend(text.each().map(|(language, text)| Part::text(name, language, one(text))));
        }
        for (language, actions) in texts.actions.each() {
            let says = actions.iter().map(one).collect();
            parts.push(Part { language: Some(language), ..Part::list("action", says) });
        }
    }

    fn variants(&self) -> Vec<String> {
        let all = |text: &Localized<Template>| -> String {
            let each = text.each().map(|(_, text)| written(self.catalog, self.rule, text));
            each.collect::<Vec<_>>().join(" / ")
        };
        let variants = self.rule.variants.iter().map(|variant| {
            let mut says = vec![self.condition(&variant.when)];
            says.extend(variant.effort.map(|effort| format!("effort: {effort}")));
            says.extend(written_duration(variant.duration));
            says.extend(variant.title.iter().chain(&variant.why).map(all));
            says.extend(variant.actions.iter().flat_map(|actions| {
                actions.each().flat_map(|(_, actions)| {
                    actions.iter().map(|text| written(self.catalog, self.rule, text))
                })
            }));
            says.join("\n")
        });
        variants.collect()
    }

    /// What the step takes and costs, who decides, leads and helps, and the duty, as the pack writes them.
    fn work(&self) -> Vec<String> {
        let Rule { involved, duration, budget, duty, .. } = self.rule;
        let planning = &self.catalog.planning;
        let mut work = written_duration(*duration);
        work.extend(involved.decided_by.map(|body| format!("decided_by: {}", body.name())));
        let role = involved.lead.zip(planning.roles(&self.catalog.survey));
        work.extend(role.map(|(role, roles)| format!("lead: {}", roles.0[role].id)));
        let with =
            involved.with.iter().map(|index| format!("with: {}", planning.partners[*index].id));
        work.extend(with);
        work.extend(budget.cost.map(|cost| format!("cost: {}", cost.name())));
        work.extend(budget.returns.then(|| "returns: true".to_owned()));
        work.extend(budget.joint.map(|joint| format!("joint: {joint}")));
        work.extend(duty.as_ref().map(|duty| {
            let (law, binds) = (duty.law.get(self.language), duty.binds.get(self.language));
            format!("duty: {law}, {}, {binds}", duty.since)
        }));
        work
    }

    fn source(&self) -> Vec<String> {
        let source = &self.rule.source;
        let table = source.table.map(|table| format!("table: {table}"));
        let facts = source.facts.iter().map(|fact| match fact {
            CitedFact::Named(fact) => fact.id.clone(),
            CitedFact::Inline(fact) => match &fact.date {
                Some(date) => format!("{} ({date})", fact.title),
                None => fact.title.clone(),
            },
        });
        let named = source.publication.iter().map(|it| format!("publication: {}", it.id));
        named.chain(source.section.clone()).chain(table).chain(facts).collect()
    }

    /// What another pack changes about it.
    fn change(&self) -> Vec<String> {
        let Some(change) = &self.rule.changed else { return Vec::new() };
        let pack = &self.catalog.packs[change.pack].id;
        let off = change.off.then(|| "off: true".to_owned());
        let weight = change.weight.map(|weight| format!("weight: {weight}"));
        let impact = change.impact.as_ref().map(|impact| format!("impact: {impact}"));
        let parts: Vec<String> = [off, weight, impact].into_iter().flatten().collect();
        vec![format!("{pack}: {}", parts.join(", "))]
    }
}

/// A text as its pack writes it, on one line.
fn written(catalog: &Catalog, rule: &Rule, template: &Template) -> String {
    let file = &catalog.packs[rule.pack].file.text;
    let mut text = template.start.clone();
    let values = template.values(file).into_iter().map(|(_, span)| span);
    for (span, (_, behind)) in values.zip(&template.values) {
        text.push_str(file.get(span).unwrap_or_default());
        text.push_str(behind);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Days and weeks as a pack writes them.
fn written_duration(duration: Duration) -> Vec<String> {
    let days = duration.days.map(|days| format!("days: [{}, {}]", days.low, days.high));
    let weeks = duration.weeks.map(|weeks| format!("weeks: {weeks}"));
    days.into_iter().chain(weeks).collect()
}
