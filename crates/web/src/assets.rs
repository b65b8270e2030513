//! Style and script of the pages. Their addresses change with them, so that browsers may keep them.

use std::sync::LazyLock;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use dteam_report::html;

static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("site.css", "text/css; charset=utf-8", html::frame::style(include_str!("site.css")))
});
static REPORT_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let style = format!("{}{}", html::html_style(), include_str!("site.css"));
    Asset::new("report.css", "text/css; charset=utf-8", style)
});
static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("site.js", "text/javascript; charset=utf-8", include_str!("site.js").to_owned())
});

struct Asset {
    name: &'static str,
    kind: &'static str,
    text: String,
    version: String,
}

impl Asset {
    fn new(name: &'static str, kind: &'static str, text: String) -> Self {
        let digest = hmac_sha256::Hash::hash(text.as_bytes());
        let version = digest[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        Asset { name, kind, text, version }
    }

    /// Seen from the site's root.
    fn address(&self) -> String {
        format!("assets/{}?v={}", self.name, self.version)
    }
}

/// The style of a page, of one with a report in it too.
pub(super) fn style(with_report: bool) -> String {
    if with_report { REPORT_STYLE.address() } else { STYLE.address() }
}

pub(super) fn script() -> String {
    SCRIPT.address()
}

pub(super) fn routes() -> Router {
    let assets: [&'static LazyLock<Asset>; 3] = [&STYLE, &REPORT_STYLE, &SCRIPT];
    assets.into_iter().fold(Router::new(), |routes, asset| {
        let serve = move || async move {
            let headers = [
                (header::CONTENT_TYPE, asset.kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, asset.text.as_str()).into_response()
        };
        routes.route(&format!("/assets/{}", asset.name), get(serve))
    })
}
