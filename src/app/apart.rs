//! What follows a click apart from it: the page answers first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::slices::turn;

/// Whether what is made of something stands, that follows what `track` looks at so many turns later: it is then a
/// piece of work of its own, and not one with all else that follows a click. In a very large dossier it is two:
/// what was made before goes in one turn, when this is no, and what is made anew comes in the next.
pub fn apart(desk: &Desk, turns: u32, track: impl Fn() + Clone + 'static) -> Memo<bool> {
    let gone = turns_after(turns, track.clone());
    if !is_very_large(desk) {
        // Each time anew.
        return Memo::new_with_compare(
            move |_| {
                gone.track();
                true
            },
            |_, _| true,
        );
    }
    let come = turns_after(turns + 1, track);
    Memo::new_with_compare(move |_| gone.get() == come.get(), |_, _| true)
}

/// Whether the dossier is so large that what is made of it, and what goes, needs turns of its own.
pub fn is_very_large(desk: &Desk) -> bool {
    desk.loaded.dossier.claims.len() >= MANY_CLAIMS
}

/// So many claims are a very large dossier.
const MANY_CLAIMS: usize = 2000;

/// Counts how often something has changed that `track` looks at, each time so many turns later.
fn turns_after(turns: u32, track: impl Fn() + 'static) -> RwSignal<u32> {
    let count = RwSignal::new(0_u32);
    Effect::new(move |before: Option<()>| {
        track();
        if before.is_some() {
            spawn_local(async move {
                for _ in 0..turns {
                    turn().await;
                }
                count.try_update(|count| *count = count.wrapping_add(1));
            });
        }
    });
    count
}
