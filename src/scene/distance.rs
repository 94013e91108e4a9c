//! From how far away things are shown, in kilometres to the px.

/// Above so many km to the px the window holds more than a country.
pub(super) const CONTINENT: f64 = 2.2;
/// Up to so many, towns that are regions are shown.
pub(super) const COUNTRY: f64 = 1.5;
/// Up to so many, towns of the second rank and single sites are shown.
pub(super) const SEVERAL: f64 = 1.1;
/// Up to so many, everything is named and rivers are rounded.
pub(super) const CLOSE: f64 = 0.5;
