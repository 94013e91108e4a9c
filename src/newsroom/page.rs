//! The page on which an editor puts a code together. All that it says and offers is written here; its
//! script only fills in what was chosen.

use super::code::{Embed, Pictured, escape};
use super::order;
use crate::dossier::{Clause, Plan, RegionId};
use crate::posters::{self, Shape};
use crate::reading::{PlaceShelf, Reader, RegionLine};
use crate::route::{Route, Subject, View};
use crate::words::{ALL, EmbedCode, NewsroomWords, Words, newsroom};

/// The file of each language, in the order of the languages of the page.
pub const FILES: [(&str, &str); 3] = [
    ("en", "embed.html"),
    ("uk", "embed-uk.html"),
    ("ru", "embed-ru.html"),
];

/// What the page is like; the script of the page knows what its parts are called.
const PAGE: &str = include_str!("page.html");

/// What stands in a code until the script of the page fills it in.
const TO_FILL: Embed<'_> = Embed {
    address: "⟦address⟧",
    link: "⟦link⟧",
    base: "⟦base⟧",
    title: "⟦title⟧",
    height: "⟦height⟧",
    picture: None,
    open: "⟦open⟧",
    show_all: "⟦show⟧",
};

/// The pages of all languages: the name of each file and what is in it. `reader` opens the dossier in a
/// language; `tokens` is the style sheet with the colours of the page; `has` says whether a file lies beside
/// the page, such as the picture of a region; `page_of` names the page that has been made beforehand of a place, or
/// of the whole, in a language.
pub fn pages<'a>(
    reader: impl Fn(&str) -> Reader<'a>,
    tokens: &str,
    has: impl Fn(&str) -> bool,
    page_of: impl Fn(Option<&RegionId>, &Words) -> Option<String>,
) -> Vec<(&'static str, String)> {
    let page = |(lang, file): (&str, &'static str)| {
        let words = ALL.into_iter().find(|words| words.lang == lang);
        let maker = Maker {
            reader: reader(lang),
            words: words.unwrap_or(&crate::words::EN),
            own: newsroom(lang),
            has: &has,
            page_of: &page_of,
        };
        (file, maker.page(file, tokens))
    };
    FILES.into_iter().map(page).collect()
}

struct Maker<'a> {
    reader: Reader<'a>,
    words: &'static Words,
    own: &'static NewsroomWords,
    has: &'a dyn Fn(&str) -> bool,
    page_of: &'a dyn Fn(Option<&RegionId>, &Words) -> Option<String>,
}

impl Maker<'_> {
    fn page(&self, file: &str, tokens: &str) -> String {
        let (own, dossier) = (self.own, self.dossier());
        let whole = (self.page_of)(None, self.words).unwrap_or_default();
        let said = [
            // The folder's own page has no name in an address.
            ("whole", whole.trim_start_matches("index.html")),
            ("lang", self.words.lang),
            ("product", self.words.product),
            ("dossier", dossier.as_str()),
            ("tokens", tokens),
            ("title", own.title),
            ("lede", own.lede),
            ("needs_scripts", own.needs_scripts),
            ("language", own.language),
            ("opens", own.opens),
            ("theme", own.theme),
            ("light", own.light),
            ("dark", own.dark),
            ("auto", own.auto),
            ("height", own.height),
            ("look", own.look),
            ("minimal", own.minimal),
            ("no_title", own.no_title),
            ("transparent", own.transparent),
            ("no_links", own.no_links),
            ("any_language", own.any_language),
            ("accent", own.accent),
            ("accent_note", own.accent_note),
            ("preview", own.preview),
            ("article", own.article),
            ("phone", own.phone),
            ("skip", own.skip),
            ("codes", own.codes),
            ("copied", own.copied),
            ("refused", own.refused),
        ];
        let mut page = PAGE.to_owned();
        for (name, words) in said {
            page = page.replace(&format!("{{{name}}}"), &escape(words));
        }
        // Markup that is made here goes in last, so that nothing in it is taken for a name.
        for (name, markup) in [
            ("languages", languages(file)),
            (
                "code_list",
                EmbedCode::ALL.map(|code| self.code(code)).concat(),
            ),
            ("options", self.options()),
        ] {
            page = page.replace(&format!("{{{name}}}"), &markup);
        }
        page
    }

    fn dossier(&self) -> String {
        let title = &self.reader.dossier.manifest.title;
        self.reader.say(title).words
    }

    /// A code with its button, once with a picture and once without.
    fn code(&self, code: EmbedCode) -> String {
        let (slug, own) = (code.slug(), self.own);
        let name = (own.code)(code);
        let alt = (own.alt)("⟦title⟧");
        let open = own.open;
        let show_all = own.show_all;
        let bare = Embed {
            open,
            show_all,
            ..TO_FILL
        };
        let pictured = Embed {
            picture: Some(Pictured {
                src: "⟦image⟧",
                narrow: "⟦narrow⟧",
                alt: &alt,
            }),
            ..bare.clone()
        };
        let [bare, pictured] = [bare, pictured].map(|embed| escape(&code.write(&embed)));
        let fit = if code.is_fixed() { " data-fit" } else { "" };
        let (heading, note) = (escape(name), escape((own.code_note)(code)));
        let (copy, copy_of) = (escape(own.copy), escape(&(own.copy_of)(name)));
        format!(
            "<section><h3 id=\"code-{slug}\">{heading}</h3><p id=\"note-{slug}\">{note}</p>\
             <textarea readonly rows=\"5\" spellcheck=\"false\" dir=\"ltr\" aria-labelledby=\"code-{slug}\" \
             aria-describedby=\"note-{slug}\" data-code=\"{slug}\" data-bare=\"{bare}\" \
             data-pictured=\"{pictured}\"{fit}></textarea>\
             <button type=\"button\" data-copy=\"{slug}\" aria-label=\"{copy_of}\">{copy}</button></section>"
        )
    }

    /// All that can open: the map, the views, the places, the clauses of each plan.
    fn options(&self) -> String {
        let overview = self.option(&Route::default(), self.own.overview, None);
        let views = View::ALL.into_iter().filter(|view| *view != View::Map);
        let views = views.map(|view| {
            let name = (self.words.view)(view);
            self.option(&Route::default().in_view(view), name, Some(name))
        });
        let first = &self.reader.dossier.manifest.first_plan;
        let shelves = self.reader.places(first).into_iter();
        let shelves = shelves.map(|(shelf, lines)| self.shelf(shelf, lines));
        let plans = self.reader.dossier.plans.iter();
        let plans = plans.filter(|plan| !plan.clauses.is_empty());
        let plans = plans.map(|plan| self.plan(plan));
        let views = group(self.own.views, &views.collect::<String>());
        [overview, views, shelves.collect(), plans.collect()].concat()
    }

    fn shelf(&self, shelf: PlaceShelf, mut lines: Vec<RegionLine>) -> String {
        lines.sort_by_key(|line| order::key(&line.name.words));
        let lines = lines.into_iter().map(|line| {
            let to = Route::default().to(Subject::Region(line.id));
            self.option(&to, &line.name.words, Some(&line.name.words))
        });
        group(shelf_heading(self.words, shelf), &lines.collect::<String>())
    }

    fn plan(&self, plan: &Plan) -> String {
        let short = self.reader.say(&plan.short).words;
        let clause = |clause: &Clause| {
            let title = self.reader.say(&clause.title).words;
            let named = (self.words.clause_title)(&clause.number, &title);
            let to = Route::default().to(Subject::Clause(clause.id.clone()));
            let subject = format!("{named} ({short})");
            self.option(&to, &format!("{} {title}", clause.number), Some(&subject))
        };
        let clauses: String = plan.clauses.iter().map(clause).collect();
        group(&(self.own.clauses_of)(&short), &clauses)
    }

    /// A choice: where it leads as it stands in a query, what it is called, the title of its frame, its picture, and
    /// the page that shows it before the program is there.
    fn option(&self, route: &Route, name: &str, subject: Option<&str>) -> String {
        let state = route.to_string();
        let state = state.trim_start_matches('#');
        let title = match subject {
            Some(subject) => (self.words.page_title)(subject, &self.dossier()),
            None => self.dossier(),
        };
        let place = match &route.subject {
            Subject::Region(id) => Some(id),
            _ => None,
        };
        let posters = [place, None].map(|place| {
            let shapes = [Shape::Card, Shape::Narrow];
            shapes.map(|shape| posters::file(place, shape, self.words))
        });
        let found = posters.into_iter().find(|[card, _]| (self.has)(card));
        let image = found.map_or_else(String::new, |[card, narrow]| {
            format!(" data-image=\"{card}\" data-narrow=\"{narrow}\"")
        });
        let page = place.and_then(|place| (self.page_of)(Some(place), self.words));
        let page = page.map_or_else(String::new, |file| format!(" data-page=\"{file}\""));
        format!(
            "<option value=\"{}\" data-title=\"{}\"{image}{page}>{}</option>",
            escape(state),
            escape(&title),
            escape(name)
        )
    }
}

fn group(name: &str, options: &str) -> String {
    format!("<optgroup label=\"{}\">{options}</optgroup>", escape(name))
}

/// The same page in each language: what is embedded speaks the language of the page.
fn languages(file: &str) -> String {
    let links = FILES.map(|(lang, there)| {
        let words = ALL.into_iter().find(|words| words.lang == lang);
        let name = escape(words.map_or(lang, |words| words.language));
        let current = if there == file {
            " aria-current=\"page\""
        } else {
            ""
        };
        format!("<a href=\"{there}\" lang=\"{lang}\" hreflang=\"{lang}\"{current}>{name}</a>")
    });
    links.concat()
}

fn shelf_heading(words: &Words, shelf: PlaceShelf) -> &'static str {
    match shelf {
        PlaceShelf::Units => words.list_units,
        PlaceShelf::Groups => words.list_groups,
        PlaceShelf::Places => words.list_places,
        PlaceShelf::Undrawn => words.list_undrawn,
        PlaceShelf::Elsewhere => words.list_elsewhere,
    }
}
