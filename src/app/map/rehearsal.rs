//! What a hand will call, called once while no hand waits.
//!
//! A browser compiles a function of the program when it is called for the first time, and the first turn of
//! the wheel would wait for all that it leads to: on a slow phone for two or three frames.

use std::hint::black_box;

use leptos::prelude::*;

use super::super::slices::{Slices, now_ms};
use super::stage::Stage;
use super::table::Table;
use crate::scene::{Nudge, estimate};

impl Table {
    /// Moves the map by nothing, and draws a picture on the way that nobody sees.
    pub fn rehearse(&self) {
        if self.is_gone() {
            return;
        }
        self.stage.rehearse();
        let Some(mut drawing) = self.rehearsal() else {
            return;
        };
        let atlas = self.desk.atlas.get_untracked();
        self.keep_rehearsal(Slices::run(move || {
            black_box(&mut drawing).step(&atlas, &estimate)
        }));
    }
}

impl Stage {
    /// Moves a copy of what moves the map by nothing, and lets whoever follows the camera look again.
    fn rehearse(self) {
        let Some(camera) = self.camera.get_untracked() else {
            return;
        };
        self.with_motion(|motion, calm| {
            let (mut motion, now) = (motion.clone(), now_ms());
            motion.nudge(&Nudge::pan(0.0, 0.0), now);
            motion.step(now, calm);
            motion.hold();
            motion.release(now, calm);
            black_box((motion.wanted(&camera, now), motion));
        });
        self.camera.notify();
    }
}
