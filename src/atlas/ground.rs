//! The ground of the regions: which features each one stands for, and which region is where.

use crate::order;
use std::collections::{HashMap, HashSet};

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::measure::Side;
use super::shape::Form;
use super::{Atlas, Bounds, Feature, Point};
use crate::dossier::{Ground, LayerRole, RegionId};

/// Whether groups are told of too when it is asked what lies somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Only regions with a feature of their own.
    Own,
    /// Groups of regions too, after the regions that have their own outline.
    Groups,
}

type Entry = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// One region with its ground.
#[derive(Debug, Clone)]
struct Place {
    id: RegionId,
    features: Vec<usize>,
    group: bool,
    /// The areas of its features together, in square metres.
    area: f64,
}

/// All regions with ground.
#[derive(Debug, Clone, Default)]
pub(super) struct Bound {
    places: Vec<Place>,
    by_id: HashMap<RegionId, usize>,
    /// The places that stand on each feature.
    on: Vec<Vec<usize>>,
    /// The boxes of the features that places stand on.
    tree: RTree<Entry>,
}

impl Atlas {
    /// Ties regions to features. A group has the ground of its members, and of theirs; one that
    /// holds itself, however far down, adds nothing by that. A feature that is not there leaves its region
    /// without ground: whoever checks the dossier says so.
    pub fn bind(&mut self, regions: &[(RegionId, Ground)]) {
        let by_id: HashMap<&RegionId, &Ground> =
            regions.iter().map(|(id, ground)| (id, ground)).collect();
        let mut bound = Bound {
            on: vec![Vec::new(); self.features.len()],
            ..Bound::default()
        };
        for (id, ground) in regions {
            let mut features = Vec::new();
            self.gather(&by_id, ground, &mut HashSet::from([id]), &mut features);
            if features.is_empty() || bound.by_id.contains_key(id) {
                continue;
            }
            let place = bound.places.len();
            bound.by_id.insert(id.clone(), place);
            let mut area = 0.0;
            for at in &features {
                area += self.features.get(*at).map_or(0.0, |f| f.area);
                if let Some(on) = bound.on.get_mut(*at) {
                    on.push(place);
                }
            }
            bound.places.push(Place {
                id: id.clone(),
                features,
                group: matches!(ground, Ground::Members(_)),
                area,
            });
        }
        let used = self.features.iter().enumerate().zip(&bound.on);
        let boxes = used.filter(|(_, on)| !on.is_empty()).map(|((at, f), _)| {
            let corner = |p: Point| [p.x, p.y];
            let sides = Rectangle::from_corners(corner(f.bounds.min), corner(f.bounds.max));
            GeomWithData::new(sides, at)
        });
        bound.tree = RTree::bulk_load(boxes.collect());
        self.bound = bound;
    }

    fn gather<'a>(
        &self,
        by_id: &HashMap<&RegionId, &'a Ground>,
        ground: &'a Ground,
        seen: &mut HashSet<&'a RegionId>,
        found: &mut Vec<usize>,
    ) {
        match ground {
            Ground::Feature(at) => {
                if let Some(at) = self.by_ref.get(at)
                    && !found.contains(at)
                {
                    found.push(*at);
                }
            }
            Ground::Members(members) => {
                for member in members {
                    if seen.insert(member)
                        && let Some(ground) = by_id.get(member)
                    {
                        self.gather(by_id, ground, seen, found);
                    }
                }
            }
            Ground::None(_) => {}
        }
    }

    fn place(&self, id: &RegionId) -> Option<&Place> {
        self.bound
            .by_id
            .get(id)
            .and_then(|at| self.bound.places.get(*at))
    }

    fn features_of<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Feature> {
        place
            .features
            .iter()
            .filter_map(|at| self.features.get(*at))
    }

    /// The features that a region stands for, in the order of its members; none without ground.
    pub fn ground(&self, id: &RegionId) -> impl Iterator<Item = &Feature> {
        self.place(id)
            .into_iter()
            .flat_map(|place| self.features_of(place))
    }

    /// Whether a region can be drawn.
    pub fn has_ground(&self, id: &RegionId) -> bool {
        self.bound.by_id.contains_key(id)
    }

    /// Whether a region's ground is that of its members.
    pub fn is_group(&self, id: &RegionId) -> bool {
        self.place(id).is_some_and(|place| place.group)
    }

    /// The box around a region in metres of the plane; `None` without ground.
    pub fn bounds(&self, id: &RegionId) -> Option<Bounds> {
        let all = self
            .ground(id)
            .fold(Bounds::default(), |all, f| all.union(f.bounds));
        (!all.is_empty()).then_some(all)
    }

    /// Where a region's name stands best, in metres of the plane: for a group, in its largest member.
    pub fn label_point(&self, id: &RegionId) -> Option<Point> {
        self.ground(id)
            .reduce(|best, next| if next.area > best.area { next } else { best })
            .map(|feature| feature.label_point)
    }

    /// The area of a region in square metres; 0 for points, lines and regions without ground.
    pub fn area(&self, id: &RegionId) -> f64 {
        self.place(id).map_or(0.0, |place| place.area)
    }

    /// The regions at a point (metres of the plane), the most particular first: points within
    /// `tolerance` metres by their distance, lines within it, then areas from small to large.
    pub fn what_is_here(&self, at: Point, tolerance: f64, reach: Reach) -> Vec<RegionId> {
        let near = AABB::from_corners(
            [at.x - tolerance, at.y - tolerance],
            [at.x + tolerance, at.y + tolerance],
        );
        let mut here: Vec<((u8, f64), &RegionId)> = Vec::new();
        for entry in self.bound.tree.locate_in_envelope_intersecting(near) {
            let Some(feature) = self.features.get(entry.data) else {
                continue;
            };
            let Some(rank) = self.rank_here(feature, at, tolerance) else {
                continue;
            };
            let on = self.bound.on.get(entry.data).into_iter().flatten();
            for place in on.filter_map(|place| self.bound.places.get(*place)) {
                if !place.group {
                    here.push((rank, &place.id));
                } else if reach == Reach::Groups {
                    here.push(((3, place.area), &place.id));
                }
            }
        }
        order::by(&mut here, |((a, x), p), ((b, y), q)| {
            a.cmp(b).then(x.total_cmp(y)).then(p.cmp(q))
        });
        // A group is met on each of its members that lie here.
        here.dedup_by(|(_, p), (_, q)| p == q);
        here.into_iter().map(|(_, id)| id.clone()).collect()
    }

    /// How particular a feature is at a point; `None` when it is not there.
    fn rank_here(&self, feature: &Feature, at: Point, tolerance: f64) -> Option<(u8, f64)> {
        let particular = match feature.shape.form {
            Form::Point => 0,
            Form::Line => 1,
            Form::Area => {
                let here = feature.side(&self.nodes, at) != Side::Outside;
                return here.then_some((2, feature.area));
            }
        };
        let distance = feature.distance(&self.nodes, at);
        (distance <= tolerance).then_some((particular, distance))
    }

    /// Whether a point (metres of the plane) lies in a region or on its edge. Lines and points hold nothing.
    pub fn contains(&self, outer: &RegionId, inner: Point) -> bool {
        self.ground(outer)
            .any(|feature| feature.side(&self.nodes, inner) != Side::Outside)
    }

    /// Whether a region lies in another, by the point at which its name would stand; a river, by any
    /// of its course. `None` when either has no ground to say so by.
    pub fn parent_contains(&self, parent: &RegionId, child: &RegionId) -> Option<bool> {
        let mut areas = self.ground(parent).filter(|f| f.shape.form == Form::Area);
        areas.next()?;
        let point = self.label_point(child)?;
        let course = self.ground(child).filter(|f| f.shape.form == Form::Line);
        let mut course = course.flat_map(|f| &f.shape.nodes);
        let flows_there = course.any(|node| self.contains(parent, self.nodes.plane(*node)));
        Some(flows_there || self.contains(parent, point))
    }

    /// The features of the layers of regions that no region uses.
    pub fn unused(&self) -> impl Iterator<Item = &Feature> {
        let used: HashSet<usize> = self
            .bound
            .places
            .iter()
            .flat_map(|place| place.features.iter().copied())
            .collect();
        self.features
            .iter()
            .enumerate()
            .filter(move |(at, f)| f.role == LayerRole::Regions && !used.contains(at))
            .map(|(_, feature)| feature)
    }
}
