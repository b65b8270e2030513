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
    #[arg(value_name = "cli-value-old", help = "cli-diff-old")]
    old: String,
    #[arg(value_name = "cli-value-new", help = "cli-diff-new")]
    new: String,
    #[arg(long, value_name = "cli-value-input", num_args = 1.., help = "cli-diff-profiles")]
    profiles: Vec<PathBuf>,
    #[arg(long, value_name = "cli-value-name", requires = "profiles", help = "cli-diff-encoding")]
    encoding: Option<String>,
    #[arg(help = "cli-diff-format")]
    #[arg(long, value_enum, default_value = "text", value_name = "cli-value-form")]
    format: Format,
    #[arg(long, value_enum, value_name = "cli-value-change", help = "cli-diff-fail-on")]
    fail_on: Option<FailOn>,
    #[arg(long, value_name = "cli-value-date", value_parser = input::date, help = "cli-date")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = "cli-diff-format-text")]
    Text,
    #[value(help = "cli-diff-format-markdown")]
    Markdown,
    #[value(help = "cli-diff-format-html")]
    Html,
    #[value(help = "cli-diff-format-json")]
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    #[value(help = "cli-diff-fail-on-steps")]
    Steps,
    #[value(help = "cli-diff-fail-on-types")]
    Types,
    #[value(help = "cli-diff-fail-on-any")]
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
