//! What the README shows is what the program says.

use assert_cmd::Command;

/// The command whose output the README shows, and where it stops.
const COMMAND: [&str; 6] =
    ["advise", "profiles/auetal.yaml", "--date", "2026-11-22", "--width", "100"];

#[test]
fn the_readme_shows_the_real_output() {
    let readme = std::fs::read_to_string("README.md").expect("there is a README");
    let (_, after) =
        readme.split_once("<!-- output -->\n```text\n").expect("the README shows an output");
    let (shown, _) =
        after.split_once("\n  2  …\n```").expect("the output is cut off after the first step");
    assert!(
        readme.contains(&format!("dteam {}", COMMAND.join(" "))),
        "the README names the command"
    );
    let output = Command::cargo_bin("dteam")
        .expect("the binary is built")
        .args(COMMAND)
        .output()
        .expect("it runs");
    let output = String::from_utf8(output.stdout).expect("output is text");
    let first_step = output.split("\n  2  ").next().expect("there are steps");
    assert_eq!(shown.trim_end(), first_step.trim_end());
}

fn help(arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output =
        command.args(arguments).args(["--help", "--lang", "en"]).output().expect("it runs");
    String::from_utf8(output.stdout).expect("help is text")
}

/// Both halves, the German one first.
fn halves() -> [String; 2] {
    let readme = std::fs::read_to_string("README.md").expect("there is a README");
    let (german, english) = readme.split_once("\n# In English\n").expect("English comes second");
    [german.to_owned(), english.to_owned()]
}

/// The rows of the table under this header, cell by cell.
fn table<'t>(text: &'t str, header: &str) -> Vec<Vec<&'t str>> {
    let (_, rows) = text.split_once(header).unwrap_or_else(|| panic!("no table {header}"));
    let rows = rows.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn both_halves_name_every_command() {
    let help = help(&[]);
    let (_, listed) = help.split_once("Commands:\n").expect("the help lists the commands");
    let listed = listed.lines().take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(names.len() >= 19, "{names:?}");
    for half in halves() {
        for name in &names {
            assert!(half.contains(&format!("`dteam {name}")), "{name}");
        }
    }
}

#[test]
fn the_tables_of_formats_are_those_of_the_program() {
    for (half, header) in halves().iter().zip(["| Format | wofür |", "| format | for | commands |"])
    {
        let mut named = std::collections::BTreeSet::new();
        for row in table(half, header) {
            for command in quoted(row[2]) {
                named.extend(quoted(row[0]).map(|format| (command.to_owned(), format.to_owned())));
            }
        }
        for command in [
            "advise", "plan", "progress", "team", "classify", "explain", "check", "test", "doc",
            "diff", "facts",
        ] {
            let help = help(&[command]);
            let (_, after) = help.split_once("--format <").expect("it has formats");
            let after =
                after.split("\n  ").skip(1).take_while(|it| !it.trim_start().starts_with("--"));
            let values =
                after.filter_map(|line| line.trim_start().strip_prefix("- ")?.split_once(':'));
            // There is one more where the program is built for it.
            let values: Vec<&str> =
                values.map(|(name, _)| name).filter(|it| *it != "pdf").collect();
            assert!(values.len() >= 2, "{command}: {help}");
            for value in &values {
                let pair = (command.to_owned(), (*value).to_owned());
                assert!(named.contains(&pair), "{header} leaves out {pair:?}");
            }
            for (_, format) in named.iter().filter(|(of, format)| of == command && format != "pdf")
            {
                assert!(values.contains(&format.as_str()), "{command} has no format {format}");
            }
        }
    }
}

#[test]
fn the_tables_of_exit_codes_are_those_of_the_help() {
    let help = help(&[]);
    for (half, header) in halves().iter().zip(["| Wert | Bedeutung |", "| code | meaning |"]) {
        let codes: Vec<&str> = table(half, header)
            .iter()
            .map(|row| row[0])
            .map(|code| code.trim_matches(['|', ' ']))
            .collect();
        assert_eq!(codes, ["0", "1", "2", "130"]);
        let (_, said) = help.split_once("Exit codes:").expect("the help names them");
        let said: Vec<&str> = said
            .lines()
            .take(3)
            .flat_map(str::split_whitespace)
            .filter(|word| word.parse::<u8>().is_ok())
            .collect();
        assert_eq!(codes, said);
    }
}
