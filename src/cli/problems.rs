//! Shows problems as rustc does: what, where, the source line, the fix.

use std::borrow::Cow;
use std::io::{IsTerminal, Write};
use std::ops::Range;

use annotate_snippets::renderer::{DEFAULT_TERM_WIDTH, DecorStyle};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use dteam::language::escaped;
use dteam::{Diagnostic, Language, Location, Severity};

use super::Common;
use super::output::colour;

/// Writes the problems to standard error.
pub(super) fn show(diagnostics: &[Diagnostic], common: &Common) {
    if diagnostics.is_empty() {
        return;
    }
    let stderr = std::io::stderr();
    write(&written(diagnostics, common, colour(common.color, stderr.is_terminal(), &stderr)));
}

/// The problems as text, an empty line after each.
pub(super) fn written(diagnostics: &[Diagnostic], common: &Common, coloured: bool) -> String {
    let renderer = renderer(common, coloured);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&one(diagnostic, common.language(), &renderer));
        text.push_str("\n\n");
    }
    text
}

fn write(text: &str) {
    // If not even this can be written, there is nobody left to tell.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

fn renderer(common: &Common, coloured: bool) -> Renderer {
    let renderer = match coloured {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(common.width.map_or(DEFAULT_TERM_WIDTH, usize::from))
}

fn one(diagnostic: &Diagnostic, language: Language, renderer: &Renderer) -> String {
    let name = diagnostic.severity.name(language);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let (message, code) = (diagnostic.message(language), diagnostic.code());
    let title = level.with_name(name.clone()).primary_title(&message).id(&code);
    let mut group = Group::with_title(title);
    let cell = diagnostic.location.as_ref().and_then(|location| location.cell(language));
    if let Some(location) = &diagnostic.location {
        let (lines, first_line, span) = lines(location);
        let path = cell.clone().map_or_else(|| escaped(&location.file.name), Cow::Owned);
        let snippet = Snippet::source(lines).line_start(first_line).path(path);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(span)));
    }
    let example =
        diagnostic.example.as_ref().map(|example| (Severity::example(language), escaped(example)));
    if let Some((name, example)) = &example {
        group = group.element(Level::NOTE.with_name(name.clone()).message(example.as_ref()));
    }
    let help = diagnostic.help(language);
    let help_name = Severity::help(language);
    if let Some(help) = &help {
        group = group.element(Level::HELP.with_name(help_name.clone()).message(help));
    }
    let text = renderer.render(&[group]);
    // A cell is named in full; the line and column in the text that stands for its row are not.
    match (cell, &diagnostic.location) {
        (Some(cell), Some(location)) => {
            let (line, column) = location.file.position(location.span.start);
            text.replacen(&format!("{cell}:{line}:{column}"), &cell, 1)
        }
        _ => text,
    }
}

/// The lines that a location lies in, the number of the first, and the span within them: the rest of
/// a long file need not be looked at.
fn lines(location: &Location) -> (&str, usize, Range<usize>) {
    let text: &str = &location.file.text;
    let start = text.floor_char_boundary(location.span.start.min(text.len()));
    let end = text.floor_char_boundary(location.span.end.clamp(start, text.len()));
    let from = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let to = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
    let (first_line, _) = location.file.position(start);
    (&text[from..to], first_line, start - from..end - from)
}
