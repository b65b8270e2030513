//! A study in a language of its own is a folder: its report speaks no other, in whatever format.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use dteam::{Options, Severity, render};

use super::{DE, EN};

const STUDY: &str = "examples/studies/ecoles";
const PROFILE: &str = "examples/studies/ecoles/profil.yaml";

/// The files of a language that hold what a report says.
const OF_REPORTS: [&str; 4] = ["language.ftl", "report.ftl", "html.ftl", "council.ftl"];

fn dteam(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::cargo_bin("dteam")
        .expect("the program is built")
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
    (text(output.stdout), text(output.stderr), output.status.code())
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}

/// The words of what the program says in reports in a language: without comments, ids and names of
/// variables.
fn spoken(language: &str) -> BTreeSet<String> {
    let texts = OF_REPORTS.map(|file| {
        fs::read_to_string(format!("locales/{language}/{file}")).expect("the language has the file")
    });
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
    let said = lines.map(|line| match line.starts_with(' ') {
        true => line,
        false => line.split_once('=').map_or("", |(_, said)| said),
    });
    let is_text = |word: &&str| !word.starts_with(['$', '[', '*']);
    said.flat_map(|said| said.split_whitespace()).filter(is_text).flat_map(words).collect()
}

/// The text that somebody reads, without tags and style.
fn visible(html: &str) -> String {
    let (_, body) = html.split_once("<body").expect("a page has a body");
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = behind.split_once('>').map_or("", |(_, rest)| rest);
    }
    text + rest
}

/// The files of the study, one after the other.
fn study() -> String {
    let files =
        ["survey.yaml", "typology.yaml", "benchmarks.yaml", "reseau/pack.yaml", "profil.yaml"];
    files.map(|file| fs::read_to_string(Path::new(STUDY).join(file)).expect("it is there")).concat()
}

#[test]
fn a_report_speaks_the_study_s_language_and_no_other() {
    let mut foreign: BTreeSet<String> = &spoken("de") | &spoken("en");
    for known in [spoken("fr"), words(&study())] {
        foreign = &foreign - &known;
    }
    assert!(foreign.contains("und") && foreign.contains("the"), "{foreign:?}");
    let advise = ["advise", PROFILE, "--rules", STUDY, "--date", "2026-11-22"];
    let council = ["--format", "council", "--steps", "1"];
    for more in
        [&["--format", "text"][..], &["--format", "markdown"], &["--format", "html"], &council]
    {
        let (report, said, code) = dteam(&[&advise[..], more].concat());
        assert_eq!(code, Some(0), "{said}");
        let text = if report.starts_with("<!") { visible(&report) } else { report };
        let found: Vec<String> = words(&text).intersection(&foreign).cloned().collect();
        assert!(found.is_empty(), "{more:?}: {found:?}\n{text}");
        assert!(text.contains("Valmont") && text.contains("Relier toutes les salles"), "{text}");
    }
}

#[test]
fn a_language_that_reports_are_in_has_all_that_they_say() {
    let ids = |language: &str| -> Vec<String> {
        let files = OF_REPORTS.map(|file| fs::read_to_string(format!("locales/{language}/{file}")));
        let text = files.map(|file| file.expect("the language has the file")).concat();
        let lines =
            text.lines().filter(|line| line.starts_with(|first: char| first.is_alphabetic()));
        let ids = lines.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()));
        ids.filter(|id| id != "language-fallback").collect::<BTreeSet<_>>().into_iter().collect()
    };
    for language in ["en", "fr"] {
        assert_eq!(ids("de"), ids(language), "{language}");
    }
}

#[test]
fn the_study_stands_the_checks_and_its_own_tests() {
    let (said, errors, code) = dteam(&["check", STUDY, "--lang", "en"]);
    assert_eq!(code, Some(0), "{said}{errors}");
    let (said, errors, code) = dteam(&["test", STUDY, "--lang", "en", "--coverage-min", "100"]);
    assert_eq!(code, Some(0), "{said}{errors}");
    let (said, errors, code) = dteam(&["check", PROFILE, "--rules", STUDY, "--lang", "en"]);
    assert_eq!(code, Some(0), "{said}{errors}");
}

#[test]
fn a_check_speaks_the_first_language_of_the_study() {
    assert_eq!(dteam(&["check", STUDY]), dteam(&["check", STUDY, "--lang", "fr"]));
    assert_ne!(dteam(&["check", STUDY]), dteam(&["check", STUDY, "--lang", "de"]));
}

#[test]
fn labels_end_as_the_language_has_it() {
    let report = ["advise", PROFILE, "--rules", STUDY, "--date", "2026-11-22", "--format"];
    let (markdown, _, _) = dteam(&[&report[..], &["markdown"]].concat());
    assert!(markdown.contains("**Voir\u{a0}:** ") && !markdown.contains("**Voir:**"), "{markdown}");
    let (html, _, _) = dteam(&[&report[..], &["html"]].concat());
    assert!(html.contains("Objectifs principaux\u{a0}:</b>"), "{html}");
}

#[test]
fn counts_are_in_the_language_of_the_text_that_stands_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("new.yaml");
    let path = file.to_str().expect("a path of letters");
    let (said, errors, _) = dteam(&["interview", path, "--rules", STUDY]);
    assert!(said.contains("Ten questions, about 10 minutes."), "{said}{errors}");
}

#[test]
fn a_verb_follows_the_number_of_steps_that_are_named() {
    // With one day a quarter, one of the two steps has to wait.
    let answers = "data: {inventory: 0, uses: [], open_data: 0}\ngoals: [efficiency]\n\
                   capacity: {days_per_quarter: 1}";
    let catalog = crate::survey::catalog();
    let profile = catalog.profile_from_str("profile.yaml", answers).expect("the profile is sound");
    let advice = catalog.advise(&profile, &Options::default().language(DE)).expect("an advice");
    assert!(
        advice.summary[1].starts_with("Zwei Schritte kommen in Frage, am meisten bewegt jetzt „"),
        "{:?}",
        advice.summary
    );
}

#[test]
fn what_a_study_does_not_say_in_a_language_it_says_in_another() {
    let catalog = dteam::load(&[STUDY]).expect("the study is sound");
    assert_eq!(catalog.language().code(), "fr");
    let profile = catalog.profile_from_file(PROFILE).expect("the profile is sound");
    let options = Options::default().language(EN);
    let report = render::markdown(&catalog.advise(&profile, &options).expect("an advice"), 5);
    assert!(report.contains("## Next steps") && report.contains("Relier toutes"), "{report}");
}

#[test]
fn a_text_that_is_missing_in_a_language_is_named_and_another_stands_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("data");
    fs::create_dir(&pack).expect("the folder can be made");
    let whole = fs::read_to_string("rules/data/pack.yaml").expect("the shipped pack");
    let german =
        whole.replace("title: {de: Daten nutzen, en: Using data}", "title: {de: Daten nutzen}");
    assert_ne!(german, whole);
    fs::write(pack.join("pack.yaml"), german).expect("the file can be written");
    let (catalog, problems) = dteam::builder().folder(&pack).examine();
    let found: Vec<_> = problems.iter().map(|found| (found.code(), found.severity)).collect();
    assert_eq!(found, [("D103".to_owned(), Severity::Warning)]);
    assert!(problems[0].message(EN).contains("`en`"), "{}", problems[0].message(EN));
    let catalog = catalog.expect("a warning keeps nothing from loading");
    let title = &catalog.packs.iter().find(|pack| pack.id == "data").expect("the pack").title;
    assert_eq!((title.get(EN).as_str(), title.get(DE).as_str()), ("Daten nutzen", "Daten nutzen"));
}

#[test]
fn a_study_that_names_no_language_has_those_of_its_title() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let survey = fs::read_to_string("rules/survey.yaml").expect("the shipped survey");
    let unnamed = survey.replace("languages: [de, en]\n", "");
    let path = folder.path().join("survey.yaml");
    fs::write(&path, &unnamed).expect("the file can be written");
    let catalog = dteam::load(&[folder.path()]).expect("it may be left out");
    assert_eq!(catalog.survey.languages, [DE, EN]);
    let (before, behind) = unnamed.split_once("title:").expect("it has a title");
    let (_, rest) = behind.split_once("\nsource:").expect("its source follows");
    fs::write(&path, format!("{before}title: {{}}\nsource:{rest}")).expect("it can be written");
    let invalid = dteam::load(&[folder.path()]).expect_err("the title is empty");
    assert_eq!(invalid.diagnostics[0].code(), "D103", "{invalid}");
}

#[test]
fn a_language_that_the_program_does_not_speak_is_refused_where_it_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (languages, code) in [("[deutsch]", "D415"), ("[de, de]", "D401"), ("[]", "D102")] {
        let survey = fs::read_to_string("rules/survey.yaml").expect("the shipped survey");
        let changed = survey.replace("languages: [de, en]", &format!("languages: {languages}"));
        assert_ne!(changed, survey);
        fs::write(folder.path().join("survey.yaml"), changed).expect("the file can be written");
        let invalid = dteam::load(&[folder.path()]).expect_err("the languages cannot be used");
        let found = &invalid.diagnostics[0];
        assert_eq!(found.code(), code, "{languages}: {invalid}");
        assert!(found.location().expect("it has a location").contains(":6:"), "{invalid}");
    }
}
