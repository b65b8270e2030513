//! Numbers with few decimals.

/// What rounding multiplies by, for each number of decimals.
const SCALES: [f64; 5] = [1.0, 1e1, 1e2, 1e3, 1e4];

/// Above this, decimals say nothing any more.
const GREATEST: f64 = 1e12;

/// Rounded to this number of decimals, at most four; the half away from zero.
pub fn rounded(number: f64, decimals: usize) -> f64 {
    let scale = SCALES[decimals.min(SCALES.len() - 1)];
    let scaled = number * scale;
    if !(-GREATEST..=GREATEST).contains(&scaled) {
        return number;
    }
    // A whole number on the way: minus zero would be written with its sign.
    nearest(scaled) as f64 / scale
}

/// The nearest whole number, the half away from zero.
pub fn nearest(number: f64) -> i64 {
    (number + 0.5_f64.copysign(number)) as i64
}

/// The number as an integer, if it is one below 10^15.
pub fn whole(number: f64) -> Option<i64> {
    let whole = number as i64;
    (whole as f64 == number && number.abs() < 1e15).then_some(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_rounded_is_written_short(number in -1e7..1e7, decimals in 0..5_usize) {
            let rounded = rounded(number, decimals);
            prop_assert!((rounded - number).abs() <= 0.500_001 / SCALES[decimals], "{number} became {rounded}");
            let written = rounded.to_string();
            prop_assert!(written.find('.').is_none_or(|point| written.len() - point - 1 <= decimals), "{written}");
        }
    }
}
