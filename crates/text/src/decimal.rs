//! Numbers with few decimals: rounded, and written digit by digit.
//!
//! An advice holds some hundred numbers, none with more than four decimals. The libraries are made
//! for all numbers there are; for these few, a part of the time does.

/// The most decimals that are written here.
const MAX_DECIMALS: usize = 4;

const SCALES: [f64; MAX_DECIMALS + 1] = [1.0, 1e1, 1e2, 1e3, 1e4];

/// Above this, decimals say nothing any more.
const GREATEST: f64 = 1e12;

/// Percentages and small numbers with one decimal, which most are: how they are written, and in how
/// many digits.
static TENTHS: [([u8; 5], u8); 1001] = tenths();

const fn tenths() -> [([u8; 5], u8); 1001] {
    let mut written = [([b'.'; 5], 0); 1001];
    let mut tenths = 0;
    while tenths < written.len() {
        let whole = tenths / 10;
        let length = if whole < 10 {
            1
        } else if whole < 100 {
            2
        } else {
            3
        };
        let (digits, all) = &mut written[tenths];
        let mut place = length;
        let mut rest = whole;
        while place > 0 {
            place -= 1;
            digits[place] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        digits[length + 1] = b'0' + (tenths % 10) as u8;
        *all = length as u8 + 2;
        tenths += 1;
    }
    written
}

/// Rounded to this number of decimals, at most four; the half away from zero.
pub fn rounded(number: f64, decimals: usize) -> f64 {
    let scale = SCALES[decimals.min(MAX_DECIMALS)];
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

/// Appends a number as JSON writes it, with one decimal at least, if four are all it has; otherwise
/// nothing, and then it is `false`.
pub fn write(number: f64, out: &mut Vec<u8>) -> bool {
    let tenths = (number * 10.0) as usize;
    if let Some((digits, length)) = TENTHS.get(tenths)
        && tenths as f64 / 10.0 == number
        && !number.is_sign_negative()
    {
        // All at once, then what is too much away: five bytes are put there in one go.
        out.extend_from_slice(digits);
        out.truncate(out.len() - digits.len() + usize::from(*length));
        return true;
    }
    let scaled = number * SCALES[MAX_DECIMALS];
    if !(-GREATEST..=GREATEST).contains(&scaled) || (number == 0.0 && number.is_sign_negative()) {
        return false;
    }
    let digits = nearest(scaled);
    // Numbers of so few digits are told apart by them: no shorter way of writing stands for the
    // same number.
    if digits as f64 / SCALES[MAX_DECIMALS] != number {
        return false;
    }
    let (mut rest, mut decimals) = (digits.unsigned_abs(), MAX_DECIMALS);
    while decimals > 1 && rest.is_multiple_of(10) {
        rest /= 10;
        decimals -= 1;
    }
    if let 0..10_000 = digits {
        let digit = |tens: i64| b'0' + (digits / tens % 10) as u8;
        out.extend_from_slice(&[b'0', b'.', digit(1000), digit(100), digit(10), digit(1)]);
        out.truncate(out.len() - MAX_DECIMALS + decimals);
        return true;
    }
    let mut written = [b'.'; 20];
    let mut start = written.len();
    for place in 0.. {
        // The dot is there already.
        start -= 1 + usize::from(place == decimals);
        written[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if place >= decimals && rest == 0 {
            break;
        }
    }
    if digits < 0 {
        start -= 1;
        written[start] = b'-';
    }
    out.extend_from_slice(&written[start..]);
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_what_serde_json_writes(digits in -20_000_000_000_i64..20_000_000_000, any in any::<f64>()) {
            for number in [digits as f64 / 1e4, digits as f64, (digits % 2000) as f64 / 1e1, (digits / 10_000) as f64 / 1e1, any, -0.0, 1e300, f64::NAN] {
                let mut out = Vec::new();
                if write(number, &mut out) {
                    let expected = serde_json::to_string(&number).expect("numbers serialise");
                    prop_assert_eq!(String::from_utf8(out).expect("digits"), expected);
                } else {
                    prop_assert!(out.is_empty());
                    prop_assert!(number.to_bits() != (digits as f64 / 1e4).to_bits());
                }
            }
        }

        #[test]
        fn what_is_rounded_is_written_short(number in -1e7..1e7, decimals in 0..5_usize) {
            let rounded = rounded(number, decimals);
            prop_assert!((rounded - number).abs() <= 0.500_001 / SCALES[decimals], "{number} became {rounded}");
            prop_assert!(write(rounded, &mut Vec::new()));
        }
    }
}
