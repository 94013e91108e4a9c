//! Signs on buttons and beside words: an outline each, in a box of 16 by 16.

use super::Node;

/// A sign on a button.
#[derive(Clone, Copy)]
pub enum Sign {
    /// The product's own.
    Product,
    /// Zoom in.
    Plus,
    /// Zoom out.
    Minus,
    /// The whole country.
    Whole,
    /// Move the map.
    Move,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
    /// The whole screen.
    Full,
    /// A list.
    List,
    /// Close.
    Cross,
    /// Light and dark.
    Theme,
    /// An arrow head to the left; turned by style for others.
    Back,
    /// An arrow head to the right.
    Onward,
    /// A link that leaves the page.
    Away,
    /// A calendar.
    Calendar,
    /// What there is besides.
    Menu,
    /// Search.
    Search,
    /// Something that goes out.
    Share,
    /// A chain.
    Link,
    /// A printer.
    Print,
    /// Two things change places.
    Swap,
}

impl Sign {
    /// Its class in the style sheet: of some one half is filled.
    pub fn class(self) -> &'static str {
        match self {
            Self::Theme => "icon half",
            _ => "icon",
        }
    }

    /// Its outline, as path data.
    pub fn outline(self) -> &'static str {
        match self {
            Self::Product => {
                "M1.5 3.6L6 1.8l4.2 1.8 4.3-1.8v11L10.2 14.6 6 12.8l-4.5 1.8zM6 1.8v11M8.5 7.5h4M8.5 10h2.5"
            }
            Self::Plus => "M8 3v10M3 8h10",
            Self::Minus => "M3 8h10",
            Self::Move => "M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6L2 8l2 2M12 6l2 2-2 2",
            Self::Up => "M3.5 10L8 5.5l4.5 4.5",
            Self::Down => "M3.5 6L8 10.5 12.5 6",
            Self::Full => "M9.5 2.5h4v4M13.5 2.5L9 7M6.5 13.5h-4v-4M2.5 13.5L7 9",
            Self::Whole => "M6 2.5H2.5V6M10 2.5h3.5V6M6 13.5H2.5V10M10 13.5h3.5V10",
            Self::List => "M5.5 4h8M5.5 8h8M5.5 12h8M2.4 4h.2M2.4 8h.2M2.4 12h.2",
            Self::Cross => "M4 4l8 8M12 4l-8 8",
            Self::Theme => "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11z",
            Self::Back => "M10 3.5L5.5 8l4.5 4.5",
            Self::Onward => "M6 3.5L10.5 8 6 12.5",
            Self::Away => "M6 3.5H3.5v9h9V10M9 3h4v4M13 3L7.5 8.5",
            Self::Search => "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.2 3.2",
            Self::Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
            Self::Share => "M8 10V2.2M5 4.8l3-3 3 3M5 7.2H3v6.6h10V7.2h-2",
            Self::Link => {
                "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l1-1"
            }
            Self::Print => "M4.5 6V2.3h7V6M4.5 11.5H2.3V6h11.4v5.5h-2.2M4.5 9.5h7v4.2h-7z",
            Self::Swap => "M5 13V3M2.5 5.5L5 3l2.5 2.5M11 3v10M8.5 10.5L11 13l2.5-2.5",
            Self::Calendar => "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.3V5M10.5 2.3V5",
        }
    }
}

/// A sign as a picture. Whoever uses it says the word beside it.
pub fn sign(sign: Sign) -> Node {
    Node::new("svg")
        .attr("class", sign.class())
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(Node::new("path").attr("d", sign.outline()))
}
