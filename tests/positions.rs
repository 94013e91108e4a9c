//! Who says what in the shipped dossier, on days on which it differs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::sync::LazyLock;

use clausemap::coverage::Coverage;
use clausemap::dossier::{Dossier, Evidence, Stance, StanceKind};
use clausemap::load::{Loaded, load};
use clausemap::reading::{
    Filters, GroupHead, PositionCell, PositionMark, PositionOrder, Positions, Reader, Verdict,
};
use support::{as_files, in_repository, read_folder};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = as_files(&read_folder(&in_repository("public/dossier")));
    load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

/// The dossier on a day, with its ties.
struct Then {
    dossier: Dossier,
    coverage: Coverage,
}

impl Then {
    fn on(day: &str) -> Self {
        let day = day.parse().unwrap_or_else(|_| panic!("{day}"));
        let dossier = SHIPPED.dossier.as_of(day);
        let coverage = Coverage::of(&dossier);
        Self { dossier, coverage }
    }

    fn latest() -> Self {
        Self::on("2031-01-01")
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            dossier: &self.dossier,
            coverage: &self.coverage,
            langs: &[],
            translation: None,
        }
    }

    /// All positions, by topic.
    fn all(&self) -> Positions {
        self.asked(&Filters::default(), None)
    }

    fn asked(&self, filters: &Filters, region: Option<&str>) -> Positions {
        let region = region.map(|id| id.parse().unwrap());
        let reader = self.reader();
        reader.positions(filters, region.as_ref(), PositionOrder::Topic)
    }
}

fn cell<'p>(positions: &'p Positions, matter: &str, party: &str) -> &'p PositionCell {
    let column = positions.parties.iter();
    let mut column = column.enumerate().filter(|(_, t)| t.id.as_str() == party);
    let (column, _) = column.next().unwrap_or_else(|| panic!("no {party}"));
    let row = positions.rows().find(|row| row.id.as_str() == matter);
    let row = row.unwrap_or_else(|| panic!("no {matter}"));
    &row.cells[column]
}

fn mark<'p>(positions: &'p Positions, matter: &str, party: &str) -> &'p PositionMark {
    let cell = cell(positions, matter, party);
    cell.mark()
        .unwrap_or_else(|| panic!("{party} on {matter}: {cell:?}"))
}

fn party(id: &str) -> Filters {
    Filters {
        party: Some(id.parse().unwrap()),
        ..Filters::default()
    }
}

#[test]
fn the_columns_are_the_parties_in_the_order_of_the_dossier_whatever_is_asked_for() {
    let then = Then::latest();
    let order = |positions: Positions| -> Vec<String> {
        let tags = positions.parties.iter();
        tags.map(|tag| tag.id.to_string()).collect()
    };
    let all = ["us", "ua", "ru", "eu", "eur", "cow", "iaea", "un", "tr"];
    assert_eq!(order(then.all()), all);
    let plant = Filters {
        topic: Some("znpp".parse().unwrap()),
        ..Filters::default()
    };
    assert_eq!(order(then.asked(&plant, None)), all);
    assert_eq!(order(then.asked(&party("ru"), None)), ["ru"]);
}

#[test]
fn matters_stand_under_their_topics_and_each_has_a_voice() {
    let then = Then::latest();
    let positions = then.all();
    assert_eq!((positions.matters, positions.claims), (65, 100));
    assert_eq!(
        positions.observed, 4,
        "only journalists have spoken of these"
    );
    for group in &positions.groups {
        let GroupHead::Topic(Some((topic, _))) = &group.head else {
            panic!("{:?}", group.head);
        };
        for row in &group.rows {
            let matter = then.dossier.matters.get(&row.id).unwrap();
            assert_eq!(matter.topic, *topic, "{}", row.id);
            let is_spoken = row.cells.iter().any(|cell| cell.mark().is_some());
            assert!(is_spoken, "{}", row.id);
            assert_eq!(row.cells.len(), positions.parties.len());
        }
    }
}

/// The cells on territory and on the talks, on three days on which they differ.
#[test]
fn a_cell_says_what_was_known_on_the_day() {
    let cases = [
        (
            "leave-donbas",
            "us",
            ["supports 1", "supports 1", "supports 1"],
        ),
        ("leave-donbas", "ua", ["none", "none", "opposes 1"]),
        ("territory-agreeable", "us", ["open 1", "open 3", "open 3"]),
        (
            "territory-agreeable",
            "ua",
            ["none", "opposes 1", "opposes 1"],
        ),
        (
            "cede-territory",
            "ua",
            ["opposes 2", "opposes 2", "opposes 3"],
        ),
        (
            "recognise-crimea",
            "ua",
            ["opposes 2", "opposes 2", "opposes 3"],
        ),
    ];
    let days = ["2025-12-16", "2025-12-28", "2026-03-13"].map(Then::on);
    for (matter, party, expected) in cases {
        let said = days.each_ref().map(|then| {
            let positions = then.all();
            let rows = || positions.rows().any(|row| row.id.as_str() == matter);
            let is_column = positions.parties.iter().any(|tag| tag.id.as_str() == party);
            if !is_column || !rows() {
                return "none".to_owned();
            }
            match cell(&positions, matter, party) {
                PositionCell::None => "none".to_owned(),
                PositionCell::LeftOut => "left out".to_owned(),
                PositionCell::Mark(mark) => {
                    format!("{} {}", mark.latest.stance.kind().slug(), mark.count)
                }
            }
        });
        assert_eq!(said, expected, "{party} on {matter}");
    }
}

#[test]
fn silence_has_a_day_and_is_no_missing_claim() {
    // Russia was asked about the 20 points, said nothing, and then said no.
    let then = Then::on("2025-12-25");
    let positions = then.all();
    let russia = mark(&positions, "russia-accepts-20", "ru");
    let Stance::Silent { as_of } = russia.latest.stance else {
        panic!("{russia:?}");
    };
    assert_eq!(as_of.to_string(), "2025-12-25");
    assert_eq!(russia.before, None);
    let row = positions
        .rows()
        .find(|row| row.id.as_str() == "russia-accepts-20");
    assert_eq!(row.unwrap().verdict, None, "silence is no voice");
    assert_eq!(
        *cell(&positions, "russia-accepts-20", "ua"),
        PositionCell::None
    );
    // A month before nobody had been asked: the matter is not there at all.
    let before = Then::on("2025-11-30").all();
    assert!(
        before
            .rows()
            .all(|row| row.id.as_str() != "russia-accepts-20")
    );
}

#[test]
fn a_stance_that_was_replaced_stands_before_the_latest() {
    let then = Then::latest();
    let positions = then.all();
    let russia = mark(&positions, "russia-accepts-20", "ru");
    assert_eq!(russia.latest.stance, Stance::Opposes);
    assert_eq!(russia.count, 3);
    assert!(
        matches!(russia.before, Some(Stance::Silent { .. })),
        "{russia:?}"
    );
    let evidence = then
        .reader()
        .position_evidence(&russia.latest.claim)
        .unwrap();
    let steps: Vec<String> = evidence
        .history
        .iter()
        .map(|step| {
            let by = step.replaced_by.as_ref().map(|by| by.id.to_string());
            format!("{} {}", step.card.id, by.unwrap_or_default())
        })
        .collect();
    assert_eq!(steps, ["s07 ", "v06 v08", "v08 "]);
    let replaced = evidence.history.last().unwrap().replaces.as_ref();
    assert_eq!(replaced.unwrap().id.as_str(), "v06");
    // The same stance again replaces nothing.
    let ukraine = mark(&positions, "recognise-crimea", "ua");
    assert_eq!((ukraine.count, ukraine.before), (3, None));
}

#[test]
fn the_newest_of_the_claims_behind_a_cell_is_the_one_in_it() {
    for day in [
        "2025-11-26",
        "2025-12-16",
        "2025-12-28",
        "2026-01-07",
        "2026-03-13",
    ] {
        let then = Then::on(day);
        let reader = then.reader();
        for mark in then
            .all()
            .rows()
            .flat_map(|row| &row.cells)
            .filter_map(PositionCell::mark)
        {
            let evidence = reader.position_evidence(&mark.latest.claim).unwrap();
            let newest = evidence.history.last().unwrap();
            assert_eq!(newest.card.id, mark.latest.claim, "{day}");
            assert_eq!(
                evidence.history.len(),
                mark.count,
                "{day}: {}",
                newest.card.id
            );
            assert!(newest.replaced_by.is_none());
        }
    }
}

#[test]
fn what_one_party_says_for_or_of_another_is_marked_as_that() {
    let positions = Then::latest().all();
    let told = mark(&positions, "free-economic-zone", "us");
    assert_eq!(told.told_by.as_ref().unwrap().id.as_str(), "ua");
    assert!(told.latest.reported);
    let about = mark(&positions, "russia-ready-ceasefire", "cow");
    assert_eq!(about.about.as_ref().unwrap().id.as_str(), "ru");
    // It is never that party's own.
    assert_eq!(
        *cell(&positions, "russia-ready-ceasefire", "ru"),
        PositionCell::None
    );
}

#[test]
fn the_most_contested_matters_come_first() {
    let then = Then::latest();
    let reader = then.reader();
    let contested = reader.positions(&Filters::default(), None, PositionOrder::Contested);
    let heads: Vec<_> = contested.groups.iter().map(|group| &group.head).collect();
    assert_eq!(*heads[0], GroupHead::Verdict(Some(Verdict::Contested)));
    assert!(heads.windows(2).all(|pair| {
        let [GroupHead::Verdict(a), GroupHead::Verdict(b)] = pair else {
            return false;
        };
        a > b
    }));
    let voices: Vec<usize> = contested.groups[0]
        .rows
        .iter()
        .map(|row| row.voices)
        .collect();
    assert!(voices.is_sorted_by(|a, b| a >= b), "{voices:?}");
    for row in &contested.groups[0].rows {
        let stances = row.cells.iter().filter_map(PositionCell::mark);
        let stances: Vec<Stance> = stances.map(|mark| mark.latest.stance).collect();
        assert_eq!(
            Verdict::on(&stances),
            Some(Verdict::Contested),
            "{}",
            row.id
        );
    }
    let ids: Vec<&str> = contested.groups[0]
        .rows
        .iter()
        .map(|row| row.id.as_str())
        .collect();
    for wanted in [
        "leave-donbas",
        "plant-thirds",
        "free-economic-zone",
        "recognise-crimea",
    ] {
        assert!(ids.contains(&wanted), "{ids:?}");
    }
    // The same matters in another order, and who is asked for does not change how contested one is.
    assert_eq!(contested.matters, then.all().matters);
    let russia = reader.positions(&party("ru"), None, PositionOrder::Contested);
    let of = |positions: &Positions| {
        positions
            .rows()
            .find(|r| r.id.as_str() == "leave-donbas")
            .unwrap()
            .verdict
    };
    assert_eq!(of(&russia), Some(Verdict::Contested));
}

#[test]
fn the_three_rival_texts_on_the_plant_are_reached_from_its_cells() {
    let then = Then::latest();
    let reader = then.reader();
    let plant = then.asked(&Filters::default(), Some("znpp"));
    let thirds = mark(&plant, "plant-thirds", "us");
    assert_eq!(thirds.latest.stance, Stance::Supports);
    assert_eq!(
        mark(&plant, "plant-thirds", "ua").latest.stance,
        Stance::Opposes
    );
    let half = mark(&plant, "plant-fifty-fifty", "ua");
    assert_eq!(half.latest.stance, Stance::Supports);
    for mark in [thirds, half] {
        let evidence = reader.position_evidence(&mark.latest.claim).unwrap();
        let clause = evidence
            .clauses
            .iter()
            .find(|tag| tag.id.as_str() == "p20-12");
        let page = reader.clause_page(&clause.unwrap().id).unwrap();
        assert_eq!(page.variants.len(), 3);
    }
    // What the United States is said to want, Ukraine and Russia refuse: both are found beside it.
    let evidence = reader.position_evidence(&thirds.latest.claim).unwrap();
    let others: Vec<&str> = evidence
        .others
        .iter()
        .map(|card| card.id.as_str())
        .collect();
    assert_eq!(others, ["v01", "v61"]);
}

#[test]
fn a_place_leaves_the_matters_of_its_own() {
    let plant = Then::latest().asked(&Filters::default(), Some("znpp"));
    assert!(plant.rows().any(|row| row.id.as_str() == "plant-thirds"));
    assert!(plant.rows().all(|row| row.id.as_str() != "british-troops"));
}

#[test]
fn what_is_not_asked_for_is_never_shown_as_not_recorded() {
    let then = Then::latest();
    let all = then.all();
    let asked = [
        Filters {
            stance: Some(StanceKind::Opposes),
            ..Filters::default()
        },
        Filters {
            evidence: Some(Evidence::OnRecord),
            ..Filters::default()
        },
        Filters {
            topic: Some("zones".parse().unwrap()),
            ..Filters::default()
        },
    ];
    let regions = [None, Some("donetsk"), Some("znpp")];
    for (filters, region) in asked.iter().flat_map(|f| regions.map(|region| (f, region))) {
        let some = then.asked(filters, region);
        for row in some.rows() {
            for (tag, shown) in some.parties.iter().zip(&row.cells) {
                let is_recorded = cell(&all, row.id.as_str(), tag.id.as_str())
                    .mark()
                    .is_some();
                let is_none = *shown == PositionCell::None;
                assert_eq!(
                    is_none, !is_recorded,
                    "{} on {}, {filters:?}",
                    tag.id, row.id
                );
            }
        }
    }
}

#[test]
fn a_stance_is_asked_of_the_latest_claim() {
    let then = Then::latest();
    let silent = then.asked(
        &Filters {
            stance: Some(StanceKind::Silent),
            ..Filters::default()
        },
        None,
    );
    assert!(silent.groups.is_empty(), "Russia has spoken since");
    let opposed = then.asked(
        &Filters {
            stance: Some(StanceKind::Opposes),
            ..Filters::default()
        },
        None,
    );
    assert_eq!(mark(&opposed, "russia-accepts-20", "ru").count, 3);
    assert_eq!(*cell(&opposed, "leave-donbas", "us"), PositionCell::LeftOut);
}

#[test]
fn nobody_knows_anything_before_anything_was_said() {
    let then = Then::on("1990-01-01");
    let positions = then.all();
    assert!(positions.groups.is_empty() && positions.parties.is_empty());
    assert_eq!(
        (positions.matters, positions.claims, positions.observed),
        (0, 0, 0)
    );
}
