//! The command for authors and for the build.

mod base;
mod check;
mod newsroom;
mod overview;
mod posters;
mod render;
mod schema;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads, checks and describes Clausemap dossiers.
#[derive(Parser)]
#[command(version)]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Lists what is wrong with a dossier, one fault to a line: `file:line:col: problem; what to do`.
    ///
    /// Ends with 0 when there is no error (warnings do not count), with 1 when there is one, and
    /// with 2 when the dossier cannot be read at all.
    Check {
        /// The folder that holds dossier.json.
        folder: PathBuf,
    },
    /// Makes the overviews anew of all layers that have `detail`, from their full outlines.
    ///
    /// Each is written to the layer's `file`. The same outlines give the same bytes. Ends with 1,
    /// and writes nothing, when something is wrong with the outlines.
    Overview {
        /// The folder that holds dossier.json.
        folder: PathBuf,
    },
    /// Writes the pages on which a newsroom puts its embed codes together (`embed.html`, and one for each
    /// other language) beside the built page.
    ///
    /// Ends with 2 when the dossier or the built page cannot be read.
    Newsroom {
        /// The folder of the built page, with the dossier in it.
        folder: PathBuf,
    },
    /// Draws the pictures of the map (`posters/`) for places without scripts: of the whole map and of each
    /// place that is talked about, in every language, as PNG and SVG.
    ///
    /// Ends with 2 when the dossier cannot be read or a picture cannot be written.
    Posters {
        /// The folder of the built page, with the dossier in it.
        folder: PathBuf,
        /// A folder in which pictures are kept from one time to the next: only what has changed is drawn.
        #[arg(long)]
        keep: Option<PathBuf>,
    },
    /// Writes the first page and the whole dossier as HTML into a built page, so that it is read before
    /// the program arrives, and without it.
    ///
    /// The dossier is the one in the folder `dossier` beside the page. Each language gets a document of
    /// its own; all style sheets become one. Ends with 1, and writes nothing, when there is no built page or
    /// the dossier cannot be used.
    Render {
        /// The folder of the built page.
        folder: PathBuf,
    },
    /// Prints the JSON Schema of a dossier's files.
    Schema,
}

fn main() -> ExitCode {
    match Command::parse().task {
        Task::Check { folder } => check::run(&folder),
        Task::Overview { folder } => overview::run(&folder),
        Task::Newsroom { folder } => newsroom::run(&folder),
        Task::Posters { folder, keep } => posters::run(&folder, keep.as_deref()),
        Task::Render { folder } => render::run(&folder),
        Task::Schema => schema::run(),
    }
}
