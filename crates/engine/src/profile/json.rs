//! Reads answers from JSON: from its text or from values that a program has parsed already.
//!
//! What is right is read here, without spans. Where something is wrong, or YAML would read it
//! otherwise, there are no answers: then the reader of files is asked, which knows what to say and
//! where.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value as Json};

use super::Answers;
use super::answer::printable;
use crate::survey::raw::Raw;
use crate::survey::{Answer, Named, Slot, Survey};

/// The answers of a profile; `None` where only the reader of files can tell what is meant.
pub fn answers(survey: &Survey, profile: &Json) -> Option<Answers> {
    let mut reader = Reader::new(survey, None);
    reader.whole(&Raw::deserialize(profile).ok()?)?;
    Some(reader.answers)
}

/// The same of a text of JSON, and the name that the key `id` gives the whole.
pub fn read(
    survey: &Survey,
    id: Option<&'static str>,
    text: &str,
) -> Option<(Option<Json>, Answers)> {
    // In `538.000` the point may group thousands, which shows in the text alone.
    if !text.trim_ascii_start().starts_with('{') || text.contains(".000") {
        return None;
    }
    let mut reader = Reader::new(survey, id);
    reader.whole(&serde_json::from_str(text).ok()?)?;
    Some((reader.name, reader.answers))
}

struct Reader<'s> {
    survey: &'s Survey,
    answers: Answers,
    /// The path of what is being read.
    path: String,
    /// The question after the last one found.
    next: usize,
    /// The key of the name.
    id: Option<&'static str>,
    name: Option<Json>,
}

impl<'s> Reader<'s> {
    fn new(survey: &'s Survey, id: Option<&'static str>) -> Self {
        let (path, answers) = (String::with_capacity(64), Answers::none(survey));
        Reader { survey, answers, path, next: 0, id, name: None }
    }

    fn whole(&mut self, raw: &Raw<'_>) -> Option<()> {
        if let Raw::Map(entries) = raw { self.group(entries) } else { None }
    }

    /// Reads what stands below the path.
    fn group(&mut self, entries: &[(Cow<'_, str>, Raw<'_>)]) -> Option<()> {
        for (key, raw) in entries {
            let above = self.path.len();
            if above > 0 {
                self.path.push('.');
            }
            self.path.push_str(key);
            match (self.survey.named(&self.path, &mut self.next), raw) {
                // `null` is how editors leave a question open.
                (Named::Question(slot), raw) => self.answer(slot, raw)?,
                (Named::Group, Raw::Map(entries)) => self.group(entries)?,
                (Named::Group, Raw::Nothing) => {}
                (Named::Group, _) => return None,
                (Named::Nothing, raw) => self.name(raw)?,
            }
            self.path.truncate(above);
        }
        Some(())
    }

    fn answer(&mut self, slot: Slot, raw: &Raw<'_>) -> Option<()> {
        // The same question can be written as `a.b` and as `b` below `a`.
        if self.answers.get(slot).is_some() {
            return None;
        }
        if matches!(raw, Raw::Nothing) {
            return Some(());
        }
        let answer = self.survey.question(slot).kind.sound(raw)?;
        if let (Answer::Text(_), Raw::Text(text)) = (&answer, raw)
            && !reads_alike(text)
        {
            return None;
        }
        self.answers.set(slot, Some(answer));
        Some(())
    }

    /// What names a record: a text or a whole number.
    fn name(&mut self, raw: &Raw<'_>) -> Option<()> {
        if self.id.is_none_or(|id| id != self.path) {
            return None;
        }
        self.name = match raw {
            Raw::Nothing => None,
            Raw::Text(text) if !reads_alike(text) => return None,
            Raw::Text(text) => Some(Json::from(printable(text))).filter(|name| name != ""),
            Raw::Number(number) if !number.is_f64() => Some(Json::Number(number.clone())),
            Raw::Number(_)
            | Raw::Flag(_)
            | Raw::Word(_)
            | Raw::Figure(..)
            | Raw::List(_)
            | Raw::Map(_) => return None,
        };
        Some(())
    }
}

/// Whether the text means the same in JSON and YAML: neither controls nor line breaks nor marks of
/// byte order are in it.
fn reads_alike(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
    })
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

/// The maximum number of items or keys: no answer has more, and the reader of files knows what
/// to say.
const MAX_ITEMS: usize = 1000;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("answers")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Raw::Nothing)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Raw::Flag(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Raw::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Raw::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Number::from_f64(number).map(Raw::Number).ok_or_else(|| E::custom("not finite"))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Raw::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Self::Value, S::Error> {
        let mut items = Vec::with_capacity(8);
        while let Some(item) = list.next_element()? {
            if items.len() == MAX_ITEMS {
                return Err(S::Error::custom("too many items"));
            }
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut entries: Vec<(Cow<'de, str>, Raw<'de>)> = Vec::with_capacity(16);
        while let Some(Key(key)) = map.next_key()? {
            if entries.len() == MAX_ITEMS || entries.iter().any(|(known, _)| *known == key) {
                return Err(M::Error::custom("too many keys, or one a second time"));
            }
            entries.push((key, map.next_value()?));
        }
        Ok(Raw::Map(entries))
    }
}

/// A key, borrowed where nothing in it is escaped.
#[derive(serde::Deserialize)]
struct Key<'k>(#[serde(borrow)] Cow<'k, str>);

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use serde_json::{Map, json};

    use super::*;
    use crate::catalog::Catalog;
    use dteam_text::diagnostic::SourceFile;

    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        Catalog::builder()
            .folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules"))
            .build()
            .expect("the embedded catalog is valid")
    });

    /// What the reader of files makes of a text, if it has nothing to say about it.
    fn thorough(text: &str) -> Option<Answers> {
        let profile = CATALOG.thorough(&SourceFile::new("p.json", text)).ok()?;
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
