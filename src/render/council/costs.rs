//! What the steps cost and touch: the effort in words, everything else blank. No figure is invented.

use super::Part;
use super::compose::Sheet;

pub(super) fn costs(sheet: &Sheet<'_>) -> Vec<Part> {
    let heading = Part::Section(sheet.say("council-section-costs"));
    if !sheet.is_for_decision() {
        return vec![heading, Part::Text(sheet.say("council-costs-none"))];
    }
    vec![
        heading,
        Part::Text(sheet.say("council-costs-about")),
        by_step(sheet),
        sheet.blank_form(
            "council-budget",
            &[
                "council-budget-item",
                "council-budget-planned",
                "council-budget-cover",
                "council-budget-funding",
                "council-budget-savings",
            ],
        ),
        Part::Section(sheet.say("council-section-effects")),
        sheet.blank_form(
            "council-effects",
            &["council-effect-staff", "council-effect-data", "council-effect-access", "council-effect-climate"],
        ),
    ]
}

fn by_step(sheet: &Sheet<'_>) -> Part {
    let columns = [
        ("column-step", 27),
        ("council-effort-estimated", 25),
        ("council-costs-once", 14),
        ("council-costs-yearly", 16),
        ("council-costs-staff", 18),
    ];
    let blanks = || [String::new(), String::new(), String::new()];
    let steps = sheet.paper.steps.iter();
    let steps = steps.map(|step| [step.title.clone(), sheet.effort(step)].into_iter().chain(blanks()).collect());
    let total = [sheet.say("council-costs-total"), String::new()].into_iter().chain(blanks()).collect();
    Part::Table {
        caption: Some(sheet.say("council-costs")),
        columns: columns.map(|(column, width)| (sheet.say(column), width)).to_vec(),
        rows: steps.chain([total]).collect(),
    }
}
