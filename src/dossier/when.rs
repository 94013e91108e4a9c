//! Dates that carry their precision.
//!
//! Written as a small part of EDTF (ISO 8601-2), so that a spreadsheet can hold them:
//!
//! | written | means |
//! |---|---|
//! | `2025-12-15` | that day |
//! | `2025-12` | some day of that month |
//! | `2025` | some day of that year |
//! | `2025-12-15~` | about that day |
//! | `2025-12-20/2025-12-21` | from the one day to the other |
//! | `2025-01-20/..` | since that day |
//! | `../..` | standing: it holds at all times |

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::Deserialize;
use thiserror::Error;

/// One day of the calendar, such as `2025-12-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
pub struct Day(Date);

/// When something was said, done or published, no more precisely than the source has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
pub enum When {
    /// That day.
    Day(Day),
    /// Some day of the month that begins with this day.
    Month(Day),
    /// Some day of the year that begins with this day.
    Year(Day),
    /// About that day.
    About(Day),
    /// From the first day to the second, which is not earlier.
    Span(Day, Day),
    /// Since that day.
    Since(Day),
    /// At all times: a constitution, a standing position without a day.
    Standing,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadDate {
    /// The form is unknown.
    #[error(
        "`{0}` is not a date; write 2025-12-15, 2025-12, 2025, 2025-12-15~ (about), 2025-12-20/2025-12-21 (from, to), 2025-01-20/.. (since) or ../.. (standing)"
    )]
    Form(String),
    /// Only a day will do.
    #[error("`{0}` is not a day; write year, month and day: 2025-12-15")]
    NoDay(String),
    /// The calendar has no such day.
    #[error("`{0}` is not in the calendar; check month and day")]
    Impossible(String),
    /// The span runs backwards.
    #[error("`{0}` ends before it begins; swap the two days")]
    Backwards(String),
}

impl Day {
    /// The year, such as 2025.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// How many days it is after another; less than nothing when it is before it.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.duration_since(other.0).as_hours() / 24
    }

    /// The day so many days later, or earlier; the calendar's last or first where it has no such day.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let hours = days.clamp(-10_000_000, 10_000_000) * 24;
        Self(self.0.saturating_add(SignedDuration::from_hours(hours)))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_start(self) -> Self {
        Self(self.0.first_of_month())
    }

    fn first_of(year: &str, month: &str) -> Option<Result<Self, ()>> {
        Self::of(year, month, "01")
    }

    /// `None`: not three numbers of the right length; `Some(Err)`: no such day.
    fn of(year: &str, month: &str, day: &str) -> Option<Result<Self, ()>> {
        let year = digits(year, 4)?;
        let (month, day) = (digits(month, 2)?, digits(day, 2)?);
        let date = i8::try_from(month)
            .ok()
            .zip(i8::try_from(day).ok())
            .and_then(|(month, day)| Date::new(year, month, day).ok());
        Some(date.map(Self).ok_or(()))
    }
}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl FromStr for Day {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let mut parts = text.split('-');
        let parsed = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day), None) => Self::of(year, month, day),
            _ => None,
        };
        parsed
            .ok_or_else(|| BadDate::NoDay(text.to_owned()))?
            .map_err(|()| BadDate::Impossible(text.to_owned()))
    }
}

impl FromStr for When {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        if text == "../.." {
            return Ok(Self::Standing);
        }
        if let Some(day) = text.strip_suffix("/..") {
            return day.parse().map(Self::Since);
        }
        if let Some((from, to)) = text.split_once('/') {
            let (from, to): (Day, Day) = (from.parse()?, to.parse()?);
            return if from <= to {
                Ok(Self::Span(from, to))
            } else {
                Err(BadDate::Backwards(text.to_owned()))
            };
        }
        if let Some(day) = text.strip_suffix('~') {
            return day.parse().map(Self::About);
        }
        let (parsed, make): (_, fn(Day) -> Self) = match text.split_once('-') {
            None => (Day::first_of(text, "01"), Self::Year),
            Some((year, month)) if !month.contains('-') => {
                (Day::first_of(year, month), Self::Month)
            }
            Some(_) => {
                // Whoever wrote this may have meant any of the forms.
                return text.parse().map(Self::Day).map_err(|fault| match fault {
                    BadDate::NoDay(text) => BadDate::Form(text),
                    fault => fault,
                });
            }
        };
        parsed
            .ok_or_else(|| BadDate::Form(text.to_owned()))?
            .map(make)
            .map_err(|()| BadDate::Impossible(text.to_owned()))
    }
}

impl When {
    /// The earliest day it can mean; `None` for what always holds.
    pub fn earliest(self) -> Option<Day> {
        match self {
            Self::Day(d)
            | Self::Month(d)
            | Self::Year(d)
            | Self::About(d)
            | Self::Span(d, _)
            | Self::Since(d) => Some(d),
            Self::Standing => None,
        }
    }

    /// The latest day it is known to mean: the last of a month, the end of a span, the day itself
    /// of "since"; `None` for what always holds.
    pub fn latest(self) -> Option<Day> {
        match self {
            Self::Day(d) | Self::About(d) | Self::Since(d) | Self::Span(_, d) => Some(d),
            Self::Month(d) => Some(Day(d.0.last_of_month())),
            Self::Year(d) => Some(Day(d.0.last_of_year())),
            Self::Standing => None,
        }
    }

    /// Orders by the earliest day that each can mean, then by the latest; what always holds, and what
    /// has no date, comes first.
    pub fn order(a: Option<Self>, b: Option<Self>) -> Ordering {
        let key = |w: Option<Self>| w.map(|w| (w.earliest(), w.latest()));
        key(a).cmp(&key(b))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(d) => write!(f, "{d}"),
            Self::Month(d) => write!(f, "{:04}-{:02}", d.year(), d.month()),
            Self::Year(d) => write!(f, "{:04}", d.year()),
            Self::About(d) => write!(f, "{d}~"),
            Self::Span(a, b) => write!(f, "{a}/{b}"),
            Self::Since(d) => write!(f, "{d}/.."),
            Self::Standing => f.write_str("../.."),
        }
    }
}

macro_rules! from_string {
    ($($name:ident),*) => {$(
        impl TryFrom<String> for $name {
            type Error = BadDate;
            fn try_from(text: String) -> Result<Self, BadDate> {
                text.parse()
            }
        }
    )*};
}
from_string!(Day, When);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_form_and_writes_it_back() {
        for text in [
            "2025-12-15",
            "2025-12",
            "2025",
            "2025-12-15~",
            "2025-12-20/2025-12-21",
            "2025-01-20/..",
            "../..",
        ] {
            assert_eq!(text.parse::<When>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn tells_an_impossible_day_from_a_wrong_form() {
        let fault = |text: &str| text.parse::<When>().unwrap_err();
        assert!(matches!(fault("2025-02-30"), BadDate::Impossible(_)));
        assert!(matches!(fault("2025-13"), BadDate::Impossible(_)));
        assert!(matches!(fault("15 December"), BadDate::Form(_)));
        assert!(matches!(fault("2025-1-5"), BadDate::Form(_)));
        assert!(matches!(
            fault("2025-12-21/2025-12-20"),
            BadDate::Backwards(_)
        ));
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("2024-03-01").days_since(day("2024-02-01")), 29);
        assert_eq!(day("2025-12-31").days_since(day("2026-01-01")), -1);
        assert_eq!(day("2025-11-20").plus(113), day("2026-03-13"));
        assert_eq!(day("2026-01-01").plus(-1), day("2025-12-31"));
        assert_eq!(day("2026-02-17").month_start(), day("2026-02-01"));
        let far = day("2026-02-17").plus(i64::MAX);
        assert!(far > day("2026-02-17"), "{far}");
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let month: When = "2024-02".parse().unwrap();
        assert_eq!(month.latest().unwrap().to_string(), "2024-02-29");
    }
}
