//! `clausemap diff OLD NEW`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use clausemap::authoring::difference::Difference;

use super::check::read_folder;
use super::report::report;

/// What `diff` is told.
#[derive(clap::Args)]
pub struct Diff {
    /// The folder of the earlier state.
    old: PathBuf,
    /// The folder of the later state.
    new: PathBuf,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

/// How a difference is printed.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Form {
    /// Plain text, for a note or a mail.
    #[default]
    Text,
    /// Markdown, for a change log.
    Markdown,
    /// One JSON object.
    Json,
}

/// Prints what differs.
pub fn run(told: &Diff) -> ExitCode {
    let mut states = Vec::new();
    for folder in [&told.old, &told.new] {
        match read_folder(folder) {
            Ok(files) => states.push(files),
            Err(failure) => {
                eprintln!("{failure}");
                return ExitCode::from(2);
            }
        }
    }
    let [old, new] = states.as_slice() else {
        return ExitCode::from(2);
    };
    let difference = match Difference::between(old, new) {
        Ok(difference) => difference,
        Err(faults) => {
            report(&faults);
            return ExitCode::from(2);
        }
    };
    let text = match told.format {
        Form::Text => difference.text(),
        Form::Markdown => difference.markdown(),
        Form::Json => serde_json::to_string_pretty(&difference).unwrap_or_default() + "\n",
    };
    // Whoever closed the pipe does not want the rest.
    let _ = io::stdout().lock().write_all(text.as_bytes());
    ExitCode::from(u8::from(!difference.is_none()))
}
