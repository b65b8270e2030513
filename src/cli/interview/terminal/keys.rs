//! The bytes that a terminal sends, as keys and letters. Sequences without a meaning here are
//! dropped whole.

/// What a key does to the line, or the letter that it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// U+FFFD stands for bytes that are not UTF-8.
    Letter(char),
    Enter,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Backspace,
    Delete,
    DeleteWordBefore,
    DeleteWordAfter,
    DeleteToStart,
    DeleteToEnd,
    PasteBegin,
    PasteEnd,
    /// Ctrl-C, Ctrl-\
    Interrupt,
    /// Ctrl-D
    EndOfInput,
    /// Ctrl-Z
    Suspend,
}

/// Takes the bytes one by one.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    /// The bytes of a letter that is not complete.
    letter: Vec<u8>,
    /// The parameters of a sequence, as far as they can have a meaning.
    parameters: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    Escape,
    /// Behind `ESC [` or `ESC O`: parameters until a final byte.
    Control(u8),
    /// OSC, DCS and their like: a text until BEL or ST.
    Message,
    /// This many bytes belong to a sequence that has no final byte.
    Skip(u8),
}

const NOT_UTF8: Key = Key::Letter(char::REPLACEMENT_CHARACTER);

/// More bytes of parameters have no meaning here.
const MAX_PARAMETERS: usize = 16;

impl Decoder {
    /// Nothing follows for so long that the sequence has ended: the escape key by itself.
    pub fn drop_sequence(&mut self) {
        self.state = State::Text;
    }

    /// The keys that are complete with this byte: before its own, a letter that it breaks off.
    pub fn push(&mut self, byte: u8) -> impl Iterator<Item = Key> + use<> {
        let is_broken = !self.letter.is_empty() && !matches!(byte, 0x80..=0xbf);
        if is_broken {
            self.letter.clear();
        }
        [is_broken.then_some(NOT_UTF8), self.key(byte)].into_iter().flatten()
    }

    fn key(&mut self, byte: u8) -> Option<Key> {
        match (self.state, byte) {
            (State::Text, _) => self.text(byte),
            (State::Message, 0x07) => self.text(0),
            (_, 0x1b) => self.begin(),
            // Whatever was meant to follow: Enter and Ctrl-C must work.
            (_, 0x00..=0x1f) => self.text(byte),
            (State::Message, _) => None,
            (State::Skip(1), _) => self.text(0),
            (State::Skip(count), _) => {
                self.state = State::Skip(count - 1);
                None
            }
            (State::Escape, _) => self.escape(byte),
            (State::Control(_), 0x20..=0x3f) => {
                if self.parameters.len() < MAX_PARAMETERS {
                    self.parameters.push(byte);
                }
                None
            }
            (State::Control(introducer), 0x40..=0x7e) => self.control(introducer, byte),
            (State::Control(_), _) => self.text(byte),
        }
    }

    fn begin(&mut self) -> Option<Key> {
        self.state = State::Escape;
        None
    }

    fn text(&mut self, byte: u8) -> Option<Key> {
        self.state = State::Text;
        self.letter.push(byte);
        let key = match std::str::from_utf8(&self.letter) {
            Ok(text) => text.chars().next(),
            Err(error) if error.error_len().is_none() => return None,
            Err(_) => Some(char::REPLACEMENT_CHARACTER),
        };
        self.letter.clear();
        self.letter(key?)
    }

    fn letter(&mut self, letter: char) -> Option<Key> {
        match letter {
            '\u{1b}' => self.begin(),
            // One letter for escape and another.
            '\u{80}'..='\u{9f}' => {
                self.state = State::Escape;
                self.escape(letter as u8 - 0x40)
            }
            '\r' | '\n' => Some(Key::Enter),
            '\u{1}' => Some(Key::Home),
            '\u{2}' => Some(Key::Left),
            '\u{3}' | '\u{1c}' => Some(Key::Interrupt),
            '\u{4}' => Some(Key::EndOfInput),
            '\u{5}' => Some(Key::End),
            '\u{6}' => Some(Key::Right),
            '\u{8}' | '\u{7f}' => Some(Key::Backspace),
            '\u{b}' => Some(Key::DeleteToEnd),
            '\u{15}' => Some(Key::DeleteToStart),
            '\u{17}' => Some(Key::DeleteWordBefore),
            '\u{1a}' => Some(Key::Suspend),
            '\u{0}'..='\u{1f}' => None,
            letter => Some(Key::Letter(letter)),
        }
    }

    /// The byte behind an escape.
    fn escape(&mut self, byte: u8) -> Option<Key> {
        self.state = State::Text;
        match byte {
            b'[' | b'O' => {
                self.parameters.clear();
                self.state = State::Control(byte);
                None
            }
            b']' | b'P' | b'X' | b'^' | b'_' => {
                self.state = State::Message;
                None
            }
            // With Alt.
            b'b' | b'B' => Some(Key::WordLeft),
            b'f' | b'F' => Some(Key::WordRight),
            b'd' | b'D' => Some(Key::DeleteWordAfter),
            0x08 | 0x7f => Some(Key::DeleteWordBefore),
            0x80.. => self.text(byte),
            _ => None,
        }
    }

    /// The sequence that ends with this byte.
    fn control(&mut self, introducer: u8, last: u8) -> Option<Key> {
        self.state = State::Text;
        // An answer of the terminal, or a report of its mouse.
        if self.parameters.iter().any(|byte| !matches!(byte, b'0'..=b'9' | b';' | b':')) {
            return None;
        }
        let mut numbers = self.parameters.split(|byte| *byte == b';').map(std::str::from_utf8);
        let mut number = || numbers.next().and_then(|text| text.ok()?.parse::<u16>().ok());
        let (first, second) = (number(), number());
        // Shift, Alt and Ctrl are bits of the last parameter less one.
        let modifiers = second.or(first.filter(|_| last != b'~')).unwrap_or(1).saturating_sub(1);
        let by_words = modifiers & 0b110 != 0;
        match (introducer, last, first) {
            // Function keys of the Linux console, and a mouse's reports in their oldest form, go
            // on.
            (b'[', b'[', None) => self.state = State::Skip(1),
            (b'[', b'M', None) => self.state = State::Skip(3),
            (b'O', b'M', _) => return Some(Key::Enter),
            (_, b'C', _) if by_words => return Some(Key::WordRight),
            (_, b'D', _) if by_words => return Some(Key::WordLeft),
            (_, b'C' | b'c', _) => return Some(Key::Right),
            (_, b'D' | b'd', _) => return Some(Key::Left),
            (_, b'H', _) | (_, b'~', Some(1 | 7)) => return Some(Key::Home),
            (_, b'F', _) | (_, b'~', Some(4 | 8)) => return Some(Key::End),
            (_, b'~', Some(3)) if by_words => return Some(Key::DeleteWordAfter),
            (_, b'~', Some(3)) => return Some(Key::Delete),
            (_, b'~', Some(200)) => return Some(Key::PasteBegin),
            (_, b'~', Some(201)) => return Some(Key::PasteEnd),
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Key> {
        let mut decoder = Decoder::default();
        let keys = bytes.iter().flat_map(|byte| decoder.push(*byte)).collect();
        assert_eq!(decoder.state, State::Text, "{bytes:?}");
        keys
    }

    fn letters(text: &str) -> Vec<Key> {
        text.chars().map(Key::Letter).collect()
    }

    #[test]
    fn keys_have_several_sequences() {
        for (sequences, key) in [
            (&["\x1b[D", "\x1bOD", "\x1b[d", "\x1b[1;2D", "\x02"][..], Key::Left),
            (&["\x1b[C", "\x1bOC", "\x06"], Key::Right),
            (&["\x1b[1;5D", "\x1b[5D", "\x1bO5D", "\x1b[1;3D", "\x1bb"], Key::WordLeft),
            (&["\x1b[1;5C", "\x1bf"], Key::WordRight),
            (&["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~", "\x01", "\u{9b}H"], Key::Home),
            (&["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~", "\x05"], Key::End),
            (&["\x1b[3~", "\x1b[3;2~"], Key::Delete),
            (&["\x1b[3;5~", "\x1bd"], Key::DeleteWordAfter),
            (&["\x1b\x7f", "\x17"], Key::DeleteWordBefore),
            (&["\r", "\n", "\x1bOM"], Key::Enter),
        ] {
            for sequence in sequences {
                assert_eq!(keys(sequence.as_bytes()), [key], "{sequence:?}");
            }
        }
    }

    #[test]
    fn other_sequences_leave_nothing_behind() {
        for sequence in [
            "\x1b[A",
            "\x1bOB",
            "\x1b[5~",
            "\x1b[15;5~",
            "\x1b[[A",
            "\x1b[I",
            "\x1b[97;5u",
            "\x1b[0;1;2;3;4;5;6;7;8;9;10;11;12;13;14;15u",
            "\x1b[<0;10;20M",
            "\x1b[M !!",
            "\x1b[?1;2c",
            "\x1b[>0;276;0c",
            "\x1b[?2004;1$y",
            "\x1b]11;rgb:ffff/ffff/ffff\x07",
            "\x1b]0;title\x1b\\",
            "\u{9d}0;Titel ü\x07",
            "\x1bP1$r0m\x1b\\",
            "\x1b_application\x1b\\",
            "\x1bx",
            "\x00\x07\x0c\t",
        ] {
            let line = format!("{sequence}Au{sequence}");
            assert_eq!(keys(line.as_bytes()), letters("Au"), "{sequence:?}");
        }
    }

    #[test]
    fn a_sequence_that_breaks_off_is_dropped() {
        let [interrupt, enter] = [Key::Interrupt, Key::Enter];
        assert_eq!(keys(b"\x1b[1;\x03"), [interrupt]);
        assert_eq!(keys(b"\x1b]0;title\r"), [enter]);
        let mut decoder = Decoder::default();
        assert_eq!(decoder.push(0x1b).count(), 0);
        decoder.drop_sequence();
        assert_eq!(decoder.push(b'b').collect::<Vec<_>>(), letters("b"));
    }

    #[test]
    fn other_encodings_are_noticed() {
        assert_eq!(keys("Münster €😀".as_bytes()), letters("Münster €😀"));
        assert_eq!(keys(b"M\xfcnster"), letters("M\u{fffd}nster"));
        assert_eq!(keys(b"Jen\xe4\r"), [letters("Jen\u{fffd}"), vec![Key::Enter]].concat());
        assert_eq!(keys(b"\xc4\xe4\xf6x"), letters("\u{fffd}\u{fffd}\u{fffd}x"));
    }
}
