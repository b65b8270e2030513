//! The plan: which step in which quarter, with what it rests on to be changed.

use http::StatusCode;
use maud::{Markup, PreEscaped, html};

use super::file::{download, file_name, page_to_keep};
use super::frame::{FORM, Frame, Switch, carried};
use super::report::{advised, with_draft};
use super::{diagnostics, review, shown};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::Draft;
use crate::failure::Failure;
use dteam_engine::advice::Advice;
use dteam_engine::advice::plan::{Period, Plan, PlanOptions, own_days};
use dteam_report::tasks::{tasks_as_csv, tasks_as_ics, tasks_as_xlsx};
use dteam_report::words::Words;
use dteam_report::{html_document, plan_document};
use dteam_text::diagnostic::Diagnostic;

/// How many quarters the plan can begin later than usual.
const STARTS: usize = 8;

/// How long a plan can be, in quarters.
const LENGTHS: [usize; 5] = [4, 8, 12, 16, 20];

/// How many beginnings in a year can be chosen.
const MAX_PER_YEAR: usize = 12;

/// What is wished of a plan, as it was entered.
struct Wish {
    first: Period,
    start: Period,
    quarters: usize,
    days: String,
    per_year: Option<usize>,
    /// Rules whose steps are done.
    done: Vec<String>,
    /// Rules whose steps are not wanted.
    skipped: Vec<String>,
}

/// What became of it.
enum Outcome {
    Planned(Box<Plan>),
    /// No such days.
    WrongDays,
    Refused(Vec<Diagnostic>),
}

impl Wish {
    /// As the form says; what no form of ours says is passed over.
    ///
    /// # Errors
    /// Without a day, nobody knows the first quarter.
    fn of(asked: &Asked) -> Result<Self, Failure> {
        let form = &asked.form;
        let date = (asked.site.settings.date)().ok_or(Failure::NotFound)?;
        let first = Period::after(date);
        let number = |name: &str| form.text(name).parse::<usize>().ok();
        let usual = PlanOptions::from_start(first).quarters;
        let of_steps = |prefix: &str| {
            let chosen = form.all("step").filter_map(|value| value.strip_prefix(prefix));
            chosen.map(str::to_owned).collect()
        };
        Ok(Wish {
            first,
            start: form.text("start").parse().unwrap_or(first),
            quarters: number("quarters").filter(|it| LENGTHS.contains(it)).unwrap_or(usual),
            days: form.text("days").trim().to_owned(),
            per_year: number("per-year").filter(|it| (1..=MAX_PER_YEAR).contains(it)),
            done: of_steps("done:"),
            skipped: of_steps("skip:"),
        })
    }

    fn planned(&self, asked: &Asked, draft: &Draft) -> Outcome {
        let catalog = &asked.site.catalog;
        let days = match (self.days.is_empty(), own_days(&self.days)) {
            (false, None) => return Outcome::WrongDays,
            (_, days) => days,
        };
        let date = (asked.site.settings.date)();
        let mut options =
            PlanOptions::from_start(self.start).language(asked.language).date(date).days(days);
        options.quarters = self.quarters;
        options.per_year = self.per_year;
        options.done.clone_from(&self.done);
        options.skipped.clone_from(&self.skipped);
        let profile = catalog.profile(&draft.sheet.file);
        match profile.and_then(|profile| catalog.plan(&profile, &options)) {
            Ok(plan) => Outcome::Planned(Box::new(plan)),
            Err(invalid) => Outcome::Refused(invalid.diagnostics),
        }
    }
}

pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    answered(asked, |plan, wish, draft, advice| {
        let mut frame = asked.frame(plan_document(plan).title);
        frame.other = Some(Switch::Form("plan", ""));
        frame.has_report = true;
        frame.tools = Some(tools(&frame, asked, draft, &assumptions(&frame, wish, plan, advice)));
        let page = frame.page(&html! { (PreEscaped(html_document(&plan_document(plan)))) });
        Ok(shown(StatusCode::OK, page))
    })
}

/// The plan as one HTML file.
pub(super) fn file(asked: &Asked) -> Result<Answer, Failure> {
    answered(asked, |plan, _, _, _| {
        page_to_keep(&asked.say("web-plan-file"), plan.name.as_deref(), &plan_document(plan))
    })
}

pub(super) fn workbook(asked: &Asked) -> Result<Answer, Failure> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    tasks(asked, kind, "xlsx", |plan| tasks_as_xlsx(plan).map_err(|_| Failure::Broken))
}

pub(super) fn table(asked: &Asked) -> Result<Answer, Failure> {
    tasks(asked, "text/csv; charset=utf-8", "csv", |plan| Ok(tasks_as_csv(plan).into_bytes()))
}

pub(super) fn calendar(asked: &Asked) -> Result<Answer, Failure> {
    tasks(asked, "text/calendar; charset=utf-8", "ics", |plan| Ok(tasks_as_ics(plan).into_bytes()))
}

fn tasks(
    asked: &Asked,
    kind: &str,
    ending: &str,
    write: fn(&Plan) -> Result<Vec<u8>, Failure>,
) -> Result<Answer, Failure> {
    answered(asked, |plan, _, _, _| {
        let name = file_name(&asked.say("web-tasks-file"), plan.name.as_deref(), ending);
        Ok(download(kind, &name, write(plan)?))
    })
}

/// What is made of the plan; where there cannot be any, the page that says why.
fn answered(
    asked: &Asked,
    then: impl FnOnce(&Plan, &Wish, &Draft, &Advice) -> Result<Answer, Failure>,
) -> Result<Answer, Failure> {
    with_draft(asked, |draft| {
        let wish = Wish::of(asked)?;
        let Some((_, advice)) = advised(asked, draft)? else {
            return review::shown_for(asked, draft, true);
        };
        match wish.planned(asked, draft) {
            Outcome::Planned(plan) => then(&plan, &wish, draft, &advice),
            Outcome::WrongDays => refused(asked, draft, &wish, &advice, &[]),
            Outcome::Refused(found) => refused(asked, draft, &wish, &advice, &found),
        }
    })
}

/// Why there is no plan, with what was entered; no `found` where the days are none.
fn refused(
    asked: &Asked,
    draft: &Draft,
    wish: &Wish,
    advice: &Advice,
    found: &[Diagnostic],
) -> Result<Answer, Failure> {
    let mut frame = asked.frame(asked.say("web-plan-refused"));
    frame.other = Some(Switch::Form("plan", ""));
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                h1 id="h-errors" { (frame.title) }
                @if found.is_empty() { p { a href="#days" { (frame.say("web-plan-wrong-days")) } } }
                (diagnostics::list(found, asked.language))
            }
            form id=(FORM) method="post" action="plan" {
                (carried(asked, draft))
                (fields(&frame, wish, None, advice, found.is_empty()))
            }
        }
    });
    Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn tools(frame: &Frame, asked: &Asked, draft: &Draft, assumptions: &Markup) -> Markup {
    html! {
        form id=(FORM) class="tools" method="post" action="plan" {
            (carried(asked, draft))
            p class="buttons" {
                button type="button" class="main" data-print hidden { (frame.say("web-print")) }
                button type="submit" formaction="plan.html" { (frame.say("web-save-plan")) }
                button type="submit" formaction="tasks.xlsx" { (frame.say("web-save-workbook")) }
                button type="submit" formaction="tasks.csv" { (frame.say("web-save-table")) }
                button type="submit" formaction="tasks.ics" { (frame.say("web-save-calendar")) }
                button type="submit" formaction="report" { (frame.say("web-show-report")) }
            }
            (assumptions)
        }
    }
}

fn assumptions(frame: &Frame, wish: &Wish, plan: &Plan, advice: &Advice) -> Markup {
    html! {
        details class="assumptions" {
            summary { (frame.say("web-plan-change")) }
            (fields(frame, wish, Some(plan), advice, false))
        }
    }
}

/// What the plan rests on, to be changed.
fn fields(
    frame: &Frame,
    wish: &Wish,
    plan: Option<&Plan>,
    advice: &Advice,
    wrong_days: bool,
) -> Markup {
    let starts = (0..STARTS).map(|later| wish.first.later(later));
    let starts: Vec<Period> = match starts.clone().any(|period| period == wish.start) {
        true => starts.collect(),
        false => [wish.start].into_iter().chain(starts).collect(),
    };
    let usual = |id: &str, own: bool, value: Option<String>| match (own, value) {
        (false, Some(value)) => frame.with(id, &[("value", value.into())]),
        _ => frame.say("web-plan-usual"),
    };
    let basis = plan.map(|plan| plan.assumptions);
    let per_year = usual(
        "web-plan-usual-of",
        wish.per_year.is_some(),
        basis.map(|basis| basis.per_year.to_string()),
    );
    let days = basis.map(|basis| frame.language.number(basis.days_per_quarter));
    let days_help = usual("web-plan-days-of", !wish.days.is_empty(), days);
    html! {
        div class="fields" {
            p class="field" {
                label for="start" { (frame.say("web-plan-start")) }
                select id="start" name="start" {
                    @for period in starts {
                        option value=(period.to_string()) selected[period == wish.start] { (Words(frame.language).period(period)) }
                    }
                }
            }
            p class="field" {
                label for="length" { (frame.say("web-plan-quarters")) }
                select id="length" name="quarters" {
                    @for quarters in LENGTHS { option value=(quarters) selected[quarters == wish.quarters] { (quarters) } }
                }
            }
            p class="field" {
                label for="days" { (frame.say("web-plan-days")) }
                input type="text" inputmode="decimal" id="days" name="days" value=(wish.days) size="8" maxlength="20" spellcheck="false"
                    aria-describedby="days-help" aria-invalid=[wrong_days.then_some("true")];
                span class="help" id="days-help" {
                    @if wrong_days { (frame.say("web-plan-wrong-days")) } @else { (days_help) }
                }
            }
            p class="field" {
                label for="per-year" { (frame.say("web-plan-per-year")) }
                select id="per-year" name="per-year" {
                    option value="" { (per_year) }
                    @for count in 1..=MAX_PER_YEAR { option value=(count) selected[wish.per_year == Some(count)] { (count) } }
                }
            }
        }
        @if !advice.steps.is_empty() {
            fieldset class="steps" {
                legend { (frame.say("web-plan-steps")) }
                @for (index, step) in advice.steps.iter().enumerate() {
                    p class="field" {
                        label for={ "step-" (index) } { (step.title) }
                        select id={ "step-" (index) } name="step" {
                            option value="" { (frame.say("web-plan-step-open")) }
                            option value={ "done:" (step.rule) } selected[wish.done.contains(&step.rule)] { (frame.say("web-plan-step-done")) }
                            option value={ "skip:" (step.rule) } selected[wish.skipped.contains(&step.rule)] { (frame.say("web-plan-step-skip")) }
                        }
                    }
                }
            }
        }
        p class="buttons" { button class="main" type="submit" { (frame.say("web-plan-again")) } }
    }
}
