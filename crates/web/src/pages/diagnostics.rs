//! What is wrong with a file, with line and fix.

use maud::{Markup, html};

use dteam_text::diagnostic::{Diagnostic, Severity};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, capitalised, is_printable};

/// A longer line is cut off.
const MAX_LENGTH: usize = 200;

/// The problems, one below the other; nothing if there are none.
pub(super) fn list(diagnostics: &[Diagnostic], language: Language) -> Markup {
    html! {
        @if !diagnostics.is_empty() {
            ol class="diagnostics" { @for diagnostic in diagnostics { li { (one(diagnostic, language)) } } }
        }
    }
}

fn one(diagnostic: &Diagnostic, language: Language) -> Markup {
    let location = diagnostic.location.as_ref().map(|location| {
        let (line, _) = location.file.position(location.span.start);
        let text = location.file.text.lines().nth(line - location.file.first_line);
        let in_line = || message(language, "web-in-line", &[("line", line.to_string().into())]);
        let text = text.unwrap_or_default();
        (
            line,
            location.cell(language).unwrap_or_else(in_line),
            text.chars()
                .filter(|letter| is_printable(*letter))
                .take(MAX_LENGTH)
                .collect::<String>(),
        )
    });
    html! {
        p {
            b {
                (diagnostic.severity.name(language))
                @if let Some((_, place, _)) = &location { " " (place) }
            }
            ": " (in_code(&capitalised(&diagnostic.message(language)))) "."
        }
        @if let Some((line, _, text)) = &location {
            @if !text.trim().is_empty() { pre { span class="quiet" { (line) "  " } (text) } }
        }
        @if let Some(help) = diagnostic.help(language) {
            p { (Severity::help(language)) ": " (in_code(&help)) }
        }
    }
}

/// Names stand between backticks.
fn in_code(text: &str) -> Markup {
    html! {
        @for (location, part) in text.split('`').enumerate() {
            @if location % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
