//! `dteam batch` on ever more profiles: its time, and the most memory it held.

use std::io::{BufWriter, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::Result;
use super::measured::{grouped, kib, processor_time, table};

#[path = "../../examples/generate/profiles.rs"]
mod invented;

/// This number of different profiles comes in turn, each time under another id: inventing one takes longer
/// than advising on it.
const DIFFERENT: u64 = 10_000;

pub fn profiles() -> Result<()> {
    let lines = lines()?;
    let mut rows = Vec::new();
    for (name, arguments, counts) in [
        ("summary alone", &["--summary"][..], &[1_000, 10_000, 100_000, 1_000_000][..]),
        ("advice as NDJSON", &[][..], &[1_000, 10_000, 100_000][..]),
    ] {
        for count in counts {
            let (taken, memory) = run(&lines, *count, arguments)?;
            rows.push(vec![
                name.to_owned(),
                grouped(&count.to_string()),
                format!("{:.2}", taken.as_secs_f64()),
                format!("{:.1}", taken.as_secs_f64() * 1e6 / *count as f64),
                format!("{:.1}", memory as f64 / 1024.0),
            ]);
        }
    }
    table(
        "Profiles, one worker",
        &["output", "profiles", "s", "µs per profile", "most memory, MiB"],
        rows,
    );
    Ok(())
}

/// Each without its `{"id":"G…"`, which comes first.
fn lines() -> Result<Vec<String>> {
    let catalog = dteam::embedded()?;
    let survey = invented::Survey::of(&catalog);
    let line = |number| {
        let line = survey.profile(&catalog, 42, number).to_string();
        line.split_once(',').map_or_else(String::new, |(_, answers)| answers.to_owned())
    };
    Ok((0..DIFFERENT).map(line).collect())
}

fn run(lines: &[String], count: u64, arguments: &[&str]) -> Result<(Duration, u64)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dteam"))
        .args(["batch", "-", "--jobs", "1", "--input-format", "ndjson", "--lang", "en"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = BufWriter::new(child.stdin.take().ok_or("standard input is a pipe")?);
    thread::scope(|scope| {
        scope.spawn(move || {
            let numbered = (0..count).zip(lines.iter().cycle());
            numbered
                .map(|(number, line)| writeln!(input, "{{\"id\":\"G{number:07}\",{line}"))
                .collect::<Vec<_>>()
        });
        until_the_end(&mut child)
    })
}

/// Waits for the end, and looks often at the processor's time and the most memory it has had so
/// far.
fn until_the_end(child: &mut Child) -> Result<(Duration, u64)> {
    let process = child.id().to_string();
    let mut last = (Duration::ZERO, 0);
    loop {
        if let Some(status) = child.try_wait()? {
            return if status.success() { Ok(last) } else { Err("a batch failed".into()) };
        }
        if let (Ok(time), Ok(memory)) = (processor_time(&process), kib(&process, "VmHWM")) {
            last = (time, memory);
        }
        thread::sleep(Duration::from_millis(2));
    }
}
