//! Who answers for a pack or a rule, in words.

use dteam_engine::pack::Authorship;
use dteam_text::language::messages::message;
use dteam_text::language::{Language, capitalised};

/// `Von A. Beispiel, geprüft am 30.11.2026 von B. Beispiel`; `None` if nobody is named.
pub(crate) fn authorship(authorship: &Authorship, language: Language) -> Option<String> {
    let author = authorship
        .author
        .as_deref()
        .map(|author| message(language, "authorship-author", &[("author", author.into())]));
    let reviewed = authorship.reviewed.as_ref().map(|review| {
        let parts =
            [("date", language.date(review.date).into()), ("by", review.by.as_str().into())];
        message(language, "authorship-reviewed", &parts)
    });
    let said: Vec<String> = author.into_iter().chain(reviewed).collect();
    (!said.is_empty()).then(|| capitalised(&said.join(", ")))
}
