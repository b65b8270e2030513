//! Reads `facts.yaml`, the study's and those of packs, and finds the facts that rules name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Certainty, DatedFact};
use crate::pack::load::date;
use crate::pack::source::{self, Listed};
use crate::pack::{Parsed, full_id};
use crate::survey::load::format;
use crate::survey::{OptionSet, Survey};
use dteam_text::diagnostic::{
    Diagnostic, Diagnostics, Location, Problem, Severity, SourceFile, nearest,
};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{self, Node, Value};

/// The facts of all files by their ids.
#[derive(Debug, Default)]
pub struct FactIndex {
    /// `None` for one with mistakes, which have been reported.
    facts: BTreeMap<String, Option<Arc<DatedFact>>>,
    /// A file cannot be read at all: nobody knows what stands in it.
    is_incomplete: bool,
}

impl FactIndex {
    /// The fact that a rule of this pack names: its own, one of the study or `pack/fact`. Nothing
    /// where it has been reported why it is missing.
    ///
    /// # Errors
    /// [`Problem::UnknownFact`] if there is none.
    pub fn find(&self, pack: &str, written: &str) -> Result<Option<Arc<DatedFact>>, Problem> {
        let found =
            self.facts.get(&full_id(pack, written)).or_else(|| self.facts.get(written)).cloned();
        match found {
            Some(fact) => Ok(fact),
            None if self.is_incomplete => Ok(None),
            None => {
                let ids = self.facts.keys().map(String::as_str);
                // Its own it can name without the pack.
                let names = ids.clone().map(|id| match id.split_once('/') {
                    Some((of, name)) if of == pack => name,
                    Some(_) | None => id,
                });
                let same_name = ids.clone().find(|id| id.rsplit('/').next() == Some(written));
                let nearest = same_name.map(str::to_owned).or_else(|| nearest(written, names));
                Err(Problem::UnknownFact { fact: written.to_owned(), nearest })
            }
        }
    }

    /// The facts without mistakes, in the order of their ids.
    pub fn all(&self) -> Vec<Arc<DatedFact>> {
        self.facts.values().flatten().cloned().collect()
    }
}

/// The facts of the study's file and of the packs' files, the packs in whose there are mistakes, and
/// the mistakes.
pub fn facts(
    study: Option<&Arc<SourceFile>>,
    packs: &[Parsed<'_>],
    survey: &Survey,
) -> (FactIndex, Vec<String>, Vec<Diagnostic>) {
    let (mut index, mut broken, mut problems) = (FactIndex::default(), Vec::new(), Vec::new());
    if let Some(file) = study {
        problems.extend(Reader { survey, pack: None, listed: &[] }.read(file, &mut index));
    }
    for parsed in packs {
        let Some(file) = &parsed.files.facts else { continue };
        let listed = listed(parsed);
        let reader = Reader { survey, pack: Some(&parsed.files.folder), listed: &listed };
        let found = reader.read(file, &mut index);
        if found.iter().any(|problem| problem.severity == Severity::Error) {
            broken.push(parsed.files.folder.clone());
        }
        problems.extend(found);
    }
    (index, broken, problems)
}

/// The publications of the pack. What is wrong with them is said when the pack is read.
fn listed(parsed: &Parsed<'_>) -> Vec<Listed> {
    let Some(Value::Map(entries)) = parsed.root.as_ref().map(|root| &root.value) else {
        return Vec::new();
    };
    let sources = entries.iter().find(|entry| entry.key == "sources");
    let mut unsaid = Diagnostics::new(&parsed.files.pack);
    sources.map(|entry| source::publications(&entry.value, &mut unsaid)).unwrap_or_default()
}

/// Reads one file.
struct Reader<'r> {
    survey: &'r Survey,
    /// `None` for the study's own facts.
    pack: Option<&'r str>,
    /// What the pack's facts may name as their source.
    listed: &'r [Listed],
}

impl Reader<'_> {
    fn read(&self, file: &Arc<SourceFile>, index: &mut FactIndex) -> Vec<Diagnostic> {
        let mut problems = Diagnostics::new(file).in_languages(&self.survey.languages);
        let root = yaml::parse(file, &mut problems);
        if root.and_then(|root| self.all(&root, index, &mut problems)).is_none() {
            index.is_incomplete = true;
        }
        problems.finish()
    }

    fn all(
        &self,
        root: &Node<'_>,
        index: &mut FactIndex,
        problems: &mut Diagnostics<'_>,
    ) -> Option<()> {
        let mut keys = Fields::of(root, problems)?;
        format(&mut keys, problems)?;
        let nodes = keys.required("facts", problems).and_then(|node| fields::list(node, problems));
        keys.finish(problems);
        for node in nodes? {
            let Some(mut keys) = Fields::of(node, problems) else { continue };
            let id = keys.required("id", problems).and_then(|node| fields::slug(node, problems));
            let Some(id) = id else {
                index.is_incomplete = true;
                continue;
            };
            let full = self.pack.map_or_else(|| id.to_owned(), |pack| full_id(pack, id));
            if index.facts.contains_key(&full) {
                problems.error(keys.span("id"), Problem::DuplicateId { id: id.to_owned() });
            }
            let before = problems.errors();
            let fact = self.fact(full.clone(), keys, problems);
            // Of two of the same id the first counts.
            let sound = fact.filter(|_| problems.errors() == before).map(Arc::new);
            index.facts.entry(full).or_insert(sound);
        }
        Some(())
    }

    fn fact(
        &self,
        id: String,
        mut keys: Fields<'_, '_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<DatedFact> {
        let statement =
            keys.required("statement", problems).and_then(|node| fields::localized(node, problems));
        let source = keys.required("source", problems).and_then(|node| self.source(node, problems));
        let certainty =
            keys.required("certainty", problems).and_then(|node| certainty(node, problems));
        let happened = keys.optional("date").and_then(|node| source::partial_date(node, problems));
        let checked = keys.required("checked", problems).and_then(|node| date(node, problems));
        let recheck = keys.required("recheck", problems).and_then(|node| date(node, problems));
        if let (Some(checked), Some(recheck)) = (checked, recheck)
            && recheck < checked
        {
            let (checked, recheck) = (checked.to_string(), recheck.to_string());
            let problem = Problem::RecheckBeforeChecked { checked, recheck };
            problems.error(keys.span("recheck"), problem);
        }
        let states = keys.optional("states").map(|node| self.states(node, problems));
        let location = Location { file: Arc::clone(problems.file()), span: keys.span("id") };
        keys.finish(problems);
        let (title, address) = source?;
        Some(DatedFact {
            id,
            statement: statement?,
            title,
            address,
            certainty: certainty?,
            date: happened.map(str::to_owned),
            checked: checked?,
            recheck: recheck?,
            states,
            location,
        })
    }

    /// Title and address: its own, or those of a publication that the pack lists.
    fn source(
        &self,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<(String, Option<String>)> {
        let mut keys = Fields::of(node, problems)?;
        if let Some(node) = keys.optional("publication") {
            let found = source::named_publication(node, self.listed, problems);
            keys.finish(problems);
            let publication = found?.publication();
            return Some((publication.title.clone(), publication.address.clone()));
        }
        let title = keys.required("title", problems).and_then(|node| fields::text(node, problems));
        let address = keys.optional("address").and_then(|node| source::address(node, problems));
        keys.finish(problems);
        Some((title?.to_owned(), address.map(str::to_owned)))
    }

    /// The states in which a fact holds: options of the question that the survey names.
    fn states(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> OptionSet {
        let mut states = OptionSet::default();
        let question = self.survey.states.map(|slot| self.survey.question(slot));
        let Some((question, options)) =
            question.and_then(|question| Some((question, question.kind.options()?)))
        else {
            problems.error(fields::mark(node, &problems.file().text), Problem::NoStatesQuestion);
            return states;
        };
        for node in fields::list(node, problems).unwrap_or_default() {
            let Some(id) = fields::text(node, problems) else { continue };
            match options.find(id) {
                Some(option) => states.0 |= OptionSet::of(option).0,
                None => {
                    let problem = Problem::UnknownOption {
                        question: question.path.clone(),
                        option: id.to_owned(),
                        options: options.listed(),
                        nearest: nearest(id, options.ids()),
                    };
                    problems.error(node.span.clone(), problem);
                }
            }
        }
        states
    }
}

fn certainty(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Certainty> {
    let written = fields::text(node, problems)?;
    let found = Certainty::ALL.into_iter().find(|certainty| certainty.name() == written);
    if found.is_none() {
        let names = Certainty::ALL.map(Certainty::name);
        let problem = Problem::UnknownCertainty {
            certainty: written.to_owned(),
            known: names.join(", "),
            nearest: nearest(written, names),
        };
        problems.error(node.span.clone(), problem);
    }
    found
}
