//! What a request for a page is answered with, whoever brings the answer to the reader.

use http::{HeaderName, StatusCode, header};

/// An answer, as it goes over the wire or into the document of a page that needs no server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether there is what was asked for.
    pub status: StatusCode,
    /// What is said of the body; the values are plain ASCII.
    pub headers: Vec<(HeaderName, String)>,
    /// The page or the file.
    pub body: Vec<u8>,
}

impl Answer {
    /// Something of that media type.
    pub(crate) fn of(status: StatusCode, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![(header::CONTENT_TYPE, kind.to_owned())];
        Answer { status, headers, body: body.into() }
    }

    /// Sends the reader elsewhere.
    pub(crate) fn to(address: &str) -> Self {
        let headers = vec![(header::LOCATION, address.to_owned())];
        Answer { status: StatusCode::SEE_OTHER, headers, body: Vec::new() }
    }

    pub(crate) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
