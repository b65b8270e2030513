//! The site as `dteam serve` offers it: pages, API, limits, and what it makes of those who mean no
//! good.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use ureq::http::Response;
use ureq::{Agent, Body};

mod api;
mod command;
mod hostile;
mod limits;
mod offline;
mod pages;
mod papers;

/// A server on a free port, ended when the test is.
pub struct Served {
    child: Child,
    pub address: String,
    agent: Agent,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub head: Vec<(String, String)>,
    pub body: String,
}

impl Served {
    pub fn new() -> Self {
        Served::with(&[])
    }

    pub fn with(arguments: &[&str]) -> Self {
        let mut child = command("0", arguments).spawn().expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output is piped");
        BufReader::new(out).read_line(&mut line).expect("the program says where it is");
        let address = line
            .split(' ')
            .find(|word| word.starts_with("http://"))
            .expect("the line has an address");
        let address = address.trim_end_matches('/').to_owned();
        // Where a request is refused unread, the connection ends: one that waits for the next
        // request may be gone by then.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_connections(0);
        let agent = config.max_redirects_will_error(false).build().into();
        Served { child, address, agent }
    }

    pub fn get(&self, path: &str) -> Answer {
        answer(
            self.agent.get(format!("{}{path}", self.address)).call().expect("the server answers"),
        )
    }

    pub fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.address)).header(name, value);
        answer(request.call().expect("the server answers"))
    }

    pub fn post(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.address)).content_type(kind);
        answer(request.send(body).expect("the server answers"))
    }

    pub fn post_with(
        &self,
        path: &str,
        kind: &str,
        body: &[u8],
        name: &str,
        value: &str,
    ) -> Answer {
        let request = self
            .agent
            .post(format!("{}{path}", self.address))
            .content_type(kind)
            .header(name, value);
        answer(request.send(body).expect("the server answers"))
    }

    /// Sends a form as a browser does.
    pub fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.post(path, "application/x-www-form-urlencoded", pairs.join("&").as_bytes())
    }

    /// Sends a form with files as a browser does.
    pub fn send_parts(&self, path: &str, parts: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in parts {
            body.extend_from_slice(
                format!("--XXX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n")
                    .as_bytes(),
            );
            body.extend_from_slice(value);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--XXX--\r\n");
        self.post(path, "multipart/form-data; boundary=XXX", &body)
    }

    /// The host and port, for connections of one's own.
    pub fn socket(&self) -> &str {
        self.address.trim_start_matches("http://")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends these bytes, and reads until the server hangs up.
pub fn raw(served: &Served, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(served.socket()).expect("the server is there");
    stream.write_all(bytes).expect("the server reads");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

pub fn command(port: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dteam"));
    command.args(["serve", "--port", port, "--date", "2026-11-22"]).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn answer(mut response: Response<Body>) -> Answer {
    let head = response.headers().iter();
    let head: Vec<(String, String)> = head
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
        .collect();
    let mut body = String::new();
    response.body_mut().as_reader().read_to_string(&mut body).expect("answers are text");
    let kind = head
        .iter()
        .find(|(name, _)| name == "content-type")
        .map(|(_, kind)| kind.clone())
        .unwrap_or_default();
    Answer { status: response.status().as_u16(), kind, head, body }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The profile that the page carries.
    pub fn profile(&self) -> String {
        let (_, rest) =
            self.body.split_once("name=\"profile\" value=\"").expect("the page carries a profile");
        let (value, _) = rest.split_once('"').expect("the value ends");
        serde_json::from_str(&unescaped(value)).expect("the profile is a text of JSON")
    }

    /// A line for each element, for snapshots; what the profile carries is left out.
    pub fn in_lines(&self) -> String {
        let carried = [
            "name=\"profile\" value=\"",
            "name=\"one-text\" value=\"",
            "name=\"other-text\" value=\"",
        ];
        let mut page = self.body.clone();
        for start in carried {
            if let Some((before, rest)) = page.clone().split_once(start) {
                let (_, after) = rest.split_once('"').expect("the value ends");
                page = format!("{before}{start}…\"{after}");
            }
        }
        let page = page.replace("><", ">\n<");
        // The addresses of style and script change with them.
        let lines =
            page.lines().map(|line| line.split_once("?v=").map_or(line, |(before, _)| before));
        lines.collect::<Vec<_>>().join("\n")
    }
}

pub fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
