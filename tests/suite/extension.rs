//! Packs that reach beyond themselves: with questions of their own, and with changes to the rules
//! of other packs.

use crate::folded::folded;
use crate::{DE, EN};
use assert_cmd::Command;
use dteam::render::{self, Layout};
use dteam::{Advice, Catalog, Language, Options, Outcome, Profile};
use serde_json::{Value as Json, json};

const SCHOOLS: &str = "tests/suite/packs/school-digital";
const COUNTY: &str = "tests/suite/packs/county";
const PROFILE: &str = "tests/suite/packs/school.yaml";

/// The embedded catalog with both packs.
pub fn extended() -> Catalog {
    dteam::load(&[SCHOOLS, COUNTY]).expect("the packs are sound")
}

/// The profile that answers the packs' questions.
pub fn answered(catalog: &Catalog) -> Profile {
    catalog.profile_from_file(PROFILE).expect("the profile is sound")
}

fn advise(catalog: &Catalog, profile: &Profile, language: Language) -> Advice {
    let options = Options::default().language(language).date(jiff::civil::date(2026, 11, 22));
    catalog.advise(profile, &options).expect("no script fails")
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::cargo_bin("dteam")
        .expect("the binary is built")
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What the program says of folders with these packs, each with the text of its `pack.yaml`.
fn complaint(packs: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (id, text) in packs {
        let pack = folder.path().join(id);
        std::fs::create_dir(&pack).expect("the folder can be made");
        std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    }
    let path = folder.path().to_string_lossy().into_owned();
    let (code, said, complaint) =
        run(&["rules", "--rules", &path, "--lang", "en", "--width", "110"]);
    assert_eq!((code, said.as_str()), (Some(2), ""), "{complaint}");
    complaint.replace(&format!("{path}/"), "")
}

/// A pack `id` with this after its head.
fn pack(id: &str, rest: &str) -> String {
    let head = "title: {de: Probe, en: Probe}\nabout: {de: Eine Probe., en: A probe.}";
    format!("format: 1\nid: {id}\nversion: 1.0.0\n{head}\n{rest}")
}

/// The text of a rule with this condition.
fn rule(when: &str) -> String {
    format!(
        r#"rules:
  - id: one
    title: {{de: Eins, en: One}}
    when: {when}
    impact: 3
    effort: 2
    why: {{de: Darum., en: Therefore.}}
    actions: {{de: [Tun, Lassen], en: [Do, Leave]}}
    effect: {{data.inventory: 2}}
    source: {{section: "5.3"}}
"#
    )
}

#[test]
fn the_advice_with_the_packs_questions_and_changes() {
    let catalog = extended();
    let profile = answered(&catalog);
    for language in [DE, EN] {
        let advice = advise(&catalog, &profile, language);
        let code = language.code();
        let json = serde_json::to_value(&advice).expect("an advice is plain data");
        let is_touched = |step: &&Json| {
            let rule = step["rule"].as_str().unwrap_or_default();
            rule.starts_with("school-digital/")
                || rule.starts_with("county/")
                || step["trace"].get("changed_by").is_some()
        };
        let steps: Vec<&Json> =
            json["steps"].as_array().expect("a list").iter().filter(is_touched).collect();
        insta::assert_snapshot!(format!("markdown-{code}"), render::markdown(&advice, 8));
        if language == DE {
            let json = render::json(&json!({"packs": json["packs"], "steps": steps}));
            insta::assert_snapshot!("json-de", folded(&json));
            insta::assert_snapshot!("text-de", render::text(&advice, &Layout::default()));
        }
    }
}

#[test]
fn every_pack_reads_every_packs_questions() {
    let catalog = extended();
    let text = "school_digital: {support: teachers}\ncounty: {services: false}";
    let profile = catalog.profile_from_str("profile.yaml", text).expect("the answers are sound");
    let advice = advise(&catalog, &profile, EN);
    let step = advice
        .steps
        .iter()
        .find(|step| step.rule == "county/join-school-service")
        .expect("both are answered");
    assert!(step.why.contains("teachers on the side"), "{}", step.why);
}

#[test]
fn unanswered_questions_of_packs_are_open_ones() {
    let catalog = extended();
    let profile = catalog
        .profile_from_str("profile.yaml", "school_digital: {devices: 0}")
        .expect("it is sound");
    let advice = advise(&catalog, &profile, EN);
    let open = |question: &str| advice.open_questions.iter().any(|open| open.question == question);
    assert!(
        open("school_digital.concept")
            && open("county.services")
            && !open("school_digital.devices")
    );
    assert_eq!((advice.answered.answers, advice.answered.questions), (1, 49));
}

#[test]
fn facts_of_a_pack_are_none_of_the_municipality() {
    let catalog = extended();
    let advice = advise(&catalog, &answered(&catalog), EN);
    assert_eq!(
        advice.municipality.keys().collect::<Vec<_>>(),
        ["name", "kind", "population", "state"]
    );
    assert_eq!(advice.headline.len(), 4);
}

#[test]
fn a_profile_is_checked_against_the_packs_questions() {
    let text = "school_digital:\n  schools: 4.5\n  devces: 60\n  support: teacher\n  concept: maybe\n  network: 3\n  \
                platforms: learning\ncountry: {services: true}\n";
    let folder = tempfile::tempdir().expect("a temporary folder");
    let profile = folder.path().join("profile.yaml").to_string_lossy().into_owned();
    std::fs::write(&profile, text).expect("the file can be written");
    for language in ["de", "en"] {
        let arguments =
            ["advise", &profile, "--rules", SCHOOLS, "--rules", COUNTY, "--lang", language];
        let (code, said, complaint) = run(&arguments);
        assert_eq!((code, said.as_str()), (Some(2), ""));
        let complaint = complaint.replace(&format!("{}/", folder.path().display()), "");
        insta::assert_snapshot!(format!("profile-{language}"), complaint);
    }
    // Without the packs nobody asks.
    let (code, _, complaint) = run(&["advise", PROFILE, "--lang", "en"]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!("profile-without-packs", complaint);
}

#[test]
fn the_empty_profile_has_a_section_for_each_pack_that_asks() {
    let (code, template, _) =
        run(&["new", "profile", "--rules", "tests/suite/packs", "--lang", "en"]);
    assert_eq!(code, Some(0));
    let (_, own) =
        template.split_once("# ── County ──").expect("packs come in their order, after the survey");
    insta::assert_snapshot!("template", own);
    extended().profile_from_str("template.yaml", &template).expect("the empty profile can be read");
}

#[test]
fn the_list_of_rules_names_questions_and_changes() {
    for language in ["de", "en"] {
        let (code, rules, _) = run(&["rules", "--rules", "tests/suite/packs", "--lang", language]);
        assert_eq!(code, Some(0));
        let pack =
            rules.find("# County").or_else(|| rules.find("# Kreis")).expect("the packs come last");
        let changed: Vec<&str> =
            rules[..pack].lines().filter(|line| line.contains(" – ")).collect();
        insta::assert_snapshot!(
            format!("rules-{language}"),
            format!("{}\n\n{}", changed.join("\n"), &rules[pack..])
        );
    }
}

#[test]
fn explanations_say_who_changed_the_rule() {
    let catalog = extended();
    let profile = answered(&catalog);
    for (name, rule) in [
        ("off", "data/inventory"),
        ("weight", "staff/training-methods"),
        ("both", "reuse/look-around-first"),
    ] {
        for language in [DE, EN] {
            let options = Options::default().language(language);
            let explanation = catalog.explain(&profile, rule, &options).expect("the rule exists");
            assert_eq!(explanation.outcome == Outcome::Off, name == "off");
            let text = render::explanation(&explanation, language, &Layout::default());
            insta::assert_snapshot!(format!("explanation-{name}-{}", language.code()), text);
        }
    }
    let later = catalog
        .explain(&profile, "school-digital/device-care", &Options::default())
        .expect("the rule exists");
    assert_eq!(
        later.after,
        ["school-digital/media-plan"],
        "what is switched off is not to be done first"
    );
}

#[test]
fn a_rule_that_is_switched_off_takes_part_in_nothing() {
    let catalog = extended();
    let mut profiles = vec![
        answered(&catalog),
        catalog.profile_from_str("empty.yaml", "{}").expect("it is sound"),
    ];
    let files = std::fs::read_dir("profiles").expect("there are example profiles").flatten();
    profiles.extend(
        files.map(|file| catalog.profile_from_file(file.path()).expect("the profiles are sound")),
    );
    for profile in &profiles {
        let mut advice = advise(&catalog, profile, EN);
        advice.packs.clear();
        assert!(!render::json(&advice).contains("\"data/inventory\""));
    }
    // Nothing else reads how complete the overview of the data is, once these rules are decided.
    let text = "data: {uses: [automation], open_data: 0}\ntraining: {offered: [methods]}";
    let open = |catalog: &Catalog| {
        let profile = catalog.profile_from_str("profile.yaml", text).expect("it is sound");
        let advice = advise(catalog, &profile, EN);
        let open = advice
            .open_questions
            .iter()
            .find(|open| open.question == "data.inventory")
            .map(|open| open.rules);
        open.unwrap_or_default()
    };
    assert_eq!(open(&extended()) + 1, open(crate::survey::catalog()));
}

#[test]
fn what_comes_after_a_rule_that_is_switched_off_need_not_wait() {
    let after = |catalog: &Catalog| {
        let text = "data: {inventory: 0, uses: [automation]}";
        let profile = catalog.profile_from_str("profile.yaml", text).expect("it is sound");
        let advice = advise(catalog, &profile, EN);
        let step = advice
            .steps
            .into_iter()
            .find(|step| step.rule == "data/use-for-staff-planning")
            .expect("it fires");
        step.after
    };
    assert_eq!(after(crate::survey::catalog()), ["data/inventory"]);
    assert!(after(&extended()).is_empty());
}

#[test]
fn weight_and_impact_change_the_factors() {
    let before = crate::survey::catalog();
    let after = extended();
    let text = "municipality: {kind: stadt, population: 60000}\ngoals: [efficiency, service_range]\n\
                strategy: {status: adopted, links: []}\n\
                data: {inventory: 0, uses: []}\ntraining: {offered: []}\ncomponents: {in_use: [], planned: []}\n";
    let step = |catalog: &Catalog, rule: &str| {
        let profile = catalog.profile_from_str("profile.yaml", text).expect("it is sound");
        let advice = advise(catalog, &profile, EN);
        advice.steps.into_iter().find(|step| step.rule == rule).expect("it fires")
    };
    let (one, other) =
        (step(before, "staff/training-methods"), step(&after, "staff/training-methods"));
    assert!(
        (other.factors.fit - one.factors.fit * 0.5).abs() < 1e-3
            && other.factors.impact == one.factors.impact
    );
    assert!(one.trace.changed_by.is_none());
    assert_eq!(other.trace.changed_by.expect("it is changed").change.weight, Some(0.5));
    let (one, other) =
        (step(before, "reuse/look-around-first"), step(&after, "reuse/look-around-first"));
    assert!(other.factors.impact == 5.0 && one.factors.impact < 5.0, "5 for optimizers");
    assert!(other.priority > one.priority);
}

#[test]
fn the_order_of_the_folders_does_not_matter() {
    let one = extended();
    let other = dteam::load(&[COUNTY, SCHOOLS]).expect("the packs are sound");
    let json = |catalog: &Catalog| render::json(&advise(catalog, &answered(catalog), DE));
    assert_eq!(json(&one), json(&other));
    assert_eq!(render::profile_template(&one, DE), render::profile_template(&other, DE));
}

#[test]
fn the_packs_own_cases() {
    let (code, said, complaint) = run(&["test", "tests/suite/packs", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (Some(0), "7 passed, 0 failed\n"), "{complaint}");
    // The cases of the pack whose rule is switched off say so.
    let (code, said, _) = run(&["test", "rules/data", "--rules", SCHOOLS, "--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("+ found      is switched off"), "{said}");
}

const QUESTION: &str = "  - id: devices
    kind: percent
    label: {de: Geräte, en: Devices}
    help: {de: Wie viele?, en: How many?}
";

#[test]
fn questions_with_mistakes() {
    let asking = |id: &str, questions: &str| pack(id, &format!("questions:\n{questions}"));
    let named = |name: &str| QUESTION.replace("devices", name);
    let cases = [
        ("taken", asking("fim", &named("known"))),
        ("twice", asking("probe", &format!("{QUESTION}{QUESTION}"))),
        ("within", asking("goals", QUESTION)),
        ("names", asking("probe", &["my-devices", "a.b", "if", "3rd"].map(named).concat())),
        ("reserved-pack", asking("if", QUESTION)),
        (
            "keys",
            asking(
                "probe",
                &format!("{QUESTION}    table: 11\n    section: data\n    unit: {{de: Stück}}\n"),
            ),
        ),
        ("range", asking("probe", &QUESTION.replace("percent", "number\n    min: 5\n    max: 1"))),
        ("not-a-list", asking("probe", "  devices: percent\n")),
        ("no-rules", pack("probe", "")),
    ];
    for (name, text) in &cases {
        let id = text.lines().find_map(|line| line.strip_prefix("id: ")).expect("it has an id");
        insta::assert_snapshot!(format!("question-{name}"), complaint(&[(id, text)]));
    }
    let many: String = (0..1200).map(|number| named(&format!("devices_{number}"))).collect();
    insta::assert_snapshot!("question-too-many", complaint(&[("probe", &asking("probe", &many))]));
}

#[test]
fn a_question_with_a_mistake_is_reported_once() {
    // What reads it is right; the other mistakes are said all the same.
    let broken = QUESTION.replace("percent", "percnt");
    let reading = rule("probe_two.devices > 3 && probe_two.devces > 3 && data.inventry > 1");
    let one = pack("probe-one", &reading);
    let two = pack(
        "probe-two",
        &format!("questions:\n{broken}{}", rule("probe_two.devices > 3 && fim.knwn")),
    );
    insta::assert_snapshot!(
        "question-no-follow-on",
        complaint(&[("probe-one", &one), ("probe-two", &two)])
    );
    let two = format!("{two}\t- broken");
    insta::assert_snapshot!(
        "question-unreadable-pack",
        complaint(&[("probe-one", &one), ("probe-two", &two)])
    );
}

#[test]
fn changes_with_mistakes() {
    let reason = "reason: {de: Darum, en: Because}";
    let cases = [
        ("unknown", format!("  - {{rule: data/inventry, off: true, {reason}}}\n")),
        ("unknown-own", format!("  - {{rule: inventory, off: true, {reason}}}\n")),
        ("own", format!("  - {{rule: one, off: true, {reason}}}\n  - {{rule: probe/one, weight: 0.5, {reason}}}\n")),
        (
            "twice",
            format!(
                "  - {{rule: data/inventory, off: true, {reason}}}\n  - {{rule: data/inventory, weight: 0.5, {reason}}}\n"
            ),
        ),
        ("off-and-more", format!("  - {{rule: data/inventory, off: true, weight: 0.5, impact: 3, {reason}}}\n")),
        (
            "nothing",
            format!("  - {{rule: data/inventory, {reason}}}\n  - {{rule: data/automation, off: false, {reason}}}\n"),
        ),
        (
            "no-reason",
            "  - {rule: data/inventory, off: true}\n  - {rule: data/automation, off: yes, reason: {de: x}}\n"
                .to_owned(),
        ),
        (
            "numbers",
            format!(
                "  - {{rule: data/inventory, weight: 2, impact: 9, {reason}}}\n  \
                 - {{rule: data/automation, impact: data.inventory, {reason}}}\n  \
                 - {{rule: data/open-data-start, impact: {{optimiser: 4}}, {reason}}}\n  \
                 - {{rule: data/open-data-widen, fit: 1, {reason}}}\n"
            ),
        ),
        ("not-a-list", format!("  {{rule: data/inventory, off: true, {reason}}}\n")),
    ];
    for (name, changes) in cases {
        let text = pack("probe", &format!("{}changes:\n{changes}", rule("fim.known")));
        insta::assert_snapshot!(format!("change-{name}"), complaint(&[("probe", &text)]));
    }
}

#[test]
fn two_packs_cannot_change_the_same_rule() {
    let changing = |id: &str| {
        let change = "  - {rule: data/inventory, weight: 0.5, reason: {de: Darum, en: Because}}\n";
        pack(id, &format!("changes:\n{change}"))
    };
    insta::assert_snapshot!(
        "change-by-two-packs",
        complaint(&[("probe-one", &changing("probe-one")), ("probe-two", &changing("probe-two"))])
    );
    // Where the changed rule's pack is broken, nothing more is said than that.
    let broken = pack("probe-two", &rule("fim.knwn"));
    let one = changing("probe-one").replace("data/inventory", "probe-two/one");
    insta::assert_snapshot!(
        "change-of-broken",
        complaint(&[("probe-one", &one), ("probe-two", &broken)])
    );
}

#[test]
fn a_rule_that_needs_no_answer_is_decided_without_any() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("probe/pack.yaml");
    std::fs::create_dir(folder.path().join("probe")).expect("the folder can be made");
    let empty = "municipality: {name: Neuland}";
    let goals = "goals: [efficiency]";
    for (when, profile, outcome) in [
        (r#"'benchmark("data.inventory") > 1'"#, empty, Outcome::Fires),
        (r#"'benchmark("data.inventory") > 3 && data.inventory < 2'"#, empty, Outcome::Silent),
        (r#"'benchmark("data.inventory") > 3 || data.inventory < 2'"#, empty, Outcome::Undecided),
        (r#"'type == "optimizer"'"#, empty, Outcome::Undecided),
        (r#"'type == "optimizer"'"#, goals, Outcome::Fires),
        (r#"'type == "cautious" && data.inventory < 2'"#, goals, Outcome::Silent),
        (r#"'membership("optimizer") > 0.3'"#, goals, Outcome::Fires),
    ] {
        std::fs::write(&file, pack("probe", &rule(when))).expect("the file can be written");
        let catalog = dteam::load(&[folder.path()]).expect("the pack is sound");
        let profile =
            catalog.profile_from_str("profile.yaml", profile).expect("the profile is sound");
        let outcomes = catalog.outcomes(&profile, &Options::default()).expect("no script fails");
        let index =
            catalog.rule_ids().position(|rule| rule == "probe/one").expect("the rule is there");
        assert_eq!(outcomes[index], outcome, "{when}");
    }
}

#[test]
fn a_pack_may_only_change_or_only_ask() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (id, rest) in [
        ("asking", format!("questions:\n{QUESTION}")),
        (
            "changing",
            "changes:\n  - {rule: data/inventory, off: true, reason: {de: Darum!, en: Because!}}\n"
                .to_owned(),
        ),
    ] {
        std::fs::create_dir(folder.path().join(id)).expect("the folder can be made");
        std::fs::write(folder.path().join(id).join("pack.yaml"), pack(id, &rest))
            .expect("the file can be written");
    }
    let catalog = dteam::load(&[folder.path()]).expect("both are sound");
    let profile =
        catalog.profile_from_str("profile.yaml", "asking: {devices: 3}").expect("it is asked");
    let advice = advise(&catalog, &profile, EN);
    let changes: Vec<Json> = advice
        .packs
        .iter()
        .flat_map(|pack| &pack.changes)
        .map(|change| serde_json::json!(change))
        .collect();
    let [change] = &changes[..] else { panic!("one change") };
    assert_eq!(
        (&change["rule"], &change["off"]),
        (&Json::from("data/inventory"), &Json::from(true))
    );
    assert!(render::markdown(&advice, 5).contains("Reason: Because!\n"));
}

/// Slips of the pen that the same rule can have: what stands there, and what is written instead.
const SLIPS: [(&str, &str); 16] = [
    ("    impact: 3\n", "   impact: 3\n"),
    ("    impact: 3\n", "\timpact: 3\n"),
    ("en: Therefore.", "en: Therefore, of course"),
    ("<= 1 &&", "= 1 &&"),
    ("&&", "und"),
    ("<= 1", "≤ 1"),
    ("when: probe.", "when: nicht probe."),
    ("probe.stage <= 1", "stage <= 1"),
    ("<= 1", "<= 1,5"),
    ("min(1, data.inventory)", "min(1, data.inventory"),
    ("Darum.", "\"Stufe {data.open-data}.\""),
    ("id: stage", "id: förder-stufe"),
    ("id: one", "id: Prüfung"),
    ("probe.stage: 2", "probe.stage: +2"),
    ("    effort: 2\n", "    effort: 2\n    after: [one]\n"),
    ("\"5.3\"", "\"5.9\""),
];

#[test]
fn slips_are_shown_with_their_line_and_what_to_write() {
    let question = "questions:\n  - {id: stage, kind: scale, max: 2, label: {de: Stufe, en: Stage}, \
        help: {de: Stufe, en: Stage}, levels: [{de: A, en: A}, {de: B, en: B}, {de: C, en: C}]}\n";
    let rule = rule("probe.stage <= 1 && min(1, data.inventory) >= 0")
        .replace("data.inventory: 2", "probe.stage: 2");
    let sound = pack("probe", &format!("{question}{rule}"));
    let said = SLIPS.map(|(of, with)| {
        assert!(sound.contains(of), "{of}");
        complaint(&[("probe", &sound.replacen(of, with, 1))])
    });
    insta::assert_snapshot!("slips", said.concat());
}
