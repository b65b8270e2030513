//! The handbook as one HTML page, made from its Markdown: no script, no font, no request to
//! anywhere.
//!
//! The Markdown holds texts of packs, which are not trusted. They are escaped there; here, in
//! addition, the only raw HTML let through is an anchor in a heading, and the only links are those
//! within the page.

use std::fmt::Write as _;

use maud::{PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::Handbook;
use super::markdown::{self, Entry};
use super::table::tables;
use dteam_report::html::frame;
use dteam_text::language::messages::message;

const STYLE: &str = include_str!("page.css");

pub(super) fn page(handbook: &Handbook) -> String {
    let say = |id: &str| message(handbook.language, id, &[]);
    let title = markdown::title(handbook);
    let written = |html: String| PreEscaped(html);
    let body = html! {
        a class="skip" href="#text" { (say("handbook-skip")) }
        header {
            h1 { (title) }
            (written(converted(&markdown::opening(handbook))))
        }
        nav aria-labelledby="contents" {
            h2 id="contents" { (say("handbook-contents")) }
            (written(contents(&markdown::contents(handbook))))
        }
        main id="text" { (written(converted(&markdown::body(handbook)))) }
    };
    frame::page(handbook.language, &title, STYLE, &body)
}

/// The contents, the parts of each entry folded away.
fn contents(entries: &[Entry]) -> String {
    let mut list = String::from("<ul>\n");
    let link = |entry: &Entry| format!("<a href=\"#{}\">{}</a>", entry.anchor, text(&entry.title));
    for entry in entries {
        let _ = write!(list, "<li>{}", link(entry));
        if !entry.parts.is_empty() {
            let _ = write!(list, "\n<details><summary>{}</summary>\n<ul>\n", text(&entry.size));
            entry.parts.iter().for_each(|part| {
                let _ = writeln!(list, "<li>{}</li>", link(part));
            });
            list.push_str("</ul>\n</details>\n");
        }
        list.push_str("</li>\n");
    }
    list.push_str("</ul>\n");
    list
}

fn converted(markdown: &str) -> String {
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, tables(safe(events)).into_iter());
    html
}

/// The events with anchors as the ids of their headings, and nothing that the packs could have
/// smuggled in.
fn safe(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut safe: Vec<Event<'_>> = Vec::with_capacity(events.len());
    // Whether the links around the current place are written.
    let mut written_links = Vec::new();
    for event in events {
        match event {
            Event::InlineHtml(html) => match (anchor(&html), safe.last_mut()) {
                (Some(anchor), Some(Event::Start(Tag::Heading { id, .. }))) => {
                    *id = Some(CowStr::from(anchor.to_owned()));
                }
                _ if html.as_ref() == "</a>" => {}
                _ => safe.push(Event::Text(html)),
            },
            Event::Html(html) => safe.push(Event::Text(html)),
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                let within = dest_url.starts_with('#');
                written_links.push(within);
                if within {
                    safe.push(event);
                }
            }
            Event::End(TagEnd::Link) => {
                if written_links.pop() == Some(true) {
                    safe.push(event);
                }
            }
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            event => safe.push(event),
        }
    }
    safe
}

/// The id of an anchor as the handbook writes it.
fn anchor(html: &str) -> Option<&str> {
    let id = html.strip_prefix("<a id=\"")?.strip_suffix("\">")?;
    id.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        .then_some(id)
}

/// Text within an element or an attribute.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
