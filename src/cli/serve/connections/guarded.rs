//! A connection's stream that notices whether anything moves on it, and gives up on readers who do
//! not take their answer.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};

/// The maximum time in which a reader takes nothing of an answer.
const MAX_STALL: Duration = Duration::from_secs(10);

/// The maximum time for taking all that is written: drop by drop is too slow as well.
const MAX_WRITING: Duration = Duration::from_secs(60);

/// When something last moved on a connection, in milliseconds since [`BEGINNING`].
#[derive(Debug)]
pub(super) struct Activity(AtomicU64);

static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);

fn now() -> u64 {
    u64::try_from(BEGINNING.elapsed().as_millis()).unwrap_or(u64::MAX)
}

impl Default for Activity {
    fn default() -> Self {
        Activity(AtomicU64::new(now()))
    }
}

impl Activity {
    /// How long nothing has moved.
    pub fn idle(&self) -> Duration {
        Duration::from_millis(now().saturating_sub(self.0.load(Ordering::Relaxed)))
    }

    fn touch(&self) {
        self.0.store(now(), Ordering::Relaxed);
    }
}

/// The stream, with an eye on it.
#[derive(Debug)]
pub(super) struct Guarded {
    stream: TcpStream,
    activity: Arc<Activity>,
    writing: Option<Writing>,
}

/// Something that the reader does not take at once.
#[derive(Debug)]
struct Writing {
    began: Instant,
    /// When the last of it was taken.
    taken: Instant,
    end: Pin<Box<Sleep>>,
}

impl Guarded {
    pub fn new(stream: TcpStream, activity: Arc<Activity>) -> Self {
        Guarded { stream, activity, writing: None }
    }

    /// The outcome of writing; an error if the reader has not taken anything for too long.
    fn watched<T>(
        &mut self,
        context: &mut Context<'_>,
        outcome: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        let now = Instant::now();
        if outcome.is_ready() {
            self.activity.touch();
            if let Some(writing) = &mut self.writing {
                writing.taken = now;
            }
            return outcome;
        }
        let writing = self.writing.get_or_insert_with(|| Writing {
            began: now,
            taken: now,
            end: Box::pin(sleep_until(now + MAX_STALL)),
        });
        let end = (writing.taken + MAX_STALL).min(writing.began + MAX_WRITING);
        if writing.end.deadline() != end {
            writing.end.as_mut().reset(end);
        }
        writing.end.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Guarded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let outcome = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.activity.touch();
        }
        outcome
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watched(context, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.watched(context, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// All is written when this is asked for.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.writing = None;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
