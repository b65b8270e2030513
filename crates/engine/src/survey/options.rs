//! The options of a question, and sets of them.

use dteam_text::language::Localized;

/// The most options a question may have: a list of options is kept as the bits of one word.
pub const MAX_OPTIONS: usize = 64;

/// The options of a question, in the survey's order.
#[derive(Debug, Default)]
pub struct Options(pub Vec<Choice>);

/// One option.
#[derive(Debug)]
pub struct Choice {
    /// How profiles and expressions name it.
    pub id: String,
    /// What people choose it by.
    pub label: Localized,
}

impl Options {
    /// The option of this id.
    pub fn find(&self, id: &str) -> Option<u8> {
        self.0.iter().position(|choice| choice.id.as_str() == id).map(|index| index as u8)
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|choice| choice.id.as_str())
    }

    /// The ids as messages list them.
    pub fn listed(&self) -> String {
        self.ids().collect::<Vec<_>>().join(", ")
    }

    /// The option of an index that an answer to this question holds.
    pub fn get(&self, option: u8) -> &Choice {
        &self.0[usize::from(option)]
    }

    /// Whether an option's number means the same in both lists.
    pub fn same_as(&self, other: &Options) -> bool {
        self.ids().eq(other.ids())
    }
}

/// Options of one question as bits; bit n is the n-th option of the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OptionSet(pub u64);

impl OptionSet {
    /// One option alone.
    pub fn of(option: u8) -> Self {
        OptionSet(1 << option)
    }

    /// Whether the option is in it.
    pub fn has(self, option: u8) -> bool {
        self.0 & (1 << option) != 0
    }

    /// The set with the option as well.
    pub fn with(self, option: u8) -> Self {
        OptionSet(self.0 | (1 << option))
    }

    /// The set without the option.
    pub fn without(self, option: u8) -> Self {
        OptionSet(self.0 & !(1 << option))
    }

    /// The number of options in it, at most [`MAX_OPTIONS`].
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The options' numbers, in the survey's order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let option = (rest != 0).then(|| rest.trailing_zeros() as u8)?;
            rest &= rest - 1;
            Some(option)
        })
    }
}

impl FromIterator<u8> for OptionSet {
    fn from_iter<I: IntoIterator<Item = u8>>(options: I) -> Self {
        options.into_iter().fold(OptionSet::default(), OptionSet::with)
    }
}
