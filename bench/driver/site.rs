//! A static server for the pages, the data and the app, on a port of this machine.

use std::path::Path;

use anyhow::Result;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::services::ServeDir;

/// Serves `bench/` as it is, and the built app under `/app/`. Gives `http://127.0.0.1:PORT`.
///
/// # Errors
/// There is no free port.
pub async fn serve(bench: &Path, app: &Path) -> Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let router = Router::new()
        .nest_service("/app", ServeDir::new(app))
        .fallback_service(ServeDir::new(bench))
        .layer(map_response(isolated));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(origin)
}

/// Isolated from other origins, a page may ask for its memory and has a finer clock.
async fn isolated(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

const HEADERS: [(HeaderName, &str); 4] = [
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (header::CACHE_CONTROL, "no-store"),
];
