//! What something takes, measured in a process of its own.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::Result;

#[derive(Clone, Copy)]
pub enum Measure {
    Time,
    Instructions,
}

impl Measure {
    /// What one part of the work takes: nanoseconds or instructions.
    pub fn of(self, task: &str, folder: &Path) -> Result<f64> {
        let times = match task {
            "check" => 1,
            "load" => 2,
            "advise" => 20,
            _ => 200,
        };
        match self {
            Measure::Time => Ok(done(&mut itself()?, task, folder, None)?.trim().parse()?),
            // Twice, so that what is done only once does not count.
            Measure::Instructions => {
                let (one, two) = (counted(task, folder, times)?, counted(task, folder, 2 * times)?);
                Ok((two - one) / f64::from(times))
            }
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Measure::Time => "µs",
            Measure::Instructions => "thousand instructions",
        }
    }

    pub fn fine_unit(self) -> &'static str {
        match self {
            Measure::Time => "ns",
            Measure::Instructions => "instructions",
        }
    }

    pub fn shown(self, value: f64) -> String {
        let digits = if value < 100_000.0 { 1 } else { 0 };
        grouped(&format!("{:.digits$}", value / 1000.0))
    }

    pub fn shown_finely(self, value: f64) -> String {
        grouped(&format!("{value:.0}"))
    }
}

/// With commas between the thousands.
pub fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn itself() -> Result<Command> {
    Ok(Command::new(std::env::current_exe()?))
}

fn done(command: &mut Command, task: &str, folder: &Path, times: Option<u32>) -> Result<String> {
    printed(command.args(["do", task]).arg(folder).args(times.map(|times| times.to_string())))
}

fn counted(task: &str, folder: &Path, times: u32) -> Result<f64> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"])
        .arg(std::env::current_exe()?);
    let printed = done(&mut command, task, folder, Some(times))?;
    let collected = printed.lines().find_map(|line| line.split("Collected : ").nth(1));
    Ok(collected.ok_or("valgrind counted nothing")?.trim().parse()?)
}

/// How many KiB a catalog takes.
pub fn memory(folder: &Path) -> Result<f64> {
    Ok(printed(itself()?.arg("memory").arg(folder))?.trim().parse()?)
}

fn printed(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout)?),
        false => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}

/// A number that Linux keeps of a process, in KiB: `VmHWM` is the most memory it held, `VmRSS` what
/// it holds.
pub fn kib(process: &str, name: &str) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let number =
        line.and_then(|line| line.split_whitespace().next()).ok_or("the system does not say")?;
    Ok(number.parse()?)
}

/// How long a process has kept the processor busy, in steps of a hundredth of a second. What else
/// runs on the machine hardly shows.
pub fn processor_time(process: &str) -> Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // After the name, which is in brackets: its own time and that of the system for it.
    let (_, numbers) = stat.rsplit_once(')').ok_or("the system does not say")?;
    let ticks = numbers
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(str::parse::<u64>)
        .sum::<std::result::Result<u64, _>>()?;
    Ok(Duration::from_millis(10 * ticks))
}

/// Prints a table, numbers to the right.
pub fn table(title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    println!("**{title}**\n\n| {} |\n|{}", head.join(" | "), "---:|".repeat(head.len()));
    for row in rows {
        println!("| {} |", row.join(" | "));
    }
    println!();
}
