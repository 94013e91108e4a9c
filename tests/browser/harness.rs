//! Ready-made visits, and what several tests ask of the map.

use serde::Deserialize;
use serde_json::{Value, json};

use super::chromium::Chromium;
use super::page::Page;
use super::site::Site;

/// A desk: a wide window.
pub const WIDE: (u32, u32) = (1440, 900);

/// Wishes that a reader's system may have.
pub const LIGHT: (&str, &str) = ("prefers-color-scheme", "light");
/// The dark one of the two.
pub const DARK: (&str, &str) = ("prefers-color-scheme", "dark");
/// No motion. Tests that are about something else ask for it as well: they wait less.
pub const CALM: (&str, &str) = ("prefers-reduced-motion", "reduce");

/// A browser with a wide window, the built page served, nothing opened yet.
pub async fn visit() -> Page {
    visit_site(Site::start()).await
}

/// The same with a site that a test has prepared.
pub async fn visit_site(site: Site) -> Page {
    let chromium = Chromium::start(WIDE.0, WIDE.1).await;
    Page { chromium, site }
}

/// A visit without flights of the camera.
pub async fn visit_calmly() -> Page {
    let page = visit().await;
    page.prefer(&[CALM]).await;
    page
}

/// A phone in the hand: small, sharp, touched.
pub async fn visit_on_phone() -> Page {
    let page = visit().await;
    page.resize(390, 844, true).await;
    page.chromium
        .devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true, "maxTouchPoints": 5 }),
        )
        .await;
    page
}

/// A point of the window that belongs to a region, and how far it is from where that ends.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Spot {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// How many pixels around it belong to the region as well.
    pub clear: f64,
}

impl Page {
    /// Gives the window another size.
    pub async fn resize(&self, width: u32, height: u32, phone: bool) {
        let scale = if phone { 2 } else { 1 };
        self.chromium
            .devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone }),
            )
            .await;
    }

    /// Lets the reader's system ask for these, and for nothing else.
    pub async fn prefer(&self, wishes: &[(&str, &str)]) {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = wishes.iter().map(feature).collect();
        self.chromium
            .devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )
            .await;
    }

    /// The point of a region that is farthest from its edges, as the reader sees the map now; `None`
    /// where no point of the window would hit it.
    pub async fn spot(&self, region: &str) -> Option<Spot> {
        self.wait_for_rest().await;
        self.run(SPOT, json!([region])).await
    }

    /// Clicks a region on the map with the mouse. Where it is too small to be hit, it does as a
    /// reader would: turns the wheel over the place.
    pub async fn click_region(&self, region: &str) {
        let spot = self.come_close(region).await;
        self.click_at(spot.x, spot.y).await;
    }

    /// Taps a region on the map with a finger.
    pub async fn tap_region(&self, region: &str) {
        let spot = self.come_close(region).await;
        self.tap_at(spot.x, spot.y).await;
    }

    /// Turns the wheel over a region until it offers a target that a hand can hit.
    async fn come_close(&self, region: &str) -> Spot {
        let there = "return !!document.querySelector(`[data-region=\"${arguments[0]}\"]`)";
        self.wait_for(&format!("{region} on the map"), there, json!([region]))
            .await;
        for _ in 0..12 {
            match self.spot(region).await {
                Some(spot) if spot.clear >= TARGET => return spot,
                _ => self.wheel_over(region).await,
            }
        }
        panic!("no zoom makes {region} a target of {TARGET} px around a point");
    }

    /// Turns the wheel by a notch or two towards the map, with the pointer on a region.
    pub async fn wheel_over(&self, region: &str) {
        let script = "const box = document.querySelector(`[data-region=\"${arguments[0]}\"]`) \
            .getBoundingClientRect(); \
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
        let (x, y): (i64, i64) = self.run(script, json!([region])).await;
        let turn = json!({
            "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": -240, "duration": 0,
            "origin": "viewport",
        });
        self.perform(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]))
            .await;
    }

    /// The regions that the map has lit for a clause, in alphabetical order.
    pub async fn lit(&self) -> Vec<String> {
        let mut lit = self
            .attributes("[data-region][data-lit]", "data-region")
            .await;
        lit.sort();
        lit.dedup();
        lit
    }

    /// The element that holds the keyboard's focus, for messages and comparisons.
    pub async fn focused(&self) -> Value {
        self.run(FOCUSED, json!([])).await
    }

    /// The region of the map that holds the keyboard's focus.
    pub async fn focused_region(&self) -> Option<String> {
        self.run(
            "return document.activeElement?.closest('[data-region]')?.dataset.region ?? null",
            json!([]),
        )
        .await
    }
}

impl Page {
    /// Presses Tab until the focus is in the map; returns how often that was.
    pub async fn tab_to_map(&self) -> usize {
        let mut passed = Vec::new();
        for steps in 1..=40 {
            self.press("Tab").await;
            if self.focused_region().await.is_some() {
                return steps;
            }
            passed.push(self.focused().await);
        }
        panic!("40 times Tab do not reach the map: {passed:#?}");
    }

    /// The focus on a region's element, as a key would have put it.
    pub async fn focus_region(&self, region: &str) {
        let script = "document.querySelector(`[data-region=\"${arguments[0]}\"]`).focus()";
        let _: Value = self.run(script, json!([region])).await;
    }

    /// Waits until a region of the map has the focus.
    pub async fn wait_for_focus(&self, region: &str) {
        let script = "return document.activeElement?.closest('[data-region]')?.dataset.region \
            === arguments[0]";
        self.wait_for(&format!("the focus on {region}"), script, json!([region]))
            .await;
    }

    /// Types letters quickly, one after the other.
    pub async fn type_letters(&self, letters: &str) {
        for letter in letters.chars() {
            self.press(&letter.to_string()).await;
        }
    }
}

/// Half of the 24 px that the accessibility guidelines ask of a target would be 12; the line around
/// a small target and the grid of the search take some of it.
const TARGET: f64 = 5.0;

/// Walks a grid over what the window shows of the region and asks the browser what lies under each
/// point; then how far each point of the region is from the nearest that is not, in grid steps.
const SPOT: &str = r#"
const id = arguments[0];
const own = [...document.querySelectorAll(`[data-region="${id}"]`)];
if (!own.length) return null;
const boxes = own.map((one) => one.getBoundingClientRect());
const left = Math.max(0, Math.floor(Math.min(...boxes.map((b) => b.left))) - 16);
const top = Math.max(0, Math.floor(Math.min(...boxes.map((b) => b.top))) - 16);
const right = Math.min(innerWidth - 1, Math.ceil(Math.max(...boxes.map((b) => b.right))) + 16);
const bottom = Math.min(innerHeight - 1, Math.ceil(Math.max(...boxes.map((b) => b.bottom))) + 16);
const step = Math.max(1, Math.ceil(Math.max(right - left, bottom - top) / 64));
const across = Math.floor((right - left) / step) + 3;
const down = Math.floor((bottom - top) / step) + 3;
if (across < 3 || down < 3) return null;
const far = new Float64Array(across * down);
for (let row = 1; row < down - 1; row++) {
  for (let column = 1; column < across - 1; column++) {
    const hit = document.elementFromPoint(left + (column - 1) * step, top + (row - 1) * step);
    if (hit?.closest("[data-region]")?.dataset.region === id) far[row * across + column] = 1e9;
  }
}
const near = (at, other, cost) => { far[at] = Math.min(far[at], far[other] + cost); };
for (let at = across + 1; at < far.length - across - 1; at++) {
  near(at, at - 1, 1); near(at, at - across, 1);
  near(at, at - across - 1, 1.4); near(at, at - across + 1, 1.4);
}
let best = 0;
for (let at = far.length - across - 2; at > across; at--) {
  near(at, at + 1, 1); near(at, at + across, 1);
  near(at, at + across + 1, 1.4); near(at, at + across - 1, 1.4);
  if (far[at] > far[best]) best = at;
}
if (!(far[best] > 0)) return null;
return {
  x: left + ((best % across) - 1) * step,
  y: top + (Math.floor(best / across) - 1) * step,
  clear: (far[best] - 0.5) * step,
};
"#;

const FOCUSED: &str = r#"
const one = document.activeElement;
if (!one || one === document.body) return null;
const names = one.getAttributeNames().filter((name) => name !== "class" && name !== "style");
const told = names.map((name) => ` ${name}="${one.getAttribute(name)}"`).join("");
return `<${one.localName}${told}>`;
"#;
