//! The columns: their headings, and which member of a claim each is a part of.

use crate::dossier::Lang;

/// A column without its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// What stands over it.
    pub heading: &'static str,
    /// The member of a claim that it is in, or is a part of.
    pub member: &'static str,
    /// Whether there is one for each language.
    pub by_language: bool,
    /// Other headings that are understood: the member's own name among them.
    also: &'static [&'static str],
}

const fn kind(heading: &'static str, member: &'static str, also: &'static [&'static str]) -> Kind {
    Kind {
        heading,
        member,
        by_language: false,
        also,
    }
}

const fn text(heading: &'static str, member: &'static str, also: &'static [&'static str]) -> Kind {
    Kind {
        by_language: true,
        ..kind(heading, member, also)
    }
}

/// All columns in their order. The members stand in the order in which a claim is written.
pub(super) const KINDS: [Kind; 22] = [
    kind("id", "id", &[]),
    kind("party", "party", &[]),
    kind("speaker", "speaker", &[]),
    kind("matter", "matter", &[]),
    kind("stance", "stance", &[]),
    kind("silent up to", "stance", &["silent as of"]),
    text("text", "text", &[]),
    kind("quote", "quote", &[]),
    kind("quote language", "quote", &["quote lang"]),
    kind("quote translated", "quote", &[]),
    kind("quote part", "quote", &["quote fragment"]),
    kind("topics", "topics", &[]),
    kind("regions", "coverage", &["coverage", "places"]),
    kind("clauses", "clauses", &[]),
    kind("date", "said", &["said"]),
    text("date as stated", "said_as_stated", &["said as stated"]),
    text("date worked out", "said_resolved", &["said resolved"]),
    kind("on record", "on_record", &[]),
    kind("told by", "told_by", &[]),
    kind("about", "about", &[]),
    text("note", "note", &[]),
    kind("sources", "sources", &[]),
];

/// The members of a claim in the order in which they are written.
pub(super) fn members() -> Vec<&'static str> {
    let mut members: Vec<_> = KINDS.iter().map(|kind| kind.member).collect();
    members.dedup();
    members
}

/// The full heading of a column.
pub(super) fn heading(kind: &Kind, lang: &Lang) -> String {
    if kind.by_language {
        format!("{} {lang}", kind.heading)
    } else {
        kind.heading.to_owned()
    }
}

/// The full headings of all columns, with these languages.
pub(super) fn headings(langs: &[Lang]) -> Vec<String> {
    let of = |kind: &Kind| -> Vec<String> {
        let count = if kind.by_language { langs.len() } else { 1 };
        let langs = langs.iter().take(count);
        langs.map(|lang| heading(kind, lang)).collect()
    };
    KINDS.iter().flat_map(of).collect()
}

/// The full heading that somebody's heading means: capitals, spaces, hyphens and underscores do not count, and
/// without a language it is the first.
pub(super) fn meant(written: &str, langs: &[Lang]) -> Option<String> {
    let plain = plain(written);
    let is_it = |kind: &&Kind, words: &str| kind.heading == words || kind.also.contains(&words);
    let find = |words: &str| KINDS.iter().find(|kind| is_it(kind, words));
    if let Some(kind) = find(&plain) {
        return langs.first().map(|first| heading(kind, first));
    }
    let (lang, kind) = langs.iter().find_map(|lang| {
        let tag = lang.as_str().to_lowercase().replace('-', " ");
        let words = plain.strip_suffix(&tag)?.trim_end();
        Some((lang, find(words).filter(|kind| kind.by_language)?))
    })?;
    Some(heading(kind, lang))
}

/// The member that a full heading belongs to.
pub(super) fn member_of(heading: &str) -> Option<&'static str> {
    let longest = KINDS
        .iter()
        .filter(|kind| {
            heading == kind.heading
                || kind.by_language
                    && heading
                        .strip_prefix(kind.heading)
                        .is_some_and(|rest| rest.starts_with(' '))
        })
        .max_by_key(|kind| kind.heading.len());
    longest.map(|kind| kind.member)
}

fn plain(written: &str) -> String {
    let lower = written
        .to_lowercase()
        .replace(['_', '-', '(', ')', '[', ']'], " ");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_however_it_is_written() {
        let langs = ["en", "uk"].map(Lang::from);
        for (written, full) in [
            ("ID", "id"),
            ("On_record", "on record"),
            (" Text ", "text en"),
            ("text [uk]", "text uk"),
            ("coverage", "regions"),
            ("Date as stated uk", "date as stated uk"),
            ("said-resolved", "date worked out en"),
        ] {
            assert_eq!(meant(written, &langs).as_deref(), Some(full), "{written}");
        }
        assert_eq!(meant("text ru", &langs), None);
        assert_eq!(meant("id uk", &langs), None);
    }

    #[test]
    fn every_heading_belongs_to_its_member() {
        assert_eq!(member_of("date"), Some("said"));
        assert_eq!(member_of("date as stated en"), Some("said_as_stated"));
        assert_eq!(member_of("quote language"), Some("quote"));
        for heading in headings(&["en", "uk"].map(Lang::from)) {
            assert!(member_of(&heading).is_some(), "{heading}");
        }
    }
}
