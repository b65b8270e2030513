//! The run itself: what the workers have done is written, counted and shown, chunk by chunk.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use dteam::batch::{Batch, Done, Event, Position, Results, Tally};
use dteam::render::{self, BatchRemark};
use dteam::{Diagnostic, Invalid};

use super::journal::Journal;
use super::sink::{Sink, Whole};
use super::status::{Status, say};
use super::{Arguments, is_standard_output};
use crate::cli::{Common, Outcome, problems};

/// How often an interrupt is looked for while there is nothing to do.
const POLL: Duration = Duration::from_millis(100);

/// How often the journal is written: what is lost at most when a run is killed.
const KEEP: Duration = Duration::from_millis(500);

/// Problems that are shown: more nobody reads.
const SHOWN_PROBLEMS: usize = 24;
const SHOWN_WARNINGS: usize = 10;

pub(super) struct Run<'a> {
    pub arguments: &'a Arguments,
    pub batch: &'a Batch,
    pub sink: Sink,
    pub rejects: Option<Whole>,
    pub journal: Option<Journal>,
    pub tally: Tally,
}

/// How much there is to read, where that is known, and how much of it an interrupted run has done.
pub(super) struct Progress {
    pub bytes: Option<u64>,
    pub done_before: u64,
}

/// What comes first.
pub(super) enum First {
    Done(Box<Done>),
    /// There are no records, or none that are left.
    End,
    Interrupted,
}

/// Waits for the first records.
pub(super) fn first(results: &mut Results, stop: &AtomicBool) -> Result<First, Invalid> {
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(First::Interrupted);
        }
        match results.next(POLL)? {
            Event::Waiting => {}
            Event::Done(done) => return Ok(First::Done(done)),
            Event::End => return Ok(First::End),
        }
    }
}

/// How the work ended.
enum Ended {
    Whole,
    /// By a signal.
    Interrupted,
    /// At the first faulty record.
    Strict,
    /// Nobody reads any more.
    Unread,
}

/// What was shown, and what was not.
#[derive(Default)]
struct Shown {
    problems: usize,
    warnings: usize,
    more_records: u64,
    more_warnings: u64,
}

impl Run<'_> {
    pub fn all(
        mut self,
        results: Results,
        first: Option<Box<Done>>,
        stop: &AtomicBool,
        progress: Progress,
    ) -> Result<Outcome, Invalid> {
        let (arguments, language) = (self.arguments, self.arguments.common.language());
        let records = self.tally.advised.saturating_add(self.tally.rejected);
        let mut status =
            Status::new(progress.bytes, progress.done_before, records, arguments.quiet, language);
        let mut shown = Shown::default();
        let ended = self.work(results, first, stop, &mut status, &mut shown);
        status.clear();
        if !matches!(ended, Ok(Ended::Whole)) {
            // However it ended, what is written is known. If that cannot be kept, what was kept
            // before still holds.
            let _ = self.keep();
        }
        if !arguments.quiet {
            say(render::batch_more(shown.more_records, shown.more_warnings, language).trim_end());
        }
        let resumable = self.journal.is_some();
        match ended {
            Ok(Ended::Whole) => self.finish(),
            Ok(Ended::Unread) => Ok(Outcome::Done),
            Ok(Ended::Strict) => {
                say(&BatchRemark::Strict.written(language));
                Ok(Outcome::Found)
            }
            Ok(Ended::Interrupted) => {
                say(&BatchRemark::Interrupted(resumable).written(language));
                Ok(Outcome::Interrupted)
            }
            Err(invalid) if resumable => {
                problems::show(&invalid.diagnostics, &arguments.common);
                say(&BatchRemark::Interrupted(true).written(language));
                Ok(Outcome::Incomplete)
            }
            Err(invalid) => Err(invalid),
        }
    }

    fn work(
        &mut self,
        mut results: Results,
        mut first: Option<Box<Done>>,
        stop: &AtomicBool,
        status: &mut Status,
        shown: &mut Shown,
    ) -> Result<Ended, Invalid> {
        let (mut kept, mut noted) = (Instant::now(), false);
        loop {
            if stop.load(Ordering::Relaxed) {
                return Ok(Ended::Interrupted);
            }
            let event = match first.take() {
                Some(done) => Event::Done(done),
                None => results.next(POLL)?,
            };
            match event {
                Event::Waiting => {}
                Event::End => return Ok(Ended::Whole),
                Event::Done(done) => {
                    if !self.sink.write(&done)? {
                        return Ok(Ended::Unread);
                    }
                    self.reject(&done)?;
                    self.tally.add(&done.tally);
                    self.show(&done, status, shown);
                    if self.arguments.strict && !done.rejected.is_empty() {
                        // The chunk is not whole: a run that goes on does it again.
                        self.journal = None;
                        return Ok(Ended::Strict);
                    }
                    self.note(done.position, done.bytes);
                    noted = true;
                    status.advance(done.tally.advised + done.tally.rejected, done.bytes);
                }
            }
            // Also while an input that comes slowly is waited for.
            if noted && kept.elapsed() >= KEEP {
                self.keep()?;
                (kept, noted) = (Instant::now(), false);
            }
        }
    }

    fn reject(&mut self, done: &Done) -> Result<(), Invalid> {
        let Some(file) = &mut self.rejects else { return Ok(()) };
        let mut lines = Vec::new();
        for rejected in &done.rejected {
            if let Some(header) =
                rejected.header.as_ref().filter(|_| file.is_empty() && lines.is_empty())
            {
                lines.extend_from_slice(header.as_bytes());
                lines.push(b'\n');
            }
            lines.extend_from_slice(&rejected.record);
            lines.push(b'\n');
        }
        file.append(&lines)
    }

    fn show(&self, done: &Done, status: &mut Status, shown: &mut Shown) {
        let common = &self.arguments.common;
        for rejected in &done.rejected {
            if shown.problems >= SHOWN_PROBLEMS {
                shown.more_records += 1;
                continue;
            }
            let room = SHOWN_PROBLEMS - shown.problems;
            shown.problems += rejected.problems.len();
            present(&rejected.problems[..rejected.problems.len().min(room)], status, common);
        }
        if !self.arguments.quiet {
            let room = SHOWN_WARNINGS.saturating_sub(shown.warnings).min(done.warnings.len());
            shown.warnings += room;
            shown.more_warnings += (done.warnings.len() - room) as u64;
            present(&done.warnings[..room], status, common);
        }
    }

    /// Notes how far the run has come: a signal may come at any time.
    fn note(&mut self, position: Position, bytes: u64) {
        let (Some(journal), Sink::File(file)) = (&mut self.journal, &self.sink) else { return };
        journal.note(position, bytes, file.written(), self.rejects.as_ref().map(Whole::written));
    }

    fn keep(&mut self) -> Result<(), Invalid> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        journal.tally.clone_from(&self.tally);
        journal.keep()
    }

    fn finish(self) -> Result<Outcome, Invalid> {
        let arguments = self.arguments;
        let language = arguments.common.language();
        arguments.write_summary(self.batch, &self.tally)?;
        if let Some(journal) = &self.journal {
            journal.remove()?;
        }
        let told = arguments.summary_path().is_some_and(|path| is_standard_output(&path));
        if !arguments.quiet && !told {
            say(render::batch_account(&self.batch.summary(&self.tally)).trim_end());
        }
        if let (Some(rejects), false, true) =
            (&arguments.rejects, arguments.quiet, self.tally.rejected > 0)
        {
            say(&BatchRemark::Rejects(&dteam::language::escaped(&dteam::source::shown(rejects)))
                .written(language));
        }
        Ok(match (self.tally.advised, self.tally.rejected) {
            (_, 0) => Outcome::Done,
            (0, _) => Outcome::Incomplete,
            _ => Outcome::Found,
        })
    }
}

fn present(diagnostics: &[Diagnostic], status: &mut Status, common: &Common) {
    if !diagnostics.is_empty() {
        status.clear();
        problems::show(diagnostics, common);
    }
}
