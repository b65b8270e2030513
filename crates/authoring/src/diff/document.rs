//! The differences as a document, which every format for people can write.

use super::{ChangeKind, Changed, Diff, PartChange, StepChange, StepExample, TypeChange};
use dteam_report::document::{
    Block, Caption, Cell, Column, ColumnKind, Document, DocumentKind, Item, Section, Table,
};
use dteam_report::words::Words;

impl Diff {
    /// What there is to read.
    pub fn document(&self) -> Document {
        let words = Words(self.language);
        let mut opening = Vec::new();
        opening.extend((!self.left_out.is_empty()).then(|| {
            let packs = self.left_out.join(", ");
            Block::Remark(words.with("diff-left-out", &[("packs", packs.into())]))
        }));
        if !self.has_changes() && self.left_out.is_empty() {
            opening.push(Block::Text(words.say("diff-nothing")));
        }
        let lists = [
            ("packs", "diff-packs", &self.packs),
            ("questions", "diff-questions", &self.questions),
            ("functions", "diff-functions", &self.functions),
            ("rules", "diff-rules", &self.rules),
        ];
        let heading = words.say("diff-municipalities");
        let mut sections =
            vec![Section::new("municipalities", heading, municipalities(self, words))];
        for (id, heading, changed) in lists {
            if !changed.is_empty() {
                let blocks = changed.iter().flat_map(|changed| entry(changed, words)).collect();
                sections.push(Section::new(id, words.say(heading), blocks));
            }
        }
        Document {
            kind: DocumentKind::Report,
            language: self.language,
            title: words.say("diff-title"),
            name: None,
            facts: Vec::new(),
            dated: None,
            date: None,
            opening,
            sections,
        }
    }
}

fn municipalities(diff: &Diff, words: Words) -> Vec<Block> {
    let found = &diff.municipalities;
    let number = |count: u64| words.0.number(count as f64).into();
    let counts = [("advised", number(found.advised)), ("changed", number(found.changed))];
    let mut blocks = vec![Block::Text(words.with("diff-counts", &counts))];
    for (id, count) in [("diff-partly", found.partly), ("diff-rejected", found.rejected)] {
        if count > 0 {
            let parts = [("count", (count as usize).into()), ("number", number(count))];
            blocks.push(Block::Remark(words.with(id, &parts)));
        }
    }
    if !found.steps.is_empty() {
        blocks.push(Block::Text(words.say("diff-steps-note")));
        blocks.push(steps(&found.steps, words));
    }
    if !found.types.is_empty() {
        blocks.push(Block::Lead(words.say("diff-types")));
        blocks.push(Block::List(found.types.iter().map(|change| kind(change, words)).collect()));
    }
    blocks
}

fn steps(steps: &[StepChange], words: Words) -> Block {
    let columns = [
        ("column-step", ColumnKind::Name),
        ("diff-column-gain", ColumnKind::Figure),
        ("diff-column-lose", ColumnKind::Figure),
        ("diff-column-earlier", ColumnKind::Figure),
        ("diff-column-later", ColumnKind::Figure),
        ("diff-column-examples", ColumnKind::Text),
        ("column-rule", ColumnKind::Code),
    ];
    let number = |count: u64| words.0.number(count as f64);
    let row = |step: &StepChange| {
        let examples: Vec<String> =
            step.examples.iter().map(|example| step_example(example, words)).collect();
        let cells = vec![
            step.title.clone(),
            number(step.gain),
            number(step.lose),
            number(step.earlier),
            number(step.later),
            examples.join(", "),
            step.rule.clone(),
        ];
        cells.into_iter().map(Cell::Text).collect::<Vec<_>>().into()
    };
    Block::Table(Table {
        name: "diff",
        caption: Caption::Hidden(words.say("diff-municipalities")),
        columns: columns.map(|(id, kind)| Column::new(words.say(id), kind)).into(),
        rows: steps.iter().map(row).collect(),
    })
}

fn step_example(example: &StepExample, words: Words) -> String {
    let rank = |rank: Option<usize>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let parts = [
        ("municipality", example.municipality.as_str().into()),
        ("old", rank(example.old_rank).into()),
        ("new", rank(example.new_rank).into()),
    ];
    words.with("diff-example", &parts)
}

fn kind(change: &TypeChange, words: Words) -> Item {
    let named = |kind: &Option<String>| kind.clone().unwrap_or_else(|| words.say("none"));
    Item {
        label: Some(format!("{} → {}", named(&change.old), named(&change.new))),
        text: words.0.number(change.municipalities as f64),
        note: Some(format!("({})", change.examples.join(", "))),
        link: None,
    }
}

/// A heading for what changed, and each of its parts.
fn entry(changed: &Changed, words: Words) -> Vec<Block> {
    let kind = match changed.kind {
        ChangeKind::Added => "diff-added",
        ChangeKind::Removed => "diff-removed",
        ChangeKind::Changed => "diff-changed",
    };
    let parts = [("title", changed.title.as_str().into()), ("id", changed.id.as_str().into())];
    let mut blocks = vec![Block::Topic(words.with(kind, &parts))];
    if !changed.parts.is_empty() {
        blocks.push(Block::List(changed.parts.iter().map(|part| item(part, words)).collect()));
    }
    blocks
}

fn item(change: &PartChange, words: Words) -> Item {
    let number = change.number.map_or_else(String::new, |number| number.to_string());
    let language = change.language.map_or_else(String::new, |language| language.code().to_string());
    let parts =
        [("part", change.part.into()), ("number", number.into()), ("language", language.into())];
    let label = words.with("diff-part", &parts);
    let says = |text: &Option<String>| {
        let text = text.as_ref().filter(|text| !text.is_empty());
        text.cloned().unwrap_or_else(|| words.say("diff-without"))
    };
    let parts = [("old", says(&change.old).into()), ("new", says(&change.new).into())];
    Item {
        label: Some(label.trim().to_owned()),
        text: words.with("diff-from-to", &parts),
        ..Item::default()
    }
}
