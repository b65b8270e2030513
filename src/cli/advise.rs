//! `dteam advise`

use std::mem::ManuallyDrop;

use clap::{Args, ValueEnum};
use dteam::render::{self, COUNCIL_STEPS, CouncilPaper, Purpose};
use dteam::{Advice, Catalog, Invalid, Options, Profile};
use dteam_text::diagnostic::Problem;

use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, YAML or JSON; `-` for standard input
    profile: std::path::PathBuf,
    /// Form of the advice
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Maximum number of steps: in full in reports [default: 5], at all in JSON and YAML [default:
    /// all], in a council paper [default: 3]
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// The steps that a council paper is about, by their numbers in the plan or by their rules, in
    /// this order: `1,3,data/inventory`
    #[arg(long, value_name = "STEP", value_delimiter = ',', conflicts_with = "top")]
    steps: Vec<String>,
    /// A council paper for information (Mitteilungsvorlage): no decision is proposed
    #[arg(long)]
    information: bool,
    /// Reference date, YYYY-MM-DD: stands on the advice and decides rules with a period of validity
    /// [default: today, or the day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A report for the terminal
    Text,
    /// A report in Markdown
    Markdown,
    /// A report as one HTML page that needs nothing else, for reading and for printing
    Html,
    /// A report as PDF, accessible and archivable (PDF/UA-1, PDF/A-2a)
    #[cfg_attr(not(feature = "pdf"), value(hide = true))]
    Pdf,
    /// A draft paper for the council (Beschlussvorlage) in Markdown
    Council,
    /// The same as an HTML page, which word processors open too
    CouncilHtml,
    /// Everything, for other programs (the contract dteam.advice/1)
    Json,
    /// The same as JSON, in YAML
    Yaml,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    only_for_papers(arguments)?;
    let target = Target::of(common, &[&arguments.profile])?;
    #[cfg(feature = "pdf")]
    if arguments.format == Format::Pdf && target.is_terminal() {
        return Err(problem(Problem::PdfToTerminal));
    }
    // Taken apart at the end, they would take as long as some of the work, and the process ends
    // anyway.
    let catalog = ManuallyDrop::new(common.catalog()?);
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let for_programs = matches!(arguments.format, Format::Json | Format::Yaml);
    let options = Options {
        language: common.language(),
        date: Some(input::reference_date(arguments.date)?),
        top: arguments.top.filter(|_| for_programs),
    };
    let advice = ManuallyDrop::new(catalog.advise(&profile, &options)?);
    let full_steps = arguments.top.unwrap_or(render::FULL_STEPS);
    let text = match arguments.format {
        Format::Text => render::text(&advice, &target.layout(full_steps)),
        Format::Markdown => render::markdown(&advice, full_steps),
        Format::Html => render::html(&advice, full_steps),
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            return target.write_bytes(&render::pdf(&advice, full_steps)?).map(|()| Outcome::Done);
        }
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => return Err(problem(Problem::PdfNotBuilt)),
        Format::Council => render::council(&paper(arguments, &catalog, &profile, &advice)?),
        Format::CouncilHtml => {
            render::council_html(&paper(arguments, &catalog, &profile, &advice)?)
        }
        Format::Json => render::json(&*advice),
        Format::Yaml => render::yaml(&*advice),
    };
    target.write(&text)?;
    Ok(Outcome::Done)
}

/// Refuses options that the form does not heed.
fn only_for_papers(arguments: &Arguments) -> Result<(), Invalid> {
    let given =
        [("--steps", !arguments.steps.is_empty()), ("--information", arguments.information)];
    let given = given.into_iter().find(|(_, given)| *given);
    match (arguments.format, given) {
        (Format::Council | Format::CouncilHtml, _) | (_, None) => Ok(()),
        (_, Some((option, _))) => {
            Err(problem(Problem::ForCouncilPapers { option: option.to_owned() }))
        }
    }
}

fn paper<'a>(
    arguments: &Arguments,
    catalog: &Catalog,
    profile: &Profile,
    advice: &'a Advice,
) -> Result<CouncilPaper<'a>, Invalid> {
    let steps = match arguments.steps.as_slice() {
        [] => advice.steps.iter().take(arguments.top.unwrap_or(COUNCIL_STEPS)).collect(),
        names => advice.chosen(names)?,
    };
    let purpose = if arguments.information { Purpose::Information } else { Purpose::Decision };
    if purpose == Purpose::Decision && steps.is_empty() {
        return Err(problem(Problem::NothingToDecide));
    }
    Ok(CouncilPaper { advice, council: catalog.council(profile, advice.language)?, steps, purpose })
}

fn problem(problem: Problem) -> Invalid {
    problem.into()
}
