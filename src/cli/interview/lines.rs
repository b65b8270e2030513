//! Lines as they are typed or piped in, and Ctrl-C between and within them.

use std::io::{BufRead, ErrorKind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};

use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;

use super::line::{Line, MAX_LETTERS, POLL};
#[cfg(unix)]
use super::terminal::Terminal;
use crate::cli::{interrupt, output};

/// Letters have at most four bytes.
const MAX_BYTES: usize = 4 * (MAX_LETTERS + 1);

/// Where lines come from.
pub(super) enum Lines {
    /// A pipe, a file, a terminal without a cursor; and that of Windows, which lets people edit the
    /// line by itself.
    Plain { lines: Receiver<std::io::Result<String>>, stop: Arc<AtomicBool> },
    #[cfg(unix)]
    Terminal(Terminal),
}

impl Lines {
    /// Begins to read. Plain lines are read by a thread of its own: reading them cannot be broken
    /// off.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start() -> Result<Self, Invalid> {
        let stop = interrupt::noticed();
        #[cfg(unix)]
        if let Some(terminal) = Terminal::find(&stop) {
            return Ok(Lines::Terminal(terminal));
        }
        let (sender, lines) = sync_channel(1);
        let thread = std::thread::Builder::new().spawn(move || pass_on(&sender));
        thread.map_err(|error| source::not_readable(Path::new("-"), &error))?;
        Ok(Lines::Plain { lines, stop })
    }

    /// Writes the prompt and waits for the next line.
    pub fn next(&mut self, prompt: &str) -> Result<Line, Invalid> {
        let line = match self {
            Lines::Plain { lines, stop } => {
                output::print(prompt)?;
                next(lines, stop)
            }
            #[cfg(unix)]
            Lines::Terminal(terminal) => terminal.next(prompt),
        };
        line.map_err(|error| {
            let problem =
                Problem::NotReadable { path: "-".to_owned(), reason: source::reason(&error) };
            problem.into()
        })
    }
}

fn next(lines: &Receiver<std::io::Result<String>>, stop: &AtomicBool) -> std::io::Result<Line> {
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(Line::Interrupted);
        }
        match lines.recv_timeout(POLL) {
            Ok(line) => return line.map(Line::Text),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(Line::End),
        }
    }
}

fn pass_on(sender: &SyncSender<std::io::Result<String>>) {
    let mut reader = Reader { input: std::io::stdin().lock(), after_return: false };
    loop {
        let line = reader.line();
        let is_last = !matches!(line, Ok(Some(_)));
        let Some(line) = line.transpose() else { return };
        if sender.send(line).is_err() || is_last {
            return;
        }
    }
}

struct Reader<R> {
    input: R,
    /// The last line ended with a carriage return: a line feed behind it belongs to the same end.
    after_return: bool,
}

impl<R: BufRead> Reader<R> {
    /// One line without its end, as much of it as anybody looks at; `None` at the end of the input.
    fn line(&mut self) -> std::io::Result<Option<String>> {
        let (mut line, mut is_begun) = (Vec::new(), false);
        loop {
            let bytes = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                bytes => bytes?,
            };
            if bytes.is_empty() {
                return Ok(is_begun.then(|| text(&line)));
            }
            if std::mem::take(&mut self.after_return) && bytes[0] == b'\n' {
                self.input.consume(1);
                continue;
            }
            is_begun = true;
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let (part, read) = end.map_or((bytes, bytes.len()), |end| (&bytes[..end], end + 1));
            line.extend_from_slice(&part[..part.len().min(MAX_BYTES - line.len())]);
            self.after_return = end.is_some_and(|end| bytes[end] == b'\r');
            self.input.consume(read);
            if end.is_some() {
                return Ok(Some(text(&line)));
            }
        }
    }
}

/// The line without what a terminal puts around pasted text.
fn text(line: &[u8]) -> String {
    String::from_utf8_lossy(line).replace("\x1b[200~", "").replace("\x1b[201~", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<String> {
        // In pieces, so that ends of lines are torn apart.
        let input = std::io::BufReader::with_capacity(3, input);
        let mut reader = Reader { input, after_return: false };
        std::iter::from_fn(|| reader.line().expect("memory can be read")).collect()
    }

    #[test]
    fn every_end_of_a_line_is_one() {
        assert_eq!(lines(b""), [""; 0]);
        assert_eq!(lines(b"a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(lines(b"ab\r\n\r\n\n\r\rc\n"), ["ab", "", "", "", "", "c"]);
        assert_eq!(lines(b"\x1b[200~Auetal\x1b[201~\n"), ["Auetal"]);
        assert_eq!(lines(b"M\xfcnster\n"), ["M\u{fffd}nster"]);
    }

    #[test]
    fn of_a_long_line_only_the_beginning_is_kept() {
        let long = "ü".repeat(10 * MAX_BYTES) + "\nAuetal\n";
        let lines = lines(long.as_bytes());
        assert!(lines[0].len() <= MAX_BYTES && lines[0].chars().count() > MAX_LETTERS);
        assert_eq!(lines[1..], ["Auetal"]);
    }
}
