//! What is said: plans, clauses, lineage, parties, claims, sources, events, with dates that carry
//! their precision; reading the files; checking them.

mod address;
mod as_of;
mod check;
mod claim;
mod fault;
mod ids;
mod json;
mod manifest;
mod object;
mod place;
mod plan;
mod read;
mod record;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod source;
mod suggest;
mod text;
mod translation;
mod when;
mod whole;

pub use address::Address;
pub use check::check;
pub use claim::{
    Claim, Evidence, Matter, Party, PartyKind, Quote, Speaker, SpeakerKind, Stance, StanceKind,
    Topic,
};
pub(crate) use fault::Members;
pub use fault::{Fault, File, Files, Severity, Step, line_and_column, offset_of};
pub use ids::{
    BadId, ClaimId, ClauseId, EffectId, EventId, MatterId, PartyId, PlanId, QuestionId, RegionId,
    SourceId, SpeakerId, TopicId, VariantId,
};
pub use manifest::{
    BadScale, Credit, FORMAT, KmPerPx, Layer, LayerRole, Manifest, Overview, PlaneOf, Records,
    SeaName,
};
pub use place::{
    BadFeatureRef, FeatureRef, Ground, LocalName, PlaceReading, Region, RegionKind,
    SovereigntyClaim, Statement,
};
pub use plan::{
    Agreement, Change, Clause, Cover, Effect, End, Lineage, Plan, PlanKind, Teller, Variant,
    Wording,
};
pub use read::{MANIFEST, missing_details, read_manifest, read_records};
pub use record::{Origin, Record, Table};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use source::{Event, Question, Source, SourceKind};
pub use suggest::{did_you_mean, nearest};
pub use text::{Lang, Spoken, Text};
pub use translation::{TRANSLATION_FORMAT, Translation, TranslationFile, translation_faults};
pub use when::{BadDate, Day, When};
pub use whole::{ClauseAt, Dossier};
