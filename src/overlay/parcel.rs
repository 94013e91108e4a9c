//! A layer on its way from one thread to another: a few flat arrays, which can be handed over
//! without a copy.

use super::flat::{Form, Frame, Overlay, Piece, Said};
use super::hit::index;

/// What a layer is made of, without what is needed for drawing alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parcel {
    /// East and north of each position, on the grid.
    pub positions: Vec<[i32; 2]>,
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
            runs: self.runs.clone(),
            pieces: self.pieces.iter().map(piece).collect(),
            said: self.said.iter().map(said).collect(),
            words: self.words.clone(),
        }
    }

    /// A layer that can be asked, but not drawn.
    pub fn unpack(parcel: Parcel) -> Self {
        let piece = |[form, feature, runs_end, left, low, right, high]: [i32; 7]| Piece {
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
        };
        let said = |[id_end, name_end, class]: [u32; 3]| Said {
            id_end,
            name_end,
            class: u8::try_from(class).unwrap_or_default(),
        };
        let mut overlay = Self {
            positions: parcel.positions,
            runs: parcel.runs,
            pieces: parcel.pieces.into_iter().map(piece).collect(),
            said: parcel.said.into_iter().map(said).collect(),
            words: parcel.words,
            ..Self::default()
        };
        overlay.index = index(&overlay);
        overlay
    }
}
