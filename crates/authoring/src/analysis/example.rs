//! A profile on one line.

use serde_json::{Map, Value as Json};

use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::profile::Answers;

/// The profile found, and the type by indicators if it matters: which answers lead to it is left
/// open.
pub(super) fn found(catalog: &Catalog, answers: &Answers, assignment: &TypeAssignment) -> String {
    let profile = profile(catalog, answers);
    let real = catalog.find_type(answers).assignment;
    match (assignment.by_indicators, real.by_indicators) {
        (Some(kind), None) => {
            format!("{profile}  # type_by_indicators: {}", catalog.typology.names.get(kind).id)
        }
        _ => profile,
    }
}

/// The answers as a profile writes them, in YAML's short form: `{data: {inventory: 0}}`.
pub(super) fn profile(catalog: &Catalog, answers: &Answers) -> String {
    let mut root = Map::new();
    for slot in catalog.survey.slots() {
        let Some(answer) = answers.json(slot, &catalog.survey) else { continue };
        let path = &catalog.survey.question(slot).path;
        let mut parts: Vec<&str> = path.split('.').collect();
        let last = parts.pop().unwrap_or(path);
        let group = parts.into_iter().fold(&mut root, |group, part| {
            let entry = group.entry(part).or_insert_with(|| Json::Object(Map::new()));
            // Paths are no prefixes of one another: what is there is a group.
            match entry {
                Json::Object(group) => group,
                other => {
                    *other = Json::Object(Map::new());
                    other.as_object_mut().expect("it was just made an object")
                }
            }
        });
        group.insert(last.to_owned(), answer);
    }
    flow(&Json::Object(root))
}

fn flow(value: &Json) -> String {
    match value {
        Json::Object(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key}: {}", flow(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Json::Array(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Json::String(text) if is_plain(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Needs no quotes. Words that YAML or a reader may take for something else get them.
fn is_plain(text: &str) -> bool {
    let word = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    word && !matches!(
        text.to_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    )
}
