//! The handbook as Markdown: title and contents, survey, typology, packs, and an index of the
//! rules.

use super::rule_page;
use super::written::{Written, anchor, joined};
use super::{Handbook, Pack, Question, Section, Typology};
use dteam_report::page::{Page, cell, escaped};
use dteam_text::language::messages::Argument;

/// The handbook as one page of Markdown.
pub(super) fn page(handbook: &Handbook) -> String {
    let written = Written { handbook };
    let mut page = Page::default();
    page.block(&format!("# {}", escaped(&title(handbook))));
    page.block(&opening(handbook));
    page.block(&format!("## {}", anchored(written, "contents", "handbook-contents")));
    page.block(&contents_as_list(&contents(handbook)));
    page.block(body(handbook).trim_end());
    page.text
}

/// What the handbook is called: with up to three packs, by these.
pub(super) fn title(handbook: &Handbook) -> String {
    let written = Written { handbook };
    match handbook.packs.as_slice() {
        packs @ ([_] | [_, _] | [_, _, _]) => {
            let titles: Vec<&str> = packs.iter().map(|pack| pack.title.as_str()).collect();
            written.with("handbook-title-of", &[("titles", handbook.language.list(&titles).into())])
        }
        _ => written.say("handbook-title"),
    }
}

/// What the handbook rests on: the study, the packs and their versions.
pub(super) fn opening(handbook: &Handbook) -> String {
    let written = Written { handbook };
    let study = &handbook.study;
    let mut page = Page::default();
    page.block(&escaped(&written.say(match handbook.is_partial {
        true => "handbook-about-partial",
        false => "handbook-about",
    })));
    let columns = ["handbook-column-pack", "handbook-column-version", "handbook-column-rules"];
    let rows = handbook.packs.iter().map(|pack| {
        vec![
            link(&pack.title, "pack", &pack.id),
            pack.version.clone(),
            pack.rules.len().to_string(),
        ]
    });
    page.table(&columns.map(|column| escaped(&written.say(column))), rows);
    let source = [
        ("title", study.title.as_str().into()),
        ("publisher", study.publisher.as_str().into()),
        ("published", study.published.to_string().into()),
    ];
    page.block(&escaped(&written.with("method-study", &source)));
    page.block(&escaped(
        &written.with("method-benchmarks", &[("sample", study.sample.as_str().into())]),
    ));
    page.text.trim_end().to_owned()
}

/// A part of the handbook, and its parts.
pub(super) struct Entry {
    pub title: String,
    pub anchor: String,
    /// How many parts there are, in words.
    pub size: String,
    pub parts: Vec<Entry>,
}

impl Entry {
    fn part(title: &str, kind: &str, id: &str) -> Entry {
        Entry {
            title: title.to_owned(),
            anchor: anchor(kind, id),
            size: String::new(),
            parts: Vec::new(),
        }
    }
}

/// The parts of the handbook, in order.
pub(super) fn contents(handbook: &Handbook) -> Vec<Entry> {
    let written = Written { handbook };
    let whole = |id: &str, anchor: &str, size: String, parts: Vec<Entry>| Entry {
        title: written.say(id),
        anchor: anchor.to_owned(),
        size,
        parts,
    };
    let sections: Vec<Entry> = handbook
        .survey
        .iter()
        .map(|section| Entry::part(&section.title, "survey", &section.id))
        .collect();
    let types: Vec<Entry> = handbook
        .typology
        .types
        .iter()
        .map(|kind| Entry::part(&kind.label, "type", &kind.id))
        .collect();
    let mut entries = vec![
        whole("handbook-reading", "reading", String::new(), Vec::new()),
        whole(
            "handbook-survey",
            "survey",
            written.count("handbook-sections", sections.len()),
            sections,
        ),
    ];
    if !handbook.is_partial {
        let size = written.count("handbook-types", types.len());
        entries.push(whole("handbook-typology", "typology", size, types));
    }
    entries.extend(handbook.packs.iter().map(|pack| {
        let rules: Vec<Entry> =
            pack.rules.iter().map(|rule| Entry::part(&rule.title, "rule", &rule.id)).collect();
        Entry {
            size: written.count("handbook-rules", rules.len()),
            parts: rules,
            ..Entry::part(&pack.title, "pack", &pack.id)
        }
    }));
    entries.push(whole("handbook-index", "index", String::new(), Vec::new()));
    entries
}

fn contents_as_list(entries: &[Entry]) -> String {
    let mut lines = Vec::new();
    for entry in entries {
        let size = if entry.size.is_empty() {
            String::new()
        } else {
            format!(": {}", escaped(&entry.size))
        };
        lines.push(format!("- [{}](#{}){size}", escaped(&entry.title), entry.anchor));
        lines.extend(
            entry
                .parts
                .iter()
                .map(|part| format!("  - [{}](#{})", escaped(&part.title), part.anchor)),
        );
    }
    lines.join("\n")
}

/// Everything behind the contents.
pub(super) fn body(handbook: &Handbook) -> String {
    let written = Written { handbook };
    let mut page = Page::default();
    reading(written, &mut page);
    page.block(&format!("## {}", anchored(written, "survey", "handbook-survey")));
    page.block(&escaped(&written.say(match handbook.is_partial {
        true => "handbook-survey-partial",
        false => "handbook-survey-about",
    })));
    for section in &handbook.survey {
        self::section(section, written, &mut page);
    }
    if !handbook.is_partial {
        typology(&handbook.typology, written, &mut page);
    }
    for pack in &handbook.packs {
        self::pack(pack, written, &mut page);
    }
    index(handbook, written, &mut page);
    page.text
}

fn reading(written: Written<'_>, page: &mut Page) {
    page.block(&format!("## {}", anchored(written, "reading", "handbook-reading")));
    let lines = ["handbook-reading-rules", "handbook-reading-unknown", "handbook-reading-texts"];
    page.list(lines.into_iter().map(|id| escaped(&written.say(id))));
    page.block(&escaped(&written.say("handbook-reading-priority")));
    page.list((1..=5).map(|effort| escaped(&written.effort(effort))));
}

fn section(section: &Section, written: Written<'_>, page: &mut Page) {
    page.block(&format!(
        "### <a id=\"{}\"></a>{}",
        anchor("survey", &section.id),
        escaped(&section.title)
    ));
    for question in &section.questions {
        self::question(question, written, page);
    }
}

fn question(question: &Question, written: Written<'_>, page: &mut Page) {
    page.block(&format!(
        "#### <a id=\"{}\"></a>{}",
        anchor("question", &question.path),
        escaped(&question.label)
    ));
    let mut facts = vec![format!("`{}`", question.path), escaped(&question.expects)];
    facts.extend(question.fixed.then(|| escaped(&written.say("handbook-fixed"))));
    facts.extend(question.table.as_ref().map(|table| escaped(&written.table(table))));
    page.block(&facts.join(" · "));
    page.block(&escaped(&question.help));
    if !question.answers.is_empty() {
        let columns = ["handbook-column-answer", "handbook-column-key"]
            .map(|column| escaped(&written.say(column)));
        let rows = question.answers.iter().map(|(id, label)| vec![cell(label), format!("`{id}`")]);
        page.table(&columns, rows);
    }
    let mut readers = Vec::new();
    for (label, rules) in [
        ("handbook-label-read-by", &question.read_by),
        ("handbook-label-named-by", &question.named_by),
    ] {
        if !rules.is_empty() {
            let links: Vec<String> = rules.iter().map(|rule| code_link(rule)).collect();
            readers.push(written.labelled(label, &links.join(", ")));
        }
    }
    if readers.is_empty() {
        readers.push(escaped(&written.say("handbook-read-by-none")));
    }
    readers.iter().for_each(|reader| page.block(reader));
}

fn typology(typology: &Typology, written: Written<'_>, page: &mut Page) {
    let language = written.handbook.language;
    page.block(&format!("## {}", anchored(written, "typology", "handbook-typology")));
    let scores: Vec<String> = typology.scores.iter().map(|score| language.number(*score)).collect();
    let about = [
        ("scores", language.list(&scores).into()),
        ("table", typology.goals_table.to_string().into()),
        ("least", typology.least_answers.into()),
        ("number", Argument::InWords(typology.least_answers)),
    ];
    page.block(&escaped(&written.with("handbook-typology-about", &about)));
    page.block(&escaped(
        &written
            .with("handbook-mixed", &[("ratio", language.percent(typology.mixed_ratio).into())]),
    ));
    for kind in &typology.types {
        page.block(&format!(
            "### <a id=\"{}\"></a>{}",
            anchor("type", &kind.id),
            escaped(&kind.label)
        ));
        page.block(&format!("`{}`", kind.id));
        page.block(&escaped(&kind.meaning));
        page.block(&written.labelled("type-goals", &escaped(&kind.leading_goals)));
        page.block(&format!("**{}:**", escaped(&written.say("type-strengths"))));
        page.list(kind.strengths.iter().map(|strength| escaped(strength)));
        if !kind.learns.is_empty() {
            page.block(&format!("**{}:**", escaped(&written.say("handbook-label-learns"))));
            page.list(kind.learns.iter().map(|(topic, from)| {
                let parts =
                    [("topic", topic.as_str().into()), ("types", language.list(from).into())];
                escaped(&written.with("handbook-learns", &parts))
            }));
        }
    }
    page.block(&format!("### {}", escaped(&written.say("handbook-centres"))));
    let parts = [
        ("table", typology.goals_table.to_string().into()),
        ("goals", typology.goals.title.as_str().into()),
    ];
    page.block(&escaped(&written.with("handbook-centres-about", &parts)));
    let rows = typology.centres.iter().map(|(goal, scores)| {
        (goal.clone(), scores.iter().map(|score| language.decimal(*score, 2)).collect())
    });
    by_type(&written.say("handbook-column-goal"), rows.collect(), written, page);
    page.block(&format!("### {}", escaped(&written.say("handbook-shares"))));
    let table = [("table", typology.prior_table.to_string().into())];
    page.block(&escaped(&written.with("handbook-shares-about", &table)));
    let all = (written.say("column-all"), typology.shares_of_all.clone());
    let share = |share: &f64| {
        written.with("wording-percent", &[("number", language.decimal(*share, 1).into())])
    };
    let rows = typology.shares.iter().chain([&all]);
    let rows = rows.map(|(kind, shares)| (kind.clone(), shares.iter().map(share).collect()));
    by_type(&written.say("handbook-column-kind"), rows.collect(), written, page);
}

/// A table with a column for each type.
fn by_type(first: &str, rows: Vec<(String, Vec<String>)>, written: Written<'_>, page: &mut Page) {
    let mut columns = vec![cell(first)];
    columns.extend(written.handbook.typology.types.iter().map(|kind| cell(&kind.label)));
    let rows = rows.into_iter().map(|(label, values)| {
        let mut cells = vec![cell(&label)];
        cells.extend(values.iter().map(|value| cell(value)));
        cells
    });
    page.table(&columns, rows);
}

fn pack(pack: &Pack, written: Written<'_>, page: &mut Page) {
    let title = written.with("handbook-pack", &[("title", pack.title.as_str().into())]);
    page.block(&format!("## <a id=\"{}\"></a>{}", anchor("pack", &pack.id), escaped(&title)));
    let version = written.with("handbook-version", &[("version", pack.version.as_str().into())]);
    let rules = written.count("handbook-rules", pack.rules.len());
    page.block(&format!("`{}` · {} · {}", pack.id, escaped(&version), escaped(&rules)));
    if let Some(authorship) = &pack.authorship {
        page.block(&escaped(&joined(authorship)));
    }
    for paragraph in &pack.about {
        page.block(&escaped(paragraph));
    }
    if !pack.functions.is_empty() {
        page.block(&format!("**{}:**", escaped(&written.say("handbook-label-functions"))));
        page.list(
            pack.functions
                .iter()
                .map(|(signature, help)| format!("`{signature}`: {}", escaped(&joined(help)))),
        );
    }
    if !pack.changes.is_empty() {
        page.block(&format!("**{}:**", escaped(&written.say("handbook-label-changes"))));
        page.list(pack.changes.iter().map(|change| escaped(&joined(change))));
    }
    for rule in &pack.rules {
        rule_page::rule(rule, written, page);
    }
}

fn index(handbook: &Handbook, written: Written<'_>, page: &mut Page) {
    page.block(&format!("## {}", anchored(written, "index", "handbook-index")));
    let mut rules: Vec<_> = handbook.packs.iter().flat_map(|pack| &pack.rules).collect();
    rules.sort_by(|one, other| one.id.cmp(&other.id));
    let columns =
        ["column-rule", "column-step", "step-source"].map(|column| escaped(&written.say(column)));
    let rows = rules.into_iter().map(|rule| {
        vec![code_link(&rule.id), link(&joined(&rule.title), "rule", &rule.id), cell(&rule.cited)]
    });
    page.table(&columns, rows);
}

/// A heading of the program's own, with its anchor.
fn anchored(written: Written<'_>, anchor: &str, id: &str) -> String {
    format!("<a id=\"{anchor}\"></a>{}", escaped(&written.say(id)))
}

fn link(title: &str, kind: &str, id: &str) -> String {
    format!("[{}](#{})", escaped(title), anchor(kind, id))
}

fn code_link(rule: &str) -> String {
    format!("[`{rule}`](#{})", anchor("rule", rule))
}
