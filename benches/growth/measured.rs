//! What something takes, measured in a process of its own.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Result;

#[derive(Clone, Copy)]
pub enum Measure {
    Time,
    Instructions,
}

impl Measure {
    /// What one part of the work takes: nanoseconds or instructions.
    pub fn of(self, task: &str, folder: &Path) -> Result<f64> {
        let few = if task == "load" { 3 } else { 9 };
        match self {
            Measure::Time => Ok(done(&mut itself()?, task, folder, few * few)?.trim().parse()?),
            // Twice, so that what is done only once does not count.
            Measure::Instructions => {
                let (one, two) = (counted(task, folder, few)?, counted(task, folder, 2 * few)?);
                Ok((two - one) / few as f64)
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
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn itself() -> Result<Command> {
    Ok(Command::new(std::env::current_exe()?))
}

fn done(command: &mut Command, task: &str, folder: &Path, times: usize) -> Result<String> {
    printed(command.args(["do", task]).arg(folder).arg(times.to_string()))
}

fn counted(task: &str, folder: &Path, times: usize) -> Result<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]).arg(std::env::current_exe()?);
    let printed = done(&mut command, task, folder, times)?;
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

/// A number that Linux keeps of a process, in KiB: `VmHWM` is the most memory it held, `VmRSS` what it holds.
pub fn peak(process: &str, name: &str) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let number = line.and_then(|line| line.split_whitespace().next()).ok_or("the system does not say")?;
    Ok(number.parse()?)
}

/// Prints a table, numbers to the right.
pub fn table(title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    println!("**{title}**\n\n| {} |\n|{}", head.join(" | "), "---:|".repeat(head.len()));
    for row in rows {
        println!("| {} |", row.join(" | "));
    }
    println!();
}
