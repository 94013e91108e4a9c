//! What the page around is told: that something happened, and the ids of what it happened to. Never what
//! a reader typed, and never an address.

use leptos::prelude::*;
use web_sys::js_sys::{Function, Object, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use super::super::desk::Desk;
use super::around;
use crate::dossier::{ClauseId, RegionId};
use crate::route::{Subject, View};

/// Something that happened.
pub enum Told {
    /// The page is there, in a language, with a view.
    Ready(&'static str, View),
    /// A region was chosen.
    Region(RegionId),
    /// A clause was chosen.
    Clause(ClauseId),
    /// Another view was chosen.
    View(View),
    /// A gesture was left to the page around: `wheel` or `touch`.
    Blocked(&'static str),
    /// There is nothing to show: `fetch` or `dossier`.
    Error(&'static str),
}

impl Told {
    fn kind(&self) -> &'static str {
        match self {
            Self::Ready(..) => "ready",
            Self::Region(_) => "region.select",
            Self::Clause(_) => "clause.select",
            Self::View(_) => "view.change",
            Self::Blocked(_) => "gesture.blocked",
            Self::Error(_) => "error",
        }
    }

    fn put_into(&self, message: &Object) {
        match self {
            Self::Ready(lang, view) => {
                put(message, "lang", lang);
                put(message, "view", view.slug());
            }
            Self::Region(id) => put(message, "region", id.as_str()),
            Self::Clause(id) => put(message, "clause", id.as_str()),
            Self::View(view) => put(message, "view", view.slug()),
            Self::Blocked(gesture) => put(message, "gesture", gesture),
            Self::Error(why) => put(message, "why", why),
        }
    }
}

fn put(message: &Object, name: &str, value: &str) {
    // Fails only for objects that are sealed; this one is not.
    let _ = Reflect::set(message, &name.into(), &value.into());
}

/// Tells the page around, through the frame's script where it runs: it knows who listens.
pub fn tell(told: &Told) {
    let Some(parent) = around() else {
        return;
    };
    let detail = Object::new();
    told.put_into(&detail);
    if let Some((frame, speak)) = script() {
        let _ = speak.call2(&frame, &told.kind().into(), &detail);
        return;
    }
    put(&detail, "source", "clausemap");
    put(&detail, "type", told.kind());
    // Any page may embed this one, and what it is told is public: it goes to whoever is there.
    let _ = parent.post_message(&detail, "*");
}

/// The script of the frame (`public/frame.js`) and what it speaks with.
fn script() -> Option<(JsValue, Function)> {
    let frame = Reflect::get(&window(), &"clausemapFrame".into()).ok()?;
    let speak = Reflect::get(&frame, &"tell".into()).ok()?;
    Some((frame, speak.dyn_into().ok()?))
}

/// Tells what is chosen from now on, and that the page is there.
pub fn follow(desk: &Desk) {
    let (route, lang) = (desk.route, desk.words.lang);
    let shown = Memo::new(move |_| {
        let route = route.read();
        (route.view, route.subject.clone())
    });
    Effect::new(move |before: Option<(View, Subject)>| {
        let (view, subject) = shown.get();
        match before {
            None => tell(&Told::Ready(lang, view)),
            Some((view_before, subject_before)) => {
                if view != view_before {
                    tell(&Told::View(view));
                }
                if subject != subject_before {
                    tell_subject(&subject);
                }
            }
        }
        (view, subject)
    });
}

fn tell_subject(subject: &Subject) {
    match subject {
        Subject::Region(id) => tell(&Told::Region(id.clone())),
        Subject::Clause(id) => tell(&Told::Clause(id.clone())),
        _ => {}
    }
}
