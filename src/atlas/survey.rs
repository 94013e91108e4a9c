//! Makes an atlas from files, step by step: outlines of a megabyte must not hold up a hand.

use std::collections::VecDeque;

use super::detail::Weighing;
use super::read::{Reader, Sheet};
use super::seams::Seaming;
use super::{Atlas, Projection};
use crate::dossier::{Fault, Files, Layer};

/// How many nodes are weighed in one step.
const NODES: usize = 500;

/// An atlas that is being made. Each step is short: a layer is opened, one feature is read, some
/// nodes are weighed.
pub struct Survey<'a> {
    reader: Reader<'a>,
    layers: VecDeque<(Layer, usize)>,
    atlas: Atlas,
    next: Part<'a>,
}

/// What is done in one step, in the order of the steps.
enum Part<'a> {
    Open,
    Read(Sheet<'a>),
    /// The feature of this place.
    Measure(usize),
    /// The shape of this place is linked.
    Link(usize, Weighing),
    /// The shape of this place is tied.
    Tie(usize, Weighing),
    /// The nodes from this one on are entered.
    Queue(usize, Weighing),
    Weigh(Weighing),
    Place,
    /// The shape of this place is sorted.
    Sort(usize, Seaming),
    Join(Seaming),
    Done,
}

impl<'a> Survey<'a> {
    /// Nothing is read yet. See [`Atlas::read`].
    pub fn begin(files: &'a Files, layers: &[(Layer, usize)], projection: Projection) -> Self {
        Self {
            reader: Reader::new(files, projection),
            layers: layers.iter().cloned().collect(),
            atlas: Atlas {
                projection,
                ..Atlas::default()
            },
            next: Part::Open,
        }
    }

    /// Does a little more. False when the atlas is complete.
    pub fn step(&mut self) -> bool {
        self.next = match std::mem::replace(&mut self.next, Part::Done) {
            Part::Open => self.open(),
            Part::Read(mut sheet) => {
                if self.reader.feature_of(&mut sheet) {
                    Part::Read(sheet)
                } else {
                    Part::Open
                }
            }
            Part::Measure(at) => self.measure(at),
            Part::Link(at, mut weighing) => match self.atlas.features.get(at) {
                Some(feature) => {
                    weighing.link(&feature.shape);
                    Part::Link(at + 1, weighing)
                }
                None => Part::Tie(0, weighing),
            },
            Part::Tie(at, mut weighing) => match self.atlas.features.get(at) {
                Some(feature) => {
                    weighing.tie(&feature.shape);
                    Part::Tie(at + 1, weighing)
                }
                None => Part::Queue(0, weighing),
            },
            Part::Queue(at, mut weighing) => {
                weighing.enter_some(&self.atlas.nodes, at..at + NODES);
                if at + NODES < self.atlas.nodes.len() {
                    Part::Queue(at + NODES, weighing)
                } else {
                    Part::Weigh(weighing)
                }
            }
            Part::Weigh(mut weighing) => {
                if weighing.weigh_some(&self.atlas.nodes, NODES) {
                    Part::Weigh(weighing)
                } else {
                    self.atlas.nodes.weight = weighing.weights();
                    Part::Place
                }
            }
            Part::Place => {
                self.atlas.place_features();
                Part::Sort(0, Seaming::default())
            }
            Part::Sort(at, mut seaming) => match self.atlas.features.get(at) {
                Some(feature) => {
                    if feature.parts_ground() {
                        let home = self.atlas.home == Some(at);
                        seaming.add(feature.role, home, &feature.shape);
                    }
                    Part::Sort(at + 1, seaming)
                }
                None => Part::Join(seaming),
            },
            Part::Join(mut seaming) => {
                if seaming.join(&self.atlas.nodes, &self.atlas.extent) {
                    Part::Join(seaming)
                } else {
                    self.atlas.seams = seaming.seams;
                    Part::Done
                }
            }
            Part::Done => return false,
        };
        true
    }

    /// The atlas, of which nothing is left to be made, and what was wrong with the files.
    pub fn finish(mut self) -> (Atlas, Vec<Fault>) {
        while self.step() {}
        (self.atlas, self.reader.faults)
    }

    /// What the next step does, for whoever looks for the slow one.
    #[cfg(test)]
    pub(super) fn part(&self) -> &'static str {
        match &self.next {
            Part::Open => "open",
            Part::Read(_) => "read",
            Part::Measure(_) => "measure",
            Part::Link(..) => "link",
            Part::Tie(..) => "tie",
            Part::Queue(..) => "queue",
            Part::Weigh(_) => "weigh",
            Part::Place => "place",
            Part::Sort(..) => "sort",
            Part::Join(_) => "join",
            Part::Done => "done",
        }
    }

    fn open(&mut self) -> Part<'a> {
        let Some((layer, file)) = self.layers.pop_front() else {
            let (reader, atlas) = (&mut self.reader, &mut self.atlas);
            atlas.nodes = std::mem::take(&mut reader.nodes);
            atlas.refused = std::mem::take(&mut reader.refused);
            let features = std::mem::take(&mut reader.features);
            let refs = features.iter().map(|feature| feature.at.clone());
            atlas.by_ref = refs.zip(0..).collect();
            atlas.features = features;
            return Part::Measure(0);
        };
        match self.reader.open(layer, file) {
            Some(sheet) => Part::Read(sheet),
            None => Part::Open,
        }
    }

    fn measure(&mut self, at: usize) -> Part<'a> {
        let nodes = &self.atlas.nodes;
        match self.atlas.features.get_mut(at) {
            Some(feature) => {
                feature.measure(nodes);
                Part::Measure(at + 1)
            }
            None => Part::Link(0, Weighing::of(nodes)),
        }
    }
}
