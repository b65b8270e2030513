//! The paper as Markdown.

use super::Part;
use crate::page::{Page, cell, escaped};

pub(super) fn written(parts: &[Part]) -> String {
    let mut page = Page::default();
    for part in parts {
        match part {
            Part::Title(title) => page.block(&format!("# {}", escaped(title))),
            Part::Section(title) => page.heading(title),
            Part::Topic(None, title) => page.block(&format!("### {}", escaped(title))),
            Part::Topic(Some(number), title) => {
                page.block(&format!("### {number}. {}", escaped(title)))
            }
            Part::Text(text) | Part::Lead(text) => page.block(&escaped(text)),
            Part::List(items) => page.list(items.iter().map(|item| escaped(item))),
            Part::Numbered(items) => page.block(&numbered(items)),
            Part::Facts(facts) => page.block(&self::facts(facts)),
            Part::Form { caption, fields } => {
                let rows = fields.iter().map(|(label, value)| vec![cell(label), cell(value)]);
                page.table(&[cell(caption), String::new()], rows);
            }
            Part::Table { caption, columns, rows } => {
                caption.iter().for_each(|caption| page.block(&escaped(caption)));
                let columns: Vec<String> = columns.iter().map(|(column, _)| cell(column)).collect();
                page.table(
                    &columns,
                    rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()),
                );
            }
        }
    }
    page.text
}

fn numbered(items: &[(String, String)]) -> String {
    let items = items.iter().enumerate().map(|(place, (title, rest))| {
        let item = match (title.is_empty(), rest.is_empty()) {
            (true, _) => escaped(rest),
            (false, true) => escaped(title),
            (false, false) => format!("**{}** {}", escaped(title), escaped(rest)),
        };
        format!("{}. {item}", place + 1)
    });
    items.collect::<Vec<_>>().join("\n")
}

fn facts(facts: &[(String, String)]) -> String {
    let lines =
        facts.iter().map(|(label, value)| format!("**{}:** {}", escaped(label), escaped(value)));
    lines.collect::<Vec<_>>().join("  \n")
}
