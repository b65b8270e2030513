//! How a problem is said: in the words of `locales/*/problems.ftl`, the particulars filled in.

use serde_json::Value;

use super::Problem;
use crate::language::messages::{self, Argument};
use crate::language::{Language, escaped};

impl Problem {
    /// What is wrong, in one sentence without a full stop.
    pub fn message(&self, language: Language) -> String {
        let (code, arguments) = self.particulars(language);
        messages::message(language, &code, &borrowed(&arguments))
    }

    /// What would fix it.
    pub fn help(&self, language: Language) -> Option<String> {
        let (code, arguments) = self.particulars(language);
        let has_nearest = arguments.iter().any(|(name, _)| name == "nearest");
        let nearest = has_nearest
            .then(|| messages::attribute(language, &code, "nearest", &borrowed(&arguments)));
        nearest
            .flatten()
            .or_else(|| messages::attribute(language, &code, "help", &borrowed(&arguments)))
    }

    /// The code, and the fields as arguments of the message; what is `None` is called `none`, a near
    /// name that there is not is left out.
    fn particulars(&self, language: Language) -> (String, Vec<(String, Argument)>) {
        let mut code = String::new();
        let mut arguments = Vec::new();
        if let Ok(Value::Object(fields)) = serde_json::to_value(self) {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "problem" => code = text,
                    Value::String(text) => arguments.push((name, foreign(&text))),
                    Value::Number(count) => {
                        let count = count.as_u64().unwrap_or_default() as usize;
                        arguments.push((name, Argument::Count(count)));
                    }
                    // Messages choose their words by it; of a near name they have to be without.
                    Value::Null if name != "nearest" => {
                        arguments.push((name, Argument::from("none".to_owned())));
                    }
                    _ => {}
                }
            }
        }
        if let Problem::Contradiction { message, .. } = self {
            arguments.push(("message".to_owned(), foreign(message.get(language))));
        }
        (code, arguments)
    }
}

/// What others have written must not reach a terminal as it is.
fn foreign(text: &str) -> Argument {
    Argument::Text(shortened(&escaped(text)))
}

fn borrowed(arguments: &[(String, Argument)]) -> Vec<(&str, Argument)> {
    arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect()
}

/// What stands in a file may be of any length, a message may not.
fn shortened(text: &str) -> String {
    const MAX_LENGTH: usize = 600;
    match text.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
