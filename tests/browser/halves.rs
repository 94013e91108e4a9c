//! A layer so large that two workers read it, half each, beside the same one read by one worker.

use serde_json::json;

use super::harness::visit_site;
use super::site::Site;

/// How many squares there are, forty in a row.
const SQUARES: usize = 800;

/// A file of more bytes is read by two workers.
const READ_IN_TWO: usize = 4_000_000;

/// Squares over the whole map, with many corners on each side. So many letters more stand after each, which
/// nobody asks for; those that are `wrong` lie beyond the pole.
fn squares(letters: usize, wrong: &[usize]) -> String {
    let features: Vec<String> = (0..SQUARES)
        .map(|n| {
            let lat = if wrong.contains(&n) { 95.0 } else { 45.0 };
            square(n, lat + (n / 40) as f64 * 0.28, &"x".repeat(letters))
        })
        .collect();
    let features = features.join(",\n");
    format!(
        "{{\"type\":\"FeatureCollection\",\"name\":\"Squares\",\"features\":[\n{features}\n],\"source\":\"My desk\"}}"
    )
}

fn square(n: usize, low: f64, letters: &str) -> String {
    let left = 24.0 + (n % 40) as f64 * 0.35;
    let corners = [
        (0.0, 0.0),
        (0.35, 0.0),
        (0.35, 0.28),
        (0.0, 0.28),
        (0.0, 0.0),
    ];
    let mut ring: Vec<String> = Vec::new();
    for pair in corners.windows(2) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        ring.extend((0..25).map(|k| {
            let t = f64::from(k) / 25.0;
            let (x, y) = (left + ax + (bx - ax) * t, low + ay + (by - ay) * t);
            format!("[{x:.6},{y:.6}]")
        }));
    }
    ring.push(ring[0].clone());
    let (ring, class) = (ring.join(","), n % 5);
    format!(
        "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}},\
         \"properties\":{{\"name\":\"Square {n}\",\"v\":{class},\"more\":\"{letters}\"}}}}"
    )
}

/// What is told of a layer, and what of it is drawn.
async fn shown(text: String) -> (String, u64) {
    let large = text.len() > READ_IN_TWO;
    let site = Site::start();
    site.replace("squares.geojson", text);
    let page = visit_site(site).await;
    page.open("&overlay=squares.geojson").await;
    page.wait_for(
        "a layer at rest",
        "return document.querySelector('[data-layer]') !== null \
            && document.querySelector('.overlay canvas')?.width > 100 \
            && document.querySelector('.canvas').hasAttribute('data-still')",
        json!([]),
    )
    .await;
    let workers: usize = page
        .run(
            "return performance.getEntriesByType('resource') \
                .filter((one) => one.name.endsWith('overlay-worker.js')).length",
            json!([]),
        )
        .await;
    assert_eq!(workers, if large { 2 } else { 1 });
    // The list of faults takes room from the map: the picture first.
    let drawn = page.run(DRAWN, json!([])).await;
    if page.count(".layers summary").await > 0 {
        page.click(".layers summary").await;
    }
    let told = page.words(".layers").await;
    page.assert_quiet().await;
    (told, drawn)
}

/// A number made of all pixels, and none without any.
const DRAWN: &str = r#"
const shown = document.querySelector(".overlay canvas");
const copy = document.createElement("canvas");
copy.width = shown.width;
copy.height = shown.height;
const pen = copy.getContext("2d");
pen.drawImage(shown, 0, 0);
const bytes = pen.getImageData(0, 0, copy.width, copy.height).data;
let number = 0;
for (const byte of bytes) number = (Math.imul(number, 31) + byte) >>> 0;
return number;
"#;

#[tokio::test]
async fn two_workers_read_a_layer_as_one_does() {
    for wrong in [&[][..], &[100, 700]] {
        let (one, two) = (squares(0, wrong), squares(3000, wrong));
        assert!(one.len() < READ_IN_TWO && two.len() > READ_IN_TWO);
        let (one, two) = (shown(one).await, shown(two).await);
        let count = format!("{} features", SQUARES - wrong.len());
        assert!(one.0.contains(&count), "{}", one.0);
        assert_eq!(one.0.contains("latitude"), !wrong.is_empty(), "{}", one.0);
        assert_eq!(one, two);
    }
}
