//! From a dossier and where the reader is to what the map shows: in the page, and on pages that are
//! made beforehand.

use crate::atlas::{Atlas, Bounds, Point};
use crate::dossier::{Day, Ground, LayerRole, PlanId, Region, RegionId, RegionKind, TopicId};
use crate::reading::{Lens, LensValue, Reader};
use crate::route::{Route, Subject};
use crate::scene::{Camera, GroupItem, SeaItem, TownItem, View};
use crate::words::Words;

mod viewing;

pub use viewing::Viewing;

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
        let mut viewing = Viewing::begin(self, shown.clone(), camera, blocked);
        while viewing.step(self) {}
        viewing.done().0
    }

    /// What the lens says of a region.
    fn lens_value(&self, region: &Region, shown: &Shown) -> Option<LensValue> {
        let topic = shown.topic.as_ref();
        self.reader
            .lens_value_on(&shown.lens, &region.id, &shown.plan, topic)
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
