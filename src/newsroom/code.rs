//! The codes that an editor pastes, one for each kind of place.

use crate::posters::{CARD_SIZE, NARROW_SIZE};
use crate::words::EmbedCode;

/// What a code puts into an article. The fields are plain text; the codes escape them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed<'a> {
    /// What the frame opens.
    pub address: &'a str,
    /// The same as a page of its own, for who sees no frame.
    pub link: &'a str,
    /// The folder of the page, with a slash at its end.
    pub base: &'a str,
    /// What is in the frame, in words of its own.
    pub title: &'a str,
    /// How high it is at first, in px.
    pub height: &'a str,
    /// A picture of it, if there is one.
    pub picture: Option<Pictured<'a>>,
    /// The words of the link.
    pub open: &'a str,
    /// The words of the button that AMP asks for where a frame is higher than its place.
    pub show_all: &'a str,
}

/// A picture of what a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pictured<'a> {
    /// Where it is.
    pub src: &'a str,
    /// Where the one for a narrow column is.
    pub narrow: &'a str,
    /// What both show, in words.
    pub alt: &'a str,
}

impl EmbedCode {
    /// Whether its frame keeps the height that it has, so that the page in it has to fit.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Frame | Self::WordPress)
    }

    /// The code.
    pub fn write(self, embed: &Embed<'_>) -> String {
        match self {
            Self::Frame => frame(embed) + &paragraph(embed),
            Self::Loader => loader(embed),
            Self::WordPress => wordpress(embed),
            Self::Amp => amp(embed),
            Self::Picture => picture(embed),
        }
    }
}

/// What stands in a description for those who unfold links (oEmbed): a quotation, which some hide behind the
/// frame once that has spoken, and the frame.
pub fn unfolded(embed: &Embed<'_>) -> String {
    let [link, title] = [embed.link, embed.title].map(escape);
    format!(
        "<blockquote><a href=\"{link}\">{title}</a></blockquote>{}",
        frame(embed)
    )
}

fn frame(embed: &Embed<'_>) -> String {
    let [title, address, height] = [embed.title, embed.address, embed.height].map(escape);
    // The border is named twice: some systems take the style away, and a border makes every height wrong.
    format!(
        "<iframe title=\"{title}\" src=\"{address}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" \
         style=\"border:0;width:100%\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\" \
         referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>"
    )
}

fn paragraph(embed: &Embed<'_>) -> String {
    let [link, open] = [embed.link, embed.open].map(escape);
    format!("<p><a href=\"{link}\">{open}</a></p>")
}

fn loader(embed: &Embed<'_>) -> String {
    let [title, address, height] = [embed.title, embed.address, embed.height].map(escape);
    let base = escape(embed.base);
    format!(
        "<div data-clausemap=\"{address}\" data-title=\"{title}\" data-height=\"{height}\" \
         style=\"min-height:{height}px\">\n  {}\n</div>\n\
         <script async=\"\" src=\"{base}embed.js\"></script>",
        // That the picture leads somewhere is to be seen, and where there is none the words are the link.
        embed
            .picture
            .map_or_else(String::new, |_| linked(embed) + "\n  ")
            + &paragraph(embed)
    )
}

fn wordpress(embed: &Embed<'_>) -> String {
    let [link, open] = [embed.link, embed.open].map(escape);
    format!(
        "<!-- wp:html -->\n<figure class=\"wp-block-embed\">{}\
         <figcaption class=\"wp-element-caption\"><a href=\"{link}\">{open}</a></figcaption></figure>\n\
         <!-- /wp:html -->",
        frame(embed)
    )
}

fn amp(embed: &Embed<'_>) -> String {
    let [title, address, height] = [embed.title, embed.address, embed.height].map(escape);
    let show_all = escape(embed.show_all);
    // The place is as high as a phone's picture in any column: in that shape it is neither cut nor pulled.
    let placeholder = embed.picture.map_or_else(String::new, |picture| {
        let [src, alt] = [picture.narrow, picture.alt].map(escape);
        format!(
            "  <amp-img placeholder=\"\" layout=\"fill\" object-fit=\"contain\" src=\"{src}\" alt=\"{alt}\"></amp-img>\n"
        )
    });
    // It lies over the map where AMP refuses the height, and needs a ground of its own there, in any article.
    let over = "position:absolute;right:0;bottom:0;left:0;padding:10px;text-align:center;cursor:pointer;\
        color:#16202a;background:#fff;border-top:1px solid #8a929a";
    // AMP frames load late by themselves.
    format!(
        "<amp-iframe title=\"{title}\" src=\"{address}\" height=\"{height}\" layout=\"fixed-height\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         resizable=\"\" frameborder=\"0\">\n{placeholder}  \
         <div overflow=\"\" style=\"{over}\" tabindex=\"0\" role=\"button\" aria-label=\"{show_all}\">{show_all}</div>\n\
         </amp-iframe>\n{}",
        paragraph(embed)
    )
}

fn picture(embed: &Embed<'_>) -> String {
    let [link, open, title] = [embed.link, embed.open, embed.title].map(escape);
    let above = embed
        .picture
        .map_or_else(String::new, |_| format!("\n  {}", linked(embed)));
    format!(
        "<figure>{above}\n  <figcaption>{title}. <a href=\"{link}\">{open}</a></figcaption>\n</figure>"
    )
}

/// The picture, or words where there is none, as a link.
fn linked(embed: &Embed<'_>) -> String {
    let [link, open] = [embed.link, embed.open].map(escape);
    match embed.picture {
        Some(Pictured { src, narrow, alt }) => {
            let [src, narrow, alt] = [src, narrow, alt].map(escape);
            let ((wide, high), (narrow_wide, narrow_high)) = (CARD_SIZE, NARROW_SIZE);
            // Whoever takes the choice away keeps the picture.
            format!(
                "<a href=\"{link}\"><picture><source media=\"(max-width: 600px)\" type=\"image/svg+xml\" \
                 srcset=\"{narrow}\" width=\"{narrow_wide}\" height=\"{narrow_high}\" />\
                 <img src=\"{src}\" alt=\"{alt}\" width=\"{wide}\" height=\"{high}\" \
                 loading=\"lazy\" style=\"width:100%;height:auto\" /></picture></a>"
            )
        }
        None => format!("<a href=\"{link}\">{open}</a>"),
    }
}

/// Text as it stands in markup, in an attribute too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed(picture: Option<Pictured<'static>>) -> Embed<'static> {
        Embed {
            address: "https://maps.example/plan/?region=donetsk&lang=uk&fit=1",
            link: "https://maps.example/plan/?region=donetsk&lang=uk",
            base: "https://maps.example/plan/",
            title: "Донецька область – “План” <20> & \"28\"",
            height: "560",
            picture,
            open: "Відкрити карту",
            show_all: "Показати все",
        }
    }

    const PICTURE: Pictured<'_> = Pictured {
        src: "https://maps.example/plan/posters/donetsk.png",
        narrow: "https://maps.example/plan/posters/donetsk.phone.svg",
        alt: "Карта: \"a\"",
    };

    /// The code as a tree: it is well-formed, and what was written reads back.
    fn tree(code: EmbedCode, embed: &Embed<'_>, look: impl Fn(roxmltree::Node<'_, '_>)) {
        let text = format!("<article>{}</article>", code.write(embed));
        let read = roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        look(read.root_element());
    }

    fn find<'a>(root: roxmltree::Node<'a, 'a>, tag: &str) -> Option<roxmltree::Node<'a, 'a>> {
        root.descendants().find(|node| node.has_tag_name(tag))
    }

    #[test]
    fn every_code_is_sound_and_has_a_title_and_a_link() {
        for code in EmbedCode::ALL {
            for picture in [None, Some(PICTURE)] {
                let embed = embed(picture);
                tree(code, &embed, |root| {
                    let link = find(root, "a").expect("a link");
                    assert_eq!(link.attribute("href"), Some(embed.link), "{code:?}");
                    let titled = root.descendants().any(|node| {
                        ["title", "data-title"]
                            .iter()
                            .any(|name| node.attribute(*name) == Some(embed.title))
                            || node.text().is_some_and(|text| text.contains(embed.title))
                    });
                    assert!(titled, "{code:?} says nowhere what it shows");
                    let image = find(root, "img").or(find(root, "amp-img"));
                    if let (Some(image), Some(picture)) = (image, picture) {
                        let is_amp = code == EmbedCode::Amp;
                        let src = if is_amp { picture.narrow } else { picture.src };
                        assert_eq!(image.attribute("src"), Some(src));
                        assert_eq!(image.attribute("alt"), Some(picture.alt));
                        let narrow = find(root, "source").and_then(|one| one.attribute("srcset"));
                        assert_eq!(narrow, (!is_amp).then_some(picture.narrow));
                    }
                    let has_picture = !code.is_fixed() && picture.is_some();
                    assert_eq!(image.is_some(), has_picture, "{code:?}");
                });
            }
        }
    }

    #[test]
    fn a_frame_is_lazy_titled_borderless_and_may_have_the_whole_screen() {
        for code in [EmbedCode::Frame, EmbedCode::WordPress] {
            tree(code, &embed(None), |root| {
                let frame = find(root, "iframe").expect("a frame");
                for (name, value) in [
                    ("src", embed(None).address),
                    ("loading", "lazy"),
                    ("height", "560"),
                    ("width", "100%"),
                    ("style", "border:0;width:100%"),
                    ("allow", "fullscreen; clipboard-write"),
                    ("referrerpolicy", "strict-origin-when-cross-origin"),
                ] {
                    assert_eq!(frame.attribute(name), Some(value), "{code:?}");
                }
            });
        }
        assert!(!EmbedCode::Frame.write(&embed(None)).contains('\n'));
    }

    #[test]
    fn wordpress_keeps_its_block_and_amp_its_rules() {
        let block = EmbedCode::WordPress.write(&embed(None));
        assert!(
            block.starts_with("<!-- wp:html -->\n<figure") && block.ends_with("<!-- /wp:html -->")
        );
        tree(EmbedCode::Amp, &embed(Some(PICTURE)), |root| {
            let frame = find(root, "amp-iframe").expect("an element of AMP");
            assert!(frame.has_attribute("resizable"));
            let sandbox = frame.attribute("sandbox").unwrap_or_default();
            assert!(sandbox.starts_with("allow-scripts") && !sandbox.contains("same-origin"));
            let over = frame.children().filter(|one| one.has_attribute("overflow"));
            let over: Vec<_> = over.collect();
            assert_eq!(over.len(), 1);
            // AMP takes a style of less than 1000 bytes, without these.
            let style = over[0].attribute("style").unwrap_or_default();
            assert!(style.contains("background:#fff") && style.len() < 1000);
            assert!(!style.contains("important") && !style.contains("fixed"));
            assert!(frame.children().any(|one| one.has_attribute("placeholder")));
        });
    }

    #[test]
    fn the_loader_comes_from_the_folder_of_the_page() {
        tree(EmbedCode::Loader, &embed(Some(PICTURE)), |root| {
            let script = find(root, "script").expect("a script");
            assert_eq!(
                script.attribute("src"),
                Some("https://maps.example/plan/embed.js")
            );
            let holder = find(root, "div").expect("its place");
            assert_eq!(
                holder.attribute("data-clausemap"),
                Some(embed(None).address)
            );
            assert_eq!(holder.attribute("style"), Some("min-height:560px"));
        });
    }
}
