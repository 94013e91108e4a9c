//! Faults as they are printed: for who reads them, for a program, for GitHub's checks.

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use clausemap::dossier::{Fault, Severity};
use serde::Serialize;

/// How faults are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// A line for each: file, line, column, problem, and what to do.
    #[default]
    Human,
    /// One JSON object, on one line.
    Json,
    /// Commands for GitHub Actions, which shows each fault beside its line.
    Github,
}

/// All faults, counted.
#[derive(Serialize)]
struct Counted<'a> {
    errors: usize,
    warnings: usize,
    faults: Vec<Told<'a>>,
}

/// A fault in JSON.
#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    severity: &'static str,
    problem: &'a str,
    remedy: &'a str,
}

/// How many of the faults are this bad.
pub fn count(faults: &[Fault], severity: Severity) -> usize {
    faults.iter().filter(|f| f.severity == severity).count()
}

/// Prints faults for who reads them.
pub fn report(faults: &[Fault]) {
    Format::Human.report(Path::new(""), faults);
}

impl Format {
    /// Prints the faults of the dossier in `folder`.
    pub fn report(self, folder: &Path, faults: &[Fault]) {
        let mut out = io::stdout().lock();
        let counted = || {
            let [errors, warnings] =
                [Severity::Error, Severity::Warning].map(|severity| count(faults, severity));
            format!("errors: {errors}, warnings: {warnings}")
        };
        let lines: Vec<String> = match self {
            Self::Human => {
                let lines = faults.iter().map(ToString::to_string);
                lines.chain([counted()]).collect()
            }
            Self::Github => {
                let lines = faults.iter().map(|fault| command(folder, fault));
                lines.chain([counted()]).collect()
            }
            Self::Json => vec![json(faults)],
        };
        for line in lines {
            // Whoever closed the pipe does not want the rest.
            if writeln!(out, "{line}").is_err() {
                return;
            }
        }
        let _ = out.flush();
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn told(fault: &Fault) -> Told<'_> {
    Told {
        file: &fault.file,
        line: fault.line,
        column: fault.column,
        severity: word(fault.severity),
        problem: &fault.problem,
        remedy: &fault.remedy,
    }
}

fn json(faults: &[Fault]) -> String {
    let counted = Counted {
        errors: count(faults, Severity::Error),
        warnings: count(faults, Severity::Warning),
        faults: faults.iter().map(told).collect(),
    };
    serde_json::to_string(&counted).unwrap_or_default()
}

/// A workflow command. The path is the one from the folder that the command runs in, which in a workflow is the
/// repository.
fn command(folder: &Path, fault: &Fault) -> String {
    let path = folder.join(&fault.file);
    let path = path
        .strip_prefix(".")
        .unwrap_or(&path)
        .display()
        .to_string();
    let remedy = if fault.remedy.is_empty() {
        String::new()
    } else {
        format!("; {}", fault.remedy)
    };
    format!(
        "::{} file={},line={},col={}::{}",
        word(fault.severity),
        escaped(&path.replace('\\', "/"))
            .replace(':', "%3A")
            .replace(',', "%2C"),
        fault.line,
        fault.column,
        escaped(&(fault.problem.clone() + &remedy)),
    )
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
