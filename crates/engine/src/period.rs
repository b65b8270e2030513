//! Quarters of a year as people name them: `2027-Q1`.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Years that a plan can be in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9000;

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Quarters since the year 0.
    quarters: i32,
}

impl Period {
    /// The quarter of this year, 1 to 4; `None` for what is no such quarter, or a year that is far
    /// off.
    pub fn new(year: i32, quarter: u8) -> Option<Self> {
        let is_one = YEARS.contains(&year) && (1..=4).contains(&quarter);
        is_one.then(|| Period { quarters: year * 4 + i32::from(quarter) - 1 })
    }

    /// The first quarter that begins after this day.
    pub fn after(date: Date) -> Self {
        let quarters = i32::from(date.year()) * 4 + (i32::from(date.month()) - 1) / 3;
        Period { quarters: quarters + 1 }
    }

    /// So many quarters later.
    pub fn later(self, quarters: usize) -> Self {
        Period { quarters: self.quarters + quarters as i32 }
    }

    /// How many quarters after `start` it comes; `None` if it comes before it.
    pub fn since(self, start: Period) -> Option<usize> {
        usize::try_from(self.quarters - start.quarters).ok()
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.quarters.div_euclid(4)
    }

    /// Which quarter of its year it is, 1 to 4.
    pub fn quarter(self) -> u8 {
        self.quarters.rem_euclid(4) as u8 + 1
    }

    /// Its first day.
    ///
    /// # Panics
    /// Never: the years of periods are years of the calendar.
    pub fn first_day(self) -> Date {
        let month = (self.quarter() as i8 - 1) * 3 + 1;
        Date::new(self.year() as i16, month, 1).expect("a month of a year of the calendar")
    }

    /// Its last day.
    ///
    /// # Panics
    /// Never, as [`Period::first_day`].
    pub fn last_day(self) -> Date {
        self.later(1).first_day().yesterday().expect("a day of the calendar")
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-Q{}", self.year(), self.quarter())
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = text.split_once("-Q").or_else(|| text.split_once("-q"));
        let period = named
            .and_then(|(year, quarter)| Period::new(year.parse().ok()?, quarter.parse().ok()?));
        period.ok_or_else(|| format!("`{text}` is no quarter: write `2027-Q1`"))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
