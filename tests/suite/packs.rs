//! The packs' own cases: what each rule does, and that every rule shows all three outcomes.

use std::path::Path;

use crate::EN;
use dteam::authoring::MissingOutcome;
use dteam::source;

#[test]
fn every_case_comes_out_as_it_says() {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let mut failures = Vec::new();
    for (pack, _) in catalog.packs() {
        let path = Path::new("rules").join(pack).join("cases.yaml");
        let file = source::open(&path).expect("every pack has cases");
        let cases = match dteam::authoring::read_cases(&catalog, pack, &file) {
            Ok(cases) => cases,
            Err(invalid) => {
                failures.push(invalid.to_string());
                continue;
            }
        };
        for case in &cases {
            for mismatch in
                dteam::authoring::run_case(&catalog, case, EN).expect("no script fails").mismatches
            {
                let at = format!("{}:{}: {}", path.display(), case.line, case.name);
                failures.push(format!("{at}: {}", mismatch.message(EN)));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_rule_is_shown_firing_silent_and_undecided() {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let mut missing: Vec<MissingOutcome> = Vec::new();
    for (pack, _) in catalog.packs() {
        let file = source::open(Path::new("rules").join(pack).join("cases.yaml"))
            .expect("every pack has cases");
        let cases =
            dteam::authoring::read_cases(&catalog, pack, &file).expect("the cases are sound");
        missing.extend(dteam::authoring::outcomes_missing(&catalog, pack, &cases));
    }
    assert_eq!(missing, []);
}
