//! For those who write rules: what can be shown of them, their tests, the schemas of the files, the
//! handbook, templates to begin with.

#![allow(
    missing_docs,
    reason = "most fields and variants say what they are; what `dteam` shows to others is documented"
)]

pub mod analysis;
pub mod cases;
pub mod check;
pub mod handbook;
pub mod new_pack;
pub mod overview;
pub mod schema;
pub mod watch;
