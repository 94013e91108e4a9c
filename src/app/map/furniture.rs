//! What floats over the map: the choice of plan, zoom, scale, credits.

use leptos::prelude::*;

use super::super::address;
use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::mounted::Hung;
use super::stage::Stage;
use super::steering::STEP;
use crate::dossier::{Address, Credit};
use crate::paint;
use crate::reading::PlanLine;
use crate::route::Route;
use crate::scene::{Camera, Locator, ScaleBar};
use crate::words::Words;

/// Which plan the map counts: links where there is room, a native list where there is not.
#[component]
pub fn Choice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let route = desk.route;
    move || {
        let (now, desk) = (route.get(), desk.now());
        let plans = desk.reader().plan_choice(&desk.plan(&now));
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
        (!plans.is_empty()).then(|| {
            view! {
                <nav class="over choice" aria-label=words.plan_choice>
                    {plans.iter().map(link).collect_view()}
                    <select aria-label=words.plan_choice on:change=choose>
                        {plans.iter().map(option).collect_view()}
                    </select>
                </nav>
            }
        })
    }
}

/// Closer, farther, all.
#[component]
pub fn Zoom(stage: Stage, words: &'static Words, on_whole: impl Fn() + 'static) -> impl IntoView {
    view! {
        <div class="over zoom">
            <button data-key="+" aria-label=words.zoom_in on:click=move |_| stage.zoom(STEP)>
                <Icon sign=Sign::Plus />
            </button>
            <button data-key="-" aria-label=words.zoom_out on:click=move |_| stage.zoom(1.0 / STEP)>
                <Icon sign=Sign::Minus />
            </button>
            <button data-key="0" aria-label=words.whole_country on:click=move |_| on_whole()>
                <Icon sign=Sign::Whole />
            </button>
        </div>
    }
}

/// The scale bar, drawn by the same painter as the map.
#[component]
pub fn Scale(desk: Desk, camera: RwSignal<Option<Camera>>) -> impl IntoView {
    let words = desk.words;
    let holder = NodeRef::<leptos::html::Div>::new();
    let kept = StoredValue::new_local(None::<Hung>);
    let bar = Memo::new(move |_| {
        let projection = *desk.atlas.read().projection();
        camera
            .get()
            .map(|camera| ScaleBar::of(&camera, &projection))
    });
    Effect::new(move |_| {
        let (Some(bar), Some(holder)) = (bar.get(), holder.get()) else {
            return;
        };
        let name = (words.scale)(bar.km);
        let node = paint::svg::scale_bar(&bar, words.kilometres, &name);
        kept.update_value(|kept| Hung::show(kept, node, &holder));
    });
    view! { <div class="scale-holder" node_ref=holder></div> }
}

/// Where the window is on the whole map, once it shows a part of it.
#[component]
pub fn Inset(desk: Desk, camera: RwSignal<Option<Camera>>) -> impl IntoView {
    let holder = NodeRef::<leptos::html::Div>::new();
    let kept = StoredValue::new_local(None::<Hung>);
    let locator = Memo::new(move |_| Locator::of(&desk.atlas.read(), &camera.get()?));
    Effect::new(move |_| {
        if let (Some(locator), Some(holder)) = (locator.get(), holder.get()) {
            let node = paint::svg::locator(&locator);
            kept.update_value(|kept| Hung::show(kept, node, &holder));
        }
    });
    view! {
        <div
            class="over locator-holder"
            hidden=move || locator.read().is_none()
            node_ref=holder
        ></div>
    }
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
                " · " <a href=address::elsewhere(url.to_string()) rel="external noopener noreferrer" target="_blank">{text}</a> {licence}
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
