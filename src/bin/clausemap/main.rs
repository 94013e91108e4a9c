//! The command for authors and for the build.
fn main() {}
