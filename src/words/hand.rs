//! What the page made beforehand says in an article's frame, before there is the program.

/// What it says, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct HandWords {
    /// The button under the beginning of the text.
    pub read_on: &'static str,
}

pub(super) const EN: HandWords = HandWords { read_on: "Read on" };

pub(super) const UK: HandWords = HandWords {
    read_on: "Читати далі",
};

pub(super) const RU: HandWords = HandWords {
    read_on: "Читать дальше",
};
