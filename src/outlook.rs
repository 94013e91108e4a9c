//! From a dossier and where the reader is to what the map shows: in the page, and on pages that are
//! made beforehand.

use crate::atlas::{Atlas, Bounds, Point};
use crate::dossier::{
    Day, Ground, LayerRole, PartyId, PlanId, Region, RegionId, RegionKind, TopicId,
};
use crate::legend::{Look, hatchings};
use crate::reading::{Lens, Reader};
use crate::route::{Route, Subject};
use crate::scene::{Camera, GroupItem, Mark, RegionItem, SeaItem, TownItem, View};
use crate::words::Words;

/// What a map is made from; cheap to copy.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    /// The dossier as of the day that is shown.
    pub reader: Reader<'a>,
    /// Where everything is.
    pub atlas: &'a Atlas,
    /// The reader's words.
    pub words: &'static Words,
    /// Where the reader is: links lead on from there.
    pub route: &'a Route,
}

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

impl Outlook<'_> {
    /// What the map shows, seen from `camera`, with no label under `blocked` (px of the window).
    pub fn map_view(&self, shown: &Shown, camera: Camera, blocked: Vec<Bounds>) -> View {
        let mut view = View::new(camera);
        view.coarse = shown.coarse;
        view.blocked = blocked;
        view.focused.clone_from(&shown.focused);
        view.selected = match &shown.subject {
            Subject::Region(id) => Some(id.clone()),
            _ => None,
        };
        let lit = self.lit(&shown.subject);
        let first = self.first_stop(shown);
        let regions = &self.reader.dossier.regions;
        let claimants = self.reader.all_claimants();
        view.regions = regions
            .iter()
            .map(|region| self.region_item(region, shown, lit, first.as_ref(), &claimants))
            .collect();
        view.groups = regions
            .iter()
            .filter(|region| self.is_place(region))
            .map(|region| self.group_item(region))
            .collect();
        view.towns = self.towns();
        view.seas = self.seas();
        view.name_backdrop(self.atlas, |name| self.reader.say(name).words);
        view
    }

    /// The regions that the clause on the page names; `None` when the page is about no clause.
    fn lit(&self, subject: &Subject) -> Option<&[RegionId]> {
        match subject {
            Subject::Clause(id) => Some(self.reader.coverage.ground(id)),
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
        let regions = self.reader.dossier.regions.iter();
        regions
            .map(|region| region.id.clone())
            .filter(|id| self.is_stop(id))
            .collect()
    }

    fn is_stop(&self, id: &RegionId) -> bool {
        let kind = self
            .reader
            .dossier
            .regions
            .get(id)
            .map(|region| region.kind);
        self.atlas.has_ground(id)
            && !matches!(
                kind,
                None | Some(RegionKind::Country | RegionKind::Group | RegionKind::River)
            )
    }

    /// A group that other places are said to lie in is a place that people know; a group made for
    /// the talks is not drawn unless somebody reads about it.
    fn is_place(&self, group: &Region) -> bool {
        let holds = |region: &Region| region.within.contains(&group.id);
        matches!(group.ground, Ground::Members(_)) && self.reader.dossier.regions.iter().any(holds)
    }

    fn region_item(
        &self,
        region: &Region,
        shown: &Shown,
        lit: Option<&[RegionId]>,
        first: Option<&RegionId>,
        claimants: &[PartyId],
    ) -> RegionItem {
        let (reader, words) = (self.reader, self.words);
        let long = reader.say(&region.name).words;
        let label = reader
            .say_any(&region.short)
            .map_or_else(|| long.clone(), |s| s.words);
        let is_lit = lit.is_some_and(|lit| lit.contains(&region.id));
        // Who names a group names the ground of its members: they take its colour, not its sign.
        let is_filled = is_lit || lit.is_some_and(|lit| self.belongs_to_any(&region.id, lit));
        let value =
            reader.lens_value_on(&shown.lens, &region.id, &shown.plan, shown.topic.as_ref());
        let said = value.as_ref().map(words.lens_value);
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
            None => value.as_ref().map_or_else(Look::plain, Look::of),
        };
        RegionItem {
            id: region.id.clone(),
            label,
            long,
            name,
            href: self.route.link(Subject::Region(region.id.clone())),
            fill: look.fill,
            badge: look.badge,
            hatches: hatchings(claimants, &reader.claimants(&region.id)),
            lit: is_lit,
            dim: lit.is_some() && !is_filled,
            focusable: first == Some(&region.id),
            mark: match region.kind {
                RegionKind::Plant => Mark::Plant,
                RegionKind::City => Mark::Town,
                _ => Mark::Site,
            },
        }
    }

    /// Whether a region belongs, by however many steps, to a group among `named`.
    fn belongs_to_any(&self, id: &RegionId, named: &[RegionId]) -> bool {
        let atlas = self.atlas;
        let Some(own) = atlas.ground(id).next() else {
            return false;
        };
        let mut groups = named.iter().filter(|group| atlas.is_group(group));
        groups.any(|group| atlas.ground(group).any(|feature| feature.at == own.at))
    }

    fn group_item(&self, region: &Region) -> GroupItem {
        let name = self.reader.say(&region.name).words;
        GroupItem {
            id: region.id.clone(),
            label: name.clone(),
            name,
            href: self.route.link(Subject::Region(region.id.clone())),
        }
    }

    /// Towns that are no regions of the dossier.
    fn towns(&self) -> Vec<TownItem> {
        let is_region = |at: &crate::dossier::FeatureRef| {
            let mut grounds = self
                .reader
                .dossier
                .regions
                .iter()
                .map(|region| &region.ground);
            grounds.any(|ground| matches!(ground, Ground::Feature(feature) if feature == at))
        };
        self.atlas
            .of_role(LayerRole::Towns)
            .filter(|town| !is_region(&town.at))
            .map(|town| TownItem {
                at: town.at.clone(),
                label: self.reader.say(&town.name).words,
                capital: town.kind == "capital",
            })
            .collect()
    }

    fn seas(&self) -> Vec<SeaItem> {
        let names = self.reader.dossier.manifest.seas.iter().enumerate();
        names
            .map(|(index, sea)| SeaItem {
                label: self.reader.say(&sea.name).words,
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
        let home = self.atlas.bounds(&self.reader.dossier.manifest.home);
        let bounds = home.unwrap_or_else(|| self.atlas.ground_bounds());
        Camera::home(bounds, width, height)
    }

    /// Where the camera goes for a subject; `None` when it may stay where it is.
    pub fn camera_for(&self, subject: &Subject, now: &Camera) -> Option<Camera> {
        let bounds = match subject {
            Subject::Overview => return Some(self.home_camera(now.width, now.height)),
            Subject::Region(id) if self.is_country(id) => {
                return Some(self.home_camera(now.width, now.height));
            }
            Subject::Region(id) => self.atlas.bounds(id)?,
            Subject::Clause(id) => {
                let named = self.reader.coverage.ground(id).iter();
                let drawn = named.filter(|id| !self.is_country(id));
                let found = drawn.filter_map(|id| self.atlas.bounds(id));
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
        let region = self.reader.dossier.regions.get(id);
        region.is_some_and(|region| region.kind == RegionKind::Country)
    }
}
