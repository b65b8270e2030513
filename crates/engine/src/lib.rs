//! Profiles, rules and advice: a catalog classifies a profile, evaluates its rules and answers with
//! an advice that explains itself.
//!
//! Start reading at [`catalog`], which is loaded, and [`advice`], which is what comes out.

pub mod advice;
pub mod benchmark;
pub mod catalog;
pub mod classification;
pub mod contradiction;
pub mod council;
pub mod expression;
pub mod pack;
pub mod period;
pub mod planning;
pub mod profile;
pub mod schedule;
pub mod survey;
pub mod team;
pub mod typology;
