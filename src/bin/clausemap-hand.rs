//! The hand that moves the map of the page made beforehand: everything it does is in the library.
fn main() {
    #[cfg(target_arch = "wasm32")]
    clausemap::hand::take_hold();
}
