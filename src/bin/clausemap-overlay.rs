//! The worker that reads and draws large layers: everything it does is in the library.
fn main() {
    #[cfg(target_arch = "wasm32")]
    clausemap::app::overlay::worker::serve();
}
