//! The mark of a change: a shape for each, so that none needs a colour.

use leptos::prelude::*;

use crate::dossier::Change;

/// A change's mark; three dots where no tie is recorded. Decorative: the word stands beside it.
#[component]
pub fn ChangeMark(change: Option<Change>) -> impl IntoView {
    let d = match change {
        Some(Change::Kept) => "M3 6h10M3 10h10",
        Some(Change::Reworded) => "M2 6c2-2.4 4-2.4 6 0s4 2.4 6 0M2 11c2-2.4 4-2.4 6 0s4 2.4 6 0",
        Some(Change::Widened) => "M8 3v10M5.5 8H1.8M3.4 6l-2 2 2 2M10.5 8h3.7M12.6 6l2 2-2 2",
        Some(Change::Narrowed) => "M8 3v10M1.4 8h4M3.6 6l2 2-2 2M14.6 8h-4M12.4 6l-2 2 2 2",
        Some(Change::Split) => {
            "M2 8h4.5c2 0 2-4 4-4H14M6.5 8c2 0 2 4 4 4H14M12.2 2.2L14 4l-1.8 1.8M12.2 10.2L14 12l-1.8 1.8"
        }
        Some(Change::Merged) => {
            "M2 4h3.5c2 0 2 4 4 4H14M2 12h3.5c2 0 2-4 4-4M12.2 6.2L14 8l-1.8 1.8"
        }
        Some(Change::Changed) => "M8 2.2L14 13H2z",
        Some(Change::Dropped) => "M3 8h10",
        Some(Change::New) => "M8 3v10M3 8h10",
        Some(Change::Withheld) => "M3 5h10M3 8h10M3 11h6",
        Some(Change::Named) => "M4 3v10M4 3h7l-2 2.5L11 8H4",
        None => "M3 8h.1M8 8h.1M13 8h.1",
    };
    let slug = change.map_or("untied", Change::slug);
    view! {
        <svg class=format!("icon change-{slug}") viewBox="0 0 16 16" aria-hidden="true">
            <path d=d />
        </svg>
    }
}
