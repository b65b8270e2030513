//! Catalogs of any size, written as folders: copies of the shipped packs, and packs with questions
//! of their own.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const PROFILE: &str = include_str!("../../profiles/nordmarken.json");

/// A pack with questions holds no more rules: a file may have a limited number of parts.
const RULES_IN_A_PACK: usize = 1000;

/// The shipped packs this number of times, each copy under names of its own; its rules refer to those of
/// the same copy.
pub fn copies(folder: &Path, count: usize) -> io::Result<PathBuf> {
    let (folder, packs) = (folder.join(format!("copies-{count}")), packs()?);
    for copy in 0..count {
        let name = |pack: &str| if copy == 0 { pack.to_owned() } else { format!("{pack}-{copy}") };
        for pack in &packs {
            let (from, to) = (Path::new("rules").join(pack), folder.join(name(pack)));
            fs::create_dir_all(&to)?;
            for file in fs::read_dir(&from)? {
                let file = file?;
                if file.path().extension().is_some_and(|extension| extension == "rhai") {
                    fs::copy(file.path(), to.join(file.file_name()))?;
                }
            }
            let text = fs::read_to_string(from.join("pack.yaml"))?;
            let lines = text.lines().map(|line| match line.trim_start() {
                _ if line == format!("id: {pack}") => format!("id: {}", name(pack)),
                after if after.starts_with("after: [") => {
                    packs.iter().fold(line.to_owned(), |line, pack| {
                        line.replace(&format!("{pack}/"), &format!("{}/", name(pack)))
                    })
                }
                _ => line.to_owned(),
            });
            fs::write(to.join("pack.yaml"), lines.collect::<Vec<_>>().join("\n"))?;
        }
    }
    fs::write(folder.join("profile.json"), PROFILE)?;
    Ok(folder)
}

fn packs() -> io::Result<Vec<String>> {
    let mut packs = Vec::new();
    for entry in fs::read_dir("rules")? {
        let entry = entry?;
        if entry.path().is_dir() {
            packs.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    packs.sort();
    Ok(packs)
}

/// The shipped catalog with this number of questions more, and this number of rules that each read three of them.
/// The profile answers all of these questions or none.
pub fn asking(
    folder: &Path,
    questions: usize,
    rules: usize,
    answered: bool,
) -> io::Result<PathBuf> {
    let folder = folder.join(format!("asking-{questions}-{rules}-{answered}"));
    let packs = rules.div_ceil(RULES_IN_A_PACK).max(1);
    let mut profile = String::new();
    for pack in 0..packs {
        let part = |all: usize| all * pack / packs..all * (pack + 1) / packs;
        let (asked, stated) = (part(questions), part(rules));
        let answers: Vec<String> =
            asked.clone().map(|number| format!("\"q{number}\": {}", number * 37 % 101)).collect();
        if answered {
            let _ = write!(profile, ", \"asking{pack}\": {{{}}}", answers.join(", "));
        }
        let text = pack_text(pack, asked.collect(), stated.len());
        fs::create_dir_all(folder.join(format!("asking{pack}")))?;
        fs::write(folder.join(format!("asking{pack}/pack.yaml")), text)?;
    }
    let base = PROFILE.trim_end().trim_end_matches('}').trim_end();
    fs::write(folder.join("profile.json"), format!("{base}{profile}}}"))?;
    Ok(folder)
}

/// The shipped catalog with this number of additional rules that all read the same two questions,
/// with the same bounds or each with its own.
pub fn alike(folder: &Path, rules: usize, other_bounds: bool) -> io::Result<PathBuf> {
    let folder = folder.join(format!("alike-{rules}-{other_bounds}"));
    for pack in 0..rules.div_ceil(RULES_IN_A_PACK) {
        let mut text = format!(
            "format: 1\nid: alike{pack}\nversion: 1.0.0\ntitle: {{de: Gleiche, en: Alike}}\n\
             about: {{de: Zum Messen., en: For measuring.}}\nrules:\n"
        );
        for rule in pack * RULES_IN_A_PACK..rules.min((pack + 1) * RULES_IN_A_PACK) {
            let bound = if other_bounds { 1000 + rule } else { 1000 };
            let _ = writeln!(
                text,
                "  - id: r{rule}\n    title: {{de: Schritt {rule}, en: Step {rule}}}\n    \
                 when: data.inventory <= 1 && municipality.population < {bound}\n    impact: 3\n    effort: 2\n    \
                 why: {{de: Darum., en: Therefore.}}\n    actions: {{de: [Anfangen., Weitermachen.], en: [Begin., Go on.]}}\n    \
                 effect: {{data.inventory: 2}}\n    source: {{section: '3'}}"
            );
        }
        fs::create_dir_all(folder.join(format!("alike{pack}")))?;
        fs::write(folder.join(format!("alike{pack}/pack.yaml")), text)?;
    }
    fs::write(folder.join("profile.json"), PROFILE)?;
    Ok(folder)
}

fn pack_text(pack: usize, questions: Vec<usize>, rules: usize) -> String {
    let mut text = format!(
        "format: 1\nid: asking{pack}\nversion: 1.0.0\ntitle: {{de: Fragen, en: Questions}}\n\
         about: {{de: Zum Messen., en: For measuring.}}\nquestions:\n"
    );
    for number in &questions {
        let _ = writeln!(
            text,
            "  - id: q{number}\n    kind: percent\n    label: {{de: Anteil {number}, en: Share {number}}}\n    \
             help: {{de: Geschätzt., en: As estimated.}}"
        );
    }
    text += "rules:\n";
    for rule in 0..rules {
        let path =
            |step: usize| format!("asking{pack}.q{}", questions[(rule + step) % questions.len()]);
        let (one, two, three) = (path(0), path(1), path(2));
        let least = rule % 60;
        let _ = writeln!(
            text,
            "  - id: r{rule}\n    title: {{de: Schritt {rule}, en: Step {rule}}}\n    \
             when: {one} < {least} && ({two} > 20 || {three} > 40)\n    need: 1 - {one} / 100\n    impact: 3\n    effort: 2\n    \
             why: {{de: 'Der Anteil ist {{{one}}} Prozent.', en: 'The share is {{{one}}} percent.'}}\n    \
             actions: {{de: [Anfangen., Weitermachen.], en: [Begin., Go on.]}}\n    \
             effect: {{{one}: 100}}\n    source: {{section: '3'}}"
        );
    }
    text
}
