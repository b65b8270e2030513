//! What the kinds of questions have in common that are answered by options.

use crate::survey::options::{Choice, MAX_OPTIONS, OptionSet, Options};
use crate::survey::raw::{Fault, Raw, Wrong};
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::yaml::fields::{self, Fields};

/// Reads the options of a question.
pub(super) fn options(
    keys: &mut Fields<'_, '_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Options> {
    let node = keys.required("options", problems)?;
    let mut options = Options::default();
    for item in fields::list(node, problems)? {
        let Some(mut keys) = Fields::of(item, problems) else { continue };
        let id = keys.required("id", problems).and_then(|node| fields::id(node, problems));
        let label =
            keys.required("label", problems).and_then(|node| fields::localized(node, problems));
        keys.finish(problems);
        let (Some(id), Some(label)) = (id, label) else { continue };
        if options.find(id).is_some() {
            problems.error(item.span.clone(), Problem::DuplicateId { id: id.to_owned() });
        }
        options.0.push(Choice { id: id.into(), label });
    }
    if options.0.len() > MAX_OPTIONS {
        problems.error(node.span.clone(), Problem::TooManyOptions { most: MAX_OPTIONS });
        return None;
    }
    Some(options)
}

/// One option, by its id.
pub(super) fn one(options: &Options, raw: &Raw<'_>) -> Result<u8, Wrong> {
    let id = raw.written().ok_or(Wrong::NotOption)?;
    let found = options.find(&id).or_else(|| options.find(id.trim()));
    found.ok_or(Wrong::UnknownOption)
}

/// A list of different options; each is handed to `take`, in order.
pub(super) fn several(
    options: &Options,
    limit: usize,
    raw: &Raw<'_>,
    mut take: impl FnMut(u8),
) -> Result<(), Fault> {
    let Raw::List(items) = raw else { return Err(Wrong::NotList.into()) };
    let (mut seen, mut faults) = (OptionSet::default(), Vec::new());
    let mut fault = |item: usize, wrong: Wrong| {
        faults.push(Fault { item: Some(item), ..wrong.into() });
    };
    for (index, item) in items.iter().enumerate() {
        match one(options, item) {
            Ok(option) if seen.has(option) => fault(index, Wrong::Repeated(option)),
            Ok(option) => {
                seen = seen.with(option);
                take(option);
            }
            Err(wrong) => fault(index, wrong),
        }
    }
    if items.len() > limit {
        fault(limit, Wrong::TooMany { count: items.len(), limit });
    }
    let mut faults = faults.into_iter();
    match faults.next() {
        Some(first) => Err(Fault { others: faults.collect(), ..first }),
        None => Ok(()),
    }
}
