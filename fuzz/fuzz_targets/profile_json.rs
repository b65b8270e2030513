//! A profile in JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| dteam_fuzz::read_profile("profile.json", text));
