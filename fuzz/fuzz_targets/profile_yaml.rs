//! A profile in YAML.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| dteam_fuzz::read_profile("profile.yaml", text));
