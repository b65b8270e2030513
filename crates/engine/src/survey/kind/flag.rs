//! Yes or no.

use super::{Control, Definition, Kind};
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw, Wrong};

pub(super) const DEFINITION: Definition =
    Definition { name: "flag", needs: &[], may: &[], load: |_, _| Some(Box::new(Flag)) };

#[derive(Debug)]
struct Flag;

impl Kind for Flag {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::YesOrNo
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        Ok(Answer::Flag(raw.flag().ok_or(Wrong::NotFlag)?))
    }
}
