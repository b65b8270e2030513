//! A set of rules as the files in `rules/` write it, and the packs that dteam loads for it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::language::{self, Condition, Number};

/// One rule.
pub struct Rule {
    pub pack: String,
    pub id: String,
    /// As it is written.
    pub when: String,
    pub need: String,
    /// As it is understood, for the languages of the other engines.
    pub condition: Condition,
    pub score: Number,
}

/// Reads the rules of a file.
pub fn read(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let (mut pack, mut id, mut when) = ("", "", "");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, rest) = line.split_once(' ').unwrap_or_else(|| panic!("a line without a value: {line}"));
        match key {
            "pack" => pack = rest,
            "rule" => id = rest,
            "when" => when = rest,
            "need" => rules.push(Rule {
                pack: pack.to_owned(),
                id: id.to_owned(),
                when: when.to_owned(),
                need: rest.to_owned(),
                condition: language::condition(when),
                score: language::number(rest),
            }),
            _ => panic!("an unknown line: {line}"),
        }
    }
    rules
}

/// Writes the rules as packs. They bear the names of the six packs that come with dteam and so take
/// their places.
pub fn write_packs(rules: &[Rule], folder: &Path) -> std::io::Result<()> {
    for (order, pack) in rules.chunk_by(|one, other| one.pack == other.pack).enumerate() {
        let name = &pack[0].pack;
        let text = |text: &str| format!("{{de: {text}, en: {text}}}");
        let mut yaml = format!(
            "format: 1\nid: {name}\nversion: 1.0.0\norder: {order}\ntitle: {}\nabout: {}\nrules:\n",
            text(name),
            text("measured and never shown")
        );
        for rule in pack {
            let Rule { id, when, need, .. } = rule;
            let (when, need) = (quoted(when), quoted(need));
            let (title, why, action) = (text(id), text("none"), "{de: [one, two], en: [one, two]}");
            let _ = write!(
                yaml,
                "  - id: {id}\n    title: {title}\n    when: {when}\n    need: {need}\n    impact: 3\n    effort: 2\n    \
                 why: {why}\n    actions: {action}\n    effect: {{ozg.considered: true}}\n    source: {{section: \"1\"}}\n",
            );
        }
        fs::create_dir_all(folder.join(name))?;
        fs::write(folder.join(name).join("pack.yaml"), yaml)?;
    }
    Ok(())
}

fn quoted(expression: &str) -> String {
    format!("'{}'", expression.replace('\'', "''"))
}
