//! What a page is made from.

use std::sync::Arc;

use super::Site;
use super::answer::Answer;
use super::failure::Failure;
use super::fields::Fields;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// A reader's request, read whole.
pub(super) struct Asked {
    pub site: Arc<Site>,
    pub language: Language,
    pub query: Fields,
    pub form: Fields,
}

/// Makes a page.
pub(super) type Page = fn(&Asked) -> Result<Answer, Failure>;

impl Asked {
    /// A text in the reader's language.
    pub fn say(&self, id: &str) -> String {
        message(self.language, id, &[])
    }
}
