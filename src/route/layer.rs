//! The layers that an address asks for, and what it says of them.

use super::query::pairs_of;

/// How much of what an address says of a layer is looked at, in characters: each is a line on the page.
const LONGEST: usize = 200;

/// A layer that an address asks for.
///
/// `overlay=` begins one; `overlay-title=`, `overlay-date=` and `overlay-source=` behind it are of that one, and stand
/// in place of what its file says of itself: who lays it on a page may have a better title for their readers, or one
/// in their language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedLayer {
    /// Where its file lies, as it was written.
    pub address: String,
    /// Title, date and source; empty where the address says nothing.
    pub heading: [String; 3],
}

impl AskedLayer {
    /// All of a query, with or without its `?`, in their order. What is said of a layer before there is any is left
    /// out.
    pub fn all(query: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (name, value) in pairs_of(query) {
            if name == "overlay" {
                all.push(Self {
                    address: value,
                    ..Self::default()
                });
            } else if let Some(layer) = all.last_mut() {
                layer.hear(name, &value);
            }
        }
        all
    }

    fn hear(&mut self, name: &str, value: &str) {
        let [title, date, source] = &mut self.heading;
        let place = match name {
            "overlay-title" => title,
            "overlay-date" => date,
            "overlay-source" => source,
            _ => return,
        };
        *place = value.trim().chars().take(LONGEST).collect();
    }

    /// The pairs that say the same, for another address.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let names = ["overlay-title", "overlay-date", "overlay-source"];
        let said = names
            .into_iter()
            .zip(self.heading.iter().map(|text| &**text));
        let said = said.filter(|(_, text)| !text.is_empty());
        std::iter::once(("overlay", &*self.address)).chain(said)
    }

    /// What is said of the layer: by the address, and by its file where that says nothing.
    pub fn headed(&self, file: [String; 3]) -> [String; 3] {
        let mut said = file;
        for (file, asked) in said.iter_mut().zip(&self.heading) {
            if !asked.is_empty() {
                file.clone_from(asked);
            }
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::{AskedLayer, LONGEST};

    fn heading(parts: [&str; 3]) -> [String; 3] {
        parts.map(str::to_owned)
    }

    #[test]
    fn what_stands_behind_a_layer_is_of_that_one() {
        let all = AskedLayer::all(
            "?overlay-title=of+none&lang=uk&overlay=https%3A%2F%2Fa.org%2Fa.geojson%3Fb%3D1&overlay-title=Line+of+contact\
             &overlay-source=Our%20desk&overlay=b.geojson&overlay-date=2026-01-05&overlay=c.geojson&overlay-colour=red",
        );
        let [a, b, c] = &*all else {
            panic!("{all:#?}");
        };
        assert_eq!(a.address, "https://a.org/a.geojson?b=1");
        assert_eq!(a.heading, heading(["Line of contact", "", "Our desk"]));
        assert_eq!(b.heading, heading(["", "2026-01-05", ""]));
        assert_eq!(c.heading, heading(["", "", ""]));
        assert!(AskedLayer::all("?lang=uk").is_empty());
    }

    #[test]
    fn the_address_goes_before_the_file_and_an_empty_word_does_not() {
        let all = AskedLayer::all("overlay=a&overlay-title=Лінія&overlay-date=&overlay-source=%20");
        let file = heading(["Line", "2026-01-05", "My desk"]);
        let [only] = &*all else {
            panic!("{all:#?}");
        };
        assert_eq!(
            only.headed(file),
            heading(["Лінія", "2026-01-05", "My desk"])
        );
    }

    #[test]
    fn a_title_is_a_line_and_no_more() {
        let all = AskedLayer::all(&format!("overlay=a&overlay-title={}", "я".repeat(500)));
        assert_eq!(all[0].heading[0].chars().count(), LONGEST);
    }

    #[test]
    fn what_was_asked_for_can_be_asked_for_again() {
        let query = "overlay=a.geojson&overlay-title=A+%26+b&overlay-source=s&overlay=b.geojson";
        let all = AskedLayer::all(query);
        let mut again = form_urlencoded(&all);
        assert_eq!(AskedLayer::all(&again), all);
        again.insert(0, '?');
        assert_eq!(AskedLayer::all(&again), all);
    }

    fn form_urlencoded(all: &[AskedLayer]) -> String {
        let pairs = all.iter().flat_map(AskedLayer::pairs);
        let pairs = pairs.map(|(name, value)| format!("{name}={}", value.replace('&', "%26")));
        pairs.collect::<Vec<_>>().join("&")
    }
}
