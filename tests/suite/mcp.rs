//! An agent's exchange with `dteam mcp`, line by line.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value as Json, json};

/// A server and the agent's end of its pipes.
struct Agent {
    server: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    asked: u64,
}

impl Agent {
    fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("dteam"));
        command.arg("mcp").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut server = command.spawn().expect("the binary is built");
        let to = server.stdin.take();
        let from = BufReader::new(server.stdout.take().expect("it is piped"));
        let mut agent = Agent { server, to, from, asked: 0 };
        let told = agent.ask(
            "initialize",
            json!({
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "suite", "version": "1"},
            }),
        );
        assert_eq!(told["result"]["serverInfo"]["name"], "dteam");
        agent.say(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        agent
    }

    fn say(&mut self, message: &Json) {
        let to = self.to.as_mut().expect("the exchange goes on");
        writeln!(to, "{message}").expect("the server reads");
    }

    fn ask(&mut self, method: &str, params: Json) -> Json {
        self.asked += 1;
        let id = self.asked;
        self.say(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let mut line = String::new();
        self.from.read_line(&mut line).expect("the server answers");
        let answer: Json = serde_json::from_str(&line).expect("an answer is a line of JSON");
        assert_eq!(answer["id"], id);
        answer
    }

    /// Calls a tool: whether it did its work, and what it wrote.
    fn call(&mut self, tool: &str, arguments: Json) -> (bool, String) {
        let answer = self.ask("tools/call", json!({"name": tool, "arguments": arguments}));
        let result = &answer["result"];
        let text = result["content"][0]["text"].as_str().expect("an answer is text").to_owned();
        (result["isError"] == false, text)
    }

    fn read(&mut self, uri: &str) -> Json {
        self.ask("resources/read", json!({"uri": uri}))
    }

    /// Ends the exchange: the server ends by itself.
    fn end(mut self) -> Option<i32> {
        self.to = None;
        self.server.wait().expect("it ends").code()
    }
}

#[test]
fn agents_get_what_the_command_line_writes() {
    let mut agent = Agent::start(&["--lang", "en", "--date", "2026-11-22"]);
    let listed = agent.ask("tools/list", json!({}));
    let tools = listed["result"]["tools"].as_array().expect("there are tools");
    let names: Vec<&str> = tools.iter().filter_map(|tool| tool["name"].as_str()).collect();
    assert_eq!(names, ["advise", "check", "classify", "explain", "plan", "questions"]);
    for tool in tools {
        assert_eq!(tool["annotations"]["readOnlyHint"], true);
        jsonschema::validator_for(&tool["inputSchema"]).expect("what a tool takes is a schema");
    }

    let profile = std::fs::read_to_string("profiles/auetal.yaml").expect("it is there");
    let written = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("dteam").expect("the binary is built");
        command.args(arguments).args(["profiles/auetal.yaml", "--lang", "en", "--format", "json"]);
        let output = command.output().expect("it runs");
        String::from_utf8(output.stdout).expect("it is text")
    };
    let request = json!({"profile": profile, "name": "profiles/auetal.yaml"});
    for (tool, arguments) in [
        ("advise", vec!["advise", "--date", "2026-11-22"]),
        ("plan", vec!["plan", "--date", "2026-11-22"]),
        ("classify", vec!["classify"]),
        ("check", vec!["check"]),
    ] {
        assert_eq!(agent.call(tool, request.clone()), (true, written(&arguments)), "{tool}");
    }
    let (done, german) = agent.call("questions", json!({"language": "de"}));
    assert!(done && german.contains("\"language\": \"de\""), "a request has the last word");
    assert_eq!(agent.end(), Some(0));
}

#[test]
fn mistakes_end_no_exchange() {
    let mut agent = Agent::start(&["--lang", "en"]);
    let (done, told) = agent.call("advise", json!({"profile": {"data": {"inventry": 0}}}));
    assert!(!done && told.contains("dteam.check/1") && told.contains("`inventory`"), "{told}");
    let (done, told) = agent.call("advise", json!({"profil": {}}));
    assert!(!done && told.contains("D890"), "{told}");
    let unknown = agent.ask("tools/call", json!({"name": "team", "arguments": {}}));
    assert!(unknown["error"]["message"].as_str().is_some_and(|told| told.contains("team")));
    assert!(agent.read("dteam://nowhere")["error"].is_object());
    let (done, _) = agent.call("classify", json!({"profile": {"goals": ["funding"]}}));
    assert!(done, "the exchange goes on");
    assert_eq!(agent.end(), Some(0));
}

#[test]
fn everything_listed_can_be_read() {
    let mut agent = Agent::start(&["--lang", "en"]);
    let listed = agent.ask("resources/list", json!({}));
    let resources = listed["result"]["resources"].as_array().expect("there are resources").clone();
    assert!(resources.len() > 5);
    for resource in resources {
        let uri = resource["uri"].as_str().expect("an address");
        let read = agent.read(uri);
        let contents = &read["result"]["contents"][0];
        assert_eq!(contents["mimeType"], resource["mimeType"], "{uri}");
        let text = contents["text"].as_str().expect("it is text");
        match contents["mimeType"].as_str() {
            Some("text/markdown") => assert!(text.starts_with('#'), "{uri}"),
            Some("application/schema+json") => {
                let schema: Json = serde_json::from_str(text).expect("a schema is JSON");
                jsonschema::validator_for(&schema).expect("it is a schema");
            }
            other => panic!("{uri}: {other:?}"),
        }
    }
    assert_eq!(agent.end(), Some(0));
}

#[test]
fn whoever_says_nothing_gets_nothing() {
    let mut command = assert_cmd::Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.arg("mcp").write_stdin("").output().expect("it runs");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    let mut command = assert_cmd::Command::cargo_bin("dteam").expect("the binary is built");
    let first =
        r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "advise"}}"#;
    let output = command.arg("mcp").write_stdin(format!("{first}\n")).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() != Some(101) && !told.contains("panicked"), "{told}");
}
