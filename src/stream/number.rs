//! Numbers: the digits that a position is written with.

/// Powers of ten that a float holds exactly.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The number that `text` begins with, and what comes after it; `None` if it begins with none.
///
/// The general way, for whatever the short one in [`short`] leaves: long digits, exponents.
fn general(text: &[u8]) -> Option<(f64, &[u8])> {
    let is_part = |c: &u8| matches!(c, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    let end = text.iter().position(|c| !is_part(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end)?;
    // JSON is stricter than Rust about what a number looks like.
    let digits = number.strip_prefix(b"-").unwrap_or(number);
    let begins_well = match digits {
        [b'0', next, ..] => !next.is_ascii_digit(),
        [first, ..] => first.is_ascii_digit(),
        [] => false,
    };
    let ends_well = number.last().is_some_and(u8::is_ascii_digit);
    let point = number.windows(2).any(|pair| {
        let [a, b] = pair else { return false };
        (*a == b'.' && !b.is_ascii_digit()) || (*b == b'.' && !a.is_ascii_digit())
    });
    if !begins_well || !ends_well || point {
        return None;
    }
    Some((value(number)?, rest))
}

/// What a number of well-formed JSON comes to: its first nineteen digits that count, times a power of ten.
/// The library's way rounds better, and brings tables of ten kilobytes.
fn value(number: &[u8]) -> Option<f64> {
    let at = number.iter().position(|c| matches!(c, b'e' | b'E'));
    let (digits, exponent) = number.split_at(at.unwrap_or(number.len()));
    let mut power: i32 = match exponent.split_first() {
        Some((_, exponent)) => {
            let (negative, exponent) = match exponent {
                [b'-', rest @ ..] => (true, rest),
                [b'+', rest @ ..] => (false, rest),
                _ => (false, exponent),
            };
            let far = exponent.iter().try_fold(0_i32, |far, c| {
                let digit = c.is_ascii_digit().then(|| i32::from(c - b'0'))?;
                Some(far.saturating_mul(10).saturating_add(digit).min(100_000))
            })?;
            if exponent.is_empty() {
                return None;
            }
            if negative { -far } else { far }
        }
        None => 0,
    };
    let (mut whole, mut after) = (0_u64, false);
    for c in digits {
        match c {
            b'.' => after = true,
            b'0'..=b'9' if whole < 1_000_000_000_000_000_000 => {
                whole = whole * 10 + u64::from(c - b'0');
                power = power.saturating_sub(i32::from(after));
            }
            // Digits that no longer count move the point.
            b'0'..=b'9' => power = power.saturating_add(i32::from(!after)),
            b'-' => {}
            _ => return None,
        }
    }
    let mut value = whole as f64;
    while power != 0 && value != 0.0 && value.is_finite() {
        let step = power.saturating_abs().min(22);
        let ten = TENS.get(usize::try_from(step).ok()?)?;
        if power < 0 {
            value /= ten;
            power += step;
        } else {
            value *= ten;
            power -= step;
        }
    }
    Some(if number.first() == Some(&b'-') {
        -value
    } else {
        value
    })
}

/// The number that `text` begins with, and what comes after it; `None` if it begins with none.
///
/// Up to nineteen digits without an exponent are read as one whole number over a power of ten. That
/// is the nearest float there is, or the one beside it: of a degree, less than a millionth of a millimetre.
pub(super) fn number(text: &[u8]) -> Option<(f64, &[u8])> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (whole, rest) = run_of_digits(0, digits);
    let before = digits.len() - rest.len();
    let (mut whole, mut rest, mut after) = (whole, rest, 0);
    if let [b'.', fraction @ ..] = rest {
        (whole, rest) = run_of_digits(whole, fraction);
        after = fraction.len() - rest.len();
        if after == 0 {
            return general(text);
        }
    }
    let padded = before > 1 && digits.first() == Some(&b'0');
    if before == 0 || padded || before + after > 19 || matches!(rest, [b'e' | b'E', ..]) {
        return general(text);
    }
    let value = whole as f64 / TENS.get(after)?;
    Some((if negative { -value } else { value }, rest))
}

/// Adds the digits that `text` begins with to a number, and gives what comes after them. Eight at a
/// time: most of a large file is digits.
fn run_of_digits(mut whole: u64, mut text: &[u8]) -> (u64, &[u8]) {
    while let Some((eight, rest)) = text.split_first_chunk::<8>() {
        let Some(value) = eight_digits(*eight) else {
            break;
        };
        whole = whole.wrapping_mul(100_000_000).wrapping_add(value);
        text = rest;
    }
    while let [c @ b'0'..=b'9', rest @ ..] = text {
        whole = whole.wrapping_mul(10).wrapping_add(u64::from(c - b'0'));
        text = rest;
    }
    (whole, text)
}

/// The number that eight bytes spell, if all of them are digits. Pairs are joined to pairs within one
/// word, as Johnny Lee and Daniel Lemire have shown.
fn eight_digits(bytes: [u8; 8]) -> Option<u64> {
    let word = u64::from_le_bytes(bytes);
    let high = 0xF0F0_F0F0_F0F0_F0F0;
    let digits = word & high == 0x3030_3030_3030_3030
        && word.wrapping_add(0x0606_0606_0606_0606) & high == 0x3030_3030_3030_3030;
    if !digits {
        return None;
    }
    let word = word - 0x3030_3030_3030_3030;
    let word = word.wrapping_mul(10).wrapping_add(word >> 8);
    let low = (word & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let above = ((word >> 16) & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    Some(low.wrapping_add(above) >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_json_calls_a_number_and_nothing_else() {
        for (text, value) in [
            ("0", 0.0),
            ("-0.5,", -0.5),
            ("12.345678]", 12.345_678),
            ("1e3", 1000.0),
            ("1.5E-2 ", 0.015),
            ("123456789012345678901", 123_456_789_012_345_680_000.0),
            ("34.58330000000000123", 34.5833),
            ("-0.00000000000000000000000123", -1.23e-24),
            ("0.1e-40", 1e-41),
            ("1E+30", 1e30),
            ("1e-400", 0.0),
            ("1e99999999999", f64::INFINITY),
        ] {
            let (found, _) = number(text.as_bytes()).unwrap();
            let same = found.total_cmp(&value).is_eq();
            assert!(
                same || (found - value).abs() <= value.abs() * 2.0 * f64::EPSILON,
                "{text}"
            );
        }
        for text in [
            "", "-", ".5", "5.", "01", "-01.5", "1e", "1.e5", "+1", "NaN", "[", "--1",
        ] {
            assert_eq!(number(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_library(value in -1e7..1e7_f64, digits in 0..18_usize) {
            let text = format!("{value:.digits$}");
            let (found, rest) = number(text.as_bytes()).unwrap();
            let exact: f64 = text.parse().unwrap();
            prop_assert!((found - exact).abs() <= exact.abs() * f64::EPSILON, "{text}: {found}");
            prop_assert!(rest.is_empty());
        }
    }
}
