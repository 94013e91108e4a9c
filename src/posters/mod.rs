//! Pictures of the map for places without scripts: cards for networks, sheets for articles and newsletters,
//! of the whole map and of each place that is talked about. Made beforehand, natively, of the same scene as
//! the page; with the words that say what is seen on them.

mod pixels;
mod words;

pub use pixels::{Undrawn, letters, pixels};
pub use words::{PosterWords, posters};

use crate::atlas::{Atlas, Bounds};
use crate::dossier::{PlanId, RegionId, When};
use crate::outlook::{Outlook, Shown};
use crate::paint::Node;
use crate::paint::svg::{self, CARD_MAP, Card, NARROW, Narrow, Sheet};
use crate::reading::{Lens, Overview, PlaceShelf, Reader, RegionLine};
use crate::route::{Route, Subject};
use crate::scene::{Camera, Padding, Scene, estimate};
use crate::takeaway::{self, Picture};
use crate::words::{ALL, Words};

/// The folder beside the page.
pub const FOLDER: &str = "posters";

/// How wide and how high a card is, in px.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// How wide and how high a drawing for a narrow column is, in px.
pub const NARROW_SIZE: (u32, u32) = (NARROW.0 as u32, NARROW.1 as u32);

/// How wide the map of an article is, and how high; its picture is twice that.
const ARTICLE: (f64, f64) = (680.0, 430.0);

/// A place is shown with its surroundings: at least this many metres across.
const SMALLEST: f64 = 120_000.0;

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// What a network shows beside a link.
    Card,
    /// What stands in an article or a newsletter: the map with all of its key below.
    Article,
    /// What stands there on a phone: the card, from above, in letters that can be read.
    Narrow,
}

/// What pictures in one language are made from.
#[derive(Clone, Copy)]
pub struct Posters<'a> {
    /// The dossier with all that it knows.
    pub reader: Reader<'a>,
    /// Where everything is.
    pub atlas: &'a Atlas,
    /// The words of the language.
    pub words: &'static Words,
    /// The public address of the page, where it is known.
    pub base: Option<&'a str>,
}

/// The name of a picture beside the page, without its ending.
fn stem(place: Option<&RegionId>, words: &Words) -> String {
    let place = place.map_or("overview", RegionId::as_str);
    let first = ALL.first().map_or("en", |first| first.lang);
    if words.lang == first {
        format!("{FOLDER}/{place}")
    } else {
        format!("{FOLDER}/{place}.{}", words.lang)
    }
}

/// The name of a picture's file beside the page: of the whole map if there is no `place`. For a narrow column there
/// is a drawing alone: it is sharp on every phone, and a third as heavy.
pub fn file(place: Option<&RegionId>, shape: Shape, words: &Words) -> String {
    let stem = stem(place, words);
    match shape {
        Shape::Card => stem + ".png",
        Shape::Article => stem + "@2x.png",
        Shape::Narrow => stem + ".phone.svg",
    }
}

/// The name of the drawing's file that an article's picture is made of.
pub fn drawing_file(place: Option<&RegionId>, words: &Words) -> String {
    stem(place, words) + ".svg"
}

/// The places that have pictures: those that are drawn and that the first plan or a claim names, by whatever
/// name but that of the whole country.
pub fn places(reader: &Reader<'_>, atlas: &Atlas) -> Vec<RegionId> {
    let shelves = reader.places(&reader.dossier.manifest.first_plan);
    let drawn = shelves
        .into_iter()
        .filter(|(shelf, _)| *shelf != PlaceShelf::Elsewhere)
        .flat_map(|(_, lines)| lines)
        .filter(|line| atlas.has_ground(&line.id));
    let talked_of = drawn.filter(|line| line.counted > 0 || claims(reader, &line.id) > 0);
    talked_of.map(|line| line.id).collect()
}

/// How many claims are about a place, not about the whole country.
fn claims(reader: &Reader<'_>, place: &RegionId) -> usize {
    let ties = reader.coverage.claims(place).iter();
    ties.filter(|tie| tie.reason.counts()).count()
}

impl<'a> Posters<'a> {
    /// A picture as a drawing that stands alone.
    pub fn draw(&self, place: Option<&RegionId>, shape: Shape) -> Node {
        match shape {
            Shape::Card => svg::card(&self.scene(place, CARD_MAP), &self.card(place)),
            Shape::Article => svg::sheet(&self.scene(place, ARTICLE), &self.sheet(place), 1),
            Shape::Narrow => {
                let card = Card {
                    facts: vec![self.facts(place).join(" · ")],
                    ..self.card(place)
                };
                let around = Narrow::of(&card);
                let scene = self.scene(place, around.map());
                around.draw(&scene, &card)
            }
        }
    }

    fn card(&self, place: Option<&RegionId>) -> Card {
        Card {
            product: self.words.product,
            facts: self.facts(place),
            sheet: Sheet {
                subtitle: self.subtitle(place),
                ..self.sheet(place)
            },
        }
    }

    /// What a picture shows, for who does not see it.
    pub fn alt(&self, place: Option<&RegionId>) -> String {
        let own = posters(self.words.lang);
        let shown = match place {
            Some(id) => (own.outlined)(&self.reader.region_name(id).words),
            None => own.map.to_owned(),
        };
        let facts = self.facts(place).join(", ");
        format!("{shown}. {facts}. {}. {}.", self.sentence(), self.known())
    }

    /// The title of what is shown: a place, or the dossier.
    pub fn title(&self, place: Option<&RegionId>) -> String {
        match place {
            Some(id) => self.reader.region_name(id).words,
            None => self.dossier(),
        }
    }

    /// What there is to be read of it, in a sentence.
    pub fn summary(&self, place: Option<&RegionId>) -> String {
        let own = posters(self.words.lang);
        let facts = self.facts(place).join(", ");
        let lede = match place {
            Some(_) => own.place_lede,
            None => self.words.overview_lede,
        };
        format!("{facts}. {lede} {}.", self.known())
    }

    fn dossier(&self) -> String {
        let title = &self.reader.dossier.manifest.title;
        self.reader.say(title).words
    }

    fn plan(&self) -> &'a PlanId {
        &self.reader.dossier.manifest.first_plan
    }

    fn plan_name(&self) -> String {
        let plan = self.reader.dossier.plans.get(self.plan());
        let short = plan.map(|plan| self.reader.say(&plan.short).words);
        short.unwrap_or_default()
    }

    fn sentence(&self) -> String {
        (self.words.key_clauses)(&self.plan_name())
    }

    /// The day, as the end of a card's text says it.
    fn known(&self) -> String {
        let day = self.reader.dossier.manifest.as_of;
        let day = (self.words.when)(Some(When::Day(day)));
        let said = (self.words.takeaway.as_of)(&day);
        let mut letters = said.chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect()
    }

    fn subtitle(&self, place: Option<&RegionId>) -> String {
        match place {
            Some(_) => format!("{}. {}", self.dossier(), self.known()),
            None => self.known(),
        }
    }

    /// How many clauses of the plan and how many claims there are.
    fn facts(&self, place: Option<&RegionId>) -> Vec<String> {
        let (clauses, claims) = if let Some(id) = place {
            let lines = self.reader.places(self.plan()).into_iter();
            let mut lines = lines.flat_map(|(_, lines)| lines);
            let counted = lines.find(|line: &RegionLine| line.id == *id);
            (
                counted.map_or(0, |line| line.counted),
                claims(&self.reader, id),
            )
        } else {
            let page: Overview = self.reader.overview(self.plan());
            let all = self.reader.dossier.claims.iter().count();
            (page.clauses.len(), all)
        };
        vec![
            format!(
                "{}: {}",
                self.plan_name(),
                (self.words.clauses_count)(clauses)
            ),
            (self.words.statics.claims_here)(claims),
        ]
    }

    fn sheet(&self, place: Option<&RegionId>) -> Sheet {
        let subject = subject(place);
        let route = Route::default().to(subject.clone());
        let address = self.base.map(|base| match place {
            Some(_) => format!("{base}{route}"),
            None => base.to_owned(),
        });
        takeaway::sheet(&Picture {
            reader: self.reader,
            atlas: self.atlas,
            words: self.words,
            route: &Route::default(),
            subject: &subject,
            plan: self.plan(),
            topic: None,
            sentence: &self.sentence(),
            address: &address.unwrap_or_default(),
        })
    }

    fn scene(&self, place: Option<&RegionId>, (wide, high): (f64, f64)) -> Scene {
        let outlook = Outlook {
            reader: self.reader,
            atlas: self.atlas,
            words: self.words,
            route: &Route::default(),
        };
        let shown = Shown {
            subject: subject(place),
            plan: self.plan().clone(),
            day: self.reader.dossier.manifest.as_of,
            lens: Lens::default(),
            topic: None,
            focused: None,
            coarse: false,
        };
        let view = outlook.map_view(&shown, self.camera(place, wide, high), Vec::new());
        Scene::draw(self.atlas, &view, &estimate)
    }

    /// The whole ground, or a place in the middle of what is around it.
    fn camera(&self, place: Option<&RegionId>, wide: f64, high: f64) -> Camera {
        let whole = self.atlas.bounds(&self.reader.dossier.manifest.home);
        let whole = whole.unwrap_or_else(|| self.atlas.ground_bounds());
        match place.and_then(|id| self.atlas.bounds(id)) {
            None => Camera::fit(whole, Padding::even(14.0), wide, high),
            Some(bounds) => {
                let room = (SMALLEST - longer_side(bounds)).max(0.0) / 2.0;
                // A large group leaves no room for more than itself.
                let share = if longer_side(bounds) > longer_side(whole) / 2.0 {
                    0.06
                } else {
                    0.2
                };
                Camera::fit(bounds.grown(room), Padding::even(high * share), wide, high)
            }
        }
    }
}

fn longer_side(bounds: Bounds) -> f64 {
    bounds.width().max(bounds.height())
}

fn subject(place: Option<&RegionId>) -> Subject {
    place.map_or(Subject::Overview, |id| Subject::Region(id.clone()))
}
