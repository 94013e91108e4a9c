//! The command for authors and for the build.

mod base;
mod check;
mod diff;
mod folder;
mod new;
mod newsroom;
mod offline;
mod overview;
mod pack;
mod page;
mod posters;
mod render;
mod report;
mod schema;
mod serve;
mod share;
mod spoken;
mod table;
mod watch;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Begins, checks, previews, compares and publishes dossiers: peace plans read by place.
///
/// A dossier is a folder of JSON and GeoJSON. docs/AUTHORING.md goes through an afternoon's work, from nothing to a
/// published one; docs/DOSSIER.md has every field. `clausemap help TASK` explains each task, with examples.
#[derive(Parser)]
#[command(version)]
#[command(after_help = "A first dossier:
  clausemap new my-dossier            # begin with a small one that is whole
  clausemap serve my-dossier          # see it, and each change as it is saved
  clausemap check my-dossier          # what is wrong, where, and what to do
  clausemap export claims.csv my-dossier; clausemap import claims.csv my-dossier
  clausemap pack --dossier my-dossier # one file that opens by double click

Exit codes, of every task:
  0  done (diff: nothing differs)
  1  something in the dossier, or in a table, is to be mended (diff: something differs)
  2  a file or folder cannot be read or written, or the command was called wrongly
     (overview, render, offline, pack: 1 for these too)")]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Begins a dossier: a small, complete one of an invented island, to be made yours file by file.
    ///
    /// Ends with 1, and writes nothing, when the folder is not empty, and with 2 when a file cannot be written.
    #[command(after_help = "Examples:
  clausemap new my-dossier
  clausemap check my-dossier")]
    New(new::New),
    /// Lists what is wrong with a dossier, one fault to a line: `file:line:col: problem; what to do`.
    ///
    /// Ends with 0 when there is no error (warnings do not count), with 1 when there is one, and
    /// with 2 when the dossier cannot be read at all.
    #[command(after_help = "Examples:
  clausemap check                               # the dossier in this folder
  clausemap check public/dossier --watch        # again after each save
  clausemap check public/dossier --format json
  clausemap check public/dossier --format github   # in a workflow of GitHub Actions")]
    Check(check::Check),
    /// Writes what lets a built page be kept in its readers' browsers (`sw.js`, `offline.js`) and put on a home
    /// screen (`clausemap.webmanifest`).
    ///
    /// `sw.js` lists the files as they are: nothing may be changed afterwards. Ends with 1, and writes nothing,
    /// when there is no built page or the dossier cannot be used.
    Offline {
        /// The folder of the built page.
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
    /// Writes the page as one HTML file, with program, style, dossier and geometry in it, which opens from a disk
    /// without a network, in a sandbox, and from any server; and lists its SHA-256 in SHA256SUMS.
    ///
    /// The file is called clausemap-NAME-DAY.html, after the dossier and the day up to which that is true. The same
    /// input gives the same bytes. Ends with 1, and writes nothing, when there is no built page or the dossier
    /// cannot be used.
    #[command(after_help = "Examples:
  clausemap pack                                # the built page with its own dossier
  clausemap pack --dossier my-dossier --out ready")]
    Pack(pack::Asked),
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
    /// Writes a page for each place that is talked about (`r/`), for who follows a link to it, the tags that
    /// networks read into all pages, and descriptions for those who unfold links into frames (`oembed.json`).
    ///
    /// Comes after `posters` and `render`. The public address of the page is taken from `CLAUSEMAP_BASE`; what
    /// needs it is left out without one, and the command says so. Ends with 2 when the dossier or the built page cannot
    /// be read, or a picture is missing.
    #[command(after_help = "Examples:
  CLAUSEMAP_BASE=https://example.org/map/ clausemap share dist
  CLAUSEMAP_BASE=https://example.org/map/ make dist")]
    Share {
        /// The folder of the built page, with the dossier in it.
        folder: PathBuf,
    },
    /// Writes the claims of a dossier as a table that a spreadsheet opens (CSV): a row for each claim.
    ///
    /// The table can be changed and put back with `import`; docs/DOSSIER.md explains its columns. Open it with the
    /// character set UTF-8 and all columns as text. Ends with 1, and writes nothing, when the dossier has records
    /// that cannot be read or the table is there already, and with 2 when a file cannot be read or written.
    #[command(after_help = "Examples:
  clausemap export claims.csv                   # the dossier in this folder
  clausemap export claims.csv public/dossier
  clausemap export - public/dossier | head -3")]
    Export(table::Export),
    /// Puts the claims of a table (CSV) into a dossier: changes those that differ, adds those that are new.
    ///
    /// Takes what LibreOffice and Excel save: commas, semicolons or tabs, with empty rows or without. Claims that
    /// say the same stay in their file as they are written, byte for byte. Ends with 1, and writes nothing, when
    /// something is wrong with the table: each fault is told by row and column. Ends with 2 when a file cannot be
    /// read or written.
    #[command(after_help = "Examples:
  clausemap import claims.csv --dry-run         # what would change
  clausemap import claims.csv                   # into the dossier in this folder
  clausemap import claims.csv public/dossier --prune")]
    Import(table::Import),
    /// Tells what differs between two states of a dossier, in words for a correction note.
    ///
    /// Each record that was added, changed or removed, with what it said and says; names in place of ids, dates in
    /// words. In which file a record stands, and how the file is laid out, makes no difference. Ends as diff does:
    /// with 0 when nothing differs, with 1 when something does, with 2 when one of the two cannot be read.
    #[command(after_help = "Examples:
  clausemap diff yesterday today
  clausemap diff yesterday today --format markdown >> CHANGES.md
  git worktree add ../before HEAD~1 && clausemap diff ../before/public/dossier public/dossier")]
    Diff(diff::Diff),
    /// Shows a dossier in the page, on this machine, and shows it anew after each save.
    ///
    /// Needs a built page (`make dist`), and takes the dossier of the folder in place of the one in there; nothing is
    /// written. What is wrong with the dossier is printed at once and after each save. Goes on until Ctrl+C. Ends
    /// with 2 when there is no built page, no dossier, or the port is taken.
    #[command(after_help = "Examples:
  clausemap serve                               # the dossier in this folder, on http://127.0.0.1:8080/
  clausemap serve public/dossier --port 9000
  clausemap serve my-dossier --page ~/clausemap/dist")]
    Serve(serve::Serve),
    /// Prints the JSON Schema of a dossier's files.
    Schema,
}

fn main() -> ExitCode {
    match Command::parse().task {
        Task::New(told) => new::run(&told),
        Task::Check(told) => check::run(&told),
        Task::Offline { folder } => offline::run(&folder),
        Task::Overview { folder } => overview::run(&folder),
        Task::Newsroom { folder } => newsroom::run(&folder),
        Task::Pack(asked) => pack::run(&asked),
        Task::Posters { folder, keep } => posters::run(&folder, keep.as_deref()),
        Task::Render { folder } => render::run(&folder),
        Task::Export(told) => table::export(&told),
        Task::Import(told) => table::import(&told),
        Task::Diff(told) => diff::run(&told),
        Task::Serve(told) => serve::run(&told),
        Task::Share { folder } => share::run(&folder),
        Task::Schema => schema::run(),
    }
}
