//! What authors do with a dossier besides reading it: claims as a table for spreadsheets, and what differs
//! between two states. Native only.

pub mod difference;
pub mod table;
