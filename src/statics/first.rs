//! The first screen, as the program will show it: bar, map with its key, the strip of days, and the first
//! page of the pane.

use super::Statics;
use super::lines::plan_name;
use crate::atlas::{Bounds, Point};
use crate::dossier::When;
use crate::outlook::Shown;
use crate::paint::Node;
use crate::paint::html::{Element, el};
use crate::paint::svg::{self, KeyLine, KeySign, Options, Sign, parts};
use crate::reading::{Days, Filters, Lens, PlanLine};
use crate::route::{Route, Subject, View};
use crate::scene::{Camera, Glyph, Scene, estimate};
use crate::takeaway::{self, Picture};

/// A picture of the map for windows of one sort.
struct Window {
    /// Its class in the style sheet.
    class: &'static str,
    /// Before the names in it.
    prefix: &'static str,
    width: f64,
    height: f64,
    /// How far it is drawn beyond the window on each side: windows of another shape show that.
    margin: f64,
    /// How much coarser than the program draws it.
    coarser: f64,
    /// What floats over the map there: left, top, right, bottom.
    over: &'static [[f64; 4]],
    /// How it stands in windows of another shape.
    fits: &'static str,
}

/// A map beside its pane: a window of 1440 by 900.
const WIDE: Window = Window {
    class: "map made-wide",
    prefix: "wide",
    width: 1008.0,
    height: 731.0,
    margin: 120.0,
    coarser: 5.0,
    over: &[
        [16.0, 14.0, 772.0, 46.0],
        [960.0, 14.0, 994.0, 194.0],
        [16.0, 414.0, 252.0, 718.0],
        [790.0, 686.0, 994.0, 721.0],
    ],
    fits: "xMidYMid",
};

/// A map over its sheet: a phone of 390 by 844.
const SMALL: Window = Window {
    class: "map made-small",
    prefix: "small",
    width: 390.0,
    height: 376.0,
    margin: 145.0,
    coarser: 5.0,
    over: &[
        [10.0, 10.0, 214.0, 50.0],
        [336.0, 10.0, 380.0, 196.0],
        [10.0, 328.0, 70.0, 366.0],
        [216.0, 342.0, 376.0, 366.0],
    ],
    fits: "xMidYMid",
};

/// A map over its sheet in an article's frame of 680 by 560. A narrower one shows its middle.
const LOW: Window = Window {
    class: "map made-low",
    prefix: "low",
    width: 680.0,
    height: 234.0,
    margin: 80.0,
    coarser: 5.0,
    over: &[
        [10.0, 10.0, 214.0, 50.0],
        [626.0, 10.0, 670.0, 196.0],
        [10.0, 186.0, 70.0, 224.0],
        [506.0, 200.0, 666.0, 224.0],
    ],
    fits: "xMidYMid slice",
};

impl Window {
    /// What the hand (`hand/made.rs`) is told of a picture that a camera saw.
    fn made(&self, camera: &Camera) -> String {
        let Point { x, y } = camera.centre;
        let (metres, margin) = (1.0 / camera.scale, self.margin);
        let (width, height) = (self.width, self.height);
        format!("{x:.0} {y:.0} {metres:.2} {width} {height} {margin}")
    }
}

/// The views that the page has a section for; the map is the first screen itself.
const VIEWS: [View; 6] = [
    View::Map,
    View::Compare,
    View::Positions,
    View::Timeline,
    View::Sources,
    View::List,
];

impl Statics<'_> {
    /// The bar.
    pub(super) fn bar(&self) -> Element {
        let words = self.words;
        let manifest = &self.reader.dossier.manifest;
        let (title, short) = (
            self.reader.say(&manifest.title),
            self.reader.say(&manifest.short),
        );
        let day = self.when(Some(When::Day(manifest.as_of)));
        let as_of = |tag, class| {
            let label = el("span").class("label").with(format!("{} ", words.as_of));
            el(tag)
                .class(class)
                .with(svg::sign(Sign::Calendar))
                .with(label)
                .with(el("b").with(&*day))
        };
        el("header")
            .class("bar")
            .with(
                el("a")
                    .class("wordmark")
                    .attr("href", "#")
                    .with(svg::sign(Sign::Product))
                    .with(el("span").with(words.product)),
            )
            .with(el("span").class("dossier wide").with(self.say(title)))
            .with(el("span").class("dossier narrow").with(self.say(short)))
            .with(
                el("span")
                    .class("as-of")
                    .attr("data-brings", "[data-day-choice=bar-day] > button")
                    .with(as_of("button", "button plain made-live"))
                    .with(as_of("span", "button plain made-still")),
            )
            .with(self.views("views").with(self.view_list(&VIEWS)))
            .with(self.back())
            .with(self.search())
            .with(self.menu())
            .with(self.tools())
    }

    /// Links to the sections under the names of the views that they stand for.
    pub(super) fn views(&self, class: &str) -> Element {
        let words = self.words;
        let link = |view: View| {
            let to = Route::default().in_view(view).to_string();
            let is_on = (view == View::Map).then_some("page");
            let link = el("a").attr("href", to).maybe("aria-current", is_on);
            link.with((words.view)(view))
        };
        el("nav")
            .class(class)
            .attr("aria-label", words.view_choice)
            .with(VIEWS.map(link).to_vec())
    }

    /// The map with its key and its credits, as a page about `subject` has it; `missing` says what there is not,
    /// while the program does not run.
    pub(super) fn stage(&self, subject: &Subject, missing: &str) -> Element {
        let words = self.words;
        let missing = el("p").class("made-missing").with(missing);
        let mat = el("div")
            .class("made-mat")
            // The small one first: where it is shown, lines are slower.
            .with(self.map(&SMALL, subject))
            .with(self.map(&LOW, subject))
            .with(self.map(&WIDE, subject))
            .with(el("noscript").with(missing.clone()))
            .with(missing.attr("data-late", ""))
            .with(self.key("over key made-open", subject).attr("open", ""))
            .with(self.key("over key made-folded", subject))
            .with(self.choices(subject))
            .with(self.zoom())
            .with(self.moves())
            .with(self.hint());
        el("div")
            .class("made-stage")
            .attr("role", "region")
            .attr("aria-label", words.map)
            .with(mat)
            .with(self.credits())
    }

    /// The map as the program draws it in such a window.
    fn map(&self, window: &Window, subject: &Subject) -> Node {
        let outlook = self.outlook();
        let shown = Shown {
            subject: subject.clone(),
            plan: self.plan().clone(),
            day: self.reader.dossier.manifest.as_of,
            lens: Lens::default(),
            topic: None,
            focused: None,
            coarse: false,
        };
        let home = outlook.home_camera(window.width, window.height);
        let camera = outlook.camera_for(subject, &home).unwrap_or(home);
        let over = window.over.iter().map(|[left, top, right, bottom]| {
            Bounds::of(Point::new(*left, *top), Point::new(*right, *bottom))
        });
        let mut view = outlook.map_view(&shown, camera, over.collect());
        view.margin = window.margin;
        view.coarser = window.coarser;
        // No program moves the focus here: every region is a stop of its own.
        for region in &mut view.regions {
            region.focusable = true;
        }
        let camera = view.camera;
        let scene = Scene::draw(self.atlas, &view, &estimate);
        let options = Options {
            prefix: window.prefix,
            title: self.words.map,
            regions: self.words.all_regions,
            lens: Lens::default().slug(),
        };
        let mut map = svg::paint(&scene, &options);
        map.attrs
            .retain(|(name, _)| !matches!(*name, "class" | "viewBox" | "width" | "height"));
        let frame = format!("0 0 {} {}", window.width, window.height);
        map.attr("class", window.class)
            .attr("viewBox", frame)
            .attr("preserveAspectRatio", window.fits)
            .attr("data-made", window.made(&camera))
            .attr("overflow", "visible")
    }

    /// What the colours and signs mean.
    fn key(&self, class: &str, subject: &Subject) -> Element {
        let words = self.words;
        let plan = self.reader.dossier.plans.get(self.plan());
        let short = plan.map(|plan| self.reader.say(&plan.short).words);
        let sentence = (words.key_clauses)(&short.unwrap_or_default());
        let sheet = takeaway::sheet(&Picture {
            reader: self.reader,
            atlas: self.atlas,
            words,
            route: self.route,
            subject,
            plan: self.plan(),
            topic: None,
            sentence: &sentence,
            address: "",
        });
        let mut key = el("details")
            .class(class)
            .with(el("summary").with(words.key));
        let mut signs = el("ul").class("signs");
        for line in sheet.key {
            match line {
                KeyLine::Note(note) => key = key.with(el("p").class("note").with(note)),
                KeyLine::Ramp(steps) => {
                    let step = |(fill, label): (crate::scene::Fill, String)| {
                        let swatch = el("i").class(&format!("swatch {}", fill.slug()));
                        el("li").with(swatch).with(" ").with(label)
                    };
                    let steps: Vec<_> = steps.into_iter().map(step).collect();
                    key = key.with(el("ul").class("ramp").with(steps));
                }
                KeyLine::Sign(sign, said) => signs = signs.with(key_sign(&sign, said)),
            }
        }
        key.with(signs)
    }

    /// The strip of days under the map, without its slider.
    pub(super) fn strip(&self) -> Element {
        let words = self.words;
        let days = Days::of(self.reader.dossier);
        let made = self.reader.day_strip(&days, &Filters::default(), None);
        let most = made.most.max(1) as f64;
        let bar = |day, count: usize| {
            let high = (count as f64 / most * 28.0).max(3.0);
            Node::new("path").attr(
                "d",
                format!("M{:.1} 28v-{high:.1}", days.place(day) * 1000.0),
            )
        };
        let bars = made.bars.iter().map(|one| bar(one.day, one.count));
        let bars = Node::new("svg")
            .attr("class", "made-bars")
            .attr("viewBox", "0 0 1000 28")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .children(bars);
        let day = self.when(Some(When::Day(self.reader.dossier.manifest.as_of)));
        let now = el("div")
            .class("now")
            .with(el("span").with(words.timeline.known_as_of))
            .with(el("b").with(day));
        el("div")
            .class("day-strip")
            .attr("data-brings", ".day-strip input")
            .with(now)
            .with(el("div").class("days").with(bars))
    }

    /// The first page of the pane.
    pub(super) fn overview(&self) -> Element {
        let words = self.words;
        let page = self.reader.overview(self.plan());
        let plans: Vec<_> = page
            .plans
            .into_iter()
            .map(|one| self.plan_line(one))
            .collect();
        let head = el("header")
            .class("head")
            .with(el("h1").with(self.say(page.title)))
            .with(el("p").class("local on-screen").with(words.overview_lede));
        let plans = el("section")
            .class("part")
            .with(el("h2").with(words.plans))
            .with(el("ul").class("plans").with(plans));
        el("div")
            .class("made-first")
            .with(head)
            .with(self.views("made-contents"))
            .with(plans)
    }

    fn plan_line(&self, plan: PlanLine) -> Element {
        let words = self.words;
        let (points, dated) = ((words.points)(plan.points), self.when(Some(plan.dated)));
        let meta = el("span").class("meta").with(format!("{points} · {dated}"));
        let title = el("b").with(self.say(plan.title));
        let details = el("details")
            .with(el("summary").with(title).with(" ").with(meta))
            .with(el("p").with(self.say(plan.status)))
            .with(self.paragraph("", plan.drafting))
            .with(el("p").class("aside").with(self.say(plan.text_seen)))
            .with(self.cites(plan.sources));
        let to = format!("#{}", plan_name(&plan.id));
        let on = plan.chosen.then_some("true");
        let button = el("a").class("button").attr("href", to);
        let button = button.maybe("aria-current", on).with(self.say(plan.short));
        el("li").class("plan").with(details).with(button)
    }
}

fn key_sign(sign: &KeySign, said: String) -> Element {
    let drawn = match sign {
        KeySign::Fill(fill, glyph) => el("i")
            .class(&format!("swatch {}", fill.slug()))
            .with(glyph.map(mark)),
        KeySign::Hatch(pattern, _) => el("i").class(&format!("sign hatch hatch-{pattern}")),
        KeySign::Group => el("i").class("sign group"),
        KeySign::Plant => el("i").class("sign plant"),
        KeySign::Drained => el("i").class("sign drained"),
    };
    el("li").with(drawn).with(el("span").with(said))
}

fn mark(glyph: Glyph) -> Node {
    let shapes = parts(glyph).iter();
    let shapes = shapes.map(|(class, d)| Node::new("path").attr("class", *class).attr("d", *d));
    Node::new("svg")
        .attr("class", format!("mark {}", glyph.slug()))
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .children(shapes)
}
