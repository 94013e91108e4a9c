//! Texts in one or several languages.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// A language tag as browsers and HTML write it: `en`, `uk`, `ru`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Lang(String);

impl Lang {
    /// The tag itself, fit for an HTML `lang` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Lang {
    fn from(tag: &str) -> Self {
        Self(tag.to_owned())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text of the dossier, by language: `{"en": "Crimea", "uk": "Крим"}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Text(BTreeMap<Lang, String>);

/// A text together with the language that it is really in, which may not be the one asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The words.
    pub words: String,
    /// Their language, for the `lang` attribute.
    pub lang: Lang,
    /// True when they are a translation of the dossier's own words.
    pub translated: bool,
}

impl Text {
    /// A text in one language.
    pub fn single(lang: &str, words: &str) -> Self {
        Self(BTreeMap::from([(Lang::from(lang), words.to_owned())]))
    }

    /// The text in the first of `wanted` that it has; failing these, in whatever language it has.
    /// `None` only when it has no words at all.
    pub fn spoken<'l>(&self, wanted: impl IntoIterator<Item = &'l Lang>) -> Option<Spoken> {
        wanted
            .into_iter()
            .find_map(|lang| self.0.get_key_value(lang))
            .or_else(|| self.0.iter().next())
            .map(|(lang, words)| Spoken {
                words: words.clone(),
                lang: lang.clone(),
                translated: false,
            })
    }

    /// The words alone, as [`Text::spoken`] chooses them; empty when there are none.
    pub fn words<'l>(&self, wanted: impl IntoIterator<Item = &'l Lang>) -> String {
        self.spoken(wanted).map(|s| s.words).unwrap_or_default()
    }

    /// The words in exactly this language, if it has them.
    pub fn exactly(&self, lang: &Lang) -> Option<&str> {
        self.0.get(lang).map(String::as_str)
    }

    /// True when no language has any words.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|words| words.trim().is_empty())
    }

    /// Each language with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, words)| (lang, words.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_in_order_and_says_which_language_it_took() {
        let text: Text = serde_json::from_str(r#"{"en":"Crimea","uk":"Крим"}"#).unwrap();
        let [ru, uk, en] = ["ru", "uk", "en"].map(Lang::from);
        assert_eq!(text.words([&ru, &uk]), "Крим");
        assert_eq!(text.spoken([&ru, &en]).unwrap().lang.as_str(), "en");
        assert_eq!(text.spoken([&ru]).unwrap().words, "Crimea");
        assert_eq!(Text::default().spoken([&en]), None);
    }
}
