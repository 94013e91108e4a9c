//! What a hand takes hold of (`hand/`): buttons over the map, the hint on gestures that are the article's, and the ways
//! between the map and the text. None is shown where nobody will answer it (`style/hand.css`).

use super::Statics;
use crate::paint::html::{Element, el};
use crate::paint::svg::{self, Sign};
use crate::route::View;

impl Statics<'_> {
    /// Closer, farther, all. A button is named after the key that does the same.
    pub(super) fn zoom(&self) -> Element {
        let words = self.words;
        el("div").class("over zoom made-live").with(vec![
            button("+", words.zoom_in, Sign::Plus),
            button("-", words.zoom_out, Sign::Minus),
            button("0", words.whole_country, Sign::Whole),
        ])
    }

    /// Four arrows, folded so that the map stays calm.
    pub(super) fn moves(&self) -> Element {
        let words = self.words;
        let fold = el("summary")
            .attr("aria-label", words.pan)
            .with(svg::sign(Sign::Move));
        let arrows = el("div")
            .attr("role", "group")
            .attr("aria-label", words.pan)
            .with(vec![
                button("ArrowUp", words.pan_up, Sign::Up),
                button("ArrowLeft", words.pan_left, Sign::Back),
                button("ArrowRight", words.pan_right, Sign::Onward),
                button("ArrowDown", words.pan_down, Sign::Down),
            ]);
        let pan = el("details").class("pan").with(fold).with(arrows);
        el("div").class("over moves made-live").with(pan)
    }

    /// What is said of a gesture that is left to the article.
    pub(super) fn hint(&self) -> Element {
        let words = self.words.embed;
        let said = |class, text: String| el("span").class(class).with(text);
        el("p")
            .class("gesture-hint made-hint")
            .attr("aria-hidden", "true")
            .with(said("by-wheel", (words.wheel)("Ctrl")))
            .with(said("by-finger", words.finger.to_owned()))
    }

    /// Leads back from the text to the map, which is out of sight by then.
    pub(super) fn back(&self) -> Element {
        el("button")
            .class("button made-back")
            .with(svg::sign(Sign::Up))
            .with((self.words.view)(View::Map))
    }

    /// Lets the text scroll of which an article's frame shows the beginning.
    pub(super) fn read_on(&self) -> Element {
        let button = el("button").class("button").with(self.words.hand.read_on);
        el("p").class("made-on").with(button)
    }
}

fn button(key: &'static str, name: &'static str, sign: Sign) -> Element {
    el("button")
        .attr("data-key", key)
        .attr("aria-label", name)
        .with(svg::sign(sign))
}
