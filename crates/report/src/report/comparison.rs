//! Every answer that the study has a value for: a row for each, in the sections of the survey.

use serde_json::Value as Json;

use super::author::{Author, figure};
use crate::document::{
    Block, Caption, Cell, Cells, Column, ColumnKind, Drawing, Marks, NotePlace, Picture, Row,
    Shown, Table,
};
use dteam_engine::advice::{Comparison, Extent};

pub(super) fn comparison(author: &Author<'_>) -> Option<Vec<Block>> {
    let advice = author.advice;
    if advice.comparison.is_empty() {
        return None;
    }
    let mut blocks = vec![author.legend(Some(author.say("html-comparison-about")))];
    for extent in advice.extents.iter().filter(|extent| extent.answered > 0) {
        blocks.push(Block::Topic(extent.title.clone()));
        blocks.push(Block::Table(section(author, extent)));
    }
    Some(blocks)
}

fn section(author: &Author<'_>, extent: &Extent) -> Table {
    let compared = author.advice.comparison.iter().enumerate();
    let compared: Vec<_> =
        compared.filter(|(_, compared)| extent.questions.contains(&compared.question)).collect();
    // What belongs to one question stands together under its label. A heading over rows holds for
    // all below it: those without one come first.
    let mut groups: Vec<_> =
        compared.chunk_by(|one, other| question(one.1) == question(other.1)).collect();
    groups.sort_by_key(|group| question(group[0].1).is_some());
    let mut rows = Vec::new();
    for group in groups {
        rows.extend(question(group[0].1).map(|question| Row::Group(question.to_owned())));
        rows.extend(group.iter().map(|(index, compared)| row(author, *index, compared)));
    }
    Table {
        name: "comparison",
        caption: Caption::Hidden(extent.title.clone()),
        columns: columns(author),
        rows,
    }
}

fn columns(author: &Author<'_>) -> Vec<Column> {
    let has_type = author.advice.classification.kind.is_some();
    let mut columns = vec![
        author.column("column-question", ColumnKind::Name),
        author.column("html-column-picture", ColumnKind::Picture).shown(Shown::Drawn),
        author.column("column-own", ColumnKind::Own),
    ];
    columns.extend(has_type.then(|| author.column("column-type", ColumnKind::Figure)));
    columns.push(author.column("column-all", ColumnKind::Figure));
    columns.push(author.column("column-best", ColumnKind::Text).shown(Shown::Undrawn));
    columns.push(author.column("column-table", ColumnKind::Figure));
    columns
}

/// The question's label, where the comparison is of one of its options: the label without the
/// option's.
fn question(comparison: &Comparison) -> Option<&str> {
    let question = comparison.label.strip_suffix(comparison.option_label.as_ref()?.as_str())?;
    Some(question.trim_end_matches([' ', '–']))
}

fn row(author: &Author<'_>, index: usize, comparison: &Comparison) -> Row {
    let words = author.words;
    let option = comparison.option_label.as_ref().filter(|_| question(comparison).is_some());
    let label = option.unwrap_or(&comparison.label).clone();
    let own = words.own_value(comparison);
    let value = |value: f64| words.value(comparison, value);
    let picture = Picture {
        id: format!("compared-{}", index + 1),
        title: comparison.label.clone(),
        described: format!("{}; {}", words.here(&own), values(author, comparison)),
        drawing: Drawing::Line(marks(author, comparison)),
    };
    let best = author.label(&comparison.best.kind);
    let mut cells = vec![
        match range(author, comparison) {
            Some(range) => Cell::Noted(label, range, NotePlace::Beside),
            None => Cell::Text(label),
        },
        Cell::Picture(picture),
        Cell::Text(own),
    ];
    let has_type = author.advice.classification.kind.is_some();
    cells.extend(has_type.then(|| figure(comparison.type_value.map(value))));
    cells.push(figure(comparison.all_value.map(value)));
    cells.push(Cell::Text(format!("{} ({best})", value(comparison.best.value))));
    cells.push(Cell::Text(comparison.table.to_string()));
    Row::Cells(Cells { cells, is_in_group: option.is_some(), ..Cells::default() })
}

/// The values as shares of the greatest there is.
fn marks(author: &Author<'_>, comparison: &Comparison) -> Marks {
    let share = |value: f64| value / comparison.greatest;
    let own = match &comparison.value {
        Json::Bool(flag) => Some(if *flag { 1.0 } else { 0.0 }),
        value => value.as_f64().map(share),
    };
    let types = comparison.by_type.iter().flat_map(|values| values.iter());
    let types = types.map(|(kind, value)| (kind.as_ref(), share(*value)));
    author.marks(own, types, comparison.all_value.map(share))
}

/// The values of all types, and of all municipalities, in words: `Bedächtige 17 %, Optimierer
/// 17,1 %, alle 14,1 %`.
fn values(author: &Author<'_>, comparison: &Comparison) -> String {
    let words = author.words;
    let by_type = comparison.by_type.iter().flat_map(|values| values.iter());
    let types = by_type
        .map(|(kind, value)| format!("{} {}", author.label(kind), words.value(comparison, *value)));
    let all = comparison.all_value.map(|value| words.all(&words.value(comparison, value)));
    types.chain(all).collect::<Vec<_>>().join(", ")
}

/// `(von 0 bis 3)`, where the values are not percentages.
fn range(author: &Author<'_>, comparison: &Comparison) -> Option<String> {
    let is_percent = comparison.is_percent();
    let greatest = [("greatest", author.words.0.number(comparison.greatest).into())];
    (!is_percent).then(|| author.with("html-up-to", &greatest))
}
