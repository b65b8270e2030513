//! The forms of what is a document for people and data for other programs.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use dteam::Invalid;
use dteam::render::{Document, Format};
use dteam_text::diagnostic::Problem;

use super::output::Target;

/// How a value is written.
#[derive(Debug)]
pub(super) enum Form<T: 'static> {
    /// To be read.
    Document(&'static Format),
    /// As something else.
    Other(Write<T>),
}

/// Writes a value.
pub(super) type Write<T> = fn(&T) -> Result<Vec<u8>, Invalid>;

/// The forms that are not those of every document, with their names and the messages that say what each is for.
pub(super) type Others<T> = &'static [(&'static str, &'static str, Write<T>)];

impl<T> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Form<T> {}

impl<T> Form<T> {
    /// Every form by its name.
    fn all(others: Others<T>) -> impl Iterator<Item = (PossibleValue, Form<T>)> {
        let documents = Format::ALL.iter().filter(|format| !format.is_data()).map(|format| {
            let value = PossibleValue::new(format.name).help(format.about).hide(!format.is_built);
            (value, Form::Document(format))
        });
        let others = others.iter().map(|(name, about, write)| {
            (PossibleValue::new(*name).help(*about), Form::Other(*write))
        });
        documents.chain(others)
    }

    pub fn parser(others: Others<T>) -> impl TypedValueParser<Value = Form<T>> {
        let values = Form::all(others).map(|(value, _)| value);
        PossibleValuesParser::new(values).map(move |name| {
            let named = Form::all(others).find(|(value, _)| value.get_name() == name);
            named.map(|(_, form)| form).expect("every possible value is that of a form")
        })
    }

    /// The value in this form.
    pub fn written(
        self,
        value: &T,
        document: fn(&T) -> Document,
        target: &Target,
    ) -> Result<Vec<u8>, Invalid> {
        match self {
            Form::Document(format)
                if format.is_built && !format.is_text() && target.is_terminal() =>
            {
                Err(Problem::PdfToTerminal.into())
            }
            Form::Document(format) => format.document(&document(value), &target.layout(0)),
            Form::Other(write) => write(value),
        }
    }
}
