//! What the map shows of the desk: decided in [`Outlook`], asked here.

use leptos::prelude::{GetUntracked, ReadUntracked};

use super::super::desk::Desk;
use crate::atlas::{Atlas, Bounds};
use crate::dossier::RegionId;
use crate::outlook::{Outlook, Shown};
use crate::route::{Route, Subject};
use crate::scene::{Camera, View};

impl Desk {
    fn outlook<'a>(&'a self, atlas: &'a Atlas, route: &'a Route) -> Outlook<'a> {
        Outlook {
            reader: self.reader(),
            atlas,
            words: self.words,
            route,
        }
    }

    /// What the map shows, seen from `camera`, with no label under `blocked` (px of the window).
    pub fn map_view(&self, shown: &Shown, camera: Camera, blocked: Vec<Bounds>) -> View {
        let (atlas, route) = (self.atlas.get_untracked(), self.route.read_untracked());
        self.outlook(&atlas, &route)
            .map_view(shown, camera, blocked)
    }

    /// The regions that the arrow keys go through: those that have an element of their own.
    pub fn stops(&self) -> Vec<RegionId> {
        let (atlas, route) = (self.atlas.get_untracked(), self.route.read_untracked());
        self.outlook(&atlas, &route).stops()
    }

    /// The camera of the first page: the whole ground of the dossier.
    pub fn home_camera(&self, width: f64, height: f64) -> Camera {
        let (atlas, route) = (self.atlas.get_untracked(), self.route.read_untracked());
        self.outlook(&atlas, &route).home_camera(width, height)
    }

    /// Where the camera goes for a subject; `None` when it may stay where it is.
    pub fn camera_for(&self, subject: &Subject, now: &Camera) -> Option<Camera> {
        let (atlas, route) = (self.atlas.get_untracked(), self.route.read_untracked());
        self.outlook(&atlas, &route).camera_for(subject, now)
    }
}
