//! The handbook: complete, in words, with links that lead somewhere, and with nothing in it that a
//! pack could smuggle in.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::DE;
use assert_cmd::Command;

fn dteam() -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command.env_remove("NO_COLOR");
    command
}

fn stdout(arguments: &[&str]) -> String {
    let output = dteam().args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

fn stderr(arguments: &[&str]) -> String {
    let output = dteam().args(arguments).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).expect("output is text")
}

/// What stands between the heading with one anchor and the heading with another.
fn part<'t>(markdown: &'t str, from: &str, to: &str) -> &'t str {
    let at = |anchor: &str| {
        let anchor = markdown.find(&format!("<a id=\"{anchor}\">")).expect("the part is there");
        markdown[..anchor].rfind('\n').map_or(0, |line| line + 1)
    };
    &markdown[at(from)..at(to)]
}

/// What follows each occurrence of `before`, up to `after`.
pub fn between<'t>(text: &'t str, before: &str, after: char) -> Vec<&'t str> {
    let found = text.split(before).skip(1);
    found.map(|rest| rest.split(after).next().unwrap_or_default()).collect()
}

/// Markdown without its code.
fn without_code(markdown: &str) -> String {
    markdown.split('`').step_by(2).collect()
}

#[test]
fn a_pack_in_german() {
    let markdown = stdout(&["doc", "data"]);
    insta::assert_snapshot!("pack-de", part(&markdown, "pack-data", "index"));
}

#[test]
fn the_beginning_and_the_end_in_german() {
    let markdown = stdout(&["doc", "data"]);
    let second = "#### <a id=\"question-municipality.population\"";
    let beginning = &markdown[..markdown.find(second).expect("the population is asked for")];
    let whole = stdout(&["doc"]);
    let typology = part(&whole, "typology", "pack-strategy");
    let end = &markdown[markdown.find("## <a id=\"index\"").expect("there is an index")..];
    insta::assert_snapshot!("frame-de", format!("{beginning}…\n\n{typology}…\n\n{end}"));
}

#[test]
fn a_rule_in_english() {
    let markdown = stdout(&["doc", "base-components", "--lang", "en"]);
    let rule =
        part(&markdown, "rule-base-components.account-and-eid", "rule-base-components.e-payment");
    insta::assert_snapshot!("rule-en", rule);
}

#[test]
fn every_rule_question_and_type_is_there() {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let markdown = stdout(&["doc"]);
    for rule in catalog.rule_ids() {
        assert!(
            markdown.contains(&format!("<a id=\"rule-{}\">", rule.replace('/', "."))),
            "{rule}"
        );
        assert!(markdown.contains(&format!("| [`{rule}`](#")), "{rule} is not in the index");
    }
    for (file, list, kind) in
        [("survey.yaml", "questions", "question"), ("typology.yaml", "types", "type")]
    {
        let text = fs::read_to_string(Path::new("rules").join(file))
            .expect("the file is in the repository");
        let content: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
        for entry in content[list].as_array().expect("it has a list") {
            let id = entry["id"].as_str().expect("every entry has an id");
            assert!(markdown.contains(&format!("<a id=\"{kind}-{id}\">")), "{id}");
        }
    }
    let cases = markdown.matches("#### Geprüft an diesen Fällen").count();
    assert_eq!(cases, catalog.rule_ids().count(), "every rule shows its cases");
}

#[test]
fn links_lead_to_anchors() {
    for arguments in [&["doc"][..], &["doc", "reuse", "--lang", "en"]] {
        let markdown = stdout(arguments);
        let anchors = between(&markdown, "<a id=\"", '"');
        let unique: BTreeSet<&str> = anchors.iter().copied().collect();
        assert_eq!(anchors.len(), unique.len(), "an anchor is there twice");
        for link in between(&markdown, "](#", ')') {
            assert!(unique.contains(link), "{link}");
        }

        let html = stdout(&[arguments, &["--format", "html"]].concat());
        let ids = between(&html, " id=\"", '"');
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id is there twice");
        for link in between(&html, "href=\"", '"') {
            let anchor = link.strip_prefix('#').expect("no link leads out of the page");
            assert!(unique.contains(anchor), "{link}");
        }
        assert!(between(&markdown, "<a id=\"", '"').iter().all(|anchor| unique.contains(anchor)));
    }
}

#[test]
fn every_condition_is_in_words() {
    let text = fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let survey: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
    let questions = survey["questions"].as_array().expect("there are questions");
    let paths =
        questions.iter().map(|question| question["id"].as_str().expect("every question has an id"));
    let paths: Vec<&str> = paths.filter(|path| path.contains('.')).collect();
    for language in ["de", "en"] {
        let markdown = stdout(&["doc", "--lang", language]);
        for line in markdown.lines().filter(|line| line.contains('`') && !line.starts_with('|')) {
            let words = without_code(line);
            // Links hold anchors, which hold paths.
            let words: String = words
                .split("](#")
                .map(|part| part.split_once(')').map_or(part, |(_, rest)| rest))
                .collect();
            for sign in [
                "==",
                "!=",
                "<=",
                ">=",
                "&&",
                "||",
                "count(",
                "missing(",
                "chosen(",
                "benchmark",
                " !in ",
            ] {
                assert!(!words.contains(sign), "{line}");
            }
            assert!(!paths.iter().any(|path| words.contains(path)), "{line}");
        }
    }
}

/// A pack in a folder of its own.
fn pack(folder: &Path, text: &str) -> String {
    let pack = folder.join("trial");
    fs::create_dir_all(&pack).expect("the folder can be made");
    fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    pack.to_string_lossy().into_owned()
}

/// A pack in which each condition is that of a note.
fn with_conditions(conditions: &[&str]) -> String {
    let mut text = String::from(
        "format: 1\nid: trial\nversion: 0.1.0\ntitle: {de: Probe, en: Trial}\nabout: {de: Eine Probe, en: A trial}\n\
         functions:\n  - name: half\n    arguments: [number, flag]\n    returns: number\n    help: {de: Die Hälfte., en: A half.}\n  \
         - name: ready\n    arguments: []\n    returns: flag\n    help: {de: Alles ist bereit, en: All is ready}\n\
         rules:\n  - id: one\n    title: {de: Eins, en: One}\n    when: true\n    impact: 3\n    effort: 1\n    \
         why: {de: Darum., en: That is why.}\n    actions: {de: [a, b], en: [a, b]}\n    effect: {fim.known: true}\n    \
         source: {section: \"1\"}\n    notes:\n",
    );
    for condition in conditions {
        text.push_str(&format!("      - {{when: '{condition}', text: {{de: x, en: x}}}}\n"));
    }
    text
}

#[test]
fn every_form_of_condition_has_words() {
    let conditions = [
        "false",
        "!(fim.known && fim.used)",
        "!(fim.known || !fim.used)",
        "if fim.known { fim.used } else { ozg.considered }",
        "fim.known == ozg.considered",
        "municipality.name == \"Aue\"",
        "municipality.name != \"Aue\"",
        "municipality.kind in [\"stadt\", \"kreis\"]",
        "municipality.kind !in [\"stadt\", \"kreis\"]",
        "type_by_goals == type_by_indicators",
        "type_by_goals != type_by_indicators",
        "mixed_with in [\"optimizer\", \"cautious\"]",
        "type_by_indicators == \"optimizer\"",
        "data.inventory >= 3",
        "data.inventory < 1",
        "data.inventory != 0",
        "data.inventory != 2",
        "data.inventory > 1.5",
        "data.inventory == 1.5",
        "data.inventory <= 7",
        "2 <= data.inventory",
        "!(data.inventory < 2)",
        "municipality.population == 1000",
        "municipality.population != 1000",
        "components.municipal_it_share >= 12.5",
        "count(goals) == 3",
        "count(goals) != 0",
        "count(goals) != 2",
        "count(data.uses) == 0",
        "count(data.uses) < 2",
        "count(chosen(data.uses, [\"automation\"])) == 1",
        "count(chosen(data.uses, [\"automation\", \"staff_planning\"])) == 2",
        "count(chosen(data.uses, [\"automation\", \"staff_planning\"])) != 1",
        "count(missing(data.uses, [\"automation\"])) == 1",
        "count(missing(data.uses, [\"automation\", \"staff_planning\"])) == 0",
        "count(missing(data.uses, [\"automation\", \"staff_planning\"])) == 2",
        "count(missing(data.uses, [\"automation\", \"staff_planning\", \"process_optimisation\"])) == 1",
        "count(both(training.offered, training.planned)) == 0",
        "count(both(training.offered, training.planned)) >= 2",
        "count(both(chosen(training.offered, [\"methods\"]), training.planned)) > 0",
        "\"methods\" in both(training.offered, training.planned)",
        "\"methods\" !in both(training.offered, training.planned)",
        "\"methods\" in missing(training.offered, [\"methods\", \"leadership\"])",
        "count(training.planned) > count(both(training.planned, training.offered))",
        "count(chosen(missing(training.planned, [\"methods\", \"leadership\"]), [\"methods\"])) > 0",
        "rank(goals, \"efficiency\") == 1",
        "rank(goals, \"efficiency\") != 1",
        "rank(goals, \"efficiency\") == 0",
        "rank(goals, \"efficiency\") >= 1",
        "rank(goals, \"efficiency\") >= 2",
        "rank(goals, \"efficiency\") <= 1",
        "rank(goals, \"efficiency\") < rank(goals, \"economy\")",
        "membership(\"optimizer\") >= 0.3",
        "membership(\"optimizer\") > membership(\"cautious\")",
        "data.inventory < benchmark(\"data.inventory\")",
        "data.inventory < benchmark_all(\"data.inventory\")",
        "benchmark_of(\"optimizer\", \"components.in_use\", \"mobile_app\") > 20",
        "components.municipal_it_share - components.private_it_share > 2 * (3 + data.inventory)",
        "max(data.inventory, data.open_data) >= 2",
        "min(3, count(data.uses) / 2) < 1",
        "round(components.private_it_share / 3) == 7",
        "-data.inventory < 0",
        "half(data.inventory, fim.known && fim.used) > 1",
        "ready()",
        "!ready()",
    ];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = pack(folder.path(), &with_conditions(&conditions));
    fs::write(
        Path::new(&path).join("trial.rhai"),
        "fn half(x, y) { x / 2.0 }\nfn ready() { true }\n",
    )
    .expect("the file can be written");
    for language in ["de", "en"] {
        let markdown = stdout(&["doc", &path, "--lang", language]);
        let rule = part(&markdown, "rule-trial.one", "index");
        let lines =
            rule.lines().filter(|line| line.contains('`') || line.trim_start().starts_with("- "));
        let lines: Vec<&str> = lines.collect();
        insta::assert_snapshot!(format!("forms-{language}"), lines.join("\n"));
    }
}

/// The elements that are opened and not closed, or closed and not opened.
pub fn unbalanced(html: &str) -> Vec<String> {
    let mut open = Vec::new();
    let mut wrong = Vec::new();
    for tag in between(html, "<", '>') {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('!')
            || tag.ends_with('/')
            || ["meta", "br", "hr", "input", "link"].contains(&name.as_str())
        {
            continue;
        }
        match tag.starts_with('/') {
            false => open.push(name),
            true if open.last() == Some(&name) => {
                open.pop();
            }
            true => wrong.push(name),
        }
    }
    wrong.append(&mut open);
    wrong
}

#[test]
fn the_page_is_well_formed_and_needs_nothing_else() {
    for language in ["de", "en"] {
        let html = stdout(&["doc", "--format", "html", "--lang", language]);
        assert_eq!(unbalanced(&html), [""; 0]);
        assert!(html.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{language}\">")));
        for outside in
            ["<script", "<img", "<link", "<iframe", "src=", "url(", "@import", "href=\"http"]
        {
            assert!(!html.contains(outside), "{outside}");
        }
        assert_eq!(html.matches("<h1>").count(), 1);
    }
}

#[test]
fn texts_of_packs_are_texts() {
    let hostile = "<script>alert(1)</script> [x](javascript:alert(1)) ![y](http://example.org/z.png) </main> `c` &lt; | **b** \
                   <a id=\\\"text\\\">";
    let text = format!(
        "format: 1\nid: trial\nversion: 0.1.0\ntitle: {{de: \"{hostile}\", en: x}}\nabout: {{de: \"1. {hostile}\\n# {hostile}\", en: x}}\n\
         sources: [{{id: work, title: \"{hostile}\", publisher: \"{hostile}\", address: \"https://a/{hostile}\"}}]\n\
         rules:\n  - id: one\n    title: {{de: \"{hostile}\", en: x}}\n    when: 'municipality.name == \"a`b``c\"'\n    impact: 3\n    effort: 1\n    \
         why: {{de: \"- {hostile}\", en: x}}\n    actions: {{de: [\"> {hostile}\", \"{hostile}\"], en: [a, b]}}\n    effect: {{fim.known: true}}\n    \
         source: {{publication: work, section: \"{hostile}\", facts: [{{title: \"{hostile}\"}}]}}\n    \
         notes: [{{when: true, text: {{de: \"{hostile}\", en: x}}}}]\n    \
         variants: [{{when: true, why: {{de: \"{hostile}\", en: x}}}}]\n"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = pack(folder.path(), &text);
    let cases = format!("cases: [{{name: \"{hostile}\", profile: {{}}, undecided: [one]}}]\n");
    fs::write(Path::new(&path).join("cases.yaml"), cases).expect("the file can be written");
    // The survey is a text of others as well.
    let survey = fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let survey =
        survey.replace("label: {de: Name der Kommune,", &format!("label: {{de: \"{hostile}\","));
    fs::write(folder.path().join("survey.yaml"), survey).expect("the file can be written");

    let rules = folder.path().to_string_lossy().into_owned();
    let html = stdout(&["doc", "trial", "--rules", &rules, "--format", "html"]);
    assert_eq!(unbalanced(&html), [""; 0]);
    for tag in ["<script", "<img", "<strong>b<", "<blockquote", "<h1>x"] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert!(between(&html, "href=\"", '"').iter().all(|link| link.starts_with('#')));
    assert!(!html.contains("<a id="), "an anchor came from a text");
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) ![y](http://example.org/z.png) &lt;/main&gt; `c` &amp;lt; | \
                 **b** &lt;a id=";
    assert!(html.matches(shown).count() > 12, "the texts are shown as they are written");
    assert!(
        html.contains("municipality.name == \"a`b``c\"")
            || html.contains("municipality.name == &quot;a`b``c&quot;")
    );
}

#[test]
fn packs_that_ask_and_change_say_so() {
    let markdown = stdout(&["doc", "school-digital", "data", "--rules", "tests/suite/packs"]);
    assert!(
        markdown.contains("<a id=\"question-school_digital.devices\"></a>Klassen mit Leihgeräten")
    );
    let pack = part(&markdown, "pack-school-digital", "rule-school-digital.media-plan");
    let rule = part(&markdown, "rule-data.inventory", "rule-data.keep-inventory");
    let rule = rule.split("\n\n#### ").next().unwrap_or_default();
    insta::assert_snapshot!("changes-de", format!("{pack}…\n\n{rule}\n"));
    let anchors: BTreeSet<&str> = between(&markdown, "<a id=\"", '"').into_iter().collect();
    assert!(between(&markdown, "](#", ')').iter().all(|link| anchors.contains(link)));
}

#[test]
fn packs_by_id_by_folder_or_all() {
    let one = stdout(&["doc", "data"]);
    assert!(one.contains("<a id=\"pack-data\">") && !one.contains("<a id=\"pack-staff\">"));
    assert_eq!(
        one,
        stdout(&["doc", "rules/data"]),
        "the embedded pack and its folder say the same"
    );
    assert_eq!(one, stdout(&["doc", "data", "data", "rules/data/"]));
    assert_eq!(stdout(&["doc"]), stdout(&["doc", "rules", "--rules", "rules"]));
    let two = stdout(&["doc", "staff", "data"]);
    assert!(two.starts_with("# Handbuch der Regeln: Daten nutzen und Beschäftigte\n"));
}

#[test]
fn an_unknown_pack_is_an_error_with_the_nearest_one() {
    let said = stderr(&["doc", "stratgy", "--lang", "en"]);
    assert!(
        said.contains("there is no pack `stratgy`") && said.contains("did you mean `strategy`?"),
        "{said}"
    );
    let said = stderr(&["doc", "xyz", "--lang", "de"]);
    assert!(said.contains("`xyz`") && said.contains("base-components"), "{said}");
    assert!(stderr(&["doc", "./no-such-folder"]).contains("no-such-folder"));
}

#[test]
fn mistakes_in_cases_are_shown_and_packs_without_cases_have_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = pack(
        folder.path(),
        &with_conditions(&["fim.known"])
            .replace("half", "halve")
            .replace("functions:", "functions: []\nx:"),
    );
    let said = stderr(&["doc", &path]);
    assert!(said.contains("pack.yaml"), "{said}");
    let text = with_conditions(&["fim.known"]);
    let (head, rest) = text.split_once("functions:").expect("the pack has functions");
    let (_, rules) = rest.split_once("rules:").expect("the pack has rules");
    let path = pack(folder.path(), &format!("{head}rules:{rules}"));
    assert!(!stdout(&["doc", &path]).contains("Geprüft an diesen Fällen"));
    fs::write(
        Path::new(&path).join("cases.yaml"),
        "cases: [{name: x, profile: {}, fires: [two]}]\n",
    )
    .expect("the file can be written");
    let said = stderr(&["doc", &path]);
    assert!(said.contains("cases.yaml:1") && said.contains("trial/two"), "{said}");
}

#[test]
fn twice_the_same_bytes() {
    for format in ["markdown", "html"] {
        assert_eq!(stdout(&["doc", "--format", format]), stdout(&["doc", "--format", format]));
    }
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let handbook =
        dteam::authoring::handbook(&catalog, &["staff"], DE).expect("there is such a pack");
    assert_eq!(handbook.markdown(), stdout(&["doc", "staff"]));
}
