//! Everything is tested through the public door: the library's API and the command line.

mod advice;
mod app;
mod batch;
mod cases;
mod check;
mod classification;
mod cli;
mod contract;
mod council;
mod coverage;
mod diff;
mod differential;
mod embedding;
mod explanations;
mod extension;
mod facts;
mod faults;
mod files;
mod folded;
mod handbook;
mod help;
mod html_report;
mod interview;
mod languages;
mod likely;
mod mcp;
mod messages;
mod mistakes;
mod new_pack;
mod numbers;
mod order;
mod packs;
mod pdf;
mod plan;
mod planning;
mod progress;
mod properties;
mod readme;
mod reference;
mod schema;
mod serve;
mod shell;
mod sources;
mod speed;
mod survey;
mod team;
mod text_length;
mod tutorial;
mod what_if;

use dteam::Language;

/// The languages of the shipped study.
const DE: Language = Language::named("de").unwrap();
const EN: Language = Language::named("en").unwrap();
