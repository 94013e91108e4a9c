//! What a screenshot shows at given points.

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::devtools::DevTools;

/// The colours of the classes, as the contract has them.
const COLOURS: [[u8; 3]; 5] = [
    [0x1b, 0x4f, 0x72],
    [0x2e, 0x86, 0xc1],
    [0x48, 0xc9, 0xb0],
    [0xf4, 0xd0, 0x3f],
    [0xca, 0x6f, 0x1e],
];

/// How far each part of a colour may be off: renderers round differently.
const NEARLY: u8 = 8;

/// Pixels.
pub struct Picture {
    width: usize,
    height: usize,
    channels: usize,
    bytes: Vec<u8>,
}

impl Picture {
    /// Takes a screenshot.
    ///
    /// # Errors
    /// The browser gives none.
    pub async fn of(page: &DevTools) -> Result<Self> {
        let shot = page
            .call("Page.captureScreenshot", json!({ "format": "png" }))
            .await?;
        let data = shot
            .get("data")
            .and_then(Value::as_str)
            .context("a screenshot")?;
        Self::read(&BASE64_STANDARD.decode(data)?)
    }

    fn read(png: &[u8]) -> Result<Self> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
        let size = reader.output_buffer_size().context("a picture of a size")?;
        let mut bytes = vec![0; size];
        let info = reader.next_frame(&mut bytes)?;
        Ok(Self {
            width: info.width as usize,
            height: info.height as usize,
            channels: info.color_type.samples(),
            bytes,
        })
    }

    fn colour(&self, x: f64, y: f64) -> Option<[u8; 3]> {
        let (x, y) = (x.floor(), y.floor());
        if x < 0.0 || y < 0.0 || x as usize >= self.width || y as usize >= self.height {
            return None;
        }
        let at = (y as usize * self.width + x as usize) * self.channels;
        self.bytes.get(at..)?.first_chunk::<3>().copied()
    }

    /// The share of points (x, y, class) with the colour of their class, of those in the window;
    /// `None` when none is.
    pub fn right(&self, points: &[(f64, f64, u8)]) -> Option<f64> {
        let seen: Vec<bool> = points
            .iter()
            .filter_map(|(x, y, class)| {
                let wanted = COLOURS.get(usize::from(*class))?;
                let seen = self.colour(*x, *y)?;
                Some(
                    seen.iter()
                        .zip(wanted)
                        .all(|(a, b)| a.abs_diff(*b) <= NEARLY),
                )
            })
            .collect();
        let right = seen.iter().filter(|right| **right).count();
        (!seen.is_empty()).then(|| right as f64 / seen.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of one colour.
    fn plain(colour: [u8; 3]) -> Picture {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, 4, 4);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&colour.repeat(16)).unwrap();
        writer.finish().unwrap();
        Picture::read(&png).unwrap()
    }

    #[test]
    fn an_empty_sea_is_right_nowhere() {
        let points: Vec<(f64, f64, u8)> = (0..5).map(|class| (1.0, 2.0, class)).collect();
        assert_eq!(plain([0xdd, 0xe6, 0xee]).right(&points), Some(0.0));
    }

    #[test]
    fn a_point_is_right_in_its_own_colour_only() {
        let yellow = plain(COLOURS[3]);
        assert_eq!(yellow.right(&[(0.0, 0.0, 3), (3.9, 3.9, 3)]), Some(1.0));
        assert_eq!(yellow.right(&[(0.0, 0.0, 3), (0.0, 0.0, 2)]), Some(0.5));
    }

    #[test]
    fn points_outside_say_nothing() {
        let yellow = plain(COLOURS[3]);
        assert_eq!(
            yellow.right(&[(-1.0, 0.0, 3), (4.0, 0.0, 3), (0.0, 9.0, 3)]),
            None
        );
    }
}
