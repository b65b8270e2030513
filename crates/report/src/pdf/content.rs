//! What the report says, part by part, as the layout takes it. A part that has nothing to say is
//! `null`.

use serde_json::{Map, Value as Json, json};

use super::letters::Letters;
use super::{pictures, plan};
use crate::html::report::Report;
use crate::html::{closing, comparison, kind, profile};
use crate::words::{OPEN_QUESTIONS, STRENGTHS};
use dteam_engine::advice::{Advice, Extent};
use dteam_engine::classification::Basis;

/// The program, as the file names it.
pub(super) const PROGRAM: &str = concat!("dteam ", env!("CARGO_PKG_VERSION"));

/// Words that the layout itself sets: heads, columns, labels.
const WORDS: &[&str] = &[
    "section-summary",
    "html-contents",
    "section-type",
    "type",
    "type-goals",
    "type-strengths",
    "html-column-bar",
    "html-column-share",
    "section-steps",
    "no-steps",
    "html-plan-about",
    "step-first",
    "step-comparison",
    "step-learn-from",
    "step-after",
    "step-then",
    "step-source",
    "section-more-steps",
    "column-rank",
    "column-step",
    "column-when",
    "column-effort",
    "column-priority",
    "html-impact",
    "html-theme",
    "html-section-matrix",
    "html-matrix-about",
    "html-matrix-caption",
    "html-effort-least",
    "html-effort-most",
    "html-impact-least",
    "html-impact-most",
    "html-example-rank",
    "horizon-now",
    "horizon-next",
    "horizon-later",
    "html-section-profile",
    "html-profile-about",
    "html-profile-caption",
    "html-themes-caption",
    "html-column-area",
    "html-column-picture",
    "html-column-steps",
    "html-no-step",
    "html-nothing-answered",
    "column-question",
    "column-own",
    "column-type",
    "column-all",
    "column-best",
    "column-table",
    "section-comparison",
    "html-comparison-about",
    "section-strengths",
    "html-strengths-about",
    "section-learning",
    "section-open",
    "open-none",
    "html-open-about",
    "html-column-decides",
    "column-key",
    "section-near",
    "section-method",
    "html-sources",
    "html-packs",
    "html-column-pack",
    "html-column-version",
    "method-privacy",
    "pdf-page",
    "pdf-page-of",
];

pub(super) fn content(advice: &Advice, full: usize) -> Json {
    let report = &Report::of(advice);
    let words = report.words;
    let mut content = json!({
        "language": advice.language.code(),
        "program": PROGRAM,
        "title": words.title(advice),
        "running": running(&words.title(advice)),
        "facts": words.facts(advice).collect::<Vec<_>>(),
        "dated": words.dated(advice),
        "date": advice.date.map(|date| json!([date.year(), date.month(), date.day()])),
        "words": WORDS.iter().map(|id| ((*id).to_owned(), words.say(id).into())).collect::<Map<_, _>>(),
        "summary": &advice.summary,
        "type": kind(report),
        "plan": plan::plan(report, full),
        "marks": {
            "legend": pictures::legend(report),
            "scale": [report.percent(0.0), report.percent(0.5), report.percent(1.0)],
            "typed": advice.classification.kind.is_some(),
        },
        "profile": profile(report),
        "comparison": comparison(report),
        "strengths": advice.strengths.iter().take(STRENGTHS).map(|strength| &strength.text).collect::<Vec<_>>(),
        "learning": learning(report),
        "open": open_questions(report),
        "method": method(report),
        "missing": null,
    });
    let mut letters = Letters::new(advice.name.as_deref());
    letters.settle(&mut content);
    if letters.replaced {
        content["missing"] = words.say("pdf-missing").into();
    }
    content
}

/// The title as it stands above every further page: on one line.
fn running(title: &str) -> String {
    const MAX_LENGTH: usize = 70;
    match title.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{} …", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

fn kind(report: &Report<'_>) -> Json {
    let classification = &report.advice.classification;
    let words = report.words;
    let Some(label) = &classification.label else {
        return json!({"none": words.say("type-none")});
    };
    let (caption, degrees, basis) =
        match (classification.basis, &classification.by_goals, &classification.by_indicators) {
            (Some(Basis::Goals), Some(goals), _) => (
                "html-memberships",
                Some(&goals.memberships),
                Some(("html-basis-goals", goals.table)),
            ),
            (Some(Basis::Indicators), _, Some(indicators)) => {
                let basis = ("html-basis-indicators", indicators.prior_table);
                ("html-probabilities", Some(&indicators.posterior), Some(basis))
            }
            _ => ("html-memberships", None, None),
        };
    let bars = degrees.into_iter().flat_map(kind::sorted).map(|(kind, degree)| {
        let own = classification.kind.as_deref() == Some(kind);
        let second = classification.mixed_with.as_deref() == Some(kind);
        let share = report.percent(*degree);
        let remark = own.then_some("html-mark-own-type").or(second.then_some("html-second-type"));
        json!({
            "label": report.label(kind),
            "remark": remark.map(|remark| words.say(remark)),
            "own": own,
            "share": share,
            "picture": pictures::bar(report.label(kind), &share, *degree, own),
        })
    });
    json!({
        "label": label,
        "remarks": words.remarks(report.advice),
        "goals": classification.leading_goals,
        "meaning": classification.meaning,
        "strengths": report.advice.type_strengths,
        "caption": words.say(caption),
        "bars": bars.collect::<Json>(),
        "basis": basis.map(|(id, table)| words.with(id, &[("table", table.to_string().into())])),
    })
}

fn profile(report: &Report<'_>) -> Json {
    let advice = report.advice;
    let answered = advice.extents.iter().any(|extent| extent.value.is_some());
    if !answered && advice.steps.is_empty() {
        return Json::Null;
    }
    let extents: Vec<Json> = advice.extents.iter().map(|extent| area(report, extent)).collect();
    let themes = advice.packs.iter().map(|pack| {
        let steps = advice.steps.iter().filter(|step| step.pack == pack.id);
        json!({"title": pack.title, "steps": steps.map(plan::chip).collect::<Json>()})
    });
    json!({
        "extents": answered.then_some(extents),
        "themes": (!advice.steps.is_empty()).then(|| themes.collect::<Json>()),
    })
}

/// A section of the survey: how much there is of what it asks for.
fn area(report: &Report<'_>, extent: &Extent) -> Json {
    let Some(value) = extent.value else {
        return json!({"title": extent.title, "picture": null});
    };
    let counts = [
        ("answered", extent.answered.to_string().into()),
        ("questions", extent.questions.len().to_string().into()),
    ];
    let percent = |share: f64| report.percent(share);
    let own_type =
        report.advice.classification.kind.as_deref().and_then(|kind| extent.by_type.get(kind));
    json!({
        "title": extent.title,
        "answered": report.words.with("html-of-questions", &counts),
        "picture": pictures::line(report, &extent.title, &profile::described(report, extent, value), &profile::values(extent)),
        "own": percent(value),
        "type": own_type.map_or_else(none, |value| percent(*value)),
        "all": extent.all_value.map_or_else(none, percent),
        "best": profile::best(extent).map(|(kind, value)| json!([percent(value), report.label(kind)])),
    })
}

fn none() -> String {
    "–".to_owned()
}

/// Every answer that the study has a value for, in the sections of the survey and there in groups
/// of what belongs to one question.
fn comparison(report: &Report<'_>) -> Json {
    let advice = report.advice;
    if advice.comparison.is_empty() {
        return Json::Null;
    }
    let sections = advice.extents.iter().filter(|extent| extent.answered > 0).map(|extent| {
        let compared = advice
            .comparison
            .iter()
            .filter(|compared| extent.questions.contains(&compared.question));
        let compared: Vec<_> = compared.collect();
        let groups = compared
            .chunk_by(|one, other| comparison::question(one) == comparison::question(other));
        // A heading over rows holds for all below it: those without one come first.
        let mut groups: Vec<_> = groups.collect();
        groups.sort_by_key(|group| comparison::question(group[0]).is_some());
        let groups = groups.into_iter().map(|group| {
            let rows = group.iter().map(|compared| row(report, compared));
            json!({"question": comparison::question(group[0]), "rows": rows.collect::<Json>()})
        });
        json!({"title": extent.title, "groups": groups.collect::<Json>()})
    });
    json!({"sections": sections.collect::<Json>()})
}

fn row(report: &Report<'_>, compared: &dteam_engine::advice::Comparison) -> Json {
    let words = report.words;
    let number = |value: Option<f64>| value.map_or_else(none, |value| words.value(compared, value));
    let option =
        compared.option_label.as_ref().filter(|_| comparison::question(compared).is_some());
    let described = comparison::described(report, compared);
    json!({
        "label": option.unwrap_or(&compared.label),
        "range": comparison::range(report, compared),
        "picture": pictures::line(report, &compared.label, &described, &comparison::values(compared)),
        "own": words.own_value(compared),
        "type": number(compared.type_value),
        "all": number(compared.all_value),
        "table": compared.table,
    })
}

fn learning(report: &Report<'_>) -> Json {
    let learning = report.advice.learning.iter();
    let learning = learning.map(|learning| {
        json!({"type": report.label(&learning.kind), "text": report.words.learning(report.advice, learning)})
    });
    learning.collect()
}

fn open_questions(report: &Report<'_>) -> Json {
    let open = &report.advice.open_questions;
    let more = open.len().saturating_sub(OPEN_QUESTIONS);
    let rows = open.iter().take(OPEN_QUESTIONS).map(|question| {
        json!({"label": question.label, "key": question.question, "decides": closing::decided(report, question)})
    });
    let more = (more > 0).then(|| {
        report.words.with(
            "open-more",
            &[("count", more.into()), ("number", report.words.0.count(more).into())],
        )
    });
    json!({"questions": rows.collect::<Json>(), "more": more, "opened": report.words.opened(report.advice)})
}

fn method(report: &Report<'_>) -> Json {
    let advice = report.advice;
    let words = report.words;
    let facts = closing::facts(report).into_iter().map(|(fact, ranks)| {
        let numbers = [("count", ranks.len().into()), ("numbers", words.0.list(&ranks).into())];
        json!({"text": fact, "steps": words.with("html-for-steps", &numbers)})
    });
    let packs = advice
        .packs
        .iter()
        .map(|pack| json!({"title": pack.title, "id": pack.id, "version": pack.version}));
    json!({
        "how": words.how(advice),
        "study": words.study(advice),
        "facts": facts.collect::<Json>(),
        "packs": packs.collect::<Json>(),
        "changes": words.changed_rules(advice).collect::<Vec<_>>(),
    })
}
