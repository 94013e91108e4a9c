//! What networks, search engines and those who unfold links read in the head of a page.

use super::{Sharing, oembed_file, page_file};
use crate::dossier::RegionId;
use crate::paint::html::{Element, el};
use crate::posters::{CARD_SIZE, posters};
use crate::words::ALL;

/// How the tags begin.
pub(super) const FIRST: &str = "<meta property=\"og:type\"";

impl Sharing<'_> {
    /// The tags of a page, in one line.
    pub(super) fn tags(&self, place: Option<&RegionId>) -> String {
        let (title, summary) = (self.title(place), self.posters().summary(place));
        let mut tags = vec![
            open("og:type", "website"),
            open("og:site_name", self.words.product),
            open("og:title", &title),
            open("og:description", &summary),
            open("og:locale", self.own().locale),
        ];
        let others = ALL.iter().filter(|other| other.lang != self.words.lang);
        tags.extend(others.map(|other| open("og:locale:alternate", posters(other.lang).locale)));
        tags.push(named("twitter:title", &title));
        tags.push(named("twitter:description", &summary));
        tags.extend(self.absolute(place, &title));
        let tags = tags.iter().map(Element::to_markup);
        tags.collect()
    }

    /// The tags that need the public address. Without a picture a card is a small one.
    fn absolute(&self, place: Option<&RegionId>, title: &str) -> Vec<Element> {
        let page = self.whole(&page_file(place, self.words));
        let oembed = self.whole(&oembed_file(place, self.words));
        let (Some((picture, alt)), Some(page), Some(oembed)) = (self.picture(place), page, oembed)
        else {
            return vec![named("twitter:card", "summary")];
        };
        let (wide, high) = CARD_SIZE;
        vec![
            open("og:url", &page),
            open("og:image", &picture),
            open("og:image:type", "image/png"),
            open("og:image:width", &wide.to_string()),
            open("og:image:height", &high.to_string()),
            open("og:image:alt", &alt),
            named("twitter:card", "summary_large_image"),
            named("twitter:image", &picture),
            named("twitter:image:alt", &alt),
            el("link").attr("rel", "canonical").attr("href", page),
            el("link")
                .attr("rel", "alternate")
                .attr("type", "application/json+oembed")
                .attr("href", oembed)
                .attr("title", title),
        ]
    }
}

fn open(property: &str, content: &str) -> Element {
    el("meta")
        .attr("property", property)
        .attr("content", content)
}

fn named(name: &str, content: &str) -> Element {
    el("meta").attr("name", name).attr("content", content)
}
