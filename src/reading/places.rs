//! All places of a dossier under headings.

use super::{Reader, RegionLine};
use crate::dossier::{Ground, PlanId, Region, RegionKind};

/// A heading that places stand under in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceShelf {
    /// Groups of regions.
    Groups,
    /// First-level units.
    Units,
    /// Towns, sites, waters.
    Places,
    /// Named, but not drawn.
    Undrawn,
    /// Countries and organisations.
    Elsewhere,
}

impl PlaceShelf {
    /// All of them, in the order of a list.
    pub const ALL: [Self; 5] = [
        Self::Groups,
        Self::Units,
        Self::Places,
        Self::Undrawn,
        Self::Elsewhere,
    ];

    /// The heading that a region stands under.
    pub fn of(region: &Region) -> Self {
        match (&region.ground, region.kind) {
            (Ground::None(_), _) => Self::Undrawn,
            (_, RegionKind::Country | RegionKind::Organisation) => Self::Elsewhere,
            (_, RegionKind::Unit) => Self::Units,
            (_, RegionKind::Group) => Self::Groups,
            _ => Self::Places,
        }
    }
}

impl Reader<'_> {
    /// All regions by shelf, counting the clauses of `plan`; in the dossier's order, since only the
    /// browser knows how the reader's language sorts. A shelf without any is left out.
    pub fn places(&self, plan: &PlanId) -> Vec<(PlaceShelf, Vec<RegionLine>)> {
        let on = |shelf: PlaceShelf| {
            let regions = self.dossier.regions.iter();
            let ids = regions.filter(|region| PlaceShelf::of(region) == shelf);
            (
                shelf,
                self.region_lines_for(ids.map(|region| &region.id), plan),
            )
        };
        let shelves = PlaceShelf::ALL.into_iter().map(on);
        shelves.filter(|(_, lines)| !lines.is_empty()).collect()
    }
}
