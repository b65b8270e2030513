//! What the author of a page that needs no server puts into it: rules, a title, answers.

use jiff::civil::Date;
use maud::html;
use serde::{Deserialize, Serialize};

use dteam_engine::catalog::CatalogBuilder;
use dteam_text::diagnostic::{Invalid, Problem, SourceFile};
use dteam_text::language::Language;

use super::Settings;
use super::offline::Pages;

/// What goes into the page beside the program's own rules. The page holds it as JSON, which no
/// browser runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Content {
    /// What the page is called in place of the program's name.
    pub title: Option<String>,
    /// The language it begins in; `None` for the first of the reader's that it speaks.
    pub language: Option<Language>,
    /// The text of a profile whose answers are filled in already.
    pub profile: Option<String>,
    /// It begins with the short form.
    pub is_short: bool,
    /// Folders of rules, later ones laid over earlier ones; of each, the paths and texts of its
    /// files, as [`CatalogBuilder::held`] lists them.
    pub rules: Vec<Vec<(String, String)>>,
}

/// In `dteam.html`, what stands around its content.
const BEFORE: &str = "<script type=\"application/json\" id=\"app-content\">";
const AFTER: &str = "</script>";

/// In `dteam.html`, what stands before the version of the program that its module was made of.
const VERSION: &str = "<meta name=\"generator\" content=\"dteam ";

/// In `dteam.html`, its title until the first page is there.
const TITLE: &str = "<title>dteam</title>";

/// The version of this program: another reads rules in another way.
const OWN_VERSION: &str = env!("CARGO_PKG_VERSION");

impl Content {
    /// The pages with this content, by these rules and those of its own.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake of the rules or the profile.
    pub fn pages(
        self,
        builder: CatalogBuilder,
        examples: &'static [(&'static str, &'static str)],
        date: Option<Date>,
    ) -> Result<Pages, Invalid> {
        let builder = self.rules.into_iter().fold(builder, |builder, files| {
            builder.files(files.into_iter().map(|(path, text)| {
                let file = SourceFile::new(path.clone(), text);
                (path, file)
            }))
        });
        let catalog = builder.build()?;
        if let Some(profile) = &self.profile {
            catalog.profile_from_str("profile", profile)?;
        }
        let settings = Settings {
            language: self.language,
            date: Box::new(move || date),
            examples,
            title: self.title,
            profile: self.profile,
            is_short: self.is_short,
            ..Settings::default()
        };
        Pages::new(catalog, settings)
    }

    /// The page of this content: a finished `dteam.html` with it.
    ///
    /// # Errors
    /// [`Invalid`] if the template is no such page, or one of another version of the program.
    pub fn page(&self, template: &SourceFile) -> Result<String, Invalid> {
        let path = || template.name.clone();
        let (head, rest) =
            template.text.split_once(BEFORE).ok_or_else(|| Problem::NotAnApp { path: path() })?;
        let (_, tail) = rest.split_once(AFTER).ok_or_else(|| Problem::NotAnApp { path: path() })?;
        let version = head.split_once(VERSION).and_then(|(_, rest)| rest.split_once('"'));
        let (version, _) = version.ok_or_else(|| Problem::NotAnApp { path: path() })?;
        if version != OWN_VERSION {
            let (theirs, ours) = (version.to_owned(), OWN_VERSION.to_owned());
            return Err(Problem::AppOfOtherVersion { path: path(), theirs, ours }.into());
        }
        let title = self.title.as_ref().map(|title| html! { title { (title) } }.into_string());
        let head = head.replacen(TITLE, title.as_deref().unwrap_or(TITLE), 1);
        Ok(format!("{head}{BEFORE}{}{AFTER}{tail}", self.as_data()))
    }

    /// As JSON in which no text can end the element that it stands in.
    fn as_data(&self) -> String {
        let json = serde_json::to_string(self).expect("texts and lists are JSON");
        json.replace('<', "\\u003c")
    }
}
