//! Teams: nobody teaches more than they can, what is planted is found, and the matching is nearly
//! the best there can be.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::sync::LazyLock;

use assert_cmd::Command;
use dteam::render::{Format, Layout, json, team_as_csv, team_document};
use dteam::team::matching::{Candidate, Limits, matching};
use dteam::team::{Member, Team, TeamOptions};
use dteam::{Options, Outcome, Profile};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::survey::catalog;
use crate::{DE, EN};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = fs::read_to_string("schema/team.schema.json").expect("it is in the source");
    let schema: Json = serde_json::from_str(&schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

fn shipped() -> Vec<(String, Profile)> {
    let files = fs::read_dir("profiles").expect("there are example profiles").flatten();
    let mut paths: Vec<_> = files.map(|file| file.path()).collect();
    paths.sort();
    let profile = |path: &std::path::PathBuf| {
        let profile = catalog().profile_from_file(path).expect("the profile is sound");
        (path.file_stem().expect("it has a name").to_string_lossy().into_owned(), profile)
    };
    paths.iter().map(profile).collect()
}

fn options() -> Options {
    Options::default().date(jiff::civil::date(2026, 11, 22))
}

const TEAM: TeamOptions = TeamOptions { language: EN, load: 3, topics: 3 };

fn team(profiles: &[(String, Profile)], options_of_team: &TeamOptions) -> Team {
    let member = |(id, profile): &(String, Profile)| {
        catalog().member(id.clone(), profile, &options()).expect("no script fails")
    };
    let members: Vec<Member> = profiles.iter().map(member).collect();
    catalog().team(&members, options_of_team)
}

/// Holds a team against what it promises, knowing only the profiles and the team.
fn check(profiles: &[(String, Profile)], team: &Team, limits: &TeamOptions) {
    let read: Json = serde_json::from_str(&json(team)).expect("a team is JSON");
    let errors: Vec<_> = SCHEMA.iter_errors(&read).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");

    let profiles: BTreeMap<&str, &Profile> =
        profiles.iter().map(|(id, profile)| (id.as_str(), profile)).collect();
    let outcome = |id: &str, rule: &str| {
        catalog().explain(profiles[id], rule, &options()).expect("no script fails").outcome
    };
    let (mut topics, mut load) = (HashMap::new(), HashMap::new());
    let mut seen = HashSet::new();
    for pair in &team.pairs {
        *topics.entry(&pair.learner).or_insert(0) += 1;
        *load.entry(&pair.mentor).or_insert(0) += 1;
        assert!(seen.insert((&pair.learner, &pair.rule)), "one mentor for each topic");
        assert_ne!(pair.learner, pair.mentor);
        assert_eq!(outcome(&pair.learner, &pair.rule), Outcome::Fires);
        assert_eq!(outcome(&pair.mentor, &pair.rule), Outcome::Silent);
        assert_ne!(pair.because.learner, pair.because.mentor);
    }
    assert!(topics.values().all(|topics| *topics <= limits.topics));
    assert!(load.values().all(|load| *load <= limits.load));
    for project in &team.joint {
        assert!(project.members.len() > 1 && project.days_together <= project.days_alone);
        assert!(project.members.iter().all(|id| outcome(id, &project.rule) == Outcome::Fires));
        assert!(project.members.iter().all(|id| !project.experienced.contains(id)));
        let able =
            if project.experienced.is_empty() { &project.members } else { &project.experienced };
        assert!(able.contains(&project.lead));
    }
    for gap in &team.alone {
        assert!(team.pairs.iter().all(|pair| pair.rule != gap.rule));
    }
}

#[test]
fn the_example_profiles_make_a_team() {
    let profiles = shipped();
    for (load, topics) in [(3, 3), (1, 1), (2, 5)] {
        let limits = TeamOptions { load, topics, ..TEAM };
        check(&profiles, &team(&profiles, &limits), &limits);
    }
}

#[test]
fn planted_mentors_and_a_planted_gap_are_found() {
    let base = &shipped()[0].1;
    let all = |answers: &[&str]| catalog().what_if(base, answers).expect("they are sound");
    // Ten need an inventory, which two have; nobody takes part in shaping change.
    let mut profiles: Vec<(String, Profile)> = (0..10)
        .map(|number| {
            (format!("needs-{number}"), all(&["data.inventory=0", "staff.participation=0"]))
        })
        .collect();
    for name in ["has-one", "has-two"] {
        profiles.push((name.to_owned(), all(&["data.inventory=3", "staff.participation=0"])));
    }
    let limits = TeamOptions { load: 5, ..TEAM };
    let team = team(&profiles, &limits);
    check(&profiles, &team, &limits);
    let inventory: Vec<_> =
        team.pairs.iter().filter(|pair| pair.rule == "data/inventory").collect();
    assert_eq!(inventory.len(), 10);
    assert!(inventory.iter().all(|pair| pair.mentor.starts_with("has")));
    let gap = |rule: &str| team.alone.iter().find(|gap| gap.rule == rule);
    assert!(gap("data/inventory").is_none());
    let participation = team.alone.iter().any(|gap| gap.members.len() == 12);
    assert!(participation, "what all need nobody has");
}

#[test]
fn a_team_reads_well() {
    let profiles: Vec<_> = shipped().into_iter().take(6).collect();
    let team = team(&profiles, &TeamOptions { language: DE, ..TEAM });
    let document = team_document(std::slice::from_ref(&team), DE, options().date);
    let layout = Layout { width: 80, ..Layout::default() };
    let written = |name: &str| {
        let format = Format::named(name).expect("it is built");
        let bytes = format.document(&document, &layout).expect("it is text");
        String::from_utf8(bytes).expect("it is text")
    };
    insta::assert_snapshot!("team", written("text"));
    insta::assert_snapshot!("team-csv", team_as_csv(&[team], DE));
    assert!(written("html").contains("<svg role=\"img\" aria-labelledby=\"team-t team-d\""));
}

#[test]
fn faulty_records_cost_no_other_and_names_are_kept_apart() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("kreis.ndjson");
    let lines = [
        r#"{"id": "a", "municipality": {"state": "NI"}, "data": {"inventory": 0}}"#,
        r#"{"id": "b", "data": {"inventory": 99}}"#,
        r#"{"id": "a", "municipality": {"state": "NI"}, "data": {"inventory": 3}}"#,
        r#"{"id": "c", "municipality": {"state": "BY"}, "data": {"inventory": 3}}"#,
    ];
    let run = |lines: &[&str], more: &[&str]| {
        fs::write(&path, lines.join("\n")).expect("the folder can be written to");
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command.arg("team").arg(&path).args(["--lang", "en", "--format", "json"]).args(more);
        let output = command.output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, said, complaint) = run(&lines, &[]);
    assert_eq!(code, Some(1));
    assert!(complaint.contains("D883") && complaint.contains("kreis.ndjson:2"), "{complaint}");
    let team: Json = serde_json::from_str(&said).expect("a team is JSON");
    let ids = |team: &Json| -> Vec<String> {
        let members = team["municipalities"].as_array().expect("there are members").iter();
        members.map(|member| member["id"].as_str().expect("it has one").to_owned()).collect()
    };
    assert_eq!(ids(&team), ["a", "a-2", "c"]);
    let (_, said, complaint) = run(&lines, &["--group", "municipality.state"]);
    let grouped: Json = serde_json::from_str(&said).expect("teams are JSON");
    assert!(SCHEMA.is_valid(&grouped) && complaint.contains("D885"), "{complaint}");
    let teams = grouped["teams"].as_array().expect("there are teams");
    assert_eq!(teams.iter().map(&ids).collect::<Vec<_>>(), [vec!["c"], vec!["a", "a-2"]]);
    for (lines, more, code) in [
        (&lines[..1], &[][..], "D882"),
        (&lines[..], &["--group", "goals"][..], "D884"),
        (&lines[..], &["--group", "fax"][..], "D201"),
    ] {
        let (status, said, complaint) = run(lines, more);
        assert_eq!((status, said.as_str()), (Some(2), ""));
        assert!(complaint.contains(code), "{complaint}");
    }
}

/// The commands of the blocks that are marked in a page.
fn commands(page: &str) -> Vec<String> {
    let text = fs::read_to_string(page).expect("the page is in the source");
    let blocks = text.split("<!-- tested -->\n```sh\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines());
    lines.map(str::to_owned).collect()
}

#[test]
fn the_examples_of_the_docs_run() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for page in ["docs/team.md", "docs/de/team.md"] {
        let commands = commands(page);
        assert_eq!(commands.len(), 5, "{page}");
        for command in commands {
            let mut words: Vec<String> = command.split(' ').skip(1).map(str::to_owned).collect();
            if let Some(output) = words.iter().position(|word| word == "-o") {
                words[output + 1] = folder.path().join(&words[output + 1]).display().to_string();
            }
            let mut dteam = Command::cargo_bin("dteam").expect("the binary is built");
            let output = dteam.args(words).output().expect("it runs");
            let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{command}: {complaint}");
        }
    }
}

/// The greatest gain of any matching, as a flow of least cost: from learners by way of their topics
/// to mentors.
fn optimum(candidates: &[Candidate], limits: Limits) -> f64 {
    let mut topics: Vec<(usize, usize)> =
        candidates.iter().map(|it| (it.learner, it.topic)).collect();
    topics.sort_unstable();
    topics.dedup();
    let (members, sink) = (limits.members, 2 * limits.members + topics.len() + 1);
    let source = sink - 1;
    let topic =
        |learner, topic| 2 * members + topics.binary_search(&(learner, topic)).expect("it is one");
    // From, to, room, cost; every edge is followed by its way back.
    let mut edges: Vec<(usize, usize, usize, f64)> = Vec::new();
    let mut edge = |from, to, room, cost: f64| {
        edges.push((from, to, room, cost));
        edges.push((to, from, 0, -cost));
    };
    for member in 0..members {
        edge(source, member, limits.topics, 0.0);
        edge(members + member, sink, limits.load, 0.0);
    }
    topics.iter().for_each(|(learner, of)| edge(*learner, topic(*learner, *of), 1, 0.0));
    for it in candidates {
        edge(topic(it.learner, it.topic), members + it.mentor, 1, -it.gain);
    }
    let mut total = 0.0;
    loop {
        let mut cost = vec![f64::INFINITY; sink + 1];
        let mut by: Vec<Option<usize>> = vec![None; sink + 1];
        cost[source] = 0.0;
        let mut moved = true;
        while moved {
            moved = false;
            for (index, (from, to, room, of_edge)) in edges.iter().enumerate() {
                if *room > 0 && cost[*from] + of_edge < cost[*to] - 1e-9 {
                    (cost[*to], by[*to], moved) = (cost[*from] + of_edge, Some(index), true);
                }
            }
        }
        if cost[sink] >= -1e-9 {
            return total;
        }
        total -= cost[sink];
        let mut at = sink;
        while let Some(index) = by[at] {
            edges[index].2 -= 1;
            edges[index ^ 1].2 += 1;
            at = edges[index].0;
        }
    }
}

fn any_candidates() -> impl Strategy<Value = (Vec<Candidate>, Limits)> {
    let one = (0_usize..40, 0_usize..40, 0_usize..8, 1_u32..100);
    let limits = (2_usize..=40, 1_usize..5, 1_usize..5);
    (prop::collection::vec(one, 0..600), limits).prop_map(|(all, (members, load, topics))| {
        let mut seen = HashSet::new();
        let candidates = all.into_iter().filter_map(|(learner, mentor, topic, gain)| {
            let (learner, mentor) = (learner % members, mentor % members);
            let is_new = learner != mentor && seen.insert((learner, mentor, topic));
            is_new.then(|| Candidate { learner, mentor, topic, gain: f64::from(gain) })
        });
        (candidates.collect(), Limits { members, load, topics })
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: ProptestConfig::default().cases.div_ceil(4),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_matching_is_nearly_the_best((candidates, limits) in any_candidates()) {
        let chosen = matching(&candidates, limits);
        let gain: f64 = chosen.iter().map(|pair| pair.gain).sum();
        let best = optimum(&candidates, limits);
        prop_assert!(gain <= best + 1e-6 && gain >= 0.95 * best, "{gain} of {best}");
    }
}
