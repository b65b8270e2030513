//! A share of a whole, in percent.

use super::{Bounds, Control, Definition, Kind, numeric};
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw, Wrong};

pub(super) const DEFINITION: Definition =
    Definition { name: "percent", needs: &[], may: &[], load: |_, _| Some(Box::new(Percent)) };

const BOUNDS: Bounds = Bounds { min: 0.0, max: 100.0, whole: false, percent: true };

#[derive(Debug)]
struct Percent;

impl Kind for Percent {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Number(BOUNDS)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        numeric::parse(BOUNDS, raw)
    }

    /// Hardly anybody means less than one percent: `0.4` was meant as 40 %.
    fn doubt(&self, answer: &Answer) -> Option<Wrong> {
        let Answer::Number(number) = answer else { return None };
        (*number > 0.0 && *number < 1.0).then_some(Wrong::PercentFraction(*number))
    }
}
