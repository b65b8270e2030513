//! A number within a range.

use super::{Bounds, Control, Definition, Kind, numeric};
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw};
use dteam_text::diagnostic::Diagnostics;
use dteam_text::yaml::fields::{self, Fields};

pub(super) const DEFINITION: Definition =
    Definition { name: "number", needs: &["min", "max"], may: &["whole"], load };

#[derive(Debug)]
struct Number {
    bounds: Bounds,
}

fn load(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Option<Box<dyn Kind>> {
    let min = numeric::bound("min", None, keys, problems);
    let max = numeric::bound("max", min, keys, problems);
    let whole =
        keys.optional("whole").and_then(|node| fields::flag(node, problems)).unwrap_or(false);
    Some(Box::new(Number { bounds: Bounds { min: min?, max: max?, whole, percent: false } }))
}

impl Kind for Number {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Number(self.bounds)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        numeric::parse(self.bounds, raw)
    }
}
