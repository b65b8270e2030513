//! The names of the reports: each only once.

use std::collections::HashMap;

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
