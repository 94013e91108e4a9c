//! One thing that is wrong with a file, where, and what becomes of what it is about.

use super::problem::Problem;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The feature it is about, by the beginning of its id or, without one, its number in the file
    /// from 1. `None` for what is about the whole file.
    pub feature: Option<String>,
    /// What is wrong.
    pub problem: Problem,
    /// What becomes of it.
    pub weight: Weight,
}

/// What becomes of a feature, or of the file, in which something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It is used all the same.
    Mended,
    /// The feature is left out.
    Feature,
    /// Everything from here on is left out.
    Rest,
    /// Nothing of the file can be used.
    File,
}

impl Weight {
    /// The end of what is told.
    fn fate(self) -> &'static str {
        match self {
            Self::Mended => "",
            Self::Feature => "; the feature is left out",
            Self::Rest => "; what follows is left out",
            Self::File => "; nothing of the file is shown",
        }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if let Some(feature) = &self.feature {
            write!(f, "feature `{feature}`: ")?;
        }
        let fate = match &self.problem {
            Problem::EndsEarly if self.weight == Weight::Rest => "; what is whole is shown",
            _ => self.weight.fate(),
        };
        write!(f, "{}; {}{fate}", self.problem, self.problem.remedy())
    }
}
