//! A question as a field, or a group of fields, of a form.

use maud::{Markup, html};

use crate::entry::{self, NONE};
use dteam_engine::profile::answer::MAX_TEXT;
use dteam_engine::survey::{Control, Options, Question};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// Longer lists of which one option is chosen are folded away.
const LONG: usize = 8;

/// How a question stands in the form.
pub(super) struct Field<'f> {
    pub question: &'f Question,
    pub language: Language,
    /// What its fields hold.
    pub values: Vec<String>,
    /// What is wrong with that.
    pub mistake: Option<&'f str>,
    /// What the file has in place of an answer.
    pub fault: Option<String>,
}

/// The id of the question's first field: that is where a link to the question leads.
pub(super) fn id(question: &Question) -> String {
    format!("q-{}", question.path.replace('.', "-"))
}

impl Field<'_> {
    pub fn markup(&self) -> Markup {
        let question = self.question;
        html! {
            div class=@if self.mistake.is_some() { "question mistaken" } @else { "question" } {
                input type="hidden" name="asked" value=(question.path);
                @match question.kind.control() {
                    Control::One(options) if options.0.len() <= LONG => {
                        (self.group(&self.radios(&offered(options, self.language))))
                    }
                    Control::One(options) => (self.alone(&self.select(options, None, &id(question), true))),
                    Control::YesOrNo => {
                        @let yes_or_no = [("true", "web-yes"), ("false", "web-no")];
                        @let offered = yes_or_no.map(|(value, id)| (value.to_owned(), self.say(id)));
                        (self.group(&self.radios(&offered)))
                    }
                    Control::Level(levels) => {
                        @let levels = levels.iter().enumerate();
                        @let offered: Vec<_> = levels.map(|(level, label)| (level.to_string(), label.get(self.language).to_string())).collect();
                        (self.group(&self.radios(&offered)))
                    }
                    Control::Several(options) => (self.group(&self.boxes(options))),
                    Control::Ranked(options, limit) => (self.group(&self.indices(options, limit))),
                    Control::Number(bounds) if bounds.percent => (self.alone(&self.typed(Some("decimal"), Some("%")))),
                    Control::Number(_) => {
                        @let unit = question.unit.as_ref().map(|unit| unit.get(self.language).to_string());
                        (self.alone(&self.typed(Some("numeric"), unit.as_deref())))
                    }
                    Control::Line => (self.alone(&self.typed(None, None))),
                }
            }
        }
    }

    fn say(&self, id: &str) -> String {
        message(self.language, id, &[])
    }

    fn label(&self) -> &str {
        self.question.label.get(self.language)
    }

    /// What describes the question's fields.
    fn described(&self) -> String {
        let id = id(self.question);
        match self.mistake.is_some() || self.fault.is_some() {
            true => format!("{id}-help {id}-mistake"),
            false => format!("{id}-help"),
        }
    }

    /// What is meant, and what is wrong with the entry.
    fn about(&self) -> Markup {
        let id = id(self.question);
        html! {
            p class="help" id={ (id) "-help" } { (self.question.help.get(self.language)) }
            @if let Some(mistake) = self.mistake {
                p class="mistake" id={ (id) "-mistake" } { span class="unseen" { (self.say("web-mistake")) ": " } (mistake) }
            } @else if let Some(fault) = &self.fault {
                p class="mistake" id={ (id) "-mistake" } {
                    (message(self.language, "web-fault", &[("written", fault.as_str().into())]))
                }
            }
        }
    }

    /// Several fields for one question.
    fn group(&self, fields: &Markup) -> Markup {
        html! {
            fieldset aria-describedby=(self.described()) {
                legend { (self.label()) }
                (self.about())
                (fields)
            }
        }
    }

    /// One field for the question.
    fn alone(&self, field: &Markup) -> Markup {
        html! {
            label class="label" for=(id(self.question)) { (self.label()) }
            (self.about())
            (field)
        }
    }

    fn holds(&self, value: &str) -> bool {
        self.values.iter().any(|held| held == value)
    }

    /// The last takes an answer back. It is not chosen beforehand: nobody has said that.
    fn radios(&self, offered: &[(String, String)]) -> Markup {
        let (id, name) = (id(self.question), entry::name(self.question, None));
        let open = (String::new(), self.say("web-not-stated"));
        let all = offered.iter().chain([&open]).enumerate();
        html! {
            @for (index, (value, label)) in all {
                @let id = numbered(&id, index);
                div class=@if value.is_empty() { "choice open" } @else { "choice" } {
                    input type="radio" id=(id) name=(name) value=(value)
                        checked[!value.is_empty() && self.holds(value)];
                    label for=(id) { (label) }
                }
            }
        }
    }

    fn boxes(&self, options: &Options) -> Markup {
        let (id, name) = (id(self.question), entry::name(self.question, None));
        html! {
            @for (index, (value, label)) in offered(options, self.language).into_iter().enumerate() {
                @let id = numbered(&id, index);
                div class="choice" {
                    input type="checkbox" id=(id) name=(name) value=(value) checked[self.holds(&value)];
                    label for=(id) { (label) }
                }
            }
            p class="or" { (self.say("web-or")) }
            div class="choice" {
                @let id = format!("{id}-none");
                input type="checkbox" id=(id) name=(name) value=(NONE) checked[self.holds(NONE)] data-alone;
                label for=(id) { (self.say("web-none")) }
            }
        }
    }

    fn indices(&self, options: &Options, limit: usize) -> Markup {
        let id = id(self.question);
        html! {
            @for index in 0..limit {
                @let id = numbered(&id, index);
                p class="place" {
                    label for=(id) { (message(self.language, "web-place", &[("place", (index + 1).into())])) }
                    (self.select(options, Some(index), &id, false))
                }
            }
        }
    }

    /// `alone`: it is the only field of its question.
    fn select(&self, options: &Options, index: Option<usize>, id: &str, alone: bool) -> Markup {
        let held = self.values.get(index.unwrap_or(0)).map(String::as_str).unwrap_or_default();
        let described = alone.then(|| self.described());
        html! {
            select id=(id) name=(entry::name(self.question, index)) aria-describedby=[described]
                aria-invalid=[self.mistake.map(|_| "true")] {
                option value="" { (self.say("web-not-stated")) }
                @for (value, label) in offered(options, self.language) {
                    option value=(value) selected[held == value] { (label) }
                }
                @if index == Some(0) { option value=(NONE) selected[held == NONE] { (self.say("web-none")) } }
            }
        }
    }

    fn typed(&self, keys: Option<&str>, unit: Option<&str>) -> Markup {
        let id = id(self.question);
        let is_text = keys.is_none();
        let unit_id = unit.map(|_| format!("{id}-unit"));
        let described: Vec<String> =
            [Some(self.described()), unit_id.clone()].into_iter().flatten().collect();
        html! {
            div class=@if is_text { "typed" } @else { "typed figure" } {
                input type="text" id=(id) name=(entry::name(self.question, None)) inputmode=[keys] dir=[is_text.then_some("auto")]
                    value=(self.values.first().map(String::as_str).unwrap_or_default()) maxlength=(MAX_TEXT) spellcheck="false"
                    aria-describedby=(described.join(" ")) aria-invalid=[self.mistake.map(|_| "true")];
                @if let Some(unit) = unit { span class="unit" id=[unit_id] { (unit) } }
            }
        }
    }
}

/// The first of a group has the group's id.
fn numbered(id: &str, index: usize) -> String {
    if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) }
}

fn offered(options: &Options, language: Language) -> Vec<(String, String)> {
    options
        .0
        .iter()
        .map(|choice| (choice.id.to_string(), choice.label.get(language).to_string()))
        .collect()
}
