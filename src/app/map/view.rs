//! What the map shows of the desk: decided in [`Outlook`], asked here.

use leptos::prelude::{GetUntracked, ReadUntracked};

use super::super::desk::Desk;
use crate::atlas::{Atlas, Bounds};
use crate::dossier::RegionId;
use crate::outlook::{Outlook, Shown, Viewing};
use crate::reading::Shade;
use crate::route::{Route, Subject};
use crate::scene::{Camera, View};

/// What the map shows, in the making, with the desk that it is made from.
pub struct Looking {
    desk: Desk,
    viewing: Viewing,
}

impl Looking {
    /// Nothing is known yet of what is seen from `camera`, with no label under `blocked` (px of the window).
    pub fn begin(desk: Desk, shown: Shown, camera: Camera, blocked: Vec<Bounds>) -> Self {
        let viewing = {
            let (atlas, route) = (desk.atlas.get_untracked(), desk.route.read_untracked());
            Viewing::begin(&desk.outlook(&atlas, &route), shown, camera, blocked)
        };
        Self { desk, viewing }
    }

    /// Takes in a piece more. False when that was the last.
    pub fn step(&mut self) -> bool {
        let (atlas, route) = (
            self.desk.atlas.get_untracked(),
            self.desk.route.read_untracked(),
        );
        self.viewing.step(&self.desk.outlook(&atlas, &route))
    }

    /// What is shown, and of the shades of a party's lens those that are on the map.
    pub fn done(self) -> (View, Vec<Shade>) {
        self.viewing.done()
    }
}

impl Desk {
    fn outlook<'a>(&'a self, atlas: &'a Atlas, route: &'a Route) -> Outlook<'a> {
        Outlook {
            reader: self.reader(),
            atlas,
            words: self.words,
            route,
        }
    }

    /// What the map shows, seen from `camera`, with nothing in the way of its labels.
    pub fn map_view(&self, shown: &Shown, camera: Camera) -> View {
        let (atlas, route) = (self.atlas.get_untracked(), self.route.read_untracked());
        self.outlook(&atlas, &route)
            .map_view(shown, camera, Vec::new())
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
