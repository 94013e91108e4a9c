//! What is written into an address reads back.

use super::*;

#[test]
fn a_written_route_reads_back() {
    for text in [
        "#",
        "#region=donetsk",
        "#clause=p20-12&plan=us28",
        "#source=src-un-es114&theme=dark",
        "#plan=us28&list=1&theme=light",
        "#lens=agreement",
        "#lens=party",
        "#region=donetsk&plan=us28&lens=party&party=ru&list=1",
        "#clause=p20-12&lens=claimed&theme=dark",
        "#view=compare&region=donetsk&plan=p20&from=us28&topic=territory&change=dropped,new",
        "#view=positions&party=ru&stance=opposes&evidence=on-record&order=contested",
        "#view=positions&region=znpp&order=contested&open=v17&asof=2025-12-28",
        "#view=timeline&asof=2025-12-28",
        "#who=ua&asof=2025-12-16",
        "#claim=v26",
        "#view=list&q=Zelensky%20%26%20%D0%9A%D0%B8%D1%97%D0%B2",
    ] {
        assert_eq!(Route::read(text).to_string(), text);
    }
}

#[test]
fn a_lens_that_is_not_there_is_the_first_and_its_party_is_that_of_the_filters() {
    for text in ["#lens=clauses", "#lens=x", "#lens="] {
        assert_eq!(Route::read(text), Route::default(), "{text}");
    }
    assert_eq!(
        Route::read("#lens=claimed&party=ru").to_string(),
        "#lens=claimed&party=ru"
    );
    assert_eq!(
        Route::read("#party=ru&lens=party").to_string(),
        "#lens=party&party=ru"
    );
    assert_eq!(
        Route::read("#lens=party&party=<b>").to_string(),
        "#lens=party"
    );
}

#[test]
fn a_link_keeps_the_lens() {
    let route = Route::read("#region=donetsk&lens=party&party=ua&theme=dark");
    let to = Subject::Region("luhansk".parse().unwrap());
    assert_eq!(route.link(to), "#region=luhansk&lens=party&party=ua");
}

#[test]
fn foreign_parts_are_left_alone_and_bad_ids_are_kept_to_be_told() {
    let route = Route::read("#?secret=x&amp=1&region=donetsk&x");
    assert_eq!(route.subject.slug(), "region:donetsk");
    let route = Route::read("#region=<img>&plan=NO");
    assert_eq!(route.subject, Subject::Unknown("<img>".into()));
    assert_eq!(route.plan, None);
}

#[test]
fn what_is_no_filter_no_order_and_no_day_is_left_out() {
    for text in [
        "#stance=angry",
        "#evidence=",
        "#change=torn,",
        "#order=<b>",
        "#asof=2025-02-30",
        "#topic=A",
        "#q=",
        "#view=map",
        "#view=globe",
    ] {
        assert_eq!(Route::read(text), Route::default(), "{text}");
    }
    let changes = Route::read("#change=new,dropped,new,x");
    assert_eq!(changes.to_string(), "#change=dropped,new");
}

#[test]
fn the_party_of_the_lens_and_of_the_filters_is_one() {
    let route = Route::read("#lens=party&party=ru");
    assert_eq!(route.lens, Lens::Party(route.filters.party.clone()));
    let ua: crate::dossier::PartyId = "ua".parse().unwrap();
    let by_lens = route.with_lens(Lens::Party(Some(ua.clone())));
    let by_filter = route.with_filters(Filters {
        party: Some(ua),
        ..Filters::default()
    });
    assert_eq!(by_lens, by_filter);
    assert_eq!(by_lens.to_string(), "#lens=party&party=ua");
}

#[test]
fn a_link_to_a_subject_leads_beside_the_map_and_ends_the_search() {
    let route = Route::read("#view=positions&topic=territory&asof=2025-12-16&q=x");
    let link = route.link(Subject::Clause("p20-12".parse().unwrap()));
    assert_eq!(link, "#clause=p20-12&topic=territory&asof=2025-12-16");
}

#[test]
fn what_narrows_a_view_down_can_be_taken_off_one_by_one() {
    let route = Route::read(
        "#view=list&region=donetsk&lens=party&party=ru&topic=eu&stance=opposes\
         &evidence=reported&change=new&asof=2025-12-28",
    );
    for control in Control::ALL {
        assert!(route.has(control), "{control:?}");
        let rest = route.without(&[control]);
        let on = Control::ALL.into_iter().filter(|other| rest.has(*other));
        let others = Control::ALL.into_iter().filter(|other| *other != control);
        assert!(on.eq(others), "{control:?}: {rest}");
    }
    let none = route.without(&Control::ALL);
    assert_eq!(none.to_string(), "#view=list&lens=party&asof=2025-12-28");
    let clause = Route::read("#clause=p20-12&topic=eu");
    assert_eq!(clause.without(&Control::ALL).to_string(), "#clause=p20-12");
}

#[test]
fn what_is_open_beside_a_view_closes_with_it() {
    let route = Route::read("#view=positions&region=znpp&open=v17");
    assert_eq!(
        route.opened().map(ToString::to_string).as_deref(),
        Some("v17")
    );
    let closed = route.with_open(None).to_string();
    assert_eq!(closed, "#view=positions&region=znpp");
    assert_eq!(route.in_view(View::Sources).open, None);
    assert_eq!(route.to(Subject::Overview).open, None);
    // Whoever comes from the page of a claim finds it open, and can close it.
    let route = Route::read("#claim=v17").in_view(View::Positions);
    assert_eq!(
        route.opened().map(ToString::to_string).as_deref(),
        Some("v17")
    );
    assert_eq!(route.with_open(None).to_string(), "#view=positions");
}

#[test]
fn the_query_says_where_the_reader_is_where_no_fragment_does() {
    for (address, route) in [
        ("https://a.org/x/?region=donetsk&lang=uk", "#region=donetsk"),
        (
            "https://a.org/?region=donetsk#region=luhansk",
            "#region=luhansk",
        ),
        // The fragment alone: what it leaves out is not taken from the query.
        (
            "https://a.org/?view=positions&plan=us28#region=luhansk",
            "#region=luhansk",
        ),
        ("https://a.org/?region=donetsk#", "#"),
        ("https://a.org/?region=donetsk#amp=1", "#region=donetsk"),
        (
            "https://a.org/?region=donetsk#?secret=aB3",
            "#region=donetsk",
        ),
        (
            "https://a.org/?lens=party&party=ru&q=a+b%20c",
            "#lens=party&party=ru&q=a%20b%20c",
        ),
        (
            "https://a.org/?source=newsletter&from=feed&utm_source=x",
            "#",
        ),
        ("https://a.org/?theme=dark", "#"),
        (
            "https://a.org/?initialWidth=680&childId=plan&parentTitle=A&parentUrl=https%3A%2F%2Fb.org%2F%3Fregion%3Dcrimea&clause=p20-12",
            "#clause=p20-12",
        ),
        ("", "#"),
    ] {
        assert_eq!(Route::of_address(address).to_string(), route, "{address}");
    }
}

#[test]
fn how_the_page_looks_reads_back_and_foreign_or_bad_words_change_nothing() {
    for text in [
        "",
        "lang=uk",
        "lang=ru&theme=auto&ui=minimal&fit=1&static=1&transparent=1&links=0&title=0&accent=1b4f72",
        "theme=dark&links=0",
    ] {
        assert_eq!(Presentation::read(text).to_string(), text);
    }
    for (text, same) in [
        ("?lang=uk-UA&theme=DARK&ui=huge", "lang=uk"),
        ("dark=true", "theme=dark"),
        ("dark=false", "theme=light"),
        ("dark=auto", "theme=auto"),
        ("dark=1&theme=light", "theme=light"),
        ("dark=perhaps&fit=yes&links=no&title=", ""),
        ("fit=true&links=false", "fit=1&links=0"),
        ("accent=%23c00&transparent=0", "accent=cc0000"),
        ("accent=red&lang=<b>", ""),
        ("initialWidth=680&childId=x&parentTitle=t&parentUrl=u", ""),
    ] {
        assert_eq!(Presentation::read(text).to_string(), same, "{text}");
    }
    let long = format!("fit=1&x={}", "y".repeat(4096));
    assert_eq!(Presentation::read(&long), Presentation::default());
}

#[test]
fn a_frame_is_light_unless_it_is_told_otherwise() {
    let theme = |query, framed| Presentation::read(query).theme_in(framed);
    assert_eq!(theme("", true), Theme::Light);
    assert_eq!(theme("", false), Theme::Auto);
    assert_eq!(theme("theme=auto", true), Theme::Auto);
    assert_eq!(theme("theme=dark", true), Theme::Dark);
}

#[test]
fn only_what_is_known_may_be_asked_for_from_around_the_frame() {
    use crate::dossier::Lang;
    let read = Command::read;
    assert_eq!(read("theme", "dark"), Some(Command::Theme(Theme::Dark)));
    assert_eq!(read("lang", "uk"), Some(Command::Lang(Lang::from("uk"))));
    let to = Command::Region("donetsk".parse().unwrap());
    assert_eq!(read("region", "donetsk"), Some(to));
    let to = Command::Clause("p20-12".parse().unwrap());
    assert_eq!(read("clause", "p20-12"), Some(to));
    let long = "a".repeat(65);
    for (kind, value) in [
        ("theme", "blue"),
        ("theme", ""),
        ("region", "<img>"),
        ("region", long.as_str()),
        ("lang", long.as_str()),
        ("navigate", "https://a.org"),
        ("", ""),
    ] {
        assert_eq!(read(kind, value), None, "{kind} {value}");
    }
}
