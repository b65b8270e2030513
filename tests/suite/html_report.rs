//! The report as an HTML page: whole, accessible in its structure, without anything from outside,
//! and with nothing in it that a profile or a pack could smuggle in.

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use dteam::advice::Extent;
use dteam::render::{self, html, html_main};
use dteam::{Advice, Catalog, Language, Options};

use crate::extension;
use crate::handbook::{between, unbalanced};
use crate::survey::catalog;
use crate::{DE, EN};

fn options(language: Language) -> Options {
    Options::default().language(language).date(jiff::civil::date(2026, 11, 22))
}

fn advice_of(catalog: &Catalog, profile: &str, language: Language) -> Advice {
    let profile = catalog.profile_from_str("profile.yaml", profile).expect("the profile is sound");
    catalog.advise(&profile, &options(language)).expect("no script fails")
}

fn shipped(name: &str, language: Language) -> Advice {
    let profile = catalog()
        .profile_from_file(format!("profiles/{name}"))
        .expect("the shipped profiles are sound");
    catalog().advise(&profile, &options(language)).expect("no script fails")
}

/// The advice for every shipped profile, for one without answers and for one with questions of
/// packs, in both languages.
fn every_advice() -> Vec<Advice> {
    let mut every = Vec::new();
    let mut names: Vec<_> = fs::read_dir("profiles")
        .expect("there are example profiles")
        .map(|entry| {
            entry.expect("the folder can be read").file_name().to_string_lossy().into_owned()
        })
        .collect();
    names.sort();
    let extended = extension::extended();
    for language in [DE, EN] {
        every.extend(names.iter().map(|name| shipped(name, language)));
        every.push(advice_of(catalog(), "{}", language));
        let answered = extension::answered(&extended);
        every.push(extended.advise(&answered, &options(language)).expect("no script fails"));
    }
    every
}

/// A line for each element, without the style, so that a snapshot can be read.
fn in_lines(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").expect("the page has a style");
    let (_, body) = rest.split_once("</style>").expect("the style ends");
    // The hash is that of the style.
    let (before, policy) = head.split_once("sha256-").expect("the page allows its own style");
    let (_, after) = policy.split_once('\'').expect("the hash ends");
    let page = format!("{before}sha256-…'{after}<style>…</style>{body}");
    let ends = [
        "</h1>", "</h2>", "</h3>", "</h4>", "</p>", "</li>", "</dt>", "</dd>", "</tr>", "</th>",
        "</td>", "</title>",
    ];
    let broken = ends.iter().fold(page, |page, end| page.replace(end, &format!("{end}\n")));
    let opened = [
        "<section",
        "<table",
        "<tbody",
        "<thead",
        "<svg class=\"line\"",
        "<nav",
        "<main",
        "<div",
        "<ul",
        "<ol",
        "<dl",
        "<meta",
        "<body",
    ];
    opened
        .iter()
        .fold(broken, |page, start| page.replace(start, &format!("\n{start}")))
        .replace("\n\n", "\n")
}

#[test]
fn the_page_in_german_and_english() {
    for (name, language) in [("auetal.yaml", DE), ("kaltenried.yaml", EN), ("quellenried.yaml", DE)]
    {
        let page = html(&shipped(name, language), 5);
        insta::assert_snapshot!(
            format!("page-{}-{}", name.trim_end_matches(".yaml"), language.code()),
            in_lines(&page)
        );
    }
}

/// The page without the links to the sources of facts, which readers may follow and no browser
/// fetches.
pub fn without_sources(page: &str) -> String {
    let mut parts = page.split("<a href=\"https://");
    let first = parts.next().unwrap_or_default().to_owned();
    let behind = parts.map(|part| part.split_once("\" rel=\"noreferrer\">").expect("a source").1);
    behind.fold(first, |page, part| page + part)
}

#[test]
fn pages_need_nothing_else_and_are_well_formed() {
    for advice in every_advice() {
        for full in [0, 5, 100] {
            let page = html(&advice, full);
            assert_eq!(unbalanced(&page), [""; 0]);
            assert!(page.starts_with(&format!(
                "<!DOCTYPE html>\n<html lang=\"{}\">",
                advice.language.code()
            )));
            assert!(
                page.contains("default-src 'none'; style-src 'sha256-") && !page.contains("unsafe")
            );
            for outside in [
                "<script", "<img", "<link", "<iframe", "<object", "src=", "url(", "@import",
                "http:", "https:", "style=",
            ] {
                assert!(!without_sources(&page).contains(outside), "{outside}");
            }
            assert!(
                page.contains(&html_main(&advice, full)),
                "the part for other pages is the page's own"
            );
        }
    }
    assert!(!render::html_style().contains("</"));
}

#[test]
fn pages_are_accessible_in_their_structure() {
    for advice in every_advice() {
        let page = html(&advice, 5);
        let ids = between(&page, " id=\"", '"');
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id is there twice");
        for link in between(&without_sources(&page), "href=\"", '"') {
            assert!(
                unique.contains(link.strip_prefix('#').expect("links stay on the page")),
                "{link}"
            );
        }
        for names in between(&page, "aria-labelledby=\"", '"') {
            assert!(names.split(' ').all(|name| unique.contains(name)), "{names}");
        }
        for picture in page.split("<svg").skip(1) {
            let is_mark =
                picture.contains("overflow=\"visible\"") && !picture.starts_with(" class=\"line\"");
            let start = &picture[..picture.find('>').expect("an element's start ends")];
            let is_named = start.contains("role=\"img\"") && start.contains("aria-labelledby");
            let is_described = picture.contains("<title") && picture.contains("<desc");
            assert!(
                start.contains("aria-hidden")
                    || (is_mark && !start.contains("role"))
                    || (is_named && is_described),
                "{start}"
            );
        }
        for table in page.split("<table").skip(1) {
            let table = &table[..table.find("</table>").expect("a table ends")];
            assert!(table.contains("<caption") && table.contains("scope=\"col"), "{table}");
            assert!(
                table
                    .split("<th")
                    .skip(1)
                    .all(|head| head.starts_with("ead") || head.contains("scope=")),
                "{table}"
            );
        }
        let levels: Vec<u32> =
            page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "headings follow one another: {levels:?}"
        );
        assert_eq!(page.matches("<main").count(), 1);
    }
}

#[test]
fn every_step_is_there_once_and_in_both_pictures() {
    for advice in every_advice() {
        let page = html(&advice, 5);
        for step in &advice.steps {
            let anchor = format!("step-{}", step.rank);
            assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{anchor}");
            assert!(
                page.matches(&format!("href=\"#{anchor}\" title=")).count() >= 2,
                "{anchor} is not in both pictures"
            );
        }
        let lines = advice.extents.iter().filter(|extent| extent.value.is_some()).count()
            + advice.comparison.len();
        assert_eq!(page.matches("<svg class=\"line\"").count(), lines, "each value has its line");
    }
}

#[test]
fn hostile_texts_are_texts() {
    let hostile = "</title><script>alert(1)</script><b onmouseover=x> \\\"'&lt; \u{5d0}\u{5d1}\u{5d2} http://example.org";
    let profile = format!(
        "municipality: {{name: \"{hostile}\", kind: stadt, population: 24600}}\ngoals: [efficiency]\ndata: {{inventory: 0, uses: []}}\n\
         strategy: {{status: none}}\n"
    );
    let text = format!(
        "format: 1\nid: trial\nversion: 0.1.0\ntitle: {{de: \"{hostile}\", en: x}}\nabout: {{de: a, en: x}}\n\
         sources: [{{id: work, title: \"{hostile}\", address: \"https://a/{hostile}\"}}]\nrules:\n  - id: one\n    \
         title: {{de: \"{hostile}\", en: x}}\n    when: data.inventory == 0\n    impact: 5\n    effort: 1\n    \
         why: {{de: \"{hostile}\", en: x}}\n    actions: {{de: [\"{hostile}\", a], en: [a, b]}}\n    effect: {{data.inventory: 3}}\n    \
         source: {{publication: work, section: \"{hostile}\", facts: [{{title: \"{hostile}\"}}]}}\n"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("trial");
    fs::create_dir(&pack).expect("the folder can be made");
    fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    fs::write(pack.join("cases.yaml"), "cases: []\n").expect("the file can be written");
    let catalog = dteam::load(&[folder.path()]).expect("the pack is sound");
    let advice = advice_of(&catalog, &profile, DE);
    assert!(advice.steps.iter().any(|step| step.rule == "trial/one"));
    for full in [0, 100] {
        let page = html(&advice, full);
        assert_eq!(unbalanced(&page), [""; 0]);
        for tag in ["<script", "<b onmouseover", "href=\"http"] {
            assert!(!page.contains(tag), "{tag}");
        }
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(
            page.contains("<bdi>&lt;/title&gt;"),
            "the name stands apart: it may be written from right to left"
        );
    }
}

#[test]
fn marks_that_turn_the_direction_and_control_characters_are_left_out() {
    let mut advice = shipped("auetal.yaml", DE);
    advice.name = Some("Au\u{202e}e\u{0}t\u{7}al\u{2066}".to_owned());
    advice.headline[0] = "Au\u{202e}etal\u{2066}".to_owned();
    advice.steps[0].title = "Z\u{202d}wei\u{1b}[1m\nZeilen".to_owned();
    advice.summary[0] = "Auetal liegt bei Neu-Auetal und Auetaler Höhe.".to_owned();
    let page = html(&advice, 5);
    assert!(page.chars().all(|letter| letter == '\n' || !letter.is_control()));
    assert!(!page.contains(['\u{202e}', '\u{202d}', '\u{2066}']));
    assert!(page.contains("Zwei[1m Zeilen"));
    assert!(
        page.contains(
            "<p><bdi>Auetal</bdi> liegt bei Neu-<bdi>Auetal</bdi> und Auetaler Höhe.</p>"
        )
    );
}

#[test]
fn a_municipality_without_a_name_is_not_called_by_its_kind() {
    let advice = advice_of(catalog(), "municipality: {kind: gemeinde, population: 900}", DE);
    let page = html(&advice, 5);
    assert!(page.contains("<h1>Digitale Kommune: Beratung</h1>"));
    assert!(page.contains("<span>Gemeinde</span><span>900 Einwohner</span>"));
    assert!(
        render::markdown(&advice, 5)
            .starts_with("# Digitale Kommune: Beratung\n\nGemeinde · 900 Einwohner · ")
    );
}

fn extent<'a>(advice: &'a Advice, section: &str) -> &'a Extent {
    advice.extents.iter().find(|extent| extent.section == section).expect("the section is compared")
}

#[test]
fn an_extent_is_the_mean_of_what_is_there() {
    let advice = advice_of(
        catalog(),
        "goals: [efficiency]\ndata: {inventory: 3, uses: [staff_planning]}\ncomponents: {in_use: [dms, eid]}",
        DE,
    );
    // A level of 3 out of 3, and one of three uses; open data is not answered and counts for
    // nobody.
    let data = extent(&advice, "data");
    assert_eq!((data.answered, data.questions.len()), (2, 3));
    assert_eq!(data.value, Some(0.6667));
    // The optimisers' 1.27 of 3, and the mean of 33.3, 47.8 and 7.2 percent.
    assert_eq!(data.by_type.get("optimizer"), Some(&0.3588));
    // Two of ten components: the count says it for each of them.
    let services = extent(&advice, "services");
    assert_eq!(
        (services.value, services.by_type.get("optimizer"), services.all_value),
        (Some(0.2), Some(&0.382), Some(0.331))
    );
    let staff = extent(&advice, "staff");
    assert_eq!((staff.value, staff.all_value), (None, None));
    assert!(staff.by_type.is_empty());
}

#[test]
fn extents_never_leave_their_range() {
    for advice in every_advice() {
        for extent in &advice.extents {
            let values = extent
                .value
                .iter()
                .chain(extent.by_type.iter().map(|(_, value)| value))
                .chain(&extent.all_value);
            assert!(values.into_iter().all(|value| (0.0..=1.0).contains(value)), "{extent:?}");
            assert!(extent.answered <= extent.questions.len());
        }
        let compared = advice.comparison.iter().filter(|comparison| {
            advice.extents.iter().any(|extent| extent.questions.contains(&comparison.question))
        });
        assert_eq!(
            compared.count(),
            advice.comparison.len(),
            "each comparison belongs to a section"
        );
    }
}

#[test]
fn the_same_bytes_from_the_command_line_and_in_a_batch() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |arguments: &[&str]| {
        let output = Command::cargo_bin("dteam")
            .expect("the binary is built")
            .args(arguments)
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("output is text")
    };
    let date = ["--date", "2026-11-22", "--lang", "de"];
    let one = run(&[&["advise", "profiles/auetal.yaml", "--format", "html"][..], &date].concat());
    assert_eq!(one, html(&shipped("auetal.yaml", DE), 5));
    let reports = folder.path().to_string_lossy().into_owned();
    run(&[
        &["batch", "profiles", "--reports", &reports, "--report-format", "html", "--quiet"][..],
        &date,
    ]
    .concat());
    let written =
        fs::read_to_string(folder.path().join("auetal.html")).expect("the report is written");
    assert_eq!(written, one);
}
