//! Which dossier is opened: the page's own, the one that the address names, one of the reader's device.

use std::sync::Arc;

use leptos::prelude::*;

use super::address::{self, set_state};
use super::brought::{self, Opener};
use super::desk::Desk;
use super::fetch::{self, Failure, Whence};
use super::host::{self, Told};
use crate::dossier::Lang;
use crate::words::{Words, for_reader};

/// What there is to show while the dossier comes in.
#[derive(Clone)]
pub enum Progress {
    Loading,
    Failed(Arc<Failure>),
    Ready(Desk),
}

/// The dossier that is being opened, or has been; cheap to copy.
#[derive(Clone, Copy)]
pub struct Opening {
    /// How far it is.
    pub progress: RwSignal<Progress>,
    /// Where it comes from.
    pub whence: RwSignal<Whence>,
    /// The words until it is there.
    pub words: &'static Words,
    langs: StoredValue<Vec<Lang>>,
    opener: Opener,
    /// How many have been begun, a turn to another language too: what comes of an earlier one is late.
    begun: StoredValue<u32>,
}

impl Opening {
    /// Opens the dossier of the address, and from then on what the reader brings.
    pub fn begin() -> Self {
        let langs = address::reader_languages();
        let words = for_reader(&langs);
        address::set_lang(words.lang);
        let opening = Self {
            progress: RwSignal::new(Progress::Loading),
            whence: RwSignal::new(Whence::Own),
            words,
            langs: StoredValue::new(langs),
            opener: Opener::new(),
            begun: StoredValue::new(0),
        };
        provide_context(opening.opener);
        opening.opener.receive_drops();
        match address::dossier() {
            None => opening.open(Whence::Own),
            Some(Ok(folder)) => opening.open(Whence::At(folder.into())),
            Some(Err(written)) => opening.open_own(brought::Trouble::Address(written)),
        }
        Effect::new(move |_| {
            if let Some(files) = opening.opener.dossier.get() {
                brought::begin_anew();
                opening.open(Whence::Device(files));
            }
        });
        opening
    }

    /// Once more, from where it was to come.
    pub fn retry(self) {
        self.open(self.whence.get_untracked());
    }

    /// The page's own in place of another one that there is not.
    fn open_own(self, trouble: brought::Trouble) {
        self.opener.tell(trouble);
        address::set_brought(false);
        self.open(Whence::Own);
    }

    /// The number of what is begun now.
    fn next(self) -> u32 {
        self.begun.update_value(|count| *count += 1);
        self.begun.get_value()
    }

    fn open(self, whence: Whence) {
        let turn = self.next();
        self.whence.set(whence.clone());
        self.progress.set(Progress::Loading);
        set_state("loading");
        leptos::task::spawn_local(async move {
            let fetched = fetch::dossier(&whence, &Lang::from(self.words.lang)).await;
            if self.begun.get_value() != turn {
                return;
            }
            match fetched {
                Ok(fetched) => {
                    let turn_to = Callback::new(move |words| self.turn_to(words));
                    let langs = self.langs.get_value();
                    let desk = Desk::new(fetched, &langs, self.words, turn_to);
                    self.progress.set(Progress::Ready(desk));
                }
                Err(failure) => self.fail(&whence, failure),
            }
        });
    }

    fn fail(self, whence: &Whence, failure: Failure) {
        host::tell(&Told::Error(failure.slug()));
        match (whence, failure) {
            (Whence::At(folder), Failure::Fetch { why, .. }) => {
                self.open_own(brought::Trouble::Missing(folder.clone(), why));
            }
            (_, failure) => {
                self.progress.set(Progress::Failed(Arc::new(failure)));
                set_state("failed");
            }
        }
    }

    fn turn_to(self, words: &'static Words) {
        let Progress::Ready(desk) = self.progress.get_untracked() else {
            return;
        };
        // Another turn may be under way: what was asked for last holds.
        let turn = self.next();
        if words.lang == desk.words.lang {
            return;
        }
        leptos::task::spawn_local(async move {
            let desk = desk.in_language(words).await;
            if self.begun.get_value() == turn {
                self.progress.set(Progress::Ready(desk));
            }
        });
    }
}
