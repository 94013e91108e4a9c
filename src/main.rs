//! The page's entry: everything it does is in the library.
fn main() {
    #[cfg(any())]
    clausemap::app::start();
}
