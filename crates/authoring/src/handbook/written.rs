//! What all parts of the handbook are written with: texts in its language, anchors, conditions as
//! lists.

use super::{Handbook, Link, Table};
use dteam_engine::expression::wording::{Clause, Quantifier, Sentence};
use dteam_engine::survey::Slot;
use dteam_report::page::escaped;
use dteam_text::language::messages::{Argument, message};

/// Writes in the language of the handbook.
#[derive(Clone, Copy)]
pub(super) struct Written<'h> {
    pub handbook: &'h Handbook,
}

impl Written<'_> {
    pub fn say(self, id: &str) -> String {
        message(self.handbook.language, id, &[])
    }

    pub fn with(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.handbook.language, id, arguments)
    }

    pub fn count(self, id: &str, count: usize) -> String {
        self.with(id, &[("count", count.into())])
    }

    /// `**Label:** value`; the value is Markdown already.
    pub fn labelled(self, label: &str, value: &str) -> String {
        format!("**{}:** {value}", escaped(&self.say(label)))
    }

    /// `Tabelle 11 „Bestand, Nutzung und Bereitstellung von Daten“`
    pub fn table(self, table: &Table) -> String {
        let number = self.with("source-table", &[("table", table.number.to_string().into())]);
        match &table.title {
            None => number,
            Some(title) => format!(
                "{number} {}",
                self.with("wording-quoted", &[("text", title.as_str().into())])
            ),
        }
    }

    /// `2 von 5: Wochen, eine Person`
    pub fn effort(self, effort: u8) -> String {
        let words = match effort {
            1 => "handbook-effort-1",
            2 => "handbook-effort-2",
            3 => "handbook-effort-3",
            4 => "handbook-effort-4",
            _ => "handbook-effort-5",
        };
        let number = self.with("effort-in-words", &[("effort", effort.to_string().into())]);
        format!("{number}: {}", self.say(words))
    }

    /// A link to a rule, or its title and id where it is not part of the handbook.
    pub fn rule_link(self, rule: &Link) -> String {
        match rule.included {
            true => format!("[{}](#{})", escaped(&joined(&rule.title)), anchor("rule", &rule.id)),
            false => format!("{} (`{}`)", escaped(&joined(&rule.title)), rule.id),
        }
    }

    /// A condition as a paragraph: a sentence, or a heading and the list of its parts.
    pub fn condition(self, clause: &Clause) -> String {
        match clause {
            Clause::Test(sentence) => self.sentence(sentence),
            Clause::Group(quantifier, clauses) => {
                let mut lines = vec![self.heading(*quantifier), String::new()];
                clauses.iter().for_each(|clause| self.item(clause, 0, &mut lines));
                lines.join("\n")
            }
            Clause::If(parts) => {
                let mut lines = vec![escaped(&self.say("handbook-depends")), String::new()];
                self.if_else(parts, 0, &mut lines);
                lines.join("\n")
            }
        }
    }

    fn item(self, clause: &Clause, depth: usize, lines: &mut Vec<String>) {
        let indent = "  ".repeat(depth);
        match clause {
            Clause::Test(sentence) => lines.push(format!("{indent}- {}", self.sentence(sentence))),
            Clause::Group(quantifier, clauses) => {
                lines.push(format!("{indent}- {}", self.heading(*quantifier)));
                clauses.iter().for_each(|clause| self.item(clause, depth + 1, lines));
            }
            Clause::If(parts) => {
                lines.push(format!("{indent}- {}", escaped(&self.say("handbook-depends"))));
                self.if_else(parts, depth + 1, lines);
            }
        }
    }

    fn if_else(self, parts: &[Clause; 3], depth: usize, lines: &mut Vec<String>) {
        for (label, part) in
            ["handbook-if", "handbook-then", "handbook-else"].into_iter().zip(parts)
        {
            lines.push(format!("{}- {}", "  ".repeat(depth), escaped(&self.say(label))));
            self.item(part, depth + 1, lines);
        }
    }

    fn heading(self, quantifier: Quantifier) -> String {
        escaped(&self.say(match quantifier {
            Quantifier::All => "handbook-all-of",
            Quantifier::Any => "handbook-any-of",
            Quantifier::NotAll => "handbook-not-all-of",
            Quantifier::NoneOf => "handbook-none-of",
        }))
    }

    /// `Bestandsaufnahme der Daten: höchstens „in Ansätzen“ data.inventory <= 1`, with a link to
    /// the question.
    fn sentence(self, sentence: &Sentence) -> String {
        let expression = code(&sentence.expression);
        match sentence.question.map(|slot| self.question(slot)) {
            Some((label, path)) => {
                let says = escaped(&joined(&sentence.says));
                format!(
                    "[{}](#{}): {says} {expression}",
                    escaped(&joined(label)),
                    anchor("question", path)
                )
            }
            None => format!("{} {expression}", escaped(&joined(&sentence.says))),
        }
    }

    fn question(&self, slot: Slot) -> (&str, &str) {
        let questions = self.handbook.survey.iter().flat_map(|section| &section.questions);
        let found = questions.into_iter().find(|question| question.slot == slot);
        found.map_or(("", ""), |question| (&question.label, &question.path))
    }
}

/// The anchor of a part: `rule-data.inventory`. Ids have no other letters than anchors may have,
/// but for the `/` of a rule's.
pub(super) fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{}", id.replace('/', "."))
}

/// A text in one line.
pub(super) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An expression as code, between more backticks than it has itself.
pub(super) fn code(expression: &str) -> String {
    let expression = joined(expression);
    let longest = expression.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    match longest {
        0 => format!("{fence}{expression}{fence}"),
        _ => format!("{fence} {expression} {fence}"),
    }
}
