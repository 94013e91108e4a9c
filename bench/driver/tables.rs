//! The results as Markdown.

use std::fmt::Write;

use super::app::{AppVisit, SLOWER};
use super::data::{Meta, Set};
use super::figures::{least, median, most};
use super::summary::{Figure, Line};

/// The tables of one data set.
pub fn set(set: Set, meta: &Meta, lines: &[Line]) -> String {
    let mut out = String::new();
    let mb = meta.bytes as f64 / 1e6;
    let _ = writeln!(
        out,
        "### {}: {} features, {} vertices, {mb:.1} MB\n",
        set.name(),
        meta.features,
        meta.vertices
    );
    out += "| page | visits | bytes to drawn, ms | × fastest peer | drawn right | memory, MB | × leanest peer | process, MB |\n";
    out += "|---|---:|---:|---:|---:|---:|---:|---:|\n";
    for line in lines {
        let drawn = if line.undrawn > 0 {
            format!("not drawn ({} of {})", line.undrawn, line.visits)
        } else {
            figure(line.drawn.value, 0)
        };
        let _ = writeln!(
            out,
            "| {} | {} | {drawn} | {} | {} | {} | {} | {} |",
            name(line),
            line.visits,
            times(line.drawn),
            share(line.right),
            figure(line.memory.value, 1),
            times(line.memory),
            figure(line.process, 0),
        );
    }
    out += "\n| page | frame: median, ms | p95 | worst | at rest after, ms | drawn right then | zoomed in | hit: median, µs | p95 | mean | hits right | click, ms |\n";
    out += "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    for line in lines {
        let [middle, p95, worst] = line.frame.map(|ms| figure(ms, 1));
        let [hit, hit_p95, mean] = line.hit.map(|us| figure(us, 1));
        let _ = writeln!(
            out,
            "| {} | {middle} | {p95} | {worst} | {} | {} | {} | {hit} | {hit_p95} | {mean} | {} | {} |",
            line.page.name,
            figure(line.rest, 0),
            share(line.right_after),
            line.zoom.map_or_else(none, |zoom| format!("×{zoom:.1}")),
            share(line.hits_right),
            figure(line.click, 1),
        );
    }
    for line in lines.iter().filter(|line| line.failed > 0) {
        let fault = line.fault.as_deref().unwrap_or_default();
        let _ = writeln!(
            out,
            "\n{} failed {} of {} times: {fault}",
            line.page.name, line.failed, line.visits
        );
    }
    out
}

/// The table of the app.
pub fn app(visits: &[Result<AppVisit, String>]) -> String {
    let mut out = format!("### The app with its dossier, processor {SLOWER} times slower\n\n");
    let good: Vec<&AppVisit> = visits
        .iter()
        .filter_map(|visit| visit.as_ref().ok())
        .collect();
    if let Some(fault) = visits.iter().find_map(|visit| visit.as_ref().err()) {
        let failed = visits.len() - good.len();
        let _ = writeln!(out, "{failed} of {} visits failed: {fault}\n", visits.len());
    }
    if good.is_empty() {
        return out;
    }
    let middle = |get: &dyn Fn(&AppVisit) -> Option<f64>| {
        median(
            &good
                .iter()
                .filter_map(|visit| get(visit))
                .collect::<Vec<_>>(),
        )
    };
    out += "| visits | frame: median, ms | p95 | worst | sharp after, ms | click to pane, ms | to its frame | clicks answered |\n";
    out += "|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    let clicks = good.iter().fold((0, 0), |(a, b), visit| {
        (a + visit.clicks.0, b + visit.clicks.1)
    });
    let _ = writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} | {} | {} of {} |",
        good.len(),
        figure(middle(&|visit| Some(visit.motion.median)), 1),
        figure(middle(&|visit| Some(visit.motion.p95)), 1),
        figure(middle(&|visit| Some(visit.motion.worst)), 1),
        figure(middle(&|visit| visit.motion.rest), 0),
        figure(middle(&|visit| visit.changed), 1),
        figure(middle(&|visit| visit.shown), 1),
        clicks.0,
        clicks.1,
    );
    out
}

/// How fast the machine was during the run, and how evenly; and whether the hand's events were sent
/// on time.
pub fn calibration(times: &[f64], late: &[f64]) -> String {
    let all = || times.iter().copied();
    format!(
        "A fixed piece of work before each visit: median {} ms, from {} to {}. The event sent latest \
         in a visit was late by {} ms (median), {} ms at most.",
        figure(median(times), 0),
        figure(least(all()), 0),
        figure(most(all()), 0),
        figure(median(late), 1),
        figure(most(late.iter().copied()), 1),
    )
}

fn name(line: &Line) -> String {
    if line.version.is_empty() {
        line.page.name.to_owned()
    } else {
        format!("{} {}", line.page.name, line.version)
    }
}

fn none() -> String {
    "–".to_owned()
}

fn figure(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(none, |value| format!("{value:.digits$}"))
}

fn times(figure: Figure) -> String {
    figure
        .times
        .map_or_else(none, |times| format!("{times:.2}"))
}

fn share(value: Option<f64>) -> String {
    value.map_or_else(none, |value| format!("{:.0} %", value * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::PAGES;
    use crate::summary::{lines, tests::run};

    #[test]
    fn a_page_that_drew_nothing_is_said_to_have() {
        let [_, slow, fast, ..] = PAGES;
        let runs = [run(slow, 300.0, 1.0), run(fast, 1.0, 0.0)];
        let meta = Meta {
            features: 1,
            vertices: 4,
            bytes: 100,
            view: [0.0; 4],
            probes: Vec::new(),
        };
        let text = set(Set::Small, &meta, &lines(&runs, Set::Small, &PAGES));
        assert!(
            text.contains("| leaflet-canvas | 1 | not drawn (1 of 1) | – | 0 % |"),
            "{text}"
        );
        assert!(
            text.contains("| leaflet-svg | 1 | 300 | 1.00 | 100 % |"),
            "{text}"
        );
    }
}
