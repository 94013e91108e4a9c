//! What is told to a system into which somebody pastes the address of a page: the frame that it may put there
//! (<https://oembed.com>). A file cannot answer to how much room there is, so the frame is as wide as its place.

use serde_json::json;

use super::Sharing;
use crate::dossier::RegionId;
use crate::newsroom::{Embed, unfolded};
use crate::posters::CARD_SIZE;
use crate::route::{Route, Subject};
use crate::statics::file_of;
use crate::words::newsroom;

/// How wide and how high a frame is, where nobody asks the page itself, in px.
const SIZE: (u32, u32) = (680, 560);

impl Sharing<'_> {
    /// The description of a page; `None` where the public address is not known.
    pub fn oembed(&self, place: Option<&RegionId>) -> Option<String> {
        let base = self.base?;
        let subject = place.map_or(Subject::Overview, |id| Subject::Region(id.clone()));
        let state = Route::default().to(subject).to_string();
        let state = state.trim_start_matches('#');
        let join = if state.is_empty() { "" } else { "&" };
        // It follows the height that the page asks for where the system listens, and scrolls where none does.
        // The whole page in its language: WordPress puts it into a sandbox, where a place's own page goes on to the whole
        // one when its program comes, without the word in its address that is spoken of its height with.
        let whole = self.whole(&file_of(self.words))?;
        let address = format!("{whole}?{state}{join}lang={}", self.words.lang);
        let own = newsroom(self.words.lang);
        let (title, (wide, high)) = (self.title(place), SIZE);
        let html = unfolded(&Embed {
            address: &address,
            link: &address,
            base,
            title: &title,
            height: &high.to_string(),
            picture: None,
            open: own.open,
            show_all: own.show_all,
        });
        let (picture, _) = self.picture(place)?;
        let (picture_wide, picture_high) = CARD_SIZE;
        // Written in the order of the names: whether another order would be kept depends on how the command is built.
        let told = json!({
            "height": high,
            "html": html,
            "provider_name": self.words.product,
            "provider_url": base,
            "thumbnail_height": picture_high,
            "thumbnail_url": picture,
            "thumbnail_width": picture_wide,
            "title": title,
            "type": "rich",
            "version": "1.0",
            "width": wide,
        });
        Some(format!("{told:#}\n"))
    }
}
