//! The map's sheet in words: its title, the day, and the key of what is shown on it.

use crate::atlas::Atlas;
use crate::dossier::{Credit, Ground, LayerRole, RegionKind, When};
use crate::legend::{LAST_CLASS, Look, SHADES, VERDICTS, hatchings, shade_glyph, verdict_glyph};
use crate::paint::svg::{KeyLine, KeySign, Sheet};
use crate::reading::{Lens, LensValue, Reader, Shade, Verdict};
use crate::route::{Route, Subject};
use crate::scene::{Fill, Glyph};
use crate::words::Words;

/// What a sheet is made from.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The dossier as of the day that is shown.
    pub reader: Reader<'a>,
    /// Where everything is.
    pub atlas: &'a Atlas,
    /// The reader's words.
    pub words: &'static Words,
    /// Where the reader is.
    pub route: &'a Route,
    /// What is shown for that.
    pub subject: &'a Subject,
    /// The plan that the map counts.
    pub plan: &'a crate::dossier::PlanId,
    /// The topic that the map looks at alone.
    pub topic: Option<&'a crate::dossier::TopicId>,
    /// What the map shows, in one sentence.
    pub sentence: &'a str,
    /// The address at which it can be seen again.
    pub address: &'a str,
}

/// What the sheet of a map says.
pub fn sheet(of: &Picture<'_>) -> Sheet {
    let (reader, words) = (of.reader, of.words);
    let manifest = &reader.dossier.manifest;
    let dossier = reader.say(&manifest.title).words;
    let day = (words.when)(Some(When::Day(manifest.as_of)));
    let known = (words.takeaway.as_of)(&day);
    let title = of.title();
    let subtitle = match title {
        Some(_) => format!("{dossier} · {known}"),
        None => format!("{} · {known}", words.product),
    };
    let mut key = of.colours();
    key.extend(of.signs());
    let credits = manifest
        .attribution
        .iter()
        .map(|credit| owed(reader, credit));
    let credit: Vec<String> = std::iter::once(reader.say(&manifest.borders).words)
        .chain(credits)
        .collect();
    Sheet {
        title: title.unwrap_or(dossier),
        subtitle,
        lens: of.lens(),
        key,
        unit: words.kilometres,
        credit: credit.join(" · "),
        address: of.address.to_owned(),
    }
}

fn owed(reader: Reader<'_>, credit: &Credit) -> String {
    let text = reader.say(&credit.text).words;
    match &credit.licence {
        Some(licence) => format!("{text} ({licence})"),
        None => text,
    }
}

impl Picture<'_> {
    /// What is selected; `None` for the first page.
    fn title(&self) -> Option<String> {
        let reader = self.reader;
        Some(match self.subject {
            Subject::Region(id) => reader.region_name(id).words,
            Subject::Clause(id) => {
                let at = reader.dossier.clause(id)?;
                let title = reader.say(&at.clause.title).words;
                let named = (self.words.clause_title)(&at.clause.number, &title);
                (self.words.page_title)(&named, &reader.say(&at.plan.short).words)
            }
            Subject::Party(id) => reader.party(id)?.name.words,
            // The map shows nothing of these: it is the map of the dossier.
            Subject::Claim(_) | Subject::Source(_) | Subject::Overview | Subject::Unknown(_) => {
                return None;
            }
        })
    }

    fn lens(&self) -> &'static str {
        match self.subject {
            Subject::Clause(_) => "ground",
            _ => self.route.lens.slug(),
        }
    }

    /// What the colours mean.
    fn colours(&self) -> Vec<KeyLine> {
        let words = self.words;
        let mut lines = vec![KeyLine::Note(self.sentence.to_owned())];
        match (self.subject, &self.route.lens) {
            (Subject::Clause(id), _) => {
                let at = self.reader.dossier.clause(id);
                let number = at.map(|at| at.clause.number.as_str()).unwrap_or_default();
                let lit = KeySign::Fill(Look::lit().fill, None);
                return vec![
                    KeyLine::Note((words.key_ground)(number)),
                    KeyLine::Sign(lit, words.key_lit.to_owned()),
                ];
            }
            (_, Lens::Clauses) => {
                let step = |class| {
                    (
                        Fill::Class(class),
                        (words.class_label)(class, class == LAST_CLASS),
                    )
                };
                lines.push(KeyLine::Ramp((0..=LAST_CLASS).map(step).collect()));
                let wide = self.reader.country_wide(self.plan, self.topic);
                let part = self.reader.first_part(self.plan);
                lines.extend(words.key_counts(part, wide).map(KeyLine::Note));
            }
            (_, Lens::Agreement) => {
                let tints =
                    VERDICTS.map(|verdict| tint(verdict_glyph(verdict), self.verdict(verdict)));
                lines.extend(tints);
                lines.extend(self.rest(words.key_agreement_rule));
            }
            (_, Lens::Party(_)) => {
                let shown = self.shades();
                let shades = SHADES.iter().filter(|shade| shown.contains(shade));
                lines.extend(shades.filter_map(|shade| {
                    Some(tint(shade_glyph(*shade)?, (words.key_shade)(*shade)))
                }));
                lines.extend(self.rest(words.key_party_rule));
            }
            (_, Lens::Claimed) => {
                lines.extend(self.claimants());
                lines.push(KeyLine::Note(words.key_claimed_rule.to_owned()));
            }
        }
        lines
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Agreed => self.words.key_agreed,
            Verdict::Open => self.words.key_open,
            Verdict::Contested => self.words.key_contested,
        }
    }

    /// What has no tint, and the rule.
    fn rest(&self, rule: &str) -> [KeyLine; 2] {
        let plain = KeySign::Fill(Fill::PLAIN, None);
        [
            KeyLine::Sign(plain, self.words.key_nothing.to_owned()),
            KeyLine::Note(rule.to_owned()),
        ]
    }

    /// What the map shows of a party: what no region shows needs no line.
    fn shades(&self) -> Vec<Shade> {
        let regions = self.reader.dossier.regions.iter();
        let drawn = regions.filter(|region| self.atlas.has_ground(&region.id));
        drawn
            .filter_map(|region| {
                self.reader
                    .lens_value_on(&self.route.lens, &region.id, self.plan, self.topic)
            })
            .filter_map(|value| match value {
                LensValue::Party(_, stand) => Some(stand.shade()),
                _ => None,
            })
            .collect()
    }

    fn claimants(&self) -> Vec<KeyLine> {
        let claimants = self.reader.all_claimants();
        let tags = claimants.iter().filter_map(|id| self.reader.party(id));
        tags.map(|tag| {
            let hatching = hatchings(&claimants, std::slice::from_ref(&tag));
            let said = (self.words.key_claimed_by)(&tag.name.words);
            let first = hatching.first().copied().unwrap_or_default();
            KeyLine::Sign(KeySign::Hatch(first, Some(tag.letters.words)), said)
        })
        .collect()
    }

    /// What the signs mean.
    fn signs(&self) -> Vec<KeyLine> {
        let (reader, words) = (self.reader, self.words);
        let regions = &reader.dossier.regions;
        let mut lines = Vec::new();
        for claim in regions.iter().flat_map(|region| &region.claimed_by) {
            let said = KeyLine::Sign(KeySign::Hatch(0, None), reader.say(&claim.text).words);
            if !lines.contains(&said) {
                lines.push(said);
            }
        }
        let holds = |id| regions.iter().any(|region| region.within.contains(id));
        let groups = regions
            .iter()
            .filter(|region| matches!(region.ground, Ground::Members(_)) && holds(&region.id));
        let names: Vec<String> = groups.map(|group| reader.say(&group.name).words).collect();
        if !names.is_empty() {
            let said = (words.key_group)(&names.join(", "));
            lines.push(KeyLine::Sign(KeySign::Group, said));
        }
        let plants = regions
            .iter()
            .filter(|region| region.kind == RegionKind::Plant);
        lines.extend(
            plants.map(|plant| KeyLine::Sign(KeySign::Plant, reader.say(&plant.name).words)),
        );
        let water = self.atlas.of_role(LayerRole::Water);
        lines.extend(water.filter(|lake| lake.kind == "drained").map(|lake| {
            let said = (words.key_drained)(&reader.say(&lake.name).words);
            KeyLine::Sign(KeySign::Drained, said)
        }));
        lines
    }
}

fn tint(glyph: Glyph, words: &str) -> KeyLine {
    KeyLine::Sign(
        KeySign::Fill(Fill::Tint(glyph), Some(glyph)),
        words.to_owned(),
    )
}
