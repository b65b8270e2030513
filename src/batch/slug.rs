//! Names of files, made of names of municipalities.

use std::collections::HashMap;

/// A name that every system takes for a file in the folder and nothing else: letters, digits and hyphens, not too long.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if slug.len() > LONGEST {
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
        _ if slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt")) => format!("{slug}-"),
        _ => slug.to_owned(),
    }
}

const LONGEST: usize = 80;

/// The names that are taken.
#[derive(Debug, Default)]
pub struct Names(HashMap<String, u64>);

impl Names {
    /// The name, with a number where it is taken.
    pub fn take(&mut self, name: &str) -> String {
        loop {
            let count = self.0.entry(name.to_owned()).or_insert(0);
            *count += 1;
            let numbered = if *count == 1 { name.to_owned() } else { format!("{name}-{count}") };
            // A municipality may itself be called so.
            if *count == 1 || !self.0.contains_key(&numbered) {
                if numbered != name {
                    self.0.insert(numbered.clone(), 1);
                }
                return numbered;
            }
        }
    }
}
