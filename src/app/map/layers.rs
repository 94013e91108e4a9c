//! The layers that the address asks for: how far each is, what it says of itself, what of it lies where
//! was clicked.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::address;
use super::super::brought::Opener;
use super::super::desk::Desk;
use super::super::icons::{Icon, Sign};
use super::super::intl::counts;
use super::super::overlay::{Failed, Layer, Look, Place, Told};
use super::stage::Stage;
use super::voice::Voice;
use crate::atlas::Point;
use crate::dossier::PlaneOf;
use crate::paint::canvas::Style;
use crate::route::AskedLayer;
use crate::words::Words;

/// How near to a line or a point a click must be, in px.
const REACH: f64 = 6.0;

/// One layer of the list.
#[derive(Clone)]
struct Line {
    number: usize,
    /// The layer, or the address that may not be opened.
    layer: Result<Layer, String>,
    /// What the address says of it.
    asked: AskedLayer,
    /// What of it lies where was clicked.
    here: RwSignal<Option<String>>,
}

/// All layers that the address asks for; cheap to copy.
#[derive(Clone, Copy)]
pub struct Layers {
    lines: RwSignal<Vec<Line>, LocalStorage>,
    stage: Stage,
}

impl Layers {
    /// Opens the layers of the address on a stage.
    pub fn open(desk: &Desk, stage: Stage) -> Self {
        let plane = desk.loaded.dossier.manifest.projection;
        let look = Look {
            style: style(),
            plane: plane.unwrap_or(PlaneOf::Mercator {
                meridian: 0.0,
                parallel: 0.0,
            }),
        };
        let lines = address::overlays().into_iter().enumerate();
        let lines = lines.map(|(number, asked)| {
            let (layer, asked) = match asked {
                Ok(asked) => {
                    let place = Place::Url(asked.address.clone());
                    (Ok(Layer::open(stage, place, look.clone())), asked)
                }
                Err(written) => (Err(written), AskedLayer::default()),
            };
            let here = RwSignal::new(None);
            Line {
                number,
                layer,
                asked,
                here,
            }
        });
        let opened = Self {
            lines: RwSignal::new_local(lines.collect()),
            stage,
        };
        opened.take_in(look);
        on_cleanup(move || opened.close());
        opened
    }

    /// Adds the layers that the reader brings from their device, in the order of their coming.
    fn take_in(self, look: Look) {
        let Some(opener) = use_context::<Opener>() else {
            return;
        };
        let first = self.lines.read_untracked().len();
        Effect::new(move |taken: Option<usize>| {
            let taken = taken.unwrap_or_default();
            let brought = opener.layers.read();
            for (number, file) in brought.iter().enumerate().skip(taken) {
                let layer = Layer::open(self.stage, Place::Device(file.clone()), look.clone());
                self.lines.update(|lines| {
                    lines.push(Line {
                        number: first + number,
                        layer: Ok(layer),
                        asked: AskedLayer::default(),
                        here: RwSignal::new(None),
                    });
                });
            }
            brought.len()
        });
    }

    /// Tells what of the layers lies where was clicked, the topmost first.
    pub fn clicked(self, event: &web_sys::MouseEvent, words: &Words, voice: Voice) {
        let Some(canvas) = self.stage.canvas.get_untracked() else {
            return;
        };
        let inside = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !canvas.contains(inside.as_ref()) {
            return;
        }
        let frame = canvas.get_bounding_client_rect();
        let at = Point::new(
            f64::from(event.client_x()) - frame.left(),
            f64::from(event.client_y()) - frame.top(),
        );
        for line in self.lines.get_untracked().iter().rev() {
            let found = line.layer.as_ref().ok().and_then(|layer| {
                layer.at(at, REACH, |item| match item.name {
                    "" => item.id.to_owned(),
                    name => name.to_owned(),
                })
            });
            if let Some(found) = &found {
                voice.say((words.layer_here)(found));
            }
            line.here.set(found);
        }
    }

    /// Closes all of them: their pictures lie in an element that may stay.
    fn close(self) {
        self.lines.with_untracked(|lines| {
            for layer in lines.iter().filter_map(|line| line.layer.as_ref().ok()) {
                layer.close();
            }
        });
    }

    fn remove(self, number: usize) {
        self.lines.update(|lines| {
            for line in lines.iter().filter(|line| line.number == number) {
                if let Ok(layer) = &line.layer {
                    layer.close();
                }
            }
            lines.retain(|line| line.number != number);
        });
    }
}

/// Dashed, in the colour that the style sheet has for what was added.
fn style() -> Style {
    let root = document().document_element();
    let computed = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let token = computed.and_then(|computed| computed.get_property_value("--layer").ok());
    let [red, green, blue] = token.as_deref().and_then(colour).unwrap_or([128, 0, 128]);
    Style {
        fills: vec![[red, green, blue, 40]],
        line: [red, green, blue, 255],
        width: 1.8,
        dash: Some((6.0, 4.0)),
        point: 4.0,
    }
}

/// A colour written as `#rrggbb`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The list of the layers, under the map.
#[component]
pub fn LayerList(layers: Layers, words: &'static Words) -> impl IntoView {
    let line = move |line: Line| {
        let number = line.number;
        let said = match line.layer {
            Ok(layer) => {
                view! { <LayerSaid layer asked=line.asked here=line.here words /> }.into_any()
            }
            Err(url) => view! { <b>{url}</b> " " {words.layer_address} }.into_any(),
        };
        view! {
            <li>
                <i class="sign layer-sign" aria-hidden="true"></i>
                {said}
                <button class="icon" aria-label=(words.layer_remove)(words.layer_nameless) on:click=move |_| layers.remove(number)>
                    <Icon sign=Sign::Cross />
                </button>
            </li>
        }
    };
    move || {
        let lines = layers.lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <ul class="layers" aria-label=words.layers>{lines.into_iter().map(line).collect_view()}</ul>
            }
        })
    }
}

/// How far a layer is, or what it says of itself.
#[component]
fn LayerSaid(
    layer: Layer,
    asked: AskedLayer,
    here: RwSignal<Option<String>>,
    words: &'static Words,
) -> impl IntoView {
    let told = layer.told;
    let percent = |share: f64| (share * 100.0) as u32;
    move || match told.get() {
        Told::Fetching(read, all) => {
            let share = all.map(|all| percent(read as f64 / all.max(1) as f64));
            view! { <span>{(words.layer_fetching)(share)}</span> }.into_any()
        }
        Told::Reading(share) => {
            view! { <span>{(words.layer_reading)(percent(share))}</span> }.into_any()
        }
        Told::Read {
            features,
            left_out,
            findings,
            heading,
        } => {
            let [name, date, source] = asked.headed(heading);
            let name = if name.is_empty() {
                words.layer_nameless.to_owned()
            } else {
                name
            };
            let more = [date, source].into_iter().filter(|text| !text.is_empty());
            let more: Vec<String> = more.map(|text| format!(" · {text}")).collect();
            view! {
                <span data-layer="read">
                    <b>{name}</b> {more} " · " {counts(words.lang, &(words.layer_features)(features, left_out))}
                </span>
                <Findings findings words />
                <span class="layer-here">{move || here.get().map(|found| (words.layer_here)(&found))}</span>
            }
            .into_any()
        }
        Told::Failed(failed) => {
            let why = match failed {
                Failed::NoAnswer => words.layer_no_answer.to_owned(),
                Failed::Status(status) => (words.layer_status)(status),
                Failed::BrokeOff => words.layer_broke_off.to_owned(),
            };
            view! { <span data-layer="failed">{why}</span> }.into_any()
        }
        Told::NoWorker => {
            view! { <span data-layer="failed">{words.layer_refused}</span> }.into_any()
        }
    }
}

/// What is wrong with a layer, folded.
#[component]
fn Findings(findings: Vec<String>, words: &'static Words) -> impl IntoView {
    (!findings.is_empty()).then(|| {
        let count = findings.len();
        let line = |finding: String| view! { <li>{finding}</li> };
        view! {
            <details>
                <summary>{(words.layer_faults)(count)}</summary>
                <ul class="faults">{findings.into_iter().map(line).collect_view()}</ul>
            </details>
        }
    })
}
