//! What every HTML page of ours has around its text.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::language::Language;

/// The style that all pages share: colours for screens light and dark, type, tables, links, paper.
const BASE: &str = include_str!("base.css");

/// A page that loads nothing and runs nothing. The title is escaped here.
pub(crate) fn page(language: Language, title: &str, style: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(self::style(style))) }
            }
            body { (body) }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

/// The shared style, and after it a page's own.
pub(crate) fn style(own: &str) -> String {
    format!("\n{BASE}{own}")
}
