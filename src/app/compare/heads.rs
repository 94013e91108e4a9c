//! The heads of the two columns: what each plan is, and what it covers.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::map::Hung;
use super::super::turns::later;
use super::{Table, said};
use crate::legend::Look;
use crate::paint;
use crate::reading::{ComparedPlan, Comparison, LensValue};
use crate::scene::SmallMap;

/// The size of a small map in px; the style sheet scales it to its column.
const SIZE: (f64, f64) = (264.0, 172.0);

/// So many regions are named for those who do not see the small map.
const NAMED: usize = 5;

/// Both heads.
#[component]
pub fn Heads(desk: Desk, table: Table) -> impl IntoView {
    // What the filters leave of the lines changes nothing here.
    let plans = Memo::new_with_compare(
        move |_| table.comparison(),
        |before, now| {
            let same = |a: &Comparison, b: &Comparison| {
                (&a.left, &a.right, &a.counted) != (&b.left, &b.right, &b.counted)
            };
            match (before, now) {
                (Some(Some(a)), Some(Some(b))) => same(a, b),
                _ => true,
            }
        },
    );
    move || {
        plans.get().map(|found| {
            view! {
                <div class="compare-heads">
                    {head(&desk, &found, 0, "left")}
                    {head(&desk, &found, 1, "right")}
                </div>
            }
        })
    }
}

fn head(desk: &Desk, found: &Arc<Comparison>, side: usize, name: &'static str) -> AnyView {
    let plan = if side == 0 { &found.left } else { &found.right };
    let plan = plan.clone();
    let (here, all) = (desk.clone(), found.clone());
    let small = later(move || {
        view! { <Small desk=here.clone() found=all.clone() side prefix=name /> }.into_any()
    });
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
            {small}
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
fn Small(desk: Desk, found: Arc<Comparison>, side: usize, prefix: &'static str) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let kept = StoredValue::new_local(None::<Hung>);
    Effect::new(move |_| {
        let Some(holder) = holder.get() else {
            return;
        };
        let regions = found.counted.iter().filter_map(|(region, counts)| {
            let value = LensValue::Clauses(*counts.get(side)?);
            Some((region, Look::of(&value).fill))
        });
        let small = SmallMap::of(&desk.atlas.read(), SIZE, regions);
        let node = paint::svg::small_map(&small, prefix);
        kept.update_value(|kept| Hung::show(kept, node, &holder));
    });
    view! { <div class="small-holder" node_ref=holder></div> }
}
