//! A static server on a port of this machine: the built page, with single files replaced where a
//! test wants another dossier, and with the headers that a host of it may send or forget.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// The built page at an address of its own.
pub struct Site {
    /// `http://127.0.0.1:PORT`.
    pub origin: String,
    /// Where the page is, if not in the folder that `origin` names.
    page: Option<String>,
    shelf: Arc<Shelf>,
    runtime: Mutex<Option<Runtime>>,
}

#[derive(Default)]
struct Shelf {
    /// What stands in place of a file; `None`: the file is gone.
    replaced: Mutex<BTreeMap<String, Option<Vec<u8>>>>,
    asked: Mutex<Vec<String>>,
    /// Whether the program is kept back.
    held: watch::Sender<bool>,
    /// What each answer carries besides.
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Site {
    /// Serves the built page.
    pub fn start() -> Self {
        Self::of(folder(), "", &[])
    }

    /// Serves the built page with these headers on each answer.
    pub fn answering(headers: &[(&'static str, &str)]) -> Self {
        Self::of(folder(), "", headers)
    }

    /// Serves a folder under a path such as `/a/b`, with these headers on each answer.
    pub fn of(folder: PathBuf, under: &str, headers: &[(&'static str, &str)]) -> Self {
        Self::serve(ServeDir::new(folder), under, headers)
    }

    /// Serves a folder in which each file has a packed one beside it, as a host would.
    pub fn of_packed(folder: &Path) -> Self {
        Self::serve(ServeDir::new(folder).precompressed_br(), "", &[])
    }

    fn serve(files: ServeDir, under: &str, headers: &[(&'static str, &str)]) -> Self {
        let header = |(name, value): &(&'static str, &str)| {
            let value = HeaderValue::from_str(value).unwrap();
            (HeaderName::from_static(name), value)
        };
        let shelf = Arc::new(Shelf {
            headers: headers.iter().map(header).collect(),
            ..Shelf::default()
        });
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).unwrap();
        let origin = format!("http://{}{under}", listener.local_addr().unwrap());
        let router = match under {
            "" => Router::new().fallback_service(files),
            under => Router::new().nest_service(under, files),
        };
        let router = router.layer(from_fn_with_state(Arc::clone(&shelf), answer));
        // A thread of its own: a test that waits for its browser must not keep the page waiting.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
        Self {
            origin,
            page: None,
            shelf,
            runtime: Mutex::new(Some(runtime)),
        }
    }

    /// A page on the disk. What is served beside it is never asked for.
    pub fn on_disk(file: &Path) -> Self {
        let mut site = Self::start();
        site.page = Some(format!("file://{}", file.display()));
        site
    }

    /// The same site under the name by which a browser takes it for as safe as one that comes by https.
    pub fn made_safe(mut self) -> Self {
        self.origin = self.origin.replace("127.0.0.1", "localhost");
        self
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        let page = self.page.clone();
        page.unwrap_or_else(|| format!("{}/", self.origin))
    }

    /// Nobody answers from now on.
    pub fn stop(&self) {
        // The usual way of ending a runtime waits, and waiting is forbidden inside a test's own.
        if let Some(runtime) = self.runtime.lock().unwrap().take() {
            runtime.shutdown_background();
        }
    }

    /// Serves `text` in place of a file.
    pub fn replace(&self, path: &str, text: impl Into<Vec<u8>>) {
        self.put(path, Some(text.into()));
    }

    /// Serves a file changed in one place. The old words must stand in it, or the test would prove
    /// nothing.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = read(path);
        assert!(text.contains(old), "{path} does not hold {old}");
        self.replace(path, text.replacen(old, new, 1));
    }

    /// Answers that there is no such file.
    pub fn remove(&self, path: &str) {
        self.put(path, None);
    }

    /// Serves the file as it was built.
    pub fn restore(&self, path: &str) {
        self.shelf.replaced.lock().unwrap().remove(path);
    }

    /// Keeps the program back, as a slow line does, until it is let go.
    pub fn hold_program(&self) {
        self.shelf.held.send_replace(true);
    }

    /// Lets the program go that was kept back.
    pub fn let_program_go(&self) {
        self.shelf.held.send_replace(false);
    }

    /// All paths that were asked for, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.shelf.asked.lock().unwrap().clone()
    }

    fn put(&self, path: &str, file: Option<Vec<u8>>) {
        let mut replaced = self.shelf.replaced.lock().unwrap();
        replaced.insert(path.to_owned(), file);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(State(shelf): State<Arc<Shelf>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let replaced = shelf.replaced.lock().unwrap().get(&path).cloned();
    let kind = kind_of(&path);
    let is_program = path.starts_with("clausemap-app") && path.ends_with("_bg.wasm");
    shelf.asked.lock().unwrap().push(path);
    if is_program {
        let free = |is_held: &bool| !is_held;
        shelf.held.subscribe().wait_for(free).await.unwrap();
    }
    let mut answer = match replaced {
        Some(Some(bytes)) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Some(None) => StatusCode::NOT_FOUND.into_response(),
        None => next.run(request).await,
    };
    answer.headers_mut().extend(shelf.headers.clone());
    answer
}

/// What a replaced file is said to be. Of a program it is not true, as with many a server.
fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        _ => "application/json",
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &name);
        } else {
            std::fs::copy(&path, name).unwrap();
        }
    }
}

/// The folder of the built page.
pub fn folder() -> PathBuf {
    let named = std::env::var_os("CLAUSEMAP_DIST").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"));
    assert!(
        folder.join("index.html").exists(),
        "There is no built page in {}. Run `make dist` first, or name its folder in CLAUSEMAP_DIST.",
        folder.display()
    );
    folder
}

/// A file of the built page as text.
pub fn read(path: &str) -> String {
    let file = folder().join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}
