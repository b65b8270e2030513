/* Answers a request for an advice on each line of standard input, for bindings/parity. */
#define _GNU_SOURCE
#include <dteam.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    DteamCatalog catalog = dteam_load(NULL, 0, NULL);
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, stdin)) > 0) {
        if (line[length - 1] == '\n') length--;
        char *answer = NULL;
        dteam_call(catalog, "advise", line, (size_t)length, &answer);
        fputs(answer, stdout);
        dteam_free(answer);
    }
    free(line);
    dteam_release(catalog);
    return 0;
}
