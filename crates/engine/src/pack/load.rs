//! Reads `pack.yaml` and the pack's scripts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::changes::{NamedChange, changes};
use super::effect::{self, Effect};
use super::functions::functions;
use super::impact::{self, IMPACT};
use super::review::Authorship;
use super::source::{self, Listed};
use super::work::{self, Budget, Duration, Involved};
use super::{
    Context, Impact, NamedRule, NamedRules, Pack, PackFiles, Parsed, Rule, RuleSpans, Texts,
    Validity, full_id,
};
use crate::contradiction::{Contradiction, contradictions};
use crate::expression::Number;
use crate::expression::lower::{self, Vocabulary};
use crate::survey::load::{format, slot};
use crate::typology::load::{type_list, unknown_type};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Problem};
use dteam_text::language::Language;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{self, Node, Value};

mod texts;

/// The study has at most this many first moves for a step that one can still take in.
pub const ACTIONS: std::ops::RangeInclusive<usize> = 2..=5;

/// A pack that was read, its rules and changes still naming the rules of other packs.
#[derive(Debug)]
pub struct Loaded {
    /// The pack without its rules.
    pub pack: Pack,
    /// Its rules, each with the others that it names.
    pub rules: Vec<(Rule, NamedRules)>,
    /// What it changes about the rules of others.
    pub changes: Vec<NamedChange>,
    /// Answers to its questions that cannot both be right, or hardly can.
    pub contradictions: Vec<Contradiction>,
}

/// Parses a pack's file. The questions in it have to join the survey before the rest can be read.
/// Its texts should be in these languages.
pub fn parse<'f>(files: &'f PackFiles, languages: &'f [Language]) -> Parsed<'f> {
    let mut problems = Diagnostics::new(&files.pack).in_languages(languages);
    let root = yaml::parse(&files.pack, &mut problems);
    Parsed { files, root, problems }
}

/// Reads a pack; the problems are those of all its files.
pub fn pack(parsed: &Parsed<'_>, context: Context<'_>) -> (Option<Loaded>, Vec<Diagnostic>) {
    let files = parsed.files;
    let mut problems = parsed.problems.clone();
    let mut script_problems = Vec::new();
    let root = parsed.root.as_ref();
    let loaded =
        root.and_then(|root| read(root, files, context, &mut problems, &mut script_problems));
    if loaded.is_none() && !problems.has_errors() {
        problems.error(0..0, Problem::NoRules { path: files.pack.name.clone() });
    }
    let mut found = problems.finish();
    found.append(&mut script_problems);
    (loaded, found)
}

fn read(
    root: &Node<'_>,
    files: &PackFiles,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
    script_problems: &mut Vec<Diagnostic>,
) -> Option<Loaded> {
    let mut keys = Fields::of(root, problems)?;
    format(&mut keys, problems)?;
    let id = keys.required("id", problems).and_then(|node| {
        let id = fields::slug(node, problems)?;
        if id != files.folder {
            let problem =
                Problem::PackIdNotFolder { id: id.to_owned(), folder: files.folder.clone() };
            problems.error(node.span.clone(), problem);
        }
        Some(id)
    });
    let version = keys.required("version", problems).and_then(|node| version(node, problems));
    let title = keys.required("title", problems).and_then(|node| fields::localized(node, problems));
    let about = keys.required("about", problems).and_then(|node| fields::localized(node, problems));
    let authorship = Authorship::read(&mut keys, problems);
    let publications = keys.optional("sources").map(|node| source::publications(node, problems));
    let order = keys.optional("order").and_then(|node| fields::number(node, (0.0, 1e6), problems));
    let functions = match keys.optional("functions") {
        Some(node) => functions(node, files, context.scripts, problems, script_problems),
        None => Vec::new(),
    };
    // They have joined the survey already.
    let asks = keys.optional("questions").is_some();
    keys.optional("contradictions");
    let contradictions = contradictions(root, context.parser, context.survey, problems);
    let change_nodes = keys.optional("changes");
    let rule_nodes = match asks || change_nodes.is_some() {
        true => Some(
            keys.optional("rules")
                .and_then(|node| fields::list(node, problems))
                .unwrap_or_default(),
        ),
        false => keys.required("rules", problems).and_then(|node| fields::list(node, problems)),
    };
    keys.finish(problems);

    let Context { parser, survey, typology, benchmarks, .. } = context;
    let vocabulary = Vocabulary::new(parser, survey, &typology.names, benchmarks, &functions);
    let publications = publications.unwrap_or_default();
    let reader = Reader {
        pack: id.unwrap_or(&files.folder),
        vocabulary,
        publications: &publications,
        context,
    };
    let mut seen: HashMap<String, ()> = HashMap::new();
    let mut rules = Vec::new();
    for node in rule_nodes? {
        // No more would be reported, and what follows a mistake is not kept.
        if problems.is_full() {
            break;
        }
        let before = problems.errors();
        let Some((rule, named)) = reader.rule(node, problems) else { continue };
        if seen.insert(rule.id.clone(), ()).is_some() {
            problems.error(
                first_line(node, problems),
                Problem::DuplicateId { id: rule.id.to_string() },
            );
        }
        // Half a rule would be found wanting for what it lacks.
        if problems.errors() == before && !problems.is_full() {
            rules.push((rule, named));
        }
    }
    let changes = change_nodes.map(|node| changes(node, reader.pack, context, problems));
    let pack = Pack {
        id: id?.into(),
        version: version?.into(),
        title: title?,
        about: about?,
        order: order.unwrap_or(f64::MAX),
        authorship,
        file: Arc::clone(&files.pack),
        functions: functions.clone(),
        cases: files.cases.clone(),
    };
    Some(Loaded { pack, rules, changes: changes.unwrap_or_default(), contradictions })
}

/// Numbers with points between them.
fn version<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    let version = fields::text(node, problems)?;
    let valid = version
        .split('.')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !valid {
        problems.error(node.span.clone(), Problem::NotAVersion { value: version.to_owned() });
    }
    Some(version)
}

fn first_line(node: &Node<'_>, problems: &Diagnostics<'_>) -> Range<usize> {
    fields::mark(node, &problems.file().text)
}

/// Reads the rules of one pack.
struct Reader<'r> {
    pack: &'r str,
    vocabulary: Vocabulary<'r>,
    /// What the pack's rules may rest on beside the study.
    publications: &'r [Listed],
    context: Context<'r>,
}

impl Reader<'_> {
    fn rule(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<(Rule, NamedRules)> {
        let mut keys = Fields::of(node, problems)?;
        let id = keys.required("id", problems).and_then(|node| fields::slug(node, problems));
        let title = keys.required("title", problems).and_then(|node| self.text(node, problems));
        let when = keys.required("when", problems).and_then(|node| self.condition(node, problems));
        let need = keys.optional("need").and_then(|node| self.number(node, (0.0, 1.0), problems));
        let impact = keys.required("impact", problems).and_then(|node| self.impact(node, problems));
        let fit = keys.optional("fit").map(|node| self.fit(node, problems));
        let effort = keys.required("effort", problems).and_then(|node| effort(node, problems));
        let duration = Duration::read(&mut keys, problems);
        let involved = Involved::read(&mut keys, self.context, problems);
        let budget = Budget::read(&mut keys, problems);
        let duty = keys.optional("duty").and_then(|node| work::duty(node, problems));
        let mut named = |key| keys.optional(key).map(|node| self.named_rules(node, problems));
        let (after, before, covers) = (named("after"), named("before"), named("covers"));
        let learn_from = keys
            .optional("learn_from")
            .and_then(|node| type_list(node, &self.context.typology.names, problems));
        let why = keys.required("why", problems).and_then(|node| self.text(node, problems));
        let notes = keys.optional("notes").map(|node| self.notes(node, problems));
        let actions =
            keys.required("actions", problems).and_then(|node| self.actions(node, problems));
        let variants = keys.optional("variants").map(|node| self.variants(node, problems));
        let effect = keys.required("effect", problems).map(|node| self.effects(node, problems));
        let valid = keys.optional("valid").map(|node| validity(node, problems));
        let source = keys.required("source", problems).and_then(|node| {
            source::source(node, self.pack, self.context, self.publications, problems)
        });
        let authorship = Authorship::read(&mut keys, problems);
        let spans = RuleSpans {
            id: keys.span("id"),
            when: keys.span("when"),
            need: keys.span("need"),
            impact: keys.span("impact"),
            fit: keys.span("fit"),
            effort: keys.span("effort"),
            after: keys.span("after"),
            covers: keys.span("covers"),
        };
        keys.finish(problems);
        let rule = Rule {
            id: format!("{}/{}", self.pack, id?),
            pack: 0,
            when: when?,
            need,
            impact: impact?,
            fit: fit.unwrap_or_else(|| vec![1.0; self.context.typology.count()]),
            effort: effort?,
            duration,
            involved,
            budget,
            duty,
            after: Vec::new(),
            before: Vec::new(),
            covers: Vec::new(),
            learn_from: learn_from.unwrap_or_default(),
            texts: Texts { title: title?, why: why?, actions: actions? },
            notes: notes.unwrap_or_default(),
            variants: variants.unwrap_or_default(),
            effect: effect?,
            same_effect: 0,
            touches: Vec::new(),
            valid: valid.unwrap_or_default(),
            source: source?,
            authorship,
            changed: None,
            spans,
            written: Default::default(),
        };
        let named = NamedRules {
            after: after.unwrap_or_default(),
            before: before.unwrap_or_default(),
            covers: covers.unwrap_or_default(),
        };
        Some((rule, named))
    }

    fn condition(
        &self,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<crate::expression::Condition> {
        lower::condition(&self.vocabulary, node, problems)
    }

    /// A number; where it is the same for every profile, it has to be in range.
    fn number(
        &self,
        node: &Node<'_>,
        range: (f64, f64),
        problems: &mut Diagnostics<'_>,
    ) -> Option<Number> {
        let number = lower::number(&self.vocabulary, node, problems)?;
        if let Some(constant) =
            number.constant().filter(|constant| !(range.0..=range.1).contains(constant))
        {
            let (min, max) = (range.0.to_string(), range.1.to_string());
            problems.error(
                node.span.clone(),
                Problem::NotInRange { value: constant.to_string(), min, max },
            );
        }
        Some(number)
    }

    /// `3`, `{default: 3, optimizer: 4}`, or an expression.
    fn impact(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Impact> {
        match &node.value {
            Value::Scalar(scalar) if scalar.number().is_none() => {
                self.number(node, IMPACT, problems).map(Impact::Expression)
            }
            _ => impact::by_type(node, &self.context.typology.names, problems),
        }
    }

    fn fit(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<f64> {
        let mut fit = vec![1.0; self.context.typology.count()];
        let entries = fields::map(node, problems).unwrap_or_default();
        if fields::cut_at_comma(entries, problems) {
            return fit;
        }
        for entry in entries {
            match self.context.typology.names.find(&entry.key) {
                Some(kind) => {
                    if let Some(weight) = fields::number(&entry.value, (0.0, 1.0), problems) {
                        fit[usize::from(kind)] = weight;
                    }
                }
                None => {
                    let problem = unknown_type(&entry.key, &self.context.typology.names);
                    problems.error(entry.key_span.clone(), problem);
                }
            }
        }
        fit
    }

    /// `inventory` in the same pack, `staff/data-skills` in another.
    fn named_rules(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<NamedRule> {
        let mut named = Vec::new();
        for node in fields::list(node, problems).unwrap_or_default() {
            let Some(written) = fields::text(node, problems) else { continue };
            named.push(NamedRule { id: full_id(self.pack, written), span: node.span.clone() });
        }
        named
    }

    fn effects(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Effect> {
        let survey = self.context.survey;
        let mut effects = Vec::new();
        for entry in fields::map(node, problems).unwrap_or_default() {
            let key = Node {
                value: Value::Scalar(yaml::Scalar { text: entry.key.clone(), plain: true }),
                span: entry.key_span.clone(),
            };
            let Some(slot) = slot(&key, &survey.by_path, problems) else { continue };
            if survey.question(slot).fixed {
                let question = survey.question(slot).path.to_string();
                problems.error(entry.key_span.clone(), Problem::EffectOnFixed { question });
            }
            effects.extend(effect::effect(slot, entry, survey, problems));
        }
        effects
    }
}

/// 1 (days) to 5 (years).
fn effort(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<u8> {
    fields::whole(node, "effort", 1..=5, problems)
}

fn validity(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Validity {
    let Some(mut keys) = Fields::of(node, problems) else { return Validity::default() };
    let from = keys.optional("from").and_then(|node| date(node, problems));
    let until = keys.optional("until").and_then(|node| date(node, problems));
    keys.finish(problems);
    if from > until && until.is_some() {
        problems.error(fields::mark(node, &problems.file().text), Problem::NeverValid);
    }
    Validity { from, until }
}

/// A date as ISO 8601 writes it, `2026-11-22`.
pub fn date(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Date> {
    let text = fields::text(node, problems)?;
    let date = dteam_text::language::date(text);
    if date.is_none() {
        problems.error(node.span.clone(), Problem::NotADate { value: text.to_owned() });
    }
    date
}
