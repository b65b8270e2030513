//! Texts in and out: sources and the YAML in them with its spans, what is said about them,
//! languages and their numbers.
//!
//! Everything else of `dteam` is built on this; it knows nothing of profiles, rules or advice.

pub mod decimal;
pub mod diagnostic;
pub mod entries;
pub mod language;
pub mod source;
pub mod yaml;
