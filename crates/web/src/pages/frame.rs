//! What all pages have around their text.

use maud::{DOCTYPE, Markup, html};

use crate::Site;
use crate::asked::Asked;
use crate::assets;
use crate::draft::{Draft, to_carry};
use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

/// The id of the form that carries the profile: buttons outside of it name it.
pub(super) const FORM: &str = "answers";

/// The frame of a page.
pub(super) struct Frame {
    pub language: Language,
    /// All that the site speaks.
    languages: Vec<Language>,
    /// What the site is called.
    brand: String,
    pub title: String,
    /// From the page to the site's root.
    pub up: String,
    /// The page in another language; `None` for the start page in it.
    pub other: Option<Switch>,
    /// The form has fields to type in.
    pub has_fields: bool,
    /// The style of the report is needed.
    pub has_report: bool,
    /// Buttons that belong to the whole page.
    pub tools: Option<Markup>,
}

/// How to come to the same page in another language.
pub(super) enum Switch {
    /// By a link.
    Link(&'static str),
    /// By sending the form there, to be answered with the page of that name.
    Form(&'static str, &'static str),
}

impl Frame {
    pub fn new(site: &Site, language: Language, title: String, up: String) -> Self {
        Frame {
            language,
            languages: site.languages().to_vec(),
            brand: site.settings.title.clone().unwrap_or_else(|| "dteam".to_owned()),
            title,
            up,
            other: None,
            has_fields: false,
            has_report: false,
            tools: None,
        }
    }

    pub fn say(&self, id: &str) -> String {
        message(self.language, id, &[])
    }

    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.language, id, arguments)
    }

    /// The page; `main` is its main element.
    pub fn page(&self, main: &Markup) -> String {
        let (language, up) = (self.language, &self.up);
        let content = if self.has_report { "#report" } else { "#content" };
        let page = html! {
            (DOCTYPE) "\n"
            html lang=(language.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " – " (self.brand) }
                    link rel="stylesheet" href={ (up) (assets::style(self.has_report)) };
                    link rel="icon" href="data:,";
                    script src={ (up) (assets::script()) } defer {}
                }
                body class=[self.has_report.then_some("with-report")] {
                    a class="skip" href=(content) { (self.say("web-skip")) }
                    @if self.has_fields {
                        // What the Enter key does in a field: the first button of a form is
                        // pressed.
                        button class="unseen" form=(FORM) type="submit" name="go" value="next" tabindex="-1" aria-hidden="true" {}
                    }
                    header class="site" {
                        div class="bar" {
                            p class="brand" { a href={ (up) (language.code()) "/" } { (self.brand) } " " span { (self.say("web-claim")) } }
                            (self.switches())
                        }
                        @if let Some(tools) = &self.tools { (tools) }
                    }
                    (main)
                    footer class="site" {
                        p { (self.say("web-footer")) }
                        // A script says which of these is true.
                        p id="kept" hidden {
                            (self.say("web-kept")) " "
                            button type="button" class="link" data-clear { (self.say("web-clear")) }
                        }
                        p id="lost" hidden { (self.say("web-lost")) }
                    }
                }
            }
        };
        let mut page = page.into_string();
        page.push('\n');
        page
    }

    fn switches(&self) -> Markup {
        let others = self.languages.iter().filter(|other| **other != self.language);
        html! { @for other in others { (self.switch(*other)) } }
    }

    fn switch(&self, other: Language) -> Markup {
        let label = other.name();
        let root = format!("{}{}/", self.up, other.code());
        html! {
            @match &self.other {
                Some(Switch::Form(page, go)) => {
                    button class="link" form=(FORM) type="submit" formaction={ (root) (page) } name="go" value=(go)
                        lang=(other.code()) { (label) }
                }
                Some(Switch::Link(page)) => a href={ (root) (page) } lang=(other.code()) hreflang=(other.code()) { (label) },
                None => a href=(root) lang=(other.code()) hreflang=(other.code()) { (label) },
            }
        }
    }
}

impl Asked {
    /// The frame of a page one level below the site's root.
    pub(super) fn frame(&self, title: String) -> Frame {
        Frame::new(&self.site, self.language, title, "../".to_owned())
    }
}

/// The longest name that a script gives to a questionnaire under way.
const MAX_RUN: usize = 40;

/// The profile in a form. A script keeps it in the window, with the name of the questionnaire under
/// way that it has given to the form.
pub(super) fn carried(asked: &Asked, draft: &Draft) -> Markup {
    let text = &draft.sheet.file.text;
    let is_example = asked.site.examples.iter().any(|example| example.text == text);
    let is_own = draft.sheet.answers.answered() > 0 && !is_example;
    let run = asked.form.text("run");
    let is_name =
        (1..=MAX_RUN).contains(&run.len()) && run.bytes().all(|byte| byte.is_ascii_alphanumeric());
    html! {
        input type="hidden" name="profile" value=(to_carry(text)) data-unsaved[is_own];
        @if is_name { input type="hidden" name="run" value=(run); }
    }
}
