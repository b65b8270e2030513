//! Maps of a few entries.

use serde::ser::{Serialize, Serializer};

/// A map of few entries in a fixed order, such as one for each type: a list of pairs, quick to make
/// and to go through.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<K, V>(Box<[(K, V)]>);

impl<K, V> Entries<K, V> {
    /// The entries, in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: AsRef<str>, V> Entries<K, V> {
    /// The value of the key, if it is there.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.iter().find(|(own, _)| own.as_ref() == key).map(|(_, value)| value)
    }
}

impl<K, V> FromIterator<(K, V)> for Entries<K, V> {
    /// The keys have to differ.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Entries(entries.into_iter().collect())
    }
}

impl<K: AsRef<str>, V: Serialize> Serialize for Entries<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key.as_ref(), value)))
    }
}
