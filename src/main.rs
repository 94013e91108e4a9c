//! The page's entry: everything it does is in the library.
fn main() {
    #[cfg(target_arch = "wasm32")]
    clausemap::app::start();
}
