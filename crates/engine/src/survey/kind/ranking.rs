//! Some of several options in order, the most important first, or none of them.

use super::{Control, Definition, Kind, chosen};
use crate::survey::answer::{Answer, MAX_RANKED, Ranking};
use crate::survey::options::Options;
use crate::survey::raw::{Fault, Raw};
use dteam_text::diagnostic::Diagnostics;
use dteam_text::yaml::fields::{self, Fields};

pub(super) const DEFINITION: Definition =
    Definition { name: "ranking", needs: &["options", "limit"], may: &[], load };

#[derive(Debug)]
struct Ranked {
    options: Options,
    /// The maximum length, 1 to [`MAX_RANKED`].
    limit: usize,
}

fn load(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Option<Box<dyn Kind>> {
    let options = chosen::options(keys, problems)?;
    let node = keys.required("limit", problems)?;
    let limit = fields::whole(node, "limit", 1..=MAX_RANKED as u8, problems)?.into();
    Some(Box::new(Ranked { options, limit }))
}

impl Kind for Ranked {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Ranked(&self.options, self.limit)
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        let mut ranking = Ranking::default();
        chosen::several(&self.options, self.limit, raw, |option| ranking.push(option))?;
        Ok(Answer::Ranking(ranking))
    }
}
