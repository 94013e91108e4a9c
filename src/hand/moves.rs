//! What keys and buttons do. A button is named after its key.

/// A move of the map that somebody asks for by a key or a button.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// So much larger, about the middle.
    Zoom(f64),
    /// All of it.
    Whole,
    /// Shows what lies there: so many windows to the right and down.
    Look(f64, f64),
}

/// How much a press zooms, as in the program.
const STEP: f64 = 1.6;

/// How much of the window a press brings into view.
const STRIDE: f64 = 0.3;

impl Move {
    /// What a key asks for.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "+" | "=" => Self::Zoom(STEP),
            "-" | "_" => Self::Zoom(1.0 / STEP),
            "0" => Self::Whole,
            "ArrowUp" => Self::Look(0.0, -STRIDE),
            "ArrowDown" => Self::Look(0.0, STRIDE),
            "ArrowLeft" => Self::Look(-STRIDE, 0.0),
            "ArrowRight" => Self::Look(STRIDE, 0.0),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_what_is_written_on_its_button_and_others_are_left_alone() {
        assert_eq!(Move::of("="), Move::of("+"));
        assert!(matches!(Move::of("-"), Some(Move::Zoom(less)) if less < 1.0));
        assert!(matches!(Move::of("ArrowLeft"), Some(Move::Look(right, _)) if right < 0.0));
        for key in ["Tab", "Enter", "a", "Escape", ""] {
            assert_eq!(Move::of(key), None);
        }
    }
}
