//! A draft paper for the council: the parts that such papers have in Germany, from heading to
//! annexes, once as plain data, then written.
//!
//! What only the administration can know (amounts, dates, who is responsible) stays blank.

use crate::document::Document;
use dteam_engine::advice::plan::Plan;
use dteam_engine::advice::{Advice, Step};
use dteam_engine::council::Council;
use dteam_engine::pack::DecidedBy;

mod author;
mod compose;
mod costs;
mod reasons;
mod schedule;

/// A paper for the council.
#[derive(Debug, Clone)]
pub struct CouncilPaper<'a> {
    /// The advice it rests on.
    pub advice: &'a Advice,
    /// Who decides; without it the paper speaks of the body in charge.
    pub council: Option<Council>,
    /// The steps it is about, in its order. A paper for information can do without any.
    pub steps: Vec<&'a Step>,
    /// What it asks of the council.
    pub purpose: Purpose,
    /// When the steps are taken, if that is planned.
    pub plan: Option<&'a Plan>,
}

/// The number of steps that one meeting decides on, unless somebody says otherwise.
pub const COUNCIL_STEPS: usize = 3;

/// The first steps of the plan that are for the council to decide; where nobody says who decides,
/// it may be the council.
pub fn council_steps(advice: &Advice, count: usize) -> Vec<&Step> {
    let by_administration = |step: &&Step| step.decided_by == Some(DecidedBy::Administration);
    advice.steps.iter().filter(|step| !by_administration(step)).take(count).collect()
}

/// What a paper asks of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To decide on the steps (Beschlussvorlage).
    Decision,
    /// To take note of them (Mitteilungsvorlage).
    Information,
}

/// The paper as a document, which every format for people can write.
pub fn council(paper: &CouncilPaper<'_>) -> Document {
    compose::document(paper)
}
