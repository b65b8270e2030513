//! A pack: whatever it says, it is loaded or refused, and its advice can be written.
#![no_main]

use dteam::authoring;
use dteam_fuzz::{study, write_advice, write_problems};

const PROFILE: &str = include_str!("../../examples/studies/ecoles/profil.yaml");

libfuzzer_sys::fuzz_target!(|pack: &str| {
    let (catalog, diagnostics) = study(pack).examine();
    write_problems(&dteam::Invalid { diagnostics });
    let Some(catalog) = catalog else { return };
    match catalog.profile_from_str("profil.yaml", PROFILE) {
        Ok(profile) => write_advice(&catalog, &profile),
        Err(invalid) => write_problems(&invalid),
    }
    let packs: Vec<&str> = catalog.packs().map(|(id, _)| id).collect();
    if let Ok(handbook) = authoring::handbook(&catalog, &packs, catalog.language()) {
        handbook.markdown();
    }
});
