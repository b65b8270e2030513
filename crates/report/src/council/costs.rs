//! What the steps cost and touch: the effort in words, everything else blank. No figure is
//! invented.

use super::Part;
use super::author::Author;

pub(super) fn costs(author: &Author<'_>) -> Vec<Part> {
    let heading = Part::Section(author.say("council-section-costs"));
    if !author.is_for_decision() {
        return vec![heading, Part::Text(author.say("council-costs-none"))];
    }
    vec![
        heading,
        Part::Text(author.say("council-costs-about")),
        by_step(author),
        author.blank_form(
            "council-budget",
            &[
                "council-budget-item",
                "council-budget-planned",
                "council-budget-cover",
                "council-budget-funding",
                "council-budget-savings",
            ],
        ),
        Part::Section(author.say("council-section-effects")),
        author.blank_form(
            "council-effects",
            &[
                "council-effect-staff",
                "council-effect-data",
                "council-effect-access",
                "council-effect-climate",
            ],
        ),
    ]
}

fn by_step(author: &Author<'_>) -> Part {
    let columns = [
        ("column-step", 27),
        ("council-effort-estimated", 25),
        ("council-costs-once", 14),
        ("council-costs-yearly", 16),
        ("council-costs-staff", 18),
    ];
    let blanks = || [String::new(), String::new(), String::new()];
    let steps = author.paper.steps.iter();
    let steps = steps.map(|step| {
        [step.title.clone(), author.effort(step)].into_iter().chain(blanks()).collect()
    });
    let total =
        [author.say("council-costs-total"), String::new()].into_iter().chain(blanks()).collect();
    Part::Table {
        caption: Some(author.say("council-costs")),
        columns: columns.map(|(column, width)| (author.say(column), width)).to_vec(),
        rows: steps.chain([total]).collect(),
    }
}
