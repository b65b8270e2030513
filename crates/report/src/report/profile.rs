//! The profile: how much there is in each section of the survey, beside the types; and where the
//! steps begin.

use super::author::{Author, figure};
use crate::document::{
    Block, Caption, Cell, ColumnKind, Drawing, NotePlace, Picture, Row, Shown, Table,
};
use dteam_engine::advice::Extent;

pub(super) fn profile(author: &Author<'_>) -> Option<Vec<Block>> {
    let advice = author.advice;
    let answered = advice.extents.iter().any(|extent| extent.value.is_some());
    let mut blocks = Vec::new();
    if answered {
        blocks.push(Block::Text(author.say("html-profile-about")));
        blocks.push(author.legend(None));
        blocks.push(Block::Table(extents(author)));
    }
    if !advice.steps.is_empty() {
        blocks.push(Block::Table(themes(author)));
    }
    (!blocks.is_empty()).then_some(blocks)
}

fn extents(author: &Author<'_>) -> Table {
    let extents = author.advice.extents.iter().enumerate();
    let rows = extents.map(|(index, extent)| match extent.value {
        Some(value) => extent_cells(author, index, extent, value).into(),
        None => Row::Nothing(extent.title.clone(), author.say("html-nothing-answered")),
    });
    let has_type = author.advice.classification.kind.is_some();
    let mut columns = vec![
        author.column("html-column-area", ColumnKind::Name),
        author.column("html-column-picture", ColumnKind::Picture).shown(Shown::Drawn),
        author.column("column-own", ColumnKind::Own),
    ];
    columns.extend(has_type.then(|| author.column("column-type", ColumnKind::Figure)));
    columns.push(author.column("column-all", ColumnKind::Figure));
    columns.push(author.column("column-best", ColumnKind::Text));
    Table {
        name: "extents",
        caption: Caption::Shown(author.say("html-profile-caption")),
        columns,
        rows: rows.collect(),
    }
}

fn extent_cells(author: &Author<'_>, index: usize, extent: &Extent, value: f64) -> Vec<Cell> {
    let percent = |share: f64| author.percent(share);
    let counts = [
        ("answered", extent.answered.to_string().into()),
        ("questions", extent.questions.len().to_string().into()),
    ];
    let of_questions = author.with("html-of-questions", &counts);
    let types = extent.by_type.iter().map(|(kind, value)| (kind.as_str(), *value));
    let picture = Picture {
        id: format!("extent-{}", index + 1),
        title: extent.title.clone(),
        described: described(author, extent, value),
        drawing: Drawing::Line(author.marks(Some(value), types, extent.all_value)),
    };
    let mut cells = vec![
        Cell::Noted(extent.title.clone(), of_questions, NotePlace::Below),
        Cell::Picture(picture),
        Cell::Text(percent(value)),
    ];
    let own_type = author.advice.classification.kind.as_deref();
    cells.extend(own_type.map(|kind| figure(extent.by_type.get(kind).copied().map(percent))));
    cells.push(figure(extent.all_value.map(percent)));
    cells.push(match best(extent) {
        Some((kind, value)) => {
            Cell::Noted(percent(value), author.label(kind).to_owned(), NotePlace::Below)
        }
        None => Cell::Text(String::new()),
    });
    cells
}

/// The type with the most, the first of equals.
fn best(extent: &Extent) -> Option<(&str, f64)> {
    extent.by_type.iter().fold(None, |best: Option<(&str, f64)>, (kind, value)| match best {
        Some((_, highest)) if highest >= *value => best,
        _ => Some((kind, *value)),
    })
}

/// The values in words.
fn described(author: &Author<'_>, extent: &Extent, value: f64) -> String {
    let named = extent
        .by_type
        .iter()
        .map(|(kind, value)| format!("{} {}", author.label(kind), author.percent(*value)));
    let all = extent.all_value.map(|value| author.words.all(&author.percent(value)));
    std::iter::once(author.words.here(&author.percent(value)))
        .chain(named)
        .chain(all)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The steps of each pack by their numbers.
fn themes(author: &Author<'_>) -> Table {
    let rows = author.advice.packs.iter().map(|pack| {
        let steps = author.advice.steps.iter().filter(|step| step.pack == pack.id);
        let steps = steps.map(|step| author.link(step)).collect();
        vec![Cell::Text(pack.title.clone()), Cell::Steps(steps, author.say("html-no-step"))].into()
    });
    Table {
        name: "themes",
        caption: Caption::Shown(author.say("html-themes-caption")),
        columns: vec![
            author.column("html-theme", ColumnKind::Name),
            author.column("html-column-steps", ColumnKind::Text),
        ],
        rows: rows.collect(),
    }
}
