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
