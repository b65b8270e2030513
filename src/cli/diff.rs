//! `dteam diff`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dteam::authoring::{Comparison, Diff};
use dteam::batch::{Encoding, Inputs, ReadRecord, Reading, for_each_profile};
use dteam::render::{self, Format as Written};
use dteam::{Catalog, Diagnostic, Invalid, Options, Severity};

use super::output::Target;
use super::{Common, Outcome, input, problems, version};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The old version: a pack's folder, a folder of packs, or a revision of Git (`REV:PATH`)
    #[arg(value_name = "OLD")]
    old: String,
    /// The new version
    #[arg(value_name = "NEW")]
    new: String,
    /// Profiles to compare the advice for, as `dteam batch` reads them [default: the examples that
    /// come with the program]
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    profiles: Vec<PathBuf>,
    /// Encoding of the profiles, such as `windows-1252` [default: UTF-8]
    #[arg(long, value_name = "NAME", requires = "profiles")]
    encoding: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: Format,
    /// Exit with 1 if there is such a change
    #[arg(long, value_enum, value_name = "CHANGE")]
    fail_on: Option<FailOn>,
    /// Reference date, YYYY-MM-DD [default: today, or the day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// For a merge request
    Markdown,
    /// One page that needs nothing else, for reviewers without a terminal
    Html,
    /// The contract `dteam.diff/1`
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Anybody gains, loses or moves a step
    Steps,
    /// Anybody's type changes
    Types,
    /// Anything is different
    Any,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.profiles)?;
    let (old, mut wrong) = version::load(&arguments.old, common)?;
    let (new, wrong_too) = version::load(&arguments.new, common)?;
    wrong.extend(wrong_too);
    let (Some(old), Some(new)) = (old, new) else { return Err(Invalid { diagnostics: wrong }) };
    common.speak(new.language());
    let options = Options::default()
        .language(common.language())
        .date(Some(input::reference_date(arguments.date)?));
    let mut comparison = Comparison::new(&old, &new, options);
    let mut first_rejected = Vec::new();
    if arguments.profiles.is_empty() {
        examples(&new, &mut comparison)?;
    } else {
        first_rejected = profiles(arguments, [&old, &new], &mut comparison)?;
    }
    let diff = comparison.finish();
    target.write_bytes(&written(&diff, arguments.format, &target)?)?;
    problems::show(&first_rejected, common);
    if wrong.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Invalid { diagnostics: wrong });
    }
    Ok(if arguments.fails(&diff) { Outcome::Found } else { Outcome::Done })
}

impl Arguments {
    fn fails(&self, diff: &Diff) -> bool {
        match self.fail_on {
            None => false,
            Some(FailOn::Steps) => !diff.municipalities.steps.is_empty(),
            Some(FailOn::Types) => !diff.municipalities.types.is_empty(),
            Some(FailOn::Any) => diff.has_changes(),
        }
    }
}

/// The profiles that come with the program, as far as the new version takes them.
fn examples(new: &Catalog, comparison: &mut Comparison<'_>) -> Result<(), Invalid> {
    for (name, text) in dteam::EXAMPLES {
        match new.profile_from_str(name, text) {
            Ok(profile) => comparison.add(&profile, name)?,
            Err(_) => comparison.reject(),
        }
    }
    Ok(())
}

/// Compares for every record; what is wrong with the first that neither version reads.
fn profiles(
    arguments: &Arguments,
    [old, new]: [&Catalog; 2],
    comparison: &mut Comparison<'_>,
) -> Result<Vec<Diagnostic>, Invalid> {
    let encoding = arguments.encoding.as_deref().map(Encoding::named).transpose()?;
    let reading = Reading { encoding, ..Reading::default() };
    let find = |catalog| Inputs::find(catalog, &arguments.profiles, &reading);
    // A table may have columns of one version alone.
    let (inputs, new_first) = match find(new) {
        Ok(inputs) => (inputs, true),
        Err(invalid) => (find(old).map_err(|_| invalid)?, false),
    };
    let catalogs = if new_first { [new, old] } else { [old, new] };
    let mut first_rejected = Vec::new();
    for_each_profile(
        &catalogs,
        inputs,
        &mut |ReadRecord { location, profile, .. }| match profile {
            Ok((index, profile)) if (index == 0) == new_first => {
                comparison.add(&profile, &location)
            }
            Ok((_, profile)) => comparison.add_old(&profile, &location),
            Err(wrong) => {
                comparison.reject();
                if first_rejected.is_empty() {
                    first_rejected = wrong.to_vec();
                }
                Ok(())
            }
        },
    )?;
    Ok(first_rejected)
}

fn written(diff: &Diff, format: Format, target: &Target) -> Result<Vec<u8>, Invalid> {
    let name = match format {
        Format::Json => return Ok(render::json(diff).into_bytes()),
        Format::Text => "text",
        Format::Markdown => "markdown",
        Format::Html => "html",
    };
    let written = Written::named(name).expect("the program's own formats are known by their names");
    written.document(&diff.document(), &target.layout(0))
}
