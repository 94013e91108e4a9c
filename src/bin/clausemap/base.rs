//! Where the page will be found, which only the one who publishes it knows.

/// The variable that says it.
const NAME: &str = "CLAUSEMAP_BASE";

/// The public address of the page's folder, with a slash at its end; `None`, and a word on what is left out for
/// want of it, where none was given or it is no address.
pub fn read(left_out: &str) -> Option<String> {
    let said = std::env::var(NAME).unwrap_or_default();
    let said = said.trim();
    let base = usable(said);
    if base.is_none() {
        let why = if said.is_empty() {
            "is not set".to_owned()
        } else {
            format!("is no address: {said}")
        };
        eprintln!(
            "{NAME} {why}; left out, since they need the page's public address: {left_out}. Set it as in {NAME}=https://example.org/map/"
        );
    }
    base
}

/// An address that can stand in front of file names.
fn usable(said: &str) -> Option<String> {
    let rest = said
        .strip_prefix("https://")
        .or_else(|| said.strip_prefix("http://"))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]".contains(c);
    let has_host = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
    (has_host && rest.chars().all(is_plain)).then(|| format!("{}/", said.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::usable;

    #[test]
    fn an_address_ends_with_a_slash_and_holds_nothing_else() {
        for said in ["https://example.org/map", "https://example.org/map/"] {
            assert_eq!(usable(said).as_deref(), Some("https://example.org/map/"));
        }
        for said in [
            "",
            "example.org",
            "/map/",
            "https://",
            "javascript:alert(1)",
            "https://example.org/?a=\"",
            "https://example.org/#a",
            "https://example.org/ map",
        ] {
            assert_eq!(usable(said), None, "{said}");
        }
    }
}
