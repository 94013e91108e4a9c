//! One browser with its driver. Both end, and their files go, when it is dropped: also when the
//! test that holds it fails.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromeCapabilities, RequestData, SessionId};

/// How many browsers may run at once: more only slow each other down.
const AT_ONCE: u32 = 2;

/// A browser. Its parts end in the order in which they stand here.
pub struct Chromium {
    /// The way to the driver.
    pub driver: WebDriver,
    /// Whether its console can be read over the driver.
    pub has_log: bool,
    _session: Session,
    _process: Driver,
    _profile: Profile,
    _turn: Turn,
}

impl Chromium {
    /// Starts a browser with a window of this size.
    pub async fn start(width: u32, height: u32) -> Self {
        let profile = Profile::new();
        let wanted = capabilities(&profile, width, height).expect("capabilities");
        let driver = ("/usr/bin/chromedriver", "successfully on port ");
        Self::with(driver, wanted, "goog:processID", profile).await
    }

    /// The same, of which is kept what its threads do: the log of its performance is Chromium's own trace, of tasks
    /// and marks. It can be asked for once.
    pub async fn traced(width: u32, height: u32) -> Self {
        let profile = Profile::new();
        let mut wanted = capabilities(&profile, width, height).expect("capabilities");
        let traced = json!({
            "enableNetwork": false,
            "enablePage": false,
            "traceCategories": "disabled-by-default-devtools.timeline,blink.user_timing",
        });
        wanted
            .add_experimental_option("perfLoggingPrefs", traced)
            .expect("capabilities");
        let driver = ("/usr/bin/chromedriver", "successfully on port ");
        Self::with(driver, wanted, "goog:processID", profile).await
    }

    /// Starts another browser: Debian's Firefox, in which nothing can be asked for by a network.
    pub async fn firefox(width: u32, height: u32, reaches: &str) -> Self {
        let mut wanted = DesiredCapabilities::firefox();
        let options = json!({
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
            "prefs": {
                "intl.accept_languages": "en-US",
                "ui.prefersReducedMotion": 1,
                // All else goes to where nobody listens, also what is on this machine.
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
                "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
                "network.proxy.no_proxies_on": reaches,
                "network.proxy.allow_hijacking_localhost": true,
            },
        });
        wanted
            .set("moz:firefoxOptions", options)
            .expect("capabilities");
        let driver = ("geckodriver", "Listening on 127.0.0.1:");
        Self::with(driver, wanted, "moz:processID", Profile::new()).await
    }

    /// Starts a driver, which says its port after some words, and a browser.
    async fn with(
        (driver, words): (&str, &str),
        wanted: impl Into<Capabilities>,
        number: &str,
        profile: Profile,
    ) -> Self {
        let turn = Turn::take();
        let process = Driver::start(driver, words);
        let server = format!("http://127.0.0.1:{}", process.port);
        let driver = WebDriver::new(&server, wanted)
            .await
            .expect("the browser starts");
        // The library ends a forgotten session by itself, but waits two minutes for the answer.
        driver.clone().leak().expect("the session is new");
        let session = Session {
            port: process.port,
            id: driver.session_id().to_string(),
            browser: driver.capabilities().get(number).and_then(Value::as_u64),
        };
        Self {
            driver,
            has_log: number.starts_with("goog"),
            _session: session,
            _process: process,
            _profile: profile,
            _turn: turn,
        }
    }

    /// Asks the driver for something that the library has no name for.
    pub async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let asked = Asked {
            method,
            path: path.to_owned(),
            body,
        };
        let answer = self.driver.cmd(asked).await;
        let answer = answer.unwrap_or_else(|e| panic!("{path}: {e}"));
        answer.value().unwrap_or(Value::Null)
    }

    /// Sends a command of Chrome’s `DevTools` protocol.
    pub async fn devtools(&self, command: &str, params: Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        self.ask(Method::POST, "goog/cdp/execute", Some(body)).await
    }
}

fn capabilities(profile: &Profile, width: u32, height: u32) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_binary("/usr/bin/chromium")?;
    for flag in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        // A window that the browser takes for hidden gets no frames, and a map waits for its next frame.
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--disable-background-timer-throttling",
        // The language that the tests' words are in.
        "--lang=en-US",
        // Whatever the page should ask for elsewhere, it is not to get there.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ] {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--window-size={width},{height}"))?;
    wanted.add_arg(&format!("--user-data-dir={}", profile.0.display()))?;
    wanted.set(
        "goog:loggingPrefs",
        json!({ "browser": "ALL", "performance": "ALL" }),
    )?;
    Ok(wanted)
}

#[derive(Debug)]
struct Asked {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Asked {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(
            self.method.clone(),
            format!("session/{session}/{}", self.path),
        );
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

/// A session of the driver. To leave it closes the browser.
struct Session {
    port: u16,
    id: String,
    /// The browser's process.
    browser: Option<u64>,
}

impl Session {
    /// Plain blocking HTTP, since nothing can be awaited while things are dropped.
    fn leave(&self) -> std::io::Result<()> {
        let mut driver = TcpStream::connect(("127.0.0.1", self.port))?;
        driver.set_read_timeout(Some(Duration::from_secs(10)))?;
        let Self { id, port, .. } = self;
        // Firefox's driver obeys nobody who does not name its port.
        write!(
            driver,
            "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        // The answer comes once the browser is gone.
        let mut answer = [0; 12];
        driver.read_exact(&mut answer)?;
        if answer.ends_with(b" 200") {
            return Ok(());
        }
        let answer = String::from_utf8_lossy(&answer);
        Err(std::io::Error::other(format!("the driver says {answer}")))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Err(error) = self.leave() {
            eprintln!("the browser does not leave: {error}");
            // A driver that hangs, or has crashed, must not leave its browser behind.
            if let Some(browser) = self.browser {
                let _ = Command::new("kill").arg(browser.to_string()).status();
            }
        }
    }
}

/// A running driver.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    fn start(program: &str, words: &str) -> Self {
        // It asks for a port on one address, then for the same one on another, which may be somebody else's by then:
        // it ends, and the next one asks anew.
        (0..5)
            .find_map(|_| Self::begin(program, words))
            .expect("a driver says its port")
    }

    /// `None` if it ends before it has a port.
    fn begin(program: &str, words: &str) -> Option<Self> {
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{program}: {e}; `make browser` installs it"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once(words)?;
            port.trim().trim_end_matches('.').parse().ok()
        });
        let Some(port) = port else {
            let _ = child.wait();
            return None;
        };
        // It goes on writing; a pipe that nobody empties would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { child, port })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browser is gone by now: leaving the session closed it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder for the browser's own files.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("clausemap-browser-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The right to run a browser.
struct Turn;

static RUNNING: Mutex<u32> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

impl Turn {
    /// Waits until fewer than [`AT_ONCE`] browsers run. It may block: each test has a thread.
    fn take() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = ENDED
            .wait_while(running, |running| *running >= AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}
