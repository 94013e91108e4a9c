//! What the map shows, on its way from the dossier.

use super::{Outlook, Shown};
use crate::atlas::Bounds;
use crate::dossier::{PartyId, Region, RegionId, RegionKind};
use crate::legend::{Look, hatchings};
use crate::reading::{LensValue, Shade};
use crate::route::Subject;
use crate::scene::{Camera, Mark, RegionItem, View};

/// What the map shows, in the making: region by region, so that a dossier of hundreds of them holds up
/// no hand. Each step is to be given the same outlook.
pub struct Viewing {
    shown: Shown,
    view: View,
    first: Option<RegionId>,
    claimants: Vec<PartyId>,
    shades: Vec<Shade>,
}

impl Viewing {
    /// Nothing is known yet of what is seen from `camera`, with no label under `blocked` (px of the window).
    pub fn begin(outlook: &Outlook, shown: Shown, camera: Camera, blocked: Vec<Bounds>) -> Self {
        let mut view = View::new(camera);
        view.coarse = shown.coarse;
        view.blocked = blocked;
        view.focused.clone_from(&shown.focused);
        view.selected = match &shown.subject {
            Subject::Region(id) => Some(id.clone()),
            _ => None,
        };
        Self {
            first: outlook.first_stop(&shown),
            claimants: outlook.reader.all_claimants(),
            shades: Vec::new(),
            shown,
            view,
        }
    }

    /// Takes in one region more, after the last of them everything else. False when that is done.
    pub fn step(&mut self, outlook: &Outlook) -> bool {
        let mut regions = outlook.reader.dossier.regions.iter();
        let Some(region) = regions.nth(self.view.regions.len()) else {
            self.backdrop(outlook);
            return false;
        };
        let value = outlook.lens_value(region, &self.shown);
        if let Some(LensValue::Party(_, stand)) = &value
            && outlook.atlas.has_ground(&region.id)
            && !self.shades.contains(&stand.shade())
        {
            self.shades.push(stand.shade());
        }
        let item = self.item(outlook, region, value.as_ref());
        self.view.regions.push(item);
        true
    }

    /// What is shown, and of the shades of a party's lens those that are on the map.
    pub fn done(self) -> (View, Vec<Shade>) {
        (self.view, self.shades)
    }

    fn item(&self, outlook: &Outlook, region: &Region, value: Option<&LensValue>) -> RegionItem {
        let (reader, words) = (outlook.reader, outlook.words);
        let lit = outlook.lit(&self.shown.subject);
        let long = reader.say(&region.name).words;
        let label = reader
            .say_any(&region.short)
            .map_or_else(|| long.clone(), |s| s.words);
        let is_lit = lit.is_some_and(|lit| lit.contains(&region.id));
        // Who names a group names the ground of its members: they take its colour, not its sign.
        let is_filled = is_lit || lit.is_some_and(|lit| outlook.belongs_to_any(&region.id, lit));
        let said = value.map(words.lens_value);
        let claims = region
            .claimed_by
            .iter()
            .map(|claim| reader.say(&claim.text).words);
        let named = said.map_or_else(|| long.clone(), |said| (words.region_label)(&long, &said));
        let name = claims.fold(named, |label, claim| {
            (words.region_label_claimed)(&label, &claim)
        });
        let look = match lit {
            Some(_) if is_filled => Look::lit(),
            Some(_) => Look::plain(),
            None => value.map_or_else(Look::plain, Look::of),
        };
        RegionItem {
            id: region.id.clone(),
            label,
            long,
            name,
            href: outlook.route.link(Subject::Region(region.id.clone())),
            fill: look.fill,
            badge: look.badge,
            hatches: hatchings(&self.claimants, &reader.claimants(&region.id)),
            lit: is_lit,
            dim: lit.is_some() && !is_filled,
            focusable: self.first.as_ref() == Some(&region.id),
            mark: match region.kind {
                RegionKind::Plant => Mark::Plant,
                RegionKind::City => Mark::Town,
                _ => Mark::Site,
            },
        }
    }

    fn backdrop(&mut self, outlook: &Outlook) {
        let groups = outlook.reader.dossier.regions.iter();
        let groups = groups.filter(|region| outlook.is_place(region));
        self.view.groups = groups.map(|region| outlook.group_item(region)).collect();
        self.view.towns = outlook.towns();
        self.view.seas = outlook.seas();
        let say = |name: &_| outlook.reader.say(name).words;
        self.view.name_backdrop(outlook.atlas, say);
    }
}
