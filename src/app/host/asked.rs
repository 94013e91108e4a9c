//! What the page around may ask for: other colours, another language, a region, a clause. All else, and
//! all that comes from elsewhere, is ignored.

use leptos::prelude::*;
use web_sys::MessageEvent;
use web_sys::js_sys::{JsString, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::super::address;
use super::super::desk::Desk;
use super::around;
use crate::route::{Command, Route, Subject};
use crate::words::ALL;

/// How long a word of a message may be. What is longer is not even copied.
const LONGEST: u32 = 64;

/// Does what the page around asks for, as long as the page stands.
pub fn obey(desk: &Desk) {
    let Some(parent) = around() else {
        return;
    };
    let parent = StoredValue::new_local(JsValue::from(parent));
    let desk = desk.clone();
    let messages = leptos::ev::Custom::<MessageEvent>::new("message");
    let listener = window_event_listener(messages, move |event| {
        let from = Reflect::get(&event, &"source".into()).unwrap_or_default();
        if parent.with_value(|parent| *parent == from)
            && let Some(command) = read(&event.data())
        {
            carry_out(&desk.at_present(), command);
        }
    });
    on_cleanup(move || listener.remove());
}

fn read(message: &JsValue) -> Option<Command> {
    let word = |name: &str| {
        let word = Reflect::get(message, &name.into()).ok()?;
        let word: JsString = word.dyn_into().ok()?;
        (word.length() <= LONGEST).then(|| String::from(word))
    };
    if word("source")? != "clausemap-host" {
        return None;
    }
    Command::read(&word("type")?, &word("value")?)
}

fn carry_out(desk: &Desk, command: Command) {
    let now = desk.route.get_untracked();
    let dossier = &desk.loaded.dossier;
    // No step of the reader's own: Back leads out of the article, not through what it asked for.
    match command {
        Command::Theme(theme) => address::replace(desk.route, Route { theme, ..now }),
        Command::Lang(lang) => {
            let spoken = ALL.into_iter().find(|words| words.lang == lang.as_str());
            if let Some(words) = spoken {
                desk.turn_to.run(words);
            }
        }
        Command::Region(id) if dossier.regions.has(&id) => {
            address::replace(desk.route, now.to(Subject::Region(id)));
        }
        Command::Clause(id) if dossier.clause(&id).is_some() => {
            address::replace(desk.route, now.to(Subject::Clause(id)));
        }
        Command::Region(_) | Command::Clause(_) => {}
    }
}
