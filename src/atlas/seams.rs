//! The lines between shapes: which stretch is coast, which a state border, which an oblast line.
//!
//! Each stretch is told by how often its segments are used. A line is then drawn once, in its own
//! style, rather than twice as the outline of whatever lies on either side.

use std::collections::HashMap;

use super::{Bounds, LayerRole, Nodes, Point, Shape};

/// Lines as runs of nodes.
pub type Chain = Vec<u32>;

/// The lines of an atlas, by what they part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seams {
    /// Land from sea, for all countries.
    pub coast: Vec<Chain>,
    /// The country of the dossier from its neighbours.
    pub border: Vec<Chain>,
    /// Neighbours from one another.
    pub abroad: Vec<Chain>,
    /// Regions from one another.
    pub inner: Vec<Chain>,
}

/// How often a segment is used.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    countries: u8,
    home: bool,
    regions: u8,
}

/// Sorts the segments of shapes by what they part, a shape at a time, and then strings them together,
/// a sort at a time.
#[derive(Default)]
pub(super) struct Seaming {
    at: HashMap<(u32, u32), usize>,
    uses: Vec<((u32, u32), Use)>,
    /// What is strung together next.
    next: Sort,
    /// What has been.
    pub(super) seams: Seams,
}

#[derive(Debug, Clone, Copy, Default)]
enum Sort {
    #[default]
    Coast,
    Border,
    Abroad,
    Inner,
    Done,
}

impl Seaming {
    /// Takes a shape; `home` says that it is the dossier's country.
    pub(super) fn add(&mut self, role: LayerRole, home: bool, shape: &Shape) {
        for (a, b) in shape.segments().filter(|(a, b)| a != b) {
            let next = self.uses.len();
            let slot = *self.at.entry((a.min(b), a.max(b))).or_insert(next);
            if slot == next {
                self.uses.push(((a, b), Use::default()));
            }
            if let Some((_, used)) = self.uses.get_mut(slot) {
                match role {
                    LayerRole::Backdrop => {
                        used.countries = used.countries.saturating_add(1);
                        used.home |= home;
                    }
                    _ => used.regions = used.regions.saturating_add(1),
                }
            }
        }
    }

    /// Strings the lines of one sort together. False when none is left. `extent` is what the backdrop
    /// covers, in degrees.
    pub(super) fn join(&mut self, nodes: &Nodes, extent: &Bounds) -> bool {
        let pick = |wanted: &dyn Fn(u32, u32, Use) -> bool| {
            let wanted = self
                .uses
                .iter()
                .filter(|((a, b), used)| wanted(*a, *b, *used));
            chains(wanted.map(|(segment, _)| *segment))
        };
        self.next = match self.next {
            Sort::Coast => {
                let cut = |a: u32, b: u32| on_cut(extent, nodes.degrees(a), nodes.degrees(b));
                self.seams.coast = pick(&|a, b, u| u.countries == 1 && !cut(a, b));
                Sort::Border
            }
            Sort::Border => {
                self.seams.border = pick(&|_, _, u| u.countries > 1 && u.home);
                Sort::Abroad
            }
            Sort::Abroad => {
                self.seams.abroad = pick(&|_, _, u| u.countries > 1 && !u.home);
                Sort::Inner
            }
            Sort::Inner => {
                // Two regions, or a region whose outline is no country's: a dossier may bring its
                // own units.
                let parts = |u: Use| u.regions > 1 || (u.regions == 1 && u.countries == 0);
                self.seams.inner = pick(&|_, _, u| parts(u));
                Sort::Done
            }
            Sort::Done => return false,
        };
        true
    }
}

/// Whether a segment lies on the edge along which the backdrop was cut out of the world. Such an
/// edge is no coast.
fn on_cut(extent: &Bounds, a: Point, b: Point) -> bool {
    let both = |p: f64, q: f64, edge: f64| (p - edge).abs() < 1e-6 && (q - edge).abs() < 1e-6;
    both(a.x, b.x, extent.min.x)
        || both(a.x, b.x, extent.max.x)
        || both(a.y, b.y, extent.min.y)
        || both(a.y, b.y, extent.max.y)
}

/// The outline of several shapes taken together: what they share with one another is left out. The
/// chains run with the inside on the left.
pub fn outline<'a>(shapes: impl Iterator<Item = &'a Shape>) -> Vec<Chain> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    let mut seen: HashMap<(u32, u32), u8> = HashMap::new();
    for (a, b) in shapes.flat_map(Shape::segments).filter(|(a, b)| a != b) {
        all.push((a, b));
        let count = seen.entry((a.min(b), a.max(b))).or_insert(0);
        *count = count.saturating_add(1);
    }
    let once = |a: u32, b: u32| seen.get(&(a.min(b), a.max(b))) == Some(&1);
    chains(all.into_iter().filter(|(a, b)| once(*a, *b)))
}

/// Strings segments together into chains, as long as they can be followed without a choice. A
/// closed chain ends on the node it began with.
fn chains(segments: impl Iterator<Item = (u32, u32)>) -> Vec<Chain> {
    let segments: Vec<(u32, u32)> = segments.collect();
    let mut ends: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, (a, b)) in segments.iter().enumerate() {
        ends.entry(*a).or_default().push(at);
        ends.entry(*b).or_default().push(at);
    }
    let mut used = vec![false; segments.len()];
    let mut found = Vec::new();
    let plain = |node: u32| ends.get(&node).is_some_and(|at| at.len() == 2);
    let starts = |at: &usize| {
        segments
            .get(*at)
            .is_some_and(|(a, b)| !plain(*a) || !plain(*b))
    };
    // Chains that have an end first; what is left after them are loops.
    let (open, loops): (Vec<usize>, Vec<usize>) = (0..segments.len()).partition(starts);
    for at in open.into_iter().chain(loops) {
        if let (Some((a, b)), Some(false)) = (segments.get(at), used.get(at)) {
            // Begin at the end where there is a choice, so that the chain is as long as can be.
            let (from, to, forwards) = if plain(*a) && !plain(*b) {
                (*b, *a, false)
            } else {
                (*a, *b, true)
            };
            let mut chain = vec![from];
            follow(&segments, &ends, &mut used, &mut chain, (at, to));
            if !forwards {
                chain.reverse();
            }
            found.push(chain);
        }
    }
    found
}

/// Walks from a segment to the next until a node leaves a choice, or the walk comes back.
fn follow(
    segments: &[(u32, u32)],
    ends: &HashMap<u32, Vec<usize>>,
    used: &mut [bool],
    chain: &mut Chain,
    start: (usize, u32),
) {
    let (mut at, mut to) = start;
    loop {
        if let Some(mark) = used.get_mut(at) {
            *mark = true;
        }
        chain.push(to);
        let next = match ends.get(&to).map(Vec::as_slice) {
            Some([a, b]) => [*a, *b]
                .into_iter()
                .find(|next| used.get(*next) == Some(&false)),
            _ => None,
        };
        let Some(next) = next else { return };
        let Some((a, b)) = segments.get(next) else {
            return;
        };
        at = next;
        to = if *a == to { *b } else { *a };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::shape::Form;

    fn area(nodes: &[u32]) -> Shape {
        let mut shape = Shape::new(Form::Area);
        shape.add(true, nodes.iter().copied());
        shape
    }

    #[test]
    fn what_two_shapes_share_is_not_in_their_outline() {
        let (a, b) = (area(&[0, 1, 4, 3]), area(&[1, 2, 5, 4]));
        let outline = outline([&a, &b].into_iter());
        assert_eq!(outline.len(), 1);
        assert_eq!(outline[0].first(), outline[0].last());
        assert_eq!(outline[0].len(), 7);
        let pairs: Vec<_> = outline[0].windows(2).collect();
        assert!(!pairs.contains(&[1, 4].as_slice()) && !pairs.contains(&[4, 1].as_slice()));
        // With the inside on the left, as the shapes themselves run.
        assert!(pairs.contains(&[0, 1].as_slice()));
    }

    #[test]
    fn chains_run_from_choice_to_choice() {
        let found = chains([(2, 3), (0, 1), (1, 2), (2, 4)].into_iter());
        let mut lengths: Vec<usize> = found.iter().map(Vec::len).collect();
        lengths.sort_unstable();
        assert_eq!(lengths, [2, 2, 3]);
    }
}
