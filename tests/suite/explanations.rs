//! What `dteam check --explain` prints: every problem explained in both languages, and every
//! example true.

use crate::EN;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dteam::authoring::Subjects;
use dteam::{Diagnostic, Invalid, SourceFile};

use crate::survey::catalog;

/// One problem's explanation.
struct Section {
    number: String,
    name: String,
    prose: String,
    wrong: Vec<Block>,
    right: Vec<Block>,
}

/// A fenced block of an example.
#[derive(Clone)]
struct Block {
    syntax: String,
    text: String,
}

/// The words before an example that is wrong and one that is right.
const LABELS: [(&str, &str, &str); 2] = [("de", "Falsch:", "Richtig:"), ("en", "Wrong:", "Right:")];

fn sections(language: &str) -> Vec<Section> {
    let (_, wrong, right) =
        LABELS.into_iter().find(|labels| labels.0 == language).expect("a language there is");
    let text = std::fs::read_to_string(format!("locales/{language}/explanations.md"))
        .expect("it is in the repository");
    let mut sections: Vec<Section> = Vec::new();
    let (mut block, mut is_right): (Option<Block>, bool) = (None, false);
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let (number, name) = heading.split_once(' ').expect("a number and a name");
            let (number, name) = (number.to_owned(), name.to_owned());
            sections.push(Section {
                number,
                name,
                prose: String::new(),
                wrong: Vec::new(),
                right: Vec::new(),
            });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match (line.strip_prefix("```"), &mut block) {
            (Some(syntax), None) => {
                block = Some(Block { syntax: syntax.to_owned(), text: String::new() })
            }
            (Some(_), Some(_)) => {
                let blocks = if is_right { &mut section.right } else { &mut section.wrong };
                blocks.extend(block.take());
            }
            (None, Some(block)) => block.text.push_str(&format!("{line}\n")),
            (None, None) if line == wrong || line == right => is_right = line == right,
            (None, None) if line.starts_with("# ") => {}
            (None, None) => section.prose.push_str(line),
        }
    }
    assert!(block.is_none(), "the last block is not closed");
    sections
}

impl Section {
    fn number(&self) -> u16 {
        self.number[1..].parse().expect("a number")
    }

    /// Found by trying out answers, which also runs the scripts, not by reading the file.
    fn shows_only_later(&self) -> bool {
        matches!(self.number(), 600..=629) || self.name == "script-failed"
    }

    fn has_cases(&self) -> bool {
        self.number() > 700
    }

    /// Examples that are a profile as they stand.
    fn has_profiles(&self) -> bool {
        matches!(self.number(), 4 | 11..=20 | 201..=214)
    }
}

#[test]
fn every_problem_is_explained_in_the_order_of_the_numbers() {
    let source = std::fs::read_to_string("crates/text/src/diagnostic/code.rs")
        .expect("the source is in the repository");
    let lines = source
        .lines()
        .filter_map(|line| line.strip_prefix("    (\"")?.strip_suffix("),")?.split_once("\", "));
    let numbers: Vec<(String, String)> = lines
        .map(|(name, number)| {
            (format!("D{:03}", number.parse::<u16>().expect("a number")), name.to_owned())
        })
        .collect();
    assert!(!numbers.is_empty());
    for language in ["de", "en"] {
        let sections = sections(language);
        let explained: Vec<_> =
            sections.iter().map(|section| (section.number.clone(), section.name.clone())).collect();
        assert_eq!(explained, numbers, "{language}");
        for section in sections {
            assert!(section.prose.len() > 100, "{language} {}: {}", section.number, section.prose);
            assert_eq!(
                section.wrong.is_empty(),
                section.right.is_empty(),
                "{language} {}",
                section.number
            );
        }
    }
}

#[test]
fn examples_are_yaml() {
    for (language, section) in all_sections() {
        for (blocks, is_wrong) in [(&section.wrong, true), (&section.right, false)] {
            for block in blocks.iter().filter(|block| block.syntax == "yaml") {
                // These show what is no YAML, or more than a file may hold.
                if is_wrong && section.number() < 100 {
                    continue;
                }
                let read = serde_yaml::from_str::<serde_json::Value>(&block.text);
                assert!(read.is_ok(), "{language} {}: {read:?}\n{}", section.number, block.text);
            }
        }
    }
}

#[test]
fn profiles_are_wrong_and_right_as_they_say() {
    for (language, section) in
        all_sections().into_iter().filter(|(_, section)| section.has_profiles())
    {
        for (blocks, expected) in
            [(&section.wrong, vec![section.number.clone()]), (&section.right, Vec::new())]
        {
            for block in blocks {
                let found = match catalog().profile_from_str("p.yaml", &block.text) {
                    Ok(profile) => codes(profile.warnings()),
                    Err(invalid) => codes(&invalid.diagnostics),
                };
                assert_eq!(found, expected, "{language} {}\n{}", section.number, block.text);
            }
        }
    }
}

/// Writes the `pack.yaml`, with the example's script, into a folder of that name.
fn write(folder: &Path, id: &str, pack: &str, blocks: &[Block]) -> PathBuf {
    let path = folder.join(id);
    std::fs::create_dir(&path).expect("the folder can be made");
    std::fs::write(path.join("pack.yaml"), pack.replace("id: probe\n", &format!("id: {id}\n")))
        .expect("it can be written");
    if let Some(script) = of(blocks, "rhai") {
        std::fs::write(path.join("probe.rhai"), script).expect("the file can be written");
    }
    path
}

#[test]
fn rules_are_wrong_and_right_as_they_say() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (language, section) in all_sections() {
        // An example of the survey or of several files is no pack.
        let (Some(wrong), Some(right)) = (pack(&section.wrong), pack(&section.right)) else {
            continue;
        };
        for (pack, blocks, label) in
            [(wrong, &section.wrong, "wrong"), (right, &section.right, "right")]
        {
            let id = format!("{}-{label}-{language}", section.number.to_lowercase());
            let is_found = label == "wrong" && !section.shows_only_later();
            let codes: Vec<String> = is_found.then(|| section.number.clone()).into_iter().collect();
            if pack.contains("\nchanges:") {
                // Two of them would change the same rule.
                let alone = tempfile::tempdir().expect("a temporary folder");
                let path = write(alone.path(), &id, &pack, blocks);
                let found = dteam::load(&[path])
                    .err()
                    .map_or_else(Vec::new, |invalid| self::codes(&invalid.diagnostics));
                assert_eq!(found, codes, "{id}");
                continue;
            }
            write(folder.path(), &id, &pack, blocks);
            expected.insert(id, codes);
        }
    }
    assert!(expected.len() > 200, "the examples are found: {}", expected.len());
    // One load finds the problems of all packs.
    let invalid = dteam::load(&[folder.path()]).expect_err("half of them are wrong");
    for (id, expected) in expected {
        let mut found = codes(within(&invalid, &format!("/{id}/")));
        found.dedup();
        assert_eq!(found, expected, "{id}");
    }
}

#[test]
fn what_trying_out_shows_is_found_in_the_examples() {
    // The built-in rules are out of the way: examples speak of the same questions.
    let off =
        |rule: &str| format!("  - {{rule: {rule}, off: true, reason: {{de: Probe, en: Probe}}}}\n");
    let changes = format!("changes:\n{}", catalog().rule_ids().map(off).collect::<String>());
    let mut checked = 0;
    for (language, section) in
        all_sections().into_iter().filter(|(_, section)| section.shows_only_later())
    {
        let (Some(wrong), Some(right)) = (pack(&section.wrong), pack(&section.right)) else {
            continue;
        };
        let wrong = (wrong, &section.wrong, vec![section.number.clone()]);
        for (pack, blocks, expected) in [wrong, (right, &section.right, Vec::new())] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let path = write(folder.path(), "probe", &format!("{pack}{changes}"), blocks);
            let subjects = Subjects { paths: vec![path], ..Subjects::default() };
            let found = dteam::authoring::check(dteam::builder(), &subjects, EN).diagnostics;
            let mut codes = codes(&found);
            codes.dedup();
            assert_eq!(codes, expected, "{language} {}: {found:#?}\n{pack}", section.number);
            checked += 1;
        }
    }
    assert_eq!(
        checked,
        2 * 2 * 22,
        "all but the question that is not a pack's, and what is no mistake"
    );
}

#[test]
fn cases_are_wrong_and_right_as_they_say() {
    let mut checked = 0;
    for (language, section) in all_sections().into_iter().filter(|(_, section)| section.has_cases())
    {
        for (blocks, expected) in
            [(&section.wrong, vec![section.number.clone()]), (&section.right, Vec::new())]
        {
            for block in blocks.iter().filter(|block| block.text.starts_with("cases:")) {
                let read = dteam::authoring::read_cases(
                    catalog(),
                    "data",
                    &SourceFile::new("cases.yaml", block.text.as_str()),
                );
                let found = read.err().map_or_else(Vec::new, |invalid| codes(&invalid.diagnostics));
                assert_eq!(found, expected, "{language} {}\n{}", section.number, block.text);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 2 * (2 * 4 + 1));
}

fn all_sections() -> Vec<(&'static str, Section)> {
    ["de", "en"]
        .into_iter()
        .flat_map(|language| sections(language).into_iter().map(move |it| (language, it)))
        .collect()
}

fn codes<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Vec<String> {
    diagnostics.into_iter().map(|diagnostic| diagnostic.code()).collect()
}

fn within<'i>(invalid: &'i Invalid, folder: &str) -> impl Iterator<Item = &'i Diagnostic> {
    let is_within =
        move |diagnostic: &&Diagnostic| diagnostic.location().is_some_and(|at| at.contains(folder));
    invalid.diagnostics.iter().filter(is_within)
}

const HEAD: &str = "format: 1\nid: probe\nversion: 1.0.0\ntitle: {de: Probe, en: Probe}\nabout: {de: Probe, en: Probe}\n";

const FUNCTIONS: &str = "functions:\n  - {name: links, arguments: [list], returns: number, help: {de: Glieder, en: Links}}\n";

/// What a rule that calls the script has of its own.
const CALLING: &str = "when: links(components.in_use) < 1\neffect: {components.in_use: +form_server, components.planned: -form_server}\n";

const RULE: &str = "id: one
title: {de: Eins, en: One}
when: data.inventory <= 1
impact: 3
effort: 2
why: {de: Darum., en: Therefore.}
actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}
effect: {data.inventory: 2}
source: {section: \"5.3\", table: 11}
";

/// The `pack.yaml` that an example is part of, unless it is part of something else.
fn pack(blocks: &[Block]) -> Option<String> {
    let keys =
        |text: &str| -> Vec<String> { entries(text).into_iter().map(|(key, _)| key).collect() };
    let is_rule = |text: &str| {
        !keys(text).is_empty() && keys(text).iter().all(|key| RULE_KEYS.contains(&key.as_str()))
    };
    let with_rules = |head: &str, rules: &[String]| {
        format!("{head}rules:\n{}", rules.iter().map(|rule| item(rule)).collect::<String>())
    };
    let Some(yaml) = of(blocks, "yaml") else {
        let calling = merged(RULE, CALLING);
        return of(blocks, "rhai").map(|_| with_rules(&format!("{HEAD}{FUNCTIONS}"), &[calling]));
    };
    let items = list_items(yaml);
    if is_rule(yaml) {
        return Some(with_rules(HEAD, &[merged(RULE, yaml)]));
    }
    if !items.is_empty() && items.iter().all(|item| is_rule(item)) {
        return Some(with_rules(
            HEAD,
            &items.iter().map(|item| merged(RULE, item)).collect::<Vec<_>>(),
        ));
    }
    let is_head = keys(yaml).iter().any(|key| matches!(key.as_str(), "version" | "functions"));
    is_head.then(|| with_rules(&merged(HEAD, yaml), &[RULE.to_owned()]))
}

fn of<'b>(blocks: &'b [Block], syntax: &str) -> Option<&'b str> {
    blocks.iter().find(|block| block.syntax == syntax).map(|block| block.text.as_str())
}

/// The keys of a rule that examples show, and one that is none.
const RULE_KEYS: [&str; 28] = [
    "id",
    "title",
    "when",
    "need",
    "impact",
    "fit",
    "effort",
    "days",
    "weeks",
    "decided_by",
    "lead",
    "with",
    "cost",
    "returns",
    "joint",
    "duty",
    "after",
    "before",
    "covers",
    "learn",
    "learn_from",
    "why",
    "notes",
    "actions",
    "variants",
    "effect",
    "valid",
    "source",
];

/// The top-level entries of a mapping: each key with all its lines.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(':') {
            Some((key, _)) if key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') => {
                entries.push((key.to_owned(), format!("{line}\n")));
            }
            _ => {
                if let Some((_, lines)) = entries.last_mut() {
                    lines.push_str(&format!("{line}\n"));
                }
            }
        }
    }
    entries
}

/// A mapping with the entries of another in place of its own, and those it lacks.
fn merged(text: &str, changes: &str) -> String {
    let mut merged = entries(text);
    for (key, lines) in entries(changes) {
        match merged.iter_mut().find(|(own, _)| *own == key) {
            Some(entry) => entry.1 = lines,
            None => merged.push((key, lines)),
        }
    }
    merged.into_iter().map(|(_, lines)| lines).collect()
}

/// The items of a list of mappings, each without its dash.
fn list_items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("- ") {
            Some(first) => items.push(format!("{first}\n")),
            None => {
                if let Some(item) = items.last_mut() {
                    item.push_str(&format!("{}\n", line.strip_prefix("  ").unwrap_or(line)));
                }
            }
        }
    }
    items
}

/// A mapping as an item of the list of rules.
fn item(rule: &str) -> String {
    let lines = rule.lines().enumerate().map(|(number, line)| match number {
        0 => format!("  - {line}\n"),
        _ => format!("    {line}\n"),
    });
    lines.collect()
}
