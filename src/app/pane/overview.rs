//! The first page.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{lines, section};
use crate::reading::{Overview, PlanLine};
use crate::route::Route;

/// The whole page.
pub fn page(desk: &Desk, page: Overview) -> AnyView {
    let words = desk.words;
    let chosen = page.plans.iter().find(|plan| plan.chosen);
    let title = chosen
        .map(|plan| plan.title.words.clone())
        .unwrap_or_default();
    let plans: Vec<_> = page.plans.into_iter().map(|one| plan(desk, one)).collect();
    let full = |line| lines::clause(desk, line, "");
    let clauses: Vec<_> = page.clauses.into_iter().map(full).collect();
    let body = if clauses.is_empty() {
        view! { <p class="empty">{words.no_text}</p> }.into_any()
    } else {
        view! { <ol class="clause-list">{clauses}</ol> }.into_any()
    };
    let questions = (!page.questions.is_empty()).then(|| {
        let list = lines::questions(desk, page.questions);
        section("unknown", words.what_is_not_known, String::new(), list)
    });
    view! {
        <header class="head">
            <h1 tabindex="-1">{desk.speak(page.title)}</h1>
            <p class="local on-screen">{words.overview_lede}</p>
        </header>
        <div class="body">
            {section("plans", words.plans, String::new(), view! { <ul class="plans">{plans}</ul> }.into_any())}
            {section("clauses", words.clauses, title, body)}
            {questions}
        </div>
    }
    .into_any()
}

fn plan(desk: &Desk, plan: PlanLine) -> AnyView {
    let words = desk.words;
    let route = Route {
        plan: Some(plan.id.clone()),
        ..desk.route.get_untracked()
    };
    let points = (words.points)(plan.points);
    let dated = (words.when)(Some(plan.dated));
    let choose = (words.choose_plan)(&plan.short.words);
    let drafting = plan
        .drafting
        .map(|text| view! { <p>{desk.speak(text)}</p> });
    view! {
        <li class="plan" class:chosen=plan.chosen data-plan=plan.id.to_string()>
            <details>
                <summary>
                    <b>{desk.speak(plan.title)}</b>
                    <span class="meta">{points} " · " {dated}</span>
                </summary>
                <p>{desk.speak(plan.status)}</p>
                {drafting}
                <p class="aside">{desk.speak(plan.text_seen)}</p>
                <p class="foot">{lines::cites(desk, plan.sources)}</p>
            </details>
            <a
                class="button"
                href=route.without_theme().to_string()
                aria-current=plan.chosen.then_some("true")
                aria-label=choose
            >
                {desk.speak(plan.short)}
            </a>
        </li>
    }
    .into_any()
}
