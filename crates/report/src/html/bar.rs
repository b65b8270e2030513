//! Bars, and times among periods.

use maud::{Markup, html};

/// A bar of 16 pixels in height, of all the width there is for a share of 1.
pub(crate) fn bar(share: f64, is_own: bool) -> Markup {
    html! {
        rect class="track" x="0" y="0" width="100%" height="16" {}
        rect class=@if is_own { "bar own-bar" } @else { "bar" } x="0" y="0" width=(format!("{:.1}%", share * 100.0)) height="16" {}
    }
}

/// A time of 16 pixels in height among periods, of all the width there is.
pub(crate) fn span(periods: usize, from: f64, until: f64) -> Markup {
    let percent = |share: f64| format!("{:.1}%", share * 100.0);
    html! {
        rect class="track" x="0" y="0" width="100%" height="16" {}
        @for period in 1..periods {
            @let x = percent(period as f64 / periods as f64);
            line class="grid" x1=(x) x2=(x) y1="0" y2="16" {}
        }
        rect class="bar own-bar" x=(percent(from)) y="3" width=(percent(until - from)) height="10" {}
    }
}
