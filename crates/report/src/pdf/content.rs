//! What a document says, as the layout takes it: the document itself as data, and beside it its
//! pictures.

use serde_json::{Map, Value as Json, json};

use super::letters::Letters;
use super::pictures;
use crate::document::{Block, Document};
use crate::words::Words;

/// The program, as the file names it.
pub(super) const PROGRAM: &str = concat!("dteam ", env!("CARGO_PKG_VERSION"));

/// Words that the layout itself sets.
const WORDS: [&str; 4] = ["html-contents", "html-example-rank", "pdf-page", "pdf-page-of"];

pub(super) fn content(document: &Document) -> Json {
    let words = Words(document.language);
    let (pictures, marks) = drawn(document);
    let scale = [0.0, 0.5, 1.0].map(|share| document.language.percent(share));
    let mut content = json!({
        "document": document,
        "language": document.language.code(),
        "colon": document.language.colon(),
        "program": PROGRAM,
        "description": description(document),
        "running": running(&document.title),
        "day": document.date.map(|date| json!([date.year(), date.month(), date.day()])),
        "words": WORDS.map(|id| (id.to_owned(), words.say(id).into())).into_iter().collect::<Map<_, _>>(),
        "scale": scale,
        "pictures": pictures,
        "marks": marks,
        "missing": null,
    });
    let mut letters = Letters::new(document.name.as_deref());
    letters.settle(&mut content);
    if letters.replaced {
        content["missing"] = words.say("pdf-missing").into();
    }
    content
}

/// The title as it stands above every further page: on one line.
fn running(title: &str) -> String {
    const MAX_LENGTH: usize = 70;
    match title.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{} …", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

/// The first sentence of the first section.
fn description(document: &Document) -> Option<&String> {
    let first = document.sections.first()?.blocks.first()?;
    if let Block::Sentences(sentences) = first { sentences.first() } else { None }
}

/// The pictures by their ids, and for each legend the marks that it explains.
fn drawn(document: &Document) -> (Map<String, Json>, Map<String, Json>) {
    let (mut pictures, mut marks) = (Map::new(), Map::new());
    for section in &document.sections {
        for block in &section.blocks {
            if let Block::Table(table) = block {
                let drawn = table.pictures();
                pictures.extend(drawn.map(|it| (it.id.clone(), pictures::picture(it))));
            }
            if let Block::Legend(legend) = block {
                let drawn = legend.meanings.iter().map(|meaning| pictures::mark(meaning.mark));
                marks.insert(section.id.to_owned(), drawn.collect());
            }
        }
    }
    (pictures, marks)
}
