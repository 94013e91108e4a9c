//! What a newsroom takes away: the codes that put the page into an article, and the page on which they are
//! put together, made beforehand in every language.

mod code;
mod order;
mod page;

pub use code::{Embed, Pictured, unfolded};
pub use page::{FILES, pages};
