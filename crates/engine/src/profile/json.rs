//! Reads answers from JSON: from its text or from values that a program has parsed already, without
//! a tree in between.
//!
//! It takes what the reader of files would take without a word. At anything else (the same key
//! twice, an unknown question, letters that only YAML has a meaning for) it gives up; then the
//! reader that knows every span is asked, which knows what to say.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::answer::{can_be, excessive, printable};
use super::{Answer, Answers, Ranking};
use crate::survey::{Kind, Named, OptionSet, Options, Question, Slot, Survey};

/// Question paths have fewer parts.
const MAX_DEPTH: usize = 8;

/// The answers of a profile; `None` where only the reader of files can tell what is meant.
pub fn answers(survey: &Survey, profile: &Json) -> Option<Answers> {
    let mut reader = Reader::new(survey, None);
    reader.whole().deserialize(profile).ok()?;
    Some(reader.answers)
}

/// The same of a text of JSON, and the name that the key `id` gives the whole.
pub fn read(
    survey: &Survey,
    id: Option<&'static str>,
    text: &str,
) -> Option<(Option<Json>, Answers)> {
    if !text.trim_ascii_start().starts_with('{') {
        return None;
    }
    let mut reader = Reader::new(survey, id);
    let mut json = serde_json::Deserializer::from_str(text);
    reader.whole().deserialize(&mut json).ok()?;
    json.end().ok()?;
    Some((reader.name, reader.answers))
}

struct Reader<'s> {
    survey: &'s Survey,
    answers: Answers,
    /// The path of what is being read.
    path: String,
    /// The question after the last one found.
    next: usize,
    /// The groups that were read: none of them may come a second time.
    groups: Vec<&'s str>,
    /// The questions left open with `null`.
    open: Vec<Slot>,
    /// The key of the name.
    id: Option<&'static str>,
    named: bool,
    name: Option<Json>,
}

impl<'s> Reader<'s> {
    fn new(survey: &'s Survey, id: Option<&'static str>) -> Self {
        let (path, answers) = (String::with_capacity(64), Answers::none(survey));
        let (groups, open) = (Vec::with_capacity(16), Vec::new());
        Reader { survey, answers, path, next: 0, groups, open, id, named: false, name: None }
    }

    fn whole(&mut self) -> Group<'_, 's> {
        Group { reader: self, depth: MAX_DEPTH }
    }
}

/// A problem that the reader of files will find again and name.
fn unusual<E: Error>() -> E {
    E::custom("not for this reader")
}

/// Reads what stands below the reader's path.
struct Group<'r, 's> {
    reader: &'r mut Reader<'s>,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Group<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Group<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("answers")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let Group { reader, depth } = self;
        let Some(depth) = depth.checked_sub(1) else { return Err(unusual()) };
        let above = reader.path.len();
        while map.next_key_seed(Key(&mut reader.path))?.is_some() {
            match reader.survey.named(&reader.path, &mut reader.next) {
                Named::Question(slot) => {
                    // The same question can be written as `a.b` and as `b` below `a`.
                    if reader.answers.get(slot).is_some() || reader.open.contains(&slot) {
                        return Err(unusual());
                    }
                    let answer = map.next_value_seed(AnswerTo(reader.survey.question(slot)))?;
                    match answer {
                        Some(answer) => reader.answers.set(slot, Some(answer)),
                        None => reader.open.push(slot),
                    }
                }
                Named::Group => {
                    let survey = reader.survey;
                    let group =
                        survey.groups.get(reader.path.as_str()).map_or("", |group| group.as_ref());
                    if reader.groups.contains(&group) {
                        return Err(unusual());
                    }
                    reader.groups.push(group);
                    map.next_value_seed(Group { reader: &mut *reader, depth })?;
                }
                Named::Nothing
                    if !reader.named && reader.id.is_some_and(|id| id == reader.path) =>
                {
                    reader.named = true;
                    reader.name = map.next_value_seed(Name)?;
                }
                Named::Nothing => return Err(unusual()),
            }
            reader.path.truncate(above);
        }
        Ok(())
    }
}

/// Appends a key to a path.
struct Key<'p>(&'p mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a question")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        if !self.0.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(key);
        Ok(())
    }
}

/// What names a record: a text or a whole number.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<Json>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a name")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if !text.chars().all(is_usual) {
            return Err(unusual());
        }
        Ok(Some(Json::from(printable(text))).filter(|name| name != ""))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(Json::from(number)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(Json::from(number)))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// Reads the answer to a question; `None` for `null`.
struct AnswerTo<'s>(&'s Question);

impl<'de> DeserializeSeed<'de> for AnswerTo<'_> {
    type Value = Option<Answer>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl AnswerTo<'_> {
    fn number<E: Error>(&self, number: f64) -> Result<Option<Answer>, E> {
        // Hardly anybody means less than one percent.
        let is_doubtful = matches!(self.0.kind, Kind::Percent) && number > 0.0 && number < 1.0;
        match can_be(&self.0.kind, number) && !is_doubtful {
            true => Ok(Some(Answer::Number(number))),
            false => Err(unusual()),
        }
    }
}

impl<'de> Visitor<'de> for AnswerTo<'_> {
    type Value = Option<Answer>;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an answer")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        match &self.0.kind {
            Kind::Flag => Ok(Some(Answer::Flag(flag))),
            Kind::Choice(_) | Kind::Choices(_) | Kind::Ranking { .. } | Kind::Text => {
                Err(unusual())
            }
            Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent => Err(unusual()),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.number(number as f64)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.number(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        self.number(number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let answer = match &self.0.kind {
            Kind::Choice(options) => options.find(text).map(Answer::Option),
            Kind::Text => Some(text)
                .filter(|text| text.chars().all(is_usual))
                .map(printable)
                .filter(|line| !line.is_empty() && excessive(line).is_none())
                .map(|line| Answer::Text(line.into())),
            Kind::Choices(_) | Kind::Ranking { .. } | Kind::Flag => None,
            Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent => None,
        };
        answer.map(Some).ok_or_else(unusual)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<Self::Value, S::Error> {
        match &self.0.kind {
            Kind::Choices(options) => {
                let mut chosen = OptionSet::default();
                while let Some(option) = items.next_element_seed(OptionOf(options))? {
                    if chosen.has(option) {
                        return Err(unusual());
                    }
                    chosen = chosen.with(option);
                }
                Ok(Some(Answer::Options(chosen)))
            }
            Kind::Ranking { options, limit } => {
                let mut ranking = Ranking::default();
                while let Some(option) = items.next_element_seed(OptionOf(options))? {
                    if ranking.place(option).is_some() || ranking.as_slice().len() >= *limit {
                        return Err(unusual());
                    }
                    ranking.push(option);
                }
                Ok(Some(Answer::Ranking(ranking)))
            }
            Kind::Choice(_) | Kind::Flag | Kind::Text => Err(unusual()),
            Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent => Err(unusual()),
        }
    }
}

/// Reads one option.
struct OptionOf<'s>(&'s Options);

impl<'de> DeserializeSeed<'de> for OptionOf<'_> {
    type Value = u8;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<u8, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for OptionOf<'_> {
    type Value = u8;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an option")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<u8, E> {
        self.0.find(id).ok_or_else(unusual)
    }
}

/// Letters that mean the same in JSON and YAML: neither controls nor line breaks nor marks of byte
/// order.
fn is_usual(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use serde_json::{Map, json};

    use super::*;
    use crate::catalog::Catalog;
    use dteam_text::diagnostic::SourceFile;
    use dteam_text::language::Language;

    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        Catalog::builder()
            .folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules"))
            .build()
            .expect("the embedded catalog is valid")
    });

    /// What the reader of files makes of a text, if it has nothing to say about it.
    fn thorough(text: &str) -> Option<Answers> {
        let profile =
            CATALOG.thorough(&SourceFile::new("p.json", text), Language::default()).ok()?;
        profile.warnings().is_empty().then_some(profile.answers)
    }

    fn quick(text: &str) -> Option<Answers> {
        let (_, answers) = read(&CATALOG.survey, None, text)?;
        CATALOG.sound(answers).map(|profile| profile.answers)
    }

    fn any_leaf() -> impl Strategy<Value = Json> {
        let options: Vec<String> = CATALOG
            .survey
            .questions
            .iter()
            .filter_map(|question| question.kind.options())
            .flat_map(|options| options.ids().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let option = prop::sample::select(options);
        prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            (0..120).prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<f64>().prop_map(Json::from),
            (0.0..100.0).prop_map(Json::from),
            "\\PC{0,12}".prop_map(Json::from),
            "[a-z_ \"\\\\/#:,'äß\u{308}\\[\\]{}&*!|>%@-]{0,12}".prop_map(Json::from),
            option.clone().prop_map(Json::from),
            prop::collection::vec(option, 0..4).prop_map(Json::from),
        ]
    }

    /// Answers of any kind to some questions, below their groups or with their whole paths as keys.
    fn any_profile() -> impl Strategy<Value = Json> {
        let paths: Vec<String> = CATALOG.survey.paths().map(str::to_owned).collect();
        let path = prop_oneof![9 => prop::sample::select(paths), 1 => "[a-z.]{0,9}"];
        prop::collection::vec((path, any_leaf(), any::<bool>()), 0..9).prop_map(|entries| {
            let mut whole = Map::new();
            for (path, answer, nested) in entries {
                match path.split_once('.').filter(|_| nested) {
                    Some((group, key)) => {
                        let below = whole.entry(group).or_insert_with(|| json!({}));
                        if let Some(below) = below.as_object_mut() {
                            below.insert(key.to_owned(), answer);
                        }
                    }
                    None => drop(whole.insert(path, answer)),
                }
            }
            Json::Object(whole)
        })
    }

    fn written(json: &Json, pretty: bool) -> String {
        if pretty { format!("{json:#}") } else { json.to_string() }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_is_what_the_reader_of_files_reads(profile in any_profile(), pretty in any::<bool>()) {
            let text = written(&profile, pretty);
            if let Some(answers) = quick(&text) {
                prop_assert_eq!(Some(answers.clone()), thorough(&text), "{}", text);
                prop_assert_eq!(Some(answers), super::answers(&CATALOG.survey, &profile), "{}", text);
            }
        }

        #[test]
        fn damaged_text_is_read_as_the_reader_of_files_does_or_left_to_it(
            profile in any_profile(),
            pretty in any::<bool>(),
            at in any::<prop::sample::Index>(),
            junk in "[\\[\\]{}:,'\"|>&*!%@#\\\\\\t\\r\\n0-9a-f. +-]{1,3}",
        ) {
            let text = written(&profile, pretty);
            let at = text.floor_char_boundary(at.index(text.len()));
            let damaged = format!("{}{junk}{}", &text[..at], &text[at..]);
            if let Some(answers) = quick(&damaged) {
                prop_assert_eq!(Some(answers), thorough(&damaged), "{}", damaged);
            }
        }
    }

    #[test]
    fn usual_json_is_read() {
        for text in [
            "{}",
            "{\"data\":{\"inventory\":1,\"uses\":[]},\"municipality\":{\"population\":null}}\n",
            "  {\r\n\t\"components.municipal_it_share\" : 33.5,\n  \"goals\": [\n    \"efficiency\"\n  ]\n}\r\n",
            "{\"municipality\": {\"name\": \"K\\u00f6ln \\\"am Rhein\\\"\"}}",
        ] {
            assert!(quick(text).is_some(), "{text} was left to the reader of files");
            assert_eq!(quick(text), thorough(text));
        }
    }

    #[test]
    fn anything_else_is_left_to_the_reader_of_files() {
        for text in [
            "[]",
            "{\"municipality\":{\"name\":-}}",
            "{\"data\":{\"inventory\":1},\"data\":{\"open_data\":1}}",
            "{\"data\":{\"inventory\":1,\"inventory\":2}}",
            "{\"data\":{\"inventory\":null,\"inventory\":2}}",
            "{\"data\":{\"inventory\":1},\"data.inventory\":1}",
            "{\"data\":{\"inventory\":01}}",
            "{\"components\":{\"municipal_it_share\":0.5}}",
            "{\"goals\":[\"efficiency\",\"efficiency\"]}",
            "{\"municipality\":{\"name\":\"\u{feff}\"}}",
            "{\"data\":{\"inventory\":1}} {}",
            "{\"data\":{\"inventory\":1,}}",
            "{'data':{}}",
        ] {
            assert!(quick(text).is_none(), "{text}");
        }
    }

    #[test]
    fn letters_and_their_marks_become_one() {
        let name = |text: &str| quick(text).map(|answers| format!("{answers:?}"));
        let composed = name("{\"municipality\": {\"name\": \"M\u{fc}nster\"}}");
        assert!(composed.is_some());
        assert_eq!(name("{\"municipality\": {\"name\": \"Mu\u{308}nster\"}}"), composed);
        assert_eq!(name("{\"municipality\": {\"name\": \"Mu\\u0308nster\"}}"), composed);
    }
}
