//! Numbers as people write them mean the same in a form, in the dialogue and in a table, or are
//! refused for the same reason.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use dteam::batch::{Batch, Event, Inputs, Position, Reading, Settings};
use dteam::interview::{Extent, Interview, Mistake, Now, Said};
use dteam::render::{Dialogue, Layout};
use dteam::{Language, Options, SourceFile};
use dteam_text::diagnostic::Problem;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::serve::Served;
use crate::survey::catalog;
use crate::{DE, EN};

/// One line of the list.
#[derive(Debug, Clone)]
struct Line {
    language: Language,
    question: &'static str,
    written: String,
    expected: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    Number(f64),
    /// Why not, and the number that is meant.
    Refused(String, Option<f64>),
}

fn lines() -> Vec<Line> {
    let list =
        std::fs::read_to_string("tests/suite/numbers.txt").expect("the list is in the repository");
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let lines = lines.map(|line| {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [language, kind, written, expected] = parts[..] else { panic!("four parts: {line}") };
        let blanks = [("<NBSP>", "\u{a0}"), ("<NNBSP>", "\u{202f}"), ("<THIN>", "\u{2009}")];
        let written = blanks
            .into_iter()
            .fold(written.to_owned(), |text, (name, blank)| text.replace(name, blank));
        let (reason, meant) = expected.split_once(' ').unwrap_or((expected, ""));
        Line {
            language: if language == "de" { DE } else { EN },
            question: match kind {
                "count" => "municipality.population",
                "percent" => "training.digital_share",
                "scale" => "data.inventory",
                other => panic!("no kind {other}"),
            },
            written,
            expected: match expected.parse() {
                Ok(number) => Outcome::Number(number),
                Err(_) => Outcome::Refused(reason.to_owned(), meant.parse().ok()),
            },
        }
    });
    lines.collect()
}

/// The name of a value that is serialised as one.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("plain data").as_str().expect("a name").to_owned()
}

/// What the dialogue makes of a line at the question, and what it says.
fn in_dialogue(question: &str, written: &str, language: Language) -> (Outcome, String) {
    let options = Options::default().language(language);
    let file = SourceFile::new("p.yaml", "# empty\n");
    let mut interview =
        Interview::begin(catalog(), file, Extent::default(), options).expect("the file is sound");
    while !matches!(interview.now(), Now::Asked(asked) if asked.question == question) {
        assert!(!matches!(interview.now(), Now::Over), "{question} is asked");
        interview.enter("").expect("nothing can go wrong");
    }
    let said = interview.enter(written).expect("the answer can be written");
    let dialogue = Dialogue { language, layout: Layout { width: 10_000, ..Layout::default() } };
    let told = dialogue.said(&said).trim().to_owned();
    let outcome = match &said[0] {
        Said::Understood(..) => {
            let text = &interview.file().text;
            let key = question.rsplit('.').next().expect("a key");
            let (_, rest) = text.split_once(&format!("{key}: ")).expect("the answer is written");
            Outcome::Number(rest.lines().next().expect("a line").parse().expect("a number"))
        }
        Said::Mistake(Mistake::NumberUnclear { why, meant, .. }) => {
            let digits = |meant: &String| meant.replace(['.', ','], "").parse().expect("a number");
            Outcome::Refused(name(why), meant.as_ref().map(digits))
        }
        Said::Mistake(Mistake::NotWhole(_)) => Outcome::Refused("not-whole".to_owned(), None),
        Said::Mistake(Mistake::NoNumber { .. }) => Outcome::Refused("no-number".to_owned(), None),
        other => panic!("{written}: {other:?}"),
    };
    (outcome, told)
}

/// What a table with one question makes of its cells.
fn in_table(question: &str, cells: &[String], language: Language) -> Vec<Outcome> {
    let separator = if language == DE { ";" } else { "," };
    let mut table = ["id", "goals", question].join(separator) + "\n";
    for (number, cell) in cells.iter().enumerate() {
        let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
        table.push_str(&([&number.to_string(), "funding", &quoted].join(separator) + "\n"));
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("t.csv");
    std::fs::write(&path, table).expect("the file can be written");
    let inputs =
        Inputs::find(catalog(), &[path], &Reading::default()).expect("the header is sound");
    let embedded = Arc::new(dteam::embedded().expect("the rules are sound"));
    let settings = Settings { jobs: 1, ..Settings::default() };
    let mut results = Batch::new(embedded, settings)
        .start(inputs, Position::default())
        .expect("there are threads");
    let mut outcomes = BTreeMap::new();
    loop {
        match results.next(Duration::from_secs(60)).expect("nothing is resumed") {
            Event::End => break,
            Event::Waiting => panic!("it takes too long"),
            Event::Done(done) => {
                let output = String::from_utf8(done.output).expect("output is text");
                for line in output.lines() {
                    let advice: Json = serde_json::from_str(line).expect("output is JSON");
                    let id = advice["record"]["id"]
                        .as_str()
                        .expect("an id")
                        .parse::<usize>()
                        .expect("a number");
                    outcomes.insert(id, Outcome::Number(number_in(&advice, question)));
                }
                for rejected in done.rejected {
                    let record = String::from_utf8(rejected.record).expect("records are text");
                    let (id, _) = record.split_once(separator).expect("there are cells");
                    let [problem] = &rejected.problems[..] else { panic!("one problem: {record}") };
                    outcomes.insert(id.parse().expect("a number"), refusal(&problem.problem));
                }
            }
        }
    }
    assert_eq!(outcomes.len(), cells.len());
    outcomes.into_values().collect()
}

/// The answer as it stands in an advice.
fn number_in(advice: &Json, question: &str) -> f64 {
    let compared = advice["comparison"].as_array().expect("there is a comparison").iter();
    let compared = compared
        .filter(|compared| compared["question"] == question)
        .map(|compared| &compared["value"]);
    let number = compared.chain([&advice["municipality"]["population"]]).find_map(Json::as_f64);
    number.unwrap_or_else(|| panic!("{question} stands in the advice"))
}

fn refusal(problem: &Problem) -> Outcome {
    let meant = |nearest: &Option<String>| {
        nearest.as_ref().map(|nearest| nearest.parse().expect("a number"))
    };
    match problem {
        Problem::NumberUnclear { why, nearest, .. } => Outcome::Refused(name(why), meant(nearest)),
        Problem::NotWhole { nearest, .. } => {
            Outcome::Refused("not-whole".to_owned(), meant(nearest))
        }
        // What a spreadsheet shows for an error.
        Problem::CellError { .. } => Outcome::Refused("no-number".to_owned(), None),
        Problem::AnswerOutOfRange { .. } => Outcome::Refused("out-of-range".to_owned(), None),
        Problem::ExpectedNumber { nearest, .. } => {
            Outcome::Refused("no-number".to_owned(), meant(nearest))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_list_is_long_enough() {
    assert!(lines().len() >= 150, "{}", lines().len());
}

#[test]
fn the_dialogue_reads_them() {
    for line in lines() {
        let (found, told) = in_dialogue(line.question, &line.written, line.language);
        let expected = match line.expected.clone() {
            // The dialogue says the range in either case.
            Outcome::Refused(reason, _) if reason == "out-of-range" => {
                Outcome::Refused("no-number".to_owned(), None)
            }
            other => other,
        };
        assert_eq!(found, expected, "{line:?}: {told}");
    }
}

#[test]
fn tables_read_them_alike() {
    let mut groups: BTreeMap<(&str, &str), Vec<Line>> = BTreeMap::new();
    for line in lines() {
        groups.entry((line.language.code(), line.question)).or_default().push(line);
    }
    for ((_, question), lines) in groups {
        let cells: Vec<String> = lines.iter().map(|line| line.written.clone()).collect();
        for (line, found) in lines.iter().zip(in_table(question, &cells, lines[0].language)) {
            assert_eq!(found, line.expected, "{line:?}");
        }
    }
}

#[test]
fn forms_read_them_alike() {
    let served = Served::new();
    for line in lines() {
        let section = line.question.split('.').next().expect("a section");
        let section = if section == "training" { "staff" } else { section };
        let (page, field) = (format!(":{section}"), format!("a.{}", line.question));
        let fields = [
            ("profile", "# empty\n"),
            ("page", page.as_str()),
            ("go", "here"),
            ("asked", line.question),
            (field.as_str(), line.written.as_str()),
        ];
        let answer = served.send(&format!("/{}/questions", line.language.code()), &fields);
        match &line.expected {
            Outcome::Number(number) => {
                assert_eq!(answer.status, 200, "{line:?}");
                let key = line.question.rsplit('.').next().expect("a key");
                assert!(
                    answer.profile().contains(&format!("{key}: {number}\n")),
                    "{line:?}: {}",
                    answer.profile()
                );
            }
            Outcome::Refused(..) => {
                assert_eq!(answer.status, 422, "{line:?}");
                let (_, told) = in_dialogue(line.question, &line.written, line.language);
                // Pages keep a number and its `%` on one line.
                let shown = crate::serve::unescaped(&answer.body).replace('\u{a0}', " ");
                assert!(shown.contains(&told.replace('\u{a0}', " ")), "{line:?}: {told}");
                assert!(!answer.profile().contains(": "), "{line:?}: {}", answer.profile());
            }
        }
    }
}

/// What a file says may be meant, where a text stands in place of a number.
fn suggested(question: &str, written: &str) -> Option<f64> {
    let profile = json!({ question: written }).to_string();
    let invalid = catalog().profile_from_str("p.json", &profile).expect_err("a text is no number");
    let [diagnostic] = &invalid.diagnostics[..] else { panic!("one mistake: {invalid}") };
    match refusal(&diagnostic.problem) {
        Outcome::Refused(_, meant) => meant,
        Outcome::Number(_) => None,
    }
}

#[test]
fn files_suggest_no_part_of_what_is_no_single_number() {
    for line in lines() {
        let suggested = suggested(line.question, &line.written);
        match &line.expected {
            Outcome::Number(number) => {
                assert!(suggested.is_none_or(|meant| meant == *number), "{line:?}")
            }
            Outcome::Refused(reason, meant) if reason == "magnitude" || reason == "marks" => {
                assert_eq!(suggested, *meant, "{line:?}");
            }
            // In files, `45.424` is written with a decimal point.
            Outcome::Refused(reason, _) if reason == "out-of-range" || reason == "not-whole" => {}
            Outcome::Refused(..) => assert_eq!(suggested, None, "{line:?}"),
        }
    }
    assert_eq!(suggested("municipality.population", "9.400 Einwohner"), Some(9400.0));
    assert_eq!(suggested("components.municipal_it_share", "12,5"), Some(12.5));
}

#[test]
fn a_number_without_remainder_is_whole_everywhere() {
    for profile in [
        "municipality: {population: 9400.0}\ndata: {inventory: 1.0}\n",
        "{\"municipality\": {\"population\": 9400.0}, \"data\": {\"inventory\": 1.0}}\n",
        "municipality: {population: 9.4e3}\ndata: {inventory: 1e0}\n",
    ] {
        let found = catalog().profile_from_str("p", profile).expect("they are whole numbers");
        let usual = "municipality: {population: 9400}\ndata: {inventory: 1}\n";
        let usual = catalog().profile_from_str("p", usual).expect("they are whole numbers");
        let advised = |profile| {
            let advice = catalog().advise(profile, &Options::default()).expect("no script fails");
            dteam::render::json(&advice)
        };
        assert_eq!(advised(&found), advised(&usual));
    }
    let parsed = json!({"municipality": {"population": 9400.0}, "data": {"inventory": 1.0}});
    catalog().profile_from_json("p", &parsed).expect("they are whole numbers");
    for profile in [
        "municipality: {population: 9.400}\n",
        "municipality: {population: 538.000}\n",
        "{\"municipality\": {\"population\": 538.000}}\n",
    ] {
        let invalid = catalog().profile_from_str("p", profile).expect_err("thousands may be meant");
        assert!(
            matches!(invalid.diagnostics[0].problem, Problem::NotWhole { nearest: Some(_), .. }),
            "{invalid}"
        );
    }
    for profile in ["municipality: {population: 9400.5}\n", "data: {inventory: 1e-1}\n"] {
        let invalid = catalog().profile_from_str("p", profile).expect_err("they are not whole");
        assert!(
            matches!(invalid.diagnostics[0].problem, Problem::NotWhole { nearest: None, .. }),
            "{invalid}"
        );
    }
}

/// One number, and how it can be written in the language.
fn number() -> impl Strategy<Value = (f64, [String; 2])> {
    (50..4_000_000_u32, 0..6_u8).prop_map(|(number, form)| {
        let digits = number.to_string();
        let grouped = |mark: &str| {
            let (first, rest) = digits.split_at((digits.len() - 1) % 3 + 1);
            let rest: String = rest
                .as_bytes()
                .chunks(3)
                .map(|group| format!("{mark}{}", String::from_utf8_lossy(group)))
                .collect();
            format!("{first}{rest}")
        };
        let written = match form {
            0 => [digits.clone(), digits.clone()],
            1 => [grouped("."), grouped(",")],
            2 => [grouped("\u{a0}"), grouped("\u{202f}")],
            3 => [grouped("’"), grouped("'")],
            4 => [format!("{digits},0"), format!("{digits}.0")],
            _ => [grouped(" "), grouped(" ")],
        };
        (f64::from(number), written)
    })
}

fn words() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "ca. ", "Einwohner ", "etwa ", "population: ", "rund "])
}

fn ends() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "",
        " Einwohner",
        " EW",
        " (2024)",
        " inhabitants (Stand 31.12.2024)",
    ])
}

/// What may stand between two numbers. A blank alone separates thousands too, and a point or comma
/// decimals.
fn between() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "-",
        " - ",
        "–",
        " bis ",
        " to ",
        " und ",
        " and ",
        "/",
        " / ",
        ", ",
        "; ",
        ": ",
        " (",
        " + ",
        " x ",
        " < ",
        "  ",
        " oder ",
        " Einwohner ",
        " Tsd. ",
        " Stand ",
        "\t",
        " = ",
        " ± ",
        " * ",
        "e ",
        "%",
        " % ",
        " von ",
        "…",
        "..",
        " . ",
        "'' ",
        " - - ",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_taken_is_the_one_number_that_stands_there(
        texts in prop::collection::vec((words(), number(), ends()), 200)
    ) {
        for (language, form) in [(DE, 0), (EN, 1)] {
            let cells: Vec<String> =
                texts.iter().map(|(before, (_, written), behind)| format!("{before}{}{behind}", written[form])).collect();
            for ((cell, (_, (number, _), _)), found) in cells.iter().zip(&texts).zip(in_table("municipality.population", &cells, language)) {
                prop_assert_eq!(found, Outcome::Number(*number), "{}", cell);
            }
        }
    }

    #[test]
    fn two_numbers_are_never_taken_for_one(
        texts in prop::collection::vec((words(), number(), between(), words(), number(), ends()), 200)
    ) {
        for (language, form) in [(DE, 0), (EN, 1)] {
            let cells: Vec<String> = texts
                .iter()
                .map(|(before, (_, one), between, within, (_, other), behind)| {
                    format!("{before}{}{between}{within}{}{behind}", one[form], other[form])
                })
                .collect();
            for (cell, found) in cells.iter().zip(in_table("municipality.population", &cells, language)) {
                prop_assert!(matches!(found, Outcome::Refused(..)), "{}: {:?}", cell, found);
            }
        }
    }

    #[test]
    fn nothing_that_can_be_typed_makes_the_reader_stumble(texts in prop::collection::vec("[0-9.,' ()%/<>+e–-]{0,12}|\\PC{0,12}", 200)) {
        let cells: Vec<String> = texts.iter().map(|text| format!("x{}", text.replace(['\n', '\r'], ""))).collect();
        in_table("municipality.population", &cells, DE);
    }
}
