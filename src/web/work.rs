//! Where the engine works: beside the threads that serve connections, and never on more requests than there are hands.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::failure::Failure;

/// Requests that may wait for their turn; more are turned away at once.
const MOST_WAITING: usize = 1000;

/// How long a request waits for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(8);

#[derive(Debug)]
pub(super) struct Workplace {
    hands: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Workplace {
    pub fn new(hands: usize) -> Self {
        Workplace { hands: Arc::new(Semaphore::new(hands.max(1))), waiting: AtomicUsize::new(0) }
    }

    /// Does the work when it is its turn.
    pub async fn done<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let waiting = Waiting::begin(&self.waiting)?;
        let turn = timeout(LONGEST_WAIT, Arc::clone(&self.hands).acquire_owned()).await;
        drop(waiting);
        let hand = turn.map_err(|_| Failure::Busy)?.map_err(|_| Failure::Broken)?;
        let working = tokio::task::spawn_blocking(move || {
            let done = work();
            // Held to the end, even where nobody waits for the answer any more.
            drop(hand);
            done
        });
        working.await.map_err(|_| Failure::Broken)?
    }
}

/// Counted among those that wait, for as long as it does.
struct Waiting<'w>(&'w AtomicUsize);

impl<'w> Waiting<'w> {
    fn begin(count: &'w AtomicUsize) -> Result<Self, Failure> {
        let before = count.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting(count);
        if before >= MOST_WAITING { Err(Failure::Busy) } else { Ok(waiting) }
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
    fn who_comes_when_all_places_are_taken_is_turned_away() {
        let count = AtomicUsize::new(0);
        let waiting: Vec<_> = (0..MOST_WAITING).map(|_| Waiting::begin(&count).expect("there is room")).collect();
        assert_eq!(Waiting::begin(&count).err(), Some(Failure::Busy));
        drop(waiting);
        assert!(Waiting::begin(&count).is_ok());
    }
}
