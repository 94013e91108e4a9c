//! What differs between two texts, by words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The later text does not have it.
    Gone,
    /// The earlier text did not have it.
    PutIn,
}

/// A run of a text, marked or not. All runs, one after the other, are the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with the spaces after them.
    pub words: String,
    /// What became of them.
    pub mark: Option<Mark>,
}

/// Of the longer text at least so much, in hundredths, must stand in the other: marks on nearly all of
/// it would say nothing.
const LEAST_COMMON: usize = 30;

/// No text is cut into more marked runs than that.
const MOST_RUNS: usize = 3;

/// Unmarked words between two marks that are shorter than this many letters together, join them.
const SHORTEST_GAP: usize = 9;

/// Both texts with what is gone from the earlier and put into the later; `None` where they differ so
/// much that marks would be noise.
pub(super) fn marked(earlier: &str, later: &str) -> Option<(Vec<Run>, Vec<Run>)> {
    let (old, new) = (Word::all(earlier), Word::all(later));
    let keys = |words: &[Word<'_>]| words.iter().map(|w| w.key.clone()).collect::<Vec<_>>();
    let steps = capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new));
    let steps = joined(&steps, &old);
    let common = steps.iter().filter(|step| step.is_common);
    let common: usize = common.map(|step| letters(&old, &step.old)).sum();
    let whole = letters(&old, &(0..old.len())).max(letters(&new, &(0..new.len())));
    if common * 100 < whole * LEAST_COMMON {
        return None;
    }
    let of = |words: &[Word<'_>], side: fn(&Step) -> &Range, mark| {
        let runs = steps.iter().map(|step| (side(step), step.is_common));
        let runs = runs.filter(|(range, _)| !range.is_empty());
        let runs = runs.flat_map(|(range, common)| run(words, range, (!common).then_some(mark)));
        let mut whole: Vec<Run> = Vec::new();
        for next in runs {
            match whole.last_mut() {
                Some(last) if last.mark == next.mark => last.words.push_str(&next.words),
                _ => whole.push(next),
            }
        }
        whole
    };
    let earlier = of(&old, |step| &step.old, Mark::Gone);
    let later = of(&new, |step| &step.new, Mark::PutIn);
    let marks = |runs: &[Run]| runs.iter().filter(|run| run.mark.is_some()).count();
    let few = marks(&earlier).max(marks(&later)) <= MOST_RUNS;
    few.then_some((earlier, later))
}

type Range = std::ops::Range<usize>;

/// A word, by its first letter, its last, and the end of what follows it.
struct Word<'t> {
    text: &'t str,
    /// The word without what stands around it, in small letters: two words are the same by this.
    key: String,
}

impl<'t> Word<'t> {
    fn all(text: &'t str) -> Vec<Self> {
        text.split_inclusive(char::is_whitespace)
            .map(|text| Self {
                text,
                key: text
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase(),
            })
            .collect()
    }
}

/// Words that both texts have, or words in the place of words.
struct Step {
    is_common: bool,
    old: Range,
    new: Range,
}

fn letters(words: &[Word<'_>], range: &Range) -> usize {
    let words = words.get(range.clone()).unwrap_or_default();
    words.iter().map(|word| word.key.chars().count()).sum()
}

/// The steps, with a few small words between two differences made part of them.
fn joined(ops: &[DiffOp], old: &[Word<'_>]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let step = Step {
            is_common: matches!(op, DiffOp::Equal { .. }),
            old: op.old_range(),
            new: op.new_range(),
        };
        let inside = at > 0 && at + 1 < ops.len();
        let is_gap = step.is_common && inside && letters(old, &step.old) < SHORTEST_GAP;
        match steps.last_mut() {
            Some(last) if !last.is_common && (is_gap || !step.is_common) => {
                last.old.end = step.old.end;
                last.new.end = step.new.end;
            }
            _ => steps.push(step),
        }
    }
    steps
}

/// A run of words; a mark does not reach over the space and the stop after its last word.
fn run(words: &[Word<'_>], range: &Range, mark: Option<Mark>) -> Vec<Run> {
    let words = words.get(range.clone()).unwrap_or_default();
    let whole: String = words.iter().map(|word| word.text).collect();
    if mark.is_none() {
        return vec![Run { words: whole, mark }];
    }
    let end = whole.trim_end_matches(|c: char| c.is_whitespace() || ".,;:".contains(c));
    let rest = whole.get(end.len()..).unwrap_or_default().to_owned();
    let marked = Run {
        words: end.to_owned(),
        mark,
    };
    let rest = Run {
        words: rest,
        mark: None,
    };
    [marked, rest]
        .into_iter()
        .filter(|run| !run.words.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(runs: &[Run]) -> String {
        let run = |run: &Run| match run.mark {
            None => run.words.clone(),
            Some(Mark::Gone) => format!("[-{}-]", run.words),
            Some(Mark::PutIn) => format!("[+{}+]", run.words),
        };
        runs.iter().map(run).collect()
    }

    fn both(earlier: &str, later: &str) -> Option<(String, String)> {
        marked(earlier, later).map(|(a, b)| (shown(&a), shown(&b)))
    }

    #[test]
    fn words_that_differ_are_marked_and_stops_are_not() {
        let said = both(
            "Ukraine’s armed forces are capped at 600,000.",
            "Ukraine’s armed forces stay at 800,000 in peacetime.",
        );
        let (earlier, later) = said.unwrap();
        assert_eq!(earlier, "Ukraine’s armed forces [-are capped at 600,000-].");
        assert_eq!(
            later,
            "Ukraine’s armed forces [+stay at 800,000 in peacetime+]."
        );
    }

    #[test]
    fn other_letters_are_words_too() {
        let (earlier, later) = both(
            "Україна проводить вибори впродовж 100 днів.",
            "Україна проводить вибори якнайшвидше після підписання.",
        )
        .unwrap();
        assert_eq!(earlier, "Україна проводить вибори [-впродовж 100 днів-].");
        assert_eq!(
            later,
            "Україна проводить вибори [+якнайшвидше після підписання+]."
        );
    }

    #[test]
    fn the_same_words_have_no_marks_whatever_their_case_and_stops() {
        let (earlier, later) = both("A full truce; at once.", "a full truce, at once").unwrap();
        assert_eq!(earlier, "A full truce; at once.");
        assert_eq!(later, "a full truce, at once");
    }

    #[test]
    fn texts_that_have_little_in_common_are_not_marked() {
        assert_eq!(
            both("An amnesty for all.", "Elections within 100 days."),
            None
        );
        assert_eq!(both("", "Elections."), None);
    }

    #[test]
    fn runs_make_the_text() {
        let texts = [
            "A full agreement between Russia, Ukraine and Europe; all is settled.",
            "A complete, unconditional agreement between Russia and Ukraine; monitoring from space.",
            "",
            "  spaces   stay  ",
            "—",
        ];
        for a in texts {
            for b in texts {
                if let Some((earlier, later)) = marked(a, b) {
                    let whole = |runs: &[Run]| runs.iter().map(|r| &*r.words).collect::<String>();
                    assert_eq!((&*whole(&earlier), &*whole(&later)), (a, b));
                }
            }
        }
    }
}
