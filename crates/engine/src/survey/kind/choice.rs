//! One of several options.

use super::{Control, Definition, Kind, chosen};
use crate::survey::answer::Answer;
use crate::survey::options::Options;
use crate::survey::raw::{Fault, Raw};

pub(super) const DEFINITION: Definition = Definition {
    name: "choice",
    needs: &["options"],
    may: &[],
    load: |keys, problems| Some(Box::new(Choice { options: chosen::options(keys, problems)? })),
};

#[derive(Debug)]
struct Choice {
    options: Options,
}

impl Kind for Choice {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::One(&self.options)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        Ok(Answer::Option(chosen::one(&self.options, raw)?))
    }
}
