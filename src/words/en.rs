//! English.

use super::Words;
use super::dates::Dates;
use crate::coverage::Reason;
use crate::dossier::{Agreement, Change, Evidence, SourceKind, Stance};
use crate::reading::{Accord, FoundKind, Lens, LensValue, PartyTag, Shade, Stand, Verdict};
use crate::route::View;
use crate::scene::Backdrop;

/// The English table.
pub const EN: Words = Words {
    lang: "en",
    language: "English",
    language_choice: "Language",
    in_translation: "The texts are Clausemap’s translation from English.",
    not_in_translation: "The dossier’s texts are in another language.",
    untranslated: "Not translated: in the original language",

    product: "Clausemap",
    page_title: |subject, dossier| format!("{subject} – {dossier}"),
    as_of: "As of",
    skip_to_map: "Skip to the map",
    skip_to_list: "Skip to the list of places",
    skip_to_reading: "Skip to the reading pane",
    menu: "Menu",
    list_button: "List of places",
    close: "Back to the overview",
    theme_button: |next| format!("Colours: switch to {next}"),
    theme_auto: "the system’s choice",
    theme_light: "light",
    theme_dark: "dark",
    reading_pane: "Reading pane",
    grow_sheet: "Make the reading pane taller or shorter",

    view_choice: "View",
    view: |view| match view {
        View::Map => "Map",
        View::Compare => "Compare",
        View::Positions => "Positions",
        View::Timeline => "Timeline",
        View::Sources => "Sources",
        View::List => "List",
    },

    search_label: "Search",
    search_hint: "Clause, place, person",
    found_kind: |kind| match kind {
        FoundKind::Place => "Places",
        FoundKind::Person => "Parties and people",
        FoundKind::Clause => "Clauses",
        FoundKind::Claim => "Claims",
        FoundKind::Source => "Sources",
    },
    found_count: |count| match count {
        1 => "1 result".to_owned(),
        n => format!("{n} results"),
    },
    nothing_found: |query| {
        format!("Nothing found for “{query}”. Try one word, or the beginning of a name.")
    },

    filters: &super::filters::EN,
    listing: &super::listing::EN,

    loading: "Loading the plan and its places …",
    failed_title: "The page could not be opened",
    failed_fetch: |file| {
        format!(
            "The file “{file}” did not arrive. The connection may be gone, or the file is missing beside this page."
        )
    },
    failed_dossier: "The dossier’s first file cannot be used. What is wrong with it:",
    try_again: "Try again",
    faults_found: |count| match count {
        1 => "1 fault was found in the dossier.".to_owned(),
        n => format!("{n} faults were found in the dossier."),
    },
    faults_rest: "What is sound is shown; what is not is left out.",
    no_such_plan: |what| {
        format!("There is no plan “{what}” in this dossier. The first one is counted instead.")
    },
    not_in_dossier: |what| {
        format!("“{what}” is not in this dossier. Here is the overview instead.")
    },

    map: "Map",
    map_help: "Arrow keys go to the next place, Enter opens it, Escape goes one step up, plus and minus zoom, Shift with an arrow moves the map. A question mark shows all keys.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    whole_country: "Show the whole country",
    pan: "Move the map",
    pan_up: "Up",
    pan_left: "Left",
    pan_right: "Right",
    pan_down: "Down",
    full_screen: "Whole screen",
    plan_choice: "Plan that the map counts",
    key: "Key",
    key_clauses: |plan| format!("Clauses that name a place, by region: {plan}"),
    key_parts: |part| format!("Parts such as {part} count singly."),
    key_wide: |wide| match wide {
        1 => "1 more clause applies to the whole country.".to_owned(),
        n => format!("{n} more clauses apply to the whole country."),
    },
    key_ground: |number| format!("Ground that clause {number} covers"),
    key_lit: "Named by the clause",
    key_group: |names| format!("Group of regions: {names}"),
    key_drained: |water| format!("{water}, drained"),
    region_label: |name, value| format!("{name}, {value}"),
    region_label_claimed: |label, claim| format!("{label}. {claim}"),
    kilometres: "km",
    layers: "Layers added to this map",
    layer_fetching: |percent| match percent {
        Some(percent) => format!("Fetching: {percent} %"),
        None => "Fetching".to_owned(),
    },
    layer_reading: |percent| format!("Reading: {percent} %"),
    layer_features: |count, left_out| {
        let features = match count {
            1 => "1 feature".to_owned(),
            n => format!("{n} features"),
        };
        match left_out {
            0 => features,
            _ => format!("{features}, {left_out} left out"),
        }
    },
    layer_no_answer: "Not shown: its server did not answer, or does not let other sites read the file.",
    layer_status: |status| format!("Not shown: its server answered {status}."),
    layer_broke_off: "Not shown: the connection broke off.",
    layer_refused: "Not shown: a layer of this size needs a program of its own, and the browser or the security policy of this page lets none start.",
    layer_address: "Not shown: its address does not begin with https.",
    layer_nameless: "Added layer",
    layer_remove: |name| format!("Remove {name}"),
    layer_faults: |count| match count {
        1 => "1 thing is wrong with it".to_owned(),
        n => format!("{n} things are wrong with it"),
    },
    layer_here: |feature| format!("Here: {feature}"),
    scale: |km| format!("Scale: {km} kilometres"),

    lens_choice: "What the map shows",
    lens: |lens| match lens {
        Lens::Clauses => "Clauses",
        Lens::Agreement => "Agreement",
        Lens::Party(_) => "Party",
        Lens::Claimed => "Claimed",
    },
    party_choice: "Party whose stance the map shows",
    lens_value: |value| match value {
        LensValue::Clauses(0) => "no clause names it".to_owned(),
        LensValue::Clauses(1) => "1 clause".to_owned(),
        LensValue::Clauses(n) => format!("{n} clauses"),
        LensValue::Agreement(accord) => said_of_accord(*accord),
        LensValue::Party(party, stand) => said_of_stand(party, *stand),
        LensValue::Claimed(by) => said_of_claims(by),
    },
    key_agreement: "Whether the parties agree: the latest claim of each on every matter of a region",
    key_agreement_rule: "The most disputed matter is shown. One voice alone is no agreement.",
    key_agreed: "Agreed: all who speak support",
    key_open: "Open: neither of the two",
    key_contested: "Contested: support and opposition",
    key_party: |party| format!("{party}: the latest claim on every matter of a region"),
    key_party_rule: "Mixed: not one stance on all of them.",
    key_shade: |shade| match shade {
        Shade::Unrecorded => "No claim recorded",
        Shade::Supports => "Supports",
        Shade::Conditional => "Conditional",
        Shade::Opposes => "Opposes",
        Shade::Open => "Open",
        Shade::Silent => "Silent: asked, no comment",
        Shade::Mixed => "Mixed",
    },
    key_claimed: "Who claims sovereignty over a region, whatever the recognised border",
    key_claimed_by: |party| format!("Claim of sovereignty: {party}"),
    key_claimed_rule: "A claim is not a border, and says nothing of who holds the ground.",
    key_nothing: "No claim recorded",
    here_title: "Places here",
    here_choices: |names| match names {
        [one] => format!("Here: {one}."),
        all => format!("{} places here: {}.", all.len(), all.join(", ")),
    },
    here: |backdrop| match backdrop {
        Backdrop::River(name) => format!("{name}: a river."),
        Backdrop::Lake(name) => format!("{name}: inland water."),
        Backdrop::Drained(name) => format!("{name}: drained."),
        Backdrop::Home => "No place of this dossier is here.".to_owned(),
        Backdrop::Neighbour(name) => format!("{name}: not part of this dossier."),
        Backdrop::Sea(Some(name)) => format!("{name}: open water."),
        Backdrop::Sea(None) => "Open water.".to_owned(),
        Backdrop::Beyond => "Beyond the edge of the map: nothing is known here.".to_owned(),
    },
    glance_clauses: |counted, wider| {
        let named = match counted {
            0 => "No clause names it".to_owned(),
            1 => "1 clause names it".to_owned(),
            n => format!("{n} clauses name it"),
        };
        match wider {
            0 => named,
            n => format!("{named}, {n} apply more widely"),
        }
    },
    glance_claims: "Claims",
    glance_party: |party, claims| match claims {
        1 => format!("{party}: 1 claim"),
        n => format!("{party}: {n} claims"),
    },
    shows_across: |km| format!("The map shows {km} kilometres from side to side."),

    keys_button: "Keys of the map",
    keys_title: "The map by keyboard",
    keys: &[
        (
            &["←", "→", "↑", "↓"],
            "Go to the next place in that direction",
        ),
        (&["Home", "End"], "Go to the first or the last place"),
        (&["A … Z"], "Go to the next place whose name begins so"),
        (&["Enter"], "Open the place"),
        (&["Space"], "List all places here, near ones and groups too"),
        (&["Esc"], "Close what is open; then one step up"),
        (&["+", "−"], "Zoom in, zoom out"),
        (&["0"], "Show the whole country"),
        (&["Shift + arrow"], "Move the map"),
        (&["?"], "Show these keys"),
    ],
    fingers_title: "By hand",
    fingers: &[
        ("Tap or click", "Open the place; on water, say what it is"),
        ("Hold", "Say what is here, without opening it"),
        ("Drag, pinch, wheel", "Move the map, zoom"),
    ],
    close_panel: "Close",

    all_regions: "All places",
    regions_in_plan: |plan| {
        format!(
            "The number counts the clauses ({plan}) that name the place, a group that it belongs to, or a place inside it."
        )
    },
    list_units: "First-level units",
    list_groups: "Groups of regions",
    list_places: "Towns, sites and waters",
    list_undrawn: "Named, but not drawn",
    list_elsewhere: "Countries",
    class_label: |class, last| {
        if last {
            format!("{class}+")
        } else {
            class.to_string()
        }
    },
    counts: |counted, wider| format!("{counted}+{wider}"),
    counts_heard: |counted, wider| {
        format!("{counted} by name, {wider} for the whole country or the surroundings")
    },
    reported_mark: "r",
    clauses_count: |count| match count {
        0 => "no clause".to_owned(),
        1 => "1 clause".to_owned(),
        n => format!("{n} clauses"),
    },

    overview_lede: "Choose a place on the map or in the list to read what each plan says of it and what each party has claimed.",
    plans: "Plans",
    points: |count| format!("{count} points"),
    no_text: "No text of it was found.",
    choose_plan: |plan| format!("Show {plan} on the map"),

    way_up: "Way up",
    jump_links: "On this page",
    positions: "Positions",
    clauses: "Clauses",
    claims: "Claims",
    unknown: "Unknown",
    where_parties_stand: "Where the parties stand",
    latest_of_each: "latest claim of each",
    matter: "Matter",
    no_position: "No position on this is recorded.",
    members: "Its members",
    inside: "Inside it",
    not_drawn: "Not drawn on the map",
    readings: "What it has been said to mean",
    what_is_not_known: "What is not known",
    newest_first: "newest first",
    no_claim_here: "No claim is recorded for this place.",
    wider_claims: |count| match count {
        1 => "1 claim about the whole country or the surroundings".to_owned(),
        n => format!("{n} claims about the whole country or the surroundings"),
    },
    no_clause_here: |wider| match wider {
        0 => "No clause of this plan names it.".to_owned(),
        1 => "No clause of this plan names it; 1 applies to the whole country or the surroundings."
            .to_owned(),
        n => format!(
            "No clause of this plan names it; {n} apply to the whole country or the surroundings."
        ),
    },
    no_clause_at_all: "No clause of any plan in this dossier bears on it.",
    other_plans: "Other plans and texts",
    reason_heading: |reason, region| match reason {
        Reason::NamesIt => format!("Names {region}"),
        Reason::NamesGroup(_) => "Names a group that it belongs to".to_owned(),
        Reason::NamesInside(_) => "Names a place inside it".to_owned(),
        Reason::NamesAround(_) => "Names a place around it".to_owned(),
        Reason::WholeCountry(_) => "Applies to the whole country".to_owned(),
    },
    reason: |reason, region, named| match reason {
        Reason::NamesIt => format!("Names {region}"),
        Reason::NamesGroup(_) => format!("Names {named}, to which it belongs"),
        Reason::NamesInside(_) => format!("Names {named}, which lies in it"),
        Reason::NamesAround(_) => format!("Names {named}, in which it lies"),
        Reason::WholeCountry(_) => format!("Applies to all of {named}"),
    },
    selected_status: |name, counted, wider| {
        let named = match counted {
            0 => "no clause names it".to_owned(),
            1 => "1 clause names it".to_owned(),
            n => format!("{n} clauses name it"),
        };
        match wider {
            0 => format!("{name}, {named}"),
            1 => format!("{name}, {named}, 1 applies to the whole country or the surroundings"),
            n => format!("{name}, {named}, {n} apply to the whole country or the surroundings"),
        }
    },
    unit_of: |what, country| format!("{what}, {country}"),

    clause_of: |number, points| format!("Clause {number} of {points}"),
    part_of: |number, whole| format!("Part {number} of clause {whole}"),
    clause_title: |number, title| format!("Clause {number}: {title}"),
    text: "Text",
    lineage: "Lineage",
    ground: "Ground",
    rival_texts: |count| match count {
        2 => "Two rival texts or positions".to_owned(),
        3 => "Three rival texts or positions".to_owned(),
        4 => "Four rival texts or positions".to_owned(),
        n => format!("{n} rival texts or positions"),
    },
    texts_count: |count| format!("{count} texts or positions"),
    in_our_words: "In our words",
    part_seen: "Only part of its text was seen.",
    heading_only: "Only its heading was seen; its text was not.",
    withheld: "Its text was not seen in a source that can be relied on.",
    agreement: |agreement| match agreement {
        Agreement::Unstated => None,
        Agreement::Agreed => Some("Agreed"),
        Agreement::NotAgreed => Some("Not agreed"),
    },
    proposed_by: "Put forward by",
    no_lineage: "No tie to a clause of another plan is recorded.",
    absent: |plan| format!("No such clause among the {plan}."),
    change: |change| match change {
        Change::Kept => "kept",
        Change::Reworded => "reworded",
        Change::Narrowed => "narrowed",
        Change::Widened => "widened",
        Change::Split => "split",
        Change::Merged => "merged",
        Change::Changed => "changed",
        Change::Dropped => "dropped",
        Change::New => "new",
        Change::Withheld => "text withheld",
        Change::Named => "named there",
    },
    this_clause: "this clause",
    no_ground: "This clause names no place.",
    not_on_map: "not on the map",
    previous: "Previous clause",
    next: "Next clause",

    positions_view: &super::positions::EN,
    pages: &super::pages::EN,

    stance: |stance| match stance {
        Stance::Supports => "Supports",
        Stance::Conditional => "Conditional",
        Stance::Opposes => "Opposes",
        Stance::Open => "Open",
        Stance::Silent { .. } => "Silent",
    },
    silent_as_of: |day| format!("Has not commented, as of {day}"),
    no_claim: "No claim recorded",
    no_claim_of: |party| format!("{party}: no claim recorded"),
    reported_short: "unnamed, or told by others",
    told_by: |party| format!("As told by {party}, not in the party’s own words"),
    told_by_press: "In a journalist’s words",
    about_party: |party| format!("A statement about {party}, not by it"),
    translated: "translated",
    unnamed: "unnamed",
    of_plan: |number, plan| format!("{number} of {plan}"),
    cell: |party, stance, when, reported| {
        let sure = if reported { ", not on the record" } else { "" };
        format!("{party}: {stance}, {when}{sure}")
    },
    more_sources: |count| format!("+{count}"),

    claim: "Claim",
    claim_history: "The same party on the same matter",
    claim_of: |at, count| format!("this is claim {at} of {count}, the oldest first"),
    evidence_label: "Rests on",
    evidence: |evidence| match evidence {
        Evidence::OnRecord => "The speaker’s own word, by name or office",
        Evidence::Reported => "An unnamed speaker, or what others told",
    },
    date_label: "Said",
    date_as_stated: "Date in the source’s words",
    topics_label: "Topics",
    places_label: "Places",

    party: "Party",
    speakers: "Who speaks for it",
    texts_put_forward: "Texts it has put forward",
    other_topics: "Other matters",

    all_sources: "Sources",
    sources_lede: |count| format!("{count} sources. Each opens the list of all that rests on it."),
    source_shelf: |kind| match kind {
        SourceKind::Official => "Official documents and statements",
        SourceKind::News => "News reports",
        SourceKind::StateMedia => "State media",
        SourceKind::Secondary => "Reports at second hand",
        SourceKind::Repost => "Reposts",
        SourceKind::Reference => "Reference and analysis",
    },
    rests: |claims, clauses| {
        let claims = match claims {
            1 => "1 claim".to_owned(),
            n => format!("{n} claims"),
        };
        let clauses = match clauses {
            1 => "1 clause".to_owned(),
            n => format!("{n} clauses"),
        };
        format!("{claims}, {clauses}")
    },

    source: "Source",
    source_missing: "source not found",
    source_kind: |kind| match kind {
        SourceKind::StateMedia => Some("state media"),
        SourceKind::Repost => Some("repost"),
        SourceKind::Secondary => Some("second hand"),
        SourceKind::Official => Some("official"),
        SourceKind::News | SourceKind::Reference => None,
    },
    via: |original, publisher| format!("{original}, via {publisher}"),
    opens_elsewhere: "opens another site",
    no_address: "No address is known for it.",
    rests_on_it: "What rests on it",

    brought: &super::brought::EN,
    takeaway: &super::takeaway::EN,
    embed: &super::embed::EN,
    hand: &super::hand::EN,
    statics: &super::statics::EN,
    compare: &super::compare::EN,
    timeline: &super::timeline::EN,

    portions: &super::portions::EN,
    when: |when| DATES.say(when),
    undated: "undated",
};

fn matters(count: usize) -> String {
    match count {
        1 => "1 matter".to_owned(),
        n => format!("{n} matters"),
    }
}

fn said_of_accord(accord: Accord) -> String {
    match accord.verdict() {
        None => "no claim recorded".to_owned(),
        Some(Verdict::Contested) => format!("contested: {}", matters(accord.contested)),
        Some(Verdict::Open) => format!("open: {}", matters(accord.open)),
        Some(Verdict::Agreed) => format!("agreed: {}", matters(accord.agreed)),
    }
}

/// "Russia: mixed, supports 2, opposes 1"; "Russia: opposes 3 matters".
fn said_of_stand(party: &PartyTag, stand: Stand) -> String {
    let verb = |shade| match shade {
        Shade::Supports => "supports",
        Shade::Conditional => "conditional on",
        Shade::Opposes => "opposes",
        Shade::Open => "open on",
        Shade::Silent => "silent on",
        Shade::Unrecorded | Shade::Mixed => "",
    };
    let name = &party.name.words;
    let said = match stand.shade() {
        Shade::Unrecorded => "no claim recorded".to_owned(),
        Shade::Mixed => {
            let parts: Vec<String> = stand
                .parts()
                .map(|(shade, count)| format!("{} {count}", verb(shade)))
                .collect();
            format!("mixed, {}", parts.join(", "))
        }
        _ => {
            let parts = stand.parts();
            let parts: Vec<String> = parts
                .map(|(shade, count)| format!("{} {}", verb(shade), matters(count)))
                .collect();
            parts.concat()
        }
    };
    format!("{name}: {said}")
}

fn said_of_claims(by: &[PartyTag]) -> String {
    let names: Vec<&str> = by.iter().map(|party| party.name.words.as_str()).collect();
    if names.is_empty() {
        "no claim of sovereignty recorded".to_owned()
    } else {
        format!("claim of sovereignty: {}", names.join(", "))
    }
}

const DATES: Dates = Dates {
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    months_alone: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    about: "about",
    since: "since",
    standing: "standing",
    unknown: "date not stated",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_no_more_precisely_than_it_is_known() {
        let said = |text: &str| DATES.say(text.parse().ok());
        assert_eq!(said("2025-12-15"), "15 Dec 2025");
        assert_eq!(said("2025-12"), "Dec 2025");
        assert_eq!(said("2025-12-15~"), "about 15 Dec 2025");
        assert_eq!(said("2025-12-20/2025-12-21"), "20–21 Dec 2025");
        assert_eq!(said("2025-12-31/2026-01-01"), "31 Dec 2025 – 1 Jan 2026");
        assert_eq!(DATES.say(None), "date not stated");
    }
}
