//! The threads: one reads, some advise, and whoever holds the [`Results`] collects.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use super::chunk::{Chunk, Chunks, Raw, Unwanted};
use super::form::{Holds, Record};
use super::input::Inputs;
use super::output::{Subject, Writer};
use super::read;
use super::record::{self, Origin};
use super::tally::{self, Tally};
use super::{Done, Position, Rejected, Settings};
use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::typology::Group;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem};
use dteam_text::source;

/// The maximum number of chunks that wait before and behind each worker: enough that one slow
/// record holds nobody up, and no more memory than that.
const WAITING: usize = 2;

/// What a worker is dealt.
enum Dealt {
    Chunk(Chunk),
    /// The inputs do not begin with what an interrupted run had read.
    Changed,
}

/// What came of the records, chunk by chunk, in the order of the input.
///
/// Dropping it ends the threads as soon as they notice; one that waits for input ends with the
/// program.
#[derive(Debug)]
pub struct Results {
    workers: Vec<Receiver<Option<Done>>>,
    threads: Vec<JoinHandle<()>>,
    /// Whose turn it is.
    turn: usize,
    first_input: String,
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// A chunk is done.
    Done(Box<Done>),
    /// Nothing yet.
    Waiting,
    /// Everything is done.
    End,
}

pub(super) fn start(
    catalog: Arc<Catalog>,
    settings: Settings,
    inputs: Inputs,
    from: Position,
) -> Result<Results, Invalid> {
    let jobs = settings.jobs.max(1);
    let mut sources = inputs.sources;
    let first_input = sources.first().map_or_else(String::new, |source| source.name.to_string());
    let no_thread = |error: &std::io::Error| {
        Invalid::from(source::not_readable(Path::new(&first_input), error))
    };
    let origins = Arc::new(sources.iter().map(Origin::of).collect::<Vec<_>>());
    let worker = Arc::new(Worker {
        options: Options::default()
            .language(settings.language)
            .date(settings.date)
            .likely(settings.likely),
        groups: tally::groups(&catalog, &settings),
        writer: settings.output.writer(&catalog, &settings),
        empty: Tally::new(&catalog, &settings),
        catalog,
        settings,
        origins,
    });
    let most = worker.writer.max_records();
    let (mut hands, mut workers, mut threads) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..jobs {
        let (hand, dealt) = sync_channel(WAITING);
        let (results, collected) = sync_channel(WAITING);
        let worker = Arc::clone(&worker);
        match Builder::new().spawn(move || worker.work(&dealt, &results)) {
            Ok(thread) => threads.push(thread),
            Err(error) if threads.is_empty() => return Err(no_thread(&error)),
            // Fewer come to the same.
            Err(_) => break,
        }
        hands.push(hand);
        workers.push(collected);
    }
    let dealer = Builder::new().spawn(move || deal(&hands, &mut sources, most, from));
    threads.push(dealer.map_err(|error| no_thread(&error))?);
    Ok(Results { workers, threads, turn: 0, first_input })
}

/// Deals chunks to the workers in turn. Those that an interrupted run has already done are only
/// compared.
fn deal(
    hands: &[SyncSender<Dealt>],
    sources: &mut [super::input::Source],
    most: usize,
    from: Position,
) {
    let mut turn = 0;
    let mut last = Position::default();
    let mut give = |dealt: Dealt| {
        let given = hands[turn].send(dealt).map_err(|_| Unwanted);
        turn = (turn + 1) % hands.len();
        given
    };
    let chunks = Chunks::new(most, |chunk: Chunk| {
        last = chunk.position;
        match chunk.position.chunks {
            done if done < from.chunks => Ok(()),
            done if done == from.chunks && chunk.position == from => Ok(()),
            done if done == from.chunks => give(Dealt::Changed).and(Err(Unwanted)),
            _ => give(Dealt::Chunk(chunk)),
        }
    });
    let read = read::all(sources, chunks);
    if read.is_ok() && last.chunks < from.chunks {
        let _ = give(Dealt::Changed);
    }
}

impl Results {
    /// What happens next, waiting for it so long at most.
    ///
    /// # Errors
    /// [`Invalid`] if the inputs no longer begin with what an interrupted run had read.
    pub fn next(&mut self, longest: Duration) -> Result<Event, Invalid> {
        match self.workers[self.turn].recv_timeout(longest) {
            Ok(Some(done)) => {
                self.turn = (self.turn + 1) % self.workers.len();
                Ok(Event::Done(Box::new(done)))
            }
            Ok(None) => Err(Problem::InputChanged { path: self.first_input.clone() }.into()),
            Err(RecvTimeoutError::Timeout) => Ok(Event::Waiting),
            Err(RecvTimeoutError::Disconnected) => {
                // The worker whose turn it is has no more chunks, so nobody has. A panic is passed
                // on, not taken for the end.
                self.workers.clear();
                for thread in self.threads.drain(..) {
                    if let Err(panic) = thread.join() {
                        std::panic::resume_unwind(panic);
                    }
                }
                // Asked again, it is still the end.
                let (_, ended) = sync_channel(1);
                (self.workers, self.turn) = (vec![ended], 0);
                Ok(Event::End)
            }
        }
    }
}

/// What every worker needs.
struct Worker {
    catalog: Arc<Catalog>,
    settings: Settings,
    options: Options,
    origins: Arc<Vec<Origin>>,
    groups: Vec<Group>,
    writer: Box<dyn Writer>,
    empty: Tally,
}

impl Worker {
    fn work(&self, dealt: &Receiver<Dealt>, results: &SyncSender<Option<Done>>) {
        // As much as the last chunk took, the next one takes.
        let mut expected = 0;
        while let Ok(dealt) = dealt.recv() {
            let result = match dealt {
                Dealt::Chunk(chunk) => {
                    let done = self.chunk(&chunk, Vec::with_capacity(expected));
                    expected = done.output.len() + done.output.len() / 8;
                    Some(done)
                }
                Dealt::Changed => None,
            };
            if results.send(result).is_err() {
                return;
            }
        }
    }

    fn chunk(&self, chunk: &Chunk, output: Vec<u8>) -> Done {
        let mut done = Done {
            position: chunk.position,
            bytes: chunk.text.len() as u64,
            output,
            reports: Vec::new(),
            rejected: Vec::new(),
            warnings: Vec::new(),
            tally: self.empty.clone(),
        };
        for raw in &chunk.records {
            let (origin, text) = (&self.origins[raw.source], &chunk.text[raw.text.clone()]);
            let advised = record::read(&self.catalog, origin, raw, text).and_then(|record| {
                self.record(raw, origin, &record, &mut done)
                    .map_err(|invalid| invalid.diagnostics)?;
                Ok(record)
            });
            match advised {
                Ok(record) => {
                    done.tally.doubtful += u64::from(!record.profile.warnings().is_empty());
                    done.warnings.extend_from_slice(record.profile.warnings());
                }
                Err(problems) => {
                    done.tally.rejected += 1;
                    done.rejected.push(rejected(origin, text, problems));
                    if self.settings.strict {
                        break;
                    }
                }
            }
        }
        done
    }

    /// Advises one municipality.
    fn record(
        &self,
        raw: &Raw,
        origin: &Origin,
        record: &Record,
        done: &mut Done,
    ) -> Result<(), Invalid> {
        let subject = Subject { record, origin, line: raw.line, options: &self.options };
        let assessed = self.writer.write(&self.catalog, &subject, done)?;
        done.tally.count(&self.catalog, &self.groups, &record.profile.answers, &assessed);
        Ok(())
    }
}

/// The record as it was; an item of a list on one line.
fn rejected(origin: &Origin, text: &[u8], problems: Vec<Diagnostic>) -> Rejected {
    let record = match origin.form.holds {
        Holds::Record => origin.name.as_bytes().to_vec(),
        Holds::Lines | Holds::Rows | Holds::Cells => text.to_vec(),
        // Between the parts of JSON, a line break is as good as a blank.
        Holds::Items => text
            .iter()
            .map(|byte| if matches!(byte, b'\n' | b'\r') { b' ' } else { *byte })
            .collect(),
    };
    Rejected {
        record,
        header: origin.columns.as_ref().map(|columns| Arc::clone(&columns.header)),
        problems,
    }
}
