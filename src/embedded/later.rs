//! Parts of the compiled catalog that few profiles need: they wait as bytes until somebody asks.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::COMPILED;

/// A value, or where it stands in the compiled catalog.
pub(crate) struct Later<T> {
    value: OnceLock<Box<T>>,
    bytes: &'static [u8],
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Later { value: OnceLock::from(Box::new(value)), bytes: &[] }
    }
}

impl<T: DeserializeOwned + Default> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // `build.rs` leaves out what other types wrote, and a test reads all of it: there is nothing that could fail.
        self.value.get_or_init(|| postcard::from_bytes(self.bytes).unwrap_or_default())
    }
}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}

impl<T: DeserializeOwned + Default + Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(&**self).map_err(S::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = deserializer.deserialize_bytes(Bytes)?;
        match embedded(bytes) {
            Some(bytes) => Ok(Later { value: OnceLock::new(), bytes }),
            None => postcard::from_bytes::<T>(bytes).map(Later::from).map_err(D::Error::custom),
        }
    }
}

/// The same bytes as part of the program, if that is where they are.
fn embedded(bytes: &[u8]) -> Option<&'static [u8]> {
    let start = bytes.as_ptr().addr().checked_sub(COMPILED.as_ptr().addr())?;
    COMPILED.get(start..start + bytes.len())
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = &'de [u8];

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("bytes")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<&'de [u8], E> {
        Ok(bytes)
    }
}
