//! What all components share: the dossier, the reader's words, and where the reader is.

use std::sync::Arc;

use leptos::prelude::*;

use super::address;
use crate::dossier::{Lang, PlanId, Spoken};
use crate::load::Loaded;
use crate::reading::Reader;
use crate::route::{Route, Subject};
use crate::words::Words;

/// Shared by all components; cheap to clone.
#[derive(Clone)]
pub struct Desk {
    /// The dossier with its atlas, its ties and its faults.
    pub loaded: Arc<Loaded>,
    /// The interface's words.
    pub words: &'static Words,
    /// Where the reader is.
    pub route: RwSignal<Route>,
    langs: Arc<[Lang]>,
}

impl Desk {
    /// Opens a dossier at the address that the browser shows.
    pub fn new(loaded: Loaded, langs: Vec<Lang>, words: &'static Words) -> Self {
        // The texts follow the interface: a page half in one language is read by nobody.
        let mut order = vec![Lang::from(words.lang)];
        order.extend(langs.into_iter().filter(|lang| lang.as_str() != words.lang));
        Self {
            loaded: Arc::new(loaded),
            words,
            route: RwSignal::new(address::current()),
            langs: order.into(),
        }
    }

    /// The dossier, opened for this reader.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            dossier: &self.loaded.dossier,
            coverage: &self.loaded.coverage,
            langs: &self.langs,
        }
    }

    /// The reader's languages, the preferred one first.
    pub fn langs(&self) -> &[Lang] {
        &self.langs
    }

    /// The plan that the map counts: the one in the address if the dossier has it, else the first.
    pub fn plan(&self, route: &Route) -> PlanId {
        let dossier = &self.loaded.dossier;
        match &route.plan {
            Some(plan) if dossier.plans.has(plan) => plan.clone(),
            _ => dossier.manifest.first_plan.clone(),
        }
    }

    /// The subject to show; what the dossier does not have becomes the overview.
    pub fn shown(&self, route: &Route) -> Subject {
        if self.is_known(&route.subject) {
            route.subject.clone()
        } else {
            Subject::Overview
        }
    }

    /// What the address asks for and the dossier does not have.
    pub fn missing(&self, route: &Route) -> Option<String> {
        if self.is_known(&route.subject) {
            return None;
        }
        Some(match &route.subject {
            Subject::Overview => String::new(),
            Subject::Region(id) => id.to_string(),
            Subject::Clause(id) => id.to_string(),
            Subject::Source(id) => id.to_string(),
            Subject::Unknown(words) => words.clone(),
        })
    }

    /// The plan that the address asks for and the dossier does not have.
    pub fn missing_plan(&self, route: &Route) -> Option<String> {
        let plan = route.plan.as_ref()?;
        (!self.loaded.dossier.plans.has(plan)).then(|| plan.to_string())
    }

    fn is_known(&self, subject: &Subject) -> bool {
        let dossier = &self.loaded.dossier;
        match subject {
            Subject::Overview => true,
            Subject::Region(id) => dossier.regions.has(id),
            Subject::Clause(id) => dossier.clause(id).is_some(),
            Subject::Source(id) => dossier.sources.has(id),
            Subject::Unknown(_) => false,
        }
    }

    /// A link to a subject from where the reader is.
    pub fn link(&self, subject: Subject) -> String {
        self.route.read_untracked().link(subject)
    }

    /// One step up from the subject: the place around a region, the clause around a part, else the
    /// overview.
    pub fn up(&self, subject: &Subject) -> Subject {
        let reader = self.reader();
        match subject {
            Subject::Region(id) => match reader.crumbs(id).pop() {
                Some(crumb) => Subject::Region(crumb.id),
                None => Subject::Overview,
            },
            Subject::Clause(id) => match reader.dossier.clause(id).and_then(|at| at.whole) {
                Some(whole) => Subject::Clause(whole.id.clone()),
                None => Subject::Overview,
            },
            _ => Subject::Overview,
        }
    }

    /// The words of a text, marked with its language when it is not the page's.
    pub fn speak(&self, spoken: Spoken) -> AnyView {
        if spoken.lang.as_str() == self.words.lang {
            spoken.words.into_any()
        } else {
            let lang = spoken.lang.to_string();
            view! { <span lang=lang>{spoken.words}</span> }.into_any()
        }
    }
}
