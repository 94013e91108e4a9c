//! Reads `GeoJSON`: what can be used, and a fault for each thing that cannot.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde::de::value::{Error as TextError, MapDeserializer};
use serde_json::value::RawValue;

use super::blocks::Blocks;
use super::feature::Feature;
use super::shape::Nodes;
use super::{Bounds, Point, Projection};
use crate::dossier::{
    Fault, FeatureRef, Files, Layer, LayerRole, Origin, Severity, Step, Text, offset_of,
};

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow, rename = "type", default)]
    kind: Option<&'a RawValue>,
    #[serde(borrow, default)]
    features: Option<Vec<&'a RawValue>>,
    #[serde(borrow, default)]
    crs: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct RawFeature<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<&'a RawValue>,
}

/// The features of a file, and the coordinate system that it names.
type Features<'a> = (Vec<&'a RawValue>, Option<&'a RawValue>);

/// Why a feature is left out: where, what, and what to do.
pub(super) type Refusal = (Origin, String, String);

/// A layer whose file is open: the features that are still to be read.
pub(super) struct Sheet<'a> {
    layer: Layer,
    file: usize,
    features: std::vec::IntoIter<&'a RawValue>,
    /// Where each id that was read stands.
    seen: HashMap<String, Origin>,
}

/// Reads one layer after another into the nodes and features of one atlas.
pub(super) struct Reader<'a> {
    pub(super) files: &'a Files,
    pub(super) by: Projection,
    pub(super) nodes: Nodes,
    pub(super) features: Vec<Feature>,
    pub(super) faults: Vec<Fault>,
    /// What was left out, with a fault that says why.
    pub(super) refused: Vec<FeatureRef>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(files: &'a Files, by: Projection) -> Self {
        Self {
            files,
            by,
            nodes: Nodes::default(),
            features: Vec::new(),
            faults: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// Opens a layer, whose file has this index; `None` when it cannot be read.
    pub(super) fn open(&mut self, layer: Layer, file: usize) -> Option<Sheet<'a>> {
        match self.features_in(&layer, file) {
            Ok((features, crs)) => {
                if let Some(crs) = crs.filter(|crs| !is_wgs84(crs.get())) {
                    let problem =
                        format!("the file names the coordinate system {}", short(crs.get()));
                    let remedy =
                        "export it in longitude and latitude of WGS 84; it is read as if it were";
                    self.warn(within(self.files, file, crs.get()), problem, remedy);
                }
                Some(Sheet {
                    layer,
                    file,
                    features: features.into_iter(),
                    seen: HashMap::new(),
                })
            }
            Err((at, problem, remedy)) => {
                self.error(at, problem, remedy);
                None
            }
        }
    }

    /// Reads the next feature of a layer. False when there is none.
    pub(super) fn feature_of(&mut self, sheet: &mut Sheet<'a>) -> bool {
        let Some(raw) = sheet.features.next() else {
            return false;
        };
        let origin = within(self.files, sheet.file, raw.get());
        match self.feature(&sheet.layer, origin, raw.get(), &mut sheet.seen) {
            Ok(feature) => self.features.push(feature),
            Err((at, problem, remedy)) => self.error(at, problem, remedy),
        }
        true
    }

    fn error(&mut self, at: Origin, problem: impl Into<String>, remedy: impl Into<String>) {
        let fault = self.files.fault(Severity::Error, at, problem, remedy);
        self.faults.push(fault);
    }

    pub(super) fn warn(
        &mut self,
        at: Origin,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let fault = self.files.fault(Severity::Warning, at, problem, remedy);
        self.faults.push(fault);
    }

    /// The features of a file, and the coordinate system that it names.
    fn features_in(&self, layer: &Layer, file: usize) -> Result<Features<'a>, Refusal> {
        let whole = |start: usize, end: usize| Origin { file, start, end };
        let Some(bytes) = self.files.get(file).map(|file| file.bytes.as_slice()) else {
            let problem = format!("layer `{}`: `{}` was not read", layer.id, layer.file);
            let remedy = "put the file where the manifest says it is";
            return Err((whole(0, 0), problem, remedy.to_owned()));
        };
        let wanted = "give a GeoJSON FeatureCollection: {\"type\": \"FeatureCollection\", \"features\": [...]}";
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let problem = "the file is not UTF-8".to_owned();
            let remedy = "save it as UTF-8; the whole file is left out".to_owned();
            (whole(error.valid_up_to(), bytes.len()), problem, remedy)
        })?;
        let collection: Collection<'_> = serde_json::from_str(text).map_err(|error| {
            let at = offset_of(bytes, error.line(), error.column());
            let (problem, remedy) = if error.is_data() {
                (
                    format!("this is no FeatureCollection: {}", reason(&error)),
                    wanted,
                )
            } else if bytes.starts_with(b"\xEF\xBB\xBF") {
                (
                    "the file begins with a byte order mark".to_owned(),
                    "save it as UTF-8 without one; the whole file is left out",
                )
            } else {
                (
                    format!("this is not JSON: {}", reason(&error)),
                    "correct it here; the whole file is left out",
                )
            };
            (whole(at, bytes.len()), problem, remedy.to_owned())
        })?;
        let kind = collection.kind.map_or("nothing", RawValue::get);
        let crs = collection.crs;
        let features = collection
            .features
            .filter(|_| kind == "\"FeatureCollection\"");
        features.map(|features| (features, crs)).ok_or_else(|| {
            let problem = format!(
                "expected \"type\": \"FeatureCollection\" with \"features\", found {}",
                short(kind)
            );
            (whole(0, bytes.len()), problem, wanted.to_owned())
        })
    }

    fn feature(
        &mut self,
        layer: &Layer,
        origin: Origin,
        text: &str,
        seen: &mut HashMap<String, Origin>,
    ) -> Result<Feature, Refusal> {
        let raw: RawFeature<'_> = serde_json::from_str(text).map_err(|error| {
            let problem = format!("this is no feature: {}", reason(&error));
            (origin, problem, "write {\"type\": \"Feature\", \"id\": ..., \"properties\": ..., \"geometry\": ...}".to_owned())
        })?;
        let id = raw.id.and_then(|id| id_of(id.get())).ok_or_else(|| {
            let at = self.files.locate(origin, &[Step::Key("id")]);
            let problem = "this feature has no id, so no region can name it";
            (
                at,
                problem.to_owned(),
                "give it \"id\" beside \"type\", a text or a number".to_owned(),
            )
        })?;
        let here = match raw.id {
            Some(id) => within(self.files, origin.file, id.get()),
            None => origin,
        };
        if let Some(first) = seen.get(&id) {
            let line = self.files.fault(Severity::Error, *first, "", "").line;
            let problem = format!("a second feature `{id}` in layer `{}`", layer.id);
            let remedy = format!("the first is on line {line}; give this one an id of its own");
            return Err((here, problem, remedy));
        }
        seen.insert(id.clone(), here);
        let at = FeatureRef {
            layer: layer.id.clone(),
            id,
        };
        let shape = match self.geometry(&at.id, origin, raw.geometry) {
            Ok(shape) => shape,
            Err(refusal) => {
                self.refused.push(at);
                return Err(refusal);
            }
        };
        let mut feature = Feature {
            at,
            role: layer.role,
            origin,
            name: Text::default(),
            note: Text::default(),
            kind: String::new(),
            rank: None,
            shape,
            bounds: Bounds::default(),
            label_point: Point::default(),
            area: 0.0,
            blocks: Blocks::default(),
            nested: false,
        };
        self.properties(&mut feature, raw.properties.map_or("null", RawValue::get));
        Ok(feature)
    }

    /// Takes the properties that mean something here; the others are the author's own.
    fn properties(&mut self, feature: &mut Feature, text: &str) {
        let origin = feature.origin;
        let at = |files: &Files| files.locate(origin, &[Step::Key("properties")]);
        let read = serde_json::from_str::<Option<BTreeMap<String, &RawValue>>>(text);
        let Ok(members) = read.map(Option::unwrap_or_default) else {
            let problem = format!(
                "expected \"properties\" to be an object, found {}",
                short(text)
            );
            self.warn(
                at(self.files),
                problem,
                "the feature is drawn without a name",
            );
            return;
        };
        let (mut names, mut notes) = (Vec::new(), Vec::new());
        for (key, value) in members {
            let words = || serde_json::from_str::<String>(value.get()).ok();
            let understood = match key.as_str() {
                "rank" => {
                    feature.rank = serde_json::from_str(value.get()).ok();
                    feature.rank.is_some()
                }
                "kind" => words().map(|kind| feature.kind = kind).is_some(),
                _ => match (language(&key, "name"), language(&key, "note")) {
                    (Some(lang), _) => words().map(|text| names.push((lang, text))).is_some(),
                    (_, Some(lang)) => words().map(|text| notes.push((lang, text))).is_some(),
                    _ => true,
                },
            };
            if !understood && value.get() != "null" {
                let expected = if key == "rank" {
                    "a whole number from 0 to 255"
                } else {
                    "a text"
                };
                let problem = format!(
                    "property `{key}`: expected {expected}, found {}",
                    short(value.get())
                );
                self.warn(at(self.files), problem, "it is left aside");
            }
        }
        feature.name = by_language(names);
        feature.note = by_language(notes);
    }
}

/// Where a slice of a file's bytes stands in the files.
pub(super) fn within(files: &Files, file: usize, text: &str) -> Origin {
    let bytes = files.get(file).map_or(&[][..], |file| &file.bytes);
    let start = text.as_ptr() as usize - bytes.as_ptr() as usize;
    let end = start + text.len();
    Origin { file, start, end }
}

fn id_of(text: &str) -> Option<String> {
    if let Ok(words) = serde_json::from_str::<String>(text) {
        return (!words.is_empty()).then_some(words);
    }
    text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        .then(|| text.to_owned())
}

/// The language of `name` (English) or `name_uk` among the properties.
fn language(key: &str, stem: &str) -> Option<String> {
    match key.strip_prefix(stem)? {
        "" => Some("en".to_owned()),
        rest => rest.strip_prefix('_').map(ToOwned::to_owned),
    }
}

fn by_language(words: Vec<(String, String)>) -> Text {
    Text::deserialize(MapDeserializer::<_, TextError>::new(words.into_iter())).unwrap_or_default()
}

/// Whether a `crs` member, which is written in several ways, means longitude and latitude.
fn is_wgs84(crs: &str) -> bool {
    crs == "null" || crs.contains("CRS84") || crs.contains(":4326\"")
}

/// What `serde_json` says, without the place, which the fault carries itself.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or_default().to_owned()
}

/// The beginning of a value as it stands in the file.
pub(super) fn short(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// The roles whose features make the ground: their outlines are matched against one another.
pub(super) fn makes_ground(role: LayerRole) -> bool {
    matches!(role, LayerRole::Backdrop | LayerRole::Regions)
}
