//! A dossier that a reader brings along: out of a folder, a `.zip`, a packed page. Plain bytes in, the files of a
//! dossier out; nothing here unpacks by itself, since the browser does that.

mod folder;
mod limit;
mod page;
mod zip;

pub use folder::{of_folder, root};
pub use limit::{MOST_BYTES, MOST_FILES, Room, TooMuch};
pub use page::{Part, parts};
pub use zip::{BadZip, Entry, Packing, entries};
