//! Draws a scene.

/// Lets an element with `attrs` be given attributes, one after the other.
macro_rules! attributed {
    ($element:ty) => {
        impl $element {
            /// With an attribute more.
            #[must_use]
            pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
                self.attrs.push((name, value.into()));
                self
            }

            /// With an attribute more if there is a value.
            #[must_use]
            pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
                match value {
                    Some(value) => self.attr(name, value),
                    None => self,
                }
            }
        }
    };
}

pub mod canvas;
pub mod html;
pub mod svg;

pub use svg::Node;
