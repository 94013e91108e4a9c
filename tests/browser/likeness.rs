//! How much two pictures of one page differ, as an eye would say.
//!
//! Machines draw the edges of letters differently. Both pictures are therefore made small and
//! a little blurred before they are compared, on the whole and tile by tile: a label that is gone or a
//! region of another colour is much to one tile, though little to the picture.

use std::path::Path;

/// A picture of few pixels, three bytes to each: red, green, blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Row by row from the upper left.
    pub pixels: Vec<[u8; 3]>,
}

/// How far two pictures are apart, in steps of 255.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// On the whole.
    pub mean: f64,
    /// In the tile that differs most.
    pub worst: f64,
    /// The upper left of that tile, in pixels.
    pub at: (usize, usize),
}

/// The side of a tile in pixels.
const TILE: usize = 8;

/// What another version of the browser may do to the whole picture.
const MEAN: f64 = 1.2;
/// And to one tile: letters set half a pixel farther.
const WORST: f64 = 9.0;

impl Apart {
    /// Whether an eye would call the two the same.
    pub fn is_little(&self) -> bool {
        self.mean <= MEAN && self.worst <= WORST
    }
}

impl Picture {
    /// Reads a PNG of 8 bits to a colour.
    pub fn read(bytes: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().unwrap();
        let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut buffer).unwrap();
        let step = info.color_type.samples();
        let colour = |pixel: &[u8]| match pixel {
            [r, g, b, ..] => [*r, *g, *b],
            _ => [pixel[0]; 3],
        };
        let bytes = &buffer[..info.buffer_size()];
        Self {
            width: info.width as usize,
            height: info.height as usize,
            pixels: bytes.chunks_exact(step).map(colour).collect(),
        }
    }

    /// Writes it as a PNG.
    pub fn write(&self, file: &Path) {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
        let mut encoder = png::Encoder::new(out, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(self.pixels.as_flattened()).unwrap();
    }

    /// The picture at `width` pixels, each the mean of those that it stands for, with the last bits of
    /// each colour left out, so that a kept file is small.
    pub fn small(&self, width: usize) -> Self {
        let height = (self.height * width / self.width).max(1);
        let span = |at: usize, from: usize, to: usize| {
            let start = at * from / to;
            start..((at + 1) * from / to).max(start + 1)
        };
        let pixel = |x: usize, y: usize| {
            let mut sum = [0_usize; 3];
            let (xs, ys) = (span(x, self.width, width), span(y, self.height, height));
            let count = xs.len() * ys.len();
            for row in ys {
                for column in xs.clone() {
                    let colour = self.pixels[row * self.width + column];
                    for (sum, one) in sum.iter_mut().zip(colour) {
                        *sum += usize::from(one);
                    }
                }
            }
            sum.map(|sum| ((sum / count) as u8 & 0xf8) | 0x04)
        };
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self {
            width,
            height,
            pixels: pixels.map(|(x, y)| pixel(x, y)).collect(),
        }
    }

    /// Each pixel as the mean of those around it.
    fn blurred(&self) -> Vec<[f64; 3]> {
        let mean = |x: usize, y: usize| {
            let mut sum = [0.0; 3];
            let mut count = 0.0;
            for row in y.saturating_sub(1)..(y + 2).min(self.height) {
                for column in x.saturating_sub(1)..(x + 2).min(self.width) {
                    count += 1.0;
                    let colour = self.pixels[row * self.width + column];
                    for (sum, one) in sum.iter_mut().zip(colour) {
                        *sum += f64::from(one);
                    }
                }
            }
            sum.map(|sum| sum / count)
        };
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        places.map(|(x, y)| mean(x, y)).collect()
    }

    /// The difference of each pixel, in steps of 255.
    fn differences(&self, other: &Self) -> Vec<f64> {
        let pairs = self.blurred().into_iter().zip(other.blurred());
        pairs
            .map(|(a, b)| {
                let each = a.iter().zip(b).map(|(a, b)| (a - b).abs());
                each.fold(0.0, f64::max)
            })
            .collect()
    }

    /// How far two pictures of one size are apart; pictures of two sizes are as far as can be.
    pub fn apart(&self, other: &Self) -> Apart {
        if (self.width, self.height) != (other.width, other.height) {
            return Apart {
                mean: 255.0,
                worst: 255.0,
                at: (0, 0),
            };
        }
        let all = self.differences(other);
        let mut apart = Apart {
            mean: all.iter().sum::<f64>() / all.len() as f64,
            worst: 0.0,
            at: (0, 0),
        };
        // Tiles overlap by half: a change is not to be cut in two by where it happens to lie.
        for top in (0..self.height).step_by(TILE / 2) {
            for left in (0..self.width).step_by(TILE / 2) {
                let rows = top..(top + TILE).min(self.height);
                let columns = left..(left + TILE).min(self.width);
                let count = rows.len() * columns.len();
                let places = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
                let sum: f64 = places.map(|(x, y)| all[y * self.width + x]).sum();
                // A sliver at the edge is no tile.
                if count >= TILE * TILE / 2 && sum / count as f64 > apart.worst {
                    apart.worst = sum / count as f64;
                    apart.at = (left, top);
                }
            }
        }
        apart
    }

    /// A picture of the differences, four times as strong as they are.
    pub fn difference(&self, other: &Self) -> Self {
        let grey = |one: f64| [(255.0 - one * 4.0).clamp(0.0, 255.0) as u8; 3];
        Self {
            pixels: self.differences(other).into_iter().map(grey).collect(),
            ..self.clone()
        }
    }
}

#[test]
fn a_picture_is_like_itself_and_unlike_one_with_a_change_in_one_place() {
    let plain = Picture {
        width: 64,
        height: 48,
        pixels: vec![[200, 190, 180]; 64 * 48],
    };
    assert!(plain.apart(&plain).is_little());
    let mut noisy = plain.clone();
    for pixel in noisy.pixels.iter_mut().step_by(17) {
        pixel[0] += 12;
    }
    assert!(plain.apart(&noisy).is_little(), "{:?}", plain.apart(&noisy));
    let mut changed = plain.clone();
    for y in 20..28 {
        for x in 30..40 {
            changed.pixels[y * 64 + x] = [170, 160, 150];
        }
    }
    let apart = plain.apart(&changed);
    assert!(!apart.is_little(), "{apart:?}");
    assert!((20..40).contains(&apart.at.0), "{apart:?}");
    let other = Picture {
        width: 32,
        height: 96,
        ..plain.clone()
    };
    assert!(!plain.apart(&other).is_little());
}

#[test]
fn what_is_written_reads_back() {
    let file = std::env::temp_dir().join(format!("clausemap-likeness-{}.png", std::process::id()));
    let picture = Picture {
        width: 3,
        height: 2,
        pixels: (0..6).map(|n| [n * 40, 255 - n, 7]).collect(),
    };
    picture.write(&file);
    let read = Picture::read(&std::fs::read(&file).unwrap());
    std::fs::remove_file(&file).unwrap();
    assert_eq!(read, picture);
}
