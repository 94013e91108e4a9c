//! Addresses on the web.

use serde::Deserialize;

/// What a dossier gives as an address: one that may stand in a link, or something else, which is
/// told and never linked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
pub enum Address {
    /// On the web: `https://…` or `http://…`.
    Web(String),
    /// Anything else. `javascript:` would run a script, so nothing else is let through.
    Other(String),
}

impl Address {
    /// The address, if it may stand in a link.
    pub fn web(&self) -> Option<&str> {
        match self {
            Self::Web(text) => Some(text),
            Self::Other(_) => None,
        }
    }
}

impl From<String> for Address {
    fn from(text: String) -> Self {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let has_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control());
        if has_host && is_clean {
            Self::Web(text)
        } else {
            Self::Other(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_web_and_nothing_else() {
        let is_taken = |text: &str| Address::from(text.to_owned()).web().is_some();
        assert!(is_taken("https://example.org/a?b=c#d"));
        assert!(is_taken("http://example.org"));
        for bad in [
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "//x.org",
            "data:,x",
            "https://a b",
            "",
        ] {
            assert!(!is_taken(bad), "{bad}");
        }
    }
}
