//! `dteam new pack`: the folder it makes passes every check, shows the whole format and fits any
//! study.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use dteam::authoring::SchemaOf;
use dteam::{Options, render};
use serde_json::Value as Json;

use crate::survey::catalog;
use crate::{DE, EN};

/// The exit code, standard output and standard error of the program, run in the folder.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What the program says where all is well.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let (code, said, complaint) = run(folder, arguments);
    assert_eq!((code, complaint.as_str()), (Some(0), ""), "{arguments:?}\n{said}");
    said
}

fn empty() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("the file is text")
}

/// The names of what is in the folder, hidden files too.
fn listed(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().expect("the folder can be read");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn parsed(text: &str) -> Json {
    serde_yaml::from_str(text).expect("it is YAML")
}

/// The pack with what it shows as a comment: changes, and who answers for it.
fn with_comments(pack: &str) -> String {
    let shown = |pack: String, key: &str| pack.replace(&format!("# {key}:"), &format!("{key}:"));
    let optional = [
        "author", "reviewed", "before", "covers", "lead", "with", "cost", "returns", "joint",
        "duty",
    ];
    let pack = optional.into_iter().fold(pack.to_owned(), shown);
    let (before, changes) = pack.split_once("\n# changes:\n").expect("changes are shown");
    let lines = changes.lines().map(|line| line.strip_prefix("# ").expect("nothing else follows"));
    format!("{before}\nchanges:\n{}\n", lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_new_pack_passes_every_check() {
    for language in ["de", "en"] {
        let folder = empty();
        let made = said(folder.path(), &["new", "pack", "school-library", "--lang", language]);
        insta::assert_snapshot!(format!("made-{language}"), made);
        assert_eq!(listed(folder.path()), ["school-library"]);
        assert_eq!(
            listed(&folder.path().join("school-library")),
            ["after_work.rhai", "cases.yaml", "pack.yaml"]
        );
        let checked = said(folder.path(), &["check", "school-library", "--lang", language]);
        insta::assert_snapshot!(format!("checked-{language}"), checked);
        // Every outcome and every test of a condition both ways. Priorities depend on the study,
        // so no case of the template holds one, nor notices what goes into them.
        let sharp = [
            "test",
            "school-library",
            "--lang",
            language,
            "--coverage-min",
            "95",
            "--mutate-min",
            "80",
        ];
        let tested = said(folder.path(), &sharp);
        let in_short =
            tested.lines().filter(|line| !line.starts_with(' ') && !line.contains(".yaml:"));
        let in_short: Vec<&str> = in_short.filter(|line| !line.is_empty()).collect();
        insta::assert_snapshot!(format!("tested-{language}"), in_short.join("\n"));
    }
}

#[test]
fn the_commands_it_names_work() {
    let folder = empty();
    fs::create_dir_all(folder.path().join("our rules/data")).expect("the folder can be made");
    for name in ["pack.yaml", "cases.yaml"] {
        let path = folder.path().join("our rules/data").join(name);
        fs::copy(format!("rules/data/{name}"), path).expect("the pack is in the repository");
    }
    for arguments in [
        &["bibliothek"][..],
        &["library", "--lang", "en"],
        &["alone", "--rules", "our rules"],
        &["our rules/within", "--rules", "our rules/", "--lang", "en"],
    ] {
        let made = said(folder.path(), &[&["new", "pack"], arguments].concat());
        let listed =
            made.lines().filter_map(|line| line.strip_prefix("  dteam ")?.split_once("   "));
        let quoted = made.split('`').filter_map(|part| part.strip_prefix("dteam "));
        let commands: Vec<&str> = listed.map(|(command, _)| command).chain(quoted).collect();
        assert_eq!(commands.len(), 5, "{made}");
        for command in commands {
            // Words in quotes are one.
            let parts = command.split('\'').enumerate();
            let words: Vec<&str> = parts
                .flat_map(|(number, part)| match number % 2 {
                    0 => part.trim_end_matches('/').split_whitespace().collect(),
                    _ => vec![part],
                })
                .collect();
            said(folder.path(), &words);
        }
        for profile in ["PROFIL", "PROFILE"] {
            let _ = fs::remove_file(folder.path().join(profile));
        }
    }
}

#[test]
fn its_steps_appear_in_an_advice() {
    let folder = empty();
    said(folder.path(), &["new", "pack", "town-library"]);
    let catalog = dteam::load(&[folder.path().join("town-library")]).expect("the pack is sound");
    let answers = "town_library: {name: Bücherei am Markt, run_by: staff, hours: 12, cardholders: 8, catalogue: 1, \
                   times: [saturday], media: [], digital_help: false, purpose: [reading]}";
    let profile = catalog.profile_from_str("profile.yaml", answers).expect("the answers are sound");
    for language in [DE, EN] {
        let date = Some(jiff::civil::date(2026, 11, 22));
        let options = Options::default().language(language).date(date);
        let mut advice = catalog.advise(&profile, &options).expect("no script fails");
        advice.steps.retain(|step| step.pack == "town-library");
        let steps = render::markdown(&advice, 3);
        let (_, steps) = steps.split_once("### 1. ").expect("there are steps");
        let (steps, _) = steps.split_once("\n## ").expect("more follows");
        insta::assert_snapshot!(format!("steps-{}", language.code()), steps);
    }
}

#[test]
fn the_same_name_gives_the_same_files() {
    let (one, other) = (empty(), empty());
    for folder in [&one, &other] {
        said(folder.path(), &["new", "pack", "library"]);
    }
    for (name, text) in render::pack_template(catalog(), "library", DE).expect("the name is free") {
        for folder in [&one, &other] {
            assert_eq!(read(folder.path().join("library").join(name)), text);
        }
    }
}

#[test]
fn the_german_pack_as_people_read_it() {
    let files = render::pack_template(catalog(), "open-library", DE).expect("the name is free");
    for (name, text) in files {
        insta::assert_snapshot!(format!("file-{name}"), text);
        assert!(!text.lines().any(|line| line.ends_with(' ') || line.contains('\t')), "{name}");
    }
}

#[test]
fn both_languages_make_the_same_pack() {
    let [german, english] = [DE, EN].map(|language| {
        let files =
            render::pack_template(catalog(), "library", language).expect("the name is free");
        files.into_iter().map(|(_, text)| text).collect::<Vec<_>>()
    });
    // Only comments and the names of cases are in one language.
    assert_eq!(parsed(&with_comments(&german[0])), parsed(&with_comments(&english[0])));
    let unnamed = |text: &str| {
        let mut cases = parsed(text);
        let list = cases["cases"].as_array_mut().expect("a list of cases");
        list.iter_mut()
            .filter_map(Json::as_object_mut)
            .for_each(|case| assert!(case.remove("name").is_some()));
        cases
    };
    assert_eq!(unnamed(&german[1]), unnamed(&english[1]));
    let code = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("//")).map(str::to_owned).collect()
    };
    assert_eq!(code(&german[2]), code(&english[2]));
    for text in german.iter().chain(&english) {
        // Everything between per cent signs was filled in.
        let stray = text.split('%').skip(1).step_by(2).find(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        });
        assert_eq!(stray, None);
    }
}

/// The keys of all mappings in a list, or of one mapping.
fn keys<'j>(values: impl IntoIterator<Item = &'j Json>) -> BTreeSet<String> {
    let all = values.into_iter().flat_map(|value| match value {
        Json::Array(items) => items.iter().collect::<Vec<_>>(),
        value => vec![value],
    });
    all.filter_map(Json::as_object).flat_map(|map| map.keys().cloned()).collect()
}

#[test]
fn it_shows_every_key_there_is() {
    let files = render::pack_template(catalog(), "library", DE).expect("the name is free");
    let pack = parsed(&with_comments(&files[0].1));
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Pack, DE);
    let all = |list: &str, key: &str| -> Vec<Json> {
        let items = pack[list].as_array().expect("a list");
        items.iter().map(|item| item[key].clone()).collect()
    };
    let sources = all("rules", "source");
    let facts: Vec<&Json> = sources.iter().map(|source| &source["facts"]).collect();
    let shown = [
        ("/properties", keys([&pack])),
        ("/$defs/function/properties", keys([&pack["functions"]])),
        ("/$defs/question/properties", keys([&pack["questions"]])),
        ("/$defs/question/properties/options/items/properties", keys(&all("questions", "options"))),
        ("/$defs/rule/properties", keys([&pack["rules"]])),
        ("/$defs/note/properties", keys(&all("rules", "notes"))),
        ("/$defs/variant/properties", keys(&all("rules", "variants"))),
        ("/$defs/rule/properties/valid/properties", keys(&all("rules", "valid"))),
        ("/$defs/source/properties", keys(&sources)),
        ("/$defs/source/properties/facts/items/properties", keys(facts)),
        ("/$defs/change/properties", keys([&pack["changes"]])),
        ("/$defs/publication/properties", keys([&pack["sources"]])),
        ("/$defs/contradiction/properties", keys([&pack["contradictions"]])),
        ("/$defs/review/properties", keys([&pack["reviewed"]])),
    ];
    for (path, shown) in shown {
        assert_eq!(shown, keys(schema.pointer(path)), "{path}");
    }
    let kinds: BTreeSet<&str> = pack["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|question| question["kind"].as_str())
        .collect();
    let known = schema
        .pointer("/$defs/question/properties/kind/enum")
        .and_then(Json::as_array)
        .expect("the kinds");
    assert_eq!(kinds, known.iter().filter_map(Json::as_str).collect());

    let cases =
        parsed(&files[1].1.replace("# priority:", "priority:").replace("# covers:", "covers:"));
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Cases, DE);
    let case = "/properties/cases/items/properties";
    assert_eq!(keys([&cases["cases"]]), keys(schema.pointer(case)));
    let classified: Vec<&Json> = cases["cases"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|case| &case["classification"])
        .collect();
    assert_eq!(
        keys(classified),
        keys(schema.pointer(&format!("{case}/classification/properties")))
    );
}

#[test]
fn it_fits_the_schemas() {
    let folder = empty();
    said(folder.path(), &["new", "pack", "library"]);
    let pack = folder.path().join("library");
    let catalog = dteam::load(&[&pack]).expect("the pack is sound");
    let cases = read(pack.join("cases.yaml"));
    let written = read(pack.join("pack.yaml"));
    for (of, text) in [
        (SchemaOf::Pack, written.as_str()),
        (SchemaOf::Pack, &with_comments(&written)),
        (SchemaOf::Cases, &cases),
    ] {
        let validator = jsonschema::validator_for(&dteam::authoring::schema(&catalog, of, DE))
            .expect("it is a schema");
        let errors: Vec<String> =
            validator.iter_errors(&parsed(text)).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{of:?}");
    }
}

#[test]
fn the_changes_it_shows_can_be_made() {
    let folder = empty();
    said(folder.path(), &["new", "pack", "library"]);
    let path = folder.path().join("library/pack.yaml");
    fs::write(&path, with_comments(&read(&path))).expect("the file can be written");
    said(folder.path(), &["check", "library"]);
    said(folder.path(), &["test", "library"]);
    let rules = said(folder.path(), &["rules", "--rules", "library"]);
    assert_eq!(rules.matches("durch das Regelpaket „Bücherei“").count(), 2, "{rules}");
}

/// The repository's rules with other names for its types, in a folder of their own.
fn another_study(folder: &Path) {
    let renamed =
        |text: &str| text.replace("cautious", "prudent").replace("community_manager", "networker");
    let mut folders = vec![PathBuf::from("rules")];
    while let Some(from) = folders.pop() {
        let to = folder.join(&from);
        fs::create_dir_all(&to).expect("the folder can be made");
        for entry in from.read_dir().expect("the rules are in the repository").flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false => fs::write(folder.join(&path), renamed(&read(&path)))
                    .expect("the file can be written"),
            }
        }
    }
}

#[test]
fn it_takes_the_types_of_another_study() {
    let folder = empty();
    another_study(folder.path());
    said(folder.path(), &["new", "pack", "library", "--rules", "rules"]);
    let pack = read(folder.path().join("library/pack.yaml"));
    assert!(
        pack.contains("impact: {default: 3, prudent: 4}") && pack.contains("fit: {networker: 0.8}"),
        "{pack}"
    );
    assert!(
        read(folder.path().join("library/cases.yaml"))
            .contains("classification: {type: prudent, basis: goals")
    );
    said(folder.path(), &["check", "library", "--rules", "rules"]);
    said(folder.path(), &["test", "library", "--rules", "rules"]);
}

#[test]
fn it_takes_an_empty_folder_and_no_other() {
    let folder = empty();
    fs::create_dir_all(folder.path().join("some/where/empty")).expect("the folders can be made");
    said(folder.path(), &["new", "pack", "some/where/empty/"]);
    assert_eq!(listed(&folder.path().join("some/where")), ["empty"]);
    said(folder.path(), &["check", "some/where/empty"]);
    let before = read(folder.path().join("some/where/empty/pack.yaml"));
    let (code, said, _) = run(folder.path(), &["new", "pack", "some/where/empty", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert_eq!(read(folder.path().join("some/where/empty/pack.yaml")), before);
}

#[cfg(unix)]
#[test]
fn behind_a_link_the_folder_has_its_own_name() {
    let folder = empty();
    fs::create_dir(folder.path().join("library")).expect("the folder can be made");
    std::os::unix::fs::symlink("library", folder.path().join("link"))
        .expect("the link can be made");
    said(folder.path(), &["new", "pack", "link"]);
    assert!(folder.path().join("link").is_symlink());
    assert!(read(folder.path().join("library/pack.yaml")).contains("id: library\n"));
    said(folder.path(), &["check", "link"]);
}

#[test]
fn names_that_are_not_possible() {
    let folder = empty();
    fs::create_dir(folder.path().join("full")).expect("the folder can be made");
    fs::write(folder.path().join("full/notes.txt"), "").expect("the file can be written");
    fs::write(folder.path().join("file"), "").expect("the file can be written");
    let names = [
        "Meine Bücherei",
        "rules/Data_2",
        "u\u{308}ber-uns",
        "2026-straße",
        "§ 1",
        ".",
        "data",
        "goals",
        "true",
        "full",
        "file",
        "file/pack",
        "no-such-folder/pack",
    ];
    for language in ["de", "en"] {
        let mut complaints = String::new();
        for name in names {
            let (code, said, complaint) =
                run(folder.path(), &["new", "pack", name, "--lang", language]);
            assert_eq!((code, said.as_str()), (Some(2), ""), "{name}");
            complaints.push_str(&complaint);
        }
        insta::assert_snapshot!(format!("not-possible-{language}"), complaints);
    }
    assert_eq!(listed(folder.path()), ["file", "full"]);
    assert_eq!(listed(&folder.path().join("full")), ["notes.txt"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_rights_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let folder = empty();
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).expect("the folder can be made");
    for (path, mode) in [(folder.path(), 0o755), (&locked, 0o555)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }
    let built = assert_cmd::cargo::cargo_bin("dteam");
    // Another user may not reach the folder in which it was built. A copy could still be open when
    // it is to be run.
    let linked = folder.path().join("dteam");
    let is_linked = fs::hard_link(&built, &linked).is_ok();
    let mut program = std::process::Command::new(if is_linked { &linked } else { &built });
    // Rights do not bind root.
    if fs::create_dir(locked.join("probe")).is_ok() {
        fs::remove_dir(locked.join("probe")).expect("it was made just now");
        program.uid(65_534).gid(65_534);
    }
    let run = program
        .current_dir(folder.path())
        .args(["new", "pack", "locked/library", "--lang", "en"])
        .output();
    let output = match run {
        Ok(output) => output,
        Err(error) => {
            return eprintln!(
                "skipped: the program cannot be run by a user without rights: {error}"
            );
        }
    };
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    let complaint = String::from_utf8(output.stderr).expect("the program speaks text");
    assert!(complaint.contains("`locked/library` may not be written to"), "{complaint}");
    assert_eq!(listed(&locked), [""; 0]);
}

#[test]
fn words_with_a_meaning_of_their_own_are_refused_or_work() {
    let folder = empty();
    let mut made = 0;
    for name in [
        "false",
        "in",
        "null",
        "type",
        "mixed-with",
        "no",
        "count",
        "benchmark",
        "name",
        "a--b-",
        "x",
    ] {
        let Ok(files) = render::pack_template(catalog(), name, EN) else { continue };
        let pack = folder.path().join(name);
        fs::create_dir(&pack).expect("the folder can be made");
        for (file, text) in files {
            fs::write(pack.join(file), text).expect("the file can be written");
        }
        made += 1;
    }
    assert_eq!(made, 8);
    let summary = said(folder.path(), &["check", ".", "--lang", "en"]);
    assert!(summary.starts_with("8 packs, 24 rules and 264 cases checked: nothing"), "{summary}");
    said(folder.path(), &["test", "."]);
}
