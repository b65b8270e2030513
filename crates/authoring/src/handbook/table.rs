//! Tables that a phone can show: where there is no room for columns, each row stands below the one
//! before, and each value has the head of its column beside it.

use maud::html;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Tables with fewer columns than this fit a phone as they are.
const WIDE: usize = 3;

/// The events with every table written out: the first cell of a row is its head, and the roles keep
/// a table a table where its style makes blocks of it.
pub(super) fn tables(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut written = Vec::with_capacity(events.len());
    let mut heads: Vec<String> = Vec::new();
    let mut in_head = false;
    let mut column = 0;
    let tag = |tag: String| Event::Html(CowStr::from(tag));
    for event in events {
        let event = match event {
            Event::Start(Tag::Table(columns)) => {
                heads.clear();
                tag(opening(columns.len()))
            }
            Event::End(TagEnd::Table) => tag("</tbody></table>\n".to_owned()),
            Event::Start(Tag::TableHead) => {
                (in_head, column) = (true, 0);
                tag("<thead role=\"rowgroup\"><tr role=\"row\">".to_owned())
            }
            Event::End(TagEnd::TableHead) => {
                in_head = false;
                tag("</tr></thead><tbody role=\"rowgroup\">\n".to_owned())
            }
            Event::Start(Tag::TableRow) => {
                column = 0;
                tag("<tr role=\"row\">".to_owned())
            }
            Event::End(TagEnd::TableRow) => tag("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) if in_head => {
                heads.push(String::new());
                tag("<th scope=\"col\" role=\"columnheader\">".to_owned())
            }
            Event::Start(Tag::TableCell) if column == 0 => {
                tag("<th scope=\"row\" role=\"rowheader\">".to_owned())
            }
            Event::Start(Tag::TableCell) => tag(cell(heads.get(column).map_or("", String::as_str))),
            Event::End(TagEnd::TableCell) => {
                column += 1;
                tag(if in_head || column == 1 { "</th>" } else { "</td>" }.to_owned())
            }
            event => {
                if let (true, Event::Text(text) | Event::Code(text), Some(head)) =
                    (in_head, &event, heads.last_mut())
                {
                    head.push_str(text);
                }
                event
            }
        };
        written.push(event);
    }
    written
}

fn opening(columns: usize) -> String {
    let class = if columns < WIDE { "narrow" } else { "reflow" };
    format!("<table class=\"{class}\" role=\"table\">")
}

/// The start of a cell that knows the head of its column.
fn cell(head: &str) -> String {
    format!("<td role=\"cell\" data-label=\"{}\">", html! { (head) }.into_string())
}
