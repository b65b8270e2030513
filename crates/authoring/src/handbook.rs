//! The handbook: survey, typology and packs written out for people who advise, decide or review,
//! conditions in words.
//!
//! `collect.rs` gathers plain data from the catalog, `markdown.rs` writes it down, and `html.rs`
//! makes one self-contained page of that.

use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::wording::Clause;
use dteam_engine::survey::Slot;
use dteam_report::document::Item;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem, nearest};
use dteam_text::language::Language;

mod collect;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod rule;
mod rule_page;
#[cfg(feature = "html")]
mod table;
mod written;

/// A handbook, ready to be written down.
#[derive(Debug)]
pub struct Handbook {
    language: Language,
    study: Study,
    /// Of a handbook of some packs alone, the questions that their rules read, name or answer.
    survey: Vec<Section>,
    typology: Typology,
    /// Whether it is of some packs alone: without the typology, which they share with all.
    is_partial: bool,
    packs: Vec<Pack>,
}

/// The handbook of the packs with these ids, all packs if there are none.
///
/// # Errors
/// [`Invalid`] if there is no such pack, or with every mistake in the cases of a pack.
pub fn handbook<S: AsRef<str>>(
    catalog: &Catalog,
    packs: &[S],
    language: Language,
) -> Result<Handbook, Invalid> {
    let known: Vec<&str> = catalog.packs().map(|(id, _)| id).collect();
    let unknown = packs.iter().map(AsRef::as_ref).filter(|pack| !known.contains(pack));
    let problems = unknown.map(|pack| {
        let nearest = nearest(pack, known.iter().copied());
        Diagnostic::unlocated(Problem::UnknownPack {
            pack: pack.to_owned(),
            known: known.join(", "),
            nearest,
        })
    });
    let diagnostics: Vec<Diagnostic> = problems.collect();
    if !diagnostics.is_empty() {
        return Err(Invalid { diagnostics });
    }
    let chosen: Vec<&str> = packs.iter().map(AsRef::as_ref).collect();
    collect::handbook(catalog, &chosen, language)
}

impl Handbook {
    /// The handbook as Markdown (CommonMark with tables). Links lead to anchors that stay the same
    /// from version to version.
    pub fn markdown(&self) -> String {
        markdown::page(self)
    }

    /// The handbook as one HTML page that needs nothing else: no script, no font, no request.
    #[cfg(feature = "html")]
    pub fn html(&self) -> String {
        html::page(self)
    }
}

/// The study everything rests on.
#[derive(Debug)]
struct Study {
    title: String,
    publisher: String,
    published: u16,
    sample: String,
}

/// A group of questions.
#[derive(Debug)]
struct Section {
    id: String,
    title: String,
    questions: Vec<Question>,
}

#[derive(Debug)]
struct Question {
    slot: Slot,
    path: String,
    label: String,
    help: String,
    /// What can be answered, in a few words.
    expects: String,
    /// What to write and what it means, for kinds with a list of answers.
    answers: Vec<(String, String)>,
    table: Option<Table>,
    /// A fact that no step changes.
    fixed: bool,
    /// The rules whose conditions or priorities read it.
    read_by: Vec<String>,
    /// The rules that name it in their texts alone.
    named_by: Vec<String>,
}

/// A table of the study.
#[derive(Debug, Clone)]
struct Table {
    number: u8,
    title: Option<String>,
}

#[derive(Debug)]
struct Typology {
    types: Vec<Type>,
    /// The question that decides the type, and the scores of its ranks.
    goals: Link,
    scores: Vec<f64>,
    goals_table: u8,
    /// Each goal, and its mean score in every type.
    centres: Vec<(String, Vec<f64>)>,
    prior_table: u8,
    /// Each kind of municipality, and the types' shares in percent.
    shares: Vec<(String, Vec<f64>)>,
    shares_of_all: Vec<f64>,
    mixed_ratio: f64,
    least_answers: usize,
}

#[derive(Debug)]
struct Type {
    id: String,
    label: String,
    meaning: String,
    leading_goals: String,
    strengths: Vec<String>,
    /// What it can learn, and from which types, in the form that follows "von".
    learns: Vec<(String, Vec<String>)>,
}

#[derive(Debug)]
struct Pack {
    id: String,
    version: String,
    title: String,
    /// Paragraphs.
    about: Vec<String>,
    /// Signature and what it computes.
    functions: Vec<(String, String)>,
    /// What it changes about rules of other packs, and why.
    changes: Vec<String>,
    rules: Vec<Rule>,
    /// Who wrote it, and who has checked it when, in words.
    authorship: Option<String>,
}

/// Something that has an anchor of its own, if it is part of this handbook.
#[derive(Debug, Clone)]
struct Link {
    id: String,
    title: String,
    included: bool,
}

#[derive(Debug)]
struct Rule {
    id: String,
    title: String,
    /// What another pack changes about it, and why.
    changed: Option<String>,
    when: Clause,
    why: String,
    actions: Vec<String>,
    notes: Vec<(Clause, String)>,
    variants: Vec<Variant>,
    impact: Impact,
    need: Option<Formula>,
    /// The weight for each type, where one is not 1.
    fit: Option<Vec<f64>>,
    effort: u8,
    /// How long it takes, where the rule says.
    duration: Option<String>,
    /// Who decides, leads and helps; empty where the rule does not say.
    people: String,
    budget: Option<String>,
    duty: Option<String>,
    after: Vec<Link>,
    before: Vec<Link>,
    covers: Vec<Link>,
    learn_from: Vec<String>,
    effects: Vec<Effect>,
    /// The period of validity in words.
    valid: Option<String>,
    /// What it rests on, as short as an index needs it.
    cited: String,
    /// The publication it rests on, section included, if that is not the study; and its address.
    publication: Option<(String, Option<String>)>,
    section: Option<String>,
    table: Option<Table>,
    /// What has happened since the study, each with its date as far as known.
    facts: Vec<Item>,
    /// The names of the pack's cases that show the rule, by outcome.
    cases: Vec<(Outcome, Vec<String>)>,
    /// As that of a pack, where the rule names its own.
    authorship: Option<String>,
}

#[derive(Debug)]
struct Variant {
    when: Clause,
    title: Option<String>,
    why: Option<String>,
    actions: Option<Vec<String>>,
    effort: Option<u8>,
    /// How long it takes, where the variant says.
    duration: Option<String>,
}

#[derive(Debug)]
enum Impact {
    Same(f64),
    /// In the typology's order.
    ByType(Vec<f64>),
    Formula(Formula),
}

/// A calculation in words and as an expression.
#[derive(Debug)]
struct Formula {
    words: String,
    expression: String,
}

/// A question, and what its answer is once the step is done.
#[derive(Debug)]
struct Effect {
    question: Link,
    change: String,
}

impl Table {
    /// A table of the study, with its title where the benchmarks give one.
    fn of(catalog: &Catalog, number: u8, language: Language) -> Self {
        let known = catalog.benchmarks.table(number);
        Table { number, title: known.map(|table| table.title.get(language).to_string()) }
    }
}

impl Link {
    /// The question, which every handbook has.
    fn to_question(catalog: &Catalog, slot: Slot, language: Language) -> Self {
        let question = catalog.survey.question(slot);
        Link {
            id: question.path.to_string(),
            title: question.label.get(language).to_string(),
            included: true,
        }
    }
}
