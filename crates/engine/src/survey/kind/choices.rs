//! Any number of several options, or none of them.

use super::{Control, Definition, Kind, chosen};
use crate::survey::answer::Answer;
use crate::survey::options::{OptionSet, Options};
use crate::survey::raw::{Fault, Raw};

pub(super) const DEFINITION: Definition = Definition {
    name: "choices",
    needs: &["options"],
    may: &[],
    load: |keys, problems| Some(Box::new(Choices { options: chosen::options(keys, problems)? })),
};

#[derive(Debug)]
struct Choices {
    options: Options,
}

impl Kind for Choices {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Several(&self.options)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        let mut options = OptionSet::default();
        let limit = self.options.0.len();
        chosen::several(&self.options, limit, raw, |option| options = options.with(option))?;
        Ok(Answer::Options(options))
    }
}
