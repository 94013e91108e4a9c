//! Checks what reading alone cannot see: that ids lead somewhere, and that the rules of content hold.

mod days;
mod references;
mod rules;

use super::{Dossier, Fault, Files, Origin, Record, Severity, Step, Table, did_you_mean};

/// All faults of a dossier that has been read. The dossier is left as it is: who reads it meets an
/// id that leads nowhere as `None`.
pub fn check(dossier: &Dossier, files: &Files) -> Vec<Fault> {
    let mut checker = Checker {
        dossier,
        files,
        faults: Vec::new(),
    };
    checker.references();
    checker.rules();
    checker.days();
    checker.faults
}

struct Checker<'a> {
    dossier: &'a Dossier,
    files: &'a Files,
    faults: Vec<Fault>,
}

/// A place in a record, for saying where a fault is.
#[derive(Clone)]
struct Place {
    origin: Origin,
    path: Vec<Step>,
}

impl Place {
    fn of(origin: Origin) -> Self {
        Self {
            origin,
            path: Vec::new(),
        }
    }

    fn key(&self, key: &'static str) -> Self {
        let mut inner = self.clone();
        inner.path.push(Step::Key(key));
        inner
    }

    fn at(&self, index: usize) -> Self {
        let mut inner = self.clone();
        inner.path.push(Step::At(index));
        inner
    }
}

impl Checker<'_> {
    fn error(&mut self, place: &Place, problem: impl Into<String>, remedy: impl Into<String>) {
        self.tell(Severity::Error, place, problem, remedy);
    }

    fn tell(
        &mut self,
        severity: Severity,
        place: &Place,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let at = self.files.locate(place.origin, &place.path);
        self.faults
            .push(self.files.fault(severity, at, problem, remedy));
    }

    /// Tells when `id` is in no record of `table`.
    fn refer<T: Record>(&mut self, place: &Place, table: &Table<T>, id: &T::Id) {
        if table.has(id) {
            return;
        }
        let known: Vec<String> = table.iter().map(|record| record.id().to_string()).collect();
        self.unknown(place, T::NOUN, &id.to_string(), &known);
    }

    fn refer_all<T: Record>(&mut self, place: &Place, table: &Table<T>, ids: &[T::Id]) {
        for (index, id) in ids.iter().enumerate() {
            self.refer(&place.at(index), table, id);
        }
    }

    fn unknown(&mut self, place: &Place, noun: &str, id: &str, known: &[String]) {
        if self.dossier.unread.contains(id) {
            return;
        }
        let remedy = did_you_mean(
            id,
            known.iter().map(String::as_str),
            "add a record with this id, or mend the id",
        );
        self.error(place, format!("unknown {noun} `{id}`"), remedy);
    }
}
