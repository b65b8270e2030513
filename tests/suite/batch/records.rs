//! What a record may be, and what only looks like one.

use std::fs;

use super::dteam;

/// Exit code, output and what is said about an input of that name.
fn batch(name: &str, input: impl AsRef<[u8]>) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, input).expect("the file can be written");
    let output = dteam()
        .arg(&path)
        .args(["--lang", "en", "--width", "110", "-q"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr)
        .replace(&format!("{}/", folder.path().display()), "");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), said)
}

/// The codes of what is said, in order.
fn codes(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|line| line.split_once('[')?.1.split_once("]:"))
        .map(|(code, _)| code)
        .collect()
}

#[test]
fn a_file_that_is_not_one_object_a_line_is_said_once() {
    let cases: [(&str, &str); 6] = [
        ("yaml", "municipality: {name: A}\ngoals: [efficiency]\ndata.inventory: 1\n"),
        ("pretty", "{\n  \"municipality.name\": \"A\",\n  \"data.inventory\": 1\n}\n"),
        (
            "many-pretty",
            "{\n  \"data\": {\n    \"inventory\": 1\n  }\n}\n{\n  \"data\": {\"inventory\": 1}\n}\n",
        ),
        ("list", "[\n{\"data\": {\"inventory\": 1}},\n{\"data\": {\"inventory\": 2}}\n]\n"),
        (
            "wrapped",
            "{\"profiles\": [\n{\"data\": {\"inventory\": 1}},\n{\"data\": {\"inventory\": 2}}\n]}\n",
        ),
        ("commas", "{\"data\": {\"inventory\": 1}},\n{\"data\": {\"inventory\": 2}},\n"),
    ];
    let mut all = String::new();
    for (name, input) in cases {
        let (code, output, said) = batch("x.ndjson", input);
        assert_eq!(
            (code, output.as_str(), codes(&said)),
            (Some(2), "", vec!["D840"]),
            "{name}: {said}"
        );
        all += &format!("## {name}\n{said}\n");
    }
    insta::assert_snapshot!("not-one-object-a-line", all);
}

#[test]
fn lines_without_an_object_cost_no_other() {
    let good = "{\"id\": 1, \"data\": {\"inventory\": 1}}\n";
    let (code, output, said) =
        batch("x.ndjson", format!("{good}{{\n  \"data\": 1\n}}\n\n{good}municipality: x\n{good}"));
    assert_eq!(
        (code, output.lines().count(), codes(&said)),
        (Some(1), 3, vec!["D840", "D820"]),
        "{said}"
    );
}

#[test]
fn rejected_lines_stay_as_they_were() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, rejects) = (folder.path().join("x.ndjson"), folder.path().join("rejects.ndjson"));
    let input = "{\"data\": {\"inventory\": 1}}\na: 1\nb: 2\n";
    fs::write(&path, input).expect("the file can be written");
    let output = dteam().arg(&path).arg("--rejects").arg(&rejects).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(rejects).expect("rejects were written"), "a: 1\nb: 2\n");
}

#[test]
fn ids_are_kept_exactly_or_refused() {
    for (id, kept) in [
        ("\"03255001\"", "\"03255001\""),
        ("3255001", "3255001"),
        ("-7", "-7"),
        ("1234567890123456789", "1234567890123456789"),
        ("18446744073709551615", "18446744073709551615"),
        ("\"Mu\\u0308nster\"", "\"Münster\""),
    ] {
        let (code, output, said) =
            batch("x.ndjson", format!("{{\"id\": {id}, \"data\": {{\"inventory\": 1}}}}\n"));
        assert_eq!(code, Some(0), "{said}");
        assert!(
            output.starts_with(&format!("{{\"record\":{{\"id\":{kept}}}")),
            "{id}: {output:.200}"
        );
    }
    let mut all = String::new();
    for record in [
        "{\"id\": 03255001, \"data\": {\"inventory\": 1}}",
        "{\"id\": \"x\", \"id\": \"y\", \"data\": {\"inventory\": 1}}",
        "{'id': 'x', 'data': {'inventory': 1}}",
        "{\"ID\": \"x\", \"data\": {\"inventory\": 1}}",
        "{\"id\": 12345678901234567890123, \"data\": {\"inventory\": 1}}",
        "{\"id\": 1.5, \"data\": {\"inventory\": 1}}",
        "{\"id\": 3255001.0, \"data\": {\"inventory\": 1}}",
        "{\"id\": -0, \"data\": {\"inventory\": 1}}",
        "{\"id\": true, \"data\": {\"inventory\": 1}}",
        "{\"id\": [1], \"data\": {\"inventory\": 1}}",
        "{\"id\": {}, \"data\": {\"inventory\": 1}}",
        "{\"identifier\": 1, \"data\": {\"inventory\": 1}}",
        "{\"municipality\":{\"name\":-}}",
        "{\"id\": \"x\", \"data\": {\"inventory\": 1}} {\"id\": \"y\"}",
    ] {
        let (code, output, said) = batch("x.ndjson", format!("{record}\n"));
        assert_eq!((code, output.as_str()), (Some(2), ""), "{record}");
        all += &said;
    }
    insta::assert_snapshot!("ids", all);
    let (code, _, said) = batch("x.csv", "ID,data.inventory\n1,1\n");
    assert!(code == Some(0) || said.contains("did you mean `id`?"), "{said}");
}

#[test]
fn brackets_cost_no_more_than_letters() {
    let many = 160_000;
    for input in [
        format!("[{}{}\n", "[".repeat(many), "}".repeat(many)),
        format!("[{}", "[".repeat(5_000_000)),
        format!("[{}1{}]", "[".repeat(many), "]".repeat(many)),
        format!("[{}]", "{\"a\":".repeat(many)),
        format!("[{}]", "]".repeat(many)),
        format!("[{}]", "{}".repeat(many)),
    ] {
        let begun = std::time::Instant::now();
        let (code, output, said) = batch("x.json", &input);
        assert_eq!((code, output.as_str(), codes(&said).len()), (Some(2), "", 1), "{said}");
        assert!(begun.elapsed().as_secs() < 30, "{}", &input[..20]);
    }
}

#[test]
fn what_follows_a_list_is_said() {
    let item = "{\"data\": {\"inventory\": 1}}";
    for (input, advices, expected) in [
        (format!("[{item}]\n[{item}]\n"), 1, vec!["D842"]),
        (format!("[{item}] garbage"), 1, vec!["D842"]),
        (format!("[{item}]]"), 1, vec!["D842"]),
        (format!("[{item} {item}]"), 0, vec!["D819"]),
        (format!("[{item}, [1}}, {item}]"), 1, vec!["D807"]),
        (format!("[{item},\n{item}]\n\n"), 2, vec![]),
    ] {
        let (code, output, said) = batch("x.json", &input);
        assert_eq!((output.lines().count(), codes(&said)), (advices, expected), "{input}: {said}");
        assert_eq!(
            code,
            Some(if said.is_empty() {
                0
            } else if advices == 0 {
                2
            } else {
                1
            })
        );
    }
}

#[test]
fn text_of_two_bytes_a_letter_is_named() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let text = "{\"data\": {\"inventory\": 1}}\n";
    for (name, mark) in [
        ("x.ndjson", ""),
        ("x.ndjson", "\u{feff}"),
        ("x.json", ""),
        ("x.yaml", "\u{feff}"),
        ("x", ""),
    ] {
        let (code, output, said) = batch(name, utf16(&format!("{mark}{text}")));
        assert_eq!(
            (code, output.as_str(), codes(&said)),
            (Some(2), "", vec!["D832"]),
            "{name}: {said}"
        );
    }
    let (_, _, said) = batch("x.csv", utf16("id,data.inventory\n1,1\n"));
    assert_eq!(codes(&said), ["D832"], "{said}");
}

#[test]
fn reports_have_the_same_names_wherever_the_letters_were_typed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, reports) = (folder.path().join("n.ndjson"), folder.path().join("r"));
    let record = |name: &str| {
        format!("{{\"municipality\":{{\"name\":\"{name}\"}},\"data\":{{\"inventory\":0}}}}\n")
    };
    fs::write(&path, [record("Mu\u{308}nster"), record("M\u{fc}nster")].concat())
        .expect("the file can be written");
    let output = dteam().arg(&path).arg("--reports").arg(&reports).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut names: Vec<String> = fs::read_dir(&reports)
        .expect("the folder was made")
        .map(|entry| entry.expect("it is readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["muenster-2.md", "muenster.md"]);
}
