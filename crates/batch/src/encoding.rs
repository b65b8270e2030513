//! Inputs in other encodings than UTF-8, such as what Excel saves as CSV by itself.

use std::io::{BufRead, Read};

use encoding_rs::{Decoder, DecoderResult};

use dteam_text::diagnostic::{Invalid, Problem, nearest};

pub(super) type Stream = Box<dyn BufRead + Send>;

/// An encoding of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

/// Those that are named where another was not understood.
const USUAL: [&str; 6] = ["windows-1252", "latin1", "iso-8859-15", "utf-8", "utf-16", "macintosh"];

impl Encoding {
    /// The encoding of that name, as the web knows it: `windows-1252`, `latin1`, `utf-16`.
    ///
    /// # Errors
    /// [`Invalid`] if there is none.
    pub fn named(name: &str) -> Result<Encoding, Invalid> {
        encoding_rs::Encoding::for_label_no_replacement(name.as_bytes()).map(Encoding).ok_or_else(
            || {
                let problem = Problem::UnknownEncoding {
                    encoding: name.to_owned(),
                    nearest: nearest(name, USUAL),
                };
                problem.into()
            },
        )
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The stream in UTF-8. What fits the encoding nowhere becomes a byte that is no UTF-8 either:
    /// it is reported, not replaced.
    pub(super) fn decoded(self, stream: Stream) -> Stream {
        Box::new(Decoded {
            stream,
            decoder: self.0.new_decoder(),
            text: Vec::new(),
            at: 0,
            ended: false,
        })
    }
}

struct Decoded {
    stream: Stream,
    decoder: Decoder,
    /// What was decoded last, and how much of it is read.
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

/// A byte that never stands in UTF-8.
const NO_UTF8: u8 = 0xff;

impl BufRead for Decoded {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        while self.at == self.text.len() && !self.ended {
            let bytes = self.stream.fill_buf()?;
            let last = bytes.is_empty();
            // Three bytes of UTF-8 for one are the most there can be, and some for what is left
            // over.
            self.text.resize(3 * bytes.len() + 16, 0);
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.text, last);
            self.stream.consume(read);
            self.text.truncate(written);
            self.at = 0;
            match result {
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.text.push(NO_UTF8),
            }
        }
        Ok(&self.text[self.at..])
    }

    fn consume(&mut self, read: usize) {
        self.at = (self.at + read).min(self.text.len());
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let text = self.fill_buf()?;
        let length = text.len().min(into.len());
        into[..length].copy_from_slice(&text[..length]);
        self.consume(length);
        Ok(length)
    }
}
