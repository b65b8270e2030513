//! Everything is tested through the public door: the library's API and the command line.

mod advice;
mod batch;
mod cases;
mod check;
mod classification;
mod cli;
mod contract;
mod coverage;
mod explanations;
mod extension;
mod handbook;
mod html_report;
mod interview;
mod messages;
mod mistakes;
mod new_pack;
mod packs;
mod properties;
mod readme;
mod reference;
mod schema;
mod shell;
mod speed;
mod survey;
mod tutorial;
mod what_if;
