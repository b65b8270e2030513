//! Council papers: what they say in both forms and languages, that every chosen step is in them,
//! and how steps are chosen.

use std::fs;

use assert_cmd::Command;
use dteam::render::{self, CouncilPaper, Format, Layout, Purpose, council_steps};
use dteam::{Advice, Language, Options, Profile};

use crate::handbook::{between, unbalanced};
use crate::survey::catalog;
use crate::{DE, EN};

const PURPOSES: [Purpose; 2] = [Purpose::Decision, Purpose::Information];

fn shipped(name: &str) -> Profile {
    catalog().profile_from_file(format!("profiles/{name}")).expect("the shipped profiles are sound")
}

fn given(text: &str) -> Profile {
    catalog().profile_from_str("profile.yaml", text).expect("the profile is sound")
}

fn advice(profile: &Profile, language: Language) -> Advice {
    let options = Options::default().language(language).date(jiff::civil::date(2026, 11, 22));
    catalog().advise(profile, &options).expect("no script fails")
}

/// A paper about these steps of the advice.
fn paper<'a>(
    profile: &Profile,
    advice: &'a Advice,
    ranks: &[usize],
    purpose: Purpose,
) -> CouncilPaper<'a> {
    let names: Vec<String> = ranks.iter().map(ToString::to_string).collect();
    let steps = advice.chosen(&names).expect("the plan has these steps");
    CouncilPaper {
        advice,
        council: catalog().council(profile, advice.language).expect("it is the catalog's"),
        steps,
        purpose,
        plan: None,
    }
}

fn written(paper: &CouncilPaper<'_>, format: &str) -> String {
    let format = Format::named(format).expect("it is a format");
    let bytes = format.document(&render::council(paper), &Layout::default());
    String::from_utf8(bytes.expect("texts can be written")).expect("it is a text")
}

fn council(paper: &CouncilPaper<'_>) -> String {
    written(paper, "markdown")
}

fn council_html(paper: &CouncilPaper<'_>) -> String {
    written(paper, "html")
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

/// The part of a paper between two of its sections.
fn section<'a>(paper: &'a str, heading: &str) -> &'a str {
    let start = paper
        .find(&format!("\n## {heading}"))
        .unwrap_or_else(|| panic!("no section {heading}: {paper}"));
    let rest = &paper[start + 4..];
    rest.find("\n## ").map_or(rest, |end| &rest[..end])
}

#[test]
fn papers_for_decision_and_for_information() {
    use Purpose::{Decision, Information};
    let papers: [(&str, &str, Language, &[usize], Purpose); 8] = [
        ("village", "auetal.yaml", DE, &[1, 2, 3], Decision),
        ("village-in-english", "kaltenried.yaml", EN, &[1, 2, 3], Decision),
        ("county-one-step", "nordmarken.json", DE, &[4], Decision),
        ("town-own-order", "falkenrode.yaml", DE, &[9, 2, 17, 1], Decision),
        ("all-steps", "sternbrunn.yaml", EN, &[1, 2, 3], Decision),
        ("estimated-type-information", "rodenbrueck.yaml", DE, &[1, 2], Information),
        ("county-information", "wellingau.yaml", EN, &[1], Information),
        ("without-steps", "quellenried.yaml", DE, &[], Information),
    ];
    for (name, file, language, ranks, purpose) in papers {
        let profile = shipped(file);
        let advice = advice(&profile, language);
        insta::assert_snapshot!(name, council(&paper(&profile, &advice, ranks, purpose)));
    }
}

#[test]
fn the_page_for_word_processors() {
    for (name, file, language, purpose) in [
        ("page-de", "auetal.yaml", DE, Purpose::Decision),
        ("page-en", "wellingau.yaml", EN, Purpose::Information),
    ] {
        let profile = shipped(file);
        let advice = advice(&profile, language);
        let page = council_html(&paper(&profile, &advice, &[1, 2], purpose));
        let (_, body) = page.split_once("<body>").expect("the page has a body");
        insta::assert_snapshot!(name, body.replace("<tr>", "\n<tr>").replace("<li>", "\n<li>"));
    }
}

#[test]
fn every_chosen_step_is_decided_on_and_reasoned() {
    for entry in fs::read_dir("profiles").expect("there are example profiles") {
        let file =
            entry.expect("the folder can be read").file_name().to_string_lossy().into_owned();
        let profile = shipped(&file);
        for (language, decision, reasons) in [
            (DE, "Beschlussvorschlag", "Sachverhalt und Begründung"),
            (EN, "Proposed decision", "State of affairs and reasons"),
        ] {
            let advice = advice(&profile, language);
            let all: Vec<usize> = (1..=advice.steps.len()).rev().collect();
            for ranks in all.chunks(4).chain([&all[..]]).filter(|ranks| !ranks.is_empty()) {
                let paper = paper(&profile, &advice, ranks, Purpose::Decision);
                assert_eq!(paper.steps.iter().map(|step| step.rank).collect::<Vec<_>>(), ranks);
                let text = council(&paper);
                let items: Vec<&str> =
                    section(&text, decision).lines().filter(|line| line.contains(". **")).collect();
                assert_eq!(items.len(), ranks.len(), "{file}: {items:?}");
                let topics: Vec<&str> = section(&text, reasons)
                    .lines()
                    .filter_map(|line| line.strip_prefix("### "))
                    .skip(1)
                    .collect();
                assert_eq!(topics.len(), ranks.len(), "{file}: {topics:?}");
                for (index, step) in paper.steps.iter().enumerate() {
                    assert!(
                        items[index].starts_with(&format!("{}. **{}:", index + 1, step.title)),
                        "{items:?}"
                    );
                    assert_eq!(topics[index], format!("{}. {}", index + 1, step.title));
                    assert!(section(&text, reasons).contains(&step.why), "{file}: {}", step.rule);
                    assert!(
                        section(&text, reasons).contains(&format!("- {}", step.actions[0])),
                        "{}",
                        step.rule
                    );
                }
            }
        }
    }
}

#[test]
fn pages_say_the_same_as_markdown_and_need_nothing_else() {
    for (file, language) in [("auetal.yaml", DE), ("nordmarken.json", EN)] {
        let profile = shipped(file);
        let advice = advice(&profile, language);
        for purpose in PURPOSES {
            let paper = paper(&profile, &advice, &[2, 1], purpose);
            let (text, page) = (council(&paper), council_html(&paper));
            assert_eq!(unbalanced(&page), [""; 0]);
            for outside in ["<script", "<img", "<link", "src=", "url(", "http:", "https:", "href="]
            {
                let page = crate::html_report::without_sources(&page);
                assert!(!page.contains(outside), "{outside}");
            }
            let headings = |marks: &str, tag: &str| {
                let written =
                    text.lines().filter_map(|line| line.strip_prefix(marks)).collect::<Vec<_>>();
                assert_eq!(between(&page, &format!("<{tag}>"), '<'), written);
                written.len()
            };
            assert_eq!(headings("# ", "h1"), 1);
            assert!(headings("## ", "h2") > 5 && headings("### ", "h3") == 3);
            assert_eq!(page.matches("<table").count(), text.matches("\n| ---").count());
            let ids = between(&page, " id=\"", '"');
            for named in between(&page, "aria-labelledby=\"", '"') {
                assert_eq!(ids.iter().filter(|id| **id == named).count(), 1, "{named}");
            }
        }
    }
}

#[test]
fn a_paper_for_information_proposes_no_decision() {
    let profile = shipped("auetal.yaml");
    let advice = advice(&profile, DE);
    let text = council(&paper(&profile, &advice, &[1, 2, 3], Purpose::Information));
    assert!(section(&text, "Kenntnisnahme").contains("Der Rat nimmt"));
    for word in ["beauftragt", "beschließt", "Beschlussvorschlag", "Begründung", "Haushaltsstelle"]
    {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn no_amount_is_invented() {
    for file in ["auetal.yaml", "nordmarken.json", "mainfelden.yaml"] {
        let profile = shipped(file);
        let advice = advice(&profile, DE);
        let text = council(&paper(&profile, &advice, &[1, 2, 3], Purpose::Decision));
        let costs = section(&text, "Finanzielle Auswirkungen");
        let rows: Vec<&str> =
            costs.lines().filter(|line| line.starts_with('|') && !line.contains("---")).collect();
        // A head and a sum around the steps, then the form.
        assert_eq!(rows.len(), 5 + 6);
        assert!(rows[1..4].iter().all(|row| row.ends_with(") |  |  |  |")), "{rows:?}");
        assert!(rows[6..].iter().all(|row| row.ends_with(" |  |")), "{rows:?}");
    }
}

#[test]
fn the_council_has_the_name_it_has_there() {
    for (kind, state, name) in [
        ("kreis", "BY", "Kreistag"),
        ("gemeinde", "BW", "Gemeinderat"),
        ("stadt", "BW", "Gemeinderat"),
        ("stadt", "SN", "Stadtrat"),
        ("gemeinde", "TH", "Gemeinderat"),
        ("gemeinde", "HE", "Gemeindevertretung"),
        ("stadt", "HE", "Stadtverordnetenversammlung"),
        ("stadt", "SH", "Stadtvertretung"),
        ("gemeinde", "NI", "Rat"),
        ("stadt", "NW", "Rat"),
        ("stadt", "HB", "Vertretung"),
    ] {
        let profile = given(&format!("municipality: {{kind: {kind}, state: {state}}}"));
        let council = catalog()
            .council(&profile, DE)
            .expect("it is the catalog's")
            .expect("every kind has a council");
        assert_eq!(council.name, name, "{kind} in {state}");
        assert!(council.in_text.ends_with(name) && council.in_text.starts_with("d"), "{council:?}");
        let english = catalog()
            .council(&profile, EN)
            .expect("it is the catalog's")
            .expect("every kind has a council");
        assert!(english.name.ends_with(&format!("({name})")), "{english:?}");
    }
    // Without the state, a name that is right everywhere; without the kind none, and the paper
    // makes do.
    let named = |text: &str| {
        catalog()
            .council(&given(text), DE)
            .expect("it is the catalog's")
            .map(|council| council.name)
    };
    assert_eq!(named("municipality: {kind: stadt}").as_deref(), Some("Rat"));
    assert_eq!(named("municipality: {state: SN}"), None);
    let profile = given("municipality: {state: SN}\ndata: {inventory: 0}");
    let advice = advice(&profile, DE);
    let text = council(&paper(&profile, &advice, &[1], Purpose::Decision));
    assert!(
        text.contains("Das zuständige Gremium beschließt: ")
            && text.contains("| Zuständiges Gremium |"),
        "{text}"
    );
}

#[test]
fn names_are_read_as_text() {
    let profile = given(
        "municipality: {name: 'Au|tal <b>*x*</b> & _y_', kind: gemeinde}\ndata: {inventory: 0}",
    );
    let advice = advice(&profile, DE);
    let paper = paper(&profile, &advice, &[1], Purpose::Decision);
    assert!(council(&paper).contains(r"Au\|tal \<b>\*x\*\</b> \& \_y\_"));
    let page = council_html(&paper);
    assert!(page.contains("Au|tal &lt;b&gt;*x*&lt;/b&gt; &amp; _y_") && !page.contains("<b>"));
}

#[test]
fn steps_are_chosen_by_number_and_by_rule() {
    let profile = shipped("auetal.yaml");
    let advice = advice(&profile, DE);
    let rank_of = |rule: &str| {
        let step = advice.steps.iter().find(|step| step.rule == rule);
        step.expect("it is to be done").rank
    };
    let third = advice.steps[2].rule.as_str();
    let chosen = advice.chosen(&["3", " data/inventory", "03", "1", third]).expect("all are there");
    assert_eq!(
        chosen.iter().map(|step| step.rank).collect::<Vec<_>>(),
        [3, rank_of("data/inventory"), 1]
    );
    let date = ["advise", "profiles/auetal.yaml", "--date", "2026-11-22", "--format", "council"];
    let council = |more: &[&str]| {
        let (code, text, complaint) = run(&[&date[..], more].concat());
        assert_eq!((code, complaint.as_str()), (Some(0), ""));
        text
    };
    // The first that the council decides.
    let ranks = council_steps(&advice, 3).into_iter().map(|step| step.rank.to_string());
    let ranks: Vec<String> = ranks.collect();
    assert_eq!(council(&[]), council(&["--steps", &ranks.join(",")]));
    assert_eq!(council(&[]), council(&["--top", "3"]));
    let numbers = format!("{},{}", rank_of("base-components/know-fim"), rank_of("data/inventory"));
    assert_eq!(
        council(&["--steps", &numbers]),
        council(&["--steps", "base-components/know-fim", "--steps", "data/inventory"])
    );
    assert!(
        council(&["--top", "0", "--information"])
            .contains("nimmt den Stand der Digitalisierung zur Kenntnis.\n")
    );
}

#[test]
fn a_plan_says_when_the_steps_are_taken() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("plan.json");
    let file = file.to_str().expect("a path of letters");
    let profile = "profiles/auetal.yaml";
    let date = ["--date", "2026-11-22"];
    let plan = ["plan", profile, "--format", "json", "-o", file, "--skip", "reuse/funding-lever"];
    assert_eq!(run(&[&plan[..], &date].concat()).0, Some(0));
    let steps = "data/inventory,reuse/funding-lever";
    let paper = ["advise", profile, "--format", "council", "--steps", steps, "--plan", file];
    let (code, text, complaint) = run(&[&paper[..], &date].concat());
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    let (_, decision) = text.split_once("## Beschlussvorschlag").expect("there is a decision");
    let (decision, rest) = decision.split_once("\n## ").expect("something follows");
    assert!(decision.contains("Abschluss bis Ende 1. Quartal 2027)"), "{decision}");
    assert!(decision.contains("Abschluss bis: ………)"), "{decision}");
    let (_, schedule) = rest.split_once("## Zeitplan").expect("there is a timetable");
    let (schedule, _) = schedule.split_once("\n## ").expect("something follows");
    assert!(schedule.contains("| Eine Übersicht der eigenen Daten aufbauen |"), "{schedule}");
    assert!(!schedule.contains("Fördermittel"), "{schedule}");
    assert!(rest.contains("**Beginn:** hat im Plan noch keinen Platz"), "{rest}");
    // What is no plan is refused, and so is a plan where it means nothing.
    let (code, text, complaint) =
        run(&["advise", profile, "--format", "council", "--plan", profile]);
    assert_eq!((code, text.as_str()), (Some(2), ""));
    assert!(complaint.contains("D881"), "{complaint}");
    let (code, _, complaint) = run(&["advise", profile, "--plan", file]);
    assert_eq!(code, Some(2));
    assert!(complaint.contains("--plan"), "{complaint}");
}

#[test]
fn wrong_steps_are_named_with_what_is_there() {
    let complaint = |arguments: &[&str]| {
        let (code, text, complaint) =
            run(&[&["advise"][..], arguments, &["--date", "2026-11-22"]].concat());
        assert_eq!((code, text.as_str()), (Some(2), ""));
        complaint
    };
    let complaints = [
        complaint(&["profiles/sternbrunn.yaml", "--format", "council", "--steps", "4,1,0,x"]),
        complaint(&[
            "profiles/auetal.yaml",
            "--format",
            "council-html",
            "--steps",
            "inventory,data/inventori",
            "--lang",
            "en",
        ]),
        complaint(&["profiles/tannwerder.yaml", "--format", "council", "--steps", "1"]),
        complaint(&["profiles/tannwerder.yaml", "--format", "council", "--lang", "en"]),
        complaint(&["profiles/auetal.yaml", "--steps", "1"]),
        complaint(&["profiles/auetal.yaml", "--format", "json", "--information", "--lang", "en"]),
    ];
    insta::assert_snapshot!("complaints", complaints.join("\n"));
    assert!(
        complaint(&["profiles/auetal.yaml", "--format", "council", "--top", "1", "--steps", "1"])
            .contains("--steps")
    );
}
