//! `clausemap serve FOLDER`: a preview that reloads on save.

mod document;

use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::watch::{Receiver, Sender, channel};
use tower_http::services::ServeDir;

use super::check::{Unreadable, faults, read_folder};
use super::page::{NoPage, page};
use super::report::report;
use super::watch::{Unwatched, Watch};

/// What `serve` is told.
#[derive(clap::Args)]
pub struct Serve {
    /// The folder that holds dossier.json.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The port; 0 takes one that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on. Another than this machine's own lets others in the network read the dossier.
    #[arg(long, default_value = "127.0.0.1")]
    address: IpAddr,
    /// The folder of the built page; else `dist` here, beside the program, or in the repository it was built in.
    #[arg(long)]
    page: Option<PathBuf>,
}

/// Why there is no preview.
#[derive(Debug, Error)]
enum Failure {
    #[error(transparent)]
    Dossier(#[from] Unreadable),
    #[error(transparent)]
    Page(#[from] NoPage),
    #[error(transparent)]
    Watch(#[from] Unwatched),
    #[error("{address}: {error}; choose another port with --port, or 0 for any")]
    Port {
        address: SocketAddr,
        error: io::Error,
    },
    #[error("the preview ended: {0}")]
    Ended(#[from] io::Error),
}

/// Serves until Ctrl+C.
pub fn run(told: &Serve) -> ExitCode {
    match serve(told) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

fn serve(told: &Serve) -> Result<(), Failure> {
    let page = page(told.page.as_deref())?;
    read_folder(&told.folder)?;
    let watch = Watch::begin(&told.folder)?;
    check(&told.folder);
    let (tell, saves) = channel(0);
    let folder = told.folder.clone();
    std::thread::spawn(move || watched(&watch, &folder, &tell));
    let preview = Arc::new(Preview {
        built: ServeDir::new(&page),
        dossier: ServeDir::new(&told.folder),
        page,
        folder: told.folder.clone(),
        saves,
        is_open: !told.address.is_loopback(),
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let address = SocketAddr::new(told.address, told.port);
        let listener = TcpListener::bind(address).await;
        let listener = listener.map_err(|error| Failure::Port { address, error })?;
        say(&format!(
            "{} at http://{}/ (Ctrl+C ends it)",
            told.folder.display(),
            listener.local_addr()?
        ));
        let app = Router::new().fallback(answer).with_state(preview);
        Ok(axum::serve(listener, app).await?)
    })
}

/// Checks after each save, then lets the pages reload.
fn watched(watch: &Watch, folder: &Path, tell: &Sender<u64>) {
    while watch.next() {
        say("saved:");
        check(folder);
        tell.send_modify(|count| *count += 1);
    }
}

fn check(folder: &Path) {
    match faults(folder) {
        Ok((faults, _)) => report(&faults),
        Err(failure) => eprintln!("{failure}"),
    }
}

fn say(line: &str) {
    // Whoever closed the pipe does not want the rest.
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// What is served.
struct Preview {
    page: PathBuf,
    folder: PathBuf,
    built: ServeDir,
    dossier: ServeDir,
    /// How often the dossier was saved.
    saves: Receiver<u64>,
    /// Whether it is meant for other machines too.
    is_open: bool,
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let mut response = if preview.is_open || is_for_this_machine(&request) {
        preview.answer(request).await
    } else {
        (StatusCode::FORBIDDEN, "this preview is for this machine").into_response()
    };
    // What was saved is to be seen.
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, never);
    response
}

/// Whether the address that was asked for is this machine's own. Under another name a page from elsewhere could have
/// itself pointed here, and read what is not published yet.
fn is_for_this_machine(request: &Request) -> bool {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let is_own = |address: IpAddr| address.is_loopback();
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse().is_ok_and(is_own)
}

impl Preview {
    async fn answer(&self, request: Request) -> Response {
        let path = request.uri().path().to_owned();
        if let Some(seen) = path.strip_prefix("/clausemap-saves/") {
            return self.next_save(seen).await;
        }
        if path == "/clausemap-preview.js" {
            let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
            return (kind, include_str!("preview.js")).into_response();
        }
        // Files that a system or a version control hides are nobody's to read.
        let is_hidden = |step: &str| {
            let step = step.to_ascii_lowercase();
            step.starts_with('.') || step.starts_with("%2e")
        };
        if path.split('/').any(is_hidden) {
            return StatusCode::NOT_FOUND.into_response();
        }
        if let Some(name) = path.strip_prefix("/dossier/") {
            return file(&self.dossier, name, request).await;
        }
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        if name.starts_with("index.")
            && let Some(text) = document::document(&self.page, &self.folder, name)
        {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            return (kind, text).into_response();
        }
        file(&self.built, name, request).await
    }

    /// Waits until the dossier was saved another number of times than the page has seen.
    async fn next_save(&self, seen: &str) -> Response {
        let mut saves = self.saves.clone();
        let is_news = |count: &u64| seen.parse() != Ok(*count);
        let count = match saves.wait_for(is_news).await {
            Ok(count) => *count,
            Err(_) => 0,
        };
        count.to_string().into_response()
    }
}

/// A file below a folder. Steps that lead out of it are refused by [`ServeDir`], which also knows what sort it is.
async fn file(folder: &ServeDir, name: &str, request: Request) -> Response {
    let Ok(uri) = format!("/{name}").parse::<Uri>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (mut parts, _) = request.into_parts();
    parts.uri = uri;
    let answer = folder
        .clone()
        .try_call(Request::from_parts(parts, Body::empty()));
    match answer.await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
