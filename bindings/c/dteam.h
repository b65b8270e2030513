/* dteam as a C library. Made by cbindgen from src/lib.rs; bindings/c/header makes it anew. */

#ifndef DTEAM_H
#define DTEAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 A catalog: the questions and rules that it was loaded with. It never changes, and any number of
 threads may call it at once. 0 is none.
 */
typedef uint64_t DteamCatalog;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 Loads the rules that come with the library, with those of the request over them:
 `{"files": {"own/pack.yaml": "..."}}`. A request of length 0 stands for none.

 Returns 0 if something is wrong; `refused` then points to what it is (`dteam.check/1`), which
 `dteam_free` frees. Else it is set to null. `refused` may be null.

 `request` points to `length` readable bytes, or is null. `refused` is null or can be written to.
 */
DteamCatalog dteam_load(const char *request, size_t length, char **refused);

/*
 Calls a catalog: `call` names what is asked, such as `advise`; `request` is a JSON object with
 its keys, in UTF-8. See docs/plugins.md for all calls.

 Returns true if `answer` points to the answer, false if it points to what is wrong
 (`dteam.check/1`). Both are JSON in UTF-8 with a zero at the end, and `dteam_free` frees them.

 `call` is null or points to a text with a zero at its end, `request` points to `length` readable
 bytes or is null, `answer` is null or can be written to. If it is null, nothing is done.
 */
bool dteam_call(DteamCatalog catalog,
                const char *call,
                const char *request,
                size_t length,
                char **answer);

/*
 Frees an answer, or what says why there is none. Null is no mistake; anything else that did not
 come from this library is, and so is freeing twice.

 `text` is null or was handed out by this library, and has not been freed.
 */
void dteam_free(char *text);

/*
 Releases a catalog; its number means nothing afterwards. A number that means nothing already is
 no mistake. Calls of other threads that are under way end as they would have.
 */
void dteam_release(DteamCatalog catalog);

/*
 The version of the library, such as `0.1.0`. It is not to be freed.
 */
const char *dteam_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* DTEAM_H */
