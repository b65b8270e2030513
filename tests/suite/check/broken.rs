//! Files that cannot be checked, or should not be waited for: each is named, and what stands beside
//! it is checked all the same.

use std::fs;
use std::path::Path;

use dteam::Diagnostic;

use super::{PACK, SCRIPT, check, codes, filled, pack, run};

#[test]
fn what_cannot_be_read_does_not_keep_the_rest_from_being_checked() {
    let deep = format!("a: {}", "[".repeat(100_000));
    let brackets = PACK.replace(
        "'!ID.asked",
        &format!("'{}fim.known{} && !ID.asked", "(".repeat(5_000), ")".repeat(5_000)),
    );
    let bomb =
        fs::read_to_string("tests/suite/mistakes/bomb.yaml").expect("it is in the repository");
    let large = format!("# {}\n{PACK}", "x".repeat(5 * 1024 * 1024));
    let cases: &[(&str, &[u8], &str, &str)] = &[
        ("not-text", b"id: \xff\xfe\n", SCRIPT, "D002"),
        ("empty", b"", SCRIPT, "D515"),
        ("no-yaml", b"id: [\n", SCRIPT, "D011"),
        ("newer", &PACK.replace("format: 1", "format: 2").into_bytes(), SCRIPT, "D105"),
        ("bomb", bomb.as_bytes(), SCRIPT, "D017"),
        ("deep", deep.as_bytes(), SCRIPT, "D018"),
        ("brackets", brackets.as_bytes(), SCRIPT, "D301"),
        ("large", large.as_bytes(), SCRIPT, "D003"),
        ("long-script", PACK.as_bytes(), &format!("{SCRIPT}// {}", "x".repeat(40 * 1024)), "D003"),
        ("no-script", PACK.as_bytes(), "fn links(list) { if }", "D511"),
        ("no-end", PACK.as_bytes(), "fn links(list) { loop { } }", "D513"),
        ("recursion", PACK.as_bytes(), "fn links(list) { links(list) }", "D513"),
        (
            "text",
            PACK.as_bytes(),
            "fn links(list) { let text = \"x\"; loop { text += text; } }",
            "D513",
        ),
        ("list", PACK.as_bytes(), "fn links(list) { loop { list += list; } }", "D513"),
        ("wrong-kind", PACK.as_bytes(), "fn links(list) { \"none\" }", "D513"),
    ];
    for (id, text, script, code) in cases {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let broken = pack(folder.path(), id, "", script);
        let text: Vec<u8> = match std::str::from_utf8(text) {
            Ok(text) => filled(text, id).into_bytes(),
            Err(_) => text.to_vec(),
        };
        fs::write(broken.join("pack.yaml"), text).expect("the file can be written");
        beside_a_sound_pack(folder.path(), id, code);
    }
}

#[test]
fn what_is_no_file_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("folder/pack.yaml")).expect("the folder can be made");
    beside_a_sound_pack(folder.path(), "folder", "D001");
    #[cfg(unix)]
    {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("link")).expect("the folder can be made");
        std::os::unix::fs::symlink("nowhere", folder.path().join("link/pack.yaml"))
            .expect("the link can be made");
        beside_a_sound_pack(folder.path(), "link", "D001");
    }
    let nothing = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(codes(&check(&[nothing.path()]).diagnostics), ["D009"]);
    let missing = nothing.path().join("missing.yaml");
    let checked = check(&[&missing]);
    assert_eq!(codes(&checked.diagnostics), ["D001"]);
    assert!(checked.is_incomplete() && checked.profiles == 0);
}

/// The broken pack in the folder is reported with the code, and the flaw in a sound one all the
/// same.
fn beside_a_sound_pack(folder: &Path, broken: &str, code: &str) {
    let flawed = PACK.replace("    effect: {ID.asked: true}", "    effect: {ID.asked: false}");
    pack(folder, "sound", &flawed, SCRIPT);
    let checked = check(&[folder]);
    let is_sound =
        |found: &&Diagnostic| found.location().is_some_and(|location| location.contains("/sound/"));
    let (sound, other): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        checked.diagnostics.iter().partition(is_sound);
    let sound: Vec<String> = sound.iter().map(|found| found.code()).collect();
    assert_eq!(sound, ["D606"], "{broken}");
    let other: Vec<String> = other.iter().map(|found| found.code()).collect();
    assert_eq!(other, [code], "{broken}");
    let by_form = matches!(code, "D301" | "D511");
    assert_eq!(checked.is_incomplete(), !by_form, "{broken}");
    assert!(checked.found_something());
}

#[test]
fn of_two_packs_of_one_id_the_second_is_refused() {
    let (one, other) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let paths =
        [pack(one.path(), "twice", PACK, SCRIPT), pack(other.path(), "twice", PACK, SCRIPT)];
    let checked = check(&[&paths[0], &paths[1]]);
    assert_eq!(codes(&checked.diagnostics), ["D502"]);
    assert!(checked.is_incomplete());
    // The same folder, however it is written, is one.
    let again = paths[0].join("../twice/pack.yaml");
    assert_eq!(
        codes(&check(&[&paths[0], &again, &paths[0].join(".")]).diagnostics),
        Vec::<String>::new()
    );
}

#[test]
fn a_script_that_takes_long_is_not_waited_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let slow = "fn links(list) { let sum = 0; for turn in 0..1000 { sum += 1; } if sum < 0 { -1.0 } else { list.len() * 1.0 } }";
    let text = PACK.replace("arguments: [list]", "arguments: [list, number]").replace(
        "links(components.in_use)",
        "links(components.in_use, components.municipal_it_share)",
    );
    let path = pack(folder.path(), "slow", &text, &slow.replace("(list)", "(list, share)"));
    assert_eq!(codes(&check(&[&path]).diagnostics), ["D617"]);
}

#[test]
fn one_file_of_a_study_makes_a_folder_of_rules() {
    for name in ["survey.yaml", "typology.yaml", "benchmarks.yaml"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::copy(Path::new("rules").join(name), folder.path().join(name)).expect("a copy");
        let checked = check(&[folder.path()]);
        assert!(checked.diagnostics.is_empty(), "{name}: {:?}", checked.diagnostics);
    }
}

/// What answers contradict is told in the language that was asked for, whatever else is wrong.
#[test]
fn contradictions_are_told_in_the_language_chosen() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let contradicting = "contradictions:\n  - at: ID.asked\n    severity: error\n    \
        when: ID.asked && components.municipal_it_share > 50\n    \
        message: {de: Das passt nicht., en: That does not fit.}\nrules:\n";
    let sound = pack(folder.path(), "sound", &PACK.replace("rules:\n", contradicting), SCRIPT);
    let profile = folder.path().join("profile.yaml");
    fs::write(&profile, "sound: {asked: true}\ncomponents: {municipal_it_share: 60}\n")
        .expect("the file can be written");
    let paths = |packs: &Path| [packs, &profile].map(|path| path.display().to_string());
    let is_told = |packs: &Path| {
        for (language, message) in [("de", "Das passt nicht."), ("en", "That does not fit.")] {
            let [packs, profile] = paths(packs);
            let (text, _) = run(&[&packs, &profile, "--lang", language]);
            let told: Vec<&str> = text.lines().filter(|line| line.contains("D213")).collect();
            assert!(told.len() == 1 && told[0].contains(message), "{text}");
        }
    };
    is_told(&sound);
    pack(folder.path(), "broken", &PACK.replace("effort: 2", "effort: 9"), SCRIPT);
    is_told(folder.path());
}
