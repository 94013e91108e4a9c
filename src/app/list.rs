//! The list of all regions: the equal way in for who cannot, or will not, use a map.

use leptos::prelude::*;

use super::desk::Desk;
use super::icons::GlyphMark;
use super::intl::sort_by_name;
use crate::dossier::RegionId;
use crate::legend::Look;
use crate::reading::{Lens, LensValue, PlaceShelf, RegionLine};
use crate::route::Subject;
use crate::scene::BadgeFace;
use crate::words::Words;

/// All regions under headings, each with what the map counts for it.
#[component]
pub fn RegionList(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let shown = {
        let desk = desk.clone();
        Memo::new(move |_| {
            let (route, desk) = (desk.route.get(), desk.now());
            let day = desk.loaded.dossier.manifest.as_of;
            let sentence = desk.lens_sentence(&route);
            let topic = desk.lens_topic(&route);
            (desk.plan(&route), sentence, route.lens, topic, day)
        })
    };
    move || {
        let (plan, sentence, lens, topic, _) = shown.get();
        let desk = desk.at_present();
        let title = desk
            .loaded
            .dossier
            .plans
            .get(&plan)
            .map(|p| desk.reader().say(&p.short).words);
        let groups: Vec<_> = sorted(words, desk.reader().places(&plan))
            .into_iter()
            .map(|(shelf, lines)| {
                let value = |id: &RegionId| {
                    let reader = desk.reader();
                    reader.lens_value_on(&lens, id, &plan, topic.as_ref())
                };
                group(&desk, shelf, lines, value)
            })
            .collect();
        let note = match &lens {
            Lens::Clauses if topic.is_none() => (words.regions_in_plan)(&title.unwrap_or_default()),
            _ => sentence,
        };
        view! {
            <nav class="places" id="regions" aria-label=words.all_regions tabindex="-1">
                <h2>{words.all_regions}</h2>
                <p class="aside">{note}</p>
                {groups}
            </nav>
        }
    }
}

/// The heading of a shelf.
pub fn heading(words: &Words, shelf: PlaceShelf) -> &'static str {
    match shelf {
        PlaceShelf::Units => words.list_units,
        PlaceShelf::Groups => words.list_groups,
        PlaceShelf::Places => words.list_places,
        PlaceShelf::Undrawn => words.list_undrawn,
        PlaceShelf::Elsewhere => words.list_elsewhere,
    }
}

/// Sorts the places of each shelf by their names in the reader's language.
pub fn sorted(
    words: &Words,
    mut shelves: Vec<(PlaceShelf, Vec<RegionLine>)>,
) -> Vec<(PlaceShelf, Vec<RegionLine>)> {
    for (_, lines) in &mut shelves {
        sort_by_name(words.lang, lines, |line| &line.name.words);
    }
    shelves
}

fn group(
    desk: &Desk,
    shelf: PlaceShelf,
    lines: Vec<RegionLine>,
    value: impl Fn(&RegionId) -> Option<LensValue>,
) -> AnyView {
    let line = |line: RegionLine| {
        let id = line.id.to_string();
        let value = value(&line.id);
        view! {
            <li>
                <a href=desk.link(Subject::Region(line.id)) data-listed=id>{desk.speak(line.name)}</a>
                {value.map(|value| value_view(desk, &value))}
            </li>
        }
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    view! { <h3>{heading(desk.words, shelf)}</h3> <ul>{lines}</ul> }.into_any()
}

/// What the lens says of a place: a number, or the sign of the map with its words.
fn value_view(desk: &Desk, value: &LensValue) -> AnyView {
    let words = desk.words;
    if let LensValue::Clauses(count) = value {
        let count = *count;
        return view! {
            <span class="num" aria-hidden="true">{count}</span>
            <span class="heard">{(words.clauses_count)(count)}</span>
        }
        .into_any();
    }
    let glyph = match Look::of(value).badge {
        Some(BadgeFace::Glyph(glyph)) => Some(view! { <GlyphMark glyph /> }),
        _ => None,
    };
    view! { <span class="said">{glyph} {(words.lens_value)(value)}</span> }.into_any()
}
