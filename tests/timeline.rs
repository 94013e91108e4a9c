//! The timeline of the shipped dossier, on each day on which something came out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Day, Dossier, Lang, StanceKind, When};
use clausemap::load::{Loaded, load};
use clausemap::reading::{Chart, Days, Face, Filters, Label, Reader, Timeline};
use clausemap::scene::{self, estimate};
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

/// The widths that a window has: a desk, a small one, a phone.
const WINDOWS: [f64; 4] = [1384.0, 1040.0, 784.0, 358.0];

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn days() -> Days {
    Days::of(&SHIPPED.dossier)
}

fn with_reader<T>(dossier: &Dossier, ask: impl FnOnce(&Reader<'_>) -> T) -> T {
    let coverage = Coverage::of(dossier);
    let langs = [Lang::from("en")];
    ask(&Reader {
        dossier,
        coverage: &coverage,
        langs: &langs,
        translation: None,
    })
}

fn timeline(on: Day) -> Timeline {
    let then = SHIPPED.dossier.as_of(on);
    with_reader(&then, |reader| {
        reader.timeline(&days(), &Filters::default(), None)
    })
}

fn measure(text: &str, face: Face) -> f64 {
    let face = scene::Face {
        size: face.size,
        bold: face.bold,
        ..scene::Face::default()
    };
    estimate(text, face)
}

fn chart(timeline: &Timeline, window: f64) -> Chart {
    timeline.chart(window, &measure)
}

#[test]
fn something_came_out_on_each_day_of_news_and_on_no_other() {
    let whole = &SHIPPED.dossier;
    let count = |on: Day| {
        let then = whole.as_of(on);
        then.claims.len() + then.plans.len() + then.events.len()
    };
    let days = days();
    assert_eq!(days.last, day("2026-03-13"));
    assert_eq!(days.axis, day("2025-11-01"));
    assert!(days.news.len() > 40, "{:?}", days.news);
    let mut known = 0;
    for news in &days.news {
        assert_eq!(count(news.plus(-1)), known, "before {news}");
        known = count(*news);
        assert!(known > count(news.plus(-1)), "nothing came out on {news}");
    }
    let all = whole.claims.len() + whole.plans.len() + whole.events.len();
    assert_eq!(known, all);
}

#[test]
fn steps_go_from_news_to_news_and_end_at_the_dossiers_own_day() {
    let days = days();
    let mut at = days.first;
    let mut steps = 0;
    while let Some(next) = days.after(at) {
        assert_eq!(days.before(next), Some(at));
        at = next;
        steps += 1;
    }
    assert_eq!(at, days.last);
    assert!(steps + 1 >= days.news.len());
    assert_eq!(days.before(days.first), None);
    assert_eq!(days.clamp(day("1900-01-01")), days.first);
    assert_eq!(days.clamp(day("2031-01-01")), days.last);
}

#[test]
fn the_axis_is_linear_in_days() {
    let days = days();
    assert!((days.place(days.axis)).abs() < 1e-9);
    assert!((days.place(days.last) - 1.0).abs() < 1e-9);
    let step = days.place(days.axis.plus(1));
    for number in 0..days.count() {
        let at = days.place(days.axis.plus(number));
        assert!((at - number as f64 * step).abs() < 1e-9, "day {number}");
    }
}

/// Where the drawing puts a day.
fn x(chart: &Chart, day: Day) -> f64 {
    let lines = chart.lines;
    lines.axis + days().place(day) * (lines.end - lines.axis)
}

#[test]
fn marks_whiskers_and_spans_stand_at_the_days_that_a_date_can_mean() {
    let all = timeline(days().last);
    let (mut spans, mut whiskers, mut points) = (0, 0, 0);
    for window in WINDOWS {
        let chart = chart(&all, window);
        for (lane, placed) in all.lanes.iter().zip(&chart.lanes) {
            for (bunch, at) in lane.bunches.iter().zip(&placed.bunches) {
                let from = bunch.said.earliest().unwrap().max(days().axis);
                let to = bunch.said.latest().unwrap();
                match bunch.said {
                    When::Month(_) | When::Year(_) | When::Span(..) => {
                        let (start, end) = at.span.unwrap();
                        assert!((start - x(&chart, from)).abs() < 1e-6, "{bunch:?}");
                        assert!((end - x(&chart, to)).abs() < 1e-6, "{bunch:?}");
                        spans += 1;
                    }
                    _ => {
                        assert!((at.x - x(&chart, to)).abs() < 1e-6, "{bunch:?}");
                        assert_eq!(at.span, None);
                        points += 1;
                    }
                }
                let is_about = matches!(bunch.said, When::About(_));
                assert_eq!(at.about.is_some(), is_about, "{bunch:?}");
                if let Some((left, right)) = at.about {
                    assert!((left + right - 2.0 * at.x).abs() < 1e-6);
                    whiskers += 1;
                }
            }
        }
        for (event, at) in all.events.iter().zip(&chart.events) {
            let is_one = event.at.earliest() == event.at.latest();
            assert_eq!(at.span.is_none(), is_one, "{event:?}");
        }
    }
    assert!(
        spans > 4 && whiskers > 20 && points > 100,
        "{spans} {whiskers} {points}"
    );
}

/// What a label and its stem take of the drawing.
fn collide(a: (f64, Label), b: (f64, Label)) -> bool {
    let crosses = |stem: f64, from: usize, label: Label| {
        from <= label.line && stem > label.from && stem < label.to
    };
    let overlap = a.1.line == b.1.line && a.1.from < b.1.to && b.1.from < a.1.to;
    overlap || crosses(a.0, a.1.line, b.1) || crosses(b.0, b.1.line, a.1)
}

#[test]
fn no_two_labels_of_events_meet_on_any_day() {
    for on in days().news {
        let all = timeline(on);
        for window in WINDOWS {
            let chart = chart(&all, window);
            let labels: Vec<(f64, Label)> = chart
                .events
                .iter()
                .filter_map(|event| Some((event.x, event.label?)))
                .collect();
            for (index, a) in labels.iter().enumerate() {
                assert!(a.1.from >= 0.0 && a.1.to <= chart.lines.width, "{on}");
                for b in labels.iter().skip(index + 1) {
                    assert!(!collide(*a, *b), "{on}, {window}: {a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn most_events_have_a_label_and_all_that_brought_a_plan_do() {
    let all = timeline(days().last);
    let chart = chart(&all, 1384.0);
    let labelled = chart.events.iter().filter(|event| event.label.is_some());
    let labelled = labelled.count();
    assert!(
        labelled * 3 >= chart.events.len() * 2,
        "{labelled} of {}",
        chart.events.len()
    );
    for (event, at) in all.events.iter().zip(&chart.events) {
        assert!(!event.of_plan || at.label.is_some(), "{event:?}");
    }
}

#[test]
fn no_two_marks_of_a_lane_meet() {
    for on in days().news {
        let all = timeline(on);
        let chart = chart(&all, 1384.0);
        for (lane, placed) in all.lanes.iter().zip(&chart.lanes) {
            let marks = &placed.bunches;
            for (index, a) in marks.iter().enumerate() {
                assert!(a.y > placed.top && a.y < placed.top + placed.height);
                for b in marks.iter().skip(index + 1) {
                    let meet = (a.y - b.y).abs() < 17.9 && (a.x - b.x).abs() < 17.9;
                    assert!(!meet, "{on}, {}: {a:?} {b:?}", lane.party.name.words);
                }
            }
        }
    }
}

#[test]
fn nothing_later_than_the_day_is_on_the_timeline_of_any_day() {
    for on in days().news {
        let all = timeline(on);
        let then = SHIPPED.dossier.as_of(on);
        assert_eq!(all.day, on);
        assert_eq!(all.shown, then.claims.len());
        let listed: usize = all.claims.iter().map(|day| day.claims.len()).sum();
        assert_eq!(listed, then.claims.len());
        assert_eq!(all.cards.len(), then.events.len());
        let over = |when: When| when.latest().is_none_or(|latest| latest <= on);
        assert!(all.events.iter().all(|event| over(event.at)), "{on}");
        assert!(all.before.iter().all(|event| over(event.at)), "{on}");
        for bunch in all.lanes.iter().flat_map(|lane| &lane.bunches) {
            assert!(over(bunch.said), "{on}: {bunch:?}");
            assert!(bunch.claims.iter().all(|id| then.claims.has(id)), "{on}");
        }
        for window in WINDOWS {
            let chart = chart(&all, window);
            let marks = chart.lanes.iter().flat_map(|lane| &lane.bunches);
            let marks = marks.map(|mark| mark.span.map_or(mark.x, |(_, to)| to));
            let events = chart.events.iter();
            let events = events.map(|event| event.span.map_or(event.x, |(_, to)| to));
            for at in marks.chain(events) {
                assert!(at <= chart.day + 1e-6, "{on}: {at} beyond {}", chart.day);
            }
        }
        let strip = with_reader(&then, |reader| {
            reader.day_strip(&days(), &Filters::default(), None)
        });
        assert!(strip.bars.iter().all(|bar| bar.day <= on), "{on}");
        assert!(strip.plans.iter().all(|plan| plan.day <= on), "{on}");
    }
}

#[test]
fn every_claim_has_a_place_on_the_axis_or_is_said_to_have_none() {
    let all = timeline(days().last);
    let drawn: usize = all
        .lanes
        .iter()
        .map(|lane| {
            let bunches = lane.before.iter().chain(&lane.bunches);
            bunches.map(|bunch| bunch.claims.len()).sum::<usize>() + lane.elsewhere
        })
        .sum();
    assert_eq!(drawn, SHIPPED.dossier.claims.len());
    let undated: usize = all.lanes.iter().map(|lane| lane.elsewhere).sum();
    let listed = all.claims.iter();
    let listed = listed.filter(|day| day.said.and_then(When::earliest).is_none());
    let listed: usize = listed.map(|day| day.claims.len()).sum();
    assert_eq!(undated, listed);
    assert!(undated > 5);
}

#[test]
fn claims_of_one_day_and_stance_are_counted_in_one_mark() {
    let all = timeline(days().last);
    let us = all
        .lanes
        .iter()
        .find(|lane| lane.party.id.as_str() == "us")
        .unwrap();
    let of_15 = us
        .bunches
        .iter()
        .filter(|bunch| bunch.said.to_string() == "2025-12-15");
    let mut kinds: Vec<_> = of_15.clone().map(|bunch| bunch.stance.kind()).collect();
    let count = kinds.len();
    kinds.dedup();
    assert_eq!(kinds.len(), count, "a stance has one mark: {kinds:?}");
    assert!(of_15.clone().any(|bunch| bunch.claims.len() > 1));
}

#[test]
fn filters_and_a_place_narrow_the_claims() {
    let whole = &SHIPPED.dossier;
    with_reader(whole, |reader| {
        let only = Filters {
            party: Some("ru".parse().unwrap()),
            stance: Some(StanceKind::Opposes),
            ..Filters::default()
        };
        let donetsk = "donetsk".parse().unwrap();
        let all = reader.timeline(&days(), &only, Some(&donetsk));
        let asked = reader.claims_asked_for(&only, Some(&donetsk)).len();
        assert!(asked > 0 && all.shown == asked && all.known == whole.claims.len());
        assert_eq!(all.lanes.len(), 1);
        let kinds = all.lanes[0].bunches.iter().map(|b| b.stance.kind());
        assert!(kinds.into_iter().all(|kind| kind == StanceKind::Opposes));
        let strip = reader.day_strip(&days(), &only, Some(&donetsk));
        let counted: usize = strip.bars.iter().map(|bar| bar.count).sum();
        assert!(counted > 0 && counted <= asked);
    });
}

#[test]
fn the_same_day_gives_the_same_drawing() {
    let on = day("2025-12-28");
    let (first, second) = (timeline(on), timeline(on));
    assert_eq!(first, second);
    for window in WINDOWS {
        assert_eq!(chart(&first, window), chart(&second, window));
    }
}

#[test]
fn titles_on_the_strip_do_not_meet() {
    for on in days().news {
        let then = SHIPPED.dossier.as_of(on);
        let strip = with_reader(&then, |reader| {
            reader.day_strip(&days(), &Filters::default(), None)
        });
        for width in [560.0, 780.0, 1200.0] {
            let labels = strip.labels(&days(), width, None, &measure);
            assert_eq!(labels.len(), strip.plans.len());
            let mut shown: Vec<_> = labels.into_iter().flatten().collect();
            shown.sort_by(|a, b| a.from.total_cmp(&b.from));
            for pair in shown.windows(2) {
                assert!(pair[0].to < pair[1].from, "{on}: {pair:?}");
            }
        }
    }
}
