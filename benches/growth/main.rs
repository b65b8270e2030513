//! How time and memory grow, as tables in Markdown: `cargo bench --bench growth`.
//!
//! `growth [--instructions] [profiles] [rules] [questions] [unanswered] [checks]`: the tables
//! named, or all; instructions are counted by callgrind in place of time (needs valgrind).

#![allow(missing_docs)]

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use dteam::{Language, Options};

mod batches;
mod catalogs;
mod measured;

use measured::{Measure, kib, processor_time, table};

/// Where the catalogs are written.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/growth");

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        // What is measured runs in a process of its own.
        ["do", task, folder] => return work(task, Path::new(folder), None),
        ["do", task, folder, times] => return work(task, Path::new(folder), Some(times.parse()?)),
        ["memory", folder] => return memory(Path::new(folder)),
        _ => {}
    }
    let measure =
        if words.contains(&"--instructions") { Measure::Instructions } else { Measure::Time };
    let all = words.iter().all(|word| word.starts_with("--"));
    let is_asked = |name: &str| all || words.contains(&name);
    let folder = Path::new(FOLDER);
    if is_asked("profiles") {
        batches::profiles()?;
    }
    if is_asked("rules") {
        rules(folder, measure)?;
    }
    if is_asked("questions") {
        questions(folder, measure)?;
    }
    if is_asked("unanswered") {
        unanswered(folder, measure)?;
    }
    if is_asked("checks") {
        checks(folder, measure)?;
    }
    Ok(())
}

/// `dteam check` on rules that could all say the same as one another, or that have nothing in
/// common.
fn checks(folder: &Path, measure: Measure) -> Result<()> {
    let mut rows = Vec::new();
    for rules in [300, 1_200, 6_000] {
        let (identical, bounds) =
            (catalogs::alike(folder, rules, false)?, catalogs::alike(folder, rules, true)?);
        let other = catalogs::asking(folder, 600, rules, false)?;
        let mut row = vec![rules.to_string()];
        for catalog in [identical, bounds, other] {
            let taken = measure.of("check", &catalog)?;
            row.extend([measure.shown(taken), measure.shown(taken / rules as f64)]);
        }
        rows.push(row);
    }
    let unit = measure.unit();
    let [same, bounds, other] = ["the same condition", "other bounds", "other questions"]
        .map(|kind| format!("{kind}, {unit}"));
    let head = ["rules", &same, "per rule", &bounds, "per rule", &other, "per rule"];
    table("Checks: rules on the same two questions, and on three each of 600", &head, rows);
    Ok(())
}

fn rules(folder: &Path, measure: Measure) -> Result<()> {
    let mut rows = Vec::new();
    for copies in [1, 4, 20, 80] {
        let catalog = catalogs::copies(folder, copies)?;
        let rules = copies * rules_shipped()?;
        let each = |total: f64| total / rules as f64;
        let (load, assess) = (measure.of("load", &catalog)?, measure.of("assess", &catalog)?);
        let (advise, memory) = (measure.of("advise", &catalog)?, measured::memory(&catalog)?);
        rows.push(vec![
            rules.to_string(),
            measure.shown(load),
            measure.shown(each(load)),
            format!("{:.1}", memory / 1024.0),
            format!("{:.0}", each(memory)),
            measure.shown(assess),
            measure.shown_finely(each(assess)),
            measure.shown(advise),
            measure.shown(each(advise)),
        ]);
    }
    let unit = measure.unit();
    let load = format!("load, {unit}");
    let assess = format!("assess, {unit}");
    let advise = format!("advise, {unit}");
    let finely = format!("per rule, {}", measure.fine_unit());
    let head = [
        "rules",
        &load,
        "per rule",
        "memory, MiB",
        "per rule, KiB",
        &assess,
        &finely,
        &advise,
        "per rule",
    ];
    table("Rules: the shipped packs again and again", &head, rows);
    Ok(())
}

fn rules_shipped() -> Result<usize> {
    Ok(dteam::embedded()?.rule_ids().count())
}

fn questions(folder: &Path, measure: Measure) -> Result<()> {
    let mut rows = Vec::new();
    for more in [31, 121, 571] {
        let catalog = catalogs::asking(folder, more, more, true)?;
        let (read, assess) = (measure.of("read", &catalog)?, measure.of("assess", &catalog)?);
        let questions = 29 + more;
        rows.push(vec![
            questions.to_string(),
            (rules_shipped()? + more).to_string(),
            measure.shown(read),
            measure.shown_finely(read / questions as f64),
            measure.shown(assess),
            measure.shown_finely(assess / questions as f64),
        ]);
    }
    let (unit, fine) = (measure.unit(), measure.fine_unit());
    let (read, assess, each) =
        (format!("read, {unit}"), format!("assess, {unit}"), format!("per question, {fine}"));
    let head = ["questions", "rules", &read, &each, &assess, &each];
    table("Questions: each answered, and a rule more for each that reads three", &head, rows);
    Ok(())
}

fn unanswered(folder: &Path, measure: Measure) -> Result<()> {
    let mut rows = Vec::new();
    for (more, answered) in [(0, false), (1_000, false), (5_924, false), (5_924, true)] {
        let catalog = catalogs::asking(folder, 600, more, answered)?;
        let (assess, advise) = (measure.of("assess", &catalog)?, measure.of("advise", &catalog)?);
        rows.push(vec![
            (rules_shipped()? + more).to_string(),
            if answered { 0 } else { more }.to_string(),
            measure.shown(assess),
            measure.shown(advise),
        ]);
    }
    let unit = measure.unit();
    let (assess, advise) = (format!("assess, {unit}"), format!("advise, {unit}"));
    let head = ["rules", "of which read unanswered questions alone", &assess, &advise];
    table("Rules whose questions nobody has answered", &head, rows);
    Ok(())
}

/// Does one part of the work this number of times, or for a second, and prints how many nanoseconds of the
/// processor's time it takes.
fn work(task: &str, folder: &Path, times: Option<u32>) -> Result<()> {
    let catalog = dteam::load(&[folder])?;
    let text = std::fs::read_to_string(folder.join("profile.json"))?;
    let profile = catalog.profile_from_str("profile.json", &text)?;
    let options = Options::default();
    let once = || -> Result<()> {
        match task {
            "load" => drop(black_box(dteam::load(&[folder])?)),
            "read" => drop(black_box(catalog.profile_from_str("", black_box(&text))?)),
            "check" => drop(black_box(dteam::authoring::findings(
                &catalog,
                &[],
                Language::named("en").unwrap_or_default(),
            ))),
            "assess" => drop(black_box(catalog.assess(black_box(&profile), &options)?)),
            _ => drop(black_box(catalog.advise_borrowed(black_box(&profile), &options)?)),
        }
        Ok(())
    };
    let start = processor_time("self")?;
    let (mut done, mut taken) = (0, Duration::ZERO);
    while times.map_or(taken < Duration::from_secs(1), |times| done < times) {
        for _ in 0..times.unwrap_or(done.max(1)) {
            once()?;
            done += 1;
        }
        taken = processor_time("self")? - start;
    }
    println!("{}", taken.as_nanos() / u128::from(done));
    Ok(())
}

/// Prints how many KiB the process holds more once the catalog is loaded.
fn memory(folder: &Path) -> Result<()> {
    let before = kib("self", "VmRSS")?;
    let catalog = black_box(dteam::load(&[folder])?);
    println!("{}", kib("self", "VmRSS")?.saturating_sub(before));
    drop(catalog);
    Ok(())
}
