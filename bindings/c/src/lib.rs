//! The boundary of `dteam-core` as C functions. `dteam.h` is made of this file by cbindgen.
//!
//! A catalog is a number, never an address: one that is wrong or released is refused like any other
//! mistake, and a catalog that is released while another thread calls it stays until that call ends.

use std::collections::BTreeMap;
use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use dteam_core::{Catalog, caught, refusal};
use dteam_text::diagnostic::Problem;

/// A catalog: the questions and rules that it was loaded with. It never changes, and any number of
/// threads may call it at once. 0 is none.
pub type DteamCatalog = u64;

static CATALOGS: RwLock<BTreeMap<DteamCatalog, Catalog>> = RwLock::new(BTreeMap::new());

/// Numbers are not used again, so that none ever means another catalog.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// Loads the rules that come with the library, with those of the request over them:
/// `{"files": {"own/pack.yaml": "..."}}`. A request of length 0 stands for none.
///
/// Returns 0 if something is wrong; `refused` then points to what it is (`dteam.check/1`), which
/// `dteam_free` frees. Else it is set to null. `refused` may be null.
///
/// # Safety
/// `request` points to `length` readable bytes, or is null. `refused` is null or can be written to.
#[expect(unsafe_code, reason = "called from C")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dteam_load(
    request: *const c_char,
    length: usize,
    refused: *mut *mut c_char,
) -> DteamCatalog {
    let loaded = guarded(|| {
        // SAFETY: what the caller promises of `request` and `length`.
        Catalog::load(unsafe { bytes(request, length) }?)
    });
    let (number, told) = match loaded {
        Ok(catalog) => {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let mut catalogs = CATALOGS.write().unwrap_or_else(PoisonError::into_inner);
            catalogs.insert(number, catalog);
            (number, None)
        }
        Err(told) => (0, Some(told)),
    };
    // SAFETY: what the caller promises of `refused`.
    unsafe { hand_over(told, refused) };
    number
}

/// Calls a catalog: `call` names what is asked, such as `advise`; `request` is a JSON object with
/// its keys, in UTF-8. See docs/plugins.md for all calls.
///
/// Returns true if `answer` points to the answer, false if it points to what is wrong
/// (`dteam.check/1`). Both are JSON in UTF-8 with a zero at the end, and `dteam_free` frees them.
///
/// # Safety
/// `call` is null or points to a text with a zero at its end, `request` points to `length` readable
/// bytes or is null, `answer` is null or can be written to. If it is null, nothing is done.
#[expect(unsafe_code, reason = "called from C")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dteam_call(
    catalog: DteamCatalog,
    call: *const c_char,
    request: *const c_char,
    length: usize,
    answer: *mut *mut c_char,
) -> bool {
    if answer.is_null() {
        return false;
    }
    let answered = guarded(|| {
        if call.is_null() {
            return Err(refusal(Problem::NullPointer { argument: "call" }, None));
        }
        // SAFETY: not null, and the caller promises a text with a zero at its end.
        let name = unsafe { CStr::from_ptr(call) }.to_string_lossy();
        // SAFETY: what the caller promises of `request` and `length`.
        let request = unsafe { bytes(request, length) }?;
        // A clone, so that nobody waits for a call to end.
        let catalogs = CATALOGS.read().unwrap_or_else(PoisonError::into_inner);
        let found = catalogs.get(&catalog).cloned();
        drop(catalogs);
        let found = found.ok_or_else(|| refusal(Problem::NotACatalog, None))?;
        found.call(&name, request)
    });
    let is_answered = answered.is_ok();
    let text = answered.unwrap_or_else(|refused| refused);
    // SAFETY: not null, and the caller promises that it can be written to.
    unsafe { hand_over(Some(text), answer) };
    is_answered
}

/// Frees an answer, or what says why there is none. Null is no mistake; anything else that did not
/// come from this library is, and so is freeing twice.
///
/// # Safety
/// `text` is null or was handed out by this library, and has not been freed.
#[expect(unsafe_code, reason = "called from C")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dteam_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: it comes from `CString::into_raw` in `hand_over`, and the caller gives it up.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// Releases a catalog; its number means nothing afterwards. A number that means nothing already is
/// no mistake. Calls of other threads that are under way end as they would have.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn dteam_release(catalog: DteamCatalog) {
    let mut catalogs = CATALOGS.write().unwrap_or_else(PoisonError::into_inner);
    let released = catalogs.remove(&catalog);
    drop(catalogs);
    drop(released);
}

/// The version of the library, such as `0.1.0`. It is not to be freed.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn dteam_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Does the work; a panic must not reach C, where it would end the process.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|panic| Err(refusal(caught(panic.as_ref()), None)))
}

/// What a request holds.
///
/// # Safety
/// `request` points to `length` bytes that stay as they are for as long as the result is used, or
/// is null.
#[expect(unsafe_code, reason = "reads what C hands over")]
unsafe fn bytes<'r>(request: *const c_char, length: usize) -> Result<&'r [u8], String> {
    match (request.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(refusal(Problem::NullPointer { argument: "request" }, None)),
        // More than any object holds; a length below zero comes to this.
        (false, too_long) if isize::try_from(too_long).is_err() => {
            let most_kib = dteam_core::MAX_REQUEST / 1024;
            Err(refusal(Problem::TooLarge { path: "request".to_owned(), most_kib }, None))
        }
        // SAFETY: not null, not longer than an object may be, and the caller promises the rest.
        (false, length) => Ok(unsafe { std::slice::from_raw_parts(request.cast(), length) }),
    }
}

/// Puts the text, or null, where C looks for it.
///
/// # Safety
/// `place` is null or can be written to.
#[expect(unsafe_code, reason = "writes where C looks")]
unsafe fn hand_over(text: Option<String>, place: *mut *mut c_char) {
    if place.is_null() {
        return;
    }
    // JSON writes a zero as `\u0000`; should there be one all the same, the text ends there.
    let up_to_zero = |text: String| {
        CString::new(text).unwrap_or_else(|error| {
            let end = error.nul_position();
            CString::new(&error.into_vec()[..end]).unwrap_or_default()
        })
    };
    let text = text.map_or(std::ptr::null_mut(), |text| up_to_zero(text).into_raw());
    // SAFETY: not null, and the caller promises that it can be written to.
    unsafe { place.write(text) };
}
