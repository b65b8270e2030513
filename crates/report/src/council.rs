//! A draft paper for the council: the parts that such papers have in Germany, from heading to
//! annexes, once as plain data, then written.
//!
//! What only the administration can know (amounts, dates, who is responsible) stays blank.

use dteam_engine::advice::{Advice, Step};
use dteam_engine::council::Council;

mod author;
mod compose;
mod costs;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod reasons;

/// A paper for the council.
#[derive(Debug, Clone)]
pub struct CouncilPaper<'a> {
    /// The advice it rests on.
    pub advice: &'a Advice,
    /// Who decides; without it the paper speaks of the body in charge.
    pub council: Option<Council>,
    /// The steps it is about, in its order. A paper for information can do without any.
    pub steps: Vec<&'a Step>,
    /// What it asks of the council.
    pub purpose: Purpose,
}

/// The number of steps that one meeting decides on, unless somebody says otherwise.
pub const COUNCIL_STEPS: usize = 3;

/// What a paper asks of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To decide on the steps (Beschlussvorlage).
    Decision,
    /// To take note of them (Mitteilungsvorlage).
    Information,
}

/// The paper as Markdown.
pub fn council(paper: &CouncilPaper<'_>) -> String {
    markdown::written(&compose::parts(paper))
}

/// The paper as one self-contained HTML page, which prints on A4 and opens in word processors with
/// its headings and tables.
#[cfg(feature = "html")]
pub fn council_html(paper: &CouncilPaper<'_>) -> String {
    html::page(paper.advice.language, &compose::parts(paper))
}

/// A part of the paper.
enum Part {
    /// The heading of the whole.
    Title(String),
    /// The heading of a section.
    Section(String),
    /// The heading of a part of a section; of a step, with its number in the paper.
    Topic(Option<usize>, String),
    Text(String),
    /// A line that introduces the list after it.
    Lead(String),
    List(Vec<String>),
    /// What is numbered: decisions, annexes. What stands out comes first, then the rest of the
    /// item.
    Numbered(Vec<(String, String)>),
    /// What each is about, and what there is to say.
    Facts(Vec<(String, String)>),
    /// Fields to fill in, some filled in already.
    Form {
        caption: String,
        fields: Vec<(String, String)>,
    },
    /// Columns with the percentage of the width that each takes. The first cell of a row says what
    /// the row is about. Without a caption, the heading above says it all.
    Table {
        caption: Option<String>,
        columns: Vec<(String, u8)>,
        rows: Vec<Vec<String>>,
    },
}
