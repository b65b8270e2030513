//! What changes in the files: packs, questions, functions, rules.

use serde::Serialize;

use super::parts::{self, Part};
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::{group, is_of};
use dteam_engine::survey::Question;
use dteam_text::language::Language;

/// Something that is new, gone or different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The pack's id, the question's path, the function's name after its pack's, `pack/rule`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// What is different.
    pub parts: Vec<PartChange>,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Removed,
    /// Both have it, with differences.
    Changed,
}

/// A part that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartChange {
    /// Which part: `condition`, `need`, `impact`, `title`, `note` and so on.
    pub part: &'static str,
    /// Which of several, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    /// The language of a text.
    #[serde(rename = "text_language", skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// As it was; `None` if it was not there.
    pub old: Option<String>,
    /// As it is.
    pub new: Option<String>,
}

/// Compares what two versions have under the same ids, in the order of the new one; but for these
/// packs and what is of them.
fn compared(
    [old, new]: [Vec<(String, String, Vec<Part>)>; 2],
    left_out: &[String],
) -> Vec<Changed> {
    let ignored = |id: &str| left_out.iter().any(|pack| is_of(pack, id));
    let find = |entries: &[(String, String, Vec<Part>)], id: &str| {
        entries.iter().position(|(other, ..)| other == id)
    };
    let mut changed = Vec::new();
    for (id, title, parts) in new.iter().filter(|(id, ..)| !ignored(id)) {
        let (kind, parts) = match find(&old, id) {
            None => (ChangeKind::Added, Vec::new()),
            Some(position) => (ChangeKind::Changed, differing(&old[position].2, parts)),
        };
        if kind == ChangeKind::Added || !parts.is_empty() {
            changed.push(Changed { id: id.clone(), title: title.clone(), kind, parts });
        }
    }
    for (id, title, _) in old.iter().filter(|(id, ..)| !ignored(id) && find(&new, id).is_none()) {
        changed.push(Changed {
            id: id.clone(),
            title: title.clone(),
            kind: ChangeKind::Removed,
            parts: Vec::new(),
        });
    }
    changed
}

fn differing(old: &[Part], new: &[Part]) -> Vec<PartChange> {
    let same = |one: &&Part, other: &Part| one.name == other.name && one.language == other.language;
    let mut changes = Vec::new();
    let gone = old.iter().filter(|part| !new.iter().any(|other| same(part, other)));
    for part in new.iter().chain(gone) {
        let found = |parts: &[Part]| {
            parts
                .iter()
                .find(|other| same(&part, other))
                .map_or_else(Vec::new, |it| it.says.clone())
        };
        let (mut was, mut is) = (found(old), found(new));
        // What stands before and behind a change stays out of it.
        let before = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
        was.drain(..before);
        is.drain(..before);
        while was.last().is_some() && was.last() == is.last() {
            was.pop();
            is.pop();
        }
        for position in 0..was.len().max(is.len()) {
            changes.push(PartChange {
                part: part.name,
                number: part.is_list.then_some(before + position + 1),
                language: part.language,
                old: was.get(position).map(|was| own_lines(was, is.get(position))),
                new: is.get(position).map(|is| own_lines(is, was.get(position))),
            });
        }
    }
    changes
}

/// What only one side says of a part that has several lines; all of them, where there is no other.
fn own_lines(says: &str, other: Option<&String>) -> String {
    let is_shared = |line: &str| other.is_some_and(|other| other.lines().any(|it| it == line));
    let own: Vec<&str> = says.lines().filter(|line| !is_shared(line)).collect();
    if own.is_empty() && !says.is_empty() { "…".to_owned() } else { own.join("; ") }
}

pub(super) fn packs(
    catalogs: [&Catalog; 2],
    left_out: &[String],
    language: Language,
) -> Vec<Changed> {
    let entries = catalogs.map(|catalog| {
        let packs = catalog.packs.iter().map(|pack| {
            let parts = vec![Part::one("version", pack.version.clone())];
            (pack.id.clone(), pack.title.get(language).clone(), parts)
        });
        packs.collect()
    });
    compared(entries, left_out)
}

pub(super) fn questions(
    catalogs: [&Catalog; 2],
    left_out: &[String],
    language: Language,
) -> Vec<Changed> {
    let groups: Vec<String> = left_out.iter().map(|pack| group(pack)).collect();
    let is_of_group = |path: &str| groups.iter().any(|group| path.split('.').next() == Some(group));
    let entries = catalogs.map(|catalog| {
        let each = catalog.survey.questions.iter();
        let each = each.filter(|question| !is_of_group(&question.path));
        each.map(|question| {
            let label = question.label.get(language).clone();
            (question.path.clone(), label, question_parts(question))
        })
        .collect()
    });
    compared(entries, &[])
}

fn question_parts(question: &Question) -> Vec<Part> {
    let mut parts = Vec::new();
    for (language, label) in question.label.each() {
        parts.push(Part::text("label", language, label.clone()));
    }
    for (language, help) in question.help.each() {
        parts.push(Part::text("help", language, help.clone()));
    }
    let options = question.kind.options().into_iter().flat_map(|options| options.ids());
    parts.push(Part::list("option", options.map(str::to_owned).collect()));
    let name = question.kind.name().to_owned();
    let kind = match question.kind.range() {
        Some((min, max)) => format!("{name} ({min}–{max})"),
        None => name,
    };
    parts.push(Part::one("kind", kind));
    parts
}

pub(super) fn functions(
    catalogs: [&Catalog; 2],
    left_out: &[String],
    language: Language,
) -> Vec<Changed> {
    let entries = catalogs.map(|catalog| {
        let mut entries = Vec::new();
        for pack in &catalog.packs {
            for function in &pack.functions {
                let files = function.script.files.iter();
                let lines: Vec<String> =
                    files.flat_map(|file| file.text.lines().map(str::to_owned)).collect();
                let id = format!("{}/{}", pack.id, function.name);
                let help = function.help.get(language).clone();
                entries.push((id, help, vec![Part::list("line", lines)]));
            }
        }
        entries
    });
    compared(entries, left_out)
}

pub(super) fn rules(
    catalogs: [&Catalog; 2],
    left_out: &[String],
    language: Language,
) -> Vec<Changed> {
    let entries = catalogs.map(|catalog| {
        let rules = catalog.rules.iter();
        let entry = |rule: &dteam_engine::pack::Rule| {
            let title = parts::title([catalog], &rule.id, language);
            (rule.id.clone(), title, parts::of_rule(catalog, rule, language))
        };
        rules.map(entry).collect()
    });
    compared(entries, left_out)
}
