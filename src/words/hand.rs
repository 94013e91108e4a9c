//! What the page made beforehand says before there is the program, in words that the program has not.

/// What it says, in one language.
#[allow(
    missing_docs,
    reason = "each field is named after the place where its words stand"
)]
pub struct HandWords {
    /// The button that turns the colours, whichever they are.
    pub theme: &'static str,
    /// In an article's frame, the button under the beginning of the text.
    pub read_on: &'static str,
}

pub(super) const EN: HandWords = HandWords {
    theme: "Colours: light or dark",
    read_on: "Read on",
};

pub(super) const UK: HandWords = HandWords {
    theme: "Кольори: світлі чи темні",
    read_on: "Читати далі",
};

pub(super) const RU: HandWords = HandWords {
    theme: "Цвета: светлые или тёмные",
    read_on: "Читать дальше",
};
