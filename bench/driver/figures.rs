//! What is made of many measured values.

/// The value below which a share `q` (0 to 1) of the values lie, between neighbours in proportion;
/// `None` when there is no value. What is not finite is left out.
pub fn quantile(values: &[f64], q: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let at = sorted.len().checked_sub(1)? as f64 * q.clamp(0.0, 1.0);
    let below = *sorted.get(at.floor() as usize)?;
    let above = *sorted.get(at.ceil() as usize)?;
    Some(below + (above - below) * at.fract())
}

/// The value in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The smallest value.
pub fn least(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    values
        .into_iter()
        .filter(|v| v.is_finite())
        .min_by(f64::total_cmp)
}

/// The largest value.
pub fn most(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    values
        .into_iter()
        .filter(|v| v.is_finite())
        .max_by(f64::total_cmp)
}

/// How many times `best` a value is; `None` where that says nothing.
pub fn ratio(value: Option<f64>, best: Option<f64>) -> Option<f64> {
    let (value, best) = value.zip(best)?;
    (best > 0.0).then(|| value / best)
}

/// From the times at which frames began to the time between each and the next.
pub fn gaps(times: &[f64]) -> Vec<f64> {
    let pairs = times.iter().zip(times.iter().skip(1));
    pairs.map(|(a, b)| b - a).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_lies_between_the_two_in_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[7.0]), Some(7.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn quantiles_reach_from_the_least_to_the_most() {
        let values: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        assert_eq!(quantile(&values, 0.0), Some(0.0));
        assert_eq!(quantile(&values, 0.95), Some(95.0));
        assert_eq!(quantile(&values, 1.0), Some(100.0));
        // Of two values, the 95th percentile is nearly the larger one.
        assert!((quantile(&[10.0, 20.0], 0.95).unwrap() - 19.5).abs() < 1e-9);
    }

    #[test]
    fn what_was_not_measured_does_not_count() {
        assert_eq!(median(&[f64::NAN, 1.0, f64::INFINITY, 3.0]), Some(2.0));
        assert_eq!(least([f64::NAN, 2.0, 1.0]), Some(1.0));
        assert_eq!(most([f64::NAN, 2.0, 1.0]), Some(2.0));
        assert_eq!(least([]), None);
    }

    #[test]
    fn a_ratio_needs_both_and_no_nought() {
        assert_eq!(ratio(Some(3.0), Some(2.0)), Some(1.5));
        assert_eq!(ratio(Some(3.0), Some(0.0)), None);
        assert_eq!(ratio(None, Some(2.0)), None);
        assert_eq!(ratio(Some(3.0), None), None);
    }

    #[test]
    fn gaps_are_one_fewer_than_frames() {
        assert_eq!(gaps(&[10.0, 26.0, 60.0]), [16.0, 34.0]);
        assert!(gaps(&[10.0]).is_empty());
    }
}
