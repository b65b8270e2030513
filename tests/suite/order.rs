//! What rules say of one another: that one comes before another, and that one step does the work of
//! others.

use std::fs;

use dteam::authoring::findings;
use dteam::{Advice, Catalog, Options, Profile, Severity, SourceFile, render};

use super::{DE, EN};

/// A rule of the pack, which fires where its condition is true, with more keys.
fn rule(id: &str, when: &str, more: &str) -> String {
    format!(
        "  - id: {id}\n    title: {{de: Schritt {id}, en: Step {id}}}\n    when: {when}\n    impact: 3\n    effort: 2\n    \
         why: {{de: Darum geht es., en: That is why.}}\n    actions: {{de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}}\n    \
         effect: {{data.inventory: 3}}\n    source: {{section: \"5.3\"}}\n{more}"
    )
}

fn pack(rules: &[String]) -> String {
    format!(
        "format: 1\nid: trial\nversion: 1.0.0\ntitle: {{de: Probe, en: Trial}}\nabout: {{de: Eine Probe., en: A trial.}}\nrules:\n{}",
        rules.concat()
    )
}

fn examined(rules: &[String]) -> (Option<Catalog>, Vec<dteam::Diagnostic>) {
    let file = SourceFile::new("trial/pack.yaml", pack(rules));
    dteam::builder().files([("trial/pack.yaml", file)]).examine()
}

fn catalog(rules: &[String]) -> Catalog {
    let (catalog, problems) = examined(rules);
    assert!(problems.is_empty(), "{problems:?}");
    catalog.expect("the pack is sound")
}

fn advised(catalog: &Catalog, profile: &str) -> (Profile, Advice) {
    let profile = catalog.profile_from_str("profile.yaml", profile).expect("it is sound");
    let options = Options::default().language(EN);
    let advice = catalog.advise(&profile, &options).expect("no script is called");
    (profile, advice)
}

/// The errors of the pack, by code, with the line they are in.
fn said(rules: &[String]) -> Vec<(String, usize)> {
    let (_, problems) = examined(rules);
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors
        .map(|problem| {
            let location = problem.location.as_ref().expect("it has a location");
            (problem.code(), location.file.position(location.span.start).0)
        })
        .collect()
}

/// The pack's steps, in their order.
fn steps(advice: &Advice) -> Vec<&str> {
    let ours = advice.steps.iter().filter(|step| step.pack == "trial");
    ours.map(|step| step.rule.trim_start_matches("trial/")).collect()
}

const NONE: &str = "data.inventory == 0";

/// No step changes it: so none settles another.
const AIMLESS: &str = "count(goals) == 0";

#[test]
fn before_is_after_turned_round() {
    let named = |one: &str, other: &str| {
        let catalog = catalog(&[rule("one", NONE, one), rule("other", NONE, other)]);
        advised(&catalog, "data: {inventory: 0}\n").1
    };
    let turned = named("", "    before: [one]\n");
    assert_eq!(turned.steps, named("    after: [other]\n", "").steps);
    assert_eq!(turned.steps, named("    after: [other]\n", "    before: [one]\n").steps);
    assert_eq!(steps(&turned), ["other", "one"]);
    // A pack can say it of another's rule.
    let foreign = catalog(&[rule("first", NONE, "    before: [data/inventory]\n")]);
    let (_, advice) = advised(&foreign, "data: {inventory: 0}\n");
    let inventory = advice.steps.iter().find(|step| step.rule == "data/inventory");
    assert_eq!(inventory.expect("it fires").after, ["trial/first"]);
}

#[test]
fn orders_that_cannot_be_are_refused() {
    let unknown = rule("one", NONE, "    before: [tow]\n    covers: [thre]\n");
    assert_eq!(said(&[unknown]), [("D508", 16), ("D508", 17)].map(named));
    let circle =
        [rule("one", NONE, "    after: [two]\n    before: [two]\n"), rule("two", NONE, "")];
    assert_eq!(said(&circle), [("D509", 16)].map(named));
    let itself =
        [rule("one", NONE, "    covers: [two]\n"), rule("two", NONE, "    covers: [one]\n")];
    assert_eq!(said(&itself), [("D534", 16), ("D534", 26)].map(named));
    let between = [
        rule("package", NONE, "    covers: [first, last]\n"),
        rule("first", NONE, "    before: [middle]\n"),
        rule("middle", NONE, "    before: [last]\n"),
        rule("last", NONE, ""),
    ];
    assert_eq!(said(&between), [("D535", 16)].map(named));
}

fn named((code, line): (&str, usize)) -> (String, usize) {
    (code.to_owned(), line)
}

#[test]
fn a_package_stands_for_what_it_covers() {
    let rules = [
        rule("late", AIMLESS, "    after: [part]\n"),
        rule("part", AIMLESS, "    after: [early]\n    need: 1\n"),
        rule("silent-part", "data.inventory == 1", ""),
        rule("early", AIMLESS, "    need: 0.1\n"),
        rule("package", AIMLESS, "    need: 0.2\n    covers: [part, silent-part]\n"),
    ];
    let catalog = catalog(&rules);
    let (profile, advice) = advised(&catalog, "goals: []\ndata: {inventory: 0}\n");
    assert_eq!(steps(&advice), ["early", "package", "late"]);
    let step = |rule: &str| advice.steps.iter().find(|step| step.rule == rule).expect("a step");
    let package = step("trial/package");
    let covered: Vec<&str> = package.covers.iter().map(|covered| covered.rule.as_str()).collect();
    assert_eq!(covered, ["trial/part"]);
    assert_eq!(package.covers[0].title, "Step part");
    assert_eq!(
        (&package.after, &package.then),
        (&vec!["trial/early".into()], &vec!["trial/late".into()])
    );
    assert_eq!(step("trial/late").after, ["trial/package"]);

    let json = render::json(&advice);
    assert_eq!(serde_json::from_str::<Advice>(&json).expect("it is read back"), advice);
    for report in [render::markdown(&advice, 99), render::html(&advice, 99)] {
        assert!(report.contains("Includes") && report.contains("Step part"), "{report}");
        assert!(!report.contains("Step silent-part"), "{report}");
    }
    let options = Options::default().language(EN);
    let explained = catalog.explain(&profile, "trial/part", &options).expect("there is the rule");
    assert_eq!((explained.rank, explained.covered_by.as_deref()), (None, Some("trial/package")));
    assert!(
        render::explanation(&explained, EN, &render::Layout::default()).contains("trial/package")
    );
    let handbook = dteam::authoring::handbook(&catalog, &["trial"], EN).expect("the pack is there");
    assert!(handbook.markdown().contains("Also does"));

    // Without the package, its parts are steps of their own.
    let (_, others) = advised(&self::catalog(&rules[..4]), "goals: []\ndata: {inventory: 0}\n");
    assert_eq!(steps(&others), ["early", "part", "late"]);
}

#[test]
fn what_one_package_covers_another_may_cover() {
    let rules = [
        rule("part", NONE, ""),
        rule("smaller", NONE, "    covers: [part]\n"),
        rule("larger", NONE, "    covers: [smaller]\n"),
    ];
    let (_, advice) = advised(&catalog(&rules), "data: {inventory: 0}\n");
    assert_eq!(steps(&advice), ["larger"]);
    let larger = advice.steps.iter().find(|step| step.rule == "trial/larger").expect("a step");
    let covered: Vec<&str> = larger.covers.iter().map(|covered| covered.title.as_str()).collect();
    assert_eq!(covered, ["Step part", "Step smaller"]);
}

#[test]
fn cases_state_what_is_covered_and_notice_when_it_is_not() {
    let rules = [rule("part", NONE, ""), rule("package", NONE, "    covers: [part]\n")];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trial = folder.path().join("trial");
    fs::create_dir(&trial).expect("it can be made");
    fs::write(trial.join("pack.yaml"), pack(&rules)).expect("it can be written");
    let cases = |covers: &str| {
        let text = format!(
            "cases:\n  - name: nothing yet\n    profile: {{data: {{inventory: 0}}}}\n    fires: [part, package]\n    \
             silent: []\n{covers}"
        );
        fs::write(trial.join("cases.yaml"), text).expect("it can be written");
        let catalog = dteam::builder().folders(&[folder.path()]).build().expect("it is sound");
        let pack = catalog.packs.iter().find(|pack| pack.id == "trial").expect("it is there");
        let file = catalog.cases_file(pack).expect("it is read").expect("there are cases");
        let cases = dteam::authoring::read_cases(&catalog, "trial", &file).expect("they are sound");
        let run = dteam::authoring::run_case(&catalog, &cases[0], DE).expect("no script");
        (run.mismatches.len(), dteam::authoring::mutation(&catalog, "trial", &cases))
    };
    let (wrong, stated) = cases("    covers: {package: [part]}\n");
    assert_eq!(wrong, 0);
    assert_eq!(cases("    covers: {package: []}\n").0, 1);
    let (_, unstated) = cases("");
    let survives = |mutation: &dteam::authoring::Mutation| {
        mutation.survivors.iter().any(|survivor| survivor.part == "covers")
    };
    assert!(survives(&unstated) && !survives(&stated));
}

#[test]
fn nothing_is_covered_in_vain_and_nothing_comes_too_late() {
    let rules = [
        rule("part", "data.inventory == 1", ""),
        rule("package", NONE, "    covers: [part]\n"),
        rule("duty", "data.inventory == 3 && data.open_data == 0", "    before: [deed]\n"),
        rule("deed", "data.inventory < 2", ""),
    ];
    let catalog = catalog(&rules);
    let found: Vec<String> = findings(&catalog, &["trial"], EN)
        .iter()
        .filter(|found| ["D623", "D624"].contains(&found.code().as_str()))
        .map(|found| found.message(EN))
        .collect();
    assert_eq!(
        found,
        [
            "`trial/part` never fires where this rule does: there is nothing to do as one",
            "once the step is done (`effect`), `trial/duty` fires, which is to come before it",
        ]
    );
}
