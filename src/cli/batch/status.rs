//! The line that says how far a run is, on a terminal only.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use dteam::{Language, render};

/// How often the line is renewed.
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
    /// Done in all, and before this run.
    records: u64,
    records_before: u64,
    bytes: u64,
    bytes_before: u64,
    all_bytes: Option<u64>,
}

impl Status {
    /// `bytes` and `records` are what an interrupted run has done.
    pub fn new(
        all_bytes: Option<u64>,
        bytes: u64,
        records: u64,
        quiet: bool,
        language: Language,
    ) -> Self {
        let silent = quiet || !std::io::stderr().is_terminal();
        let now = Instant::now();
        Status {
            language,
            shown: false,
            silent,
            begun: now,
            last: now,
            records,
            records_before: records,
            bytes,
            bytes_before: bytes,
            all_bytes,
        }
    }

    pub fn advance(&mut self, records: u64, bytes: u64) {
        self.records = self.records.saturating_add(records);
        self.bytes = self.bytes.saturating_add(bytes);
        if self.silent || self.last.elapsed() < PAUSE {
            return;
        }
        self.last = Instant::now();
        let (rate, of) = self.progress(self.begun.elapsed());
        let line = render::batch_progress(self.records, rate, of, self.language);
        write(&format!("\r{line}\u{1b}[K"));
        self.shown = true;
    }

    /// Records a second, the part of the whole that is done, and the seconds left at the speed of
    /// this run.
    fn progress(&self, elapsed: Duration) -> (f64, Option<(f64, u64)>) {
        let seconds = elapsed.as_secs_f64().max(0.001);
        let rate = self.records.saturating_sub(self.records_before) as f64 / seconds;
        let all = self.all_bytes.filter(|all| *all > 0 && elapsed > SETTLING);
        let of = all.map(|all| {
            let done = self.bytes.saturating_sub(self.bytes_before).max(1) as f64;
            let left = all.saturating_sub(self.bytes) as f64;
            (
                (self.bytes as f64 / all as f64).clamp(0.001, 1.0),
                (seconds * left / done).round() as u64,
            )
        });
        (rate, of)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resumed_run_begins_where_it_goes_on() {
        let mut status = Status::new(Some(1000), 500, 50, true, Language::default());
        status.advance(10, 100);
        let (rate, of) = status.progress(Duration::from_secs(2));
        assert_eq!((rate, of), (5.0, Some((0.6, 8))));
        // What is left takes no less time than nothing, whatever an input has become.
        status.advance(10, 1000);
        assert_eq!(status.progress(Duration::from_secs(2)).1, Some((1.0, 0)));
    }
}
