//! Two municipalities side by side.

use http::StatusCode;
use maud::{Markup, html};

use super::frame::{Frame, Switch};
use super::{diagnostics, load, shown, start};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{carried, to_carry};
use crate::failure::Failure;
use dteam_engine::advice::{Advice, Step};
use dteam_engine::classification::Basis;
use dteam_engine::profile::Profile;
use dteam_engine::survey::in_words;
use dteam_text::diagnostic::{Diagnostic, SourceFile};

/// The form, with nothing chosen.
pub(super) fn form(asked: &Asked) -> Result<Answer, Failure> {
    choose(asked, StatusCode::OK, [Side::default(), Side::default()])
}

/// The comparison, or the form with what is wrong with the two.
pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    if asked.form.text("go") == "choose" {
        let mine = Side::read(asked, carried(asked.form.text("profile")), String::new(), true);
        return choose(asked, StatusCode::OK, [mine, Side::default()]);
    }
    let sides = ["one", "other"].map(|name| Side::of(asked, name));
    let [one, other] = &sides;
    match (one.advised(asked)?, other.advised(asked)?) {
        (Some(one_advised), Some(other_advised)) => {
            compared(asked, &sides, &[one_advised, other_advised])
        }
        _ => choose(asked, StatusCode::UNPROCESSABLE_ENTITY, sides),
    }
}

/// One of the two as it was given.
#[derive(Default)]
struct Side {
    text: String,
    /// The example that was chosen.
    example: String,
    /// What it says, if nothing is wrong with it.
    profile: Option<Profile>,
    /// What is wrong with it.
    found: Vec<Diagnostic>,
    is_missing: bool,
    /// It comes from the questionnaire.
    is_carried: bool,
}

impl Side {
    fn of(asked: &Asked, name: &str) -> Self {
        let field = |part: &str| asked.form.text(&format!("{name}-{part}")).to_owned();
        let example = asked.site.examples.iter().find(|example| example.name == field("example"));
        let given = load::given(asked, &format!("{name}-text"), &format!("{name}-file"));
        let text = match (given, example) {
            (Ok(text), Some(example)) if text.trim().is_empty() => example.text.to_owned(),
            (Ok(text), _) => text,
            (Err(invalid), _) => return Side { found: invalid.diagnostics, ..Side::default() },
        };
        Side::read(asked, text, field("example"), !field("carried").is_empty())
    }

    fn read(asked: &Asked, text: String, example: String, is_carried: bool) -> Self {
        let side = Side { example, is_carried, ..Side::default() };
        if text.trim().is_empty() {
            return Side { text, is_missing: true, ..side };
        }
        let file = SourceFile::new(asked.say("web-your-profile"), text.clone());
        match asked.site.catalog.profile(&file) {
            Ok(profile) => Side { text, profile: Some(profile), ..side },
            Err(invalid) => Side { text, found: invalid.diagnostics, ..side },
        }
    }

    fn advised(&self, asked: &Asked) -> Result<Option<(&Profile, Advice)>, Failure> {
        let Some(profile) = &self.profile else { return Ok(None) };
        let options = asked.site.options(asked.language).likely(false);
        let advice = asked.site.catalog.advise(profile, &options);
        advice.map(|advice| Some((profile, advice))).map_err(|_| Failure::Broken)
    }
}

fn choose(asked: &Asked, status: StatusCode, sides: [Side; 2]) -> Result<Answer, Failure> {
    let mut frame = asked.frame(asked.say("web-compare-title"));
    frame.other = Some(Switch::Link("compare"));
    let is_mistaken = status != StatusCode::OK;
    if is_mistaken {
        frame.title = format!("{}: {}", frame.say("web-mistake"), frame.title);
    }
    let names = [("one", "web-compare-one"), ("other", "web-compare-other")];
    let wrong = |side: &Side| is_mistaken && (side.is_missing || !side.found.is_empty());
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            @if is_mistaken {
                div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                    h2 id="h-errors" { (frame.say("web-mistakes")) }
                    ul {
                        @for (side, (name, label)) in sides.iter().zip(names) {
                            @if wrong(side) {
                                li {
                                    a href={ "#" (name) "-text" } {
                                        (frame.say(label)) ": "
                                        (frame.say(if side.is_missing { "web-compare-missing" } else { "web-compare-faulty" }))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            h1 { (frame.say("web-compare-title")) }
            p { (frame.say("web-compare-about")) }
            form method="post" action="compare" enctype="multipart/form-data" {
                @for (side, (name, label)) in sides.iter().zip(names) {
                    (side_fields(&frame, asked, side, name, label, wrong(side)))
                }
                p class="buttons" { button class="main" type="submit" { (frame.say("web-compare")) } }
            }
        }
    });
    Ok(shown(status, page))
}

fn side_fields(
    frame: &Frame,
    asked: &Asked,
    side: &Side,
    name: &str,
    label: &str,
    wrong: bool,
) -> Markup {
    if side.is_carried && !wrong {
        return carried_side(frame, asked, side, name, label);
    }
    let text: String =
        side.text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect();
    // Of an example, its name is enough.
    let text = if side.example.is_empty() { text } else { String::new() };
    html! {
        fieldset class=@if wrong { "side question mistaken" } @else { "side question" } {
            legend { (frame.say(label)) }
            @if !asked.site.examples.is_empty() {
                p class="field" {
                    label for={ (name) "-example" } { (frame.say("web-example")) }
                    (start::examples(asked, &format!("{name}-example"), &format!("{name}-example"),
                        Some((&frame.say("web-compare-no-example"), side.example.as_str()))))
                }
            }
            (start::file(frame, &format!("{name}-file")))
            p class="field" {
                label for={ (name) "-text" } { (frame.say("web-compare-text")) }
                textarea id={ (name) "-text" } name={ (name) "-text" } rows="6" spellcheck="false"
                    aria-describedby=[wrong.then(|| format!("{name}-mistake"))] { "\n" (text) }
            }
            @if wrong {
                div id={ (name) "-mistake" } class="mistake" {
                    @if side.is_missing { p { (frame.say("web-compare-missing")) } }
                    (diagnostics::list(&side.found, frame.language))
                }
            }
        }
    }
}

/// The profile that comes from the questionnaire: there is nothing to choose.
fn carried_side(frame: &Frame, asked: &Asked, side: &Side, name: &str, label: &str) -> Markup {
    let named =
        side.profile.as_ref().and_then(|profile| asked.site.catalog.name_given(&profile.answers));
    html! {
        div class="side" {
            h2 { (frame.say(label)) }
            p { @match named { Some(named) => bdi { (named) }, None => (frame.say("web-compare-yours")) } }
            input type="hidden" name={ (name) "-text" } value=(to_carry(&side.text));
            input type="hidden" name={ (name) "-carried" } value="1";
        }
    }
}

fn compared(
    asked: &Asked,
    sides: &[Side; 2],
    both: &[(&Profile, Advice); 2],
) -> Result<Answer, Failure> {
    let [(one, one_advice), (other, other_advice)] = both;
    let fallback = [asked.say("web-compare-one"), asked.say("web-compare-other")];
    let named = |advice: &Advice, index: usize| {
        advice.name.clone().unwrap_or_else(|| fallback[index].clone())
    };
    let names = [named(one_advice, 0), named(other_advice, 1)];
    let heading = asked.say("web-compare-title");
    let mut frame = asked.frame(format!("{} – {}: {heading}", names[0], names[1]));
    frame.other = Some(Switch::Form("compare", ""));
    let within = |steps: &[Step], step: &Step| steps.iter().any(|other| other.rule == step.rule);
    let shared: Vec<&Step> =
        one_advice.steps.iter().filter(|step| within(&other_advice.steps, step)).collect();
    let only_one: Vec<&Step> =
        one_advice.steps.iter().filter(|step| !within(&other_advice.steps, step)).collect();
    let only_other: Vec<&Step> =
        other_advice.steps.iter().filter(|step| !within(&one_advice.steps, step)).collect();
    let groups = [
        ("both", frame.say("web-compare-both"), shared),
        ("one", frame.with("web-compare-only", &[("name", names[0].as_str().into())]), only_one),
        (
            "other",
            frame.with("web-compare-only", &[("name", names[1].as_str().into())]),
            only_other,
        ),
    ];
    let page = frame.page(&html! {
        main id="content" {
            form id=(super::frame::FORM) method="post" action="compare" {
                @for (side, name) in sides.iter().zip(["one", "other"]) {
                    input type="hidden" name={ (name) "-text" } value=(to_carry(&side.text));
                }
            }
            h1 { (heading) }
            p class="lead" { bdi { (names[0]) } " – " bdi { (names[1]) } }
            h2 { (frame.say("web-compare-type")) }
            (types(&frame, &names, [one_advice, other_advice]))
            h2 { (frame.say("web-compare-steps")) }
            @for (id, heading, steps) in &groups {
                section aria-labelledby={ "h-" (id) } {
                    h3 id={ "h-" (id) } { (heading) " (" (steps.len()) ")" }
                    @if steps.is_empty() {
                        p { (frame.say("web-compare-no-step")) }
                    } @else {
                        ul class="steps" { @for step in steps { li { (step.title) } } }
                    }
                }
            }
            h2 { (frame.say("web-compare-answers")) }
            (answers(&frame, asked, &names, one, other))
            p class="buttons" { a class="button" href="compare" { (frame.say("web-compare-again")) } }
        }
    });
    Ok(shown(StatusCode::OK, page))
}

fn types(frame: &Frame, names: &[String; 2], both: [&Advice; 2]) -> Markup {
    let kinds = &both[0].classification.labels;
    let degree = |advice: &Advice, kind: &str| {
        let classification = &advice.classification;
        let degree = match classification.basis? {
            Basis::Goals => classification.by_goals.as_ref()?.memberships.get(kind),
            Basis::Indicators => classification.by_indicators.as_ref()?.posterior.get(kind),
        };
        degree.map(|degree| frame.language.percent(*degree))
    };
    let basis = |advice: &Advice| {
        frame.say(match advice.classification.basis {
            Some(Basis::Goals) => "web-compare-by-goals",
            Some(Basis::Indicators) => "web-compare-by-indicators",
            None => "web-compare-by-nothing",
        })
    };
    let own = |advice: &Advice| {
        let label =
            advice.classification.label.clone().unwrap_or_else(|| frame.say("web-status-no-type"));
        html! { b { (label) } }
    };
    let answered = |advice: &Advice| {
        let parts = [
            ("answered", advice.answered.answers.into()),
            ("questions", advice.answered.questions.into()),
        ];
        frame.with("web-answered-of", &parts)
    };
    let text = |text: String| html! { (text) };
    let mut rows = vec![
        (frame.say("web-compare-own-type"), both.map(own)),
        (frame.say("web-compare-basis"), both.map(|advice| text(basis(advice)))),
    ];
    for (kind, label) in kinds {
        let heading = frame.with("web-compare-degree", &[("type", label.as_str().into())]);
        rows.push((
            heading,
            both.map(|advice| text(degree(advice, kind).unwrap_or_else(|| "–".to_owned()))),
        ));
    }
    rows.push((
        frame.say("web-compare-count"),
        both.map(|advice| text(advice.steps.len().to_string())),
    ));
    rows.push((frame.say("web-compare-answered"), both.map(|advice| text(answered(advice)))));
    table(&frame.say("web-compare-what"), names, &rows)
}

/// Rows of two values; on a narrow screen, one below the other.
fn table(heading: &str, names: &[String; 2], rows: &[(String, [Markup; 2])]) -> Markup {
    html! {
        table class="compared reflow" role="table" {
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (heading) }
                    @for name in names { th scope="col" role="columnheader" { bdi { (name) } } }
                }
            }
            tbody role="rowgroup" {
                @for (heading, values) in rows {
                    tr role="row" {
                        th scope="row" role="rowheader" { (heading) }
                        @for (value, name) in values.iter().zip(names) { td role="cell" data-label=(name) { (value) } }
                    }
                }
            }
        }
    }
}

fn answers(
    frame: &Frame,
    asked: &Asked,
    names: &[String; 2],
    one: &Profile,
    other: &Profile,
) -> Markup {
    let survey = &asked.site.catalog.survey;
    let name = asked.site.catalog.name_question();
    let differ = |slot: &dteam_engine::survey::Slot| {
        one.answers.get(*slot) != other.answers.get(*slot) && Some(*slot) != name
    };
    let different: Vec<_> = survey.slots().filter(differ).collect();
    let same = survey
        .slots()
        .filter(|slot| one.answers.get(*slot).is_some() && !differ(slot) && Some(*slot) != name)
        .count();
    let language = frame.language;
    let value = |profile: &Profile, slot| match profile.answers.get(slot) {
        Some(answer) => html! { bdi { (in_words(survey.question(slot), answer, language)) } },
        None => html! { span class="quiet" { (frame.say("web-not-stated")) } },
    };
    let label = |slot| survey.question(slot).label.get(language).to_string();
    let rows: Vec<_> = different
        .into_iter()
        .map(|slot| (label(slot), [value(one, slot), value(other, slot)]))
        .collect();
    html! {
        p { (frame.with("web-compare-same", &[("count", same.into())])) }
        @if !rows.is_empty() { (table(&frame.say("web-compare-question"), names, &rows)) }
    }
}
