//! A line typed on a terminal, with the keys that people expect: cursor, Home, End, Delete, Ctrl-A,
//! E, U, W. Nothing is kept of what was typed before.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use unicode_width::UnicodeWidthStr;

use self::field::{Field, Screen};
use self::keys::{Decoder, Key};
use super::line::{Line, POLL};

mod field;
mod keys;

/// Where the terminal does not tell its width.
const USUAL_COLUMNS: usize = 80;

/// The pause after which nothing more belongs to an escape sequence or to what is pasted.
const SEQUENCE_TIMEOUT: Duration = Duration::from_millis(500);

/// Asks the terminal to mark what is pasted, so that a line end in it is not taken for Enter.
const PASTE_MARKS: [&str; 2] = ["\x1b[?2004h", "\x1b[?2004l"];

/// A terminal on which lines can be edited. While it exists, the terminal sends each key at once
/// and echoes nothing: so no key is lost between two lines.
pub(super) struct Terminal {
    stop: Arc<AtomicBool>,
    decoder: Decoder,
    modes: Modes,
}

impl Terminal {
    /// The terminal, if input and output are one and its cursor can be moved.
    pub fn find(stop: &Arc<AtomicBool>) -> Option<Self> {
        let is_able = std::env::var_os("TERM")
            .is_some_and(|term| !matches!(term.to_str(), Some("" | "dumb")));
        let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let modes = if is_able && is_terminal { Modes::begin().ok()? } else { return None };
        Some(Terminal { stop: Arc::clone(stop), decoder: Decoder::default(), modes })
    }

    /// Writes the prompt and waits for a line.
    pub fn next(&mut self, prompt: &str) -> std::io::Result<Line> {
        let mut entry = Entry::begin(prompt)?;
        let (mut last_input, mut is_pasting) = (Instant::now(), false);
        loop {
            if self.stop.load(Ordering::Relaxed) {
                entry.leave()?;
                return Ok(Line::Interrupted);
            }
            if !is_ready(if entry.is_shown { POLL } else { Duration::ZERO })? {
                if last_input.elapsed() >= SEQUENCE_TIMEOUT {
                    self.decoder.drop_sequence();
                    is_pasting = false;
                }
                entry.show()?;
                continue;
            }
            // Byte by byte: what is typed ahead for the shell stays where it is.
            let mut byte = [0];
            if rustix::io::read(std::io::stdin(), &mut byte)? == 0 {
                entry.leave()?;
                return Ok(Line::End);
            }
            last_input = Instant::now();
            for key in self.decoder.push(byte[0]) {
                match key {
                    Key::PasteBegin => is_pasting = true,
                    Key::PasteEnd => is_pasting = false,
                    Key::Enter if is_pasting => entry.edit(Key::Letter(' ')),
                    Key::Enter => {
                        entry.leave()?;
                        write("\n")?;
                        return Ok(Line::Text(entry.field.text()));
                    }
                    Key::Interrupt => {
                        entry.leave()?;
                        return Ok(Line::Interrupted);
                    }
                    Key::EndOfInput if entry.field.is_empty() => return Ok(Line::End),
                    Key::Suspend => {
                        entry.leave()?;
                        self.modes.restore();
                        write("\n")?;
                        rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
                        self.modes.set()?;
                        entry.anew()?;
                    }
                    key => entry.edit(key),
                }
            }
        }
    }
}

/// The line as it is being typed, and as it stands on the screen.
struct Entry<'p> {
    prompt: &'p str,
    field: Field,
    screen: Screen,
    is_shown: bool,
}

impl<'p> Entry<'p> {
    fn begin(prompt: &'p str) -> std::io::Result<Self> {
        let mut entry =
            Entry { prompt, field: Field::default(), screen: screen(prompt), is_shown: false };
        entry.anew()?;
        Ok(entry)
    }

    fn edit(&mut self, key: Key) {
        self.field.edit(key);
        self.is_shown = false;
    }

    fn show(&mut self) -> std::io::Result<()> {
        // Where the letters stand in a window of another width, only the terminal knows.
        if self.screen.columns() != columns() {
            write("\n")?;
            return self.anew();
        }
        self.is_shown = true;
        write(&self.screen.show(&self.field))
    }

    fn anew(&mut self) -> std::io::Result<()> {
        self.screen = screen(self.prompt);
        self.is_shown = true;
        write(&format!("{}{}", self.prompt, self.screen.show(&self.field)))
    }

    /// Whatever comes next stands behind the line.
    fn leave(&mut self) -> std::io::Result<()> {
        self.field.edit(Key::End);
        self.show()
    }
}

fn screen(prompt: &str) -> Screen {
    Screen::new(columns(), anstream::adapter::strip_str(prompt).to_string().width())
}

fn columns() -> usize {
    let width = terminal_size::terminal_size().map_or(0, |(width, _)| usize::from(width.0));
    if width > 0 { width } else { USUAL_COLUMNS }
}

fn write(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Whether there is something to read, or will be within this time. A signal ends the wait.
fn is_ready(timeout: Duration) -> std::io::Result<bool> {
    let input = std::io::stdin();
    let timeout = Timespec::try_from(timeout).ok();
    match poll(&mut [PollFd::new(&input, PollFlags::IN)], timeout.as_ref()) {
        Ok(count) => Ok(count > 0),
        Err(rustix::io::Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// What the terminal does by itself.
struct Modes {
    usual: Termios,
}

impl Modes {
    fn begin() -> std::io::Result<Self> {
        let modes = Modes { usual: tcgetattr(std::io::stdin())? };
        modes.set()?;
        Ok(modes)
    }

    fn set(&self) -> std::io::Result<()> {
        let mut modes = self.usual.clone();
        modes.local_modes &=
            !(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN);
        modes.input_modes &=
            !(InputModes::IXON | InputModes::ISTRIP | InputModes::IGNCR | InputModes::INLCR);
        modes.special_codes[SpecialCodeIndex::VMIN] = 1;
        modes.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(std::io::stdin(), OptionalActions::Drain, &modes)?;
        write(PASTE_MARKS[0])
    }

    fn restore(&self) {
        // There is nobody to tell if the terminal is gone.
        let _ = write(PASTE_MARKS[1]);
        let _ = tcsetattr(std::io::stdin(), OptionalActions::Drain, &self.usual);
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        self.restore();
    }
}
