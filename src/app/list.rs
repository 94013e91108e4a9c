//! The list of all regions: the equal way in for who cannot, or will not, use a map.

use leptos::prelude::*;

use super::desk::Desk;
use crate::dossier::{Ground, Region, RegionKind};
use crate::reading::RegionLine;
use crate::route::Subject;

/// All regions under headings, each with what the map counts for it.
#[component]
pub fn RegionList(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let plan = {
        let desk = desk.clone();
        Memo::new(move |_| desk.plan(&desk.route.get()))
    };
    move || {
        let plan = plan.get();
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
                group(&desk, shelf, lines)
            })
            .collect();
        view! {
            <nav class="places" id="regions" aria-label=words.all_regions tabindex="-1">
                <h2>{words.all_regions}</h2>
                <p class="aside">{(words.regions_in_plan)(&title.unwrap_or_default())}</p>
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

fn group(desk: &Desk, shelf: Shelf, lines: Vec<RegionLine>) -> Option<AnyView> {
    let words = desk.words;
    let heading = match shelf {
        Shelf::Units => words.list_units,
        Shelf::Groups => words.list_groups,
        Shelf::Places => words.list_places,
        Shelf::Undrawn => words.list_undrawn,
        Shelf::Elsewhere => words.list_elsewhere,
    };
    let line = |line: RegionLine| {
        let count = line.counted;
        let id = line.id.to_string();
        view! {
            <li>
                <a href=desk.link(Subject::Region(line.id)) data-listed=id>{desk.speak(line.name)}</a>
                <span class="num" aria-hidden="true">{count}</span>
                <span class="heard">{(words.clauses_count)(count)}</span>
            </li>
        }
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <h3>{heading}</h3> <ul>{lines}</ul> }.into_any())
}
