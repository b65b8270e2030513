//! The functions of the compiled catalog, and their names in its expressions.

use std::sync::{Arc, OnceLock};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Function;
use crate::diagnostic::SourceFile;
use crate::language::CatalogText;

/// Pack by pack. They are read before the expressions that call them.
pub(crate) static FUNCTIONS: OnceLock<Vec<Vec<Arc<Function>>>> = OnceLock::new();

/// A function in an expression: the files of its script, and its name.
#[derive(Serialize, Deserialize)]
struct Named {
    #[serde(with = "crate::embedded::files")]
    script: Vec<Arc<SourceFile>>,
    name: CatalogText,
}

pub(crate) fn serialize<S: Serializer>(function: &Arc<Function>, serializer: S) -> Result<S::Ok, S::Error> {
    Named { script: function.script.files.clone(), name: function.name.clone() }.serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Function>, D::Error> {
    let Named { script, name } = Named::deserialize(deserializer)?;
    let mut functions = FUNCTIONS.get().into_iter().flatten().flatten();
    let found = functions.find(|function| function.name == name && function.script.files == script);
    found.cloned().ok_or_else(|| D::Error::custom("no function of this name"))
}
