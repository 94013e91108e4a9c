//! Chromium's own protocol over a `WebSocket`.
//!
//! Commands are sent when they are made and may be answered later: events of the mouse must go out
//! on time, also while the page is too busy to answer the ones before. `WebDriver` waits for each.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow};
use futures_util::{SinkExt, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::tungstenite::Message;

type Answers = Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>;

/// A connection with a browser, or with a page of it.
#[derive(Clone)]
pub struct DevTools {
    out: mpsc::UnboundedSender<String>,
    answers: Answers,
    count: Arc<AtomicU64>,
    session: Option<String>,
}

/// The answer to a command, still to come.
pub struct Pending {
    method: &'static str,
    answer: oneshot::Receiver<Value>,
}

impl DevTools {
    /// Connects with a browser.
    ///
    /// # Errors
    /// Nobody is there.
    pub async fn connect(address: &str) -> Result<Self> {
        let (socket, _) = tokio_tungstenite::connect_async(address).await?;
        let (mut to, mut from) = socket.split();
        let (out, mut queue) = mpsc::unbounded_channel::<String>();
        let answers = Answers::default();
        tokio::spawn(async move {
            while let Some(text) = queue.recv().await {
                if to.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
        });
        let waiting = Arc::clone(&answers);
        tokio::spawn(async move {
            while let Some(Ok(message)) = from.next().await {
                let text = message.into_text().unwrap_or_default();
                let value: Value = serde_json::from_str(&text).unwrap_or_default();
                let waits = value.get("id").and_then(Value::as_u64);
                let waits = waits.and_then(|id| locked(&waiting).remove(&id));
                if let Some(waits) = waits {
                    // Who asked may have gone.
                    let _ = waits.send(value);
                }
            }
            // The browser is gone: whoever still waits is told so.
            locked(&waiting).clear();
        });
        Ok(Self {
            out,
            answers,
            count: Arc::default(),
            session: None,
        })
    }

    /// Opens a page of its own and speaks with that.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn open(&self) -> Result<Self> {
        let page = json!({ "url": "about:blank" });
        let page = self.call("Target.createTarget", page).await?;
        let attach = json!({ "targetId": text(&page, "targetId"), "flatten": true });
        let attached = self.call("Target.attachToTarget", attach).await?;
        let session = text(&attached, "sessionId").context("a session")?;
        Ok(Self {
            session: Some(session.to_owned()),
            ..self.clone()
        })
    }

    /// Sends a command, without waiting.
    pub fn send(&self, method: &'static str, params: Value) -> Pending {
        let id = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        let (answers, answer) = oneshot::channel();
        locked(&self.answers).insert(id, answers);
        let command = match &self.session {
            Some(to) => {
                json!({ "id": id, "sessionId": to, "method": method, "params": params })
            }
            None => json!({ "id": id, "method": method, "params": params }),
        };
        // A connection that is closed shows in the answer that does not come.
        let _ = self.out.send(command.to_string());
        Pending { method, answer }
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// The browser refuses it, or is gone.
    pub async fn call(&self, method: &'static str, params: Value) -> Result<Value> {
        self.send(method, params).done().await
    }

    /// The value of an expression in the page; of a promise, what it resolves to.
    ///
    /// # Errors
    /// What the page throws, or a value of another shape.
    pub async fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
        });
        let mut answer = self.call("Runtime.evaluate", params).await?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            let told = thrown.pointer("/exception/description");
            let told = told.and_then(Value::as_str).unwrap_or("an error");
            return Err(anyhow!("the page says: {told}"));
        }
        let value = answer.pointer_mut("/result/value").map(Value::take);
        serde_json::from_value(value.unwrap_or_default())
            .with_context(|| format!("what the page answers to {expression:.80}"))
    }

    /// Does something in the page; what comes of it is of no interest.
    ///
    /// # Errors
    /// What the page throws.
    pub async fn run(&self, expression: &str) -> Result<()> {
        self.evaluate::<Value>(expression).await.map(drop)
    }
}

/// A member of an answer.
pub fn text<'a>(answer: &'a Value, member: &str) -> Option<&'a str> {
    answer.get(member).and_then(Value::as_str)
}

impl Pending {
    /// Waits for the answer.
    ///
    /// # Errors
    /// The browser refuses the command, or is gone.
    pub async fn done(self) -> Result<Value> {
        let Self { method, answer } = self;
        let mut answer = answer
            .await
            .with_context(|| format!("{method}: the browser is gone"))?;
        match answer.get("error") {
            Some(error) => Err(anyhow!("{method}: {error}")),
            None => Ok(answer
                .get_mut("result")
                .map(Value::take)
                .unwrap_or_default()),
        }
    }
}

/// A thread that panicked while it held the lock leaves nothing half done in it.
fn locked(answers: &Answers) -> std::sync::MutexGuard<'_, HashMap<u64, oneshot::Sender<Value>>> {
    answers.lock().unwrap_or_else(PoisonError::into_inner)
}
