//! A name, whatever is in it, is text: pages and Markdown are built as for any other name.
#![no_main]

use std::sync::LazyLock;

use dteam::{Options, render};
use dteam_fuzz::catalog;
use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options as Extensions, Parser, TagEnd};
use serde_json::json;

/// How the report of a harmless name is built.
static PLAIN: LazyLock<(Vec<String>, Vec<String>)> =
    LazyLock::new(|| built("Auetal").expect("it is a name"));

libfuzzer_sys::fuzz_target!(|name: &str| {
    if let Some((page, markdown)) = built(name) {
        assert_eq!(page, PLAIN.0, "the page of {name:?}");
        assert_eq!(markdown, PLAIN.1, "the Markdown of {name:?}");
    }
});

/// What the page and the Markdown of the report consist of, but for texts; `None` if that is no
/// name.
fn built(name: &str) -> Option<(Vec<String>, Vec<String>)> {
    let profile = json!({
        "municipality": {"name": name, "kind": "gemeinde", "population": 9400},
        "goals": ["funding"], "data": {"inventory": 0},
    });
    let profile = catalog().profile_from_json("profile.json", &profile).ok()?;
    let advice = catalog().advise(&profile, &Options::default()).ok()?;
    let page = render::html(&advice, 3);
    let elements = Tokenizer::new(&page).map(|token| match token {
        Ok(Token::StartTag(tag)) => {
            let names: Vec<_> = tag.attributes.keys().map(|name| text(name)).collect();
            format!("<{} {}>", text(&tag.name), names.join(" "))
        }
        Ok(Token::EndTag(tag)) => format!("</{}>", text(&tag.name)),
        Ok(Token::Comment(_)) => "a comment".to_owned(),
        Ok(Token::Doctype(_)) => "the kind of document".to_owned(),
        Ok(Token::String(_)) => String::new(),
        Ok(Token::Error(error)) => panic!("a page that is none: {error:?}"),
        Err(never) => match never {},
    });
    // Around a name where it stands in a sentence, which begins with a capital letter.
    let isolated = ["", "<bdi >", "</bdi>"];
    let elements = elements.filter(|element| !isolated.contains(&element.as_str())).collect();
    let markdown = render::markdown(&advice, 3);
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(&markdown, extensions).filter_map(|event| match event {
        Event::Text(_) | Event::SoftBreak => None,
        Event::Code(_) => Some("a code".to_owned()),
        Event::Start(tag) => Some(format!("{:?} begins", TagEnd::from(tag))),
        Event::End(tag) => Some(format!("{tag:?} ends")),
        other => Some(format!("{other:?}")),
    });
    Some((elements, events.collect()))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
