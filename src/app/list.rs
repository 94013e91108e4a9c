//! The list of all regions: the equal way in for who cannot, or will not, use a map.

use leptos::prelude::*;

use super::desk::Desk;
use super::icons::GlyphMark;
use crate::dossier::{Ground, Region, RegionId, RegionKind};
use crate::legend::Look;
use crate::reading::{Lens, LensValue, RegionLine};
use crate::route::Subject;
use crate::scene::BadgeFace;

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
        let groups: Vec<_> = HEADINGS
            .into_iter()
            .map(|shelf| {
                let regions = desk.loaded.dossier.regions.iter();
                let ids = regions
                    .filter(|region| shelf_of(region) == shelf)
                    .map(|r| &r.id);
                let mut lines = desk.reader().region_lines_for(ids, &plan);
                lines.sort_by(|a, b| a.name.words.cmp(&b.name.words));
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    Units,
    Groups,
    Places,
    Undrawn,
    Elsewhere,
}

const HEADINGS: [Shelf; 5] = [
    Shelf::Groups,
    Shelf::Units,
    Shelf::Places,
    Shelf::Undrawn,
    Shelf::Elsewhere,
];

fn shelf_of(region: &Region) -> Shelf {
    match (&region.ground, region.kind) {
        (Ground::None(_), _) => Shelf::Undrawn,
        (_, RegionKind::Country | RegionKind::Organisation) => Shelf::Elsewhere,
        (_, RegionKind::Unit) => Shelf::Units,
        (_, RegionKind::Group) => Shelf::Groups,
        _ => Shelf::Places,
    }
}

fn group(
    desk: &Desk,
    shelf: Shelf,
    lines: Vec<RegionLine>,
    value: impl Fn(&RegionId) -> Option<LensValue>,
) -> Option<AnyView> {
    let words = desk.words;
    let heading = match shelf {
        Shelf::Units => words.list_units,
        Shelf::Groups => words.list_groups,
        Shelf::Places => words.list_places,
        Shelf::Undrawn => words.list_undrawn,
        Shelf::Elsewhere => words.list_elsewhere,
    };
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
    (!lines.is_empty()).then(|| view! { <h3>{heading}</h3> <ul>{lines}</ul> }.into_any())
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
