//! `dteam advise`

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use dteam::render::{
    COUNCIL_STEPS, CouncilPaper, FULL_STEPS, Format, Purpose, council, council_steps,
};
use dteam::{Advice, Catalog, Invalid, Options, Profile};
use dteam_text::diagnostic::Problem;

use super::output::Target;
use super::{Common, Outcome, expected, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-profile", help = "cli-profile")]
    profile: PathBuf,
    #[arg(value_name = "cli-value-form", help = "cli-advise-format")]
    #[arg(long, value_parser = Form::parser(), default_value = "text")]
    format: Form,
    #[arg(long, value_name = "cli-value-number", value_parser = expected::count)]
    #[arg(help = "cli-advise-top")]
    top: Option<usize>,
    #[arg(help = "cli-advise-steps")]
    #[arg(long, value_name = "cli-value-step", value_delimiter = ',', conflicts_with = "top")]
    steps: Vec<String>,
    #[arg(long, help = "cli-advise-information")]
    information: bool,
    #[arg(help = "cli-advise-plan")]
    #[arg(long, value_name = "cli-value-file")]
    plan: Option<PathBuf>,
    #[arg(help = "cli-date-stands")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// What is written, and in which format.
#[derive(Debug, Clone, Copy)]
enum Form {
    Advice(&'static Format),
    Paper(&'static Format),
}

impl Form {
    fn format(self) -> &'static Format {
        match self {
            Form::Advice(format) | Form::Paper(format) => format,
        }
    }

    /// Every form by its name: what people read, papers, what programs read.
    fn all() -> impl Iterator<Item = (PossibleValue, Form)> {
        let advice = |is_data| {
            Format::ALL.iter().filter(move |format| format.is_data() == is_data).map(|format| {
                let value = PossibleValue::new(format.name).help(format.about);
                (value.hide(!format.is_built), Form::Advice(format))
            })
        };
        let papers = Format::ALL.iter().filter_map(|format| {
            let (name, about) = format.paper?;
            Some((PossibleValue::new(name).help(about), Form::Paper(format)))
        });
        advice(false).chain(papers).chain(advice(true))
    }

    fn parser() -> impl TypedValueParser<Value = Form> {
        let values = Form::all().map(|(value, _)| value);
        PossibleValuesParser::new(values).map(|name| {
            let named = Form::all().find(|(value, _)| value.get_name() == name);
            named.map(|(_, form)| form).expect("every possible value is that of a form")
        })
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    only_for_papers(arguments)?;
    let inputs: Vec<&PathBuf> =
        std::iter::once(&arguments.profile).chain(&arguments.plan).collect();
    let target = Target::of(common, &inputs)?;
    let format = arguments.format.format();
    if !format.is_built {
        return Err(problem(Problem::PdfNotBuilt));
    }
    if !format.is_text() && target.is_terminal() {
        return Err(problem(Problem::PdfToTerminal));
    }
    // Taken apart at the end, they would take as long as some of the work, and the process ends
    // anyway.
    let catalog = ManuallyDrop::new(common.catalog()?);
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let options = Options::default()
        .language(common.language())
        .date(input::reference_date(arguments.date)?)
        .top(arguments.top.filter(|_| format.is_data()))
        .likely(true);
    let advice = ManuallyDrop::new(catalog.advise(&profile, &options)?);
    let layout = target.layout(arguments.top.unwrap_or(FULL_STEPS));
    let written = match arguments.format {
        Form::Advice(format) => format.advice(&advice, &layout)?,
        Form::Paper(format) => {
            let plan = arguments.plan.as_ref().map(|path| input::plan(path)).transpose()?;
            let paper = paper(arguments, &catalog, &profile, &advice)?;
            let paper = CouncilPaper { plan: plan.as_ref(), ..paper };
            format.document(&council(&paper), &layout)?
        }
    };
    target.write_bytes(&written)?;
    Ok(Outcome::Done)
}

/// Refuses options that the form does not heed.
fn only_for_papers(arguments: &Arguments) -> Result<(), Invalid> {
    let given = [
        ("--steps", !arguments.steps.is_empty()),
        ("--information", arguments.information),
        ("--plan", arguments.plan.is_some()),
    ];
    let given = given.into_iter().find(|(_, given)| *given);
    match (arguments.format, given) {
        (Form::Paper(_), _) | (Form::Advice(_), None) => Ok(()),
        (Form::Advice(_), Some((option, _))) => {
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
        [] => council_steps(advice, arguments.top.unwrap_or(COUNCIL_STEPS)),
        names => advice.chosen(names)?,
    };
    let purpose = if arguments.information { Purpose::Information } else { Purpose::Decision };
    if purpose == Purpose::Decision && steps.is_empty() {
        return Err(problem(Problem::NothingToDecide));
    }
    let council = catalog.council(profile, advice.language)?;
    Ok(CouncilPaper { advice, council, steps, purpose, plan: None })
}

fn problem(problem: Problem) -> Invalid {
    problem.into()
}
