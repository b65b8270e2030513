//! The parts of a page of Markdown: paragraphs, lists, tables, and texts of others, written so that
//! they are read as text.

use std::fmt::Write as _;

/// A page of Markdown, written from top to bottom.
#[derive(Default)]
pub struct Page {
    /// What is written so far.
    pub text: String,
}

impl Page {
    /// A heading of the second level.
    pub fn heading(&mut self, title: &str) {
        self.block(&format!("## {}", escaped(title)));
    }

    /// A paragraph, heading or table, with an empty line before it.
    pub fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let _ = writeln!(self.text, "{block}");
    }

    /// Items in no order, written as Markdown already; nothing where there are none.
    pub fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
        if !items.is_empty() {
            self.block(&items.join("\n"));
        }
    }

    /// Columns by their headings, and rows with a cell for each, written as Markdown already.
    pub fn table(&mut self, columns: &[String], rows: impl Iterator<Item = Vec<String>>) {
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![line(columns), line(&vec!["---".to_owned(); columns.len()])];
        lines.extend(rows.map(|cells| line(&cells)));
        self.block(&lines.join("\n"));
    }
}

/// Text that Markdown would take for markup, written so that it is read as text.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // A digit at the start of a line may be the number of a list's item, and only its point or
    // bracket makes it one.
    let (mut starts_a_line, mut after_digits) = (true, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let starts_a_block = starts_a_line && matches!(letter, '-' | '+' | '>' | '=');
        let before_a_blank = letters.peek().is_none_or(|next| next.is_whitespace());
        let starts_an_item = after_digits && before_a_blank && matches!(letter, '.' | ')');
        let markup =
            matches!(letter, '\\' | '`' | '*' | '_' | '~' | '<' | '&' | '[' | ']' | '|' | '#');
        if starts_a_block || starts_an_item || markup {
            escaped.push('\\');
        }
        escaped.push(letter);
        after_digits = (starts_a_line || after_digits) && letter.is_ascii_digit();
        starts_a_line = letter == '\n' || (starts_a_line && letter.is_whitespace());
    }
    escaped
}

/// An address between `<` and `>`, where it cannot end either.
pub fn destination(address: &str) -> String {
    address
        .chars()
        .filter(|letter| !matches!(letter, '<' | '>' | '\\') && !letter.is_whitespace())
        .collect()
}

/// Text in a table's cell.
pub fn cell(text: &str) -> String {
    escaped(text).replace('\n', " ")
}
