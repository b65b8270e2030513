//! What the steps cost and touch: the effort in words, everything else blank. No figure is
//! invented.

use super::author::Author;
use crate::document::{Block, Caption, Section};

pub(super) fn costs(author: &Author<'_>) -> Vec<Section> {
    let costs = |blocks| author.section("costs", "council-section-costs", blocks);
    if !author.is_for_decision() {
        return vec![costs(vec![Block::Text(author.say("council-costs-none"))])];
    }
    let budget = author.blank_form(
        "council-budget",
        &[
            "council-budget-item",
            "council-budget-planned",
            "council-budget-cover",
            "council-budget-funding",
            "council-budget-savings",
        ],
    );
    let effects = author.blank_form(
        "council-effects",
        &[
            "council-effect-staff",
            "council-effect-data",
            "council-effect-access",
            "council-effect-equality",
            "council-effect-climate",
        ],
    );
    vec![
        costs(vec![Block::Text(author.say("council-costs-about")), by_step(author), budget]),
        author.section("effects", "council-section-effects", vec![effects]),
    ]
}

fn by_step(author: &Author<'_>) -> Block {
    let columns = [
        ("column-step", 26),
        ("council-effort-estimated", 20),
        ("council-costs-once", 18),
        ("council-costs-yearly", 18),
        ("council-costs-staff", 18),
    ];
    let blanks = || [String::new(), String::new(), String::new()];
    let steps = author.paper.steps.iter();
    let steps = steps.map(|step| {
        [step.title.clone(), author.effort(step)].into_iter().chain(blanks()).collect()
    });
    let total =
        [author.say("council-costs-total"), String::new()].into_iter().chain(blanks()).collect();
    let caption = Caption::Shown(author.say("council-costs"));
    author.table("costs", caption, &columns, steps.chain([total]).collect())
}
