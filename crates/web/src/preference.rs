//! Which language a visitor or a program is answered in.

use axum::http::{HeaderMap, header};
use dteam_text::language::Language;

use crate::Site;

/// The language for somebody who has not chosen one.
pub(super) fn preferred(site: &Site, headers: &HeaderMap, is_program: bool) -> Language {
    let asked = || {
        headers
            .get(header::ACCEPT_LANGUAGE)?
            .to_str()
            .ok()
            .and_then(|header| wished(header, site.languages()))
    };
    let wished = if is_program { None } else { asked() };
    site.settings.language.or(wished).unwrap_or_else(|| site.language())
}

/// The one of these languages that is wished for most: `en-GB, en;q=0.9, de;q=0.8, *;q=0`. Of two
/// that are wished for alike, the first.
fn wished(header: &str, languages: &[Language]) -> Option<Language> {
    let ranges: Vec<(&str, f32)> = header.split(',').map(range).collect();
    let quality = |language: Language| {
        let named =
            |tag: &str| ranges.iter().position(|(other, _)| tag.eq_ignore_ascii_case(other));
        let index = named(language.code()).or_else(|| named("*"))?;
        let (_, quality) = ranges[index];
        (quality > 0.0).then_some((quality, index, language))
    };
    let wished = languages.iter().copied().filter_map(quality);
    let best = wished
        .reduce(|best, other| if (other.0, best.1) > (best.0, other.1) { other } else { best });
    best.map(|(.., language)| language)
}

/// Language and weight of a range such as `en-GB; q=0.9`. What is no weight weighs nothing.
fn range(range: &str) -> (&str, f32) {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let primary = tag.trim().split('-').next().unwrap_or_default();
    let weight =
        parameters.split_once('=').filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let weighed = |(_, value): (&str, &str)| Some(value.trim()).filter(is_number)?.parse().ok();
    match parameters.trim() {
        "" => (primary, 1.0),
        _ => (primary, weight.and_then(weighed).unwrap_or(0.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DE: Language = Language::named("de").unwrap();
    const EN: Language = Language::named("en").unwrap();

    #[test]
    fn the_language_is_the_one_that_is_wished_for_most() {
        for (header, language) in [
            ("en", Some(EN)),
            ("en-GB,en;q=0.9,de;q=0.8", Some(EN)),
            ("en; q=0.9", Some(EN)),
            ("de ; q=0.8 , EN ; Q=0.9", Some(EN)),
            ("en;q=0.5, de", Some(DE)),
            ("en, de", Some(EN)),
            ("de;q=0, *", Some(EN)),
            ("fr, *;q=0.1", Some(DE)),
            ("en;q=0", None),
            ("fr", None),
            ("*;q=0", None),
            ("en;q=+1", None),
            ("en;q=nan", None),
            ("en;q", None),
            ("", None),
        ] {
            assert_eq!(wished(header, &[DE, EN]), language, "{header}");
        }
    }
}
