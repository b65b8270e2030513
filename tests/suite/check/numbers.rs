//! Numbers that nobody can calculate with, and bounds that no answer reaches: found, never taken
//! for another number.

use super::{PACK, SCRIPT, check, codes, line, pack};

/// What is found in a pack with this condition, need and impact, each with its line.
fn found(when: &str, need: &str, impact: &str) -> Vec<(String, usize)> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let condition = format!("'!ID.asked && {when}'");
    let text = PACK
        .replace(
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'",
            &condition,
        )
        .replace("    impact: 3\n", &format!("    need: {need}\n    impact: {impact}\n"));
    let checked = check(&[&pack(folder.path(), "numbers", &text, SCRIPT)]);
    let lines = checked.diagnostics.iter().map(|found| line(found).expect("it has a location"));
    codes(&checked.diagnostics).into_iter().zip(lines).collect()
}

fn one(code: &str, line: usize) -> Vec<(String, usize)> {
    vec![(code.to_owned(), line)]
}

#[test]
fn what_cannot_be_calculated_with_is_refused_where_it_stands() {
    assert_eq!(found("data.inventory < 2", "1", "3"), []);
    let digits = "9".repeat(400);
    for number in ["1e400", "-1e400", &digits, "99999999999999999999", "9007199254740993", "1e-400"]
    {
        let population = format!("municipality.population > {number}");
        assert_eq!(found(&population, "1", "3"), one("D317", 13), "{number}");
        assert_eq!(found(&format!("{population} * 2"), "1", "3"), one("D317", 13), "{number}");
    }
    assert_eq!(found("municipality.population > 1e308 * 10", "1", "3"), one("D317", 13));
    assert_eq!(found("data.inventory < 2", "1e400", "3"), one("D317", 14));
    assert_eq!(found("data.inventory < 2", "1", "1e999"), one("D317", 15));
    assert_eq!(found("data.inventory < 2", "1", "{default: 3, optimizer: 1e999}"), one("D317", 15));
    for need in ["0/0", "0.0/0.0", "(1-1)/(2.0-2)", "1.0/(1 - 1)"] {
        assert_eq!(found("data.inventory < 2", need, "3"), one("D312", 14), "{need}");
    }
    // The largest whole number that is kept, and zero itself.
    assert_eq!(found("municipality.population > 9007199254740992", "1", "3"), one("D601", 13));
    assert_eq!(found("data.inventory > 0.0e0", "1", "3"), []);
}

#[test]
fn a_division_that_some_answers_make_one_by_zero_is_found() {
    assert_eq!(found("data.inventory < 2", "0.5 / data.inventory", "3"), one("D618", 14));
    assert_eq!(
        found("data.inventory < 2", "data.inventory / data.inventory", "3"),
        one("D618", 14)
    );
    assert_eq!(found("data.inventory < 2", "1", "3 / data.inventory"), one("D618", 15));
    // Out of range here, and no number there.
    assert_eq!(
        found("data.inventory < 3", "2.0 / data.inventory", "3"),
        [one("D618", 14), one("D608", 14)].concat()
    );
    assert_eq!(found("10 / data.inventory > 4", "1", "3"), one("D620", 13));
    assert_eq!(found("data.inventory > 0 && 10 / data.inventory > 4", "1", "3"), []);
    assert_eq!(found("10.0 / max(1, data.inventory) > 4", "1", "3"), []);
    // That the type is open is no number that is missing; that a product is only sampled is noted.
    let sampled =
        found("type == \"optimizer\" && components.municipal_it_share * 2 > 50", "1", "3");
    assert!(sampled.iter().all(|(code, _)| code == "D617"), "{sampled:?}");
}

#[test]
fn bounds_out_of_reach_are_found_wherever_they_stand() {
    assert_eq!(found("data.inventory > 7", "1", "3"), one("D601", 13));
    assert_eq!(found("(data.inventory > 7 || data.open_data > 0)", "1", "3"), one("D613", 13));
    assert_eq!(
        found("data.inventory < 2", "if data.inventory > 7 { 1.0 } else { 0.5 }", "3"),
        one("D613", 14)
    );
    assert_eq!(
        found("data.inventory < 2", "1", "max(3, if data.inventory >= 0 { 1.0 } else { 4.0 })"),
        one("D612", 15)
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let branch = |key: &str, rest: &str| {
        let added = format!(
            "    {key}:\n      - when: data.open_data > 7 || ID.asked == false\n        {rest}\n    effect:"
        );
        codes(
            &check(&[&pack(folder.path(), "branch", &PACK.replace("    effect:", &added), SCRIPT)])
                .diagnostics,
        )
    };
    assert_eq!(branch("notes", "text: {de: Dazu., en: And.}"), ["D613", "D622"]);
    assert_eq!(branch("variants", "effort: 3"), ["D613", "D621"]);
}

#[test]
fn numbers_too_large_are_named_in_every_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let changed = |file: &str, from: &str, to: &str| {
        let rules = folder.path().join("rules");
        std::fs::create_dir_all(&rules).expect("the folder can be made");
        let text =
            std::fs::read_to_string(format!("rules/{file}")).expect("it is in the repository");
        assert!(text.contains(from), "{file}: {from}");
        std::fs::write(rules.join(file), text.replacen(from, to, 1))
            .expect("the file can be written");
        let found = codes(&dteam::load(&[&rules]).expect_err("a number is too large").diagnostics);
        std::fs::remove_dir_all(&rules).expect("the folder can be removed");
        found
    };
    assert_eq!(changed("typology.yaml", "ratio: 0.7", "ratio: 1e999"), ["D317"]);
    // What names the question that is refused is told of too.
    assert!(changed("survey.yaml", "min: 50", "min: -1e999").contains(&"D317".to_owned()));
    let effort = PACK.replace("effort: 2", "effort: 1e999");
    assert_eq!(
        codes(&check(&[&pack(folder.path(), "effort", &effort, SCRIPT)]).diagnostics),
        ["D317"]
    );
    let dates =
        PACK.replace("    impact", "    valid: {from: 2026-02-30, until: 99999-01-01}\n    impact");
    assert_eq!(
        codes(&check(&[&pack(folder.path(), "dates", &dates, SCRIPT)]).diagnostics),
        ["D107", "D107"]
    );
}
