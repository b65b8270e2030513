/* Advises a municipality: the titles of its steps are in the JSON that is printed.
 *
 *     cc advise.c $(pkg-config --cflags --libs dteam) -o advise
 */
#include <dteam.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    char *text = NULL;
    DteamCatalog catalog = dteam_load(NULL, 0, &text);
    if (catalog == 0) {
        fprintf(stderr, "%s", text);
        dteam_free(text);
        return 1;
    }
    const char *request = "{\"profile\": \"municipality: {name: Auetal, population: 9400}\\n"
                          "data: {inventory: 0}\\n\", \"date\": \"2026-11-22\"}";
    bool is_advice = dteam_call(catalog, "advise", request, strlen(request), &text);
    fputs(text, is_advice ? stdout : stderr);
    dteam_free(text);
    dteam_release(catalog);
    return is_advice ? 0 : 1;
}
