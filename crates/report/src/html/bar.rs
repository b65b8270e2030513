//! Bars.

use maud::{Markup, html};

/// A bar of 16 pixels in height, of all the width there is for a share of 1.
pub(crate) fn bar(share: f64, is_own: bool) -> Markup {
    html! {
        rect class="track" x="0" y="0" width="100%" height="16" {}
        rect class=@if is_own { "bar own-bar" } @else { "bar" } x="0" y="0" width=(format!("{:.1}%", share * 100.0)) height="16" {}
    }
}
