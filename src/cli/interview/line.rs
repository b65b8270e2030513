//! What comes of reading a line.

use std::time::Duration;

use dteam::interview::MAX_LINE;

/// How often an interrupt is looked for while nothing is typed.
pub(super) const POLL: Duration = Duration::from_millis(50);

/// The maximum number of letters in a line; a line that has more is refused.
pub(super) const MAX_LETTERS: usize = MAX_LINE;

/// A line, or why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// U+FFFD stands for what is not UTF-8.
    Text(String),
    /// There are no more.
    End,
    Interrupted,
}
