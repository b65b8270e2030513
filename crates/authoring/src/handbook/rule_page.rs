//! One rule as Markdown.

use super::written::{Written, anchor, code, joined};
use super::{Formula, Impact, Link, Rule, Variant};
use dteam_engine::advice::Outcome;
use dteam_report::page::{Page, cell, escaped};

pub(super) fn rule(rule: &Rule, written: Written<'_>, page: &mut Page) {
    page.block(&format!(
        "### <a id=\"{}\"></a>{}",
        anchor("rule", &rule.id),
        escaped(&joined(&rule.title))
    ));
    page.block(&format!("`{}`", rule.id));
    if let Some(authorship) = &rule.authorship {
        page.block(&escaped(&joined(authorship)));
    }
    if let Some(changed) = &rule.changed {
        page.block(&format!(
            "**{}**",
            escaped(&joined(&dteam_text::language::capitalised(changed)))
        ));
    }
    heading("explain-condition", written, page);
    page.block(&written.condition(&rule.when));
    if let Some(valid) = &rule.valid {
        page.block(&escaped(valid));
    }
    heading("step-why", written, page);
    page.block(&escaped(&joined(&rule.why)));
    heading("step-first", written, page);
    page.list(rule.actions.iter().map(|action| escaped(&joined(action))));
    variants(&rule.variants, written, page);
    notes(rule, written, page);
    priority(rule, written, page);
    order(rule, written, page);
    source(rule, written, page);
    cases(rule, written, page);
}

fn heading(id: &str, written: Written<'_>, page: &mut Page) {
    page.block(&format!("#### {}", escaped(&written.say(id))));
}

fn variants(variants: &[Variant], written: Written<'_>, page: &mut Page) {
    if variants.is_empty() {
        return;
    }
    heading("handbook-variants", written, page);
    page.block(&escaped(&written.say("handbook-variants-about")));
    let items = variants.iter().enumerate().map(|(number, variant)| {
        let mut blocks = vec![written.condition(&variant.when)];
        if let Some(title) = &variant.title {
            blocks.push(written.labelled("column-step", &escaped(&joined(title))));
        }
        if let Some(why) = &variant.why {
            blocks.push(written.labelled("step-why", &escaped(&joined(why))));
        }
        if let Some(actions) = &variant.actions {
            let actions: Vec<String> =
                actions.iter().map(|action| format!("- {}", escaped(&joined(action)))).collect();
            blocks.push(format!(
                "**{}:**\n\n{}",
                escaped(&written.say("step-first")),
                actions.join("\n")
            ));
        }
        if let Some(effort) = variant.effort {
            blocks.push(written.labelled("column-effort", &escaped(&written.effort(effort))));
        }
        if let Some(duration) = &variant.duration {
            blocks.push(written.labelled("step-work", &escaped(duration)));
        }
        item(&format!("{}. ", number + 1), &blocks)
    });
    page.block(&items.collect::<Vec<_>>().join("\n\n"));
}

fn notes(rule: &Rule, written: Written<'_>, page: &mut Page) {
    if rule.notes.is_empty() {
        return;
    }
    heading("handbook-notes", written, page);
    page.block(&escaped(&written.say("handbook-notes-about")));
    let items = rule
        .notes
        .iter()
        .map(|(when, text)| item("- ", &[written.condition(when), escaped(&joined(text))]));
    page.block(&items.collect::<Vec<_>>().join("\n\n"));
}

/// An item of a list: its blocks below one another, indented below the marker.
fn item(marker: &str, blocks: &[String]) -> String {
    let indent = " ".repeat(marker.len());
    let text = blocks.join("\n\n");
    let lines = text.lines().enumerate().map(|(number, line)| match (number, line) {
        (0, line) => format!("{marker}{line}"),
        (_, "") => String::new(),
        (_, line) => format!("{indent}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn priority(rule: &Rule, written: Written<'_>, page: &mut Page) {
    let language = written.handbook.language;
    heading("column-priority", written, page);
    let mut rows = Vec::new();
    let mut facts = Vec::new();
    let mut by_type = |id: &str, values: &[f64]| {
        let mut cells = vec![escaped(&written.say(id))];
        cells.extend(values.iter().map(|value| language.number(*value)));
        rows.push(cells);
    };
    match &rule.impact {
        Impact::ByType(values) => by_type("handbook-impact", values),
        Impact::Same(value) => {
            let value =
                written.with("handbook-impact-same", &[("impact", language.number(*value).into())]);
            facts.push(written.labelled("handbook-impact", &escaped(&value)));
        }
        Impact::Formula(formula) => {
            facts.push(written.labelled("handbook-impact", &self::formula(formula)))
        }
    }
    if let Some(fit) = &rule.fit {
        by_type("handbook-fit", fit);
    }
    if !rows.is_empty() {
        let mut columns = vec![escaped(&written.say("handbook-column-factor"))];
        columns.extend(written.handbook.typology.types.iter().map(|kind| cell(&kind.label)));
        page.table(&columns, rows.into_iter());
    }
    facts.push(match &rule.need {
        Some(need) => written.labelled("handbook-need", &formula(need)),
        None => written.labelled("handbook-need", &escaped(&written.say("handbook-need-whole"))),
    });
    facts.push(written.labelled("handbook-effort", &escaped(&written.effort(rule.effort))));
    let people = Some(&rule.people).filter(|people| !people.is_empty());
    let work = [
        ("step-work", rule.duration.as_ref()),
        ("step-parties", people),
        ("step-cost", rule.budget.as_ref()),
        ("step-duty", rule.duty.as_ref()),
    ];
    let known = work.into_iter().filter_map(|(label, text)| Some((label, text?)));
    facts.extend(known.map(|(label, text)| written.labelled(label, &escaped(text))));
    page.list(facts.into_iter());
}

fn formula(formula: &Formula) -> String {
    let words = escaped(&joined(&formula.words));
    // A number says the same in both.
    match formula.words.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.'))
    {
        true => words,
        false => format!("{words} {}", code(&formula.expression)),
    }
}

fn order(rule: &Rule, written: Written<'_>, page: &mut Page) {
    heading("handbook-order", written, page);
    let links = |rules: &[Link]| {
        rules.iter().map(|rule| written.rule_link(rule)).collect::<Vec<_>>().join("; ")
    };
    let mut lines = Vec::new();
    if !rule.after.is_empty() {
        lines.push(written.labelled("handbook-after", &links(&rule.after)));
    }
    if !rule.before.is_empty() {
        lines.push(written.labelled("handbook-before", &links(&rule.before)));
    }
    if !rule.covers.is_empty() {
        lines.push(written.labelled("handbook-covers", &links(&rule.covers)));
    }
    let effects = rule.effects.iter().map(|effect| {
        let question = &effect.question;
        let label = format!(
            "[{}](#{})",
            escaped(&joined(&question.title)),
            anchor("question", &question.id)
        );
        format!("{label}: {}", escaped(&joined(&effect.change)))
    });
    let effects: Vec<String> = effects.collect();
    if !effects.is_empty() {
        lines.push(written.labelled("handbook-effect", &effects.join("; ")));
    }
    if !rule.learn_from.is_empty() {
        lines.push(written.labelled(
            "step-learn-from",
            &escaped(&written.handbook.language.list(&rule.learn_from)),
        ));
    }
    page.list(lines.into_iter());
}

fn source(rule: &Rule, written: Written<'_>, page: &mut Page) {
    heading("step-source", written, page);
    let mut lines = match &rule.publication {
        Some((cited, address)) => vec![with_address(&joined(cited), address.as_deref())],
        None => {
            let section = rule.section.as_ref().map(|section| {
                written.with("handbook-section", &[("section", section.as_str().into())])
            });
            let table = rule.table.as_ref().map(|table| written.table(table));
            let study: Vec<String> = section.into_iter().chain(table).collect();
            vec![escaped(&joined(&study.join(", ")))]
        }
    };
    lines.extend(rule.facts.iter().map(|fact| {
        let text = written.with("handbook-fact", &[("title", fact.text.as_str().into())]);
        let link = fact.link.iter().map(|link| with_address(&link.title, link.address.as_deref()));
        let note = fact.note.iter().map(|note| escaped(note));
        let parts = [escaped(&joined(&text))].into_iter().chain(link).chain(note);
        parts.collect::<Vec<_>>().join(" ")
    }));
    page.list(lines.into_iter());
}

/// A publication, with a link to where it can be read.
fn with_address(cited: &str, address: Option<&str>) -> String {
    match address {
        Some(address) => format!("{}, <{}>", escaped(cited), address.replace(['<', '>', ' '], "")),
        None => escaped(cited),
    }
}

fn cases(rule: &Rule, written: Written<'_>, page: &mut Page) {
    if rule.cases.is_empty() {
        return;
    }
    heading("handbook-cases", written, page);
    let lines = rule.cases.iter().map(|(outcome, cases)| {
        let label = written.say(match outcome {
            Outcome::Fires => "explain-fires",
            Outcome::Undecided => "explain-undecided",
            Outcome::Silent | Outcome::NotInForce | Outcome::Off => "explain-silent",
        });
        let cases: Vec<String> =
            cases.iter().map(|case| format!("\n  - {}", escaped(&joined(case)))).collect();
        format!("**{}:**{}", escaped(&dteam_text::language::capitalised(&label)), cases.concat())
    });
    page.list(lines);
}
