//! The key: what the colours, shapes and signs mean, in words.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::icons::GlyphMark;
use super::stage::media;
use crate::dossier::{ClauseId, Ground, LayerRole, RegionKind};
use crate::legend::{LAST_CLASS, SHADES, VERDICTS, hatchings, shade_glyph, verdict_glyph};
use crate::reading::{Lens, Shade, Verdict};
use crate::route::{Route, Subject};
use crate::scene::Glyph;

/// What the colours and signs mean. Folded where there is little room. Of a party's `shades` those that are on the
/// map have a line: the key stays short.
#[component]
pub fn Key(desk: Desk, shades: RwSignal<Vec<Shade>>) -> impl IntoView {
    let words = desk.words;
    let open = media("(min-width: 1100px)");
    let claimed = {
        let desk = desk.clone();
        move || {
            let claims = claims_on_map(&desk.now()).into_iter();
            claims.map(|text| sign("hatch", text)).collect_view()
        }
    };
    let groups = group_names(&desk);
    let drained = drained_names(&desk);
    let plants = plant_names(&desk);
    let top = move || {
        let (route, desk) = (desk.route.get(), desk.now());
        match (desk.shown(&route), &route.lens) {
            (Subject::Clause(id), _) => ground(&desk, &id),
            (_, Lens::Clauses) => ramp(&desk, &route),
            (_, Lens::Agreement) => agreement(&desk, &route),
            (_, Lens::Party(_)) => party(&desk, &route, &shades.read()),
            (_, Lens::Claimed) => claims(&desk, &route),
        }
    };
    view! {
        <details class="over key" open=open>
            <summary>{words.key}</summary>
            {top}
            <ul class="signs">
                {claimed}
                {(!groups.is_empty()).then(|| sign("group", (words.key_group)(&groups)))}
                {plants.into_iter().map(|name| sign("plant", name)).collect_view()}
                {drained.into_iter().map(|name| sign("drained", (words.key_drained)(&name))).collect_view()}
            </ul>
        </details>
    }
}

/// The ground of the clause on the page.
fn ground(desk: &Desk, id: &ClauseId) -> AnyView {
    let words = desk.words;
    let clause = desk.loaded.dossier.clause(id);
    let number = clause.map(|at| at.clause.number.clone());
    let title = (words.key_ground)(&number.unwrap_or_default());
    view! {
        <p class="note">{title}</p>
        <ul class="signs">
            <li><i class="swatch class-3"></i> {words.key_lit}</li>
        </ul>
    }
    .into_any()
}

/// The ladder of classes, with the number of clauses that each stands for.
fn ramp(desk: &Desk, route: &Route) -> AnyView {
    let words = desk.words;
    let (reader, plan) = (desk.reader(), desk.plan(route));
    let wide = reader.country_wide(&plan, desk.lens_topic(route).as_ref());
    let note = words.key_counts(reader.first_part(&plan), wide);
    let step = |class: u8| {
        let label = (words.class_label)(class, class == LAST_CLASS);
        view! { <li><i class=format!("swatch class-{class}")></i> {label}</li> }
    };
    view! {
        <p class="note">{desk.lens_sentence(route)}</p>
        <ul class="ramp">{(0..=LAST_CLASS).map(step).collect_view()}</ul>
        {note.map(|note| view! { <p class="note">{note}</p> })}
    }
    .into_any()
}

fn agreement(desk: &Desk, route: &Route) -> AnyView {
    let words = desk.words;
    let said = |verdict| match verdict {
        Verdict::Agreed => words.key_agreed,
        Verdict::Open => words.key_open,
        Verdict::Contested => words.key_contested,
    };
    let tints = VERDICTS.map(|verdict| tint(verdict_glyph(verdict), said(verdict)));
    glyphs(desk, route, tints.into(), words.key_agreement_rule)
}

fn party(desk: &Desk, route: &Route, shown: &[Shade]) -> AnyView {
    let words = desk.words;
    let shades = SHADES.iter().filter(|shade| shown.contains(shade));
    let tints = shades
        .filter_map(|shade| Some(tint(shade_glyph(*shade)?, (words.key_shade)(*shade))))
        .collect();
    glyphs(desk, route, tints, words.key_party_rule)
}

/// The tints of a lens with their shapes, what has none, and the rule.
fn glyphs(desk: &Desk, route: &Route, tints: Vec<AnyView>, rule: &'static str) -> AnyView {
    view! {
        <p class="note">{desk.lens_sentence(route)}</p>
        <ul class="signs tints">
            {tints}
            <li><i class="swatch class-0"></i> {desk.words.key_nothing}</li>
        </ul>
        <p class="note">{rule}</p>
    }
    .into_any()
}

/// A tint with its shape on it, as on the map.
fn tint(glyph: Glyph, text: &'static str) -> AnyView {
    view! {
        <li>
            <i class=format!("swatch tint-{}", glyph.slug())><GlyphMark glyph /></i>
            <span>{text}</span>
        </li>
    }
    .into_any()
}

/// Each claimant with the hatching and the letters that the map has for it.
fn claims(desk: &Desk, route: &Route) -> AnyView {
    let words = desk.words;
    let reader = desk.reader();
    let claimants = reader.all_claimants();
    let tags = claimants.iter().filter_map(|id| reader.party(id));
    let line = |tag: crate::reading::PartyTag| {
        let hatching = hatchings(&claimants, std::slice::from_ref(&tag));
        let class = format!("sign hatch hatch-{}", hatching.first().unwrap_or(&0));
        let said = (words.key_claimed_by)(&tag.name.words);
        view! {
            <li>
                <i class=class aria-hidden="true"></i>
                <span><b class="tag">{tag.letters.words}</b> " " {said}</span>
            </li>
        }
    };
    view! {
        <p class="note">{desk.lens_sentence(route)}</p>
        <ul class="signs">{tags.map(line).collect_view()}</ul>
        <p class="note">{words.key_claimed_rule}</p>
    }
    .into_any()
}

/// A sign of the key, drawn small.
fn sign(class: &'static str, text: String) -> impl IntoView {
    view! {
        <li>
            <i class=format!("sign {class}") aria-hidden="true"></i>
            <span>{text}</span>
        </li>
    }
}

/// What is claimed, each sentence once.
fn claims_on_map(desk: &Desk) -> Vec<String> {
    let mut texts = Vec::new();
    for region in desk.loaded.dossier.regions.iter() {
        for claim in &region.claimed_by {
            let text = desk.reader().say(&claim.text).words;
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    texts
}

fn group_names(desk: &Desk) -> String {
    let regions = &desk.loaded.dossier.regions;
    let holds = |id| regions.iter().any(|region| region.within.contains(id));
    let names: Vec<String> = regions
        .iter()
        .filter(|region| matches!(region.ground, Ground::Members(_)) && holds(&region.id))
        .map(|region| desk.reader().say(&region.name).words)
        .collect();
    names.join(", ")
}

fn plant_names(desk: &Desk) -> Vec<String> {
    let regions = desk.loaded.dossier.regions.iter();
    regions
        .filter(|region| region.kind == RegionKind::Plant)
        .map(|region| desk.reader().say(&region.name).words)
        .collect()
}

fn drained_names(desk: &Desk) -> Vec<String> {
    let atlas = desk.atlas.get_untracked();
    atlas
        .of_role(LayerRole::Water)
        .filter(|lake| lake.kind == "drained")
        .map(|lake| desk.reader().say(&lake.name).words)
        .collect()
}
