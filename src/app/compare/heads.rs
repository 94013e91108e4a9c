//! The heads of the two columns: what each plan is, and what it covers.

use leptos::html;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::map::Mounted;
use super::{Table, said};
use crate::dossier::PlanId;
use crate::legend::Look;
use crate::paint;
use crate::reading::{ComparedPlan, Lens};
use crate::scene::SmallMap;

/// The size of a small map in px; the style sheet scales it to its column.
const SIZE: (f64, f64) = (264.0, 172.0);

/// So many regions are named for those who do not see the small map.
const NAMED: usize = 5;

/// Both heads.
#[component]
pub fn Heads(desk: Desk, table: Table) -> impl IntoView {
    let plans = Memo::new(move |_| {
        let found = table.found.get()?;
        Some((found.left, found.right))
    });
    move || {
        plans.get().map(|(left, right)| {
            view! {
                <div class="compare-heads">
                    {head(&desk, left, "left")}
                    {head(&desk, right, "right")}
                </div>
            }
        })
    }
}

fn head(desk: &Desk, plan: ComparedPlan, name: &'static str) -> AnyView {
    let covers = covers(desk, &plan);
    let dated = said(desk, plan.dated);
    let id = plan.id.to_string();
    view! {
        <section class="compare-head" data-head=name data-plan=id>
            <div>
                <h2>{desk.speak(plan.title)}</h2>
                <p><time>{dated}</time></p>
                <p>{desk.speak(plan.status)}</p>
            </div>
            <Small desk=desk.clone() plan=plan.id prefix=name />
            <p class="heard">{covers}</p>
        </section>
    }
    .into_any()
}

/// What the small map shows, in words.
fn covers(desk: &Desk, plan: &ComparedPlan) -> String {
    let words = desk.words.compare;
    let short = &plan.short.words;
    if plan.covers.is_empty() {
        return (words.covers_nothing)(short);
    }
    let most = plan.covers.iter().take(NAMED);
    let most: Vec<String> = most
        .map(|region| (words.region_count)(&region.name.words, region.counted))
        .collect();
    (words.covers)(short, plan.covers.len(), &most.join(", "))
}

/// What a plan covers, by how many of its clauses bear on each region.
#[component]
fn Small(desk: Desk, plan: PlanId, prefix: &'static str) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let kept = StoredValue::new_local(None::<Mounted>);
    Effect::new(move |_| {
        let Some(holder) = holder.get() else {
            return;
        };
        let reader = desk.reader();
        let regions = desk.loaded.dossier.regions.iter().filter_map(|region| {
            let value = reader.lens_value(&Lens::Clauses, &region.id, &plan)?;
            Some((&region.id, Look::of(&value).fill))
        });
        let small = SmallMap::of(&desk.atlas.read(), SIZE, regions);
        let node = paint::svg::small_map(&small, prefix);
        kept.update_value(|kept| Mounted::show(kept, node, &holder));
    });
    view! { <div class="small-holder" node_ref=holder></div> }
}
