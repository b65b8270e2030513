//! `dteam check`: what is wrong with packs and profiles, and what trying out the answers shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use dteam::{Catalog, Checked, Diagnostic, Language, Options, Outcome, Subjects};
use serde_json::Value;

use crate::survey::catalog;

const FLAWS: &str = "tests/suite/check/flaws";

/// What the command says, and its exit code.
fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.env_remove("NO_COLOR").arg("check").args(arguments).output().expect("it runs");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{arguments:?}");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("output is text"), output.status.code())
}

fn check(paths: &[&Path]) -> Checked {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    dteam::check(&Subjects { paths, rules: Vec::new() }, Language::En)
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
}

/// The line of the problem, from 1.
fn line(diagnostic: &Diagnostic) -> Option<usize> {
    let place = diagnostic.place.as_ref()?;
    Some(place.file.position(place.span.start).0)
}

#[test]
fn every_flaw_is_found_shown_and_cured() {
    for language in ["de", "en"] {
        let (text, code) = run(&[FLAWS, "--lang", language, "--width", "110"]);
        insta::assert_snapshot!(format!("text-{language}"), text);
        assert_eq!(code, Some(1));
    }
    for format in ["json", "sarif", "github"] {
        let (text, code) = run(&[FLAWS, "--lang", "en", "--format", format]);
        let text =
            text.replace(concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\""), "\"version\": \"VERSION\"");
        insta::assert_snapshot!(format, text);
        assert_eq!(code, Some(1));
    }
}

#[test]
fn each_rule_has_the_flaw_that_its_id_names() {
    let expected = [
        ("forgotten", "D610"),
        ("never-fires", "D601"),
        ("never-fires-without-contradiction", "D601"),
        ("always-fires", "D602"),
        ("once-more", "D603"),
        ("within-wide", "D604"),
        ("keeps-firing", "D605"),
        ("effect-idle", "D606"),
        ("contradicts-afterwards", "D607"),
        ("need-too-high", "D608"),
        ("impact-too-low", "D608"),
        ("gap-in-text", "D609"),
        ("gap-in-action", "D609"),
        ("level-beside-share", "D611"),
        ("fraction-for-percent", "D611"),
        ("test-always-true", "D612"),
        ("test-always-false", "D613"),
        ("test-without-influence", "D614"),
        ("variants-out-of-order", "D615"),
        ("note-never-added", "D616"),
        ("not-all-tried", "D617"),
    ];
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let mut found: Vec<(String, String)> = found.iter().map(|found| (entry(found), found.problem.code())).collect();
    found.dedup();
    assert_eq!(found, expected.map(|(id, code)| (id.to_owned(), code.to_owned())));
}

/// The id of the question or rule that the problem is found in.
fn entry(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().expect("it has a place");
    let end = place.file.text[place.span.start..].find('\n').map_or(place.span.end, |end| place.span.start + end);
    let before = &place.file.text[..end];
    let (_, after) = before.rsplit_once("  - id: ").expect("it stands in an entry");
    after.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn examples_show_what_is_said_and_nothing_else() {
    let catalog = Catalog::load(&[FLAWS]).expect("the pack has no mistakes in its form");
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let with_examples: Vec<&Diagnostic> = found.iter().filter(|found| found.example.is_some()).collect();
    assert!(with_examples.len() >= 9, "{with_examples:#?}");
    for diagnostic in with_examples {
        let rule = format!("flaws/{}", entry(diagnostic));
        let example = diagnostic.example.as_ref().expect("it has an example");
        let shown = |text: &str| shows(&catalog, &rule, &diagnostic.problem.code(), text);
        assert!(shown(example), "{rule}: {example}");
        let answers: Value = serde_saphyr::from_str(example).expect("an example is YAML");
        for smaller in without_one_answer(&answers) {
            assert!(!shown(&smaller.to_string()), "{rule}: {smaller} is enough of {example}");
        }
    }
}

/// Whether the profile shows the problem that the rule is said to have.
fn shows(catalog: &Catalog, rule: &str, code: &str, profile: &str) -> bool {
    let Ok(profile) = catalog.profile_from_str("example", profile) else { return false };
    let options = Options { language: Language::En, ..Options::default() };
    let explained = catalog.explain(&profile, rule, &options).expect("there is such a rule");
    let done = catalog.with_step_done(&profile, rule).expect("there is such a rule");
    let number = |key: &str| {
        let trace = serde_json::to_value(&explained.trace).expect("it is plain data");
        trace[key]["value"].as_f64()
    };
    explained.outcome == Outcome::Fires
        && match code {
            "D605" => catalog.explain(&done, rule, &options).expect("there is such a rule").outcome == Outcome::Fires,
            "D607" => catalog.what_if(&profile, &["components.in_use=[eid]".to_owned()], Language::En).is_err(),
            "D608" if rule.contains("need") => number("need").is_some_and(|need| !(0.0..=1.0).contains(&need)),
            "D608" => number("impact").is_some_and(|impact| !(1.0..=5.0).contains(&impact)),
            "D609" => {
                let advice = catalog.advise(&profile, &options).expect("the pack's scripts work");
                let step = advice.steps.iter().find(|step| step.rule == rule).expect("the rule fires");
                [&step.why].into_iter().chain(&step.actions).any(|text| text.contains("not stated"))
            }
            other => panic!("{other} has no example"),
        }
}

/// The profile without each of its answers.
fn without_one_answer(profile: &Value) -> Vec<Value> {
    let groups = profile.as_object().expect("a profile is a mapping");
    let questions = groups.iter().flat_map(|(group, answers)| {
        answers.as_object().expect("a group of questions").keys().map(move |question| (group, question))
    });
    questions
        .map(|(group, question)| {
            let mut smaller = profile.clone();
            smaller[group].as_object_mut().expect("a group of questions").remove(question);
            smaller
        })
        .collect()
}

/// A mistake put into a copy of a shipped pack.
struct Planted {
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    /// What is found, in the order of the file.
    codes: &'static [&'static str],
    /// A text of the changed file at whose line the first of them is shown.
    at: &'static str,
}

const fn planted(
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    codes: &'static [&'static str],
    at: &'static str,
) -> Planted {
    Planted { pack, from, to, codes, at }
}

const PLANTED: &[Planted] = &[
    // The form of the file
    planted("data", "    effort: 3\n", "    efort: 3\n", &["D102", "D101"], "  - id: inventory"),
    planted("data", "  - id: inventory\n", "  - id: Inventory!\n", &["D108"], "Inventory!"),
    planted(
        "data",
        "      en: Build up an overview of the administration's own data\n",
        "",
        &["D103"],
        "      de: Eine",
    ),
    planted("data", "    effort: 3\n", "    effort: 6\n", &["D106"], "effort: 6"),
    planted("data", "    effort: 3\n", "    effort: low\n", &["D104"], "effort: low"),
    planted("data", "version: 1.0.0", "version: eins", &["D111"], "version: eins"),
    planted("data", "format: 1\n", "format: 2\n", &["D105"], "format: 2"),
    planted("data", "id: data\n", "id: daten\n", &["D501"], "id: daten"),
    planted(
        "data",
        "  - id: keep-inventory\n",
        "  - id: inventory\n",
        &["D401"],
        "  - id: inventory\n    title:\n      de: Die Datenübersicht",
    ),
    planted(
        "data",
        "    impact: {default: 3, optimizer: 4}",
        "    impact: {default: 3, optimiser: 4}",
        &["D310"],
        "optimiser: 4",
    ),
    planted(
        "data",
        "    learn_from: [optimizer, community_manager]",
        "    learn_from: [optimizer, cautios]",
        &["D310"],
        "cautios",
    ),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventory: 4}", &["D208"], "inventory: 4}"),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventry: 2}", &["D201"], "inventry: 2"),
    planted(
        "data",
        "    effect: {data.uses: +staff_planning}",
        "    effect: {data.uses: +staff_plan}",
        &["D202"],
        "+staff_plan}",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {municipality.population: 2000}",
        &["D506"],
        "population: 2000",
    ),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventory: +two}", &["D512"], "+two"),
    planted(
        "strategy",
        "  - id: ",
        "  - {}\n  - id: ",
        &["D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102"],
        "  - {}",
    ),
    // Expressions
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= \n",
        &["D301"],
        "when: data.inventory <= ",
    ),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory <= 1 &\n", &["D301"], "<= 1 &"),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventar <= 1\n", &["D303"], "data.inventar "),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory <= \"1\"\n", &["D307"], "<= \"1\""),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory\n",
        &["D307"],
        "when: data.inventory\n",
    ),
    planted("data", "    when: count(data.uses) == 0\n", "    when: counts(data.uses) == 0\n", &["D304"], "counts("),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.inventory) == 0\n",
        &["D307"],
        "count(data.inventory)",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses, 1) == 0\n",
        &["D305"],
        "data.uses, 1",
    ),
    planted(
        "data",
        "\"process_optimisation\" !in data.uses\n",
        "\"process\" !in data.uses\n",
        &["D309"],
        "\"process\" !in",
    ),
    planted("data", "      - when: type == \"cautious\"", "      - when: type == \"careful\"", &["D310"], "careful"),
    planted("data", "    need: 1 - data.inventory / 3", "    need: 1 - 2 / 3", &["D311"], "2 / 3"),
    planted("data", "    need: 1 - data.inventory / 3", "    need: data.inventory / 0", &["D312"], "/ 0"),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.name hat höchstens",
        &["D314"],
        "name hat",
    ),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.nam} hat höchstens",
        &["D303"],
        "municipality.nam}",
    ),
    planted(
        "base-components",
        "(6 - service_chain(components.in_use))",
        "(6 - service_chan(components.in_use))",
        &["D304"],
        "chan(",
    ),
    planted(
        "base-components",
        "  - name: service_chain\n",
        "  - name: chain\n",
        &["D510", "D304", "D304", "D304", "D304"],
        "name: chain",
    ),
    planted("staff", "\n    after: [", "\n    after: [training-methodes, ", &["D508"], "methodes"),
    // Reasoning
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory < 0\n", &["D601"], "< 0"),
    planted(
        "data",
        "    when: data.inventory == 2 && count",
        "    when: data.inventory == 2 && data.inventory < 2 && count",
        &["D601"],
        "inventory < 2",
    ),
    planted(
        "data",
        "    when: data.open_data == 1\n",
        "    when: data.open_data != 1 || data.open_data != 2\n",
        &["D602"],
        "!= 1 ||",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventory: 1}",
        &["D605"],
        "data.inventory: 1}",
    ),
    planted(
        "data",
        "    effect: {data.open_data: 1}",
        "    effect: {data.open_data: 0}",
        &["D606"],
        "data.open_data: 0}",
    ),
    planted(
        "base-components",
        "+form_server, components.planned: -form_server}",
        "+form_server}",
        &["D607"],
        "+form_server}",
    ),
    planted("data", "    need: 1 - data.inventory / 3", "    need: 2 - data.inventory / 3", &["D608"], "need: 2"),
    planted(
        "data",
        "    need: 1 - count(data.uses) / 4",
        "    need: 1 - count(data.uses)",
        &["D608"],
        "count(data.uses)\n",
    ),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.name} ({data.open_data}) hat höchstens",
        &["D609"],
        "{data.open_data})",
    ),
    planted(
        "staff",
        "staff.participation <= 2 ",
        "staff.participation <= 2 && benchmark(\"data.inventory\") > staff.participation ",
        &["D611", "D616"],
        "benchmark(",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 && count(data.uses) < 4\n",
        &["D612"],
        "< 4",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 || count(data.uses) > 3\n",
        &["D613"],
        "> 3",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= 1 || data.inventory == 0\n",
        &["D614"],
        "|| data.inventory",
    ),
    planted(
        "data",
        "      - when: municipality.population < 10000\n",
        "      - when: municipality.population < 10000 && municipality.kind == \"kreis\"\n",
        &["D615"],
        "10000 && municipality.kind",
    ),
    planted(
        "data",
        "      - when: data.inventory == 1 && \"automation\" !in",
        "      - when: data.inventory == 2 && \"automation\" !in",
        &["D616"],
        "data.inventory == 2 && \"auto",
    ),
];

#[test]
fn planted_mistakes_are_found_where_they_are() {
    let shares = (0..2).map(|share| PLANTED.iter().skip(share).step_by(2));
    let missed: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> = shares.map(|share| scope.spawn(|| share.filter_map(missed).collect())).collect();
        shares.into_iter().flat_map(|share| -> Vec<String> { share.join().expect("no check panics") }).collect()
    });
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

/// What is found instead of the mistake.
fn missed(planted: &Planted) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = copy(planted.pack, folder.path());
    let text = fs::read_to_string(pack.join("pack.yaml")).expect("the pack is copied");
    assert!(text.contains(planted.from), "{}", planted.from);
    let text = text.replacen(planted.from, planted.to, 1);
    fs::write(pack.join("pack.yaml"), &text).expect("the file can be written");
    let place = text.find(planted.at).unwrap_or_else(|| panic!("{} is in the file", planted.at));
    let expected_line = text[..place].matches('\n').count() + 1;
    let checked = check(&[&pack]);
    let is_of_pack = |found: &&Diagnostic| found.location().is_some_and(|location| location.contains("pack.yaml"));
    let found: Vec<&Diagnostic> = checked.diagnostics.iter().filter(is_of_pack).collect();
    let codes: Vec<String> = found.iter().map(|found| found.problem.code()).collect();
    let is_found = codes == planted.codes
        && line(found[0]) == Some(expected_line)
        && checked.found_something()
        && checked.is_incomplete() == planted.codes.contains(&"D105");
    let told = || found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ");
    (!is_found).then(|| format!("{} → {} (line {expected_line}):\n  {codes:?} {}", planted.from, planted.to, told()))
}

/// A copy of a shipped pack.
fn copy(pack: &str, into: &Path) -> PathBuf {
    let target = into.join(pack);
    fs::create_dir_all(&target).expect("the folder can be made");
    for entry in fs::read_dir(Path::new("rules").join(pack)).expect("the pack is in the repository") {
        let path = entry.expect("the folder can be read").path();
        fs::copy(&path, target.join(path.file_name().expect("a file"))).expect("the file can be copied");
    }
    target
}
