//! One voice for the map: all that it says to those who do not see it, politely and one thing at a
//! time.

use leptos::prelude::*;

use super::super::slices::now_ms;
use super::table::Table;
use crate::route::Subject;
use crate::scene::Camera;

/// After a selection, so long in ms nothing is said of the flight that follows it.
const HUSH_MS: f64 = 1500.0;

/// What the map says aloud; cheap to copy.
#[derive(Clone, Copy)]
pub struct Voice {
    said: RwSignal<String>,
    hushed: StoredValue<f64>,
}

impl Voice {
    /// A voice that has said nothing yet.
    pub fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            hushed: StoredValue::new(0.0),
        }
    }

    /// Says something instead of what was said before.
    pub fn say(self, words: String) {
        self.said.set(words);
    }

    /// Says what is selected, and how much the map shows once a zoom has come to rest.
    pub fn follow(self, table: &Table) {
        let desk = table.desk.clone();
        let selected = Memo::new(move |_| {
            let (desk, route) = (desk.now(), desk.route.read());
            let Subject::Region(id) = desk.shown(&route) else {
                return String::new();
            };
            let reader = desk.reader();
            let (counted, wider) = reader.counts(&id, &desk.plan(&route));
            (desk.words.selected_status)(&reader.region_name(&id).words, counted, wider)
        });
        Effect::new(move |_| {
            self.hushed.set_value(now_ms() + HUSH_MS);
            self.say(selected.get());
        });
        let (sharp, words) = (table.stage.sharp, table.desk.words);
        Effect::new(move |before: Option<Option<Camera>>| {
            let now = sharp.get();
            if let (Some(before), Some(now)) = (before.flatten(), now)
                && (now.scale / before.scale).ln().abs() > 0.02
                && now_ms() > self.hushed.get_value()
            {
                self.say((words.shows_across)(now.km_across()));
            }
            now
        });
    }
}

/// Where the voice is heard.
#[component]
pub fn Status(voice: Voice) -> impl IntoView {
    view! { <p class="heard" role="status">{move || voice.said.get()}</p> }
}
