//! Waits until a file in a folder is saved.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use thiserror::Error;

/// The folder cannot be watched.
#[derive(Debug, Error)]
#[error("{folder}: cannot be watched ({error}); run the command again after each change instead")]
pub struct Unwatched {
    folder: String,
    error: notify::Error,
}

/// A folder that is watched.
pub struct Watch {
    saves: Receiver<()>,
    /// It tells as long as it is kept.
    _watcher: RecommendedWatcher,
}

/// How long nothing is saved before what was saved is looked at: editors write in several steps.
const CALM: Duration = Duration::from_millis(120);

impl Watch {
    /// Begins to watch a folder and all in it.
    pub fn begin(folder: &Path) -> Result<Self, Unwatched> {
        let fail = |error| Unwatched {
            folder: folder.display().to_string(),
            error,
        };
        let (tell, saves) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // That a file was read is told too, and this program reads them.
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
                // Who no longer listens is about to end.
                let _ = tell.send(());
            }
        })
        .map_err(fail)?;
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(fail)?;
        Ok(Self {
            saves,
            _watcher: watcher,
        })
    }

    /// Waits for the next save; false when there will be none.
    pub fn next(&self) -> bool {
        if self.saves.recv().is_err() {
            return false;
        }
        while self.saves.recv_timeout(CALM).is_ok() {}
        true
    }
}
