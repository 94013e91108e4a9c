//! `clausemap export FILE [FOLDER]` and `clausemap import FILE [FOLDER]`.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clausemap::authoring::table::{self, TableFault};
use clausemap::dossier::{Dossier, Fault, Files, read_manifest, read_records};
use thiserror::Error;

use super::check::{Unreadable, read_folder};
use super::report::report;
use super::write::{Unwritten, write_all};

/// What `export` is told.
#[derive(clap::Args)]
pub struct Export {
    /// The table to write, such as claims.csv; `-` for standard output.
    table: PathBuf,
    /// The folder that holds dossier.json.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Write over a table that is there already. What was changed in it and not imported is lost.
    #[arg(long)]
    force: bool,
}

/// What `import` is told.
#[derive(clap::Args)]
pub struct Import {
    /// The table to read, such as claims.csv; `-` for standard input.
    table: PathBuf,
    /// The folder that holds dossier.json.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Take out the claims that the table does not have. Otherwise they stay, and are listed.
    #[arg(long)]
    prune: bool,
    /// Say what would change, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Why nothing was written.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    #[error("nothing was written: mend the dossier first")]
    Faulty(Vec<Fault>),
    #[error("nothing was written: mend the table, then import it again")]
    Table(Vec<TableFault>),
    #[error("{}: {error}; name the table that the spreadsheet saved as CSV", path.display())]
    NoTable { path: PathBuf, error: io::Error },
    #[error("{} is there already; import it first, choose another name, or write over it with --force", .0.display())]
    Taken(PathBuf),
    #[error(transparent)]
    Unwritten(#[from] Unwritten),
}

impl Failure {
    /// Prints it; the exit code is 1 for what an author mends in a file, else 2.
    fn tell(&self, table: &Path) -> ExitCode {
        match self {
            Self::Faulty(faults) => report(faults),
            Self::Table(faults) => list(table, faults, ""),
            _ => {}
        }
        eprintln!("{self}");
        let is_content = matches!(self, Self::Faulty(_) | Self::Table(_) | Self::Taken(_));
        ExitCode::from(if is_content { 1 } else { 2 })
    }
}

/// Writes the claims of a dossier as a table.
pub fn export(told: &Export) -> ExitCode {
    match exported(told) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(&told.table),
    }
}

/// Puts the claims of a table into a dossier.
pub fn import(told: &Import) -> ExitCode {
    match imported(told) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(&told.table),
    }
}

fn exported(told: &Export) -> Result<(), Failure> {
    let files = read_folder(&told.folder)?;
    let (dossier, faults) = read(&files)?;
    // A claim that cannot be read would be missing in the table, and nobody would see it.
    if !faults.is_empty() {
        return Err(Failure::Faulty(faults));
    }
    let text = table::export(&dossier);
    if told.table == Path::new("-") {
        // Whoever closed the pipe does not want the rest.
        let _ = io::stdout().lock().write_all(text.as_bytes());
        return Ok(());
    }
    let is_other = std::fs::read(&told.table).is_ok_and(|now| now != text.as_bytes());
    if is_other && !told.force {
        return Err(Failure::Taken(told.table.clone()));
    }
    write_all([(told.table.clone(), text.into_bytes())])?;
    say(&format!(
        "{}: {} claims",
        told.table.display(),
        dossier.claims.len()
    ));
    Ok(())
}

fn imported(told: &Import) -> Result<(), Failure> {
    let files = read_folder(&told.folder)?;
    let (dossier, _) = read(&files)?;
    let bytes = bytes_of(&told.table).map_err(|error| Failure::NoTable {
        path: told.table.clone(),
        error,
    })?;
    let import = table::import(&files, &dossier, &bytes, told.prune).map_err(Failure::Table)?;
    list(&told.table, &import.warnings, "warning: ");
    for id in &import.added {
        say(&format!("added: {id}"));
    }
    for claim in &import.changed {
        say(&format!(
            "changed: {} ({})",
            claim.id,
            claim.columns.join(", ")
        ));
    }
    for id in &import.removed {
        say(&format!("removed: {id}"));
    }
    for id in &import.kept {
        say(&format!("not in the table, left as it is: {id}"));
    }
    let mut written = Vec::new();
    if !told.dry_run {
        for (name, bytes) in import.files {
            written.push(name.clone());
            write_all([(told.folder.join(name), bytes)])?;
        }
    }
    let outcome = match written.as_slice() {
        _ if told.dry_run => "nothing was written (--dry-run)".to_owned(),
        [] => "nothing to write".to_owned(),
        names => format!("written: {}", names.join(", ")),
    };
    say(&format!(
        "added: {}, changed: {}, removed: {}; {outcome}",
        import.added.len(),
        import.changed.len(),
        import.removed.len()
    ));
    Ok(())
}

fn read(files: &Files) -> Result<(Dossier, Vec<Fault>), Failure> {
    let manifest = read_manifest(files).map_err(Failure::Faulty)?;
    Ok(read_records(manifest, files))
}

fn bytes_of(table: &Path) -> io::Result<Vec<u8>> {
    if table == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(table)
}

fn list(table: &Path, faults: &[TableFault], kind: &str) {
    for fault in faults {
        say(&format!("{}: {kind}{fault}", table.display()));
    }
}

fn say(line: &str) {
    // Whoever closed the pipe does not want the rest.
    let _ = writeln!(io::stdout().lock(), "{line}");
}
