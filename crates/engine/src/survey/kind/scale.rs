//! One of several levels in order, each with a label; its number, from 0, is the answer.

use super::{Bounds, Control, Definition, Kind, numeric};
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw};
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::language::Localized;
use dteam_text::yaml::fields::{self, Fields};

pub(super) const DEFINITION: Definition =
    Definition { name: "scale", needs: &["max", "levels"], may: &[], load };

#[derive(Debug)]
struct Scale {
    levels: Vec<Localized>,
}

fn load(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Option<Box<dyn Kind>> {
    let max = numeric::bound("max", Some(0.0), keys, problems);
    let nodes = keys.required("levels", problems).and_then(|node| fields::list(node, problems))?;
    let levels: Vec<_> =
        nodes.iter().filter_map(|node| fields::localized(node, problems)).collect();
    if max.is_some_and(|max| levels.len() as f64 != max + 1.0) {
        let expected = max.unwrap_or_default() as usize + 1;
        problems.error(keys.span("kind"), Problem::ValueCount { expected, found: levels.len() });
    }
    Some(Box::new(Scale { levels }))
}

impl Kind for Scale {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Level(&self.levels)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        numeric::parse(Bounds::of_levels(&self.levels), raw)
    }
}
