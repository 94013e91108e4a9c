//! From single visits to the medians that the tables show.

use super::data::Set;
use super::figures::{least, median, ratio};
use super::pages::{Kind, Page};
use super::visit::{Motion, Visit};

/// A visit that was made, or why it failed.
#[derive(Debug)]
pub struct Run {
    /// To which page.
    pub page: Page,
    /// With which data.
    pub set: Set,
    /// What came of it.
    pub came: Result<Visit, String>,
}

/// One page with one data set, over all runs.
#[derive(Debug, Clone)]
pub struct Line {
    /// The page.
    pub page: Page,
    /// Its version, as it told it.
    pub version: String,
    /// How many visits there were.
    pub visits: usize,
    /// How many of them failed, and what the first one said.
    pub failed: usize,
    /// See there.
    pub fault: Option<String>,
    /// How often the map was not there when the page said so.
    pub undrawn: usize,
    /// In ms, with the times as large as the best of the peers.
    pub drawn: Figure,
    /// The share of probes drawn right; of the worst visit.
    pub right: Option<f64>,
    /// In MB, as the page is told.
    pub memory: Figure,
    /// In MB, of the process.
    pub process: Option<f64>,
    /// In ms: the gaps between frames.
    pub frame: [Option<f64>; 3],
    /// In ms.
    pub rest: Option<f64>,
    /// How far it zoomed in.
    pub zoom: Option<f64>,
    /// The share of probes drawn right at rest; of the worst visit.
    pub right_after: Option<f64>,
    /// In µs: median, 95th percentile, mean.
    pub hit: [Option<f64>; 3],
    /// The share of right answers; of the worst visit.
    pub hits_right: Option<f64>,
    /// In ms.
    pub click: Option<f64>,
}

/// A median, and how many times the best peer's it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figure {
    /// The median.
    pub value: Option<f64>,
    /// Divided by the least of the peers.
    pub times: Option<f64>,
}

/// The lines of a data set, in the order of `pages`; a page that was not visited has none.
pub fn lines(runs: &[Run], set: Set, pages: &[Page]) -> Vec<Line> {
    let of = |page: &Page| {
        let own = runs
            .iter()
            .filter(|run| run.set == set && run.page == *page);
        line(*page, &own.collect::<Vec<_>>())
    };
    let mut lines: Vec<Line> = pages
        .iter()
        .map(of)
        .filter(|line| line.visits > 0)
        .collect();
    let best = |figure: fn(&Line) -> Option<f64>| {
        let peers = lines.iter().filter(|line| line.page.kind == Kind::Peer);
        least(peers.filter_map(figure))
    };
    let (fastest, leanest) = (
        best(|line| line.drawn.value),
        best(|line| line.memory.value),
    );
    for line in &mut lines {
        line.drawn.times = ratio(line.drawn.value, fastest);
        line.memory.times = ratio(line.memory.value, leanest);
    }
    lines
}

fn line(page: Page, runs: &[&Run]) -> Line {
    let visits: Vec<&Visit> = runs
        .iter()
        .filter_map(|run| run.came.as_ref().ok())
        .collect();
    let values = |get: &dyn Fn(&Visit) -> Option<f64>| -> Vec<f64> {
        visits.iter().filter_map(|visit| get(visit)).collect()
    };
    let middle = |get: &dyn Fn(&Visit) -> Option<f64>| median(&values(get));
    let motion =
        |get: fn(&Motion) -> Option<f64>| middle(&|visit| visit.motion.as_ref().and_then(get));
    let figure = |value| Figure { value, times: None };
    Line {
        page,
        version: visits
            .first()
            .map(|visit| visit.version.clone())
            .unwrap_or_default(),
        visits: runs.len(),
        failed: runs.len() - visits.len(),
        fault: runs.iter().find_map(|run| run.came.as_ref().err().cloned()),
        undrawn: visits.iter().filter(|visit| !visit.is_drawn()).count(),
        drawn: figure(middle(&|visit| visit.drawn)),
        right: least(values(&|visit| visit.right)),
        memory: figure(middle(&|visit| visit.memory)),
        process: middle(&|visit| visit.process),
        frame: [
            motion(|m| Some(m.median)),
            motion(|m| Some(m.p95)),
            motion(|m| Some(m.worst)),
        ],
        rest: motion(|m| m.rest),
        zoom: motion(|m| m.zoom),
        right_after: least(values(&|visit| visit.motion.as_ref().and_then(|m| m.right))),
        hit: [
            middle(&|visit| visit.hits.map(|hits| hits.median)),
            middle(&|visit| visit.hits.map(|hits| hits.p95)),
            middle(&|visit| visit.hits.map(|hits| hits.mean)),
        ],
        hits_right: least(values(&|visit| visit.hits.map(|hits| hits.right))),
        click: middle(&|visit| visit.click),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::pages::PAGES;

    pub fn run(page: Page, drawn: f64, right: f64) -> Run {
        let mut visit = Visit {
            right: Some(right),
            memory: Some(drawn / 10.0),
            ..Visit::default()
        };
        visit.drawn = visit.is_drawn().then_some(drawn);
        Run {
            page,
            set: Set::Small,
            came: Ok(visit),
        }
    }

    #[test]
    fn pages_are_compared_with_the_fastest_peer_and_never_with_ourselves() {
        let [own, slow, fast, ..] = PAGES;
        let runs = [
            run(own, 50.0, 1.0),
            run(slow, 300.0, 1.0),
            run(fast, 90.0, 1.0),
            run(fast, 110.0, 1.0),
        ];
        let lines = lines(&runs, Set::Small, &PAGES);
        let times: Vec<Option<f64>> = lines.iter().map(|line| line.drawn.times).collect();
        assert_eq!(times, [Some(0.5), Some(3.0), Some(1.0)]);
        assert_eq!(lines[2].visits, 2);
    }

    #[test]
    fn what_was_not_drawn_is_no_record() {
        let [_, slow, fast, ..] = PAGES;
        let runs = [run(slow, 300.0, 1.0), run(fast, 1.0, 0.2)];
        let lines = lines(&runs, Set::Small, &PAGES);
        assert_eq!(lines[1].undrawn, 1);
        assert_eq!(lines[1].drawn.value, None);
        assert_eq!(lines[0].drawn.times, Some(1.0));
    }

    #[test]
    fn a_failed_visit_is_counted_and_told() {
        let [_, slow, ..] = PAGES;
        let failed = Run {
            page: slow,
            set: Set::Small,
            came: Err("it fell over".to_owned()),
        };
        let runs = [failed, run(slow, 300.0, 1.0)];
        let lines = lines(&runs, Set::Small, &PAGES);
        assert_eq!((lines[0].visits, lines[0].failed), (2, 1));
        assert_eq!(lines[0].fault.as_deref(), Some("it fell over"));
        assert_eq!(lines[0].drawn.value, Some(300.0));
        assert!(super::lines(&runs, Set::Large, &PAGES).is_empty());
    }
}
