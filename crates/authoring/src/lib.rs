//! For those who write rules: what can be shown of them, their tests, the schemas of the files, the
//! handbook, templates to begin with.

#![allow(
    missing_docs,
    reason = "names of fields and variants say most of it; not everything is documented yet"
)]

pub mod analysis;
mod authorship;
pub mod cases;
pub mod check;
pub mod diff;
mod expected;
pub mod facts;
pub mod handbook;
pub mod new_pack;
pub mod overview;
pub mod schema;
pub mod watch;
