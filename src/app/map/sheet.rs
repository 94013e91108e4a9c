//! The map as a sheet: the same scene as on the stage, drawn anew for a page of its own.

use leptos::prelude::{GetUntracked, ReadUntracked};

use super::super::address;
use super::super::desk::Desk;
use crate::atlas::Atlas;
use crate::outlook::Shown;
use crate::paint::Node;
use crate::paint::svg::{self, SHEET_MAP_HEIGHT, SHEET_WIDTH, Sheet};
use crate::route::Subject;
use crate::scene::{Camera, Padding, Scene, estimate};
use crate::takeaway::{self, Picture};

/// The camera that shows on a sheet what the stage shows.
pub fn sheet_camera(desk: &Desk) -> Camera {
    let (width, height) = (SHEET_WIDTH, SHEET_MAP_HEIGHT);
    let home = desk.home_camera(width, height);
    match desk.drawn.get_untracked() {
        // Whoever sees the whole country takes the whole country.
        Some(now) if now != desk.home_camera(now.width, now.height) => {
            Camera::fit(now.visible(), Padding::default(), width, height)
        }
        _ => home,
    }
}

/// The camera of a printed page. What has no place of its own is printed with all of the ground, and not with what
/// the reader has looked at before.
pub fn paper_camera(desk: &Desk) -> Camera {
    match desk.shown(&desk.route.read_untracked()) {
        Subject::Source(_) | Subject::Party(_) | Subject::Claim(_) | Subject::Unknown(_) => {
            desk.home_camera(SHEET_WIDTH, SHEET_MAP_HEIGHT)
        }
        Subject::Overview | Subject::Region(_) | Subject::Clause(_) => sheet_camera(desk),
    }
}

/// The sheet with everything on it, `times` as large as it is.
pub fn sheet(desk: &Desk, camera: Camera, atlas: &Atlas, times: u32) -> Node {
    let (scene, sheet) = drawn(desk, camera, atlas);
    svg::sheet(&scene, &sheet, times)
}

/// The map and its key alone: a printed page says the rest itself.
pub fn printed(desk: &Desk, camera: Camera, atlas: &Atlas) -> Node {
    let (scene, sheet) = drawn(desk, camera, atlas);
    let bare = Sheet {
        title: String::new(),
        subtitle: String::new(),
        address: String::new(),
        ..sheet
    };
    svg::sheet(&scene, &bare, 1)
}

fn drawn(desk: &Desk, camera: Camera, atlas: &Atlas) -> (Scene, Sheet) {
    let route = desk.route.get_untracked();
    let (subject, plan) = (desk.shown(&route), desk.plan(&route));
    let topic = desk.lens_topic(&route);
    let shown = Shown {
        subject: subject.clone(),
        plan: plan.clone(),
        day: desk.loaded.dossier.manifest.as_of,
        lens: route.lens.clone(),
        topic: topic.clone(),
        focused: None,
        coarse: false,
    };
    let view = desk.map_view(&shown, camera);
    let scene = Scene::draw(atlas, &view, &estimate);
    let sheet = takeaway::sheet(&Picture {
        reader: desk.reader(),
        atlas,
        words: desk.words,
        route: &route,
        subject: &subject,
        plan: &plan,
        topic: topic.as_ref(),
        sentence: &desk.lens_sentence(&route),
        address: &address::whole(&takeaway::link(&route)),
    });
    (scene, sheet)
}
