//! What a step takes: days and weeks, and who decides, leads and helps.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Context;
use super::load::date;
use crate::planning::named;
use crate::survey::Options;
use dteam_text::decimal::nearest as nearest_whole;
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::language::Localized;
use dteam_text::yaml::Node;
use dteam_text::yaml::fields::{self, Fields};

/// A step may take as many days as five people have in a year.
pub const DAYS: (f64, f64) = (0.5, 1000.0);

/// A step may last three years.
pub const WEEKS: std::ops::RangeInclusive<u16> = 1..=156;

/// What a step takes by effort, 1 to 5, where its rule does not say. These are assumptions, and are
/// called so wherever they show.
const BY_EFFORT: [(Days, u16); 5] = [
    (Days { low: 1.0, high: 3.0 }, 2),
    (Days { low: 3.0, high: 8.0 }, 6),
    (Days { low: 8.0, high: 25.0 }, 13),
    (Days { low: 25.0, high: 60.0 }, 26),
    (Days { low: 60.0, high: 150.0 }, 52),
];

/// How many person-days of the municipality's own people a step takes; whole or half days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Days {
    /// At least.
    pub low: f64,
    /// At most.
    pub high: f64,
}

impl Days {
    /// What a schedule reckons with, in half days: the mean, rounded.
    pub fn planned_halves(self) -> u32 {
        nearest_whole(self.low + self.high) as u32
    }
}

/// How long a step takes, as far as a rule or a variant says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Duration {
    /// Own person-days.
    pub days: Option<Days>,
    /// How many weeks it lasts at least, whatever the days: offers and sittings are waited for.
    pub weeks: Option<u16>,
}

impl Duration {
    pub(super) fn read(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Self {
        let days = keys.optional("days").and_then(|node| days(node, problems));
        let weeks =
            keys.optional("weeks").and_then(|node| fields::whole(node, "weeks", WEEKS, problems));
        Duration { days, weeks }
    }

    /// This one, and what it leaves open by the other.
    pub fn or(self, other: Duration) -> Duration {
        Duration { days: self.days.or(other.days), weeks: self.weeks.or(other.weeks) }
    }

    /// What it leaves open as it is assumed of a step of this effort, 1 to 5.
    pub fn or_assumed(self, effort: u8) -> FullDuration {
        let (days, weeks) = BY_EFFORT[usize::from(effort.clamp(1, 5)) - 1];
        FullDuration {
            days: self.days.unwrap_or(days),
            weeks: self.weeks.unwrap_or(weeks),
            is_assumed: self.days.is_none(),
        }
    }
}

/// How long a step takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FullDuration {
    /// Own person-days.
    pub days: Days,
    /// How many weeks it lasts at least.
    pub weeks: u16,
    /// The days are those of its effort, since the rule names none.
    pub is_assumed: bool,
}

fn days(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Days> {
    let nodes = fields::list(node, problems)?;
    let numbers: Option<Vec<f64>> =
        nodes.iter().map(|node| fields::number(node, DAYS, problems)).collect();
    match numbers?[..] {
        [low, high]
            if low <= high && [low, high].iter().all(|days| (days * 2.0).fract() == 0.0) =>
        {
            Some(Days { low, high })
        }
        _ => {
            problems.error(node.span.clone(), Problem::NotDays);
            None
        }
    }
}

/// Who decides on a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecidedBy {
    /// The elected council.
    Council,
    /// The administration by itself.
    Administration,
}

impl DecidedBy {
    /// All of them, in the order in which they are listed to authors.
    pub const ALL: [DecidedBy; 2] = [DecidedBy::Council, DecidedBy::Administration];

    /// As packs write it.
    pub fn name(self) -> &'static str {
        match self {
            DecidedBy::Council => "council",
            DecidedBy::Administration => "administration",
        }
    }
}

/// Who has to do with a step.
#[derive(Debug, Clone, Default)]
pub struct Involved {
    /// Who decides.
    pub decided_by: Option<DecidedBy>,
    /// Who leads: an option of the survey's question on roles, by its index.
    pub lead: Option<usize>,
    /// Who helps: partners of the survey, by their indices.
    pub with: Vec<usize>,
}

impl Involved {
    /// Whether the administration decides by itself.
    pub fn is_for_administration(&self) -> bool {
        self.decided_by == Some(DecidedBy::Administration)
    }

    pub(super) fn read(
        keys: &mut Fields<'_, '_>,
        context: Context<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Self {
        let decided_by = keys.optional("decided_by").and_then(|node| {
            let bodies = DecidedBy::ALL.map(DecidedBy::name);
            named(node, "decided_by", &bodies, problems).map(|body| DecidedBy::ALL[body])
        });
        let Context { planning, survey, .. } = context;
        let roles: Vec<&str> = planning.roles(survey).into_iter().flat_map(Options::ids).collect();
        let lead = keys.optional("lead").and_then(|node| named(node, "lead", &roles, problems));
        let partners: Vec<&str> =
            planning.partners.iter().map(|partner| partner.id.as_str()).collect();
        let nodes = keys.optional("with").and_then(|node| fields::list(node, problems));
        let nodes = nodes.unwrap_or_default().iter();
        let with = nodes.filter_map(|node| named(node, "with", &partners, problems)).collect();
        Involved { decided_by, lead, with }
    }
}

/// What a step means for the budget, by the kind of means it needs: no amounts, which nobody can
/// know for every municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cost {
    /// Nothing beyond the people's time.
    None,
    /// Paid from current means.
    Running,
    /// An item of its own in the budget.
    Item,
    /// An investment over several years.
    Investment,
}

impl Cost {
    /// All of them, from the least on.
    pub const ALL: [Cost; 4] = [Cost::None, Cost::Running, Cost::Item, Cost::Investment];

    /// As packs write it.
    pub fn name(self) -> &'static str {
        match self {
            Cost::None => "none",
            Cost::Running => "running",
            Cost::Item => "item",
            Cost::Investment => "investment",
        }
    }
}

/// What a step means for the budget, and what it saves to do it with others.
#[derive(Debug, Clone, Copy, Default)]
pub struct Budget {
    /// What it needs.
    pub cost: Option<Cost>,
    /// Whether it brings money back every year.
    pub returns: bool,
    /// The share of a member's days that falls away in a joint project, 0..1; `None` where it cannot
    /// be done jointly.
    pub joint: Option<f64>,
}

impl Budget {
    pub(super) fn read(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Self {
        let cost = keys.optional("cost").and_then(|node| {
            let names = Cost::ALL.map(Cost::name);
            named(node, "cost", &names, problems).map(|cost| Cost::ALL[cost])
        });
        let returns = keys.optional("returns").and_then(|node| fields::flag(node, problems));
        let joint =
            keys.optional("joint").and_then(|node| fields::number(node, (0.0, 1.0), problems));
        Budget { cost, returns: returns.unwrap_or(false), joint }
    }
}

/// A duty that a step meets.
#[derive(Debug, Clone)]
pub struct Duty {
    /// The law, and where in it.
    pub law: Localized,
    /// The day from which it binds.
    pub since: Date,
    /// Whom it binds.
    pub binds: Localized,
}

pub(super) fn duty(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Duty> {
    let mut keys = Fields::of(node, problems)?;
    let law = keys.required("law", problems).and_then(|node| fields::localized(node, problems));
    let since = keys.required("since", problems).and_then(|node| date(node, problems));
    let binds = keys.required("binds", problems).and_then(|node| fields::localized(node, problems));
    keys.finish(problems);
    Some(Duty { law: law?, since: since?, binds: binds? })
}
