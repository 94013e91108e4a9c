//! The whole country drawn small, by what fills its regions, for the eye alone: nothing on it is named and
//! nothing can be chosen.

use super::path::{Path, Pen};
use super::{Camera, Fill, Padding};
use crate::atlas::{Atlas, Form};
use crate::dossier::{LayerRole, RegionId};
use crate::order;

/// A small picture. Coordinates are tenths of a CSS px.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SmallMap {
    /// Its width in CSS px.
    pub width: f64,
    /// Its height in CSS px.
    pub height: f64,
    /// Other countries.
    pub abroad: Path,
    /// The country, under its regions.
    pub home: Path,
    /// The regions that have an area, the largest first, so that those within others lie above them.
    pub areas: Vec<(Fill, Path)>,
    /// The lines between them.
    pub inner: Path,
    /// Lakes.
    pub lakes: Path,
    /// The land's edge.
    pub coast: Path,
    /// The border of the country.
    pub border: Path,
}

impl SmallMap {
    /// The country in a picture of this size.
    pub fn of<'r>(
        atlas: &Atlas,
        (width, height): (f64, f64),
        regions: impl IntoIterator<Item = (&'r RegionId, Fill)>,
    ) -> Self {
        let bounds = atlas.ground_bounds();
        let camera = Camera::fit(bounds, Padding::even(8.0), width, height);
        let pen = Pen::new(atlas, &camera, 0.0);
        let seams = atlas.seams();
        let home = atlas.home();
        let mut abroad = Path::default();
        let others = atlas.of_role(LayerRole::Backdrop);
        for other in others.filter(|other| home.is_none_or(|home| home.at != other.at)) {
            if pen.sees(&other.bounds) {
                abroad.add(&pen.shape(&other.shape));
            }
        }
        let mut lakes = Path::default();
        let water = atlas.of_role(LayerRole::Water);
        for lake in water.filter(|f| f.shape.form == Form::Area && f.kind != "drained") {
            lakes.add(&pen.shape(&lake.shape));
        }
        Self {
            width,
            height,
            abroad,
            home: home.map(|home| pen.shape(&home.shape)).unwrap_or_default(),
            areas: areas(atlas, &pen, regions),
            inner: pen.chains(&seams.inner, 1.0),
            lakes,
            coast: pen.chains(&seams.coast, 1.0),
            border: pen.chains(&seams.border, 1.0),
        }
    }
}

fn areas<'r>(
    atlas: &Atlas,
    pen: &Pen<'_>,
    regions: impl IntoIterator<Item = (&'r RegionId, Fill)>,
) -> Vec<(Fill, Path)> {
    let mut found: Vec<_> = regions
        .into_iter()
        .filter(|(id, _)| !atlas.is_group(id))
        .filter_map(|(id, fill)| Some((atlas.ground(id).next()?, fill)))
        .filter(|(at, _)| at.role == LayerRole::Regions && at.shape.form == Form::Area)
        .collect();
    order::by(&mut found, |(a, _), (b, _)| b.area.total_cmp(&a.area));
    let drawn = found.into_iter();
    drawn
        .map(|(at, fill)| (fill, pen.shape(&at.shape)))
        .filter(|(_, path)| !path.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::tests::shipped;

    #[test]
    fn every_region_with_an_area_is_in_the_picture() {
        let (atlas, regions) = shipped();
        let filled = regions.iter().map(|region| (&region.id, Fill::Class(1)));
        let small = SmallMap::of(atlas, (264.0, 172.0), filled);
        assert!(small.areas.len() >= 27, "{}", small.areas.len());
        assert!(!small.border.is_empty() && !small.coast.is_empty());
        let window = crate::atlas::Bounds::of(
            crate::atlas::Point::new(0.0, 0.0),
            crate::atlas::Point::new(264.0, 172.0),
        );
        for (_, path) in &small.areas {
            assert!(window.covers(&path.bounds()), "{:?}", path.bounds());
        }
    }
}
