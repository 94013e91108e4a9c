//! A drawing as a picture of pixels. Its letters are those that ship with the sources (`fonts/`): what comes
//! out does not depend on what a machine has.

use std::sync::Arc;

use png::{BitDepth, ColorType, Compression};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{self, Options, Tree};
use thiserror::Error;

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum Undrawn {
    /// The drawing could not be read.
    #[error("the drawing cannot be read: {0}")]
    Drawing(#[from] usvg::Error),
    /// It has no size, or too large a one.
    #[error("there is no picture of {0} by {1} px")]
    Size(u32, u32),
    /// It could not be packed.
    #[error("the picture cannot be packed: {0}")]
    Packing(#[from] png::EncodingError),
}

/// The typefaces: one that is as wide as those which the drawing's letters were measured for, and one for titles
/// and waters.
const FACES: [&[u8]; 4] = [
    include_bytes!("fonts/Arimo-Regular.ttf"),
    include_bytes!("fonts/Arimo-Bold.ttf"),
    include_bytes!("fonts/NotoSerif-Bold.ttf"),
    include_bytes!("fonts/NotoSerif-Italic.ttf"),
];

/// The letters of all pictures, to be read once.
pub fn letters() -> Arc<Database> {
    let mut letters = Database::new();
    for face in FACES {
        letters.load_font_data(face.to_vec());
    }
    letters.set_sans_serif_family("Arimo");
    letters.set_serif_family("Noto Serif");
    Arc::new(letters)
}

/// A drawing (SVG) as a PNG, `times` as large as it says it is, on white.
///
/// # Errors
/// When it is no drawing, or one that no picture can be made of.
pub fn pixels(drawing: &str, times: f32, letters: &Arc<Database>) -> Result<Vec<u8>, Undrawn> {
    let options = Options {
        font_family: "Arimo".to_owned(),
        fontdb: letters.clone(),
        ..Options::default()
    };
    let tree = Tree::from_str(drawing, &options)?;
    let side = |length: f32| (length * times).round() as u32;
    let (wide, high) = (side(tree.size().width()), side(tree.size().height()));
    let mut canvas = Pixmap::new(wide, high).ok_or(Undrawn::Size(wide, high))?;
    canvas.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(times, times),
        &mut canvas.as_mut(),
    );
    pack(&canvas)
}

/// Nothing shines through: three parts of a colour are enough.
fn pack(canvas: &Pixmap) -> Result<Vec<u8>, Undrawn> {
    let colours = canvas.pixels().iter();
    let colours: Vec<u8> = colours
        .flat_map(|one| [one.red(), one.green(), one.blue()])
        .collect();
    let mut packed = Vec::new();
    let mut encoder = png::Encoder::new(&mut packed, canvas.width(), canvas.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.write_header()?.write_image_data(&colours)?;
    Ok(packed)
}
