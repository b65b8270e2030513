//! The pages of dteam as a WebAssembly module that has no clock, no network and no file: whatever its
//! libraries would import is answered with nothing.
//!
//! Host and module share one buffer. The host asks for [`room`], writes there, calls [`begin`] once
//! and [`answer`] for each request, and reads the answer at [`place`]. Of a request and of an answer
//! the first line is a head in JSON, the rest the body.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use dteam_text::language;
use dteam_web::{Content, Form, Pages, Request};
use serde::Deserialize;
use serde_json::json;

static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

static PAGES: OnceLock<Pages> = OnceLock::new();

/// How the pages begin.
#[derive(Debug, Deserialize)]
struct Beginning {
    /// The day of each advice as `2026-01-31`; without one, all periods of validity hold.
    date: String,
    /// What the author of the page has put into it.
    content: Option<Content>,
}

/// The head of a request.
#[derive(Debug, Deserialize)]
struct Head {
    path: String,
    query: String,
    /// The media type of the body that a form sends; none for what is only fetched.
    kind: Option<String>,
}

fn buffer() -> MutexGuard<'static, Vec<u8>> {
    BUFFER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for that many bytes in the buffer, and says where.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut buffer = buffer();
    buffer.clear();
    buffer.resize(length, 0);
    buffer.as_mut_ptr()
}

/// Where the buffer is.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn place() -> *const u8 {
    buffer().as_ptr()
}

/// Reads the rules. The buffer holds day and content as JSON.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    let beginning: Beginning =
        serde_json::from_slice(&buffer()).expect("the host writes day and content");
    let (content, date) = (beginning.content.unwrap_or_default(), language::date(&beginning.date));
    let pages = content
        .pages(dteam_rules::builder(), dteam_rules::EXAMPLES, date)
        .expect("`dteam app` has read the rules before it wrote them into the page");
    // Whoever begins twice goes on with the first.
    let _ = PAGES.set(pages);
}

/// Puts the answer in the place of the request, and says how long it is.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> usize {
    let pages = PAGES.get().expect("the host has called `begin`");
    let mut buffer = buffer();
    let end = buffer.iter().position(|byte| *byte == b'\n').unwrap_or(buffer.len());
    let head: Head = serde_json::from_slice(&buffer[..end]).expect("the host writes the head");
    let body = buffer.get(end + 1..).unwrap_or_default();
    let form = head.kind.as_deref().map(|kind| Form { kind, body });
    let answer = pages.answer(&Request { path: &head.path, query: &head.query, form });
    let headers = answer.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let headers: BTreeMap<&str, &str> = headers.collect();
    let mut bytes =
        json!({"status": answer.status.as_u16(), "headers": headers}).to_string().into_bytes();
    bytes.push(b'\n');
    bytes.extend_from_slice(&answer.body);
    *buffer = bytes;
    buffer.len()
}
