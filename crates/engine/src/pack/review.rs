//! Who wrote a pack or a rule, and who has looked at it since.

use jiff::civil::Date;
use serde::Serialize;

use super::load::date;
use dteam_text::diagnostic::Diagnostics;
use dteam_text::yaml::Node;
use dteam_text::yaml::fields::{self, Fields};

/// Who answers for a pack or a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Authorship {
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who has checked it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Review>,
}

/// A look at a pack or a rule by someone who knows the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The day.
    pub date: Date,
    /// Whose look it was.
    pub by: String,
}

impl Authorship {
    /// Reads `author` and `reviewed`.
    pub(super) fn read(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Authorship {
        let author = keys.optional("author").and_then(|node| fields::text(node, problems));
        let reviewed = keys.optional("reviewed").and_then(|node| review(node, problems));
        Authorship { author: author.map(str::to_owned), reviewed }
    }

    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        *self == Authorship::default()
    }
}

fn review(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Review> {
    let mut keys = Fields::of(node, problems)?;
    let date = keys.required("date", problems).and_then(|node| date(node, problems));
    let by = keys.required("by", problems).and_then(|node| fields::text(node, problems));
    keys.finish(problems);
    Some(Review { date: date?, by: by?.to_owned() })
}
