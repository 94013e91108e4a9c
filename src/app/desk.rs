//! What all components share: the dossier, the reader's words, and where the reader is.

use std::sync::Arc;

use leptos::prelude::*;

use super::address;
use super::as_of::Clock;
use super::fetch::{self, Fetched, Whence};
use super::map::Hung;
use super::slices::in_slices;
use crate::atlas::Atlas;
use crate::coverage::Coverage;
use crate::dossier::{Dossier, Fault, Files, Lang, PlanId, RegionId, Spoken, TopicId, Translation};
use crate::load::Loaded;
use crate::reading::{Days, Filters, Indexing, Lens, Reader, SearchIndex};
use crate::route::{Route, Subject};
use crate::scene::Camera;
use crate::words::Words;

/// Shared by all components; cheap to clone.
#[derive(Clone)]
pub struct Desk {
    /// The dossier with its ties and its faults.
    pub loaded: Arc<Opened>,
    /// Where everything is: the overviews first, the full outlines once they were wanted.
    pub atlas: RwSignal<Arc<Atlas>>,
    /// What was found wrong since the page began.
    pub late_faults: RwSignal<Vec<Fault>>,
    /// The interface's words.
    pub words: &'static Words,
    /// Where the reader is.
    pub route: RwSignal<Route>,
    /// Which day is shown, and the hand that changes it.
    pub clock: Clock,
    /// The camera of the picture that the map shows; `None` before there is one.
    pub drawn: RwSignal<Option<Camera>>,
    /// The picture of the map that hung there when the page turned to another language. The next one takes it over: what
    /// has the focus keeps it, and nobody sees an empty wall.
    pub hung: StoredValue<Option<Hung>, LocalStorage>,
    /// Whether the panel is open from which things are taken away.
    pub sharing: RwSignal<bool>,
    /// Whether the page is about to be printed, or is being: all of it is wanted then.
    pub printing: RwSignal<bool>,
    /// Turns the page to another language.
    pub turn_to: Callback<&'static Words>,
    /// Where the dossier comes from.
    pub whence: Whence,
    langs: Arc<[Lang]>,
    /// The dossier's texts in the language of the page, if it was not written in it.
    translation: Option<Arc<Translation>>,
    /// The dossier as of the day in the address, see [`Desk::now`].
    then: ArcMemo<Arc<Opened>>,
    /// The files that the full outlines are read together with.
    files: Arc<Files>,
}

/// A dossier that is open. Its atlas is apart from it, since it is exchanged for a finer one.
pub struct Opened {
    /// What is said.
    pub dossier: Dossier,
    /// Which clauses and claims bear on which region.
    pub coverage: Coverage,
    /// What was wrong with its files when the page began.
    pub faults: Vec<Fault>,
}

impl Desk {
    /// Opens a dossier at the address that the browser shows.
    pub fn new(
        fetched: Fetched,
        langs: &[Lang],
        words: &'static Words,
        turn_to: Callback<&'static Words>,
    ) -> Self {
        let Loaded {
            dossier,
            atlas,
            coverage,
            faults,
        } = fetched.loaded;
        let loaded = Arc::new(Opened {
            dossier,
            coverage,
            faults,
        });
        let route = RwSignal::new(address::first());
        let clock = Clock::new(route, Days::of(&loaded.dossier));
        Self {
            then: as_of(loaded.clone(), clock),
            clock,
            loaded,
            atlas: RwSignal::new(Arc::new(atlas)),
            late_faults: RwSignal::new(Vec::new()),
            files: Arc::new(fetched.files),
            words,
            route,
            drawn: RwSignal::new(None),
            hung: StoredValue::new_local(None),
            sharing: RwSignal::new(false),
            printing: RwSignal::new(false),
            turn_to,
            whence: fetched.whence,
            langs: order(langs, words),
            translation: fetched.translation.map(Arc::new),
        }
    }

    /// The same desk in another language, once what is needed for it has arrived. The reader stays
    /// where they are.
    pub async fn in_language(&self, words: &'static Words) -> Self {
        let manifest = &self.loaded.dossier.manifest;
        let language = Lang::from(words.lang);
        let translation = fetch::translation(&self.whence, manifest, &language, &self.files).await;
        let translation = match translation.transpose() {
            Ok(translation) => translation,
            Err(fault) => {
                self.late_faults.update(|faults| faults.push(fault));
                None
            }
        };
        Self {
            words,
            langs: order(&self.langs, words),
            translation: translation.map(Arc::new),
            ..self.clone()
        }
    }

    /// The same desk with the dossier as it was on the day that the address asks for. What is made of
    /// it is made anew when the day changes.
    pub fn now(&self) -> Self {
        Self {
            loaded: self.then.get(),
            ..self.clone()
        }
    }

    /// The same, for what answers once and does not follow the day.
    pub fn at_present(&self) -> Self {
        Self {
            loaded: self.then.get_untracked(),
            ..self.clone()
        }
    }

    /// What is asked for of the claims: the filters, and the place that the address is about. It changes
    /// with these alone.
    pub fn asked_for(&self) -> Memo<(Filters, Option<RegionId>)> {
        let route = self.route;
        Memo::new(move |_| {
            let route = route.read();
            let region = match &route.subject {
                Subject::Region(id) => Some(id.clone()),
                _ => None,
            };
            (route.filters.clone(), region)
        })
    }

    /// Whether the dossier's texts stand here in translation; `None`: in a language that it was written
    /// in.
    pub fn is_translated(&self) -> Option<bool> {
        let own = &self.loaded.dossier.manifest.languages;
        let is_own = own.iter().any(|lang| lang.as_str() == self.words.lang);
        (!is_own).then_some(self.translation.is_some())
    }

    /// Fetches the full outlines and puts them into `into`. What does not arrive is told, and the
    /// overviews stay.
    pub fn fetch_detail(&self, into: RwSignal<Option<Arc<Atlas>>>) {
        let desk = self.clone();
        leptos::task::spawn_local(async move {
            match fetch::detail(&desk.whence, &desk.loaded.dossier, &desk.files).await {
                Some(Ok((atlas, faults))) => {
                    desk.late_faults.set(faults);
                    into.set(Some(Arc::new(atlas)));
                }
                Some(Err(faults)) => desk.late_faults.set(faults),
                None => {}
            }
        });
    }

    /// The full outlines; `None` when they do not arrive, or the dossier has no others than it began
    /// with.
    pub async fn full_atlas(&self) -> Option<Arc<Atlas>> {
        match fetch::detail(&self.whence, &self.loaded.dossier, &self.files).await {
            Some(Ok((atlas, _))) => Some(Arc::new(atlas)),
            Some(Err(_)) | None => None,
        }
    }

    /// The dossier, opened for this reader.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            dossier: &self.loaded.dossier,
            coverage: &self.loaded.coverage,
            langs: &self.langs,
            translation: self.translation.as_deref(),
        }
    }

    /// Makes the index of all that can be searched for: first of the languages that are here, then, once
    /// they have arrived, of all that the dossier has.
    pub fn fetch_index(&self, into: RwSignal<Option<Arc<SearchIndex>>>) {
        let desk = self.clone();
        leptos::task::spawn_local(async move {
            let mut translations: Vec<_> = desk.translation.iter().cloned().collect();
            let own = desk.index_of(&translations).await;
            // The page may have turned to another language meanwhile, with a field of its own.
            into.try_set(Some(Arc::new(own)));
            let manifest = &desk.loaded.dossier.manifest;
            let others = manifest.translations.iter().map(|named| &named.language);
            let others = others.filter(|lang| lang.as_str() != desk.words.lang);
            let before = translations.len();
            for language in others {
                match fetch::translation(&desk.whence, manifest, language, &desk.files).await {
                    Some(Ok(translation)) => translations.push(Arc::new(translation)),
                    Some(Err(fault)) => desk.late_faults.update(|faults| faults.push(fault)),
                    None => {}
                }
            }
            if translations.len() > before {
                let all = desk.index_of(&translations).await;
                into.try_set(Some(Arc::new(all)));
            }
        });
    }

    async fn index_of(&self, translations: &[Arc<Translation>]) -> SearchIndex {
        let translations: Vec<&Translation> = translations.iter().map(|one| &**one).collect();
        let mut indexing = Indexing::default();
        in_slices(|| indexing.step(&self.loaded.dossier, &translations)).await;
        indexing.finish()
    }

    /// The plan that the map counts: the one in the address if the dossier has it, else the first.
    pub fn plan(&self, route: &Route) -> PlanId {
        let dossier = &self.loaded.dossier;
        match &route.plan {
            Some(plan) if dossier.plans.has(plan) => plan.clone(),
            _ => dossier.manifest.first_plan.clone(),
        }
    }

    /// The topic whose clauses and claims alone the map looks at: the one in the address, if the dossier
    /// has it. Who claims sovereignty is no matter of a topic.
    pub fn lens_topic(&self, route: &Route) -> Option<TopicId> {
        let has = |topic: &&TopicId| self.loaded.dossier.topics.has(topic);
        let asked = route.filters.topic.as_ref().filter(has);
        asked.filter(|_| route.lens != Lens::Claimed).cloned()
    }

    /// What the map shows, in one sentence.
    pub fn lens_sentence(&self, route: &Route) -> String {
        let topic = self.lens_topic(route);
        let topic = topic.and_then(|topic| self.reader().topic_name(&topic));
        let sentence = self.sentence_on_all(route);
        match topic {
            Some(topic) => (self.words.pages.key_topic)(&sentence, &topic.words),
            None => sentence,
        }
    }

    fn sentence_on_all(&self, route: &Route) -> String {
        let (words, reader) = (self.words, self.reader());
        match &route.lens {
            Lens::Clauses => {
                let plan = self.loaded.dossier.plans.get(&self.plan(route));
                let short = plan.map(|plan| reader.say(&plan.short).words);
                (words.key_clauses)(&short.unwrap_or_default())
            }
            Lens::Agreement => words.key_agreement.to_owned(),
            Lens::Party(wanted) => match reader.lens_party(wanted.as_ref()) {
                Some(party) => (words.key_party)(&party.name.words),
                None => words.key_nothing.to_owned(),
            },
            Lens::Claimed => words.key_claimed.to_owned(),
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
            Subject::Party(id) => id.to_string(),
            Subject::Claim(id) => id.to_string(),
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
            Subject::Party(id) => dossier.parties.has(id),
            Subject::Claim(id) => dossier.claims.has(id),
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

    /// The words of a text, marked with its language when it is not the page's; one that alone has no
    /// translation says so.
    pub fn speak(&self, spoken: Spoken) -> AnyView {
        if spoken.lang.as_str() == self.words.lang {
            spoken.words.into_any()
        } else {
            let lang = spoken.lang.to_string();
            // Where nothing is translated, the page says so once.
            let mark = (self.is_translated() == Some(true)).then(|| {
                let letters = lang.to_uppercase();
                view! {
                    " "
                    <span class="tag" title=self.words.untranslated data-untranslated="">
                        <span aria-hidden="true">{letters}</span>
                        <span class="heard">{self.words.untranslated}</span>
                    </span>
                }
            });
            view! { <span lang=lang.clone()>{spoken.words}</span> {mark} }.into_any()
        }
    }
}

/// The dossier as of the day in the address, narrowed once for each day.
fn as_of(whole: Arc<Opened>, clock: Clock) -> ArcMemo<Arc<Opened>> {
    let day = ArcMemo::new(move |_| clock.asked());
    let is_other = |before: Option<&Arc<Opened>>, now: Option<&Arc<Opened>>| match (before, now) {
        (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
        _ => true,
    };
    let narrowed = move |_: Option<&Arc<Opened>>| match day.get() {
        Some(day) => {
            let dossier = whole.dossier.as_of(day);
            let coverage = whole.coverage.within(&dossier);
            Arc::new(Opened {
                dossier,
                coverage,
                faults: Vec::new(),
            })
        }
        None => whole.clone(),
    };
    ArcMemo::new_with_compare(narrowed, is_other)
}

/// The reader's languages, that of the page first: a page half in one language is read by nobody.
fn order(langs: &[Lang], words: &Words) -> Arc<[Lang]> {
    let others = langs.iter().filter(|lang| lang.as_str() != words.lang);
    std::iter::once(Lang::from(words.lang))
        .chain(others.cloned())
        .collect()
}
