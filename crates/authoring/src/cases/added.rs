//! Writes suggested cases into `cases.yaml`, as many as it takes to show and notice what none does.

use std::sync::Arc;

use super::mutation::mutants;
use super::noticed::{Expect, Noticing, Shown, Suggestion, of_mutant, of_script, short};
use super::part::PartKey;
use super::{Case, coverage, read_cases, script_mutant};
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{Diagnostics, Invalid, Problem, SourceFile};
use dteam_text::yaml::edit::{entries, line_break, line_start};
use dteam_text::yaml::{self, Value};

/// What a rule's texts have to hold, by the code of their language.
type TextParts<'t> = Vec<(&'t str, Vec<&'t str>)>;

/// A file with suggested cases at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The file's new text.
    pub text: String,
    /// How many cases were added.
    pub count: usize,
}

/// Adds a case for whatever no case of the pack `pack` shows or notices, as far as one was found.
/// One case may say several things of the same answers. All that is there stays byte for byte.
///
/// # Errors
/// [`Invalid`] as [`read_cases`](super::read_cases), and if no case can be added behind the others
/// as they are written.
pub fn add_cases(catalog: &Catalog, pack: &str, file: &Arc<SourceFile>) -> Result<Added, Invalid> {
    let cases = read_cases(catalog, pack, file)?;
    let mut additions = Additions {
        catalog,
        pack,
        noticing: Noticing::new(catalog, &cases),
        written: 0,
        entries: Vec::new(),
    };
    additions.written = additions.noticing.shown.len();
    additions.collect(&cases);
    let Additions { entries, .. } = additions;
    let text = appended(&file.text, pack, &entries).filter(|text| {
        let read = read_cases(catalog, pack, &SourceFile::new("", text));
        read.is_ok_and(|read| read.len() == cases.len() + entries.len())
    });
    match text {
        Some(text) => Ok(Added { text, count: entries.len() }),
        None => {
            let problem = Problem::CasesNotAdded { path: file.name.clone() };
            Err(problem.into())
        }
    }
}

struct Additions<'c> {
    catalog: &'c Catalog,
    pack: &'c str,
    noticing: Noticing<'c>,
    /// How many of the cases that are tried stand in the file already; each entry has one behind
    /// them.
    written: usize,
    entries: Vec<Entry>,
}

/// A case to be added.
#[derive(Debug, Clone)]
struct Entry {
    profile: String,
    /// What it is for: each rule with the part of it.
    shows: Vec<(String, String)>,
    outcomes: Vec<(Outcome, String)>,
    expects: Vec<Expect>,
}

impl Additions<'_> {
    fn collect(&mut self, cases: &[Case]) {
        let (catalog, pack) = (self.catalog, self.pack);
        for rule in coverage(catalog, pack, cases).rules {
            let of_condition = rule.missing.into_iter().filter(|missing| missing.part.is_none());
            for missing in of_condition {
                let suggestion =
                    Suggestion { profile: missing.profile, outcome: missing.outcome, expect: None };
                let shows = missing.outcome.map_or("", Outcome::name);
                self.add(&rule.rule, shows, suggestion);
            }
        }
        for mut mutant in mutants(catalog, pack) {
            if !self.noticing.notice(&mut mutant)
                && let Some(suggestion) = of_mutant(catalog, pack, &mutant)
            {
                self.add(&mutant.rule.id, &mutant.part.to_string(), suggestion);
            }
        }
        for mutant in script_mutant::of_pack(catalog, pack) {
            if !self.noticing.notice_scripts(&mutant.scripts)
                && let Some(suggestion) = of_script(catalog, pack, &mutant)
            {
                self.add(&mutant.function, "function", suggestion);
            }
        }
    }

    /// Adds what is suggested to the case with the same answers, or as a new one; not where it does
    /// not come out so, because the answers that lead to the type are left open.
    fn add(&mut self, rule: &str, shows: &str, suggestion: Suggestion) {
        let Some(profile) = suggestion.profile else { return };
        let rule = short(rule, self.pack);
        let position = self.entries.iter().position(|entry| entry.profile == profile);
        let mut entry = match position {
            Some(position) => self.entries[position].clone(),
            None => Entry { profile, shows: Vec::new(), outcomes: Vec::new(), expects: Vec::new() },
        };
        match (suggestion.expect, suggestion.outcome) {
            (Some(expect), _) if !entry.expects.contains(&expect) => entry.expects.push(expect),
            (None, Some(outcome)) if !entry.outcomes.contains(&(outcome, rule.to_owned())) => {
                entry.outcomes.push((outcome, rule.to_owned()));
            }
            _ => return,
        }
        let said = (rule.to_owned(), shows.to_owned());
        if !entry.shows.contains(&said) {
            entry.shows.push(said);
        }
        let file = SourceFile::new("", format!("cases:\n{}", entry.written("  ", "\n")));
        let Ok(cases) = read_cases(self.catalog, self.pack, &file) else { return };
        let Some(shown) = Shown::of(self.catalog, &cases).pop() else { return };
        match position {
            Some(position) => {
                self.entries[position] = entry;
                self.noticing.shown[self.written + position] = shown;
            }
            None => {
                self.entries.push(entry);
                self.noticing.shown.push(shown);
            }
        }
    }
}

impl Entry {
    /// The case as an item of a list that is indented so.
    fn written(&self, indent: &str, line_break: &str) -> String {
        let mut shows: Vec<String> = Vec::new();
        for (rule, part) in &self.shows {
            match shows.last_mut().filter(|last| last.starts_with(&format!("{rule}: "))) {
                Some(last) => last.push_str(&format!(", {part}")),
                None => shows.push(format!("{rule}: {part}")),
            }
        }
        let name = serde_json::Value::from(shows.join("; "));
        let mut lines = vec![format!("name: {name}"), format!("profile: {}", self.profile)];
        for outcome in [Outcome::Fires, Outcome::Silent, Outcome::Undecided] {
            let rules = self.outcomes.iter().filter(|(of, _)| *of == outcome);
            let rules: Vec<&str> = rules.map(|(_, rule)| rule.as_str()).collect();
            if !rules.is_empty() {
                lines.push(format!("{}: [{}]", outcome.name(), rules.join(", ")));
            }
        }
        for key in PartKey::ALL.map(PartKey::name) {
            let expects = self.expects.iter().filter(|expect| expect.key == key);
            let expects: Vec<String> =
                expects.map(|expect| format!("{}: {}", expect.rule, expect.value)).collect();
            if !expects.is_empty() {
                lines.push(format!("{key}: {{{}}}", expects.join(", ")));
            }
        }
        lines.extend(self.texts());
        let mut written = String::new();
        for (number, line) in lines.into_iter().enumerate() {
            let before = if number == 0 { "- " } else { "  " };
            written.push_str(&format!("{indent}{before}{line}{line_break}"));
        }
        written
    }

    /// The parts of texts: one rule after the other, its languages in their order.
    fn texts(&self) -> Option<String> {
        let mut rules: Vec<(&str, TextParts<'_>)> = Vec::new();
        for expect in &self.expects {
            let Some(language) = expect.language else { continue };
            let position = rules.iter().position(|(rule, _)| *rule == expect.rule);
            let position = position.unwrap_or_else(|| {
                rules.push((&expect.rule, Vec::new()));
                rules.len() - 1
            });
            let languages = &mut rules[position].1;
            match languages.iter_mut().find(|(code, _)| *code == language.code()) {
                Some((_, parts)) => parts.push(&expect.value),
                None => languages.push((language.code(), vec![&expect.value])),
            }
        }
        let of_rule = |(rule, languages): &(&str, TextParts<'_>)| {
            let parts = languages.iter().map(|(code, parts)| match parts.as_slice() {
                [part] => format!("{code}: {part}"),
                parts => format!("{code}: [{}]", parts.join(", ")),
            });
            format!("{rule}: {{{}}}", parts.collect::<Vec<_>>().join(", "))
        };
        let rules: Vec<String> = rules.iter().map(of_rule).collect();
        (!rules.is_empty()).then(|| format!("texts: {{{}}}", rules.join(", ")))
    }
}

/// The file's text with the cases behind its last one; `None` where its list is written in
/// brackets.
fn appended(text: &str, pack: &str, new: &[Entry]) -> Option<String> {
    if new.is_empty() {
        return Some(text.to_owned());
    }
    let file: Arc<SourceFile> = SourceFile::new(pack, text);
    let root = yaml::parse(&file, &mut Diagnostics::new(&file))?;
    let cases = entries(&root).iter().find(|entry| entry.key == "cases")?;
    let (head, indent) = match &cases.value.value {
        Value::List(items) => match items.first() {
            Some(first) => {
                let line = &text[line_start(text, first.span.start)..first.span.start];
                let indent = line.trim_end().strip_suffix('-')?;
                indent.trim().is_empty().then_some((text.to_owned(), indent))?
            }
            // An empty list in brackets makes room for one.
            None => {
                let span = &cases.value.span;
                (format!("{}{}", text[..span.start].trim_end(), &text[span.end..]), "  ")
            }
        },
        Value::Null | Value::Scalar(_) | Value::Map(_) => return None,
    };
    let line_break = line_break(text);
    let mut appended = head;
    if !appended.ends_with('\n') {
        appended.push_str(line_break);
    }
    for entry in new {
        appended.push_str(line_break);
        appended.push_str(&entry.written(indent, line_break));
    }
    Some(appended)
}
