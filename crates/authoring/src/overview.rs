//! What the catalog holds, for people who fill in profiles and people who write packs.

use std::fmt::Write as _;

use crate::expected::with_unit;
use dteam_engine::advice::change::changed_by;
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::pack::{Rule, group};
use dteam_engine::profile::Answers;
use dteam_engine::survey::Question;
use dteam_report::words::{Words, sentence};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

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
                        if let Some(name) = question
                            .path
                            .strip_prefix(group)
                            .and_then(|rest| rest.strip_prefix('.'))
                        {
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
    comment(
        out,
        indent,
        &format!("{}: {}", question.label.get(language), question.help.get(language)),
    );
    comment(out, indent, &with_unit(question, "template", language));
    for (id, label) in question.kind.named() {
        let label = label.get(language);
        comment(out, indent, &format!("  {id:<22} {label}"));
    }
    let _ = writeln!(out, "{:indent$}{name}:", "");
}

fn comment(out: &mut String, indent: usize, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("{:indent$}# {line}", "").trim_end());
    }
}

/// The packs with what they cover, ask and change, and their rules with title and condition, as
/// Markdown.
pub fn rules(catalog: &Catalog, language: Language) -> String {
    let answers = Answers::none(&catalog.survey);
    let assignment = TypeAssignment::unknown();
    let facts = catalog.facts(&answers, &assignment);
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
            let signature = format!(
                "{}({}) → {}",
                function.name,
                arguments.join(", "),
                function.returns.name()
            );
            let _ = write!(out, "\n- `{signature}`: {}\n", function.help.get(language));
        }
        for question in catalog.survey.asked_by(&group(&pack.id)) {
            let parts = [
                ("question", question.path.as_str().into()),
                ("label", question.label.get(language).as_str().into()),
            ];
            let _ = write!(out, "\n- {}\n", message(language, "rules-question", &parts));
        }
        changes(catalog, number, &facts, language, &mut out);
        for rule in catalog.rules.iter().filter(|rule| rule.pack == number) {
            let title: String = rule.texts.title.get(language).fill(&facts, language);
            let changed = changed(catalog, rule, language).unwrap_or_default();
            let condition = catalog.names().condition(&rule.when);
            let _ = write!(out, "\n- `{}`: {title}{changed}\n  `{condition}`\n", rule.id);
        }
    }
    out
}

/// What a pack changes about the rules of others.
fn changes(
    catalog: &Catalog,
    pack: usize,
    facts: &Facts<'_>,
    language: Language,
    out: &mut String,
) {
    let labels = catalog.typology.labels(language);
    for changed in catalog.changes(pack, facts, language) {
        let parts = [
            ("rule", changed.rule.as_str().into()),
            ("change", Words(language).change(&changed.change, &labels).into()),
            ("reason", sentence(&changed.change.reason).into()),
        ];
        let _ = write!(out, "\n- {}\n", message(language, "rules-change", &parts));
    }
}

/// What another pack changes about the rule, in brackets.
fn changed(catalog: &Catalog, rule: &Rule, language: Language) -> Option<String> {
    let changed = changed_by(catalog, rule, language)?;
    let change = Words(language).change(&changed.change, &catalog.typology.labels(language));
    Some(message(
        language,
        "rules-changed",
        &[("change", change.into()), ("pack", changed.title.into())],
    ))
}
