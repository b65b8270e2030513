//! The line that says how far a run is, on a terminal only.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use dteam::{Language, render};

/// So often the line is renewed.
const PAUSE: Duration = Duration::from_millis(200);

/// Before this time nothing can be said of the rest.
const SETTLING: Duration = Duration::from_secs(1);

pub(super) struct Status {
    language: Language,
    shown: bool,
    /// Nobody looks.
    silent: bool,
    begun: Instant,
    last: Instant,
    records: u64,
    bytes: u64,
    all_bytes: Option<u64>,
}

impl Status {
    pub fn new(all_bytes: Option<u64>, quiet: bool, language: Language) -> Self {
        let silent = quiet || !std::io::stderr().is_terminal();
        let now = Instant::now();
        Status { language, shown: false, silent, begun: now, last: now, records: 0, bytes: 0, all_bytes }
    }

    pub fn advance(&mut self, records: u64, bytes: u64) {
        self.records += records;
        self.bytes += bytes;
        if self.silent || self.last.elapsed() < PAUSE {
            return;
        }
        self.last = Instant::now();
        let elapsed = self.begun.elapsed();
        let rate = self.records as f64 / elapsed.as_secs_f64().max(0.001);
        let part = self.all_bytes.filter(|all| *all > 0 && elapsed > SETTLING);
        let part = part.map(|all| (self.bytes as f64 / all as f64).clamp(0.001, 1.0));
        let left = |part: f64| (elapsed.as_secs_f64() * (1.0 - part) / part).round() as u64;
        let line = render::batch_progress(self.records, rate, part.map(|part| (part, left(part))), self.language);
        write(&format!("\r{line}\u{1b}[K"));
        self.shown = true;
    }

    /// Takes the line away: something else is to be said.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            write("\r\u{1b}[K");
        }
    }
}

/// Says something on standard error.
pub(super) fn say(text: &str) {
    if !text.is_empty() {
        write(&format!("{text}\n"));
    }
}

fn write(text: &str) {
    let mut err = std::io::stderr().lock();
    // If not even this can be written, there is nobody left to tell.
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
