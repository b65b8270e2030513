//! The embedded catalog as it was once read, checked and lowered: a form that only has to be taken up again.
//!
//! `UPDATE_CATALOG=1 cargo test --lib up_to_date` writes it into `compiled/catalog.bin`, from the files in `rules/`; `build.rs`
//! puts it into the program. Where it is missing or was made from other rules, the files are loaded as any others are.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Catalog;
use super::files::RuleFiles;
use super::load::{self, Foundation};
use crate::benchmark::{Benchmark, Benchmarks, Table};
use crate::contradiction::Contradiction;
use crate::council::CouncilOf;
use crate::diagnostic::SourceFile;
use crate::embedded::{self, COMPILED};
use crate::expression::script::named::FUNCTIONS;
use crate::expression::script::{Function, Script, Scripts};
use crate::pack::load::Loaded;
use crate::pack::{NamedRule, Pack, Rule};
use crate::survey::Survey;
use crate::typology::Typology;

/// The functions of a pack.
#[derive(Serialize, Deserialize)]
struct Functions {
    script: Arc<Script>,
    functions: Vec<Function>,
}

/// Everything else. What is computed rather than read is computed again: places by path, logarithms.
#[derive(Deserialize)]
#[cfg_attr(test, derive(Serialize))]
struct Compiled {
    survey: Survey,
    contradictions: Vec<Contradiction>,
    councils: Vec<CouncilOf>,
    typology: Typology,
    values: Vec<Benchmark>,
    tables: Vec<Table>,
    packs: Vec<Pack>,
    rules: Vec<Rule>,
}

/// The embedded catalog, if it was compiled and the rules are the same still.
pub(super) fn catalog() -> Option<Catalog> {
    let Read { foundation, packs, rules } = read(COMPILED)?;
    Some(load::assembled(foundation, packs, rules, Scripts::default(), BTreeSet::new()))
}

/// What the compiled form holds.
struct Read {
    foundation: Foundation,
    packs: Vec<Pack>,
    rules: Vec<Rule>,
}

/// What of the compiled catalog the files leave as it is: all but the packs that they replace. Nothing if they replace more, or where one of
/// its packs rests on another: by a question, whose place depends on theirs, or by a change.
pub(super) fn left_as_is(files: &RuleFiles) -> Option<(Foundation, Vec<Loaded>)> {
    let is_embedded = |file: &Arc<SourceFile>, path: &str| Arc::ptr_eq(file, &embedded::source(path));
    let shared =
        [(&files.survey, "survey.yaml"), (&files.typology, "typology.yaml"), (&files.benchmarks, "benchmarks.yaml")];
    if shared.iter().any(|(file, path)| !is_embedded(file, path)) {
        return None;
    }
    let Read { foundation, packs, rules } = read(COMPILED)?;
    let survey = &foundation.survey;
    if survey.own < survey.questions.len() || rules.iter().any(|rule| rule.changed.is_some()) {
        return None;
    }
    let ids: Vec<String> = rules.iter().map(|rule| rule.id.to_string()).collect();
    let named = |place: usize| NamedRule { id: ids[place].clone(), span: 0..0 };
    let mut loaded: Vec<Loaded> =
        packs.into_iter().map(|pack| Loaded { pack, rules: Vec::new(), changes: Vec::new() }).collect();
    for mut rule in rules {
        let after = std::mem::take(&mut rule.after).into_iter().map(named).collect();
        loaded.get_mut(rule.pack)?.rules.push((rule, after));
    }
    loaded.retain(|Loaded { pack, .. }| {
        let path = format!("{}/pack.yaml", pack.id);
        files.packs.get(pack.id.as_ref()).is_some_and(|files| is_embedded(&files.pack, &path))
    });
    Some((foundation, loaded))
}

fn read(bytes: &[u8]) -> Option<Read> {
    let (functions, bytes) = postcard::take_from_bytes::<Vec<Functions>>(bytes).ok()?;
    let functions = FUNCTIONS.get_or_init(|| functions.into_iter().map(shared).collect());
    let (mut compiled, rest) = postcard::take_from_bytes::<Compiled>(bytes).ok()?;
    if !rest.is_empty() || compiled.packs.len() != functions.len() {
        return None;
    }
    compiled.packs.iter_mut().zip(functions).for_each(|(pack, functions)| pack.functions.clone_from(functions));
    let Compiled { mut survey, contradictions, councils, typology, values, tables, packs, rules } = compiled;
    survey.find_paths();
    let benchmarks = Benchmarks::new(values, tables, &survey);
    Some(Read { foundation: Foundation { survey, contradictions, councils, typology, benchmarks }, packs, rules })
}

fn shared(Functions { script, functions }: Functions) -> Vec<Arc<Function>> {
    let with_script = |function| Arc::new(Function { script: Arc::clone(&script), ..function });
    functions.into_iter().map(with_script).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::advice::Options;
    use crate::catalog::load;
    use crate::expression::script::{Argument, Kind, Known, Outcome};
    use crate::language::{Language, written};
    use crate::survey::{OptionSet, Slot};

    /// More options than this make more lists than are worth keeping.
    const MOST_OPTIONS: usize = 10;

    fn loaded() -> Catalog {
        load::from_files(&RuleFiles::embedded()).0.expect("the embedded rules are sound")
    }

    /// The whole file: what it was compiled from, the texts and their length, the rest.
    fn file(catalog: Catalog) -> Vec<u8> {
        written::take();
        for rule in &catalog.rules {
            rule.written(catalog.names());
        }
        let functions: Vec<Functions> = catalog.packs.iter().map(|pack| functions(pack, &catalog)).collect();
        let mut rest = postcard::to_allocvec(&functions).expect("functions can be written");
        let Catalog { survey, contradictions, councils, typology, benchmarks, packs, rules, .. } = catalog;
        let (values, tables) = benchmarks.into_parts();
        let compiled = Compiled { survey, contradictions, councils, typology, values, tables, packs, rules };
        rest.extend(postcard::to_allocvec(&compiled).expect("the embedded catalog can be written"));
        let texts = written::take();
        let fingerprint: u64 = env!("RULES_FINGERPRINT").parse().expect("build.rs writes a number");
        let length = u32::try_from(texts.len()).expect("texts are no gigabytes");
        [&fingerprint.to_le_bytes(), length.to_le_bytes().as_slice(), texts.as_bytes(), &rest].concat()
    }

    fn functions(pack: &Pack, catalog: &Catalog) -> Functions {
        let script = pack.functions.first().map(|function| Arc::clone(&function.script)).unwrap_or_default();
        let functions = pack.functions.iter().map(|function| Function {
            name: function.name.clone(),
            arguments: function.arguments.clone(),
            returns: function.returns,
            help: function.help.clone(),
            script: Arc::clone(&function.script),
            known: Known { lists: lists(function, pack, catalog), ..Known::default() },
        });
        Functions { functions: functions.collect(), script }
    }

    /// What comes of every list of options of the questions that the pack hands the function.
    fn lists(function: &Function, pack: &Pack, catalog: &Catalog) -> Vec<(u64, Vec<Outcome>)> {
        let called = |slot: &Slot| {
            let path = &catalog.survey.question(*slot).path;
            function.arguments == [Kind::List] && pack.file.text.contains(&format!("{}({path})", function.name))
        };
        let questions = catalog.survey.slots().filter(called).filter_map(|slot| {
            let options = catalog.survey.question(slot).kind.options()?;
            let sets = (0..1 << options.0.len()).map(OptionSet);
            let outcomes = sets.map(|set| {
                let list = set.iter().map(|option| options.get(option).id.as_ref()).collect();
                catalog.scripts.call(function, &[Argument::List(list)], None).ok()
            });
            let few = options.0.len() <= MOST_OPTIONS;
            Some((u64::from(slot.0), few.then(|| outcomes.collect::<Option<_>>()).flatten()?))
        });
        questions.collect()
    }

    #[test]
    fn up_to_date() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("compiled/catalog.bin");
        let file = file(loaded());
        if std::env::var_os("UPDATE_CATALOG").is_some() {
            std::fs::write(&path, &file).expect("the catalog can be written");
        }
        let is_same = std::fs::read(&path).is_ok_and(|found| found == file);
        assert!(is_same, "compiled/catalog.bin is out of date: UPDATE_CATALOG=1 cargo test --lib up_to_date");
    }

    #[test]
    fn compiled_and_loaded_catalogs_say_the_same() {
        same(&loaded(), &catalog().expect("compiled/catalog.bin fits the rules"));
    }

    #[test]
    fn so_they_do_with_a_pack_laid_over() {
        let mut files = RuleFiles::embedded();
        assert!(files.lay_over(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/staff")]).is_empty());
        let (_, compiled) = left_as_is(&files).expect("only a pack is replaced");
        assert_eq!(compiled.len() + 1, files.packs.len());
        let found = load::from_files(&files).0.expect("the packs are sound");
        same(&found, &crate::catalog::loaded(files).expect("the packs are sound"));
    }

    /// They say the same of every profile, in both languages.
    fn same(loaded: &Catalog, compiled: &Catalog) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
        let paths = crate::source::entries(&folder).expect("the profiles can be read");
        assert!(paths.len() > 5);
        for path in paths {
            for language in Language::ALL {
                let options = Options { language, ..Options::default() };
                let said = |catalog: &Catalog| {
                    let profile = catalog.profile_from_file(&path).expect("the profile is sound");
                    let explained = catalog.rule_ids().map(|id| catalog.explain(&profile, id, &options));
                    let explained: Vec<_> = explained.collect::<Result<_, _>>().expect("the rules are there");
                    let advice = catalog.advise(&profile, &options).expect("no script fails");
                    let (kind, council) = (catalog.classify(&profile, language), catalog.council(&profile, language));
                    format!("{kind:#?}{council:?}{advice:#?}{explained:#?}")
                };
                assert!(said(compiled) == said(loaded), "{} in {language:?}", path.display());
            }
        }
    }

    #[test]
    fn the_same_catalog_is_compiled_from_the_compiled_one() {
        let compiled = catalog().expect("compiled/catalog.bin fits the rules");
        assert!(file(compiled) == file(loaded()));
    }

    #[test]
    fn a_damaged_catalog_is_none() {
        assert!(read(COMPILED).is_some());
        assert!(read(&[]).is_none());
        for length in (0..COMPILED.len()).step_by(COMPILED.len() / 50) {
            assert!(read(&COMPILED[..length]).is_none(), "{length} bytes");
        }
        for place in (0..COMPILED.len()).step_by(COMPILED.len() / 50) {
            let mut damaged = COMPILED.to_vec();
            damaged[place] = !damaged[place];
            // Some bytes are numbers like any other: it is enough that nothing panics.
            let _ = read(&damaged);
        }
    }
}
