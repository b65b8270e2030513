//! Everything is tested through the public door: the library's API and the command line.

mod advice;
mod cases;
mod classification;
mod cli;
mod contract;
mod coverage;
mod explanations;
mod extension;
mod handbook;
mod messages;
mod mistakes;
mod packs;
mod properties;
mod readme;
mod schema;
mod shell;
mod speed;
mod survey;
mod what_if;
