//! The type: what it means, how far the municipality belongs to each, what that rests on.

use indexmap::IndexMap;

use super::author::Author;
use crate::document::{
    Block, Caption, Cell, Cells, ColumnKind, Drawing, Fact, NotePlace, Picture, Row, Shown, Table,
    Value,
};
use crate::words::sorted;
use dteam_engine::classification::Basis;

pub(super) fn kind(author: &Author<'_>) -> Vec<Block> {
    let classification = &author.advice.classification;
    let Some(label) = &classification.label else {
        return vec![Block::Text(author.say("type-none"))];
    };
    let mut blocks = vec![Block::Highlight(label.clone())];
    blocks.extend(author.words.remarks(author.advice).into_iter().map(Block::Remark));
    blocks.extend(classification.leading_goals.as_ref().map(|goals| {
        Block::Fact(Fact {
            label: author.say("type-goals"),
            value: Value::Text(format!("{goals}.")),
        })
    }));
    blocks.extend(classification.meaning.clone().map(Block::Text));
    blocks.push(Block::Topic(author.say("type-strengths")));
    let strengths = author.advice.type_strengths.iter().cloned();
    blocks.push(Block::List(strengths.map(Into::into).collect()));
    let degrees =
        match (classification.basis, &classification.by_goals, &classification.by_indicators) {
            (Some(Basis::Goals), Some(goals), _) => {
                Some(("html-memberships", &goals.memberships, "html-basis-goals", goals.table))
            }
            (Some(Basis::Indicators), _, Some(indicators)) => Some((
                "html-probabilities",
                &indicators.posterior,
                "html-basis-indicators",
                indicators.prior_table,
            )),
            _ => None,
        };
    if let Some((caption, degrees, basis, table)) = degrees {
        blocks.push(Block::Table(self::degrees(author, caption, degrees)));
        blocks.push(Block::Note(author.with(basis, &[("table", table.to_string().into())])));
    }
    blocks
}

/// How far the municipality belongs to each type, the highest degree first.
fn degrees(author: &Author<'_>, caption: &str, degrees: &IndexMap<String, f64>) -> Table {
    let classification = &author.advice.classification;
    let rows = sorted(degrees).into_iter().enumerate().map(|(index, (kind, degree))| {
        let label = author.label(kind);
        let is_own = classification.kind.as_deref() == Some(kind);
        let is_second = classification.mixed_with.as_deref() == Some(kind);
        let remark =
            is_own.then_some("html-mark-own-type").or(is_second.then_some("html-second-type"));
        let name = match remark {
            Some(remark) => Cell::Noted(label.to_owned(), author.say(remark), NotePlace::Beside),
            None => Cell::Text(label.to_owned()),
        };
        let share = author.percent(*degree);
        let picture = Picture {
            id: format!("share-{}", index + 1),
            title: label.to_owned(),
            described: share.clone(),
            drawing: Drawing::Bar { share: *degree, is_own },
        };
        let cells = vec![name, Cell::Picture(picture), Cell::Text(share)];
        Row::Cells(Cells { cells, is_own, ..Cells::default() })
    });
    Table {
        name: "bars",
        caption: Caption::Shown(author.say(caption)),
        columns: vec![
            author.column("type", ColumnKind::Name),
            author.column("html-column-bar", ColumnKind::Picture).shown(Shown::Drawn),
            author.column("html-column-share", ColumnKind::Figure),
        ],
        rows: rows.collect(),
    }
}
