//! What the catalog holds, for people who fill in profiles and people who write packs.

use std::fmt::Write as _;

use crate::catalog::Catalog;
use crate::language::Language;
use crate::language::messages::message;
use crate::survey::{Kind, Question};

/// An empty profile in which every question stands with its label, help and options as comments.
pub fn profile_template(catalog: &Catalog, language: Language) -> String {
    let survey = &catalog.survey;
    let mut out = String::new();
    comment(&mut out, 0, survey.title.get(language));
    comment(&mut out, 0, &message(language, "template-intro", &[]));
    let mut written: Vec<&str> = Vec::new();
    for (number, section) in survey.sections.iter().enumerate() {
        let mut first = true;
        for question in survey.questions.iter().filter(|question| question.section == number) {
            let group = question.path.split_once('.').map(|(group, _)| group);
            if group.is_some_and(|group| written.contains(&group)) {
                continue;
            }
            if std::mem::take(&mut first) {
                let _ = write!(out, "\n# ── {} ──\n", section.title.get(language));
            }
            match group {
                None => entry(&mut out, 0, &question.path, question, language),
                Some(group) => {
                    written.push(group);
                    let _ = writeln!(out, "\n{group}:");
                    for question in &survey.questions {
                        if let Some(name) = question.path.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')) {
                            entry(&mut out, 2, name, question, language);
                        }
                    }
                }
            }
        }
    }
    out
}

fn entry(out: &mut String, indent: usize, name: &str, question: &Question, language: Language) {
    if indent == 0 {
        out.push('\n');
    }
    comment(out, indent, &format!("{}: {}", question.label.get(language), question.help.get(language)));
    comment(out, indent, &expected(question, language));
    for (id, label) in choices(question, language) {
        comment(out, indent, &format!("  {id:<22} {label}"));
    }
    let _ = writeln!(out, "{:indent$}{name}:", "");
}

/// What to write, in a few words.
fn expected(question: &Question, language: Language) -> String {
    let (min, max) = question.kind.written_range();
    let id = format!("expects-{}", question.kind.name());
    let limit = match &question.kind {
        Kind::Ranking { limit, .. } => *limit,
        _ => 0,
    };
    message(language, &id, &[("min", min.into()), ("max", max.into()), ("limit", limit.into())])
}

/// The options or levels with their labels.
fn choices(question: &Question, language: Language) -> Vec<(String, String)> {
    match &question.kind {
        Kind::Scale { levels } => {
            let levels = levels.iter().enumerate();
            levels.map(|(level, label)| (level.to_string(), label.get(language).to_string())).collect()
        }
        kind => {
            let options = kind.options().map_or(&[][..], |options| &options.0[..]).iter();
            options.map(|choice| (choice.id.to_string(), choice.label.get(language).to_string())).collect()
        }
    }
}

fn comment(out: &mut String, indent: usize, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("{:indent$}# {line}", "").trim_end());
    }
}

/// The packs with what they cover, and their rules with title and condition, as Markdown.
pub fn rules(catalog: &Catalog, language: Language) -> String {
    let mut out = String::new();
    for (number, pack) in catalog.packs.iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let _ = write!(
            out,
            "# {} ({} {})\n\n{}\n",
            pack.title.get(language),
            pack.id,
            pack.version,
            pack.about.get(language)
        );
        for function in &pack.functions {
            let arguments: Vec<&str> = function.arguments.iter().map(|kind| kind.name()).collect();
            let signature = format!("{}({}) → {}", function.name, arguments.join(", "), function.returns.name());
            let _ = write!(out, "\n- `{signature}`: {}\n", function.help.get(language));
        }
        for rule in catalog.rules.iter().filter(|rule| rule.pack == number) {
            let answers = crate::profile::Answers::none(&catalog.survey);
            let standing = crate::classification::Standing::unknown();
            let facts = catalog.facts(&answers, &standing);
            let title = rule.texts.title.get(language).fill(&facts, language);
            let _ = write!(out, "\n- `{}`: {title}\n  `{}`\n", rule.id, catalog.names().condition(&rule.when));
        }
    }
    out
}
