//! Places of the shipped dossier: what bears on them, and where they lie.

use std::collections::BTreeSet;

use clausemap::atlas::{Feature, Form, Point, Reach, Side};
use clausemap::coverage::Reason;
use clausemap::dossier::{ClauseId, LayerRole, RegionId, RegionKind};

use super::{SHIPPED, dossier, id, reader};

fn ground(clause: &str) -> BTreeSet<&'static str> {
    let ids = SHIPPED.coverage.ground(&id(clause));
    ids.iter().map(RegionId::as_str).collect()
}

#[test]
fn clauses_cover_the_ground_that_they_name() {
    assert_eq!(ground("p20-12"), BTreeSet::from(["enerhodar", "znpp"]));
    let of_14 = [
        "donetsk",
        "luhansk",
        "zaporizhzhia",
        "kherson",
        "loc",
        "donetsk-ua-held",
        "enerhodar",
        "dnipropetrovsk",
        "mykolaiv",
        "sumy",
        "kharkiv",
    ];
    assert_eq!(ground("p20-14"), BTreeSet::from(of_14));
    assert_eq!(ground("p20-19"), BTreeSet::new());
}

#[test]
fn donetsk_is_named_by_three_clauses_of_the_20_points_and_meant_by_sixteen() {
    let page = reader().region_page(&id("donetsk"), &id("p20")).unwrap();
    let plan = page.plans.first().unwrap();
    assert_eq!(
        (plan.id.as_str(), plan.counted, plan.uncounted),
        ("p20", 3, 16)
    );
    let reasons: Vec<_> = plan
        .groups
        .iter()
        .flat_map(|group| &group.lines)
        .map(|line| (line.id.as_str(), line.reason.as_ref().unwrap().0.clone()))
        .collect();
    let inside = || Reason::NamesInside(id("donetsk-ua-held"));
    let counted = [
        ("p20-14a", Reason::NamesIt),
        ("p20-14b", inside()),
        ("p20-14d", inside()),
    ];
    assert_eq!(reasons[..3], counted);
    for (clause, reason) in &reasons[3..] {
        assert_eq!(*reason, Reason::WholeCountry(id("ukr")), "{clause}");
    }
}

#[test]
fn the_plant_leads_up_to_its_oblast_and_the_country() {
    let trail = reader().crumbs(&id("znpp"));
    let trail: Vec<_> = trail.iter().map(|crumb| crumb.id.as_str()).collect();
    assert_eq!(trail, ["ukr", "zaporizhzhia"]);
    // What names the plant bears on its oblast, and says so.
    let ties = SHIPPED.coverage.clauses(&id("zaporizhzhia"));
    let clause: ClauseId = id("us28-19");
    let tie = ties.iter().find(|tie| tie.id == clause).unwrap();
    assert_eq!(tie.reason, Reason::NamesInside(id("znpp")));
}

#[test]
fn crimea_and_sevastopol_are_ukraine() {
    let here = |lon, lat| {
        let at = SHIPPED.atlas.projection().forward(Point::new(lon, lat));
        let found = SHIPPED.atlas.what_is_here(at, 0.0, Reach::Own);
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(here(34.1108, 44.9572), ["crimea-arc", "ukr"]);
    assert_eq!(here(33.5213, 44.608), ["sevastopol", "ukr"]);
}

#[test]
fn all_27_units_are_drawn() {
    let codes = [
        "05", "07", "09", "12", "14", "18", "21", "23", "26", "30", "32", "35", "40", "43", "46",
        "48", "51", "53", "56", "59", "61", "63", "65", "68", "71", "74", "77",
    ];
    let expected: BTreeSet<String> = codes.iter().map(|code| format!("UA-{code}")).collect();
    let units = || {
        dossier()
            .regions
            .iter()
            .filter(|region| region.kind == RegionKind::Unit)
    };
    let found: BTreeSet<String> = units().filter_map(|unit| unit.code.clone()).collect();
    assert_eq!((found, units().count()), (expected, 27));
    for unit in units() {
        let drawn: Vec<_> = SHIPPED.atlas.ground(&unit.id).collect();
        assert_eq!(drawn.len(), 1, "{}", unit.id);
        assert_eq!(drawn[0].shape.form, Form::Area, "{}", unit.id);
        assert_eq!(Some(&drawn[0].at.id), unit.code.as_ref(), "{}", unit.id);
    }
}

#[test]
fn no_two_units_overlap() {
    let units = dossier()
        .regions
        .iter()
        .filter(|region| region.kind == RegionKind::Unit);
    let units: Vec<_> = units
        .flat_map(|unit| SHIPPED.atlas.ground(&unit.id))
        .collect();
    let bounds = SHIPPED.atlas.ground_bounds();
    let mut on_land = 0;
    for column in 0..120 {
        for row in 0..100 {
            let at = Point::new(
                bounds.min.x + bounds.width() * (f64::from(column) + 0.5) / 120.0,
                bounds.min.y + bounds.height() * (f64::from(row) + 0.5) / 100.0,
            );
            let side = |unit: &&&Feature| unit.side(SHIPPED.atlas.nodes(), at) == Side::Inside;
            let held: Vec<_> = units.iter().filter(side).map(|unit| &unit.at.id).collect();
            assert!(held.len() <= 1, "{at:?} lies in {held:?}");
            on_land += held.len();
        }
    }
    // About half of the box is Ukraine.
    assert!(on_land > 4000, "{on_land}");
}

#[test]
fn countries_are_drawn_by_the_backdrop() {
    let countries = dossier()
        .regions
        .iter()
        .filter(|region| region.kind == RegionKind::Country);
    let mut drawn = Vec::new();
    for country in countries {
        let features: Vec<_> = SHIPPED.atlas.ground(&country.id).collect();
        assert!(!features.is_empty(), "{} is not drawn", country.id);
        assert!(
            features
                .iter()
                .all(|feature| feature.role == LayerRole::Backdrop)
        );
        drawn.push(country.id.as_str());
    }
    assert_eq!(drawn, ["ukr", "poland", "russia"]);
}
