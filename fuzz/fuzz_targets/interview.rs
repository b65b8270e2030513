//! What is typed into the dialogue, line by line: the profile can be read at any time.
#![no_main]

use dteam::interview::{Extent, Interview};
use dteam::render::{Dialogue, Layout, profile_template};
use dteam::{Language, Options, SourceFile};
use dteam_fuzz::{catalog, write_problems};

libfuzzer_sys::fuzz_target!(|typed: &str| {
    let language = Language::named("de").expect("there are texts in it");
    let options = Options::default().language(language);
    let extent = Extent { short: typed.len() % 2 == 0, again: typed.len() % 3 == 0 };
    let dialogue = Dialogue { language, layout: Layout::default() };
    let file = SourceFile::new("profile.yaml", profile_template(catalog(), language));
    let begun = Interview::begin(catalog(), file, extent, options);
    let mut interview = begun.expect("an empty profile is sound");
    let mut chapter = String::new();
    for line in typed.lines().take(60) {
        dialogue.now(&interview.now(), &mut chapter);
        match interview.enter(line) {
            Ok(said) => drop(dialogue.said(&said)),
            Err(invalid) => write_problems(&invalid),
        }
    }
    if let Err(invalid) = catalog().profile(interview.file()) {
        // Answers may contradict one another; all else would have been refused when it was typed.
        write_problems(&invalid);
        let contradiction = |diagnostic: &dteam::Diagnostic| diagnostic.name() == "contradiction";
        assert!(invalid.diagnostics.iter().all(contradiction), "{}", interview.file().text);
    }
});
