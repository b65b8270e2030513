//! Outcomes as bytes: bit 0 is set if it is true, bit 1 if it is false, neither if it is unknown.

/// An outcome.
pub(super) type Mark = u8;

pub(super) const TRUE: Mark = 0b01;
pub(super) const FALSE: Mark = 0b10;

/// The outcome of a test that holds or not, if that is known.
#[inline(always)]
pub(super) fn of_test(holds: bool, is_known: bool) -> Mark {
    (FALSE - u8::from(holds)) & 0_u8.wrapping_sub(u8::from(is_known))
}

pub(super) fn of(outcome: Option<bool>) -> Mark {
    outcome.map_or(0, |holds| of_test(holds, true))
}

/// The outcomes by their marks, and their opposites.
pub(super) const OUTCOMES: [Option<bool>; 4] = [None, Some(true), Some(false), None];
pub(super) const OPPOSITES: [Option<bool>; 4] = [None, Some(false), Some(true), None];

#[inline(always)]
pub(super) fn outcome(mark: Mark) -> Option<bool> {
    OUTCOMES[usize::from(mark & (TRUE | FALSE))]
}

/// True for false and false for true.
#[inline(always)]
pub(super) fn turned(mark: Mark) -> Mark {
    (mark & TRUE) << 1 | mark >> 1
}
