//! Numbers as style sheets and drawings read them. The library's own way of writing them would be a third of the hand.

/// Adds a number, to four digits behind the point.
pub fn put(text: &mut String, number: f64) {
    let tenths = (number.abs() * 10_000.0 + 0.5) as u64;
    if number < 0.0 && tenths > 0 {
        text.push('-');
    }
    let mut unit = 10_000;
    while tenths / unit > 9 {
        unit *= 10;
    }
    while unit > 0 {
        if unit == 1_000 {
            text.push('.');
        }
        text.push(char::from(b'0' + (tenths / unit % 10) as u8));
        unit /= 10;
    }
}

/// Numbers with something before each, and something at the end.
pub fn written<const N: usize>(before: [&str; N], numbers: [f64; N], end: &str) -> String {
    let mut text = String::new();
    for (word, number) in before.iter().zip(numbers) {
        text.push_str(word);
        put(&mut text, number);
    }
    text.push_str(end);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_transform_is_written_as_css_has_it() {
        let text = written(["translate(", "px, ", "px) scale("], [-1.5, 0.0, 2.25], ")");
        assert_eq!(text, "translate(-1.5000px, 0.0000px) scale(2.2500)");
    }

    proptest! {
        #[test]
        fn a_number_is_read_back_as_it_was(number in -3e6..3e6_f64) {
            let mut text = String::new();
            put(&mut text, number);
            prop_assert!((text.parse::<f64>().unwrap() - number).abs() < 1e-4, "{text}");
        }
    }
}
