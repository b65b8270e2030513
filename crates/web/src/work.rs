//! Where the engine works: beside the threads that serve connections, and never on more requests
//! than there are hands.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::failure::Failure;

/// The maximum wait for one's turn. Whoever would have to wait longer, as far as can be foreseen,
/// is turned away at once.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// What the work for a request is thought to take as long as none has been done.
const FIRST_GUESS: Duration = Duration::from_millis(20);

#[derive(Debug)]
pub(super) struct Workplace {
    hands: Arc<Semaphore>,
    /// How many hands there are.
    count: usize,
    waiting: AtomicUsize,
    usual: Arc<Usual>,
}

impl Workplace {
    pub fn new(hands: usize) -> Self {
        let count = hands.max(1);
        Workplace {
            hands: Arc::new(Semaphore::new(count)),
            count,
            waiting: AtomicUsize::new(0),
            usual: Arc::new(Usual::new(FIRST_GUESS)),
        }
    }

    /// Does the work when it is its turn.
    pub async fn done<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let waiting = Waiting::begin(&self.waiting, self.max_waiting())?;
        let turn = timeout(MAX_WAIT, Arc::clone(&self.hands).acquire_owned()).await;
        drop(waiting);
        let hand = turn.map_err(|_| Failure::Busy)?.map_err(|_| Failure::Broken)?;
        let usual = Arc::clone(&self.usual);
        let working = tokio::task::spawn_blocking(move || {
            let begin = Instant::now();
            let done = work();
            usual.note(begin.elapsed());
            // Held to the end, even where nobody waits for the answer any more.
            drop(hand);
            done
        });
        working.await.map_err(|_| Failure::Broken)?
    }

    /// How many may wait so that the last of them has not waited too long.
    fn max_waiting(&self) -> usize {
        let turns = MAX_WAIT.as_micros() / u128::from(self.usual.micros()).max(1);
        usize::try_from(turns).unwrap_or(usize::MAX).saturating_mul(self.count)
    }
}

/// What the work for a request usually takes, in microseconds: the mean, in which the last few
/// weigh most.
#[derive(Debug)]
struct Usual(AtomicU64);

impl Usual {
    fn new(guess: Duration) -> Self {
        Usual(AtomicU64::new(u64::try_from(guess.as_micros()).unwrap_or(u64::MAX)))
    }

    fn micros(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn note(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        // Of two that end at once one may not count, which does no harm.
        self.0.store(
            (self.micros() / 16).saturating_mul(15).saturating_add(took / 16),
            Ordering::Relaxed,
        );
    }
}

/// Counted among those that wait, for as long as it does.
struct Waiting<'w>(&'w AtomicUsize);

impl<'w> Waiting<'w> {
    fn begin(count: &'w AtomicUsize, max: usize) -> Result<Self, Failure> {
        let before = count.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting(count);
        if before > max { Err(Failure::Busy) } else { Ok(waiting) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_would_wait_too_long_is_turned_away() {
        let workplace = Workplace::new(2);
        let max = workplace.max_waiting();
        assert_eq!(max, 100);
        let waiting: Vec<_> = (0..=max)
            .map(|_| Waiting::begin(&workplace.waiting, max).expect("there is room"))
            .collect();
        assert_eq!(Waiting::begin(&workplace.waiting, max).err(), Some(Failure::Busy));
        drop(waiting);
        assert!(Waiting::begin(&workplace.waiting, max).is_ok());
    }

    #[test]
    fn the_more_the_work_takes_the_fewer_may_wait() {
        let workplace = Workplace::new(2);
        for _ in 0..100 {
            workplace.usual.note(Duration::from_millis(300));
        }
        assert!((6..=7).contains(&workplace.max_waiting()), "{}", workplace.max_waiting());
        for _ in 0..200 {
            workplace.usual.note(Duration::from_millis(1));
        }
        assert!(workplace.max_waiting() > 1000, "{}", workplace.max_waiting());
    }
}
