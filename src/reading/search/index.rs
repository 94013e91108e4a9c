//! The words of a dossier, in order.

use std::collections::BTreeMap;
use std::ops::{Bound, Range};

use super::fold::{VOWEL, words};
use super::{Found, Marked};
use crate::dossier::{Dossier, Spoken, Text, Translation};

/// How much a word of a name counts beside a word of what is said.
const NAME: u32 = 4;
const SAID: u32 = 1;

/// The words of all records of a dossier.
#[derive(Debug, Default)]
pub struct SearchIndex {
    records: Vec<Found>,
    /// The records that have a word of this form, each once, with how much the word counts there.
    forms: BTreeMap<String, Vec<(u32, u32)>>,
}

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    forms: Vec<String>,
}

impl Wanted {
    /// The words of what was typed.
    pub(super) fn of(query: &str) -> Self {
        let forms = words(query).into_iter().map(|word| stem(word.form));
        Self {
            forms: forms.collect(),
        }
    }
}

impl SearchIndex {
    /// The index of a dossier, with the words of translations beside its own.
    pub fn of<'t>(
        dossier: &Dossier,
        translations: impl IntoIterator<Item = &'t Translation>,
    ) -> Self {
        let translations: Vec<_> = translations.into_iter().collect();
        let mut indexing = Indexing::default();
        while indexing.step(dossier, &translations) {}
        indexing.index
    }

    /// The records that have all the words, the best first.
    pub(super) fn find(&self, wanted: &Wanted) -> impl Iterator<Item = &Found> {
        let mut scores: Option<Vec<u32>> = None;
        for form in &wanted.forms {
            let with_word = self.with_word(form);
            scores = Some(match scores {
                None => with_word,
                Some(before) => both(before, &with_word),
            });
        }
        let scores = scores.unwrap_or_default().into_iter().zip(0_u32..);
        // Equally good ones in the order of the dossier: one number holds both, the better the less.
        let found = scores.filter(|(score, _)| *score > 0);
        let mut found: Vec<u64> = found
            .map(|(score, record)| u64::from(!score) << 32 | u64::from(record))
            .collect();
        found.sort_unstable();
        let records = found
            .into_iter()
            .map(|one| (one & u64::from(u32::MAX)) as usize);
        records.filter_map(|at| self.records.get(at))
    }

    /// How well each record has a word that begins like this one, else one that is nearly this one; 0: it has
    /// none.
    fn with_word(&self, form: &str) -> Vec<u32> {
        let mut scores = vec![0; self.records.len()];
        let begins = self
            .forms
            .range::<str, _>((Bound::Included(form), Bound::Unbounded));
        let mut is_found = false;
        for (known, records) in begins.take_while(|(known, _)| known.starts_with(form)) {
            let weight = if known == form { 3 } else { 2 };
            keep_best(&mut scores, records, weight);
            is_found = true;
        }
        if !is_found {
            let slips = slips(form);
            let near = self.forms.iter().filter(|_| slips > 0);
            for (known, records) in near {
                let length = known.len().abs_diff(form.len());
                if length <= slips && strsim::osa_distance(known, form) <= slips {
                    keep_best(&mut scores, records, 1);
                }
            }
        }
        scores
    }

    /// A text with the words that are wanted marked in it.
    pub(super) fn marked(&self, text: Spoken, wanted: &Wanted) -> Marked {
        // A word that begins nothing in the dossier was found by its likeness.
        let near: Vec<bool> = wanted.forms.iter().map(|form| !self.begins(form)).collect();
        let is_wanted = |form: &str| {
            wanted.forms.iter().zip(&near).any(|(wanted, near)| {
                form.starts_with(wanted.as_str())
                    || *near && strsim::osa_distance(form, wanted) <= slips(wanted)
            })
        };
        let found = words(&text.words).into_iter();
        let marks = found.filter(|word| is_wanted(&word.form));
        let marks = marks.map(|word| (word.start, word.end)).collect();
        Marked { text, marks }
    }

    fn begins(&self, form: &str) -> bool {
        let mut after = self
            .forms
            .range::<str, _>((Bound::Included(form), Bound::Unbounded));
        after
            .next()
            .is_some_and(|(known, _)| known.starts_with(form))
    }
}

/// A form without the vowels that it ends with: names change them with their case, and adjectives are
/// made of names by other ones.
fn stem(mut form: String) -> String {
    let kept = form.trim_end_matches(VOWEL).len();
    if kept > 1 {
        form.truncate(kept);
    }
    form
}

/// How many letters of a form may be wrong: none of a short one.
fn slips(form: &str) -> usize {
    match form.chars().count() {
        0..4 => 0,
        4..10 => 1,
        _ => 2,
    }
}

fn keep_best(scores: &mut [u32], records: &[(u32, u32)], weight: u32) {
    for (record, counts) in records {
        if let Some(score) = scores.get_mut(*record as usize) {
            *score = (*score).max(counts * weight);
        }
    }
}

/// The sums of both; 0 where one of them is.
fn both(mut before: Vec<u32>, now: &[u32]) -> Vec<u32> {
    for (score, more) in before.iter_mut().zip(now) {
        *score = if *score > 0 && *more > 0 {
            *score + more
        } else {
            0
        };
    }
    before
}

/// An index in the making: a dossier of ten thousand claims takes longer than a hand can wait.
#[derive(Debug, Default)]
pub struct Indexing {
    index: SearchIndex,
    at: (usize, usize),
}

/// How many records are read in one step.
const STEP: usize = 24;

impl Indexing {
    /// Reads some more records of the dossier, and says whether there are more. Each step must be given
    /// the same dossier and the same translations.
    pub fn step(&mut self, dossier: &Dossier, translations: &[&Translation]) -> bool {
        let (kind, from) = self.at;
        let mut building = Building {
            index: std::mem::take(&mut self.index),
            translations,
            some: from..from.saturating_add(STEP),
        };
        let read = match kind {
            0 => building.places(dossier),
            1 => building.people(dossier),
            2 => building.clauses(dossier),
            3 => building.claims(dossier),
            4 => building.sources(dossier),
            _ => 0,
        };
        self.index = building.index;
        self.at = if read < STEP {
            (kind + 1, 0)
        } else {
            (kind, from + STEP)
        };
        self.at.0 <= 4
    }

    /// The index, once no step is left.
    pub fn finish(self) -> SearchIndex {
        self.index
    }
}

struct Building<'a> {
    index: SearchIndex,
    translations: &'a [&'a Translation],
    /// Which records of a kind are read.
    some: Range<usize>,
}

impl Building<'_> {
    fn record(&mut self, found: Found) -> u32 {
        self.index.records.push(found);
        u32::try_from(self.index.records.len() - 1).unwrap_or(u32::MAX)
    }

    fn words(&mut self, record: u32, words_of: &str, counts: u32) {
        for word in words(words_of) {
            let records = self.index.forms.entry(word.form).or_default();
            match records.last_mut() {
                // Words come record by record.
                Some((last, before)) if *last == record => *before = (*before).max(counts),
                _ => records.push((record, counts)),
            }
        }
    }

    fn text(&mut self, record: u32, text: &Text, counts: u32) {
        for translation in self.translations {
            self.words(record, translation.of(text).unwrap_or_default(), counts);
        }
        for (_, said) in text.iter() {
            self.words(record, said, counts);
        }
    }

    fn places(&mut self, dossier: &Dossier) -> usize {
        let mut read = 0;
        for region in part(dossier.regions.iter(), &self.some.clone()) {
            read += 1;
            let record = self.record(Found::Region(region.id.clone()));
            self.text(record, &region.name, NAME);
            self.text(record, &region.short, NAME);
            self.text(record, &region.what, SAID);
        }
        read
    }

    fn people(&mut self, dossier: &Dossier) -> usize {
        let mut read = 0;
        for party in part(dossier.parties.iter(), &self.some.clone()) {
            read += 1;
            let record = self.record(Found::Party(party.id.clone()));
            self.text(record, &party.name, NAME);
            self.text(record, &party.tag, NAME);
            self.words(record, &party.aliases.join(" "), NAME);
            let speakers = dossier.speakers.iter();
            for speaker in speakers.filter(|speaker| speaker.party == party.id) {
                self.text(record, &speaker.name, NAME);
                self.text(record, &speaker.role, SAID);
                self.words(record, &speaker.aliases.join(" "), NAME);
            }
        }
        read
    }

    fn clauses(&mut self, dossier: &Dossier) -> usize {
        let mut read = 0;
        for at in part(dossier.all_clauses(), &self.some.clone()) {
            read += 1;
            let record = self.record(Found::Clause(at.clause.id.clone()));
            self.words(record, &at.clause.number, NAME);
            self.text(record, &at.clause.title, NAME);
            self.text(record, &at.plan.short, SAID);
            if let Some(text) = at.clause.wording.text() {
                self.text(record, text, SAID);
            }
            for variant in &at.clause.variants {
                self.text(record, &variant.title, SAID);
                self.text(record, &variant.text, SAID);
            }
        }
        read
    }

    fn claims(&mut self, dossier: &Dossier) -> usize {
        let mut read = 0;
        for claim in part(dossier.claims.iter(), &self.some.clone()) {
            read += 1;
            let record = self.record(Found::Claim(claim.id.clone()));
            self.text(record, &claim.text, SAID);
            if let Some(quote) = &claim.quote {
                self.words(record, &quote.words, SAID);
            }
            if let Some(speaker) = dossier.speakers.get(&claim.speaker) {
                self.text(record, &speaker.name, SAID);
                self.words(record, &speaker.aliases.join(" "), SAID);
            }
            if let Some(matter) = dossier.matters.get(&claim.matter) {
                self.text(record, &matter.text, SAID);
            }
            for region in &claim.coverage {
                if let Some(region) = dossier.regions.get(region) {
                    self.text(record, &region.name, SAID);
                }
            }
        }
        read
    }

    fn sources(&mut self, dossier: &Dossier) -> usize {
        let mut read = 0;
        for source in part(dossier.sources.iter(), &self.some.clone()) {
            read += 1;
            let record = self.record(Found::Source(source.id.clone()));
            self.words(record, &source.publisher, NAME);
            self.words(record, &source.title, SAID);
        }
        read
    }
}

/// Some of the records.
fn part<T>(all: impl Iterator<Item = T>, some: &Range<usize>) -> impl Iterator<Item = T> {
    all.skip(some.start).take(some.len())
}
