//! `clausemap schema`.

use std::io::{self, Write};
use std::process::ExitCode;

use clausemap::dossier::schema;

/// Prints the schema.
pub fn run() -> ExitCode {
    match io::stdout().lock().write_all(schema().as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
