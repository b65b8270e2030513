//! Runs a command again after each change of its files.
//!
//! The files are looked at, several times a second, rather than reported by the operating system:
//! that reports opening a file too, which every run does; it loses a file that an editor replaces
//! and a folder that is made anew; and it is silent on network drives. A folder of packs has some
//! dozen files, so that looking costs next to nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use dteam::language::escaped;
use dteam::{Invalid, render, source};

use super::output::Target;
use super::{Common, Outcome, problems};

/// How often the files are looked at, and how long they must rest before a run: whoever saves ten
/// files at once means one run.
const PAUSE: Duration = Duration::from_millis(200);

/// Runs `run`, and again after each change in `paths`: files, or folders with all below them;
/// hidden files and backups (`~`) aside. Problems are shown, and the next change is waited for.
/// Ctrl-C ends the program, with the exit code of an interrupt.
///
/// `run` must not write into the paths: each run would be the reason for another. Returns only when
/// nobody reads its output any more.
pub(super) fn rerun(
    paths: &[PathBuf],
    common: &Common,
    mut run: impl FnMut() -> Result<Outcome, Invalid>,
) -> Result<Outcome, Invalid> {
    let width = Target::new(common)?.layout(0).width;
    let mut hint = std::io::stdout().is_terminal().then(|| render::waiting(common.language()));
    loop {
        // Looked at before the run: what changes meanwhile is not missed.
        let before = look(paths);
        if let Err(invalid) = run() {
            problems::show(&invalid.diagnostics, common);
        }
        if let Some(hint) = hint.take() {
            let _ = writeln!(std::io::stderr(), "{hint}");
        }
        let changed = next_change(paths, &before);
        if writeln!(std::io::stdout(), "{}", separator(&changed, width, common)).is_err() {
            return Ok(Outcome::Done);
        }
    }
}

/// Each file with its size and the time of its last change.
type Files = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Waits until files differ and rest; those that are new, other or gone.
fn next_change(paths: &[PathBuf], before: &Files) -> Vec<PathBuf> {
    let (mut last, mut pause) = (look(paths), PAUSE);
    loop {
        std::thread::sleep(pause);
        let begun = Instant::now();
        let now = look(paths);
        if now == last && now != *before {
            let all: BTreeSet<&PathBuf> = before.keys().chain(now.keys()).collect();
            return all
                .into_iter()
                .filter(|path| before.get(*path) != now.get(*path))
                .cloned()
                .collect();
        }
        last = now;
        // Where there is very much to look at, it still takes only a small part of the time.
        pause = PAUSE.max(begun.elapsed() * 10);
    }
}

fn look(paths: &[PathBuf]) -> Files {
    let (mut files, mut folders) = (Files::new(), BTreeSet::new());
    paths.iter().for_each(|path| look_at(path, &mut files, &mut folders));
    files
}

/// Looks at a file or at all below a folder. What is not there, or goes meanwhile, is no file.
fn look_at(path: &Path, files: &mut Files, folders: &mut BTreeSet<PathBuf>) {
    let Ok(found) = std::fs::metadata(path) else { return };
    if !found.is_dir() {
        files.insert(path.to_owned(), (found.len(), found.modified().ok()));
        return;
    }
    // A link may lead back to a folder that is being looked at.
    let new = std::fs::canonicalize(path).is_ok_and(|folder| folders.insert(folder));
    let entries = new.then(|| std::fs::read_dir(path).ok()).flatten();
    for entry in entries.into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !name.ends_with('~') {
            look_at(&entry.path(), files, folders);
        }
    }
}

/// `── rules/data/pack.yaml geändert ────────`
fn separator(changed: &[PathBuf], width: usize, common: &Common) -> String {
    // Rather one that is there than the trace of an editor.
    let file = changed.iter().find(|path| path.exists()).or(changed.first());
    let file = file.map_or_else(String::new, |path| source::shown(path));
    let file = escaped(&file);
    let others = changed.len().saturating_sub(1);
    let text = format!("── {} ", render::changed(&file, others, common.language()));
    let rest = width.saturating_sub(text.chars().count());
    format!("\n{text}{}", "─".repeat(rest))
}
