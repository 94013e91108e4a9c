//! Addresses on the web.

use std::fmt;

use serde::Deserialize;
use thiserror::Error;

/// An address that may stand in a link: `https://…` or `http://…` and nothing else, so that no
/// dossier can make a link that runs a script.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
pub struct WebAddress(String);

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{0}` is not a web address; write one that begins with https:// or http://, or leave `url` out"
)]
pub struct BadAddress(
    /// The text that was found.
    pub String,
);

impl WebAddress {
    /// The address as written in the dossier.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for WebAddress {
    type Error = BadAddress;

    fn try_from(text: String) -> Result<Self, BadAddress> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let has_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control());
        if has_host && is_clean {
            Ok(Self(text))
        } else {
            Err(BadAddress(text))
        }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_web_and_nothing_else() {
        let is_taken = |text: &str| WebAddress::try_from(text.to_owned()).is_ok();
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
