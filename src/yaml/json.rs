//! JSON as programs write it, composed many times faster than by the parser of YAML.
//!
//! It takes what that parser would compose into the same tree without a word. At anything else (tabs, comments, rare letters, the same key
//! twice) it gives up, and that parser is asked, which knows what to say.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Entry, Node, SMALL, Scalar, Value};

/// Longer texts are no profiles, and could have more nodes than a document may have.
const LONGEST: usize = 100_000;

/// Profiles have two levels and lists.
const DEEPEST: usize = 8;

/// The tree of a JSON object; `None` where only the parser of YAML can tell what the text is.
pub(super) fn object(text: &str) -> Option<Node<'_>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { text, at: 0 };
    reader.blanks();
    let root = match reader.peek()? {
        b'{' => reader.map(DEEPEST)?,
        _ => return None,
    };
    let rest = text[reader.at..].bytes();
    rest.into_iter().all(|byte| matches!(byte, b' ' | b'\r' | b'\n')).then_some(root)
}

struct Reader<'s> {
    text: &'s str,
    at: usize,
}

impl<'s> Reader<'s> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn node(&mut self, depth: usize) -> Option<Node<'s>> {
        let start = self.at;
        let value = match self.peek()? {
            b'{' => return self.map(depth.checked_sub(1)?),
            b'[' => return self.list(depth.checked_sub(1)?),
            b'"' => Value::Scalar(Scalar { text: self.string()?, plain: false }),
            b'-' | b'0'..=b'9' => Value::Scalar(Scalar { text: self.word(), plain: true }),
            b't' | b'f' | b'n' => match self.word() {
                Cow::Borrowed("null") => Value::Null,
                text @ Cow::Borrowed("true" | "false") => Value::Scalar(Scalar { text, plain: true }),
                _ => return None,
            },
            _ => return None,
        };
        Some(Node { value, span: start..self.at })
    }

    fn map(&mut self, depth: usize) -> Option<Node<'s>> {
        let start = self.at;
        self.take(b'{')?;
        let mut entries: Vec<Entry<'s>> = Vec::new();
        self.blanks();
        if self.peek()? != b'}' {
            loop {
                let key_start = self.at;
                let key = self.string()?;
                let key_span = key_start..self.at;
                // A key of YAML ends on its line.
                self.spaces();
                self.take(b':')?;
                self.spaces();
                let value = self.node(depth)?;
                if entries.len() < SMALL && entries.iter().any(|entry| entry.key == key) {
                    return None;
                }
                entries.push(Entry { key, key_span, value });
                self.blanks();
                if self.take(b',').is_none() {
                    break;
                }
                self.blanks();
            }
        }
        self.take(b'}')?;
        if entries.len() > SMALL {
            let mut keys = HashSet::with_capacity(entries.len());
            if !entries.iter().all(|entry| keys.insert(entry.key.as_ref())) {
                return None;
            }
        }
        Some(Node { value: Value::Map(entries), span: start..self.at })
    }

    fn list(&mut self, depth: usize) -> Option<Node<'s>> {
        let start = self.at;
        self.take(b'[')?;
        let mut items = Vec::new();
        self.blanks();
        if self.peek()? != b']' {
            loop {
                items.push(self.node(depth)?);
                self.blanks();
                if self.take(b',').is_none() {
                    break;
                }
                self.blanks();
            }
        }
        self.take(b']')?;
        Some(Node { value: Value::List(items), span: start..self.at })
    }

    /// A number or a name, up to where it cannot go on.
    fn word(&mut self) -> Cow<'s, str> {
        let rest = &self.text.as_bytes()[self.at..];
        let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
        let length = rest.iter().take_while(|byte| goes_on(byte)).count();
        let word = &self.text[self.at..self.at + length];
        self.at += length;
        Cow::Borrowed(word)
    }

    fn string(&mut self) -> Option<Cow<'s, str>> {
        self.take(b'"')?;
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut ascii = true;
        loop {
            match *bytes.get(self.at)? {
                b'"' => break,
                b'\\' => return self.escaped(start).map(Cow::Owned),
                b' '..=b'~' => {}
                0x80.. => ascii = false,
                _ => return None,
            }
            self.at += 1;
        }
        let text = &self.text[start..self.at];
        self.at += 1;
        (ascii || text.chars().all(is_usual)).then_some(Cow::Borrowed(text))
    }

    /// The rest of a string that has escapes, as many programs write umlauts.
    fn escaped(&mut self, start: usize) -> Option<String> {
        let mut decoded = self.text[start..self.at].to_owned();
        let mut letters = self.text[self.at..].char_indices();
        while let Some((ahead, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.at += ahead + 1;
                    return decoded.chars().all(is_usual).then_some(decoded);
                }
                '\\' => match letters.next()?.1 {
                    escaped @ ('"' | '\\' | '/') => decoded.push(escaped),
                    'u' => {
                        let mut code = 0;
                        for _ in 0..4 {
                            code = code * 16 + letters.next()?.1.to_digit(16)?;
                        }
                        decoded.push(char::from_u32(code)?);
                    }
                    _ => return None,
                },
                letter => decoded.push(letter),
            }
        }
        None
    }
}

/// Letters that mean the same everywhere: neither controls nor line breaks nor marks of byte order.
fn is_usual(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value as Json};

    use super::super::Composer;
    use super::*;

    /// The tree as the parser of YAML composes it, if it has nothing to say about it.
    fn composed(text: &str) -> Option<String> {
        let tokens = Box::new(crate::yaml::tokens(text));
        let mut composer =
            Composer { source: text, tokens, anchors: Default::default(), nodes: 0, duplicates: Vec::new() };
        let root = composer.document().ok()??;
        composer.duplicates.is_empty().then(|| format!("{root:?}"))
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<f64>().prop_map(Json::from),
            "\\PC{0,12}".prop_map(Json::from),
            "[a-z_ \"\\\\/#:,'äß\\[\\]{}&*!|>%@-]{0,12}".prop_map(Json::from),
        ];
        leaf.prop_recursive(4, 60, 20, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
                prop::collection::vec(("[a-zä \".:]{0,6}", inner), 0..24)
                    .prop_map(|entries| Json::from(entries.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_composed_is_what_yaml_would_compose(json in any_json(), pretty in any::<bool>()) {
            let text = match pretty {
                true => serde_json::to_string_pretty(&json).expect("maps have text as keys"),
                false => json.to_string(),
            };
            if let Some(root) = object(&text) {
                prop_assert_eq!(Some(format!("{root:?}")), composed(&text), "{}", text);
            }
        }

        #[test]
        fn damaged_text_is_composed_as_yaml_would_or_left_to_it(
            json in any_json(),
            pretty in any::<bool>(),
            place in any::<prop::sample::Index>(),
            junk in "[\\[\\]{}:,'\"|>&*!%@#\\\\\\t\\r\\n0-9a-f. +-]{1,3}",
        ) {
            let text = match pretty {
                true => serde_json::to_string_pretty(&Json::from(vec![("a".to_owned(), json)].into_iter().collect::<Map<_, _>>())),
                false => serde_json::to_string(&Json::from(vec![("a".to_owned(), json)].into_iter().collect::<Map<_, _>>())),
            };
            let text = text.expect("maps have text as keys");
            let mut at = place.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let damaged = format!("{}{junk}{}", &text[..at], &text[at..]);
            if let Some(root) = object(&damaged) {
                prop_assert_eq!(Some(format!("{root:?}")), composed(&damaged), "{}", damaged);
            }
        }
    }

    #[test]
    fn usual_json_is_taken() {
        for text in [
            "{}",
            "{\"a\":{\"b\":[\"c\",\"d\"],\"e\":12.5,\"f\":null}}\n",
            "  {\n  \"a\": true,\n  \"b\": [\n    1,\n    -2e3\n  ]\n}\r\n",
            "{\"name\": \"K\\u00f6ln \\\"am Rhein\\\"\", \"other\": \"Köln\"}",
        ] {
            let root = object(text).unwrap_or_else(|| panic!("{text} was left to YAML"));
            assert_eq!(Some(format!("{root:?}")), composed(text));
        }
    }

    #[test]
    fn unusual_json_is_left_to_yaml() {
        for text in [
            "[]",
            "{\"a\":1,\"a\":2}",
            "{\"a\"\n:1}",
            "{\t\"a\":1}",
            "{\"a\":\"\u{feff}\"}",
            "{\"a\":1} {}",
            "{'a': 1}",
        ] {
            assert!(object(text).is_none(), "{text}");
        }
        let many: String = (0..40).map(|number| format!("\"k{number}\":0,")).collect();
        assert!(object(&format!("{{{many}\"k39\":1}}")).is_none());
        assert!(object(&format!("{{{many}\"k40\":1}}")).is_some());
    }
}
