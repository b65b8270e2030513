//! What every HTML page of ours has around its text.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use dteam_text::language::Language;

/// The style that all pages share: colours for screens light and dark, type, tables, links, paper.
const BASE: &str = include_str!("base.css");

/// A page that loads nothing and runs nothing. The title is escaped here.
pub fn page(language: Language, title: &str, style: &str, body: &Markup) -> String {
    let style = self::style(style);
    let policy = format!(
        "default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash(&style)
    );
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

/// The shared style, and after it a page's own.
pub fn style(own: &str) -> String {
    format!("\n{BASE}{own}")
}

/// What names a style in a Content Security Policy, so that no other is in force: `sha256-` and the
/// hash in Base64.
fn hash(style: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::from("sha256-");
    for bytes in hmac_sha256::Hash::hash(style.as_bytes()).chunks(3) {
        let group = (0..3).fold(0usize, |group, index| {
            group << 8 | usize::from(bytes.get(index).copied().unwrap_or(0))
        });
        for index in 0..4 {
            let digit = char::from(DIGITS[group >> (18 - 6 * index) & 63]);
            written.push(if index > bytes.len() { '=' } else { digit });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
