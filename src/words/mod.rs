//! The words of the interface, one table per language.
//!
//! A table is a struct: a language that lacks a sentence does not compile, and a sentence gets
//! exactly the values that it speaks of. What the dossier says is not here.

mod brought;
mod compare;
mod dates;
mod embed;
mod en;
mod filters;
mod hand;
mod listing;
#[cfg(not(target_arch = "wasm32"))]
mod newsroom;
#[cfg(not(target_arch = "wasm32"))]
mod offline;
mod pages;
mod plural;
mod portions;
mod positions;
mod ru;
mod soft;
mod statics;
mod takeaway;
#[cfg(test)]
mod tests;
mod timeline;
mod uk;

use crate::coverage::Reason;
use crate::dossier::{Agreement, Change, Evidence, Lang, SourceKind, Stance, When};
use crate::reading::{FoundKind, Lens, LensValue, Shade};
use crate::route::View;
use crate::scene::Backdrop;

pub use brought::BroughtWords;
pub use compare::CompareWords;
pub use embed::EmbedWords;
pub use en::EN;
pub use filters::FilterWords;
pub use hand::HandWords;
pub use listing::ListWords;
#[cfg(not(target_arch = "wasm32"))]
pub use newsroom::{EmbedCode, NewsroomWords, newsroom};
#[cfg(not(target_arch = "wasm32"))]
pub use offline::{OfflineWords, offline};
pub use pages::PagesWords;
pub use portions::PortionWords;
pub use positions::PositionsWords;
pub use ru::RU;
pub use soft::with_soft_hyphens;
pub use statics::StaticWords;
pub use takeaway::{CitationForm, TakeawayWords};
pub use timeline::TimelineWords;
pub use uk::UK;

/// Everything that the interface says, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct Words {
    pub lang: &'static str,
    /// The language's own name for itself.
    pub language: &'static str,
    pub language_choice: &'static str,
    /// That the dossier's texts are a translation, and from what.
    pub in_translation: &'static str,
    /// That the dossier has no words in this language.
    pub not_in_translation: &'static str,
    /// That one text has no words in this language, while the others have.
    pub untranslated: &'static str,

    // The frame.
    pub product: &'static str,
    pub page_title: fn(subject: &str, dossier: &str) -> String,
    pub as_of: &'static str,
    pub skip_to_map: &'static str,
    pub skip_to_list: &'static str,
    pub skip_to_reading: &'static str,
    /// The button that unfolds the tools where the bar is short.
    pub menu: &'static str,
    pub list_button: &'static str,
    pub close: &'static str,
    pub theme_button: fn(next: &str) -> String,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub reading_pane: &'static str,
    pub grow_sheet: &'static str,

    /// The ways to look at the dossier.
    pub view_choice: &'static str,
    pub view: fn(View) -> &'static str,

    // Search.
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub found_kind: fn(FoundKind) -> &'static str,
    pub found_count: fn(count: usize) -> String,
    pub nothing_found: fn(query: &str) -> String,

    pub filters: &'static FilterWords,
    pub listing: &'static ListWords,

    // Loading, failing.
    pub loading: &'static str,
    pub failed_title: &'static str,
    pub failed_fetch: fn(file: &str) -> String,
    pub failed_dossier: &'static str,
    pub try_again: &'static str,
    pub faults_found: fn(count: usize) -> String,
    pub faults_rest: &'static str,
    pub no_such_plan: fn(what: &str) -> String,
    pub not_in_dossier: fn(what: &str) -> String,

    // The map.
    pub map: &'static str,
    pub map_help: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub whole_country: &'static str,
    pub pan: &'static str,
    pub pan_up: &'static str,
    pub pan_left: &'static str,
    pub pan_right: &'static str,
    pub pan_down: &'static str,
    pub full_screen: &'static str,
    pub plan_choice: &'static str,
    pub key: &'static str,
    pub key_clauses: fn(plan: &str) -> String,
    pub key_parts: fn(part: &str) -> String,
    pub key_wide: fn(country_wide: usize) -> String,
    pub key_ground: fn(number: &str) -> String,
    pub key_lit: &'static str,
    pub key_group: fn(names: &str) -> String,
    pub key_drained: fn(water: &str) -> String,
    pub region_label: fn(name: &str, value: &str) -> String,
    pub region_label_claimed: fn(label: &str, claim: &str) -> String,
    pub kilometres: &'static str,

    // Lenses.
    pub lens_choice: &'static str,
    pub lens: fn(&Lens) -> &'static str,
    pub party_choice: &'static str,
    /// What a lens says of one region, to stand after its name.
    pub lens_value: fn(&LensValue) -> String,
    /// What the layers that the address asks for are called together.
    pub layers: &'static str,
    /// A layer is coming: how much of it has come, in percent.
    pub layer_fetching: fn(percent: Option<u32>) -> String,
    /// A layer is being read: how much of it has been, in percent.
    pub layer_reading: fn(percent: u32) -> String,
    /// What a layer holds, and how many features were left out.
    pub layer_features: fn(count: usize, left_out: usize) -> String,
    /// A layer did not come: there was no answer, or none that this page may read.
    pub layer_no_answer: &'static str,
    /// A layer did not come: the server answered with this number.
    pub layer_status: fn(status: u16) -> String,
    /// A layer came in part.
    pub layer_broke_off: &'static str,
    /// Nobody is let start who could read a large layer.
    pub layer_refused: &'static str,
    /// A layer's address that may not be opened.
    pub layer_address: &'static str,
    /// A layer without a name.
    pub layer_nameless: &'static str,
    /// The button that takes a layer away, or gives it up.
    pub layer_remove: fn(name: &str) -> String,
    /// How many things are wrong with a layer.
    pub layer_faults: fn(count: usize) -> String,
    /// What of a layer lies where was clicked.
    pub layer_here: fn(feature: &str) -> String,
    /// What the map shows, in one sentence.
    pub key_agreement: &'static str,
    pub key_agreement_rule: &'static str,
    pub key_agreed: &'static str,
    pub key_open: &'static str,
    pub key_contested: &'static str,
    pub key_party: fn(party: &str) -> String,
    pub key_party_rule: &'static str,
    pub key_shade: fn(Shade) -> &'static str,
    pub key_claimed: &'static str,
    pub key_claimed_by: fn(party: &str) -> String,
    pub key_claimed_rule: &'static str,
    pub key_nothing: &'static str,
    pub scale: fn(km: u32) -> String,

    // What is here.
    pub here_title: &'static str,
    pub here_choices: fn(names: &[String]) -> String,
    pub here: fn(&Backdrop) -> String,
    pub glance_clauses: fn(counted: usize, wider: usize) -> String,
    pub glance_claims: &'static str,
    pub glance_party: fn(party: &str, claims: usize) -> String,
    pub shows_across: fn(km: u32) -> String,

    // The keys of the map.
    pub keys_button: &'static str,
    pub keys_title: &'static str,
    pub keys: &'static [(&'static [&'static str], &'static str)],
    pub fingers_title: &'static str,
    pub fingers: &'static [(&'static str, &'static str)],
    pub close_panel: &'static str,

    // The list of regions.
    pub all_regions: &'static str,
    pub regions_in_plan: fn(plan: &str) -> String,
    pub list_units: &'static str,
    pub list_groups: &'static str,
    pub list_places: &'static str,
    pub list_undrawn: &'static str,
    pub list_elsewhere: &'static str,
    pub class_label: fn(class: u8, last: bool) -> String,
    pub counts: fn(counted: usize, wider: usize) -> String,
    pub counts_heard: fn(counted: usize, wider: usize) -> String,
    pub reported_mark: &'static str,
    pub clauses_count: fn(count: usize) -> String,

    // The first page.
    pub overview_lede: &'static str,
    pub plans: &'static str,
    pub points: fn(count: u16) -> String,
    pub no_text: &'static str,
    pub choose_plan: fn(plan: &str) -> String,

    // A region.
    pub way_up: &'static str,
    pub jump_links: &'static str,
    pub positions: &'static str,
    pub clauses: &'static str,
    pub claims: &'static str,
    pub unknown: &'static str,
    pub where_parties_stand: &'static str,
    pub latest_of_each: &'static str,
    pub matter: &'static str,
    pub no_position: &'static str,
    pub members: &'static str,
    pub inside: &'static str,
    pub not_drawn: &'static str,
    pub readings: &'static str,
    pub what_is_not_known: &'static str,
    pub newest_first: &'static str,
    pub no_claim_here: &'static str,
    pub wider_claims: fn(count: usize) -> String,
    pub no_clause_here: fn(wider: usize) -> String,
    pub no_clause_at_all: &'static str,
    pub other_plans: &'static str,
    pub reason_heading: fn(reason: &Reason, region: &str) -> String,
    pub reason: fn(reason: &Reason, region: &str, named: &str) -> String,
    pub selected_status: fn(name: &str, counted: usize, wider: usize) -> String,
    pub unit_of: fn(what: &str, country: &str) -> String,

    // A clause.
    pub clause_of: fn(number: &str, points: u16) -> String,
    pub part_of: fn(number: &str, whole: &str) -> String,
    pub clause_title: fn(number: &str, title: &str) -> String,
    pub text: &'static str,
    pub lineage: &'static str,
    pub ground: &'static str,
    pub rival_texts: fn(count: usize) -> String,
    pub texts_count: fn(count: usize) -> String,
    pub in_our_words: &'static str,
    pub part_seen: &'static str,
    pub heading_only: &'static str,
    pub withheld: &'static str,
    pub agreement: fn(Agreement) -> Option<&'static str>,
    pub proposed_by: &'static str,
    pub no_lineage: &'static str,
    pub absent: fn(plan: &str) -> String,
    pub change: fn(Change) -> &'static str,
    pub this_clause: &'static str,
    pub no_ground: &'static str,
    pub not_on_map: &'static str,
    pub previous: &'static str,
    pub next: &'static str,

    /// The table of positions.
    pub positions_view: &'static PositionsWords,
    /// The pages of a claim, a source and a party.
    pub pages: &'static PagesWords,

    // A claim.
    pub stance: fn(Stance) -> &'static str,
    pub silent_as_of: fn(day: &str) -> String,
    pub no_claim: &'static str,
    pub no_claim_of: fn(party: &str) -> String,
    pub reported_short: &'static str,
    pub told_by: fn(party: &str) -> String,
    pub told_by_press: &'static str,
    pub about_party: fn(party: &str) -> String,
    pub translated: &'static str,
    pub unnamed: &'static str,
    pub of_plan: fn(number: &str, plan: &str) -> String,
    pub cell: fn(party: &str, stance: &str, when: &str, reported: bool) -> String,
    pub more_sources: fn(count: usize) -> String,

    /// A claim, above its page.
    pub claim: &'static str,
    pub claim_history: &'static str,
    /// The place of a claim among those of its party on the matter, counted from 1.
    pub claim_of: fn(at: usize, count: usize) -> String,
    pub evidence_label: &'static str,
    pub evidence: fn(Evidence) -> &'static str,
    pub date_label: &'static str,
    pub date_as_stated: &'static str,
    pub topics_label: &'static str,
    pub places_label: &'static str,

    // A party.
    pub party: &'static str,
    pub speakers: &'static str,
    pub texts_put_forward: &'static str,
    pub other_topics: &'static str,

    // All sources.
    pub all_sources: &'static str,
    pub sources_lede: fn(count: usize) -> String,
    pub source_shelf: fn(SourceKind) -> &'static str,
    /// How many claims and clauses rest on a source.
    pub rests: fn(claims: usize, clauses: usize) -> String,

    // A source.
    pub source: &'static str,
    pub source_missing: &'static str,
    pub source_kind: fn(SourceKind) -> Option<&'static str>,
    pub via: fn(original: &str, publisher: &str) -> String,
    pub opens_elsewhere: &'static str,
    pub no_address: &'static str,
    pub rests_on_it: &'static str,

    /// Sharing, citing, saving, printing.
    pub brought: &'static BroughtWords,
    pub takeaway: &'static TakeawayWords,

    /// What is said in a frame only.
    pub embed: &'static EmbedWords,
    pub hand: &'static HandWords,
    /// The page that is made beforehand.
    pub statics: &'static StaticWords,

    /// The comparison of two plans.
    pub compare: &'static CompareWords,
    /// The timeline, and the choice of a day.
    pub timeline: &'static TimelineWords,
    /// What long lists say.
    pub portions: &'static PortionWords,

    // Dates and numbers.
    pub when: fn(Option<When>) -> String,
    pub undated: &'static str,
}

/// All languages that the interface speaks.
pub static ALL: [&Words; 3] = [&EN, &UK, &RU];

impl Words {
    /// What the key says of the numbers on the map: that lettered parts count singly, by the first of them, and
    /// how many clauses name no place but the country. Nothing, where there is neither.
    pub fn key_counts(&self, part: Option<&str>, country_wide: usize) -> Option<String> {
        let part = part.map(self.key_parts);
        let wide = (country_wide > 0).then(|| (self.key_wide)(country_wide));
        match (part, wide) {
            (Some(part), Some(wide)) => Some(format!("{part} {wide}")),
            (part, wide) => part.or(wide),
        }
    }
}

/// The table that suits a reader of these languages, the preferred one first; English for who reads
/// none of them.
pub fn for_reader(langs: &[Lang]) -> &'static Words {
    let spoken = |lang: &Lang| ALL.iter().find(|words| words.lang == lang.as_str());
    langs.iter().find_map(spoken).copied().unwrap_or(&EN)
}
