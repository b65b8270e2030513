//! `dteam explain`

use clap::Args;
use dteam::{Invalid, render};

use super::classify::DataFormat;
use super::output::Target;
use super::{Common, Outcome, input, problems};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, YAML or JSON; `-` for standard input
    profile: std::path::PathBuf,
    /// The rule, as pack/rule
    rule: String,
    /// Assume another answer, and show what that changes; repeatable
    ///
    /// The answer is written as in a profile: `data.inventory=2`, `data.uses=[automation]`.
    /// `+option` and `-option` add to a list or take from it, also several:
    /// `components.in_use=[+dms, -eid]`. Without an answer (`data.inventory=`) the question stays
    /// open.
    #[arg(long, value_name = "QUESTION=ANSWER")]
    what_if: Vec<String>,
    /// Form of the explanation
    #[arg(long, value_enum, default_value = "text")]
    format: DataFormat,
    /// Reference date, YYYY-MM-DD: decides rules with a period of validity [default: today, or the
    /// day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let (target, language) = (Target::of(common, &[&arguments.profile])?, common.language());
    let catalog = common.catalog()?;
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let options =
        dteam::Options::default().language(language).date(input::reference_date(arguments.date)?);
    if arguments.what_if.is_empty() {
        let explanation = catalog.explain(&profile, &arguments.rule, &options)?;
        target.write(&match arguments.format {
            DataFormat::Text => render::explanation(&explanation, language, &target.layout(0)),
            DataFormat::Json => render::json(&explanation),
            DataFormat::Yaml => render::yaml(&explanation),
        })?;
    } else {
        let assumed = catalog.what_if(&profile, &arguments.what_if)?;
        problems::show(assumed.warnings(), common);
        let what_if = catalog.explain_what_if(&profile, &assumed, &arguments.rule, &options)?;
        target.write(&match arguments.format {
            DataFormat::Text => render::what_if(&what_if, language, &target.layout(0)),
            DataFormat::Json => render::json(&what_if),
            DataFormat::Yaml => render::yaml(&what_if),
        })?;
    }
    Ok(Outcome::Done)
}
