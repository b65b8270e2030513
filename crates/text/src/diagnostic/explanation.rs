//! What each problem means, with an example: `locales/*/explanations.md`.

use super::{Invalid, Problem, code, nearest};
use crate::language::Language;

/// What the problem of that code means and how to fix it, as Markdown; `code` is its number, such
/// as `D012`, or its name, in any case.
///
/// # Errors
/// [`Invalid`] if there is no such code.
pub fn explanation(code: &str, language: Language) -> Result<String, Invalid> {
    let found = code::name(code.trim()).and_then(|name| section(name, language));
    found.ok_or_else(|| {
        let names = code::all().flat_map(|(name, number)| [name.to_owned(), number]);
        let names: Vec<String> = names.collect();
        let nearest = nearest(code, names.iter().map(String::as_str));
        Problem::UnknownCode { code: code.to_owned(), nearest }.into()
    })
}

/// The section of the problem, its heading first.
fn section(name: &str, language: Language) -> Option<String> {
    let whole = language.file("explanations.md")?;
    let heading = format!("## {} {name}\n", code::number(name)?);
    let start = whole.find(&heading)?;
    let body = &whole[start + heading.len()..];
    let end = ["\n## ", "\n# "]
        .into_iter()
        .filter_map(|next| body.find(next))
        .min()
        .unwrap_or(body.len());
    Some(format!("# {}\n\n{}\n", heading.trim_start_matches('#').trim(), body[..end].trim()))
}
