//! A hand on the map: thrown, pulled, pinched, tapped, boxed, and moved by buttons.

use serde_json::{Value, json};

use super::harness::{visit, visit_calmly, visit_on_phone};
use super::page::Page;

/// Waits until nothing moves and the picture is sharp.
async fn still(page: &Page) {
    let script = "return document.querySelector('.canvas')?.hasAttribute('data-still') === true";
    page.wait_for("a still map", script, json!([])).await;
}

/// The box of an element: left, top, width, height.
async fn frame(page: &Page, css: &str) -> [f64; 4] {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
        return [box.x, box.y, box.width, box.height]";
    page.run(script, json!([css])).await
}

fn middle([x, y, width, height]: [f64; 4]) -> (f64, f64) {
    (x + width / 2.0, y + height / 2.0)
}

/// Drags from the middle of the canvas in steps of 16 ms, and holds still so long before letting go.
async fn drag(page: &Page, steps: &[(i64, i64)], hold: u64) {
    let (x, y) = middle(frame(page, ".canvas").await);
    let (mut x, mut y) = (x as i64, y as i64);
    let to = |x: i64, y: i64, took: u64| json!({ "type": "pointerMove", "duration": took, "origin": "viewport", "x": x, "y": y });
    let mut actions = vec![to(x, y, 0), json!({ "type": "pointerDown", "button": 0 })];
    for (dx, dy) in steps {
        (x, y) = (x + dx, y + dy);
        actions.push(to(x, y, 16));
    }
    if hold > 0 {
        actions.push(json!({ "type": "pause", "duration": hold }));
    }
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    let source = json!({
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions,
    });
    page.perform(json!([source])).await;
}

/// Whether the middle of the canvas lies within the ground of the dossier.
async fn rests_inside(page: &Page) -> bool {
    let [x, y, width, height] = frame(page, ".map .regions").await;
    let (mx, my) = middle(frame(page, ".canvas").await);
    // The picture's box has the widths of its strokes.
    (x - 2.0..x + width + 2.0).contains(&mx) && (y - 2.0..y + height + 2.0).contains(&my)
}

#[tokio::test]
async fn a_thrown_map_goes_on_and_comes_to_rest_within_its_bounds() {
    let page = visit().await;
    page.open("").await;
    still(&page).await;
    let before = middle(frame(&page, "[data-region=znpp]").await);
    drag(&page, &[(-12, 0); 12], 0).await;
    still(&page).await;
    let after = middle(frame(&page, "[data-region=znpp]").await);
    let gone = before.0 - after.0;
    assert!(gone > 160.0, "dragged by 144 px, it went {gone}");
    assert!((after.1 - before.1).abs() < 2.0);
    assert!(rests_inside(&page).await);
    assert_eq!(page.subject().await, "overview");
}

#[tokio::test]
async fn who_wants_no_motion_can_drag_and_not_throw() {
    let page = visit_calmly().await;
    page.open("").await;
    still(&page).await;
    let before = middle(frame(&page, "[data-region=znpp]").await);
    drag(&page, &[(-12, 0); 12], 0).await;
    still(&page).await;
    let after = middle(frame(&page, "[data-region=znpp]").await);
    let gone = before.0 - after.0;
    assert!(
        (gone - 144.0).abs() < 3.0,
        "dragged by 144 px, it went {gone}"
    );
}

#[tokio::test]
async fn pulled_beyond_its_edge_the_map_springs_back() {
    let page = visit().await;
    page.open("").await;
    still(&page).await;
    for _ in 0..4 {
        drag(&page, &[(-60, 0); 8], 80).await;
    }
    still(&page).await;
    assert!(rests_inside(&page).await);
    let [x, _, width, _] = frame(&page, ".map .regions").await;
    let (mx, _) = middle(frame(&page, ".canvas").await);
    let edge = x + width - mx;
    assert!(
        edge.abs() < 6.0,
        "the eastern edge is {edge} px from the middle"
    );
}

#[tokio::test]
async fn the_wheel_keeps_the_place_under_the_pointer() {
    let page = visit().await;
    page.open("").await;
    still(&page).await;
    let (x, y) = middle(frame(&page, "[data-region=znpp]").await);
    let wide = frame(&page, "[data-region=donetsk]").await[2];
    let turn = json!({
        "type": "scroll", "x": x as i64, "y": y as i64, "deltaX": 0, "deltaY": -200, "duration": 0,
        "origin": "viewport",
    });
    page.perform(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]))
        .await;
    let wider = "return document.querySelector('[data-region=donetsk]').getBoundingClientRect().width > arguments[0]";
    page.wait_for("a closer map", wider, json!([wide * 1.3]))
        .await;
    still(&page).await;
    let (nx, ny) = middle(frame(&page, "[data-region=znpp]").await);
    assert!((nx - x).hypot(ny - y) < 2.5, "{x},{y} → {nx},{ny}");
}

/// Fingers on the glass, by the browser's own touch events.
async fn touch(page: &Page, kind: &str, points: &[(f64, f64)]) {
    let points: Vec<Value> = points
        .iter()
        .enumerate()
        .map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }))
        .collect();
    let event = json!({ "type": kind, "touchPoints": points });
    page.chromium
        .devtools("Input.dispatchTouchEvent", event)
        .await;
}

#[tokio::test]
async fn two_fingers_pinch() {
    let page = visit_on_phone().await;
    page.open("").await;
    still(&page).await;
    let width = || async { frame(&page, "[data-region=kirovohrad]").await[2] };
    let first = width().await;
    let (x, y) = middle(frame(&page, ".canvas").await);
    touch(&page, "touchStart", &[(x - 40.0, y)]).await;
    touch(&page, "touchStart", &[(x - 40.0, y), (x + 40.0, y)]).await;
    for by in 1..=10 {
        let by = f64::from(by) * 4.0;
        touch(
            &page,
            "touchMove",
            &[(x - 40.0 - by, y), (x + 40.0 + by, y)],
        )
        .await;
    }
    touch(&page, "touchEnd", &[(x + 80.0, y)]).await;
    touch(&page, "touchEnd", &[]).await;
    still(&page).await;
    let pinched = width().await;
    assert!((pinched / first - 2.0).abs() < 0.15, "{first} → {pinched}");
    assert_eq!(page.subject().await, "overview");
}

/// A point of the canvas at which a tap selects nothing.
const NOWHERE: &str = r#"
const box = document.querySelector(".canvas").getBoundingClientRect();
for (let y = box.bottom - 30; y > box.top; y -= 10) {
  for (let x = box.left + 10; x < box.right - 10; x += 10) {
    const hit = document.elementFromPoint(x, y);
    if (hit?.closest(".canvas") && !hit.closest("[data-region]")) return [x, y];
  }
}
return null;
"#;

#[tokio::test]
async fn a_finger_that_taps_twice_comes_closer() {
    let page = visit_on_phone().await;
    page.open("").await;
    still(&page).await;
    let first = frame(&page, "[data-region=kirovohrad]").await[2];
    let at: (f64, f64) = page.run(NOWHERE, json!([])).await;
    for _ in 0..2 {
        touch(&page, "touchStart", &[at]).await;
        touch(&page, "touchEnd", &[]).await;
    }
    let closer = "return document.querySelector('[data-region=kirovohrad]').getBoundingClientRect().width > arguments[0]";
    page.wait_for("a closer map", closer, json!([first * 1.5]))
        .await;
    assert_eq!(page.subject().await, "overview");
}

#[tokio::test]
async fn a_box_drawn_with_shift_is_zoomed_into_and_escape_gives_it_up() {
    let page = visit_calmly().await;
    page.open("").await;
    still(&page).await;
    let [left, top, width, height] = frame(&page, ".canvas").await;
    let (x, y) = ((left + width * 0.4) as i64, (top + height * 0.4) as i64);
    let mouse = |kind: &'static str, x: i64, y: i64, buttons: i64| {
        let event = json!({
            "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1,
            "modifiers": 8,
        });
        page.chromium.devtools("Input.dispatchMouseEvent", event)
    };
    let wide = frame(&page, "[data-region=kirovohrad]").await[2];
    for escape in [true, false] {
        mouse("mousePressed", x, y, 1).await;
        mouse("mouseMoved", x + 100, y + 60, 1).await;
        mouse("mouseMoved", x + 200, y + 120, 1).await;
        let shown = "const box = document.querySelector('.zoom-box').getBoundingClientRect(); \
            return Math.abs(box.width - 200) < 4 && Math.abs(box.height - 120) < 4";
        page.wait_for("the box", shown, json!([])).await;
        if escape {
            page.press("Escape").await;
        }
        mouse("mouseReleased", x + 200, y + 120, 0).await;
        let gone = "return document.querySelector('.zoom-box').hidden";
        page.wait_for("no box", gone, json!([])).await;
        still(&page).await;
        let now = frame(&page, "[data-region=kirovohrad]").await[2];
        if escape {
            assert!((now - wide).abs() < 1.0, "given up: {wide} → {now}");
        } else {
            let wanted = wide * (width / 200.0).min(height / 120.0);
            assert!(
                (now / wanted - 1.0).abs() < 0.1,
                "{wide} → {now}, not {wanted}"
            );
        }
    }
    assert_eq!(page.subject().await, "overview");
}

#[tokio::test]
async fn buttons_move_the_map_without_a_mouse() {
    let page = visit_calmly().await;
    page.open("").await;
    still(&page).await;
    let _: Value = page
        .run("document.querySelector('.pan summary').focus()", json!([]))
        .await;
    page.press("Enter").await;
    page.press("Tab").await;
    let (x, y) = middle(frame(&page, "[data-region=znpp]").await);
    // The first of the four brings what lies above into view.
    page.press("Enter").await;
    let moved = "return document.querySelector('[data-region=znpp]').getBoundingClientRect().y > arguments[0]";
    page.wait_for("a map that has moved", moved, json!([y + 50.0]))
        .await;
    still(&page).await;
    let (nx, _) = middle(frame(&page, "[data-region=znpp]").await);
    assert!((nx - x).abs() < 2.0, "{x} → {nx}");
    let small: Vec<f64> = page
        .run(
            "return [...document.querySelectorAll('.moves button, .moves summary')] \
                .map((one) => Math.min(one.offsetWidth, one.offsetHeight)).filter((size) => size < 24)",
            json!([]),
        )
        .await;
    assert!(small.is_empty(), "{small:?}");
}

/// A window that the browser takes for hidden gets no frames. The map in it comes to rest all the same.
#[tokio::test]
async fn a_map_that_gets_no_frames_comes_to_rest() {
    let page = visit().await;
    page.open("").await;
    still(&page).await;
    let _: Value = page
        .run(
            "window.requestAnimationFrame = () => 0; document.querySelector('.zoom button').click()",
            json!([]),
        )
        .await;
    let moves = "return !document.querySelector('.canvas').hasAttribute('data-still')";
    page.wait_for("a map that moves", moves, json!([])).await;
    still(&page).await;
}

/// Notes in every frame how far the picture leaves the canvas uncovered.
const WATCH: &str = r#"
window.bare = 0;
window.frames_seen = 0;
const look = () => {
  const canvas = document.querySelector(".canvas").getBoundingClientRect();
  const picture = document.querySelector(".canvas > svg").getBoundingClientRect();
  window.frames_seen += 1;
  window.bare = Math.max(window.bare, picture.left - canvas.left, picture.top - canvas.top,
    canvas.right - picture.right, canvas.bottom - picture.bottom);
  requestAnimationFrame(look);
};
look();
"#;

#[tokio::test]
async fn no_edge_is_blank_while_a_hand_drags() {
    let page = visit().await;
    page.open("#region=znpp").await;
    still(&page).await;
    let _: Value = page.run(WATCH, json!([])).await;
    let circle: Vec<(i64, i64)> = (0..60)
        .map(|n| f64::from(n) / 30.0 * std::f64::consts::TAU)
        .map(|turn| ((turn.cos() * 14.0) as i64, (turn.sin() * 14.0) as i64))
        .collect();
    drag(&page, &circle, 0).await;
    // Half a px a ms: a hand that is in no hurry, on a machine that has other things to do.
    drag(&page, &[(-8, 4); 45], 0).await;
    still(&page).await;
    let (bare, frames): (f64, u32) = page
        .run("return [window.bare, window.frames_seen]", json!([]))
        .await;
    assert!(frames > 20, "{frames} frames");
    assert!(bare <= 1.0, "{bare} px of the canvas were bare");
}
