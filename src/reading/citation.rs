//! How a reader says elsewhere where something was read: in plain words, for BibTeX, for Markdown.
//!
//! A citation names the thing, the dossier, the day whose knowledge was read, the address, and what
//! the statement rests on. Its key is made of ids and that day alone, so that it stays the same in
//! every language.

use super::{Found, Reader};
use crate::dossier::{Day, SourceId, When};

/// What a citation says in the reader's language.
#[derive(Clone, Copy)]
pub struct CitationWords {
    /// A date.
    pub when: fn(Option<When>) -> String,
    /// "as of …", for a day that is written out.
    pub as_of: fn(day: &str) -> String,
    /// What goes before the sources, without a colon.
    pub sources: &'static str,
}

/// Where something was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The same for the same thing on the same day: `clausemap-region-donetsk-20260313`.
    pub key: String,
    /// What is cited.
    pub title: String,
    /// The dossier that it stands in.
    pub dossier: String,
    /// The day whose knowledge was read.
    pub as_of: Day,
    /// Where it can be read again.
    pub address: String,
    /// What it rests on.
    pub sources: Vec<CitedSource>,
}

/// A source as a citation names it.
#[derive(Debug, Clone, PartialEq)]
pub struct CitedSource {
    /// Who published it.
    pub publisher: String,
    /// Its title, as published.
    pub title: String,
    /// When it was published, in words; `None` where that is not known.
    pub dated: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
}

impl Reader<'_> {
    /// The citation of a thing at an address; of the dossier itself without one, or when the dossier
    /// does not have it.
    pub fn citation(&self, of: Option<&Found>, address: String, words: &CitationWords) -> Citation {
        let manifest = &self.dossier.manifest;
        let dossier = self.say(&manifest.title).words;
        let named = of.and_then(|of| Some((of, self.cited_as(of, words)?)));
        let (thing, title, sources) = match named {
            Some((of, (title, sources))) => (slug(of), title, sources),
            None => ("dossier".to_owned(), dossier.clone(), Vec::new()),
        };
        let day = manifest.as_of.to_string().replace('-', "");
        Citation {
            key: format!("clausemap-{thing}-{day}"),
            title: one_line(&title),
            dossier: one_line(&dossier),
            as_of: manifest.as_of,
            address,
            sources: sources
                .iter()
                .filter_map(|id| self.cited_source(id, words))
                .collect(),
        }
    }

    /// What a thing is called in a citation, and what it rests on.
    fn cited_as(&self, of: &Found, words: &CitationWords) -> Option<(String, Vec<SourceId>)> {
        Some(match of {
            Found::Region(id) => {
                let region = self.dossier.regions.get(id)?;
                let status = region.status.as_ref().map(|status| status.sources.clone());
                (self.region_name(id).words, status.unwrap_or_default())
            }
            Found::Clause(id) => {
                let at = self.dossier.clause(id)?;
                let (plan, title) = (self.say(&at.plan.title), self.say(&at.clause.title));
                let named = format!("{}, {}: {}", plan.words, at.clause.number, title.words);
                (named, at.clause.sources.clone())
            }
            Found::Claim(id) => {
                let claim = self.dossier.claims.get(id)?;
                let card = self.claim_card(claim);
                let party = card.party.map(|party| format!(" ({})", party.name.words));
                let who = card.speaker.words + &party.unwrap_or_default();
                let named = format!("{who}, {}: {}", (words.when)(card.said), card.text.words);
                (named, claim.sources.clone())
            }
            Found::Party(id) => (self.party(id)?.name.words, Vec::new()),
            Found::Source(id) => (
                self.dossier.sources.get(id)?.title.clone(),
                vec![id.clone()],
            ),
        })
    }

    fn cited_source(&self, id: &SourceId, words: &CitationWords) -> Option<CitedSource> {
        let source = self.dossier.sources.get(id)?;
        let url = source.url.as_ref().and_then(|url| url.web());
        Some(CitedSource {
            publisher: one_line(&source.publisher),
            title: one_line(&source.title),
            dated: source.dated.map(|dated| (words.when)(Some(dated))),
            url: url.map(ToOwned::to_owned),
        })
    }
}

impl Citation {
    /// In plain words, on one line.
    pub fn plain(&self, words: &CitationWords) -> String {
        let source = |source: &CitedSource| {
            let named = format!("{}, “{}”", source.publisher, source.title);
            join(&named, source.dated.as_deref(), source.url.as_deref())
        };
        let sources: Vec<String> = self.sources.iter().map(source).collect();
        let mut said = format!(
            "{} {}, {}. {}",
            sentence(&self.title),
            self.place("Clausemap"),
            self.known(words),
            self.address
        );
        if !sources.is_empty() {
            said = format!("{said}. {}: {}.", words.sources, sources.join("; "));
        }
        said
    }

    /// As an entry of a BibTeX file, in UTF-8.
    pub fn bibtex(&self, words: &CitationWords) -> String {
        let source = |source: &CitedSource| {
            let named = format!("{}, ``{}''", tex(&source.publisher), tex(&source.title));
            let dated = source.dated.as_deref().map(tex);
            let url = source.url.as_deref();
            let url = url.map(|url| format!("\\url{{{}}}", bare(url)));
            join(&named, dated.as_deref(), url.as_deref())
        };
        let sources: Vec<String> = self.sources.iter().map(source).collect();
        let mut note = tex(&self.known(words));
        if !sources.is_empty() {
            note = format!("{note}. {}: {}", tex(words.sources), sources.join("; "));
        }
        let day = self.as_of;
        [
            format!("@misc{{{},", self.key),
            format!("  title = {{{{{}}}}},", tex(&self.title)),
            format!("  howpublished = {{{}}},", tex(&self.place("Clausemap"))),
            format!("  year = {{{}}},", day.year()),
            format!("  month = {{{}}},", day.month()),
            format!("  url = {{{}}},", bare(&self.address)),
            format!("  note = {{{note}}}"),
            "}\n".to_owned(),
        ]
        .join("\n")
    }

    /// As a line of Markdown.
    pub fn markdown(&self, words: &CitationWords) -> String {
        let source = |source: &CitedSource| {
            let named = format!("{}, “{}”", source.publisher, source.title);
            let named = match &source.url {
                Some(url) => link(&named, url),
                None => mark(&named),
            };
            let dated = source.dated.as_deref().map(mark);
            join(&named, dated.as_deref(), None)
        };
        let sources: Vec<String> = self.sources.iter().map(source).collect();
        let mut said = format!(
            "{}. {}, {}.",
            link(&self.title, &self.address),
            mark(&self.place("Clausemap")),
            mark(&self.known(words))
        );
        if !sources.is_empty() {
            said = format!("{said} {}: {}.", mark(words.sources), sources.join("; "));
        }
        said
    }

    /// The dossier, unless it is what is cited, and the product.
    fn place(&self, product: &str) -> String {
        if self.dossier == self.title {
            product.to_owned()
        } else {
            format!("{}, {product}", self.dossier)
        }
    }

    fn known(&self, words: &CitationWords) -> String {
        (words.as_of)(&(words.when)(Some(When::Day(self.as_of))))
    }
}

fn slug(of: &Found) -> String {
    match of {
        Found::Region(id) => format!("region-{id}"),
        Found::Clause(id) => format!("clause-{id}"),
        Found::Claim(id) => format!("claim-{id}"),
        Found::Party(id) => format!("party-{id}"),
        Found::Source(id) => format!("source-{id}"),
    }
}

fn join(named: &str, dated: Option<&str>, url: Option<&str>) -> String {
    let parts = [Some(named), dated, url];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// With a full stop, unless it ends with a stop of its own.
fn sentence(text: &str) -> String {
    let is_ended = text.ends_with(['.', '!', '?', '…']);
    if is_ended {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A text without line breaks and other letters that steer.
fn one_line(text: &str) -> String {
    let plain = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = plain.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text in which nothing means anything to TeX.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '%' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// An address for `\url` and for Markdown's parentheses: what would end either is written in percent.
fn bare(url: &str) -> String {
    let letter = |c: char| match c {
        '\\' | '{' | '}' | '(' | ')' | '<' | '>' | '"' | ' ' | '`' => {
            format!("%{:02X}", u32::from(c))
        }
        _ if c.is_control() => String::new(),
        _ => c.to_string(),
    };
    url.chars().map(letter).collect()
}

/// A text in which nothing means anything to Markdown, nor to HTML in it.
fn mark(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn link(words: &str, url: &str) -> String {
    format!("[{}]({})", mark(words), bare(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: CitationWords = CitationWords {
        when: |when| when.map(|when| when.to_string()).unwrap_or_default(),
        as_of: |day| format!("as of {day}"),
        sources: "Sources",
    };

    fn citation(title: &str) -> Citation {
        Citation {
            key: "clausemap-region-a-20260313".to_owned(),
            title: one_line(title),
            dossier: "A plan".to_owned(),
            as_of: "2026-03-13".parse().unwrap(),
            address: "https://example.org/map/#region=a".to_owned(),
            sources: vec![CitedSource {
                publisher: "R&D".to_owned(),
                title: "100% {sure}".to_owned(),
                dated: Some("2025-12-01".to_owned()),
                url: Some("https://example.org/a_(b)?c=%20#d".to_owned()),
            }],
        }
    }

    #[test]
    fn says_all_of_it_in_plain_words() {
        assert_eq!(
            citation("Donetsk oblast").plain(&WORDS),
            "Donetsk oblast. A plan, Clausemap, as of 2026-03-13. \
             https://example.org/map/#region=a. Sources: R&D, “100% {sure}”, 2025-12-01, \
             https://example.org/a_(b)?c=%20#d."
        );
        let mut whole = citation("A plan");
        whole.sources.clear();
        assert_eq!(
            whole.plain(&WORDS),
            "A plan. Clausemap, as of 2026-03-13. https://example.org/map/#region=a"
        );
    }

    #[test]
    fn nothing_in_an_entry_means_anything_to_tex() {
        let entry = citation("A\n\\input{x} $1_2^3 ~ #4 & 5% }").bibtex(&WORDS);
        let title = "  title = {{A \\textbackslash{}input\\{x\\} \\$1\\_2\\textasciicircum{}3 \
            \\textasciitilde{} \\#4 \\& 5\\% \\}}},";
        assert!(entry.contains(title), "{entry}");
        assert!(
            entry.contains("R\\&D, ``100\\% \\{sure\\}'', 2025-12-01"),
            "{entry}"
        );
        assert!(entry.contains("\\url{https://example.org/a_%28b%29?c=%20#d}"));
        let count =
            |what: char| entry.matches(what).count() - entry.matches(&format!("\\{what}")).count();
        assert_eq!(count('{'), count('}'), "{entry}");
        assert!(
            entry.starts_with("@misc{clausemap-region-a-20260313,\n") && entry.ends_with("}\n}\n")
        );
    }

    #[test]
    fn nothing_in_a_line_means_anything_to_markdown() {
        let line = citation("A [x](javascript:1) *b* <script> `c`").markdown(&WORDS);
        assert!(
            line.starts_with(
                "[A \\[x\\](javascript:1) \\*b\\* \\<script\\> \\`c\\`](https://example.org/map/#region=a). A plan"
            ),
            "{line}"
        );
        assert!(
            line.contains(
                "[R\\&D, “100% {sure}”](https://example.org/a_%28b%29?c=%20#d), 2025-12-01."
            ),
            "{line}"
        );
        assert!(!line.contains('\n'));
    }
}
