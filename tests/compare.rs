//! Plans of the shipped dossier, clause against clause.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Change, Clause, Dossier, End, Lang, Lineage, Plan, PlanId, PlanKind};
use clausemap::load::{Loaded, load};
use clausemap::reading::{
    CHANGES, Cell, CompareLine, Comparison, Filters, Mark, Reader, Refusal, Run,
};
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

static ENGLISH: LazyLock<[Lang; 1]> = LazyLock::new(|| [Lang::from("en")]);

fn reader() -> Reader<'static> {
    Reader {
        dossier: &SHIPPED.dossier,
        coverage: &SHIPPED.coverage,
        langs: &*ENGLISH,
        translation: None,
    }
}

fn plan(id: &str) -> PlanId {
    id.parse().unwrap()
}

fn compare(left: &str, right: &str) -> Comparison {
    let (left, right) = (plan(left), plan(right));
    let none = Filters::default();
    reader().compare(&left, &right, &none, None).unwrap()
}

/// A line as `us28-05 reworded p20-03`, with `–` for a plan that has no such clause and `?` where nothing
/// is recorded.
fn told(line: &CompareLine) -> String {
    let side = |cell: &Cell| match cell {
        Cell::Clause(clause) => clause.id.to_string(),
        Cell::Again(tag) => format!("({})", tag.id),
        Cell::Absent => "–".to_owned(),
        Cell::Untied => "?".to_owned(),
    };
    let change = line.change.map_or("untied", Change::slug);
    format!("{} {change} {}", side(&line.left), side(&line.right))
}

fn all_told(comparison: &Comparison) -> Vec<String> {
    comparison.lines.iter().map(told).collect()
}

fn of(comparison: &Comparison, change: Option<Change>) -> Vec<String> {
    let lines = comparison.lines.iter();
    lines
        .filter(|line| line.change == change)
        .map(told)
        .collect()
}

#[test]
fn what_became_of_the_28_points_in_the_20() {
    let found = compare("us28", "p20");
    assert!(found.left_is_earlier);
    assert_eq!(
        of(&found, Some(Change::Dropped)),
        [
            "us28-03 dropped –",
            "us28-04 dropped –",
            "us28-07 dropped –",
            "us28-08 dropped –",
            "us28-09 dropped –",
            "us28-13 dropped –",
            "us28-17 dropped –",
            "us28-26 dropped –",
        ]
    );
    assert_eq!(
        of(&found, Some(Change::New)),
        ["– new p20-10", "– new p20-14d"]
    );
    assert_eq!(
        of(&found, Some(Change::Merged)),
        ["us28-21a merged p20-14a", "us28-21b merged (p20-14a)"]
    );
    assert_eq!(of(&found, Some(Change::Split)), ["us28-19 split p20-12"]);
    assert_eq!(of(&found, Some(Change::Withheld)), ["us28-15 withheld –"]);
    assert_eq!(
        of(&found, Some(Change::Widened)),
        ["us28-16 widened p20-06", "us28-23 widened p20-16"]
    );
    assert_eq!(
        of(&found, Some(Change::Reworded)),
        [
            "us28-01 reworded p20-01",
            "us28-05 reworded p20-03",
            "us28-18 reworded p20-11",
            "us28-22 reworded p20-15",
        ]
    );
    assert_eq!(
        of(&found, Some(Change::Changed)),
        [
            "us28-02 changed p20-02",
            "us28-06 changed p20-04",
            "us28-10 changed p20-05",
            "us28-11 changed p20-07",
            "us28-12 changed p20-08",
            "us28-14 changed p20-09",
            "us28-20 changed p20-13",
            "us28-21c changed p20-14c",
            "us28-21d changed p20-14b",
            "us28-24 changed p20-17",
            "us28-25 changed p20-18",
            "us28-27 changed p20-19",
            "us28-28 changed p20-20",
        ]
    );
    // All that is recorded is recorded between these two: nothing is put together, nothing is untied.
    assert!(found.lines.iter().all(|line| line.way.is_empty()));
    assert_eq!(found.untied, 0);
    assert_eq!(found.lines.len(), 33);
}

/// The E3 edit and the 20 points have no tie of their own: both come from the 28 points.
#[test]
fn plans_without_ties_of_their_own_are_compared_through_another() {
    let found = compare("e3", "p20");
    for expected in [
        // Reworded there, reworded here.
        "e3-01 reworded p20-01",
        // Kept there, so what happened here is all that happened.
        "e3-19 split p20-12",
        // Reworded there, changed here.
        "e3-11 changed p20-07",
        "e3-16 widened p20-06",
        // Changed on both ways.
        "e3-06 changed p20-04",
        // A reworded forerunner was dropped: so was this.
        "e3-09 dropped –",
        // The E3's text of these was not seen.
        "e3-15 withheld –",
        "e3-17 withheld –",
        "e3-18 withheld p20-11",
        "e3-22 withheld p20-15",
        // Four clauses of the 28 were made one, and lead to three.
        "e3-21 changed p20-14a",
        "(e3-21) changed p20-14b",
        "(e3-21) changed p20-14c",
        // What the E3 had changed or struck out is not what was dropped: nothing is recorded of it.
        "e3-03 untied ?",
        "e3-04 untied ?",
        "e3-07 untied ?",
        "e3-08 untied ?",
        "e3-13 untied ?",
        "e3-26 untied ?",
        // New beside the 28 points; of the E3 edit nobody says.
        "? untied p20-10",
        "? untied p20-14d",
    ] {
        assert!(
            all_told(&found).contains(&expected.to_owned()),
            "{expected} is not among {:#?}",
            all_told(&found)
        );
    }
    let first = &found.lines.first().unwrap().way;
    let through: Vec<_> = first
        .iter()
        .map(|step| (step.change, step.to.as_ref().map(|tag| tag.id.to_string())))
        .collect();
    assert_eq!(
        through,
        [
            (Change::Reworded, Some("us28-01".to_owned())),
            (Change::Reworded, None)
        ]
    );
}

#[test]
fn a_plan_without_text_or_ties_ties_nothing() {
    for other in ["us19", "ru27", "eu24", "paris"] {
        let found = compare("us28", other);
        assert_eq!(found.untied, found.lines.len(), "{other}");
        let changes = found.lines.iter().map(|line| line.change);
        assert!(
            changes.into_iter().all(|change| change.is_none()),
            "{other}"
        );
    }
    let found = compare("us28", "us19");
    assert!(found.right.no_text && !found.left.no_text);
    let nothing = compare("us19", "ru27");
    assert!(nothing.lines.is_empty());
}

#[test]
fn the_words_say_what_happened_in_time_whichever_plan_stands_left() {
    for (a, b) in pairs() {
        let (there, back) = (
            compare(a.as_str(), b.as_str()),
            compare(b.as_str(), a.as_str()),
        );
        assert_ne!(there.left_is_earlier, back.left_is_earlier);
        assert_eq!(there.counts, back.counts, "{a} {b}");
        assert_eq!(there.untied, back.untied, "{a} {b}");
        let ends = |line: &CompareLine| (line.left.clause().cloned(), line.right.clause().cloned());
        let there: BTreeSet<_> = there
            .lines
            .iter()
            .map(|line| (ends(line), line.change))
            .collect();
        let back: BTreeSet<_> = back
            .lines
            .iter()
            .map(|line| {
                let (left, right) = ends(line);
                ((right, left), line.change)
            })
            .collect();
        assert_eq!(there, back, "{a} {b}");
    }
}

/// Two of the dossier's plans, in either order.
fn pairs() -> Vec<(PlanId, PlanId)> {
    let reader = reader();
    let plans = reader.comparable_plans();
    let ids: Vec<_> = plans.into_iter().map(|plan| plan.id.clone()).collect();
    let pairs = ids.iter().flat_map(|a| ids.iter().map(move |b| (a, b)));
    pairs
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect()
}

/// The parts of a plan, and its clauses that have none.
fn smallest(plan: &Plan) -> BTreeSet<String> {
    let of = |clause: &Clause| match &*clause.parts {
        [] => vec![clause.id.to_string()],
        parts => parts.iter().map(|part| part.id.to_string()).collect(),
    };
    plan.clauses.iter().flat_map(of).collect()
}

#[test]
fn every_clause_of_both_plans_is_written_out_once_and_counts_are_lines() {
    for (a, b) in pairs() {
        let found = compare(a.as_str(), b.as_str());
        for (id, side) in [(&a, true), (&b, false)] {
            let written = found.lines.iter().filter_map(|line| {
                match if side { &line.left } else { &line.right } {
                    Cell::Clause(clause) => Some(clause.id.to_string()),
                    _ => None,
                }
            });
            let mut count = BTreeMap::<String, usize>::new();
            written.for_each(|id| *count.entry(id).or_default() += 1);
            assert!(count.values().all(|n| *n == 1), "{a} {b}: {count:?}");
            let expected = smallest(SHIPPED.dossier.plans.get(id).unwrap());
            let missing: Vec<_> = expected
                .iter()
                .filter(|id| !count.contains_key(*id))
                .collect();
            assert!(missing.is_empty(), "{a} {b}: {missing:?}");
        }
        holds_its_counts(&found);
        // Who is named again has been written out before.
        let mut seen = BTreeSet::new();
        for cell in found
            .lines
            .iter()
            .flat_map(|line| [&line.left, &line.right])
        {
            match cell {
                Cell::Clause(clause) => assert!(seen.insert(clause.id.clone())),
                Cell::Again(tag) => assert!(seen.contains(&tag.id), "{a} {b}: {}", tag.id),
                Cell::Absent | Cell::Untied => {}
            }
        }
    }
}

fn holds_its_counts(found: &Comparison) {
    for (change, count) in &found.counts {
        assert_eq!(of(found, Some(*change)).len(), *count, "{change:?}");
    }
    assert_eq!(of(found, None).len(), found.untied);
    let all: usize = found.counts.iter().map(|(_, count)| count).sum();
    assert_eq!(all + found.untied, found.lines.len());
}

/// No line says more than the file does: a tie is recorded as it stands, or each of its steps is.
#[test]
fn every_tie_is_recorded() {
    let recorded: Vec<&Lineage> = SHIPPED.dossier.lineage.iter().map(|(_, l)| l).collect();
    for (a, b) in pairs() {
        let found = compare(a.as_str(), b.as_str());
        let later = if found.left_is_earlier { &b } else { &a };
        let earlier = if found.left_is_earlier { &a } else { &b };
        for line in &found.lines {
            let Some(change) = line.change else {
                assert!(line.way.is_empty() && line.note.is_none());
                continue;
            };
            let (mut from, mut to) = (line.left.clause(), line.right.clause());
            if !found.left_is_earlier {
                std::mem::swap(&mut from, &mut to);
            }
            let end = |id: Option<&_>, plan: &PlanId| {
                id.map_or_else(
                    || End::AbsentFrom(plan.clone()),
                    |id| End::Clause(Clone::clone(id)),
                )
            };
            let (from, to) = (end(from, earlier), end(to, later));
            if line.way.is_empty() {
                let as_is = |l: &&&Lineage| l.from == from && l.to == to && l.change == change;
                assert!(recorded.iter().any(|l| as_is(&l)), "{}", told(line));
                continue;
            }
            let mut here = from;
            for step in &line.way {
                let next = step
                    .to
                    .as_ref()
                    .map_or_else(|| to.clone(), |tag| End::Clause(tag.id.clone()));
                let is_step = |l: &&Lineage| {
                    (l.from == here && l.to == next) || (l.to == here && l.from == next)
                };
                assert!(recorded.iter().any(is_step), "{}: {here:?}", told(line));
                here = next;
            }
            assert_eq!(here, to, "{}", told(line));
        }
    }
}

#[test]
fn filters_leave_out_and_count_what_is_left() {
    let whole = compare("us28", "p20");
    let ask = |filters: &Filters, region: Option<&str>| {
        let region = region.map(|id| id.parse().unwrap());
        let (a, b) = (plan("us28"), plan("p20"));
        reader().compare(&a, &b, filters, region.as_ref()).unwrap()
    };
    let territory = Filters {
        topic: Some("territory".parse().unwrap()),
        ..Filters::default()
    };
    let found = ask(&territory, Some("donetsk"));
    assert_eq!(
        all_told(&found),
        [
            // The five regions that 21c excepts are named by a group; 21b stands beside a clause that names Donetsk.
            "us28-21a merged p20-14a",
            "us28-21b merged (p20-14a)",
            "us28-21c changed p20-14c",
            "us28-21d changed p20-14b",
            "– new p20-14d",
        ]
    );
    holds_its_counts(&found);
    // A choice of changes leaves the counts as they are: they say what else there would be.
    for change in CHANGES {
        let some = Filters {
            changes: vec![change],
            ..Filters::default()
        };
        let found = ask(&some, None);
        assert_eq!(found.counts, whole.counts);
        let count = whole.counts.iter().find(|(of, _)| *of == change).unwrap().1;
        assert_eq!(found.lines.len(), count, "{change:?}");
        assert!(found.lines.iter().all(|line| line.change == Some(change)));
    }
    // A clause that stands on a line which is left out is written out where it stands next.
    let nowhere = ask(&Filters::default(), Some("no-such-region"));
    assert!(nowhere.lines.is_empty());
}

#[test]
fn marks_make_the_texts_that_the_clauses_have() {
    let mut marked = 0;
    for (a, b) in pairs() {
        let found = compare(a.as_str(), b.as_str());
        for line in &found.lines {
            for (cell, is_left) in [(&line.left, true), (&line.right, false)] {
                let Cell::Clause(clause) = cell else { continue };
                let text: String = clause.text.iter().map(|run: &Run| &*run.words).collect();
                let at = SHIPPED.dossier.clause(&clause.id).unwrap();
                let own = at
                    .clause
                    .wording
                    .text()
                    .map(|text| reader().say(text).words);
                assert_eq!(text, own.unwrap_or_default(), "{}", clause.id);
                let other = if is_left == found.left_is_earlier {
                    Mark::PutIn
                } else {
                    Mark::Gone
                };
                assert!(!clause.has(other), "{}", told(line));
                let any = clause.has(Mark::Gone) || clause.has(Mark::PutIn);
                let differs = !matches!(line.change, None | Some(Change::Kept | Change::Reworded));
                assert!(differs || !any, "{}", told(line));
                marked += usize::from(any);
            }
        }
    }
    assert!(marked > 20, "{marked}");
}

#[test]
fn the_first_and_the_newest_are_chosen_by_what_they_are() {
    let whole = &SHIPPED.dossier;
    let pair = reader().plan_pair(None, None, whole).unwrap();
    assert_eq!((pair.left.as_str(), pair.right.as_str()), ("us28", "p20"));
    assert!(pair.refused.is_empty());
    let ask = |from: &str, to: &str| {
        let pair = reader().plan_pair(Some(&plan(from)), Some(&plan(to)), whole);
        let pair = pair.unwrap();
        let why: Vec<_> = pair.refused.iter().map(|refused| refused.why).collect();
        (pair.left.to_string(), pair.right.to_string(), why)
    };
    assert_eq!(ask("p20", "us28"), ("p20".into(), "us28".into(), vec![]));
    assert_eq!(
        ask("us28", "seed"),
        ("us28".into(), "p20".into(), vec![Refusal::Digest])
    );
    assert_eq!(
        ask("nothing", "e3"),
        ("us28".into(), "e3".into(), vec![Refusal::Unknown])
    );
    let (left, right, why) = ask("us28", "us28");
    assert_eq!((&*left, &*right, why), ("p20", "us28", vec![Refusal::Same]));
    let from_first = reader().plan_pair(Some(&plan("p20")), None, whole).unwrap();
    assert_eq!(from_first.left, plan("p20"));
    assert_ne!(from_first.right, plan("p20"));
}

fn on<T>(day: &str, ask: impl FnOnce(Reader<'_>) -> T) -> T {
    let dossier: Dossier = SHIPPED.dossier.as_of(day.parse().unwrap());
    let coverage = Coverage::of(&dossier);
    ask(Reader {
        dossier: &dossier,
        coverage: &coverage,
        langs: &*ENGLISH,
        translation: None,
    })
}

#[test]
fn a_plan_that_is_not_out_cannot_be_chosen() {
    on("2025-12-01", |reader| {
        let offered: Vec<_> = reader
            .comparable_plans()
            .iter()
            .map(|p| p.id.as_str())
            .collect();
        assert!(!offered.contains(&"p20"), "{offered:?}");
        let asked = plan("p20");
        let pair = reader
            .plan_pair(None, Some(&asked), &SHIPPED.dossier)
            .unwrap();
        assert_eq!(pair.left, plan("us28"));
        assert_ne!(pair.right, asked);
        let refused = pair.refused.first().unwrap();
        assert_eq!(refused.name.words, "20 points");
        assert!(matches!(refused.why, Refusal::NotOut(_)));
        assert!(
            reader
                .compare(&pair.left, &asked, &Filters::default(), None)
                .is_none()
        );
    });
    // The first plan alone has nothing to stand against, and nothing stands before it.
    for day in ["2025-11-21", "2025-11-01"] {
        let pair = on(day, |reader| reader.plan_pair(None, None, &SHIPPED.dossier));
        assert_eq!(pair, None, "{day}");
    }
}

#[test]
fn no_list_is_offered_as_a_plan() {
    let reader = reader();
    let offered = reader.comparable_plans();
    assert!(offered.iter().all(|plan| plan.kind == PlanKind::Plan));
    assert_eq!(offered.first().unwrap().id, plan("us28"));
}
