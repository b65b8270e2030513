//! Whether an answer moved towards what was advised.

use super::Direction;
use crate::benchmark::Benchmarks;
use crate::pack::effect::{Change, Effect};
use crate::profile::{Answer, Answers};
use crate::survey::{OptionSet, Slot};

/// Where the answer to a question moved: as the effects on it say, or else the study.
pub(super) fn direction(
    slot: Slot,
    effects: &[&Effect],
    benchmarks: &Benchmarks,
    old: &Answers,
    new: &Answers,
) -> Direction {
    let (old, new) = (old.get(slot), new.get(slot));
    let mut votes: Vec<Direction> =
        effects.iter().filter_map(|effect| by_effect(&effect.change, old, new)).collect();
    if votes.is_empty()
        && let (Some(old), Some(new)) = (old, new)
    {
        votes.extend(by_study(slot, benchmarks, old, new));
    }
    match votes.first() {
        Some(first) if votes.iter().all(|vote| vote == first) => *first,
        Some(_) | None => Direction::Neither,
    }
}

/// Nothing if the change has no bearing on what is different.
fn by_effect(change: &Change, old: Option<&Answer>, new: Option<&Answer>) -> Option<Direction> {
    let new = new?;
    match (change, old) {
        (Change::Set(Answer::Number(target)), Some(Answer::Number(old))) => {
            let Answer::Number(new) = new else { return None };
            // What has passed the target has reached it.
            let up = target.total_cmp(old);
            let moved = new.total_cmp(old);
            up.is_ne().then_some(if moved == up { Direction::Towards } else { Direction::Away })
        }
        (Change::Set(target), old) => match (target.options(), old.and_then(Answer::options)) {
            (Some(target), Some(old)) => {
                let new = new.options()?;
                let far = |set: OptionSet| (set.0 ^ target.0).count_ones();
                by_difference(f64::from(far(old)) - f64::from(far(new)))
            }
            _ if new == target => Some(Direction::Towards),
            _ => (old == Some(target)).then_some(Direction::Away),
        },
        (Change::Edit { add, remove }, old) => {
            let (old, new) = (old.and_then(Answer::options).unwrap_or_default(), new.options()?);
            let all = |options: &[u8]| options.iter().copied().collect::<OptionSet>().0;
            let (gained, lost) = (new.0 & !old.0, old.0 & !new.0);
            let towards = gained & all(add) | lost & all(remove);
            let away = lost & all(add) | gained & all(remove);
            match (towards != 0, away != 0) {
                (true, true) => Some(Direction::Neither),
                (true, false) => Some(Direction::Towards),
                (false, true) => Some(Direction::Away),
                (false, false) => None,
            }
        }
    }
}

/// By each value of the study that takes more of it to be further along.
fn by_study<'b>(
    slot: Slot,
    benchmarks: &'b Benchmarks,
    old: &'b Answer,
    new: &'b Answer,
) -> impl Iterator<Item = Direction> + 'b {
    let values = benchmarks.iter().filter(move |value| value.question == slot);
    values
        .filter(|value| value.is_compared())
        .filter_map(|value| by_difference(value.of_answer(new)? - value.of_answer(old)?))
}

fn by_difference(nearer: f64) -> Option<Direction> {
    if nearer > 0.0 { Some(Direction::Towards) } else { (nearer < 0.0).then_some(Direction::Away) }
}
