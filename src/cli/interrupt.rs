//! Ctrl-C, noticed rather than obeyed: what is under way comes to a proper end.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::INTERRUPTED;

/// Set by Ctrl-C or a request to end; the second time, the program ends at once.
pub(super) fn noticed() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Where signals cannot be caught, they end the program as usual, and what is written can be
        // gone on with all the same.
        let _ = signal_hook::flag::register_conditional_shutdown(
            signal,
            INTERRUPTED.into(),
            Arc::clone(&stop),
        );
        let _ = signal_hook::flag::register(signal, Arc::clone(&stop));
    }
    stop
}
