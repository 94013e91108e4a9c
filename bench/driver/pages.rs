//! The pages that can be visited.

use std::path::Path;

/// A page that keeps the contract of README.md.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Its name in the tables.
    pub name: &'static str,
    /// Whose speed the others are compared with.
    pub kind: Kind,
    /// Its address under `bench/`, to which the data and the view are added.
    path: &'static str,
    /// The file that is there when the page has been built.
    built: &'static str,
    /// A notch of the wheel in px. Each library makes something else of a notch; with these, all
    /// zoom about as far.
    pub notch: f64,
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// This project's own.
    Own,
    /// Another library.
    Peer,
    /// A page for a test of the harness: never in a run.
    #[cfg(test)]
    Trial,
}

/// All pages, in the order of the tables.
pub const PAGES: [Page; 7] = [
    Page {
        name: "clausemap",
        kind: Kind::Own,
        path: "ours/dist/index.html?",
        built: "ours/dist/index.html",
        notch: 100.0,
    },
    peer(
        "leaflet-svg",
        "pages/page.html?peer=leaflet-svg&",
        "built/leaflet-svg.js",
        75.0,
    ),
    peer(
        "leaflet-canvas",
        "pages/page.html?peer=leaflet-canvas&",
        "built/leaflet-canvas.js",
        75.0,
    ),
    peer(
        "openlayers",
        "pages/page.html?peer=openlayers&",
        "built/openlayers.js",
        155.0,
    ),
    peer(
        "maplibre",
        "pages/page.html?peer=maplibre&",
        "built/maplibre.js",
        220.0,
    ),
    peer(
        "d3-svg",
        "pages/page.html?peer=d3-svg&",
        "built/d3-svg.js",
        150.0,
    ),
    peer(
        "d3-canvas",
        "pages/page.html?peer=d3-canvas&",
        "built/d3-canvas.js",
        150.0,
    ),
];

const fn peer(name: &'static str, path: &'static str, built: &'static str, notch: f64) -> Page {
    Page {
        name,
        kind: Kind::Peer,
        path,
        built,
        notch,
    }
}

impl Page {
    /// A page that looks right and draws nothing.
    #[cfg(test)]
    pub const BLANK: Self = Self {
        name: "blank",
        kind: Kind::Trial,
        path: "driver/blank.html?",
        built: "driver/blank.html",
        notch: 100.0,
    };

    /// Whether it has been built.
    pub fn is_there(&self, bench: &Path) -> bool {
        bench.join(self.built).exists()
    }

    /// Where it shows a data set.
    pub fn address(&self, origin: &str, data: &str, view: [f64; 4]) -> String {
        let [west, south, east, north] = view;
        let path = self.path;
        format!("{origin}/{path}data=/data/{data}.geojson&view={west},{south},{east},{north}")
    }
}
