//! The boundary of `dteam-core` as a Python module: text in, text out. What makes it pleasant is
//! written in Python, in `python/dteam/__init__.py`.

use dteam_engine::catalog::parallel_map;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// Whether a call was answered, and the answer or else `dteam.check/1`.
type Answered = (bool, String);

/// A catalog; it never changes.
#[pyclass(frozen)]
struct Catalog(dteam_core::Catalog);

#[pymethods]
impl Catalog {
    /// The catalog of a request, or what is wrong with it.
    #[staticmethod]
    fn load(py: Python<'_>, request: &[u8]) -> (Option<Self>, String) {
        match py.detach(|| dteam_core::Catalog::load(request)) {
            Ok(catalog) => (Some(Catalog(catalog)), String::new()),
            Err(refused) => (None, refused),
        }
    }

    /// Answers one call. Other threads of Python go on meanwhile.
    fn call(&self, py: Python<'_>, name: &str, request: &[u8]) -> Answered {
        py.detach(|| self.answered(name, request))
    }

    /// Answers calls on all processors, in their order.
    fn call_many(&self, py: Python<'_>, name: &str, requests: Vec<PyBackedBytes>) -> Vec<Answered> {
        py.detach(|| parallel_map(&requests, |request| self.answered(name, request)))
    }
}

impl Catalog {
    fn answered(&self, name: &str, request: &[u8]) -> Answered {
        match self.0.call(name, request) {
            Ok(answer) => (true, answer),
            Err(refused) => (false, refused),
        }
    }
}

#[pymodule]
fn _dteam(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<Catalog>()
}
