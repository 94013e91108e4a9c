//! The shipped dossier, and the view of it that a reader meets first.

use std::path::{Path, PathBuf};

use clausemap::atlas::{Point, Projection};
use clausemap::dossier::{Files, Ground, Lang, Layer, LayerRole, Region, RegionId, read_manifest};
use clausemap::load::{self, Loaded};
use clausemap::paint::svg::Options;
use clausemap::scene::{Camera, Fill, Mark, Padding, RegionItem, SeaItem, TownItem, View};

/// All files of the dossier.
pub fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dossier");
    let mut files = Files::default();
    let mut open = vec![folder.clone()];
    while let Some(here) = open.pop() {
        let entries = std::fs::read_dir(here).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
                files.add(name, std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// The sum of their bytes.
pub fn size(files: &Files) -> u64 {
    let each = (0..).map_while(|at| files.get(at));
    each.map(|file| file.bytes.len() as u64).sum()
}

/// The layers of the manifest, each with the index of the file of its full outlines.
pub fn layers(files: &Files) -> Vec<(Layer, usize)> {
    let manifest = read_manifest(files).unwrap();
    let layers = manifest.layers.into_iter();
    layers
        .map(|layer| {
            let full = layer.detail.as_ref().unwrap_or(&layer.file);
            let at = files.find(full).unwrap();
            (layer, at)
        })
        .collect()
}

/// The projection that the manifest asks for.
pub fn projection() -> Projection {
    let manifest = read_manifest(&files()).unwrap();
    manifest
        .projection
        .map(Projection::from)
        .unwrap_or_default()
}

/// The dossier, loaded with its full outlines.
pub fn load() -> Loaded {
    load::load_whole(&files()).unwrap()
}

/// What the regions of the dossier are made of.
pub fn grounds() -> Vec<(RegionId, Ground)> {
    let loaded = load();
    let regions = loaded.dossier.regions.iter();
    regions
        .map(|region| (region.id.clone(), region.ground.clone()))
        .collect()
}

/// The whole country in a window of this size, in English, everything named.
pub fn view(loaded: &Loaded, width: f64, height: f64) -> View {
    let english = [Lang::from("en")];
    let atlas = &loaded.atlas;
    let camera = Camera::fit(atlas.ground_bounds(), Padding::even(40.0), width, height);
    let mut view = View::new(camera);
    let regions = loaded.dossier.regions.iter();
    view.regions = regions.map(|region| item(loaded, region)).collect();
    view.towns = atlas
        .names(LayerRole::Towns, |name| name.words(&english))
        .into_iter()
        .map(|(at, label)| TownItem {
            capital: at.id == "kyiv",
            at,
            label,
        })
        .collect();
    let seas = loaded.dossier.manifest.seas.iter().enumerate();
    view.seas = seas
        .map(|(at, sea)| SeaItem {
            label: sea.name.words(&english),
            at: Point::new(sea.at[0], sea.at[1]),
            within: None,
            large: at == 0,
        })
        .collect();
    view.name_backdrop(atlas, |name| name.words(&english));
    view
}

/// The same view without a word on it.
pub fn nameless(view: &View) -> View {
    let mut view = view.clone();
    for region in &mut view.regions {
        region.label.clear();
        region.long.clear();
    }
    view.towns.clear();
    view.seas.clear();
    view.neighbours.clear();
    view.waters.clear();
    view
}

/// What the painter is told besides.
pub fn options() -> Options<'static> {
    Options {
        prefix: "bench-",
        title: "Ukraine",
        regions: "Regions",
        lens: "clauses",
    }
}

fn item(loaded: &Loaded, region: &Region) -> RegionItem {
    let name = region.name.words(&[Lang::from("en")]);
    RegionItem {
        id: region.id.clone(),
        label: name.clone(),
        long: name.clone(),
        name,
        href: format!("#region={}", region.id),
        fill: Fill::Class(loaded.coverage.clauses(&region.id).len().min(4) as u8),
        badge: None,
        hatches: region.claimed_by.iter().map(|_| 0).collect(),
        lit: false,
        dim: false,
        focusable: false,
        mark: Mark::Site,
    }
}
