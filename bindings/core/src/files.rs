//! Rules as texts by their paths: hosts need no file system.

use std::collections::BTreeSet;

use dteam_engine::catalog::{Catalog as Rules, CatalogBuilder};
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem};
use dteam_text::language::Language;
use dteam_text::source::{self, FACTS, STUDY};
use indexmap::IndexMap;
use serde::Deserialize;

use crate::request::{keys, parsed};
use crate::{Catalog, Refused};

/// The keys of the request that loads a catalog.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Load {
    #[serde(default)]
    files: IndexMap<String, String>,
    #[serde(rename = "language")]
    _language: Option<Language>,
}

pub(crate) fn load(request: &[u8]) -> Result<Catalog, Refused> {
    let Load { files, .. } = keys(parsed(request)?)?;
    all_belong(&files)?;
    let is_study = STUDY.iter().all(|name| files.contains_key(*name));
    let builder: CatalogBuilder = if is_study { Rules::builder() } else { dteam_rules::builder() };
    let mut sources = Vec::with_capacity(files.len());
    for (path, text) in files {
        let file = source::read(text.as_bytes(), &path)?;
        sources.push((path, file));
    }
    Ok(builder.files(sources).build()?.into())
}

/// A file that no catalog would look at has its name wrong.
fn all_belong(files: &IndexMap<String, String>) -> Result<(), Invalid> {
    let pack_of = |path: &str| path.split_once('/').map(|(pack, _)| pack.to_owned());
    let packs = files.keys().filter(|path| path.ends_with("/pack.yaml"));
    let packs: BTreeSet<String> = packs.filter_map(|path| pack_of(path)).collect();
    let belongs = |path: &str| match path.split_once('/') {
        None => path == FACTS || STUDY.contains(&path),
        Some((pack, name)) => {
            let is_one = matches!(name, "pack.yaml" | "cases.yaml" | FACTS)
                || name.ends_with(".rhai") && !name.contains('/');
            is_one && packs.contains(pack)
        }
    };
    let strays = files.keys().filter(|path| !belongs(path));
    let strays =
        strays.map(|path| Diagnostic::unlocated(Problem::StrayFile { path: path.clone() }));
    let diagnostics: Vec<Diagnostic> = strays.collect();
    match diagnostics.is_empty() {
        true => Ok(()),
        false => Err(Invalid { diagnostics }),
    }
}
