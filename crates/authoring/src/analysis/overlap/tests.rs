//! What is drawn spares searches, and no finding.

use std::fmt::Write as _;

use super::*;

/// A catalog with a pack more, in which each of the conditions is a rule's; every third has another
/// effect.
fn catalog(conditions: &[String]) -> Catalog {
    let mut text =
        "format: 1\nid: many\nversion: 1.0.0\ntitle: {de: P, en: P}\nabout: {de: P, en: P}\nrules:\n".to_owned();
    for (number, when) in conditions.iter().enumerate() {
        let effect = if number % 3 == 2 { "data.inventory: 3" } else { "data.inventory: 2" };
        let _ = writeln!(
            text,
            "  - {{id: r{number}, title: {{de: A, en: A}}, when: '{when}', impact: 3, effort: 2, why: {{de: A, en: A}}, \
             actions: {{de: [A, B], en: [A, B]}}, effect: {{{effect}}}, source: {{section: '5.3'}}}}"
        );
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("many");
    std::fs::create_dir(&pack).expect("the folder can be made");
    std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    dteam_rules::load(&[folder.path()]).expect("the pack has no mistakes")
}

/// What is found of each rule, as the index of the other and whether it is the same.
fn found(overlaps: &Overlaps<'_>) -> Vec<Option<(usize, bool)>> {
    let of = |index: usize| match overlaps.same(index) {
        Same::As(other) => Some((other, true)),
        _ => overlaps.containing(index).0.map(|other| (other, false)),
    };
    (0..overlaps.rules.len()).map(of).collect()
}

/// The same, by a search for each pair.
fn searched(overlaps: &Overlaps<'_>) -> Vec<Option<(usize, bool)>> {
    let ground = Ground::new(overlaps.catalog, overlaps.goals);
    let rules = &overlaps.rules;
    let of = |index: usize| {
        let own = &rules[index];
        own.fires(&ground)?;
        let same = (0..index).find(|at| {
            let other = &rules[*at];
            own.questions == other.questions
                && overlaps.implies(own, other, &ground)
                && overlaps.implies(other, own, &ground)
        });
        let within = |at: &usize| {
            let other = &rules[*at];
            *at != index
                && own.effect == other.effect
                && other.questions.iter().all(|slot| own.questions.contains(slot))
                && overlaps.is_within(own, other, &ground)
        };
        let containing = || Some(((0..rules.len()).find(within)?, false));
        same.map(|other| (other, true)).or_else(containing)
    };
    (0..rules.len()).map(of).collect()
}

#[test]
fn what_is_drawn_leaves_out_no_pair_that_a_search_would_find() {
    let tests = [
        "data.inventory <= 1",
        "data.inventory < 2",
        "data.inventory != 3",
        "components.municipal_it_share < 20",
        "!(components.municipal_it_share >= 20)",
        "components.municipal_it_share / 2 < 10",
        "100 / components.municipal_it_share > 5",
        "type == \"optimizer\"",
        "rank(goals, \"efficiency\") == 1",
        "\"dms\" in components.in_use",
        "count(both(components.in_use, components.planned)) == 0",
        "count(missing(components.in_use, [\"dms\", \"eid\"])) == 0",
        "components.municipal_it_share < benchmark(\"components.municipal_it_share\")",
    ];
    let mut conditions: Vec<String> = tests.iter().map(ToString::to_string).collect();
    for (number, one) in tests.iter().enumerate() {
        for other in &tests[number + 1..] {
            conditions.push(format!("{one} && {other}"));
            if number < 2 {
                conditions.push(format!("{other} && ({one})"));
                conditions.push(format!("{one} || {other}"));
            }
        }
    }
    let catalog = catalog(&conditions);
    let goals = Goals::default();
    let overlaps = Overlaps::of(&catalog, &goals);
    let found = found(&overlaps);
    assert_eq!(found, searched(&overlaps));
    let same = found.iter().flatten().filter(|(_, same)| *same).count();
    let within = found.iter().flatten().count() - same;
    assert!(same > 20 && within > 20, "{same} {within}");
}

#[test]
fn searches_grow_with_the_rules_and_not_with_their_pairs() {
    let kinds: [fn(usize) -> String; 5] = [
        |_| "data.inventory <= 1 && components.municipal_it_share < 20".to_owned(),
        |number| {
            format!(
                "data.inventory <= 1 && components.municipal_it_share < {}.{}",
                number / 10,
                number % 10
            )
        },
        |number| format!("data.inventory <= 1 && municipality.population > {}", 1000 + number),
        |number| format!("data.inventory <= 1 && municipality.population < {}", 1000 + number),
        |number| {
            format!(
                "components.municipal_it_share == {} && municipality.population == {}",
                number % 31,
                90 + number / 31
            )
        },
    ];
    for (kind, when) in kinds.iter().enumerate() {
        let rules = 400;
        let catalog = catalog(&(1..=rules).map(when).collect::<Vec<_>>());
        let goals = Goals::default();
        let overlaps = Overlaps::of(&catalog, &goals);
        found(&overlaps);
        let searched = overlaps.searched.load(Ordering::Relaxed);
        assert!(searched < 40 * rules, "kind {kind}: {searched} searches");
    }
}
