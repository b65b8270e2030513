//! The questionnaire: a section of the survey on each page.

use super::leaf::{CHANGE, is_change, leaf_page, mistaken};
use super::refused::refused;
use super::review;
use crate::Site;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{Draft, Leaf};
use crate::failure::Failure;

/// The first page, with nothing answered.
pub(super) fn begin(asked: &Asked) -> Result<Answer, Failure> {
    let draft = Draft::of(asked).map_err(|_| Failure::Broken)?;
    let leaf = match asked.query.get("short") {
        Some(_) => Leaf::Short,
        None => first(&asked.site)?,
    };
    leaf_page(asked, &draft, leaf, &[])
}

/// Where the pressed button leads, unless what was entered has mistakes.
pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    let draft = match Draft::of(asked) {
        Ok(draft) => draft,
        Err(invalid) => return refused(asked, asked.form.text("profile"), &invalid.diagnostics),
    };
    if let Some(again) = mistaken(asked, &draft) {
        return again;
    }
    let catalog = &asked.site.catalog;
    let go = asked.form.text("go");
    if let Some(leaf) = draft.leaf.filter(|_| matches!(go, "next" | "")) {
        // Answers that contradict one another are shown once; whoever goes on all the same may.
        let mut clashes = draft.clashes(catalog, asked.language);
        let here = leaf.questions(asked);
        clashes.retain(|clash| {
            !draft.seen.contains(&clash.number)
                && clash.slots.iter().any(|slot| here.contains(slot))
        });
        if !clashes.is_empty() {
            return leaf_page(asked, &draft, leaf, &clashes);
        }
    }
    let beside = |step: isize| {
        let leaves: Vec<Leaf> = Leaf::sections(catalog).collect();
        let here = leaves.iter().position(|leaf| Some(*leaf) == draft.leaf)?;
        leaves.get(here.checked_add_signed(step)?).copied()
    };
    let target = match (go, draft.leaf) {
        ("next", Some(Leaf::Short)) => None,
        ("next", Some(leaf)) if is_change(asked, &draft, leaf) => None,
        ("next", Some(_)) => beside(1),
        ("back", Some(_)) => Some(beside(-1).map_or_else(|| first(&asked.site), Ok)?),
        ("here" | "", Some(leaf)) => Some(leaf),
        (go, _) => Some(
            Leaf::of(catalog, go.strip_prefix(CHANGE).unwrap_or(go))
                .map_or_else(|| first(&asked.site), Ok)?,
        ),
    };
    match target {
        Some(leaf) => leaf_page(asked, &draft, leaf, &[]),
        None => review::shown_for(asked, &draft, false),
    }
}

/// The first section.
fn first(site: &Site) -> Result<Leaf, Failure> {
    Leaf::sections(&site.catalog).next().ok_or(Failure::NotFound)
}
