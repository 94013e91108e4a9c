//! A layer on its way from one thread to another: a few flat arrays, which can be handed over
//! without a copy.

use super::flat::{Form, Frame, Overlay, Piece, Said};
use super::hit::index;

/// What a layer is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parcel {
    /// East and north of each position, on the grid.
    pub positions: Vec<[i32; 2]>,
    /// For each position the level below which it is drawn; empty where nothing is to be drawn.
    pub levels: Vec<u8>,
    /// Where each run ends.
    pub runs: Vec<u32>,
    /// Form, feature, end of its runs, and box of each piece.
    pub pieces: Vec<[i32; 7]>,
    /// Where the id and the name of each feature end in `words`, and its class.
    pub said: Vec<[u32; 3]>,
    /// All ids and names.
    pub words: String,
}

impl Overlay {
    /// All but what drawing alone needs.
    pub fn parcel(&self) -> Parcel {
        let piece = |piece: &Piece| {
            let form = match piece.form {
                Form::Point => 0,
                Form::Line => 1,
                Form::Area => 2,
            };
            let Frame { min, max } = piece.frame;
            let (feature, runs_end) = (piece.feature.cast_signed(), piece.runs_end.cast_signed());
            [form, feature, runs_end, min[0], min[1], max[0], max[1]]
        };
        let said = |said: &Said| [said.id_end, said.name_end, u32::from(said.class)];
        Parcel {
            positions: self.positions.clone(),
            levels: Vec::new(),
            runs: self.runs.clone(),
            pieces: self.pieces.iter().map(piece).collect(),
            said: self.said.iter().map(said).collect(),
            words: self.words.clone(),
        }
    }

    /// All of it, so that another can go on with it.
    pub fn into_parcel(mut self) -> Parcel {
        let (positions, levels) = (
            std::mem::take(&mut self.positions),
            std::mem::take(&mut self.levels),
        );
        Parcel {
            positions,
            levels,
            ..self.parcel()
        }
    }

    /// A layer that can be asked, and drawn if the parcel has its levels.
    pub fn unpack(parcel: Parcel) -> Self {
        let mut overlay = Self {
            positions: parcel.positions,
            levels: parcel.levels,
            runs: parcel.runs,
            pieces: parcel.pieces.into_iter().map(piece).collect(),
            said: parcel.said.into_iter().map(said).collect(),
            words: parcel.words,
            ..Self::default()
        };
        overlay.index = index(&overlay);
        overlay
    }

    /// Adds the features of another layer after those that are there. A feature without an id is called by
    /// its number, counted on from `before`.
    pub(super) fn append(&mut self, parcel: &Parcel, before: usize) {
        let positions = self.positions.len() as u32;
        let (runs, features) = (self.runs.len() as u32, self.said.len() as u32);
        self.positions.extend_from_slice(&parcel.positions);
        self.levels.extend_from_slice(&parcel.levels);
        let ends = parcel.runs.iter();
        self.runs.extend(ends.map(|end| end + positions));
        let pieces = parcel.pieces.iter().copied().map(piece);
        self.pieces.extend(pieces.map(|piece| Piece {
            feature: piece.feature + features,
            runs_end: piece.runs_end + runs,
            ..piece
        }));
        let mut start = 0;
        for (number, feature) in parcel.said.iter().copied().map(said).enumerate() {
            let words = |from: u32, to: u32| parcel.words.get(from as usize..to as usize);
            let (id, name) = (
                words(start, feature.id_end).unwrap_or_default(),
                words(feature.id_end, feature.name_end).unwrap_or_default(),
            );
            start = feature.name_end;
            if id.is_empty() {
                self.words.push_str(&(before + number + 1).to_string());
            } else {
                self.words.push_str(id);
            }
            let id_end = self.words.len() as u32;
            self.words.push_str(name);
            self.said.push(Said {
                id_end,
                name_end: self.words.len() as u32,
                class: feature.class,
            });
        }
    }
}

fn piece([form, feature, runs_end, left, low, right, high]: [i32; 7]) -> Piece {
    Piece {
        form: match form {
            0 => Form::Point,
            1 => Form::Line,
            _ => Form::Area,
        },
        feature: feature.cast_unsigned(),
        runs_end: runs_end.cast_unsigned(),
        frame: Frame {
            min: [left, low],
            max: [right, high],
        },
    }
}

fn said([id_end, name_end, class]: [u32; 3]) -> Said {
    Said {
        id_end,
        name_end,
        class: u8::try_from(class).unwrap_or_default(),
    }
}
