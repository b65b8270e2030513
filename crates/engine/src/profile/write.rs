//! Writes one answer into the text of a profile. All else stays byte for byte: comments, order, the
//! way the other answers are written.

use crate::profile::{Answer, plain};
use crate::survey::{Slot, Survey};
use dteam_text::diagnostic::{Diagnostics, SourceFile};
use dteam_text::yaml::edit::{
    Edit, List, Written, entries, entry_end, inline, line_break, line_end, line_start,
    plain_between,
};
use dteam_text::yaml::{self, Entry, Node, Value};

/// The text with the answer in place of the one it had, or without one. `None` where the way it is
/// written does not allow it; whether the change came out as meant, the caller sees by reading the
/// text again.
pub fn written(survey: &Survey, text: &str, slot: Slot, answer: Option<&Answer>) -> Option<String> {
    let mut text = text.to_owned();
    // Each turn makes one change; a list is longer by some items and shorter by others.
    for _ in 0..=2 * crate::survey::MAX_OPTIONS {
        match change(survey, &text, slot, answer)? {
            Some(edit) => text = edit.made(&text)?,
            None => return Some(text),
        }
    }
    None
}

/// The next change that brings the text nearer to the answer; `Some(None)` if it says it already.
#[allow(
    clippy::option_option,
    reason = "that it cannot be done is not that there is nothing to do"
)]
fn change(
    survey: &Survey,
    text: &str,
    slot: Slot,
    answer: Option<&Answer>,
) -> Option<Option<Edit>> {
    let file = SourceFile::new("", text);
    let root =
        yaml::parse(&file, &mut Diagnostics::new(&file)).filter(|root| !root.span.is_empty());
    let writer = Writer { survey, source: &file.text, slot };
    let Some(root) = root else { return Some(answer.map(|answer| writer.first(answer))) };
    let Value::Map(top) = &root.value else { return None };
    match find(survey, top, &root, "", slot) {
        Spot::Answer(entry, map) => writer.replace(entry, map, answer),
        Spot::Missing(..) if answer.is_none() => Some(None),
        Spot::Missing(map, at, above) => Some(Some(writer.add(map, &above, at, answer?)?)),
    }
}

/// Where an answer stands or would stand.
enum Spot<'n> {
    /// The entry that holds it, and the mapping that the entry is part of.
    Answer(&'n Entry<'n>, &'n Node<'n>),
    /// The innermost mapping, or empty group, that it would be part of, the entry that holds it,
    /// and its path with a point.
    Missing(&'n Node<'n>, Option<&'n Entry<'n>>, String),
}

fn find<'n>(
    survey: &Survey,
    top: &'n [Entry<'n>],
    map: &'n Node<'n>,
    above: &str,
    slot: Slot,
) -> Spot<'n> {
    let path = &survey.question(slot).path;
    // A group may be written in several places, each with points in its key: the first is as good
    // as any.
    let mut missing = None;
    for entry in top {
        let full = format!("{above}{}", entry.key);
        if full == **path {
            return Spot::Answer(entry, map);
        }
        let below = format!("{full}.");
        if !path.starts_with(&below) {
            continue;
        }
        let spot = match &entry.value.value {
            Value::Map(inner) if !inner.is_empty() => {
                find(survey, inner, &entry.value, &below, slot)
            }
            _ => Spot::Missing(&entry.value, Some(entry), below),
        };
        match spot {
            Spot::Answer(..) => return spot,
            spot => missing = missing.or(Some(spot)),
        }
    }
    missing.unwrap_or_else(|| Spot::Missing(map, None, above.to_owned()))
}

struct Writer<'w> {
    survey: &'w Survey,
    source: &'w str,
    slot: Slot,
}

impl Writer<'_> {
    /// The first answer of a file that has none, not even an empty group.
    fn first(&self, answer: &Answer) -> Edit {
        let at = self.source.len();
        let line_break = line_break(self.source);
        let before =
            if self.source.is_empty() || self.source.ends_with('\n') { "" } else { line_break };
        let with =
            self.block(&self.survey.question(self.slot).path, "", &self.value(answer, false));
        Edit { from: at, to: at, with: format!("{before}{with}{line_break}") }
    }

    /// The answer in place of what the entry holds.
    #[allow(clippy::option_option, reason = "as above")]
    fn replace(
        &self,
        entry: &Entry<'_>,
        map: &Node<'_>,
        answer: Option<&Answer>,
    ) -> Option<Option<Edit>> {
        let flow = self.is_flow(map);
        let colon = entry.key_span.end + self.source.get(entry.key_span.end..)?.find(':')? + 1;
        let span = &entry.value.span;
        let Some(answer) = answer else {
            return match (&entry.value.value, flow) {
                (Value::Null, _) => Some(None),
                (_, true) => self.instead(entry, colon, flow, " null").map(Some),
                (_, false) => self.instead(entry, colon, flow, "").map(Some),
            };
        };
        let value = self.value(answer, self.is_quoted(map));
        if matches!(entry.value.value, Value::Null) {
            return Some(Some(match span.is_empty() || span.start < colon {
                true => Edit { from: colon, to: colon, with: format!(" {value}") },
                false => Edit { from: span.start, to: span.end, with: value },
            }));
        }
        let node_says = crate::profile::answer::answer(
            self.survey.question(self.slot),
            &entry.value,
            &mut Diagnostics::new(&SourceFile::new("", "")),
        );
        if node_says.as_ref() == Some(answer) {
            return Some(None);
        }
        if let (Some(target), Some(list)) = (self.ids(answer), List::of(self.source, entry))
            && let Some(edit) = self.change_list(&list, &target, answer, self.is_quoted(map))
        {
            return Some(Some(edit));
        }
        self.instead(entry, colon, flow, &format!(" {value}")).map(Some)
    }

    /// One change of the list: first what is missing, then what is too much, then the order. `None`
    /// where nothing of it stays.
    fn change_list(
        &self,
        list: &List<'_>,
        target: &[&str],
        answer: &Answer,
        quoted: bool,
    ) -> Option<Edit> {
        let id = |item: &Node<'_>| match &item.value {
            Value::Scalar(scalar) => scalar.text.trim().to_owned(),
            _ => String::new(),
        };
        let present: Vec<String> = list.items.iter().map(id).collect();
        if !present.iter().any(|item| target.contains(&item.as_str())) {
            return None;
        }
        let missing = target.iter().filter(|id| !present.iter().any(|present| present == *id));
        let missing: Vec<Written> = missing.map(|id| Written::new(scalar(id, quoted))).collect();
        if !missing.is_empty() {
            return list.longer(&missing);
        }
        let is_extra = |at: &usize| {
            !target.contains(&present[*at].as_str()) || present[..*at].contains(&present[*at])
        };
        if let Some(extra) = (0..present.len()).find(is_extra) {
            return Some(list.shorter(extra));
        }
        match answer {
            Answer::Ranking(_) => {
                let order: Option<Vec<usize>> = target
                    .iter()
                    .map(|id| present.iter().position(|present| present == id))
                    .collect();
                list.reordered(&order?)
            }
            Answer::Option(_)
            | Answer::Options(_)
            | Answer::Number(_)
            | Answer::Flag(_)
            | Answer::Text(_) => None,
        }
    }

    /// All that the entry holds replaced; lines that hold nothing but a comment stay.
    fn instead(&self, entry: &Entry<'_>, colon: usize, flow: bool, value: &str) -> Option<Edit> {
        let end = entry_end(self.source, entry).max(colon);
        // What bears a name is repeated elsewhere.
        let named = self
            .source
            .get(colon..entry.value.span.start.max(colon))?
            .trim_start()
            .starts_with('&');
        if named {
            return None;
        }
        let one_line = !self.source.get(colon..end)?.contains('\n');
        if one_line && !value.is_empty() && plain_between(self.source, entry) {
            return Some(Edit {
                from: entry.value.span.start,
                to: end,
                with: value.trim_start().to_owned(),
            });
        }
        // The comment behind a last item would seem to be one of the answer; within braces, the
        // next answer may stand there.
        let to = if one_line || flow { end } else { line_end(self.source, end) };
        let removed = self.source.get(colon..to)?;
        let comments = removed.lines().filter(|line| line.trim_start().starts_with('#'));
        let mut with = value.to_owned();
        for comment in comments {
            with.push_str(line_break(self.source));
            with.push_str(comment);
        }
        if flow && with.len() > value.len() {
            with.push_str(line_break(self.source));
            with.push_str("  ");
        }
        Some(Edit { from: colon, to, with })
    }

    /// The answer under a key of its own: behind what comes before it in the survey, else at the
    /// end of the mapping.
    fn add(
        &self,
        map: &Node<'_>,
        above: &str,
        group: Option<&Entry<'_>>,
        answer: &Answer,
    ) -> Option<Edit> {
        let rest = self.survey.question(self.slot).path.strip_prefix(above)?;
        if let Some(group) = group {
            return self.fill(map, group, rest, answer);
        }
        let quoted = self.is_quoted(map);
        let value = self.value(answer, quoted);
        let siblings = entries(map);
        if siblings.is_empty() {
            let at = map.span.start + 1;
            return self.is_flow(map).then(|| Edit {
                from: at,
                to: at,
                with: flow_entry(rest, &value, quoted),
            });
        }
        let before =
            siblings.iter().rposition(|entry| self.comes_before(&format!("{above}{}", entry.key)));
        let anchor = &siblings[before.unwrap_or(siblings.len().checked_sub(1)?)];
        let end = entry_end(self.source, anchor);
        let start = line_start(self.source, anchor.key_span.start);
        let indent = self.source.get(start..anchor.key_span.start)?;
        let line_break = line_break(self.source);
        let stands_alone = indent.trim().is_empty();
        if self.is_flow(map) {
            let entry = flow_entry(rest, &value, quoted);
            let with = match stands_alone && start > 0 {
                true => format!(",{line_break}{indent}{entry}"),
                false => format!(", {entry}"),
            };
            return Some(Edit { from: end, to: end, with });
        }
        let at = line_end(self.source, end);
        let indent =
            if stands_alone { indent.to_owned() } else { " ".repeat(indent.chars().count()) };
        Some(Edit {
            from: at,
            to: at,
            with: format!("{line_break}{}", self.block(rest, &indent, &value)),
        })
    }

    /// The answer in a group that holds nothing yet.
    fn fill(&self, map: &Node<'_>, group: &Entry<'_>, rest: &str, answer: &Answer) -> Option<Edit> {
        let quoted = self.source.get(group.key_span.clone())?.starts_with('"');
        let inner = format!("{{{}}}", flow_entry(rest, &self.value(answer, quoted), quoted));
        let colon = group.key_span.end + self.source.get(group.key_span.end..)?.find(':')? + 1;
        match map.span.is_empty() || map.span.start < colon {
            true => {
                let start = line_start(self.source, group.key_span.start);
                let indent = self.source.get(start..group.key_span.start)?;
                if !indent.trim().is_empty() {
                    return Some(Edit { from: colon, to: colon, with: format!(" {inner}") });
                }
                let at = line_end(self.source, colon);
                let block = self.block(rest, &format!("{indent}  "), &self.value(answer, false));
                Some(Edit { from: at, to: at, with: format!("{}{block}", line_break(self.source)) })
            }
            false => Some(Edit { from: map.span.start, to: map.span.end, with: inner }),
        }
    }

    /// A path of keys, a line each, the last with the value; without a line break at the end.
    fn block(&self, path: &str, indent: &str, value: &str) -> String {
        let mut block = String::new();
        let mut indent = indent.to_owned();
        let keys: Vec<&str> = path.split('.').collect();
        for (index, key) in keys.iter().enumerate() {
            block.push_str(&format!("{indent}{key}:"));
            match index + 1 == keys.len() {
                true => block.push_str(&format!(" {value}")),
                false => block.push_str(line_break(self.source)),
            }
            indent.push_str("  ");
        }
        block
    }

    /// Whether a key, of a question or a group of them, stands before the question in the survey.
    fn comes_before(&self, path: &str) -> bool {
        let first = self.survey.slots().find(|slot| {
            let question = &self.survey.question(*slot).path;
            question.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        first.is_some_and(|first| first < self.slot)
    }

    fn is_flow(&self, map: &Node<'_>) -> bool {
        self.source.get(map.span.start..).is_some_and(|written| written.starts_with('{'))
    }

    /// Written as JSON has it.
    fn is_quoted(&self, map: &Node<'_>) -> bool {
        let first = entries(map).first();
        self.is_flow(map)
            && first.is_none_or(|first| {
                self.source.get(first.key_span.clone()).is_some_and(|key| key.starts_with('"'))
            })
    }

    fn id(&self, option: u8) -> &str {
        let options = self.survey.question(self.slot).kind.options();
        options.map_or("", |options| &options.get(option).id)
    }

    /// The ids of a list in the order of the answer.
    fn ids(&self, answer: &Answer) -> Option<Vec<&str>> {
        let id = |option: u8| self.id(option);
        match answer {
            Answer::Options(chosen) => Some(chosen.iter().map(id).collect()),
            Answer::Ranking(ranking) => Some(ranking.as_slice().iter().copied().map(id).collect()),
            Answer::Option(_) | Answer::Number(_) | Answer::Flag(_) | Answer::Text(_) => None,
        }
    }

    /// The answer as a profile writes it, on one line.
    fn value(&self, answer: &Answer, quoted: bool) -> String {
        let list = |ids: Option<Vec<&str>>| {
            let ids = ids.unwrap_or_default().into_iter();
            inline(&ids.map(|id| Written::new(scalar(id, quoted))).collect::<Vec<_>>())
        };
        match answer {
            Answer::Option(option) => scalar(self.id(*option), quoted),
            Answer::Options(_) | Answer::Ranking(_) => list(self.ids(answer)),
            Answer::Number(number) => plain(*number),
            Answer::Flag(flag) => flag.to_string(),
            Answer::Text(text) => scalar(text, quoted),
        }
    }
}

fn flow_entry(path: &str, value: &str, quoted: bool) -> String {
    match path.split_once('.') {
        Some((group, rest)) => {
            format!("{}: {{{}}}", scalar(group, quoted), flow_entry(rest, value, quoted))
        }
        None => format!("{}: {value}", scalar(path, quoted)),
    }
}

/// The text as YAML, in quotes where it would be read as something else without.
fn scalar(text: &str, quoted: bool) -> String {
    const WORDS: [&str; 7] = ["true", "false", "null", "yes", "no", "on", "off"];
    let plain = text.starts_with(char::is_alphabetic)
        && text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '.' | ')' | '_'))
        && text.chars().all(|letter| letter.is_alphanumeric() || " .-_()/'’".contains(letter))
        && !WORDS.contains(&text.to_lowercase().as_str());
    match plain && !quoted {
        true => text.to_owned(),
        // JSON's way of quoting is YAML's as well.
        false => serde_json::Value::from(text).to_string(),
    }
}
