//! The query of an address: pairs that a newsroom, a CMS or another script wrote there.

use percent_encoding::percent_decode_str;

/// How much of a query is looked at, in bytes: far more than all that this page knows of.
const LONGEST: usize = 2048;

/// The pairs of a query, with or without its `?`, each with its value made plain. What has no value
/// is none.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (&str, String)> {
    pairs_of(if query.len() <= LONGEST { query } else { "" })
}

/// The same of a query of any length: it may name files elsewhere.
pub(super) fn pairs_of(query: &str) -> impl Iterator<Item = (&str, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name, plain(value)))
}

/// A value without percent signs, and with spaces for the plus signs that forms write.
fn plain(value: &str) -> String {
    let spaced = value.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// Yes or no, in the words that embed codes have for it.
pub(super) fn said(value: &str) -> Option<bool> {
    match value {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}
