//! The light colours of `style/tokens.css`, and the typefaces.

pub const PAPER: &str = "#ffffff";
pub const INK: &str = "#16202a";
pub const INK_2: &str = "#45515c";
pub const INK_3: &str = "#616c76";
pub const LINE_2: &str = "#c9c5bb";
pub const LINE_3: &str = "#8a8f94";
pub const SEA: &str = "#dfe7ea";
pub const SEA_1: &str = "#d6e0e4";
pub const SEA_2: &str = "#cdd9de";
pub const SEA_3: &str = "#c2d0d7";
pub const COAST: &str = "#93a6b0";
pub const WATER: &str = "#b4c7d0";
pub const WATER_INK: &str = "#4f6b7a";
pub const NEIGHBOUR: &str = "#edebe5";
pub const NEIGHBOUR_LINE: &str = "#d3cfc5";
pub const NEIGHBOUR_INK: &str = "#64686c";
pub const LAND: &str = "#fdfcfa";
pub const BORDER: &str = "#5a646d";
pub const LABEL: &str = "#3f4a54";
pub const HALO: &str = "#fdfcfa";
pub const SELECT: &str = "#111820";
pub const GROUP: &str = "#3f4a54";

/// The typefaces that every system has one of.
pub const SANS: &str = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif";
pub const SERIF: &str = "Georgia, 'Liberation Serif', 'Noto Serif', serif";

/// The colour of a fill's class.
pub fn ground(class: &str) -> Option<&'static str> {
    Some(match class {
        "class-0" => "#fdfcfa",
        "class-1" => "#e2d8ea",
        "class-2" => "#c9b6d8",
        "class-3" => "#a285ba",
        "class-4" => "#75528f",
        "tint-supports" => "#cbe3e1",
        "tint-conditional" => "#f2e2b8",
        "tint-opposes" | "tint-contested" => "#f4d3c8",
        "tint-open" => "#d8e0ec",
        "tint-silent" => "#e8e7e3",
        "tint-mixed" => "#e4dbe0",
        _ => return None,
    })
}

/// The colour of a glyph.
pub fn glyph(slug: &str) -> Option<&'static str> {
    Some(match slug {
        "supports" => "#07575d",
        "conditional" => "#8a6000",
        "opposes" | "contested" => "#a63c1e",
        "open" => "#46586f",
        "silent" => "#666f78",
        "mixed" => "#5a4a55",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    /// Every colour here is one of the light ones that the page uses, under the name it has there.
    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let root = env!("CARGO_MANIFEST_DIR");
        let tokens = std::fs::read_to_string(format!("{root}/style/tokens.css")).unwrap();
        let light = tokens.split("@media").next().unwrap();
        let known: HashSet<&str> = light
            .split(';')
            .filter_map(|line| line.rsplit_once(": #"))
            .map(|(_, colour)| colour)
            .collect();
        let own = concat!(include_str!("../ink.rs"), include_str!("colours.rs"))
            .split("#[cfg(test)]")
            .next()
            .unwrap();
        let used: Vec<&str> = own
            .split("\"#")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(used.len() > 30);
        for colour in used {
            assert!(known.contains(colour), "#{colour} is no token");
        }
        for (name, slug) in [
            ("seq-2", "class-2"),
            ("seq-4", "class-4"),
            ("tint-open", "tint-open"),
        ] {
            let said = format!("--{name}: {};", super::ground(slug).unwrap());
            assert!(light.contains(&said), "{said}");
        }
        let said = format!("--opposes: {};", super::glyph("opposes").unwrap());
        assert!(light.contains(&said), "{said}");
    }
}
