//! Whether standard output was closed from the beginning (`dteam … >&-`).
//!
//! Before `main`, Rust's runtime opens `/dev/null` in place of standard streams that are closed.
//! From then on everything seems to be written, and nothing arrives anywhere. So it has to be
//! looked at before.

use std::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

#[cfg(unix)]
#[ctor::ctor]
fn look() {
    use std::os::fd::AsFd;

    // A closed descriptor cannot be duplicated.
    let open = std::io::stdout().as_fd().try_clone_to_owned();
    CLOSED.store(open.is_err(), Ordering::Relaxed);
}

pub(super) fn is_standard_output_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}
