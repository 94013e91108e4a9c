//! What a dossier says in each language, for what is made of it beforehand.

use clausemap::dossier::{Files, Lang, Translation};
use clausemap::load::Loaded;
use clausemap::reading::Reader;
use clausemap::words::Words;

/// A language with the dossier's words in it.
pub struct Spoken {
    langs: [Lang; 1],
    translation: Option<Translation>,
}

impl Spoken {
    /// The dossier in a language. `check` tells what is wrong with a translation; without it the names stand in the
    /// dossier's own language.
    pub fn of(loaded: &Loaded, files: &Files, words: &Words) -> Self {
        let lang = Lang::from(words.lang);
        let read = Translation::read(&loaded.dossier.manifest, &lang, files);
        Self {
            langs: [lang],
            translation: read.and_then(Result::ok),
        }
    }

    /// Who reads it so.
    pub fn reader<'a>(&'a self, loaded: &'a Loaded) -> Reader<'a> {
        Reader {
            dossier: &loaded.dossier,
            coverage: &loaded.coverage,
            langs: &self.langs,
            translation: self.translation.as_ref(),
        }
    }
}
