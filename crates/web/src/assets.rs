//! Style and script of the pages. Their addresses change with them, so that browsers may keep them.

use std::sync::LazyLock;

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

pub(super) struct Asset {
    pub name: &'static str,
    pub kind: &'static str,
    pub text: String,
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

/// All of them.
pub(super) fn all() -> [&'static Asset; 3] {
    [&STYLE, &REPORT_STYLE, &SCRIPT]
}
