//! Answers a request for an advice on each line of standard input, whatever is wrong with it:
//! `bindings/parity` compares what other hosts make of the same lines.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let catalog = dteam_core::Catalog::embedded();
    let mut out = std::io::stdout().lock();
    for request in std::io::stdin().lock().split(b'\n') {
        let answer = catalog.call("advise", &request?).unwrap_or_else(|refused| refused);
        out.write_all(answer.as_bytes())?;
    }
    Ok(())
}
