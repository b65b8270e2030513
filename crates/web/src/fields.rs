//! The fields of a form or of a query, as browsers send them.

use percent_encoding::percent_decode;

use super::failure::Failure;

/// More fields no form of ours has.
const MAX_FIELDS: usize = 2000;

/// What came under a name.
#[derive(Debug)]
enum Value {
    Text(String),
    /// A workbook, which is a file that holds no text.
    Workbook(Vec<u8>),
}

impl Value {
    fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Workbook(_) => None,
        }
    }
}

/// A field.
#[derive(Debug)]
struct Field {
    name: String,
    value: Value,
    /// Of a file, what it is called.
    file: Option<String>,
}

/// A file that was chosen.
pub(super) struct File<'f> {
    pub name: &'f str,
    pub content: Content<'f>,
}

/// What is in a file.
pub(super) enum Content<'f> {
    Text(&'f str),
    Workbook(&'f [u8]),
}

/// Names and values in the order in which they came; a name may come several times.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

impl Fields {
    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named(name).find_map(|field| field.value.text())
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &Field> {
        self.0.iter().filter(move |field| field.name == name)
    }

    /// The files of that name that were chosen and hold something.
    pub fn files(&self, name: &str) -> impl Iterator<Item = File<'_>> {
        self.named(name).filter_map(|field| {
            let content = match &field.value {
                Value::Text(text) if text.trim().is_empty() => return None,
                Value::Text(text) => Content::Text(text),
                Value::Workbook(bytes) => Content::Workbook(bytes),
            };
            Some(File { name: field.file.as_deref()?, content })
        })
    }

    /// The workbook that came as a file of that name.
    pub fn workbook(&self, name: &str) -> Option<&[u8]> {
        self.named(name).find_map(|field| match &field.value {
            Value::Workbook(bytes) => Some(bytes.as_slice()),
            Value::Text(_) => None,
        })
    }

    /// The value of that name, or nothing.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |field| field.name == name).filter_map(|field| field.value.text())
    }

    #[cfg(feature = "server")]
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|field| field.name.as_str())
    }

    fn add(&mut self, field: Field) -> Result<(), Failure> {
        if self.0.len() >= MAX_FIELDS {
            return Err(Failure::TooManyFields);
        }
        self.0.push(field);
        Ok(())
    }

    /// The body of a form, by its type.
    pub fn of_form(kind: &str, body: &[u8]) -> Result<Self, Failure> {
        let (essence, parameters) = kind.split_once(';').unwrap_or((kind, ""));
        match essence.trim().to_ascii_lowercase().as_str() {
            "application/x-www-form-urlencoded" => Fields::urlencoded(body),
            "multipart/form-data" => {
                Fields::multipart(boundary(parameters).ok_or(Failure::NotAForm)?, body)
            }
            _ => Err(Failure::Unsupported),
        }
    }

    /// `a=1&b=2`, with `+` for a blank and `%` before bytes written out.
    pub fn urlencoded(body: &[u8]) -> Result<Self, Failure> {
        let mut fields = Fields::default();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = Value::Text(decoded(pair.get(equals + 1..).unwrap_or_default())?);
            fields.add(Field { name: decoded(&pair[..equals])?, value, file: None })?;
        }
        Ok(fields)
    }

    /// The parts of a form with files. A file counts as its text, unless it is a workbook; one
    /// that was not chosen is empty.
    fn multipart(boundary: &str, body: &[u8]) -> Result<Self, Failure> {
        let mut fields = Fields::default();
        let first = format!("--{boundary}");
        let between = format!("\r\n--{boundary}");
        let mut rest = body.strip_prefix(first.as_bytes()).ok_or(Failure::NotAForm)?;
        while !rest.starts_with(b"--") {
            rest = rest.strip_prefix(b"\r\n").ok_or(Failure::NotAForm)?;
            let (part, after) = split(rest, between.as_bytes()).ok_or(Failure::NotAForm)?;
            let (head, value) = split(part, b"\r\n\r\n").ok_or(Failure::NotAForm)?;
            let head = text(head)?;
            let name = parameter(&head, "name").ok_or(Failure::NotAForm)?;
            let file = parameter(&head, "filename");
            let value = match dteam_batch::is_workbook(value) {
                true => Value::Workbook(value.to_vec()),
                false => Value::Text(text(value)?),
            };
            fields.add(Field { name, value, file })?;
            rest = after;
        }
        Ok(fields)
    }
}

fn text(bytes: &[u8]) -> Result<String, Failure> {
    String::from_utf8(bytes.to_vec()).map_err(|_| Failure::NotUtf8)
}

fn decoded(written: &[u8]) -> Result<String, Failure> {
    let spaced: Vec<u8> =
        written.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let text = percent_decode(&spaced).decode_utf8().map_err(|_| Failure::NotUtf8)?;
    Ok(text.into_owned())
}

/// What comes before and after the first place of `mark`.
fn split<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let index = bytes.windows(mark.len()).position(|window| window == mark)?;
    Some((&bytes[..index], &bytes[index + mark.len()..]))
}

fn boundary(parameters: &str) -> Option<&str> {
    let value =
        parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let value = value.trim_matches('"');
    (1..=70).contains(&value.len()).then_some(value)
}

/// What it says in `Content-Disposition: form-data; name="…"; filename="…"`.
fn parameter(head: &str, of: &str) -> Option<String> {
    let mut lines = head.split("\r\n");
    let line = lines.find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let (_, rest) = line.split_once(&format!(" {of}=\""))?;
    rest.split_once('"').map(|(name, _)| name.to_owned())
}
