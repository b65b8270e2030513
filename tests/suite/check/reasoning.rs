//! What trying out the answers has to tell apart.

use super::{PACK, SCRIPT, check, codes, pack};
use crate::EN;
use crate::survey::catalog;

#[test]
fn rules_that_are_never_in_force_at_once_may_say_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (head, rule) = PACK.split_once("rules:\n").expect("the pack has rules");
    let found = |first: &str, second: &str| {
        let valid =
            |valid: &str| rule.replace("    impact", &format!("    valid: {valid}\n    impact"));
        let again = valid(second).replace("id: one", "id: again");
        let path =
            pack(folder.path(), "dated", &format!("{head}rules:\n{}{again}", valid(first)), SCRIPT);
        codes(&check(&[&path]).diagnostics)
    };
    assert_eq!(found("{until: 2026-12-31}", "{from: 2027-01-01}"), Vec::<String>::new());
    assert_eq!(found("{from: 2027-01-01}", "{until: 2026-12-31}"), Vec::<String>::new());
    assert_eq!(found("{until: 2027-01-01}", "{from: 2027-01-01}"), ["D603"]);
}

#[test]
fn a_rule_that_replaces_one_switched_off_is_not_the_same_twice() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let same = PACK
        .replace(
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'",
            "data.inventory <= 1",
        )
        .replace("    effect: {ID.asked: true}", "    effect: {data.inventory: 2}")
        .replace(
            "questions:\n  - {id: asked, kind: flag, label: {de: Gefragt, en: Asked}, help: {de: Probe, en: Probe}}\n",
            "",
        );
    let path = pack(folder.path(), "own", &same, SCRIPT);
    assert_eq!(codes(&check(&[&path]).diagnostics), ["D603"]);
    let changes =
        "changes:\n  - {rule: data/inventory, off: true, reason: {de: Ersetzt, en: Replaced}}\n";
    let path = pack(folder.path(), "own", &format!("{same}{changes}"), SCRIPT);
    assert_eq!(codes(&check(&[&path]).diagnostics), Vec::<String>::new());
}

#[test]
fn a_step_must_not_plan_what_is_in_use() {
    // The rule does not look at what is planned, and its step makes the answers contradict one
    // another all the same.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = PACK
        .replace(
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'",
            "'!ID.asked && \"eid\" !in components.in_use'",
        )
        .replace("{ID.asked: true}", "{components.in_use: +eid}");
    let path = pack(folder.path(), "step", &text, SCRIPT);
    let found = check(&[&path]).diagnostics;
    assert_eq!(codes(&found), ["D607"]);
    assert_eq!(
        found[0].example.as_deref(),
        Some("{components: {in_use: [], planned: [eid]}, step: {asked: false}}")
    );
    let cured = text.replace(
        "{components.in_use: +eid}",
        "{components.in_use: +eid, components.planned: -eid}",
    );
    assert_eq!(
        codes(&check(&[&pack(folder.path(), "step", &cured, SCRIPT)]).diagnostics),
        Vec::<String>::new()
    );
}

#[test]
fn like_is_compared_with_like() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found = |test: &str| {
        let when = format!("'!ID.asked && {test}'");
        let old =
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'";
        let path = pack(folder.path(), "scales", &PACK.replace(old, &when), SCRIPT);
        codes(&check(&[&path]).diagnostics)
    };
    for test in [
        "components.municipal_it_share < benchmark(\"components.municipal_it_share\")",
        "components.municipal_it_share < components.private_it_share",
        "components.municipal_it_share + components.private_it_share < 50",
        "data.inventory < benchmark(\"data.inventory\")",
        "data.inventory < data.open_data",
        "benchmark(\"components.in_use\", \"dms\") > 60 && data.inventory < 2",
    ] {
        assert_eq!(found(test), Vec::<String>::new(), "{test}");
    }
    for test in [
        "components.municipal_it_share < 0.5",
        "components.municipal_it_share + components.private_it_share < 0.5",
        "components.municipal_it_share < benchmark(\"data.inventory\")",
        "data.inventory < staff.participation",
        "count(data.uses) > data.inventory",
        "membership(\"optimizer\") > components.municipal_it_share",
    ] {
        assert_eq!(found(test)[0], "D611", "{test}");
    }
}

#[test]
fn what_the_built_in_questions_are_for_is_known() {
    // Nobody is told of the survey's questions who checks a pack of his own.
    assert!(dteam::authoring::findings(catalog(), &["data"], EN).is_empty());
}

#[test]
fn a_division_by_zero_is_no_missing_answer() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = |value: &str| {
        let why = format!("why: {{de: \"{value}\", en: \"{value}\"}}");
        let text = PACK.replace("why: {de: Darum., en: Therefore.}", &why);
        codes(&check(&[&pack(folder.path(), "texts", &text, SCRIPT)]).diagnostics)
    };
    assert_eq!(text("{10 / components.municipal_it_share}"), Vec::<String>::new());
    assert_eq!(text("{10 / components.private_it_share}"), ["D609", "D609"]);
}
