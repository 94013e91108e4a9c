//! What floats over the map: the choice of plan, zoom, key, scale, credits.

use leptos::prelude::*;

use super::super::address;
use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::mounted::Mounted;
use super::stage::{Stage, media};
use super::steering::STEP;
use super::view::LAST_CLASS;
use crate::dossier::{Address, Credit, Ground, LayerRole, RegionKind};
use crate::paint;
use crate::reading::PlanLine;
use crate::route::{Route, Subject};
use crate::scene::{Camera, ScaleBar};
use crate::words::Words;

/// Which plan the map counts: links where there is room, a native list where there is not.
#[component]
pub fn Choice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    move || {
        let now = route.get();
        let plans = desk.reader().plan_lines(&desk.plan(&now));
        let plans: Vec<PlanLine> = plans
            .into_iter()
            .filter(|plan| plan.clauses > 0 && !plan.digest)
            .collect();
        let link = |plan: &PlanLine| {
            let to = Route {
                plan: Some(plan.id.clone()),
                ..now.clone()
            };
            view! {
                <a href=to.without_theme().to_string() aria-current=plan.chosen.then_some("true")>
                    {desk.speak(plan.short.clone())}
                </a>
            }
        };
        let option = |plan: &PlanLine| {
            view! {
                <option value=plan.id.to_string() selected=plan.chosen>{plan.short.words.clone()}</option>
            }
        };
        let choose = move |event| {
            let plan = event_target_value(&event).parse().ok();
            address::go(&Route {
                plan,
                ..route.get_untracked()
            });
        };
        view! {
            <nav class="over choice" aria-label=words.plan_choice>
                {plans.iter().map(link).collect_view()}
                <select aria-label=words.plan_choice on:change=choose>
                    {plans.iter().map(option).collect_view()}
                </select>
            </nav>
        }
    }
}

/// Closer, farther, all.
#[component]
pub fn Zoom(stage: Stage, words: &'static Words, on_whole: impl Fn() + 'static) -> impl IntoView {
    view! {
        <div class="over zoom">
            <button aria-label=words.zoom_in on:click=move |_| stage.zoom(STEP)>
                <Icon sign=Sign::Plus />
            </button>
            <button aria-label=words.zoom_out on:click=move |_| stage.zoom(1.0 / STEP)>
                <Icon sign=Sign::Minus />
            </button>
            <button aria-label=words.whole_country on:click=move |_| on_whole()>
                <Icon sign=Sign::Whole />
            </button>
        </div>
    }
}

/// What the colours and signs mean. Folded where there is little room.
#[component]
pub fn Key(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let open = media("(min-width: 1100px)");
    let claimed = claims_on_map(&desk);
    let groups = group_names(&desk);
    let drained = drained_names(&desk);
    let plants = plant_names(&desk);
    let top = move || {
        let route = desk.route.get();
        match desk.shown(&route) {
            Subject::Clause(id) => {
                let number = desk
                    .loaded
                    .dossier
                    .clause(&id)
                    .map(|at| at.clause.number.clone());
                let title = (words.key_ground)(&number.unwrap_or_default());
                view! {
                    <p class="note">{title}</p>
                    <ul class="signs">
                        <li><i class="swatch class-3"></i> {words.key_lit}</li>
                    </ul>
                }
                .into_any()
            }
            _ => ramp(&desk, &route),
        }
    };
    view! {
        <details class="over key" open=open>
            <summary>{words.key}</summary>
            {top}
            <ul class="signs">
                {claimed.into_iter().map(|text| sign("hatch", text)).collect_view()}
                {(!groups.is_empty()).then(|| sign("group", (words.key_group)(&groups)))}
                {plants.into_iter().map(|name| sign("plant", name)).collect_view()}
                {drained.into_iter().map(|name| sign("drained", (words.key_drained)(&name))).collect_view()}
            </ul>
        </details>
    }
}

/// The ladder of classes, with the number of clauses that each stands for.
fn ramp(desk: &Desk, route: &Route) -> AnyView {
    let words = desk.words;
    let plan = desk.plan(route);
    let title = desk.loaded.dossier.plans.get(&plan);
    let title = title
        .map(|plan| desk.reader().say(&plan.short).words)
        .unwrap_or_default();
    let wide = desk.reader().country_wide(&plan);
    let step = |class: u8| {
        let label = (words.class_label)(class, class == LAST_CLASS);
        view! { <li><i class=format!("swatch class-{class}")></i> {label}</li> }
    };
    view! {
        <p class="note">{(words.key_clauses)(&title)}</p>
        <ul class="ramp">{(0..=LAST_CLASS).map(step).collect_view()}</ul>
        <p class="note">{(words.key_parts)(wide)}</p>
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

/// The scale bar, drawn by the same painter as the map.
#[component]
pub fn Scale(camera: RwSignal<Option<Camera>>, words: &'static Words) -> impl IntoView {
    let holder = NodeRef::<leptos::html::Div>::new();
    let kept = StoredValue::new_local(None::<Mounted>);
    let bar = Memo::new(move |_| camera.get().map(|camera| ScaleBar::of(&camera)));
    Effect::new(move |_| {
        let (Some(bar), Some(holder)) = (bar.get(), holder.get()) else {
            return;
        };
        let name = (words.scale)(bar.km);
        let node = paint::svg::scale_bar(&bar, words.kilometres, &name);
        kept.update_value(|kept| Mounted::show(kept, &node, &holder));
    });
    view! { <div class="scale-holder" node_ref=holder></div> }
}

/// Whom the picture is owed to, and what its borders follow.
#[component]
pub fn Credits(desk: Desk) -> impl IntoView {
    let manifest = &desk.loaded.dossier.manifest;
    let credit = |credit: &Credit| {
        let text = desk.speak(desk.reader().say(&credit.text));
        let licence = credit
            .licence
            .clone()
            .map(|licence| format!(" ({licence})"));
        match credit.url.as_ref().and_then(Address::web) {
            Some(url) => view! {
                " · " <a href=url.to_string() rel="external noopener noreferrer" target="_blank">{text}</a> {licence}
            }
            .into_any(),
            None => view! { " · " {text} {licence} }.into_any(),
        }
    };
    view! {
        <p class="credits">
            {desk.speak(desk.reader().say(&manifest.borders))}
            {manifest.attribution.iter().map(credit).collect_view()}
        </p>
    }
}
