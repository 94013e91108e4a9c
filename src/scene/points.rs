//! Points: which towns and sites are shown at a zoom, how, and how easily they are hit.

use super::distance::{CLOSE, CONTINENT, COUNTRY, SEVERAL};
use super::links::{link, linked};
use super::path::corner;
use super::picture::{Dot, Hit, MarkLink, Sign};
use super::targets::thin_out;
use super::view::{Mark, View};
use crate::atlas::{Atlas, Feature, Form};
use crate::order;

/// How a town of this rank is drawn at this zoom.
fn town_sign(km_per_px: f64, rank: Option<u8>, capital: bool) -> Sign {
    match rank.unwrap_or(3) {
        _ if capital => Sign::Capital,
        0 | 1 if km_per_px <= CONTINENT => Sign::Seat,
        2 if km_per_px <= SEVERAL => Sign::Town,
        _ if km_per_px <= CLOSE => Sign::Town,
        _ => Sign::None,
    }
}

/// The regions that are points, the plant last, on top.
pub(super) fn marks(atlas: &Atlas, view: &View) -> Vec<MarkLink> {
    let km = view.camera.km_per_px();
    let capital = |at| view.towns.iter().any(|town| town.capital && town.at == at);
    let mut found: Vec<MarkLink> = Vec::new();
    for item in &view.regions {
        let Some(feature) = linked(atlas, item).filter(|f| f.shape.form == Form::Point) else {
            continue;
        };
        let link = link(view, item);
        let wanted = link.selected || link.lit || view.focused.as_ref() == Some(&item.id);
        let sign = match item.mark {
            Mark::Plant => Sign::Plant,
            Mark::Site if wanted || km <= SEVERAL => Sign::Site,
            Mark::Site => Sign::None,
            Mark::Town => match town_sign(km, feature.rank, capital(feature.at.clone())) {
                Sign::None if wanted || km <= COUNTRY => Sign::Town,
                sign => sign,
            },
        };
        let small = view.camera.width <= 500.0;
        let size = match sign {
            Sign::Plant if link.selected || (link.lit && km <= CLOSE) => 240,
            Sign::Plant if small => 130,
            Sign::Plant => 150,
            Sign::Site => 80,
            Sign::Capital => 60,
            Sign::Seat => 46,
            Sign::Town => 38,
            Sign::None => 0,
        };
        found.push(MarkLink {
            link,
            mark: item.mark,
            sign,
            size,
            hit: Hit {
                at: corner(view.camera.to_screen(feature.label_point)),
                radius: 0,
            },
        });
    }
    // The plant on top of the town that it lies beside.
    order::by_key(&mut found, |mark| {
        (mark.sign == Sign::Plant, mark.link.id.clone())
    });
    thin_out(&mut found, |mark| {
        view.focused.as_ref() == Some(&mark.link.id)
    });
    found
}

/// The towns that are no regions.
pub(super) fn dots(atlas: &Atlas, view: &View) -> Vec<Dot> {
    let regions: Vec<&Feature> = view
        .regions
        .iter()
        .filter_map(|item| linked(atlas, item))
        .collect();
    let own = |feature: &Feature| regions.iter().any(|region| region.at == feature.at);
    view.towns
        .iter()
        .filter_map(|town| Some((town, atlas.feature(&town.at)?)))
        .filter(|(_, feature)| !own(feature))
        .map(|(town, feature)| Dot {
            key: feature.at.id.clone(),
            at: corner(view.camera.to_screen(feature.label_point)),
            sign: town_sign(view.camera.km_per_px(), feature.rank, town.capital),
        })
        .collect()
}
