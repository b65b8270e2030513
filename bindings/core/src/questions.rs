//! The questions as data, from which a host makes its form.

use dteam_engine::catalog::Catalog;
use dteam_engine::survey::{Control, Question};
use dteam_text::language::{Language, Localized};
use serde_json::{Map, Value as Json, json};

/// The name of the JSON form of the questions and its version.
const SCHEMA: &str = "dteam.questions/1";

/// All questions in the order in which they are asked, by the sections they belong to.
pub(crate) fn form(catalog: &Catalog, language: Language) -> Json {
    let survey = &catalog.survey;
    let sections = survey.sections.iter().enumerate().map(|(index, section)| {
        let questions = survey.questions.iter().filter(|question| question.section == index);
        let questions: Vec<Json> = questions.map(|question| one(question, language)).collect();
        json!({"id": section.id, "title": section.title.get(language), "questions": questions})
    });
    json!({
        "schema": SCHEMA,
        "language": language,
        "title": survey.title.get(language),
        "sections": sections.collect::<Vec<Json>>(),
    })
}

fn one(question: &Question, language: Language) -> Json {
    let mut written = Map::from_iter([
        ("question".to_owned(), Json::from(question.path.as_str())),
        ("label".to_owned(), question.label.get(language).as_str().into()),
        ("help".to_owned(), question.help.get(language).as_str().into()),
        ("fixed".to_owned(), question.fixed.into()),
    ]);
    if let Some(unit) = &question.unit {
        written.insert("unit".to_owned(), unit.get(language).as_str().into());
    }
    if let Some(table) = question.table {
        written.insert("table".to_owned(), table.into());
    }
    written.insert("answer".to_owned(), answer(question, language));
    written.into()
}

/// What answers there are, as the controls of the engine know them.
fn answer(question: &Question, language: Language) -> Json {
    let listed = |options: Vec<(Json, &Localized)>| -> Json {
        let option = |(value, label): (Json, &Localized)| json!({"value": value, "label": label.get(language)});
        options.into_iter().map(option).collect()
    };
    let named = || {
        let options = question.kind.options().map_or(&[][..], |options| &options.0);
        listed(options.iter().map(|it| (Json::from(it.id.as_str()), &it.label)).collect())
    };
    match question.kind.control() {
        Control::One(_) => json!({"control": "one", "options": named()}),
        Control::Several(_) => json!({"control": "several", "options": named()}),
        Control::Ranked(_, max) => {
            json!({"control": "ranked", "options": named(), "max": max})
        }
        Control::Level(levels) => {
            let levels = levels.iter().enumerate().map(|(level, label)| (level.into(), label));
            json!({"control": "level", "options": listed(levels.collect())})
        }
        Control::Number(bounds) => json!({
            "control": "number",
            "min": bounds.min, "max": bounds.max, "whole": bounds.whole, "percent": bounds.percent,
        }),
        Control::YesOrNo => json!({"control": "flag"}),
        Control::Line => json!({"control": "line"}),
    }
}
