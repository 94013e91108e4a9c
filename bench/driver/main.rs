//! Measures this map and others, side by side, in one browser on one machine. README.md beside this
//! folder says what each figure is.

mod app;
mod browser;
mod data;
mod devtools;
mod figures;
mod hand;
mod machine;
mod pages;
mod picture;
mod site;
mod summary;
mod tables;
mod visit;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Parser;
use tokio::time::timeout;

use app::AppVisit;
use browser::Browser;
use data::{Meta, Set};
use pages::{PAGES, Page};
use summary::Run;
use visit::{Depth, Visit};

/// Measures this map and others in a browser; prints Markdown.
#[derive(Debug, Parser)]
struct Options {
    /// Only these pages (all).
    #[arg(long, value_delimiter = ',')]
    pages: Vec<String>,
    /// Only these data sets.
    #[arg(long, value_delimiter = ',', default_values = ["small", "medium", "large"])]
    sets: Vec<Set>,
    /// Visits of each page with each data set.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Leaves out the app itself.
    #[arg(long)]
    no_app: bool,
    /// Only the app itself.
    #[arg(long)]
    only_app: bool,
    /// Only makes the data sets.
    #[arg(long)]
    only_data: bool,
    /// Begins no visit after so many seconds.
    #[arg(long, default_value_t = 840)]
    seconds: u64,
}

/// How many runs ask for everything; see [`Depth`].
const WHOLE_RUNS: usize = 3;

/// A page that takes longer than this for a visit is visited twice only.
const SLOW: Duration = Duration::from_secs(22);

/// A visit that is not over by then has failed.
const TOO_LONG: Duration = Duration::from_mins(2);

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bench = root.join("bench");
    let sets: Vec<(Set, Meta)> = options
        .sets
        .iter()
        .map(|set| Ok((*set, set.ready(&bench)?)))
        .collect::<Result<_>>()?;
    if options.only_data {
        for (set, meta) in &sets {
            let (features, vertices, bytes) = (meta.features, meta.vertices, meta.bytes);
            let (name, probes) = (set.name(), meta.probes.len());
            println!(
                "{name}: {features} features, {vertices} vertices, {bytes} bytes, {probes} probes"
            );
        }
        return Ok(());
    }
    let dist = root.join("dist");
    let mut bench_run = BenchRun {
        origin: site::serve(&bench, &dist).await?,
        pages: chosen(&options, &bench)?,
        ends: Instant::now() + Duration::from_secs(options.seconds),
        runs: Vec::new(),
        left_out: 0,
    };
    println!("{}\n", told(&bench_run.pages).await?);
    if !options.only_app {
        bench_run.all(&sets, options.runs).await;
    }
    let mut app = Vec::new();
    if !options.no_app && dist.join("index.html").exists() {
        for _ in 0..options.runs {
            eprintln!("app");
            app.push(visit_app(&bench_run.origin).await);
        }
    }
    bench_run.print(&sets, &app);
    bench_run.keep(&bench.join("results"))
}

/// The pages to visit: those that were asked for and are there. Says which are not.
fn chosen(options: &Options, bench: &Path) -> Result<Vec<Page>> {
    if let Some(name) = options
        .pages
        .iter()
        .find(|name| PAGES.iter().all(|page| page.name != **name))
    {
        let names: Vec<&str> = PAGES.iter().map(|page| page.name).collect();
        bail!("no page is called `{name}`; there are {}", names.join(", "));
    }
    let is_asked = |page: &&Page| {
        options.pages.is_empty() || options.pages.iter().any(|name| name == page.name)
    };
    let (there, missing): (Vec<Page>, Vec<Page>) = PAGES
        .iter()
        .filter(is_asked)
        .partition(|page| page.is_there(bench));
    for page in missing {
        println!("{} is missing: it has not been built.\n", page.name);
    }
    Ok(there)
}

/// On what, and with what.
async fn told(pages: &[Page]) -> Result<String> {
    let browser = Browser::start().await?.version;
    let names: Vec<&str> = pages.iter().map(|page| page.name).collect();
    let (machine, names) = (machine::machine(), names.join(", "));
    Ok(format!(
        "{machine}; {browser}, headless, no GPU; window 1280 × 800. Pages: {names}."
    ))
}

async fn visit_app(origin: &str) -> Result<AppVisit, String> {
    match timeout(TOO_LONG, app::visit(origin)).await {
        Ok(came) => came.map_err(|error| format!("{error:#}")),
        Err(_) => Err("no end in sight".to_owned()),
    }
}

/// A whole run.
struct BenchRun {
    origin: String,
    pages: Vec<Page>,
    ends: Instant,
    runs: Vec<Run>,
    left_out: usize,
}

impl BenchRun {
    /// Visits all pages in turn, again and again; another one begins each time, so that what else
    /// the machine does falls on all of them.
    async fn all(&mut self, sets: &[(Set, Meta)], runs: usize) {
        let mut slow: Vec<(Set, Page)> = Vec::new();
        for run in 0..runs {
            for (set, meta) in sets {
                let mut order = self.pages.clone();
                let count = order.len().max(1);
                order.rotate_left(run % count);
                for page in order {
                    if run >= 2 && slow.contains(&(*set, page)) {
                        continue;
                    }
                    if Instant::now() > self.ends {
                        self.left_out += 1;
                        continue;
                    }
                    let depth = if run < WHOLE_RUNS {
                        Depth::Whole
                    } else {
                        Depth::Outline
                    };
                    let begun = Instant::now();
                    self.one(page, *set, meta, depth).await;
                    let took = begun.elapsed();
                    eprintln!(
                        "{run} {} {}: {:.1} s",
                        set.name(),
                        page.name,
                        took.as_secs_f64()
                    );
                    if took > SLOW {
                        slow.push((*set, page));
                    }
                }
            }
        }
    }

    async fn one(&mut self, page: Page, set: Set, meta: &Meta, depth: Depth) {
        let visiting = visit::visit(&page, &self.origin, set.name(), meta, depth);
        let came = match timeout(TOO_LONG, visiting).await {
            Ok(came) => came.map_err(|error| format!("{error:#}")),
            Err(_) => Err("no end in sight".to_owned()),
        };
        if let Err(fault) = &came {
            eprintln!("{}: {fault}", page.name);
        }
        self.runs.push(Run { page, set, came });
    }

    fn visits(&self) -> impl Iterator<Item = &Visit> {
        self.runs.iter().filter_map(|run| run.came.as_ref().ok())
    }

    fn print(&self, sets: &[(Set, Meta)], app: &[Result<AppVisit, String>]) {
        for (set, meta) in sets {
            let lines = summary::lines(&self.runs, *set, &self.pages);
            if !lines.is_empty() {
                println!("{}", tables::set(*set, meta, &lines));
            }
        }
        if !app.is_empty() {
            println!("{}", tables::app(app));
        }
        let app = || app.iter().filter_map(|visit| visit.as_ref().ok());
        let own = self.visits().map(|visit| visit.calibration);
        let times: Vec<f64> = own.chain(app().map(|visit| visit.calibration)).collect();
        let motions = self.visits().filter_map(|visit| visit.motion.as_ref());
        let motions = motions.chain(app().map(|visit| &visit.motion));
        let late: Vec<f64> = motions.map(|motion| motion.late).collect();
        println!("{}", tables::calibration(&times, &late));
        if self.left_out > 0 {
            println!("{} visits were left out for want of time.", self.left_out);
        }
    }

    /// Writes every single visit down, for whoever doubts a median. A run with a failure ends badly.
    fn keep(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        let each: Vec<serde_json::Value> = self
            .runs
            .iter()
            .map(|run| {
                let (page, set) = (run.page.name, run.set.name());
                match &run.came {
                    Ok(visit) => serde_json::json!({ "page": page, "set": set, "visit": visit }),
                    Err(fault) => serde_json::json!({ "page": page, "set": set, "fault": fault }),
                }
            })
            .collect();
        fs::write(folder.join("last.json"), serde_json::to_vec_pretty(&each)?)?;
        match self.runs.iter().filter(|run| run.came.is_err()).count() {
            0 => Ok(()),
            failed => bail!("{failed} visits failed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data::Probe;

    #[tokio::test]
    async fn a_page_that_draws_nothing_is_found_out() {
        let bench = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench");
        let origin = site::serve(&bench, &bench).await.unwrap();
        let probes = (0..5).map(|v| Probe {
            lon: f64::from(v) * 20.0,
            lat: 10.0,
            id: u32::from(v) + 1,
            v,
        });
        let meta = Meta {
            features: 5,
            vertices: 20,
            bytes: 100,
            view: [-50.0, -50.0, 50.0, 50.0],
            probes: probes.collect(),
        };
        let visit = visit::visit(&Page::BLANK, &origin, "small", &meta, Depth::Whole)
            .await
            .unwrap();
        assert_eq!(visit.right, Some(0.0));
        assert_eq!(visit.drawn, None);
        assert!(
            visit.motion.is_none(),
            "frames that show nothing are not measured"
        );
    }
}
