//! Days, in the words of a language and no more precisely than they are known.
//!
//! The browser's `Intl.DateTimeFormat` is not asked. What is hard about these dates it cannot say: about,
//! since, standing, a month alone as the beginning of a line; what is left, a day and the name of its month,
//! takes twelve words a language. So there is one path, natively tested, the same in the page and in what is
//! rendered without a browser.

use crate::dossier::{Day, When};

/// What a language says dates with.
pub(super) struct Dates {
    /// The months after a day: "15 Dec".
    pub months: [&'static str; 12],
    /// The months without one: "Dec 2025".
    pub months_alone: [&'static str; 12],
    pub about: &'static str,
    pub since: &'static str,
    pub standing: &'static str,
    /// No date is known.
    pub unknown: &'static str,
}

impl Dates {
    /// When something was, as a phrase that stands alone.
    pub fn say(&self, when: Option<When>) -> String {
        match when {
            None => self.unknown.to_owned(),
            Some(When::Day(day)) => self.full(day),
            Some(When::Month(day)) => name(&self.months_alone, day) + " " + &year(day),
            Some(When::Year(day)) => year(day),
            Some(When::About(day)) => format!("{} {}", self.about, self.full(day)),
            Some(When::Since(day)) => format!("{} {}", self.since, self.full(day)),
            Some(When::Standing) => self.standing.to_owned(),
            Some(When::Span(from, to)) => {
                let same_month = (from.year(), from.month()) == (to.year(), to.month());
                if same_month {
                    format!("{}–{}", from.day(), self.full(to))
                } else {
                    format!("{} – {}", self.full(from), self.full(to))
                }
            }
        }
    }

    fn full(&self, day: Day) -> String {
        format!("{} {} {}", day.day(), name(&self.months, day), year(day))
    }
}

fn year(day: Day) -> String {
    day.year().to_string()
}

fn name(months: &[&str; 12], day: Day) -> String {
    let at = usize::try_from(day.month() - 1).ok();
    let name = at.and_then(|at| months.get(at));
    name.copied().unwrap_or("?").to_owned()
}
