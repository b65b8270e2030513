//! `dteam app`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use dteam::web::Content;
use dteam::{Catalog, Invalid, SourceFile, source};
use dteam_text::diagnostic::Problem;

use super::expected::Expected;
use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "cli-value-file", help = "cli-app-template")]
    template: Option<PathBuf>,
    #[arg(long, value_name = "cli-value-text", value_parser = title, help = "cli-app-title")]
    title: Option<String>,
    #[arg(long, value_name = "cli-value-file", help = "cli-app-profile")]
    profile: Option<PathBuf>,
    #[arg(long, help = "cli-app-short")]
    short: bool,
    #[command(flatten)]
    pub common: Common,
}

/// The name of the page that comes with the program.
const TEMPLATE: &str = "dteam.html";

/// A longer title does not fit the head of a page.
const MAX_TITLE: usize = 100;

fn title(text: &str) -> Result<String, Expected> {
    let text = text.trim();
    let fits = (1..=MAX_TITLE).contains(&text.chars().count()) && !text.contains(char::is_control);
    fits.then(|| text.to_owned()).ok_or(Expected::new("cli-expected-title"))
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let template = arguments.template.clone().unwrap_or_else(beside_the_program);
    let inputs: Vec<&PathBuf> = [&template].into_iter().chain(&arguments.profile).collect();
    let target = Target::of(common, &inputs)?;
    if target.is_terminal() {
        return Err(Problem::AppToTerminal.into());
    }
    // Mistakes are said before anything is written.
    let catalog = common.catalog()?;
    let profile = arguments.profile.as_ref();
    let profile = profile.map(|path| filled_in(&catalog, path, common)).transpose()?;
    if arguments.template.is_none() && !template.exists() {
        return Err(Problem::NoAppTemplate { path: template.display().to_string() }.into());
    }
    let template = opened(&template)?;
    let content = Content {
        title: arguments.title.clone(),
        language: common.lang,
        profile,
        is_short: arguments.short,
        rules: common.rules.iter().map(|folder| files(folder)).collect(),
    };
    target.write(&content.page(&template)?)?;
    Ok(Outcome::Done)
}

fn beside_the_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.with_file_name(TEMPLATE)
}

/// The file, which is larger than files that people write.
fn opened(path: &Path) -> Result<Arc<SourceFile>, Invalid> {
    let read = source::regular(path).and_then(std::io::read_to_string);
    let text = read.map_err(|error| source::not_readable(path, &error))?;
    Ok(SourceFile::new(path.display().to_string(), text))
}

/// The profile's text, if it is a profile.
fn filled_in(catalog: &Catalog, path: &Path, common: &Common) -> Result<String, Invalid> {
    let file = input::file(path)?;
    let profile = catalog.profile(&file)?;
    super::problems::show(profile.warnings(), common);
    Ok(file.text.to_string())
}

/// The files of a folder that a catalog is made of.
fn files(folder: &Path) -> Vec<(String, String)> {
    let builder = Catalog::builder().folder(folder);
    builder.held().map(|(path, file)| (path, file.text.to_string())).collect()
}
