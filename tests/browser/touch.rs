//! A real hand on the glass: fingers that go down, move and go up, as the browser itself gets them.

use std::time::Duration;

use serde_json::{Value, json};

use super::page::Page;

/// Longer than a finger has to be held to ask what is here.
const HOLD: Duration = Duration::from_millis(700);

impl Page {
    /// Puts fingers down, moves them or takes them up (`touchStart`, `touchMove`, `touchEnd`): these
    /// are on the glass afterwards, or are the ones that moved.
    pub async fn fingers(&self, event: &str, at: &[(i64, i64)]) {
        let points: Vec<Value> = at
            .iter()
            .enumerate()
            .map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }))
            .collect();
        self.chromium
            .devtools(
                "Input.dispatchTouchEvent",
                json!({ "type": event, "touchPoints": points }),
            )
            .await;
    }

    /// Taps with a finger.
    pub async fn touch(&self, x: i64, y: i64) {
        self.fingers("touchStart", &[(x, y)]).await;
        self.fingers("touchEnd", &[]).await;
    }

    /// Holds a finger on a point until what it asks for has come, then takes it up. How long a finger
    /// is held is what is tested here: no condition can stand for it.
    pub async fn hold_finger(&self, x: i64, y: i64) {
        self.fingers("touchStart", &[(x, y)]).await;
        tokio::time::sleep(HOLD).await;
        self.fingers("touchEnd", &[]).await;
    }

    /// Holds a finger that moves by so many pixels before it has been held long enough.
    pub async fn hold_and_move(&self, x: i64, y: i64, by: i64) {
        self.fingers("touchStart", &[(x, y)]).await;
        for step in 1..=4 {
            self.fingers("touchMove", &[(x + by * step / 4, y)]).await;
        }
        tokio::time::sleep(HOLD).await;
        self.fingers("touchEnd", &[]).await;
    }
}
