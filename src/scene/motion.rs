//! How the camera moves: by a hand, on after it, on a flight, and back from beyond its limits.
//!
//! A plain state, given the time: whoever has a clock and frames calls [`Motion::step`] until
//! [`Motion::is_still`].

use super::flight::Flight;
use super::reach::{fills, is_crisp};
use super::trail::Trail;
use super::{Camera, Limits, Nudge};

/// How long a wheel or a key must have been still before the map counts as at rest, in ms: longer than
/// from notch to notch, or each of them would begin a picture that the next one throws away.
const REST_MS: f64 = 100.0;

/// In so many ms what goes on after a hand loses all but a third of its speed.
const FADE_MS: f64 = 160.0;

/// The same beyond the limits.
const FADE_BEYOND_MS: f64 = 30.0;

/// Slower than this, in px per ms, is still.
const SLOWEST: f64 = 0.04;

/// No hand throws faster, in px per ms.
const FASTEST: f64 = 3.0;

/// So many ms ahead of a moving camera a picture is drawn: about as long as drawing takes.
const AHEAD_MS: f64 = 120.0;

/// A camera with what moves it.
#[derive(Debug, Clone, PartialEq)]
pub struct Motion {
    limits: Limits,
    camera: Camera,
    course: Course,
    trail: Trail,
    /// The last change of size by hand: its point stays where it is when the map springs back.
    last: Nudge,
}

/// What moves the camera now. Times are in ms.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Course {
    Still,
    /// A hand holds it.
    Held,
    /// A wheel or a key has moved it and may do so again.
    Lingering {
        since: f64,
    },
    /// It goes on after a hand, so many px per ms to the right and down.
    Gliding {
        right: f64,
        down: f64,
        at: f64,
    },
    Flying {
        flight: Flight,
        since: f64,
    },
}

impl Motion {
    /// A camera at rest.
    pub fn new(limits: Limits, camera: Camera) -> Self {
        Self {
            limits,
            camera,
            course: Course::Still,
            trail: Trail::default(),
            last: Nudge::pan(0.0, 0.0),
        }
    }

    /// Where the map is looked at from.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// Whether nothing moves, and nothing is about to.
    pub fn is_still(&self) -> bool {
        self.course == Course::Still
    }

    /// Whether it moves by itself, or is about to: then [`Motion::step`] has something to do.
    pub fn goes_on(&self) -> bool {
        !matches!(self.course, Course::Still | Course::Held)
    }

    /// Looks from somewhere else at once.
    pub fn cut(&mut self, to: Camera) {
        self.camera = to;
        self.course = Course::Still;
        self.trail.clear();
    }

    /// A hand takes hold of the map, and stops whatever moves it.
    pub fn hold(&mut self) {
        self.course = Course::Held;
        self.trail.clear();
    }

    /// Moves the camera by hand, wheel or key.
    pub fn nudge(&mut self, nudge: &Nudge, now: f64) {
        if !matches!(self.course, Course::Held | Course::Lingering { .. }) {
            self.trail.clear();
        }
        self.camera = self.limits.nudged(&self.camera, nudge);
        self.trail.add(now, *nudge);
        self.last = *nudge;
        if self.course != Course::Held {
            self.course = Course::Lingering { since: now };
        }
    }

    /// The hand lets go. The map goes on as fast as it was moved, unless the reader is to have
    /// `calm`.
    pub fn release(&mut self, now: f64, calm: bool) {
        if self.course != Course::Held {
            return;
        }
        let speed = self.trail.speed(now);
        let slower = (FASTEST / speed.pan()).min(1.0);
        if calm || speed.pan() < SLOWEST || !self.limits.hold(&self.camera) {
            self.come_back(now, calm);
        } else {
            self.course = Course::Gliding {
                right: speed.right * slower,
                down: speed.down * slower,
                at: now,
            };
        }
    }

    /// Takes the camera to a goal within the limits; at once for who is to have `calm`.
    pub fn fly(&mut self, goal: &Camera, now: f64, calm: bool) {
        let goal = self.limits.keep(goal);
        if calm || goal == self.camera {
            self.cut(goal);
            return;
        }
        self.trail.clear();
        self.course = Course::Flying {
            flight: Flight::new(self.camera, goal),
            since: now,
        };
    }

    /// Where the camera will come to rest if nobody touches it; `None` while somebody does.
    pub fn goal(&self) -> Option<Camera> {
        match self.course {
            Course::Still => Some(self.camera),
            Course::Flying { flight, .. } => Some(flight.goal()),
            Course::Gliding { right, down, .. } => {
                let end = self.camera.panned(right * FADE_MS, down * FADE_MS);
                Some(self.limits.keep(&end))
            }
            Course::Held | Course::Lingering { .. } => None,
        }
    }

    /// Moves the camera on to `now`.
    pub fn step(&mut self, now: f64, calm: bool) {
        match self.course {
            Course::Still | Course::Held => {}
            Course::Lingering { since } if now - since < REST_MS => {}
            Course::Lingering { .. } => self.come_back(now, calm),
            Course::Gliding { right, down, at } => self.glide((right, down), at, now, calm),
            Course::Flying { flight, since } => {
                let t = (now - since) / flight.duration();
                self.camera = flight.at(t);
                if t >= 1.0 {
                    self.course = Course::Still;
                }
            }
        }
    }

    fn glide(&mut self, (right, down): (f64, f64), at: f64, now: f64, calm: bool) {
        let within = self.limits.hold(&self.camera);
        let fade = if within { FADE_MS } else { FADE_BEYOND_MS };
        let left = (-(now - at).max(0.0) / fade).exp();
        let gone = fade * (1.0 - left);
        let nudge = Nudge::pan(right * gone, down * gone);
        self.camera = self.limits.nudged(&self.camera, &nudge);
        let (right, down) = (right * left, down * left);
        if right.hypot(down) < SLOWEST {
            self.come_back(now, calm);
        } else {
            self.course = Course::Gliding {
                right,
                down,
                at: now,
            };
        }
    }

    /// Rests where it is, or goes back to where it may.
    fn come_back(&mut self, now: f64, calm: bool) {
        if self.limits.hold(&self.camera) {
            self.course = Course::Still;
            return;
        }
        let (least, most) = self.limits.scales(&self.camera);
        let wanted = self.camera.scale.max(least).min(most);
        let back = self
            .camera
            .zoomed(wanted / self.camera.scale, self.last.about);
        self.fly(&back, now, calm);
    }

    /// The camera that a picture is to be drawn for, where the last one was asked for as `drawn`;
    /// `None` while that one will do.
    ///
    /// At rest that is the camera itself. On the way to a known goal it is the goal, as soon as a
    /// picture drawn for it would fill the window. Otherwise a picture is good until it is blurred
    /// or its margin is about to be used up; the next one is then drawn for where the camera is going.
    pub fn wanted(&self, drawn: &Camera, now: f64) -> Option<Camera> {
        let good = |drawn: &Camera, at: &Camera| fills(drawn, at) && is_crisp(drawn, at);
        if let Some(goal) = self.goal()
            && good(&goal, &self.camera)
        {
            return (goal != *drawn).then_some(goal);
        }
        let ahead = self.ahead(now);
        if good(drawn, &self.camera) && good(drawn, &ahead) {
            return None;
        }
        Some(if good(&ahead, &self.camera) {
            ahead
        } else {
            self.camera
        })
    }

    fn ahead(&self, now: f64) -> Camera {
        match self.course {
            Course::Flying { flight, since } => {
                flight.at((now - since + AHEAD_MS) / flight.duration())
            }
            Course::Gliding { right, down, .. } => {
                self.camera.panned(right * AHEAD_MS, down * AHEAD_MS)
            }
            _ => self.trail.ahead(&self.camera, now, AHEAD_MS),
        }
    }
}

#[cfg(test)]
mod tests;
