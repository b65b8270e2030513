//! Maps of a few entries.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
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

impl<'de, K, V> Deserialize<'de> for Entries<K, V>
where
    K: Deserialize<'de> + AsRef<str>,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for EntriesVisitor<K, V>
where
    K: Deserialize<'de> + AsRef<str>,
    V: Deserialize<'de>,
{
    type Value = Entries<K, V>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries: Vec<(K, V)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<K, V>()? {
            if entries.iter().any(|(known, _)| known.as_ref() == key.as_ref()) {
                return Err(A::Error::custom(format!("`{}` stands there twice", key.as_ref())));
            }
            entries.push((key, value));
        }
        Ok(Entries(entries.into()))
    }
}
