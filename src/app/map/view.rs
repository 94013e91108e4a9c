//! From the dossier and where the reader is to what the map shows.

use super::super::desk::Desk;
use leptos::prelude::{GetUntracked, ReadUntracked};

use crate::atlas::{Bounds, Point};
use crate::dossier::{
    Day, Ground, LayerRole, PartyId, PlanId, Region, RegionId, RegionKind, TopicId,
};
use crate::legend::{Look, hatchings};
use crate::reading::{Lens, LensValue, Shade};
use crate::route::Subject;
use crate::scene::{Camera, GroupItem, Mark, RegionItem, SeaItem, TownItem, View};

impl Shown {
    /// A word for what the colours mean: the lens, or the ground of the clause on the page.
    pub fn picture_of(&self) -> &'static str {
        match self.subject {
            Subject::Clause(_) => "ground",
            _ => self.lens.slug(),
        }
    }
}

/// What the picture depends on, besides the camera.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What the pane shows.
    pub subject: Subject,
    /// The plan that is counted.
    pub plan: PlanId,
    /// The day whose knowledge is shown.
    pub day: Day,
    /// What the map is coloured by.
    pub lens: Lens,
    /// The topic whose clauses and claims alone are looked at.
    pub topic: Option<TopicId>,
    /// The region that has the keyboard's focus.
    pub focused: Option<RegionId>,
    /// True where fingers point.
    pub coarse: bool,
}

/// What the map shows, on its way from the dossier: region by region, so that a dossier of hundreds of
/// them holds up no hand.
pub struct Viewing {
    desk: Desk,
    shown: Shown,
    view: View,
    first: Option<RegionId>,
    claimants: Vec<PartyId>,
    shades: Vec<Shade>,
}

impl Viewing {
    /// Nothing is known yet of what is seen from `camera`, with no label under `blocked` (px of the window).
    pub fn begin(desk: Desk, shown: Shown, camera: Camera, blocked: Vec<Bounds>) -> Self {
        let mut view = View::new(camera);
        view.coarse = shown.coarse;
        view.blocked = blocked;
        view.focused.clone_from(&shown.focused);
        view.selected = match &shown.subject {
            Subject::Region(id) => Some(id.clone()),
            _ => None,
        };
        Self {
            first: desk.first_stop(&shown),
            claimants: desk.reader().all_claimants(),
            shades: Vec::new(),
            desk,
            shown,
            view,
        }
    }

    /// Takes in one region more, after the last of them everything else. False when that is done.
    pub fn step(&mut self) -> bool {
        let loaded = self.desk.loaded.clone();
        let mut regions = loaded.dossier.regions.iter();
        let Some(region) = regions.nth(self.view.regions.len()) else {
            self.backdrop();
            return false;
        };
        let value = self.desk.lens_value(region, &self.shown);
        if let Some(LensValue::Party(_, stand)) = &value
            && self.desk.atlas.read_untracked().has_ground(&region.id)
            && !self.shades.contains(&stand.shade())
        {
            self.shades.push(stand.shade());
        }
        let item = self.item(region, value.as_ref());
        self.view.regions.push(item);
        true
    }

    /// What is shown, and of the shades of a party's lens those that are on the map.
    pub fn done(self) -> (View, Vec<Shade>) {
        (self.view, self.shades)
    }

    fn item(&self, region: &Region, value: Option<&LensValue>) -> RegionItem {
        let desk = &self.desk;
        let (reader, words) = (desk.reader(), desk.words);
        let lit = desk.lit(&self.shown.subject);
        let long = reader.say(&region.name).words;
        let label = reader
            .say_any(&region.short)
            .map_or_else(|| long.clone(), |s| s.words);
        let is_lit = lit.is_some_and(|lit| lit.contains(&region.id));
        // Who names a group names the ground of its members: they take its colour, not its sign.
        let is_filled = is_lit || lit.is_some_and(|lit| desk.belongs_to_any(&region.id, lit));
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
            href: desk.link(Subject::Region(region.id.clone())),
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

    fn backdrop(&mut self) {
        let desk = &self.desk;
        let groups = desk.loaded.dossier.regions.iter();
        let groups = groups.filter(|region| desk.is_place(region));
        self.view.groups = groups.map(|region| desk.group_item(region)).collect();
        self.view.towns = desk.towns();
        self.view.seas = desk.seas();
        let say = |name: &_| desk.reader().say(name).words;
        self.view.name_backdrop(&desk.atlas.get_untracked(), say);
    }
}

impl Desk {
    /// What the map shows, seen from `camera`, with nothing in the way of its labels.
    pub fn map_view(&self, shown: &Shown, camera: Camera) -> View {
        let mut viewing = Viewing::begin(self.clone(), shown.clone(), camera, Vec::new());
        while viewing.step() {}
        viewing.done().0
    }

    /// What the lens says of a region.
    fn lens_value(&self, region: &Region, shown: &Shown) -> Option<LensValue> {
        let topic = shown.topic.as_ref();
        self.reader()
            .lens_value_on(&shown.lens, &region.id, &shown.plan, topic)
    }

    /// The regions that the clause on the page names; `None` when the page is about no clause.
    fn lit(&self, subject: &Subject) -> Option<&[RegionId]> {
        match subject {
            Subject::Clause(id) => Some(self.loaded.coverage.ground(id)),
            _ => None,
        }
    }

    /// The one region at which the Tab key stops: the one with the focus, else the selected one,
    /// else the first that the map draws.
    fn first_stop(&self, shown: &Shown) -> Option<RegionId> {
        let selected = match &shown.subject {
            Subject::Region(id) => Some(id),
            _ => None,
        };
        shown
            .focused
            .iter()
            .chain(selected)
            .find(|id| self.is_stop(id))
            .cloned()
            .or_else(|| self.stops().into_iter().next())
    }

    /// The regions that the arrow keys go through: those that have an element of their own.
    pub fn stops(&self) -> Vec<RegionId> {
        let regions = self.loaded.dossier.regions.iter();
        regions
            .map(|region| region.id.clone())
            .filter(|id| self.is_stop(id))
            .collect()
    }

    fn is_stop(&self, id: &RegionId) -> bool {
        let kind = self
            .loaded
            .dossier
            .regions
            .get(id)
            .map(|region| region.kind);
        self.atlas.get_untracked().has_ground(id)
            && !matches!(
                kind,
                None | Some(RegionKind::Country | RegionKind::Group | RegionKind::River)
            )
    }

    /// A group that other places are said to lie in is a place that people know; a group made for
    /// the talks is not drawn unless somebody reads about it.
    fn is_place(&self, group: &Region) -> bool {
        let holds = |region: &Region| region.within.contains(&group.id);
        matches!(group.ground, Ground::Members(_)) && self.loaded.dossier.regions.iter().any(holds)
    }

    /// Whether a region belongs, by however many steps, to a group among `named`.
    fn belongs_to_any(&self, id: &RegionId, named: &[RegionId]) -> bool {
        let atlas = &self.atlas.get_untracked();
        let Some(own) = atlas.ground(id).next() else {
            return false;
        };
        let mut groups = named.iter().filter(|group| atlas.is_group(group));
        groups.any(|group| atlas.ground(group).any(|feature| feature.at == own.at))
    }

    fn group_item(&self, region: &Region) -> GroupItem {
        let name = self.reader().say(&region.name).words;
        GroupItem {
            id: region.id.clone(),
            label: name.clone(),
            name,
            href: self.link(Subject::Region(region.id.clone())),
        }
    }

    /// Towns that are no regions of the dossier.
    fn towns(&self) -> Vec<TownItem> {
        let is_region = |at: &crate::dossier::FeatureRef| {
            let mut grounds = self
                .loaded
                .dossier
                .regions
                .iter()
                .map(|region| &region.ground);
            grounds.any(|ground| matches!(ground, Ground::Feature(feature) if feature == at))
        };
        self.atlas
            .get_untracked()
            .of_role(LayerRole::Towns)
            .filter(|town| !is_region(&town.at))
            .map(|town| TownItem {
                at: town.at.clone(),
                label: self.reader().say(&town.name).words,
                capital: town.kind == "capital",
            })
            .collect()
    }

    fn seas(&self) -> Vec<SeaItem> {
        let names = self.loaded.dossier.manifest.seas.iter().enumerate();
        names
            .map(|(index, sea)| SeaItem {
                label: self.reader().say(&sea.name).words,
                at: {
                    let [lon, lat] = sea.at;
                    Point::new(lon, lat)
                },
                within: sea.within.map(|[west, south, east, north]| {
                    Bounds::of(Point::new(west, south), Point::new(east, north))
                }),
                large: index == 0,
            })
            .collect()
    }

    /// The camera of the first page: the whole ground of the dossier.
    pub fn home_camera(&self, width: f64, height: f64) -> Camera {
        let atlas = &self.atlas.get_untracked();
        let home = atlas.bounds(&self.loaded.dossier.manifest.home);
        let bounds = home.unwrap_or_else(|| atlas.ground_bounds());
        Camera::home(bounds, width, height)
    }

    /// Where the camera goes for a subject; `None` when it may stay where it is.
    pub fn camera_for(&self, subject: &Subject, now: &Camera) -> Option<Camera> {
        let bounds = match subject {
            Subject::Overview => return Some(self.home_camera(now.width, now.height)),
            Subject::Region(id) if self.is_country(id) => {
                return Some(self.home_camera(now.width, now.height));
            }
            Subject::Region(id) => self.atlas.get_untracked().bounds(id)?,
            Subject::Clause(id) => {
                let named = self.loaded.coverage.ground(id).iter();
                let drawn = named.filter(|id| !self.is_country(id));
                let found = drawn.filter_map(|id| self.atlas.get_untracked().bounds(id));
                let all = found.fold(Bounds::default(), Bounds::union);
                if all.is_empty() {
                    return Some(self.home_camera(now.width, now.height));
                }
                all
            }
            Subject::Source(_) | Subject::Party(_) | Subject::Claim(_) | Subject::Unknown(_) => {
                return None;
            }
        };
        if matches!(subject, Subject::Region(_)) && now.sees_well(bounds) {
            return None;
        }
        Some(now.close_up(bounds))
    }

    fn is_country(&self, id: &RegionId) -> bool {
        let region = self.loaded.dossier.regions.get(id);
        region.is_some_and(|region| region.kind == RegionKind::Country)
    }
}
