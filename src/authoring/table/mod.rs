//! Claims as a table (CSV, RFC 4180), out of a dossier and back into it without loss.
//!
//! A row is a claim, a column a part of it; `columns` lists them, `docs/DOSSIER.md` explains them. Going back,
//! each row is compared with the claim that it came from: what says the same stays as it is written in the
//! file, byte for byte. A table with a fault changes nothing.

mod cells;
mod columns;
mod fault;
mod guard;
mod lists;
mod merge;
mod rows;
mod sheet;
mod style;
mod trace;
mod value;

pub use cells::export;
pub use fault::TableFault;
pub use merge::{Changed, Import, import};
