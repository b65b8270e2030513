//! What the kinds of questions have in common that are answered by a number.

use super::Bounds;
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw, Wrong, plain_scalar};
use dteam_text::diagnostic::Diagnostics;
use dteam_text::language::figure::{self, Asked, Refused};
use dteam_text::yaml::fields::{self, Fields};

/// The greatest bound a question can have: beyond it, an `f64` soon misses whole numbers.
const MAX_BOUND: f64 = 1e12;

/// Reads a bound of a question's range, which is no less than `min`.
pub(super) fn bound(
    key: &'static str,
    min: Option<f64>,
    keys: &mut Fields<'_, '_>,
    problems: &mut Diagnostics<'_>,
) -> Option<f64> {
    let node = keys.required(key, problems)?;
    fields::number(node, (min.unwrap_or(-MAX_BOUND), MAX_BOUND), problems)
}

/// The number, if it is within the bounds.
pub(super) fn parse(bounds: Bounds, raw: &Raw<'_>) -> Result<Answer, Fault> {
    let number = match raw {
        Raw::Number(number) => number.as_f64().ok_or(Wrong::NotNumber)?,
        Raw::Word(word) => word_as_number(bounds, word)?,
        Raw::Figure(written, asked) => figure(bounds, written, *asked)?,
        Raw::Nothing | Raw::Flag(_) | Raw::Text(_) | Raw::List(_) | Raw::Map(_) => {
            return Err(Wrong::NotNumber.into());
        }
    };
    Ok(Answer::Number(bounds.check(number)?))
}

fn word_as_number(bounds: Bounds, word: &str) -> Result<f64, Wrong> {
    let scalar = plain_scalar(word);
    match scalar.number() {
        // In `538.000` the point was meant to group thousands: read as a decimal point, it would be
        // 538.
        Some(_) if bounds.whole && figure::looks_grouped(word) => Err(Wrong::Grouped),
        Some(number) => Ok(number),
        None if scalar.is_too_large() => Err(Wrong::TooLarge),
        None => Err(Wrong::NotNumber),
    }
}

/// The number that people mean.
fn figure(bounds: Bounds, written: &str, asked: Asked) -> Result<f64, Wrong> {
    // Nearly all that tables hold is plain digits, of which no more than these are exact.
    const EXACT: usize = 15;
    if written.len() <= EXACT
        && written.bytes().all(|byte| byte.is_ascii_digit())
        && let Ok(number) = written.parse()
    {
        return Ok(number);
    }
    figure::read(written, asked).map_err(|refused| match refused {
        Refused::NoNumber => Wrong::NotNumber,
        Refused::Unclear(why, meant) => {
            Wrong::Unclear(why, meant.filter(|meant| bounds.check(*meant).is_ok()))
        }
    })
}
