//! What the lenses say of the shipped dossier.

use clausemap::dossier::PartyKind;
use clausemap::reading::{Lens, LensValue, Shade, Verdict};

use super::{SHIPPED, dossier, id, reader};

#[test]
fn the_ground_that_is_fought_over_is_contested_and_the_west_has_nothing_recorded() {
    let verdict = |region: &str| reader().accord(&id(region)).verdict();
    for region in ["donetsk", "donbas", "znpp"] {
        assert_eq!(verdict(region), Some(Verdict::Contested), "{region}");
    }
    // Of what bears on all of Donbas, nobody on record is for what others oppose.
    assert_eq!(verdict("luhansk"), Some(Verdict::Open));
    for region in ["lviv", "volyn", "ternopil", "chernivtsi"] {
        assert_eq!(verdict(region), None, "{region}");
    }
}

/// The lens and the strip on the region's own page tell one story.
#[test]
fn contested_matters_are_those_that_the_page_shows_one_for_and_one_against() {
    for region in dossier().regions.iter() {
        let page = reader().region_page(&region.id, &id("p20")).unwrap();
        let has = |cells: &[Option<clausemap::reading::StanceCell>], stance| {
            cells.iter().flatten().any(|cell| cell.stance == stance)
        };
        let rows = page.strip.rows.iter();
        let split = rows.filter(|row| {
            has(&row.cells, clausemap::dossier::Stance::Supports)
                && has(&row.cells, clausemap::dossier::Stance::Opposes)
        });
        assert_eq!(
            reader().accord(&region.id).contested,
            split.count(),
            "{}",
            region.id
        );
    }
}

#[test]
fn every_party_that_can_be_asked_for_stands_somewhere_and_none_is_an_observer() {
    let parties = reader().lens_parties();
    assert!(parties.len() >= 3, "{parties:?}");
    for party in &parties {
        assert_ne!(
            dossier().parties.get(&party.id).unwrap().kind,
            PartyKind::Observer
        );
    }
    let russia = reader().stand(&id("donetsk"), &id("ru"));
    assert_eq!(
        russia.shade(),
        Shade::Mixed,
        "it supports leaving and opposes a free zone: {russia:?}"
    );
    assert_eq!(
        reader().stand(&id("lviv"), &id("ru")).shade(),
        Shade::Unrecorded
    );
}

#[test]
fn six_regions_are_claimed_and_each_claim_is_attributed() {
    let mut claimed = Vec::new();
    for region in SHIPPED.dossier.regions.iter() {
        match reader().lens_value(&Lens::Claimed, &region.id, &id("p20")) {
            Some(LensValue::Claimed(by)) if !by.is_empty() => {
                assert_eq!(by.len(), 1);
                claimed.push((region.id.to_string(), by[0].id.to_string()));
            }
            _ => {}
        }
    }
    claimed.sort();
    let six = [
        "crimea-arc",
        "donetsk",
        "kherson",
        "luhansk",
        "sevastopol",
        "zaporizhzhia",
    ];
    assert_eq!(
        claimed,
        six.map(|region| (region.to_owned(), "ru".to_owned()))
    );
}

#[test]
fn a_topic_narrows_the_lenses_to_its_own_clauses_and_claims() {
    let zones = id("zones");
    let value = |lens: &Lens, region: &str| {
        let (region, plan) = (id(region), id("p20"));
        reader().lens_value_on(lens, &region, &plan, Some(&zones))
    };
    // Over all topics Russia's stand on Donetsk is a mix; on the zones it is one stance.
    let russia = Lens::Party(Some(id("ru")));
    let Some(LensValue::Party(_, stand)) = value(&russia, "donetsk") else {
        panic!("Russia stands somewhere");
    };
    assert_eq!((stand.shade(), stand.opposes), (Shade::Opposes, 1));
    let Some(LensValue::Agreement(accord)) = value(&Lens::Agreement, "donetsk") else {
        panic!("a value");
    };
    assert_eq!((accord.contested, accord.open, accord.agreed), (1, 0, 0));
    let same = reader().lens_value(&Lens::Claimed, &id("donetsk"), &id("p20"));
    assert_eq!(value(&Lens::Claimed, "donetsk"), same);
}

#[test]
fn the_clauses_of_a_place_on_a_topic_are_those_of_its_page_that_are_about_it() {
    let plan = id("p20");
    for region in dossier().regions.iter() {
        for topic in dossier().topics.iter() {
            let counted = reader().counted_on(&region.id, &plan, Some(&topic.id));
            let ties = SHIPPED.coverage.clauses(&region.id).iter();
            let about = ties
                .filter(|tie| tie.reason.counts())
                .filter_map(|tie| dossier().clause(&tie.id))
                .filter(|at| at.plan.id == plan && at.clause.topics.contains(&topic.id));
            // A clause is about what its parts are about.
            assert!(counted >= about.count(), "{} {}", region.id, topic.id);
            assert!(counted <= reader().counted(&region.id, &plan));
        }
    }
}
