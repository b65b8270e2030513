//! Numbers that look random and are the same in every run (splitmix64; Steele, Lea, Flood 2014).

/// Where they begin.
const SEED: u64 = 0x5EED_D7EA;

pub(super) struct Random(u64);

impl Random {
    pub fn new() -> Self {
        Random(SEED)
    }

    /// Others for each seed.
    pub fn seeded(seed: u64) -> Self {
        Random(SEED ^ (seed + 1).rotate_left(32))
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed % bound as u64) as usize
    }
}
