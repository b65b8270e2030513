//! Every text the program has is said somewhere, and everything it says has a text.

use std::path::Path;

/// The ids of the messages in a file.
fn ids(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("the texts are in the repository");
    let lines =
        text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned()).collect()
}

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the source is in the repository").flatten() {
        match entry.path() {
            path if path.is_dir() => sources(&path, text),
            path => text.push_str(&std::fs::read_to_string(path).expect("source is text")),
        }
    }
}

#[test]
fn every_text_is_used() {
    let mut source = String::new();
    ["src", "crates"].iter().for_each(|folder| sources(Path::new(folder), &mut source));
    // These are put together from a name: the kinds of questions, the outcomes of rules.
    let composed = ["kind-", "outcome-"];
    let files = std::fs::read_dir("locales/de").expect("the texts are in the repository").flatten();
    // Those of problems are said by their names: see below.
    let files = files.map(|file| file.path()).filter(|path| !path.ends_with("problems.ftl"));
    let files = files.filter(|path| path.extension().is_some_and(|form| form == "ftl"));
    for id in files.flat_map(|path| ids(&path)) {
        let used = source.contains(&format!("\"{id}\""))
            || composed.iter().any(|prefix| id.starts_with(prefix));
        assert!(used, "nobody says {id}");
    }
}

#[test]
fn every_problem_has_its_text_and_every_text_its_problem() {
    let source = std::fs::read_to_string("crates/text/src/diagnostic/problem.rs")
        .expect("the source is in the repository");
    let (_, variants) = source.split_once("pub enum Problem {").expect("the problems are listed");
    let (variants, _) = variants.split_once("\n}\n").expect("the list ends");
    let names = variants.lines().filter_map(|line| line.strip_prefix("    "));
    let names = names.filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()));
    let mut codes: Vec<String> = names
        .map(|line| {
            let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
            let parts = name.chars().enumerate().flat_map(|(index, letter)| {
                let hyphen = (index > 0 && letter.is_ascii_uppercase()).then_some('-');
                hyphen.into_iter().chain([letter.to_ascii_lowercase()])
            });
            parts.collect()
        })
        .collect();
    // The code of a number in a name is part of the word before it.
    codes.iter_mut().for_each(|code| *code = code.replace("utf-8", "utf8"));
    codes.sort();
    for language in ["de", "en"] {
        let mut texts = ids(Path::new(&format!("locales/{language}/problems.ftl")));
        texts.sort();
        assert_eq!(codes, texts, "{language}");
    }
}
