//! Laws that hold for every date, address, id and nesting of places, tried on random ones.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that cannot do its part fails the test that called it"
)]

mod support;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use clausemap::coverage::Reason;
use clausemap::dossier::{
    Change, ClauseId, Day, Evidence, Files, Lang, RegionId, StanceKind, When, nearest,
};
use clausemap::load::{Loaded, load};
use clausemap::reading::{Filters, Lens, Reader};
use clausemap::route::{Accent, Command, Presentation, Route, Subject, Theme, Ui, View};
use proptest::prelude::*;
use proptest::sample::subsequence;
use support::open_every_page;

/// What fails is printed at its smallest; no file of earlier failures is kept in the repository.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A day of the calendar as it is written; every month has a 28th.
fn day() -> impl Strategy<Value = String> {
    (1_i32..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

/// A date in each of the forms that there are.
fn when() -> impl Strategy<Value = String> {
    prop_oneof![
        day(),
        day().prop_map(|day| day[..7].to_owned()),
        day().prop_map(|day| day[..4].to_owned()),
        day().prop_map(|day| format!("{day}~")),
        day().prop_map(|day| format!("{day}/..")),
        (day(), day()).prop_map(|(a, b)| {
            // Written with as many digits, the earlier day is the smaller text.
            let (first, last) = if a <= b { (a, b) } else { (b, a) };
            format!("{first}/{last}")
        }),
        Just("../..".to_owned()),
    ]
}

/// Texts that are nearly dates.
fn nearly_a_date() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[~/.]{0,3}",
        "[-0-9./~]{0,24}",
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_date_is_written_as_it_was_read(text in when()) {
        let read: When = text.parse().unwrap();
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn what_can_be_read_as_a_date_is_written_back_and_the_rest_is_told(text in nearly_a_date()) {
        match text.parse::<When>() {
            Ok(read) => prop_assert_eq!(&read.to_string(), &text),
            Err(fault) => {
                let fault = fault.to_string();
                let quoted = fault.split('`').nth(1).unwrap_or("?");
                prop_assert!(text.contains(quoted), "{}", fault);
            }
        }
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn a_date_does_not_end_before_it_begins(text in when()) {
        let read: When = text.parse().unwrap();
        prop_assert_eq!(read.earliest().is_some(), read.latest().is_some());
        prop_assert!(read.earliest() <= read.latest());
        prop_assert_eq!(read.earliest().is_none(), read == When::Standing);
    }

    #[test]
    fn dates_are_in_one_order(a in when(), b in when(), c in when()) {
        let [a, b, c] = [a, b, c].map(|text| text.parse::<When>().ok());
        prop_assert_eq!(When::order(a, b), When::order(b, a).reverse());
        prop_assert_eq!(When::order(a, a), Ordering::Equal);
        if When::order(a, b).is_le() && When::order(b, c).is_le() {
            prop_assert!(When::order(a, c).is_le());
        }
        // What has no date at all stands before what has one.
        prop_assert!(When::order(None, a).is_le());
    }
}

/// An id as a dossier may have it.
fn id<Id: std::str::FromStr + std::fmt::Debug>() -> impl Strategy<Value = Id> {
    "[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,3}".prop_map(|text| text.parse().ok().unwrap())
}

fn route() -> impl Strategy<Value = Route> {
    let subject = prop_oneof![
        Just(Subject::Overview),
        id().prop_map(Subject::Region),
        id().prop_map(Subject::Clause),
        id().prop_map(Subject::Source),
        id().prop_map(Subject::Party),
        id().prop_map(Subject::Claim),
    ];
    let theme = prop_oneof![Just(Theme::Auto), Just(Theme::Light), Just(Theme::Dark)];
    let lens = prop_oneof![
        Just(Lens::Clauses),
        Just(Lens::Agreement),
        prop::option::of(id()).prop_map(Lens::Party),
        Just(Lens::Claimed),
    ];
    let plans = (prop::option::of(id()), prop::option::of(id()));
    let day = prop::option::of("20[0-9]{2}-0[1-9]-[12][0-8]".prop_map(|day| day.parse().unwrap()));
    let view = prop::sample::select(View::ALL.to_vec());
    let words = ("[a-z-]{0,8}", "\\PC{0,12}");
    let kept = (any::<bool>(), theme);
    let subject = (subject, prop::option::of(id()));
    (view, subject, plans, lens, filters(), words, day, kept).prop_map(
        |(view, (subject, open), (plan, from), lens, filters, words, as_of, (list, theme))| {
            let (order, query) = words;
            // The party of the lens is that of the filters.
            let party = match &lens {
                Lens::Party(party) => party.clone(),
                _ => filters.party.clone(),
            };
            Route {
                view,
                subject,
                open,
                plan,
                from,
                lens,
                filters: Filters { party, ..filters },
                order,
                as_of,
                query,
                list,
                theme,
            }
        },
    )
}

fn filters() -> impl Strategy<Value = Filters> {
    let stance = prop::option::of(prop::sample::select(StanceKind::ALL.to_vec()));
    let evidence = prop::option::of(prop::sample::select(Evidence::ALL.to_vec()));
    let changes = prop::sample::subsequence(Change::ALL.to_vec(), 0..=Change::ALL.len());
    let ids = (prop::option::of(id()), prop::option::of(id()));
    (ids, stance, evidence, changes).prop_map(|((party, topic), stance, evidence, changes)| {
        Filters {
            party,
            stance,
            topic,
            evidence,
            changes,
        }
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_address_leads_to_where_it_was_made(route in route()) {
        prop_assert_eq!(Route::read(&route.to_string()), route);
    }

    #[test]
    fn foreign_parts_of_an_address_change_nothing(route in route(), foreign in "[a-z]{0,3}[?/%]\\PC{0,6}") {
        prop_assume!(!foreign.contains('&'));
        let address = route.to_string();
        prop_assert_eq!(Route::read(&format!("{address}&{foreign}=1")), route.clone());
        prop_assert_eq!(Route::read(&format!("{address}&&{foreign}")), route);
    }

    #[test]
    fn whatever_stands_in_an_address_is_read(text in prop_oneof![
        "\\PC{0,40}",
        "#?((view|region|who|from|lens|party|topic|change|order|asof|q|list|theme)=?[a-zA-Z0-9&<%,-]{0,6}&?){0,4}",
    ]) {
        let route = Route::read(&text);
        // What is left of it after one reading stays as it is; words that name nothing are not
        // written again.
        let again = Route::read(&route.to_string());
        let told = matches!(route.subject, Subject::Unknown(_));
        let subject = if told { Subject::Overview } else { route.subject.clone() };
        prop_assert_eq!(again, Route { subject, ..route });
    }

    #[test]
    fn a_link_keeps_the_plan_and_leaves_the_theme(route in route(), to in id().prop_map(Subject::Region)) {
        let there = Route::read(&route.link(to.clone()));
        // The order of another view is not the pane's.
        let order = if route.view == View::Map { route.order.clone() } else { String::new() };
        let expected = Route {
            view: View::Map, subject: to, open: None, order, list: false, query: String::new(), ..route
        };
        prop_assert_eq!(there, expected.without_theme());
    }
}

fn presentation() -> impl Strategy<Value = Presentation> {
    let theme = prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]);
    let theme = prop::option::of(theme);
    let lang = prop::option::of("[a-z]{2,3}".prop_map(|tag| Lang::from(&*tag)));
    let accent = prop::option::of("[0-9a-f]{6}".prop_map(|hex| Accent::of(&hex).unwrap()));
    let ui = prop::sample::select(vec![Ui::Full, Ui::Minimal]);
    let flags = any::<[bool; 5]>();
    (theme, lang, accent, ui, flags).prop_map(
        |(theme, lang, accent, ui, [fit, still, transparent, links, title])| Presentation {
            lang,
            theme,
            ui,
            fit,
            still,
            transparent,
            links,
            title,
            accent,
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn how_a_page_looks_is_read_as_it_was_written(look in presentation(), route in route()) {
        let query = look.to_string();
        prop_assert_eq!(&Presentation::read(&query), &look);
        // Both stand in one query, and neither disturbs the other.
        let state = route.to_string();
        let both = format!("?{}&{query}", state.trim_start_matches('#'));
        let theme = look.theme.or(Presentation::read(&state[1..]).theme);
        prop_assert_eq!(Presentation::read(&both), Presentation { theme, ..look });
        let read = Route::of_address(&format!("https://a.org/{both}"));
        let left_out = match route.subject {
            Subject::Source(_) => Route { subject: Subject::Overview, ..route },
            _ => route,
        };
        prop_assert_eq!(read, Route { theme: Theme::Auto, from: None, ..left_out });
    }

    #[test]
    fn whatever_stands_in_a_query_is_read(text in prop_oneof![
        "\\PC{0,60}",
        "\\??((lang|theme|dark|ui|fit|static|transparent|links|title|accent|region|view|q)=?[a-zA-Z0-9%+#<-]{0,8}&?){0,5}",
    ]) {
        let look = Presentation::read(&text);
        prop_assert_eq!(Presentation::read(&look.to_string()), look);
        let _ = Route::of_address(&text);
        let _ = Command::read(&text, &text);
    }

    #[test]
    fn a_fragment_of_ours_is_all_that_counts(route in route(), query in "[a-z=&]{0,20}") {
        prop_assume!(route.to_string() != "#");
        let address = format!("https://a.org/?{query}{route}");
        prop_assert_eq!(Route::of_address(&address), route);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_known_id_is_nearest_to_itself(ids in prop::collection::vec("[a-z-]{1,12}", 1..8), at in any::<prop::sample::Index>()) {
        let word = at.get(&ids);
        prop_assert_eq!(nearest(word, ids.iter().map(String::as_str)), Some(word.as_str()));
    }

    #[test]
    fn one_slip_is_forgiven(word in "[a-z]{3,12}", at in any::<prop::sample::Index>(), letter in "[a-z]", slip in 0..4) {
        let at = at.index(word.len() - 1);
        let (start, rest) = word.split_at(at);
        let slipped = match slip {
            0 => format!("{start}{}", &rest[1..]),
            1 => format!("{start}{letter}{rest}"),
            2 => format!("{start}{letter}{}", &rest[1..]),
            _ => format!("{start}{}{}{}", &rest[1..2], &rest[..1], &rest[2..]),
        };
        prop_assert_eq!(nearest(&slipped, std::iter::once(&*word)), Some(&*word));
    }

    #[test]
    fn what_is_near_is_near_from_both_sides(letters in prop::collection::vec(("[a-c]", "[a-c]"), 1..10)) {
        let (a, b): (String, String) = letters.into_iter().unzip();
        let near = |word: &str, other: &str| nearest(word, std::iter::once(other)).is_some();
        prop_assert_eq!(near(&a, &b), near(&b, &a));
    }

    #[test]
    fn the_order_of_the_ids_does_not_matter(word in "[a-c]{1,6}", ids in prop::collection::vec("[a-c]{1,6}", 0..8)) {
        let there = nearest(&word, ids.iter().map(String::as_str));
        let back = nearest(&word, ids.iter().rev().map(String::as_str));
        prop_assert_eq!(there, back);
        prop_assert!(there.is_none_or(|id| ids.iter().any(|known| known == id)));
    }
}

/// Places that lie in one another and belong to one another however they like, in circles too.
#[derive(Debug, Clone)]
struct World {
    /// For each place: whether it is a country, what it lies in, its members.
    places: Vec<(bool, Vec<usize>, Vec<usize>)>,
    /// For each clause: the places that it names.
    clauses: Vec<Vec<usize>>,
}

const PLACES: usize = 7;

fn world() -> impl Strategy<Value = World> {
    let some = |most| subsequence((0..PLACES).collect::<Vec<_>>(), 0..=most).prop_shuffle();
    let members = prop_oneof![2 => Just(Vec::new()), 1 => some(3)];
    let place = (any::<bool>(), some(2), members);
    (
        prop::collection::vec(place, PLACES),
        prop::collection::vec(some(3), 1..4),
    )
        .prop_map(|(places, clauses)| World { places, clauses })
}

fn place(n: usize) -> RegionId {
    format!("r{n}").parse().unwrap()
}

fn clause(n: usize) -> ClauseId {
    format!("c{n}").parse().unwrap()
}

fn row(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}

/// The world as the files of a dossier.
fn files(world: &World) -> Files {
    let ids = |of: &[usize]| row(of.iter().map(|n| format!("\"r{n}\"")));
    let regions = row(world.places.iter().enumerate().map(|(n, (country, within, members))| {
        let kind = if *country { "country" } else { "area" };
        let ground = if members.is_empty() {
            r#"{"none":{"en":"-"}}"#.to_owned()
        } else {
            format!(r#"{{"members":[{}]}}"#, ids(members))
        };
        format!(r#"{{"id":"r{n}","name":{{"en":"r"}},"kind":"{kind}","what":{{"en":"-"}},"within":[{}],"ground":{ground}}}"#, ids(within))
    }));
    let clauses = row(world.clauses.iter().enumerate().map(|(n, named)| {
        let covers = row(named.iter().map(|n| format!(r#"{{"region":"r{n}","effect":"e"}}"#)));
        format!(r#"{{"id":"c{n}","number":"{n}","title":{{"en":"-"}},"wording":"heading","coverage":[{covers}],"sources":["s"]}}"#)
    }));
    let mut files = Files::default();
    files.add("dossier.json", br#"{"format":"clausemap-dossier/1","title":{"en":"-"},"short":{"en":"-"},"as_of":"2025-01-01","languages":["en"],"first_plan":"p","home":"r0","files":["all.json"],"layers":[],"borders":{"en":"-"}}"#.to_vec());
    files.add("all.json", format!(r#"{{"regions":[{regions}],
        "effects":[{{"id":"e","label":{{"en":"-"}}}}],
        "sources":[{{"id":"s","publisher":"-","title":"-","kind":"news"}}],
        "plans":[{{"id":"p","title":{{"en":"-"}},"short":{{"en":"-"}},"status":{{"en":"-"}},"dated":"2025","points":1,"text_seen":{{"en":"-"}},"sources":["s"],"clauses":[{clauses}]}}]}}"#).into());
    files
}

/// Why a clause of the world bears on a place, if it does.
fn reason(loaded: &Loaded, at: usize, of: usize) -> Option<Reason> {
    let ties = loaded.coverage.clauses(&place(at));
    let mut ties = ties.iter().filter(|tie| tie.id == clause(of));
    let reason = ties.next().map(|tie| tie.reason.clone());
    assert!(ties.next().is_none(), "c{of} bears on r{at} twice");
    reason
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_tie_has_a_reason_that_the_dossier_gives(world in world()) {
        let loaded = load(&files(&world)).unwrap();
        for (of, named) in world.clauses.iter().enumerate() {
            let ground: Vec<RegionId> = named.iter().map(|n| place(*n)).collect();
            prop_assert_eq!(loaded.coverage.ground(&clause(of)), ground);
            for at in 0..PLACES {
                let reason = reason(&loaded, at, of);
                prop_assert_eq!(reason == Some(Reason::NamesIt), named.contains(&at));
                let Some(Reason::NamesGroup(by) | Reason::NamesInside(by) | Reason::NamesAround(by)
                    | Reason::WholeCountry(by)) = &reason else { continue };
                let by = (0..PLACES).find(|n| place(*n) == *by).unwrap();
                prop_assert!(named.contains(&by), "c{of} does not name r{by}");
                let (country, _, members) = &world.places[by];
                match reason {
                    Some(Reason::NamesGroup(_)) => prop_assert!(!members.is_empty()),
                    Some(Reason::WholeCountry(_)) => prop_assert!(country),
                    Some(Reason::NamesAround(_)) => prop_assert!(!country),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn what_is_said_of_a_place_reaches_its_members_and_neighbours(world in world()) {
        let loaded = load(&files(&world)).unwrap();
        for (of, named) in world.clauses.iter().enumerate() {
            for by in named {
                let (country, within, members) = &world.places[*by];
                for member in members.iter().filter(|member| *member != by) {
                    let reason = reason(&loaded, *member, of);
                    let by_name = matches!(reason, Some(Reason::NamesIt | Reason::NamesGroup(_)));
                    // A country that is made of its units applies to them as a country.
                    prop_assert!(by_name || (*country && reason.is_some()));
                }
                for outer in within.iter().filter(|outer| *outer != by) {
                    prop_assert!(reason(&loaded, *outer, of).is_some_and(|reason| reason.counts()));
                }
                for inner in (0..PLACES).filter(|n| world.places[*n].1.contains(by)) {
                    prop_assert!(reason(&loaded, inner, of).is_some());
                }
            }
        }
    }

    #[test]
    fn circles_of_places_end(world in world()) {
        let loaded = load(&files(&world)).unwrap();
        prop_assert!(open_every_page(&loaded) > PLACES);
        let reader = Reader { dossier: &loaded.dossier, coverage: &loaded.coverage, langs: &[] , translation: None};
        for n in 0..PLACES {
            let trail: Vec<String> = reader.crumbs(&place(n)).iter().map(|c| c.id.to_string()).collect();
            let once: BTreeSet<&String> = trail.iter().collect();
            prop_assert_eq!(once.len(), trail.len());
            let own = format!("r{n}");
            prop_assert!(!once.contains(&own));
            // A circle is told, once for each place on it.
            let told = |what: &str| loaded.faults.iter().any(|fault| fault.problem.contains(what));
            let within = told(&format!("`{own}` lies within itself"));
            prop_assert_eq!(within, reaches(&world, n, |place| &place.1));
            let contains = told(&format!("`{own}` contains itself"));
            prop_assert_eq!(contains, reaches(&world, n, |place| &place.2));
        }
    }
}

type Place = (bool, Vec<usize>, Vec<usize>);

/// Whether the way from a place leads back to it within as many steps as there are places.
fn reaches(world: &World, start: usize, next: fn(&Place) -> &[usize]) -> bool {
    let mut here: BTreeSet<usize> = next(&world.places[start]).iter().copied().collect();
    for _ in 0..PLACES {
        let there = here
            .iter()
            .flat_map(|n| next(&world.places[*n]).iter().copied());
        here = here.iter().copied().chain(there).collect();
    }
    here.contains(&start)
}
