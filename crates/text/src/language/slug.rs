//! Names of files, made of names of municipalities.

use super::composed;

/// In bytes: no system takes names of more than 255.
const MAX_LENGTH: usize = 80;

/// A name that every system takes for a file in the folder and nothing else: letters, digits and
/// hyphens, not too long.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in composed(name.into()).chars().flat_map(char::to_lowercase) {
        if slug.len() > MAX_LENGTH {
            break;
        }
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            letter if letter.is_alphanumeric() || letter == '_' => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    match slug {
        "" => "profile".to_owned(),
        // Windows takes these for devices.
        "con" | "prn" | "aux" | "nul" => format!("{slug}-"),
        _ if slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")) => {
            format!("{slug}-")
        }
        _ => slug.to_owned(),
    }
}
