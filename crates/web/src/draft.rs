//! The answers under way: the profile's text as a form brought it, with what was entered on the
//! page that the form stood on.

use super::asked::Asked;
use super::entry;
use super::fields::Fields;
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::reads::Read;
use dteam_engine::survey::{Control, Question, Slot};
use dteam_interview::Sheet;
use dteam_text::diagnostic::{Invalid, SourceFile};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, is_printable};

/// A page of the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaf {
    /// The questions that decide most.
    Short,
    /// The section of that number.
    Section(usize),
}

impl Leaf {
    /// As forms name it: `short`, or the section's id behind a colon.
    pub fn of(catalog: &Catalog, name: &str) -> Option<Self> {
        match name.strip_prefix(':') {
            None => (name == "short").then_some(Leaf::Short),
            Some(id) => Leaf::sections(catalog)
                .find(|leaf| matches!(leaf, Leaf::Section(section) if *catalog.survey.sections[*section].id == *id)),
        }
    }

    pub fn name(self, catalog: &Catalog) -> String {
        match self {
            Leaf::Short => "short".to_owned(),
            Leaf::Section(section) => format!(":{}", catalog.survey.sections[section].id),
        }
    }

    /// The sections that ask anything, in their order.
    pub fn sections(catalog: &Catalog) -> impl Iterator<Item = Leaf> {
        let survey = &catalog.survey;
        let asks =
            |section: &usize| survey.questions.iter().any(|question| question.section == *section);
        (0..survey.sections.len()).filter(asks).map(Leaf::Section)
    }

    pub fn questions(self, asked: &Asked) -> Vec<Slot> {
        let survey = &asked.site.catalog.survey;
        match self {
            Leaf::Short => asked.site.first.clone(),
            Leaf::Section(section) => {
                survey.slots().filter(|slot| survey.question(*slot).section == section).collect()
            }
        }
    }
}

/// Entries that are no answer.
#[derive(Debug)]
pub(super) struct Mistaken {
    pub slot: Slot,
    /// Why not.
    pub message: String,
    /// What was entered.
    pub values: Vec<String>,
}

/// Answers that contradict one another.
#[derive(Debug)]
pub(super) struct Clash {
    /// Its index among the contradictions of the catalog.
    pub number: usize,
    pub message: String,
    /// There is no report as long as they do.
    pub is_error: bool,
    /// The questions, in the survey's order.
    pub slots: Vec<Slot>,
}

/// The answers under way.
#[derive(Debug)]
pub(super) struct Draft {
    pub sheet: Sheet,
    /// The page that the form stood on.
    pub leaf: Option<Leaf>,
    pub mistakes: Vec<Mistaken>,
    /// The contradictions that the reader has seen and means to keep for now.
    pub seen: Vec<usize>,
}

impl Draft {
    /// Takes the profile and merges what was entered. Without a profile, the one that every
    /// questionnaire begins with.
    ///
    /// # Errors
    /// [`Invalid`] if the text cannot be used as a profile at all.
    pub fn of(asked: &Asked) -> Result<Self, Invalid> {
        let catalog = &asked.site.catalog;
        let text = carried(asked.form.text("profile"));
        let text = match (text.is_empty(), &asked.site.settings.profile) {
            (false, _) => text,
            (true, Some(filled_in)) => filled_in.clone(),
            (true, None) => dteam_authoring::overview::profile_template(catalog, asked.language),
        };
        let sheet = Sheet::read(
            catalog,
            SourceFile::new(message(asked.language, "web-your-profile", &[]), text),
        )?;
        let leaf = Leaf::of(catalog, asked.form.text("page"));
        let seen = asked.form.all("seen").filter_map(|number| number.parse().ok()).collect();
        let mut draft = Draft { sheet, leaf, mistakes: Vec::new(), seen };
        for slot in leaf.map(|leaf| leaf.questions(asked)).unwrap_or_default() {
            draft.merge(catalog, slot, &asked.form, asked.language)?;
        }
        Ok(draft)
    }

    fn merge(
        &mut self,
        catalog: &Catalog,
        slot: Slot,
        form: &Fields,
        language: Language,
    ) -> Result<(), Invalid> {
        let question = catalog.survey.question(slot);
        let Some(values) = entered(question, form) else { return Ok(()) };
        match entry::answer(question, &values, language) {
            Ok(answer) => {
                let is_faulty = self.sheet.faulty.iter().any(|(faulty, _)| *faulty == slot);
                if is_faulty || self.sheet.answers.get(slot) != answer.as_ref() {
                    self.sheet.put(catalog, slot, answer)?;
                }
            }
            Err(message) => {
                let values = values
                    .iter()
                    .map(|value| value.chars().filter(|letter| is_printable(*letter)).collect());
                self.mistakes.push(Mistaken { slot, message, values: values.collect() });
            }
        }
        Ok(())
    }

    /// The answers that contradict one another.
    pub fn clashes(&self, catalog: &Catalog, language: Language) -> Vec<Clash> {
        let standing = TypeAssignment::unknown();
        let facts = catalog.facts(&self.sheet.answers, &standing);
        let holding =
            catalog.contradictions.iter().enumerate().filter(|(_, one)| one.holds(&facts));
        let clashes = holding.map(|(number, contradiction)| {
            let mut slots = Vec::new();
            contradiction.when.reads(&mut |read| match read {
                Read::Answer(slot)
                    if self.sheet.answers.get(slot).is_some() && !slots.contains(&slot) =>
                {
                    slots.push(slot);
                }
                _ => {}
            });
            slots.sort();
            let message = contradiction.explained(&facts, language);
            Clash { number, message, is_error: contradiction.is_error(), slots }
        });
        clashes.collect()
    }
}

/// What was entered at the question; `None` if the form did not ask it. A form that asks names it
/// in `asked`, for boxes that are not ticked send nothing.
fn entered(question: &Question, form: &Fields) -> Option<Vec<String>> {
    if !form.all("asked").any(|path| *path == *question.path) {
        return None;
    }
    let of = |index| form.all(&entry::name(question, index)).map(str::to_owned).collect::<Vec<_>>();
    match question.kind.control() {
        Control::Ranked(_, limit) => Some((0..limit).flat_map(|index| of(Some(index))).collect()),
        Control::One(_)
        | Control::Several(_)
        | Control::Level(_)
        | Control::Number(_)
        | Control::YesOrNo
        | Control::Line => Some(of(None)),
    }
}

/// A text as forms carry it: as a text of JSON, for browsers change the ends of lines; as it stands
/// where it was pasted.
pub(super) fn carried(value: &str) -> String {
    let text =
        serde_json::from_str::<String>(value).unwrap_or_else(|_| value.replace("\r\n", "\n"));
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

/// The text for a form to carry.
pub(super) fn to_carry(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
