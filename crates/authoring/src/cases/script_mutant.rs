//! A pack's functions changed in one place: an operator, a constant, a statement left out, a value
//! returned at once.

use std::sync::Arc;

use dteam_engine::catalog::Catalog;
use dteam_engine::expression::script::{Function, Kind, Scripts};
use dteam_engine::pack::Pack;

/// A script changed in one place.
pub(super) struct ScriptMutant {
    /// The function that the change is in.
    pub function: String,
    /// The file's name, and the 1-based line.
    pub location: (String, usize),
    /// The line as it was.
    pub original: String,
    /// The line as it is now; `None` if a statement was left out.
    pub changed: Option<String>,
    /// Where scripts run so.
    pub scripts: Scripts,
}

/// What a function could come to at once: one of them shows where cases all expect the same.
const RETURNED: [&str; 6] = ["0.0", "1.0", "2.0", "3.0", "4.0", "5.0"];

/// The mutants of all functions of the pack that still can be run.
pub(super) fn of_pack(catalog: &Catalog, pack: &str) -> Vec<ScriptMutant> {
    let Some(pack) = catalog.packs.iter().find(|known| known.id == pack) else {
        return Vec::new();
    };
    let Some(function) = pack.functions.first() else { return Vec::new() };
    let script = &function.script;
    let mut mutants = Vec::new();
    for (position, file) in script.files.iter().enumerate() {
        for change in changes(&file.text, pack) {
            let Change { from, to, with } = &change;
            let text = format!("{}{with}{}", &file.text[..*from], &file.text[*to..]);
            let Some(scripts) = Scripts::with_changed(script, position, &text) else { continue };
            let line = file.text[..*from].matches('\n').count();
            let at = |text: &str| text.lines().nth(line).unwrap_or_default().trim().to_owned();
            mutants.push(ScriptMutant {
                function: enclosing(&file.text[..*from]),
                location: (file.name.clone(), line + 1),
                original: at(&file.text),
                changed: (!with.is_empty()).then(|| at(&text)),
                scripts,
            });
        }
    }
    mutants
}

/// The bytes from one to another are replaced.
struct Change {
    from: usize,
    to: usize,
    with: String,
}

/// The last function whose head stands in the text before.
fn enclosing(before: &str) -> String {
    let head = before.rsplit("fn ").next().unwrap_or_default();
    head.split('(').next().unwrap_or_default().trim().to_owned()
}

/// Longer ones first: `<=` is no `<`.
const OPERATORS: [(&str, &str); 17] = [
    ("<=", "<"),
    (">=", ">"),
    ("==", "!="),
    ("!=", "=="),
    ("&&", "||"),
    ("||", "&&"),
    ("+=", "-="),
    ("-=", "+="),
    ("*=", "/="),
    ("/=", "*="),
    ("<", "<="),
    (">", ">="),
    ("+", "-"),
    ("-", "+"),
    ("*", "/"),
    ("/", "*"),
    ("!", ""),
];

fn changes(text: &str, pack: &Pack) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |from: usize, to: usize, with: String| changes.push(Change { from, to, with });
    let (mut at, mut statement) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(length) = passed_over(rest) {
            at += length;
            continue;
        }
        if let Some((operator, instead)) =
            OPERATORS.iter().find(|(operator, _)| rest.starts_with(operator))
        {
            add(
                at,
                at + operator.len(),
                if instead.is_empty() { " ".into() } else { (*instead).into() },
            );
            at += operator.len();
            continue;
        }
        let word: usize = rest
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.')))
            .unwrap_or(rest.len());
        if word > 0 {
            for with in words(&rest[..word]) {
                add(at, at + word, with);
            }
            at += word;
            continue;
        }
        let letter = rest.chars().next().map_or(1, char::len_utf8);
        match &rest[..letter] {
            "{" => {
                statement = at + 1;
                if let Some(function) = opened(&text[..at], pack) {
                    let values: &[&str] = match function.returns {
                        Kind::Flag => &["true", "false"],
                        Kind::Number | Kind::Text | Kind::List => &RETURNED,
                    };
                    for value in values {
                        add(at, at + 1, format!("{{ return {value};"));
                    }
                }
            }
            "}" => statement = at + 1,
            ";" => {
                let from = at - text[statement..at].trim_start().len();
                add(from, at + 1, String::new());
                statement = at + 1;
            }
            _ => {}
        }
        at += letter;
    }
    changes
}

/// The declared function whose body begins behind the text.
fn opened<'p>(before: &str, pack: &'p Pack) -> Option<&'p Arc<Function>> {
    let head = before.rsplit(['}', ';', '\n']).next()?.trim().strip_prefix("fn ")?;
    let name = head.split('(').next()?.trim();
    pack.functions.iter().find(|function| function.name == name)
}

/// The bytes of a comment or a text that the script begins with.
fn passed_over(rest: &str) -> Option<usize> {
    let until = |end: &str, from: usize| {
        rest.get(from..)?.find(end).map_or(Some(rest.len()), |at| Some(from + at + end.len()))
    };
    match rest.as_bytes() {
        [b'/', b'/', ..] => until("\n", 2),
        [b'/', b'*', ..] => until("*/", 2),
        [b'"', ..] => until("\"", 1),
        [b'`', ..] => until("`", 1),
        _ => None,
    }
}

/// What a constant may be instead.
fn words(word: &str) -> Vec<String> {
    match word {
        "true" => vec!["false".to_owned()],
        "false" => vec!["true".to_owned()],
        _ if !word.starts_with(|first: char| first.is_ascii_digit()) => Vec::new(),
        _ => {
            let decimals = word.split_once('.').map(|(_, decimals)| decimals.len());
            let number: f64 = word.parse().unwrap_or_default();
            let written = |number: f64| format!("{number:.*}", decimals.unwrap_or(0));
            let less = (number >= 1.0).then(|| written(number - 1.0));
            std::iter::once(written(number + 1.0)).chain(less).collect()
        }
    }
}
