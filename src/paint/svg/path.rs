//! Numbers and outlines as text, from integers alone: a formatter for floats would cost the page
//! nine kilobytes.

use crate::scene::Path;

/// The outline as path data: each line begins at a place of its own and goes on by steps.
pub(super) fn data(path: &Path) -> String {
    let mut out = String::new();
    for line in &path.lines {
        let mut corners = line.corners.iter();
        let Some(first) = corners.next() else {
            continue;
        };
        out.push('M');
        pair(&mut out, first.0, first.1);
        let mut last = *first;
        let mut first_step = true;
        for corner in corners {
            if first_step {
                out.push('l');
            } else if corner.0 >= last.0 {
                out.push(' ');
            }
            pair(&mut out, corner.0 - last.0, corner.1 - last.1);
            first_step = false;
            last = *corner;
        }
        if line.closed {
            out.push('z');
        }
    }
    out
}

/// Two numbers, with a space only where the sign of the second does not part them.
fn pair(out: &mut String, x: i32, y: i32) {
    write(out, x);
    if y >= 0 {
        out.push(' ');
    }
    write(out, y);
}

/// A number that is given in tenths.
pub(super) fn tenths(value: i32) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

fn write(out: &mut String, value: i32) {
    if value < 0 {
        out.push('-');
    }
    let size = value.unsigned_abs();
    let (units, tenth) = (size / 10, size % 10);
    if units > 0 || tenth == 0 {
        digits(out, units);
    }
    if tenth > 0 {
        out.push('.');
        digits(out, tenth);
    }
}

fn digits(out: &mut String, value: u32) {
    if value > 9 {
        digits(out, value / 10);
    }
    out.extend(char::from_digit(value % 10, 10));
}

/// A size in whole px.
pub(super) fn whole(px: f64) -> String {
    let mut out = String::new();
    digits(&mut out, px.round().max(0.0) as u32);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Line;

    #[test]
    fn writes_tenths_without_a_float() {
        let all = [
            (0, "0"),
            (5, ".5"),
            (-5, "-.5"),
            (10, "1"),
            (-123, "-12.3"),
            (100_070, "10007"),
        ];
        for (value, text) in all {
            assert_eq!(tenths(value), text);
        }
        assert_eq!(whole(389.6), "390");
    }

    #[test]
    fn goes_by_steps_and_closes_rings() {
        let path = Path {
            lines: vec![
                Line {
                    corners: vec![(105, -20), (110, -15), (100, -15)],
                    closed: true,
                },
                Line {
                    corners: vec![(0, 0), (0, 10)],
                    closed: false,
                },
            ],
        };
        assert_eq!(data(&path), "M10.5-2l.5 .5-1 0zM0 0l0 1");
        assert_eq!(data(&Path::default()), "");
    }
}
