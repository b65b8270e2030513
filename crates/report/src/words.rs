//! Phrases that every report uses.

use indexmap::IndexMap;
use serde_json::Value as Json;

use jiff::civil::Date;

use crate::document::{Item, Link};
use dteam_engine::advice::plan::Period;
use dteam_engine::advice::{
    Advice, AheadBecause, Change, ChangedBy, Comparison, Horizon, OpenQuestion, Step, StepDuty,
};
use dteam_engine::classification::{Basis, EXTREME_LEVEL, IndicatorsClassification};
use dteam_engine::pack::{Budget, Certainty, Cost, Days, DecidedBy, Fact, Publication, RuleSource};
use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

/// Words in one language.
#[derive(Clone, Copy)]
pub struct Words(pub Language);

impl Words {
    /// The message of that id in `locales`.
    pub fn say(self, id: &str) -> String {
        message(self.0, id, &[])
    }

    /// The same with values filled in.
    pub fn with(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.0, id, arguments)
    }

    /// A message about a count, which is a number for the grammar and a word for the reader.
    pub fn counted(self, id: &str, count: usize) -> String {
        self.with(id, &[("count", count.into()), ("number", Argument::InWords(count))])
    }

    /// The title of the report.
    pub fn title(self, advice: &Advice) -> String {
        match &advice.name {
            Some(name) => self.with("report-title-of", &[("name", name.as_str().into())]),
            None => self.say("report-title"),
        }
    }

    /// What there is in the headline besides the name.
    pub fn facts(self, advice: &Advice) -> impl Iterator<Item = &str> {
        let headline = advice.headline.iter().map(String::as_str);
        headline.filter(|fact| advice.name.as_deref() != Some(fact))
    }

    /// What it is and of which day, `Beratung vom 22.11.2026`.
    pub fn dated(self, advice: &Advice) -> String {
        match advice.date {
            Some(date) => self.with("report-date", &[("date", self.0.date(date).into())]),
            None => self.say("report-undated"),
        }
    }

    /// `jetzt`, `danach` or `später`.
    pub fn horizon(self, horizon: Horizon) -> String {
        self.say(match horizon {
            Horizon::Now => "horizon-now",
            Horizon::Next => "horizon-next",
            Horizon::Later => "horizon-later",
        })
    }

    /// Why a step stands where it does, if that is not by its priority.
    pub fn order(self, advice: &Advice, step: &Step) -> Option<String> {
        if let Some(by) = &step.settled_by {
            return Some(
                self.with("order-settled", &[("step", self.numbers(advice, [by]).into())]),
            );
        }
        let ahead = step.ahead.as_ref()?;
        let id = match ahead.because {
            AheadBecause::Prerequisite => "order-prerequisite",
            AheadBecause::Part => return Some(self.say("order-part")),
            AheadBecause::Settles => "order-settles",
            AheadBecause::Waiting => "order-waiting",
            AheadBecause::Capacity => "order-capacity",
        };
        let steps = self.numbers(advice, &ahead.of);
        let steps = [("count", ahead.of.len().into()), ("steps", steps.into())];
        Some(self.with(id, &steps))
    }

    /// The numbers of the steps of these rules, as a list in a sentence.
    fn numbers<'r>(self, advice: &Advice, rules: impl IntoIterator<Item = &'r String>) -> String {
        let rank = |rule: &String| {
            advice.steps.iter().find(|step| step.rule == *rule).map(|step| step.rank)
        };
        let ranks: Vec<String> =
            rules.into_iter().filter_map(rank).map(|rank| rank.to_string()).collect();
        self.0.list(&ranks)
    }

    /// How many days and weeks a step takes.
    pub fn work(self, step: &Step) -> String {
        self.duration(step.days, step.weeks, step.days_assumed)
    }

    /// How long something takes, estimated or assumed.
    pub fn duration(self, days: Days, weeks: u16, is_assumed: bool) -> String {
        let number = |number| Argument::from(self.0.number(number));
        let parts = [
            ("low", number(days.low)),
            ("high", number(days.high)),
            ("weeks", usize::from(weeks).into()),
        ];
        self.with(if is_assumed { "work-assumed" } else { "work" }, &parts)
    }

    /// Who decides on a step, leads it and helps.
    pub fn parties(self, step: &Step) -> String {
        let lead = step.lead.as_ref().map(|lead| lead.label.as_str());
        let with: Vec<String> = step.with.iter().map(|party| party.label.clone()).collect();
        self.people(step.decided_by, lead, &with)
    }

    /// Who decides, leads and helps, as far as it is known.
    pub fn people(
        self,
        decided_by: Option<DecidedBy>,
        lead: Option<&str>,
        with: &[String],
    ) -> String {
        let decides = decided_by.map(|by| match by {
            DecidedBy::Council => self.say("decided-by-council"),
            DecidedBy::Administration => self.say("decided-by-administration"),
        });
        let leads = lead.map(|lead| self.with("led-by", &[("role", lead.into())]));
        let helps = (!with.is_empty())
            .then(|| self.with("helped-by", &[("partners", self.0.list(with).into())]));
        let parts: Vec<String> = [decides, leads, helps].into_iter().flatten().collect();
        parts.join("; ")
    }

    /// Who decides, in a word.
    pub fn body(self, by: DecidedBy) -> String {
        self.say(match by {
            DecidedBy::Council => "body-council",
            DecidedBy::Administration => "body-administration",
        })
    }

    /// `1. Quartal 2027`
    pub fn period(self, period: Period) -> String {
        self.quarter("period", period)
    }

    /// The same in a few letters.
    pub fn period_in_short(self, period: Period) -> String {
        self.quarter("period-in-short", period)
    }

    fn quarter(self, id: &str, period: Period) -> String {
        let (quarter, year) = (period.quarter().to_string(), period.year().to_string());
        self.with(id, &[("quarter", quarter.into()), ("year", year.into())])
    }

    /// What a step means for the budget, if its rule says.
    pub fn budget(self, budget: Budget) -> Option<String> {
        let cost = self.say(match budget.cost? {
            Cost::None => "cost-none",
            Cost::Running => "cost-running",
            Cost::Item => "cost-item",
            Cost::Investment => "cost-investment",
        });
        Some(match budget.returns {
            true => self.with("cost-returns", &[("cost", cost.into())]),
            false => cost,
        })
    }

    /// What binds whom since when.
    pub fn duty(self, law: &str, since: Date, binds: &str) -> String {
        let since = self.0.date(since).into();
        self.with("duty", &[("law", law.into()), ("since", since), ("binds", binds.into())])
    }

    /// The duty that a step meets, if it meets one.
    pub fn duty_of(self, step: &Step) -> Option<String> {
        let StepDuty { law, since, binds, .. } = step.duty.as_ref()?;
        Some(self.duty(law, *since, binds))
    }

    /// A priority of 0..100, without decimals.
    pub fn priority(self, priority: f64) -> String {
        self.0.decimal(priority, 0)
    }

    /// `Studie 5.3, Tabelle 11 · Regel data/inventory`, and where another pack has changed the rule,
    /// which.
    pub fn source(self, source: &RuleSource, rule: &str, changed: Option<&ChangedBy>) -> String {
        let mut parts = vec![self.cited(source)];
        parts.push(self.with("source-rule", &[("rule", rule.into())]));
        if let Some(changed) = changed {
            parts.push(self.with("source-changed", &[("pack", changed.title.as_str().into())]));
        }
        parts.join(" · ")
    }

    /// `Studie 5.3, Tabelle 11`, or `„Leitfaden Schulträger“ (Landkreistag, 2024), 2.1`.
    pub fn cited(self, source: &RuleSource) -> String {
        let section = source.section.as_deref();
        let parts = match &source.publication {
            Some(publication) => [Some(self.publication(publication)), section.map(str::to_owned)],
            None => {
                [section.map(|it| self.with("source-section", &[("section", it.into())])), None]
            }
        };
        let table = source
            .table
            .map(|table| self.with("source-table", &[("table", table.to_string().into())]));
        parts.into_iter().flatten().chain(table).collect::<Vec<_>>().join(", ")
    }

    /// `„Leitfaden Schulträger“ (Landkreistag, 2024)`
    pub fn publication(self, publication: &Publication) -> String {
        let title =
            self.with("source-publication", &[("title", publication.title.as_str().into())]);
        let year = publication.year.map(|year| year.to_string());
        let of: Vec<String> = publication.publisher.clone().into_iter().chain(year).collect();
        if of.is_empty() { title } else { format!("{title} ({})", of.join(", ")) }
    }

    /// `abgeschaltet`, or `Eignung mit 0,5 multipliziert und Wirkung auf 3 gesetzt (Optimierer 4)`.
    pub fn change(self, change: &Change, labels: &IndexMap<String, String>) -> String {
        if change.off {
            return self.say("change-off");
        }
        let weight = change
            .weight
            .map(|weight| self.with("change-weight", &[("weight", self.0.number(weight).into())]));
        let impact = change.impact.as_ref().map(|impact| self.changed_impact(impact, labels));
        self.0.list(&weight.into_iter().chain(impact).collect::<Vec<_>>())
    }

    fn changed_impact(self, impact: &Json, labels: &IndexMap<String, String>) -> String {
        let number = |impact: &Json| self.0.number(impact.as_f64().unwrap_or_default());
        let types = impact.as_object().into_iter().flatten().filter(|(kind, _)| *kind != "default");
        let types = types.map(|(kind, impact)| {
            let label = labels.get(kind).map_or(kind.as_str(), String::as_str);
            format!("{label} {}", number(impact))
        });
        let types: Vec<String> = types.collect();
        let impact = number(impact.get("default").unwrap_or(impact));
        let id = if types.is_empty() { "change-impact" } else { "change-impact-by-type" };
        self.with(id, &[("impact", impact.into()), ("types", types.join(", ").into())])
    }

    /// `abgeschaltet durch das Regelpaket „Schulen“. Grund: …`
    pub fn because(self, change: &str, pack: &str, reason: &str) -> String {
        let parts =
            [("change", change.into()), ("pack", pack.into()), ("reason", sentence(reason).into())];
        self.with("changed-by", &parts)
    }

    /// What has happened since, as a rule rests on it.
    pub fn facts_of(self, source: &RuleSource) -> Vec<Item> {
        source.facts.iter().map(|fact| self.fact(fact)).collect()
    }

    /// What is so, where to read it, and how far it can be relied on. Of one without a statement
    /// its title is all there is.
    pub fn fact(self, fact: &Fact) -> Item {
        let Some(statement) = &fact.statement else { return self.dated_title(fact).into() };
        // An advice may come from elsewhere: only packs are checked for what is an address.
        let is_on_the_web = |address: &&String| {
            ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
        };
        let address = fact.address.as_ref().filter(is_on_the_web).cloned();
        let link = Link { title: self.dated_title(fact), address };
        let certainty = match fact.certainty {
            Some(Certainty::Certain) | None => None,
            Some(Certainty::Likely) => Some(self.say("fact-likely")),
            Some(Certainty::Unclear) => Some(self.say("fact-unclear")),
        };
        let checked = fact.checked.map(|day| {
            let day = [("day", self.0.date(day).into())];
            self.with(if fact.expired { "fact-expired" } else { "fact-checked" }, &day)
        });
        let notes: Vec<String> = certainty.into_iter().chain(checked).collect();
        let note = Some(format!("({})", notes.join("; ")));
        Item { text: sentence(statement), link: Some(link), note, ..Item::default() }
    }

    /// `OZG-Änderungsgesetz, ssg-sachsen.de (24.07.2024)`
    fn dated_title(self, fact: &Fact) -> String {
        match &fact.date {
            // Many titles already name their year.
            Some(date) if !fact.title.contains(&date[..4.min(date.len())]) => {
                format!("{} ({})", fact.title, self.partial_date(date))
            }
            _ => fact.title.clone(),
        }
    }

    /// A year, a month or a day.
    fn partial_date(self, date: &str) -> String {
        match date.parse() {
            Ok(day) => self.0.date(day),
            Err(_) => match format!("{date}-01").parse() {
                Ok(first) => self.0.month(first),
                Err(_) => date.to_owned(),
            },
        }
    }

    /// `Bestandsaufnahme der Daten: hier 0, Bedächtige 0,76, alle 1,09, Optimierer 1,27`
    pub fn comparison(self, advice: &Advice, comparison: &Comparison) -> String {
        format!("{}{} {}", comparison.label, self.0.colon(), self.figures(advice, comparison))
    }

    fn figures(self, advice: &Advice, comparison: &Comparison) -> String {
        let own = advice.classification.kind.as_deref();
        let mut figures = vec![self.here(&self.own_value(comparison))];
        if let (Some(own), Some(value)) = (own, comparison.type_value) {
            figures.push(format!("{} {}", type_label(advice, own), self.value(comparison, value)));
        }
        if let Some(value) = comparison.all_value {
            figures.push(self.all(&self.value(comparison, value)));
        }
        if own != Some(comparison.best.kind.as_str()) {
            let best = self.value(comparison, comparison.best.value);
            figures.push(format!("{} {best}", type_label(advice, &comparison.best.kind)));
        }
        figures.join(", ")
    }

    /// `hier 12 %`
    pub fn here(self, value: &str) -> String {
        self.with("here", &[("value", value.into())])
    }

    /// `alle 12 %`
    pub fn all(self, value: &str) -> String {
        self.with("all-municipalities", &[("value", value.into())])
    }

    /// The municipality's own value; of a share, whether it has it.
    pub fn own_value(self, comparison: &Comparison) -> String {
        match &comparison.value {
            Json::Bool(flag) => self.say(if *flag { "yes" } else { "no" }),
            value => self.value(comparison, value.as_f64().unwrap_or_default()),
        }
    }

    /// A value of the study; a percentage with its sign.
    pub fn value(self, comparison: &Comparison, value: f64) -> String {
        let number = self.0.number(value);
        match comparison.is_percent() {
            true => self.0.percentage(&number),
            false => number,
        }
    }

    /// What else there is to say about the type: mixed, estimated, at odds with the work.
    pub fn remarks(self, advice: &Advice) -> Vec<String> {
        let classification = &advice.classification;
        let mut remarks = Vec::new();
        if let (Some(first), Some(second)) =
            (&classification.label, &classification.mixed_with_label)
        {
            let names = [("first", first.as_str().into()), ("second", second.as_str().into())];
            remarks.push(self.with("type-mixed", &names));
        }
        if let (Some(Basis::Indicators), Some(indicators)) =
            (classification.basis, &classification.by_indicators)
        {
            remarks.push(self.with("type-estimate", &[("count", indicators.answers_used.into())]));
            remarks.push(self.worth(indicators));
            remarks.push(self.level(indicators));
        }
        if let (true, Some(indicators)) =
            (classification.goals_and_work_differ, &classification.by_indicators)
        {
            let work = type_label(advice, &indicators.kind);
            remarks.push(self.with("type-differs", &[("work", work.into())]));
            remarks.push(self.level(indicators));
        }
        remarks
    }

    /// How often an estimate from such answers is right.
    pub fn worth(self, indicators: &IndicatorsClassification) -> String {
        let most = indicators.posterior.get(&indicators.kind).copied().unwrap_or_default();
        self.counted("type-worth", (most * 10.0).round() as usize)
    }

    /// How much there is in all beside the study's mean.
    pub fn level(self, indicators: &IndicatorsClassification) -> String {
        self.say(match indicators.level {
            level if level <= -EXTREME_LEVEL => "type-level-far-less",
            level if level < -0.5 => "type-level-less",
            level if level <= 0.5 => "type-level-same",
            level if level < EXTREME_LEVEL => "type-level-more",
            _ => "type-level-far-more",
        })
    }

    /// The types to look at, and the steps that this one opens.
    pub fn models(self, advice: &Advice, step: &Step) -> String {
        let labels: Vec<&str> =
            step.learn_from.iter().map(|kind| type_label(advice, kind)).collect();
        self.0.list(&labels)
    }

    /// What to look at where.
    pub fn learning(self, advice: &Advice, learning: &dteam_engine::advice::Learning) -> String {
        let mut parts = Vec::new();
        if !learning.topics.is_empty() {
            parts.push(self.with("learn-topics", &[("topics", learning.topics.join("; ").into())]));
        }
        let numbers: Vec<String> = advice
            .steps
            .iter()
            .filter(|step| learning.steps.contains(&step.rule))
            .map(|step| step.rank.to_string())
            .collect();
        if !numbers.is_empty() {
            let numbers =
                [("count", numbers.len().into()), ("numbers", self.0.list(&numbers).into())];
            parts.push(self.with("learn-steps", &numbers));
        }
        parts.join(". ")
    }

    /// What the steps of the advice make possible, the one that would matter most first.
    pub fn opened(self, advice: &Advice) -> Vec<String> {
        let opened = advice.near.iter().filter_map(|near| {
            let steps = advice.steps.iter().filter(|step| near.opened_by.contains(&step.rule));
            let numbers: Vec<String> = steps.map(|step| step.rank.to_string()).collect();
            let parts = [
                ("title", near.title.as_str().into()),
                ("count", numbers.len().into()),
                ("numbers", self.0.list(&numbers).into()),
            ];
            (!numbers.is_empty()).then(|| self.with("near-opened", &parts))
        });
        opened.take(NEAR).collect()
    }

    /// How many rules wait for the answer.
    pub fn waiting(self, question: &OpenQuestion) -> String {
        self.with("waiting-rules", &[("count", question.rules.into())])
    }

    /// Every change that a pack makes to a rule of another, with its reason.
    pub fn changed_rules(self, advice: &Advice) -> impl Iterator<Item = String> {
        let labels = &advice.classification.labels;
        let changes = advice
            .packs
            .iter()
            .flat_map(|pack| pack.changes.iter().map(move |change| (pack, change)));
        changes.map(move |(pack, changed)| {
            let change = self.change(&changed.change, labels);
            let parts = [
                ("title", changed.title.as_str().into()),
                ("rule", changed.rule.as_str().into()),
                ("changed", self.because(&change, &pack.title, &changed.change.reason).into()),
            ];
            self.with("method-changed", &parts)
        })
    }

    /// How type and priorities came about.
    pub fn how(self, advice: &Advice) -> Vec<String> {
        let answered = [
            ("answers", advice.answered.answers.to_string().into()),
            ("questions", advice.answered.questions.to_string().into()),
        ];
        let classification = &advice.classification;
        let kind = match classification.basis {
            Some(Basis::Goals) => {
                classification.by_goals.as_ref().map(|goals| ("method-type-goals", goals.table))
            }
            Some(Basis::Indicators) => {
                let indicators = classification.by_indicators.as_ref();
                indicators.map(|indicators| ("method-type-indicators", indicators.prior_table))
            }
            None => None,
        };
        let kind = kind.map(|(id, table)| self.with(id, &[("table", table.to_string().into())]));
        let mut lines = vec![self.with("method-answered", &answered)];
        lines.extend(kind);
        lines.push(self.say("method-priority"));
        lines
    }

    /// The study, and whom it asked.
    pub fn study(self, advice: &Advice) -> [String; 2] {
        let study = &advice.study;
        let source = [
            ("title", study.title.as_str().into()),
            ("publisher", study.publisher.as_str().into()),
            ("published", study.published.to_string().into()),
        ];
        let sample = [("sample", study.sample.as_str().into())];
        [self.with("method-study", &source), self.with("method-benchmarks", &sample)]
    }
}

/// The text with a full stop at its end, if there is none yet.
pub fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The first sentence of a text. A full stop after a number, one or two letters, or a short name
/// (`Art.`, `Abs.`) may belong to an abbreviation, and ends none.
pub fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").find(|(stop, _)| {
        let word = text[..*stop].rsplit(' ').next().unwrap_or_default();
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        letters > 3 || letters == 3 && !word.starts_with(char::is_uppercase)
    });
    ends.map_or(text, |(stop, _)| &text[..=stop])
}

/// A type's name; its id where it has none.
pub fn type_label<'a>(advice: &'a Advice, kind: &'a str) -> &'a str {
    advice.classification.labels.get(kind).map_or(kind, String::as_str)
}

/// The highest degree first.
pub fn sorted(degrees: &IndexMap<String, f64>) -> Vec<(&String, &f64)> {
    let mut sorted: Vec<_> = degrees.iter().collect();
    sorted.sort_by(|one, other| other.1.total_cmp(one.1));
    sorted
}

/// How many of the steps that become possible a report names.
const NEAR: usize = 5;
