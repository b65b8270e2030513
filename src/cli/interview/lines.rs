//! Lines as they are typed or piped in, and Ctrl-C between them.

use std::io::{BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use dteam::{Diagnostic, Invalid, Problem, source};

use crate::cli::interrupt;

/// So often an interrupt is noticed while nothing is typed.
const POLL: Duration = Duration::from_millis(50);

/// Longer lines are no answers.
const LONGEST: u64 = 4096;

pub(super) enum Line {
    Text(String),
    /// There are no more.
    End,
    Interrupted,
}

pub(super) struct Lines {
    lines: Receiver<std::io::Result<String>>,
    stop: Arc<AtomicBool>,
}

impl Lines {
    /// Begins to read. Reading cannot be broken off, so it is done by a thread of its own.
    pub fn start() -> Self {
        let stop = interrupt::noticed();
        let (sender, lines) = sync_channel(1);
        std::thread::spawn(move || pass_on(&sender));
        Lines { lines, stop }
    }

    /// Waits for the next line.
    pub fn next(&self) -> Result<Line, Invalid> {
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Ok(Line::Interrupted);
            }
            match self.lines.recv_timeout(POLL) {
                Ok(Ok(line)) => return Ok(Line::Text(line)),
                Ok(Err(error)) => {
                    let problem = Problem::NotReadable { path: "-".to_owned(), reason: source::reason(&error) };
                    return Err(Diagnostic::without_place(problem).into());
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(Line::End),
            }
        }
    }
}

fn pass_on(sender: &SyncSender<std::io::Result<String>>) {
    let mut input = std::io::stdin().lock();
    loop {
        let read = line(&mut input);
        let is_last = !matches!(read, Ok(Some(_)));
        let Some(read) = read.transpose() else { return };
        if sender.send(read).is_err() || is_last {
            return;
        }
    }
}

/// One line without its end, what is too long of it left out; `None` at the end of the input.
fn line(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.len() as u64 == LONGEST && !bytes.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    let line = String::from_utf8_lossy(&bytes);
    Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
}
