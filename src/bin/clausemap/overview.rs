//! `clausemap overview DIR`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clausemap::load::overviews;

use super::check::read_folder;
use super::report::report;

/// Makes the overviews of the dossier in `folder`.
pub fn run(folder: &Path) -> ExitCode {
    let files = match read_folder(folder) {
        Ok(files) => files,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    let made = match overviews(&files) {
        Ok(made) => made,
        Err(faults) => {
            report(&faults);
            return ExitCode::FAILURE;
        }
    };
    for (name, text) in made {
        let path = folder.join(&name);
        if let Err(error) = std::fs::write(&path, &text) {
            eprintln!(
                "{}: {error}; make the folder, and see that it can be written to",
                path.display()
            );
            return ExitCode::FAILURE;
        }
        // Whoever closed the pipe does not want the rest.
        let _ = writeln!(io::stdout().lock(), "{name}: {} bytes", text.len());
    }
    ExitCode::SUCCESS
}
