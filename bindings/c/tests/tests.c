/* The library as C sees it: answers, refusals, threads, and no growth. Prints how many tests passed. */
#define _GNU_SOURCE
#include <dteam.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int passed, failed;
static char *text;

static void check(bool holds, const char *what) {
    if (holds) {
        passed++;
    } else {
        failed++;
        fprintf(stderr, "FAILED: %s\n%s\n", what, text ? text : "(no text)");
    }
}

/* Calls with a text, and keeps the answer in `text`. */
static bool call(DteamCatalog catalog, const char *name, const char *request) {
    dteam_free(text);
    text = NULL;
    return dteam_call(catalog, name, request, request ? strlen(request) : 0, &text);
}

static bool refused_for(bool answered, const char *code) {
    char quoted[32];
    snprintf(quoted, sizeof quoted, "\"code\": \"%s\"", code);
    return !answered && text && strstr(text, "dteam.check/1") && strstr(text, quoted);
}

static const char *village = "{\"profile\": {\"municipality\": {\"name\": \"Auetal\"}, \"data\": {\"inventory\": 0}}, "
                             "\"language\": \"en\", \"date\": \"2026-11-22\", \"likely\": false}";

static void answers(DteamCatalog catalog) {
    check(strchr(dteam_version(), '.') != NULL, "the version has parts");
    check(call(catalog, "version", "") && strstr(text, dteam_version()), "the version is told");
    check(call(catalog, "advise", village) && strstr(text, "\"rule\": \"data/inventory\""), "an advice");
    check(call(catalog, "classify", "{\"profile\": {\"goals\": [\"funding\"]}}") && strstr(text, "type"), "a type");
    check(call(catalog, "questions", NULL) && strstr(text, "dteam.questions/1"), "no request is an empty one");
    check(call(catalog, "check", "{\"profile\": {\"data\": {\"inventory\": 9}}}") && strstr(text, "data.inventory"),
          "a check answers with the mistakes");
}

static void refusals(DteamCatalog catalog) {
    check(refused_for(call(catalog, "advise", "{"), "D890"), "no JSON");
    check(refused_for(call(catalog, "advice", "{}"), "D891"), "no such call");
    check(refused_for(call(catalog, NULL, "{}"), "D892"), "no name of a call");
    check(refused_for(call(0, "advise", village), "D894"), "no catalog");
    check(refused_for(call(UINT64_MAX, "advise", village), "D894"), "a catalog that never was");
    dteam_free(text);
    check(refused_for(dteam_call(catalog, "advise", NULL, 7, &text), "D892"), "a length without a text");
    dteam_free(text);
    check(refused_for(dteam_call(catalog, "advise", village, SIZE_MAX, &text), "D003"), "a length below zero");
    dteam_free(text);
    check(refused_for(dteam_call(catalog, "advise", "{\"profile\": \"\xff\"}", 16, &text), "D002"), "not UTF-8");
    check(!dteam_call(catalog, "advise", village, strlen(village), NULL), "nowhere to put an answer");
    size_t size = 4 * 1024 * 1024 + 1;
    char *huge = malloc(size);
    memset(huge, '[', size);
    dteam_free(text);
    check(refused_for(dteam_call(catalog, "advise", huge, size, &text), "D003"), "more than 4 MiB");
    dteam_free(text);
    check(refused_for(dteam_call(catalog, "advise", huge, size - 1, &text), "D890"), "nested too deeply");
    free(huge);
    dteam_free(NULL);
}

static void loading(void) {
    const char *files = "{\"files\": {\"own/pack.yaml\": \"format: 9\\n\"}}";
    dteam_free(text);
    text = NULL;
    check(dteam_load(files, strlen(files), &text) == 0 && strstr(text, "own/pack.yaml"), "a pack with mistakes");
    check(dteam_load(files, strlen(files), NULL) == 0, "nobody wants to know why");
    dteam_free(text);
    DteamCatalog second = dteam_load("", 0, &text);
    check(second != 0 && text == NULL, "loading says nothing else");
    check(call(second, "version", "{}"), "a second catalog answers");
    dteam_release(second);
    dteam_release(second);
    check(refused_for(call(second, "version", "{}"), "D894"), "a call after the release");
}

struct work {
    DteamCatalog catalog;
    const char *expected;
    int different;
};

static void *worker(void *given) {
    struct work *work = given;
    for (int turn = 0; turn < 20; turn++) {
        char *answer = NULL;
        bool answered = dteam_call(work->catalog, "advise", village, strlen(village), &answer);
        /* The catalog may be released meanwhile: then that is what is told. */
        bool is_right = answered ? strcmp(answer, work->expected) == 0 : strstr(answer, "D894") != NULL;
        work->different += !is_right;
        dteam_free(answer);
    }
    return NULL;
}

static void threads(DteamCatalog catalog, bool releases) {
    check(call(catalog, "advise", village), "an advice to compare with");
    char *expected = strdup(text);
    pthread_t started[8];
    struct work work[8];
    for (int i = 0; i < 8; i++) {
        work[i] = (struct work){catalog, expected, 0};
        pthread_create(&started[i], NULL, worker, &work[i]);
    }
    if (releases) dteam_release(catalog);
    int different = 0;
    for (int i = 0; i < 8; i++) {
        pthread_join(started[i], NULL);
        different += work[i].different;
    }
    check(different == 0, "threads get the same answers");
    free(expected);
}

/* Kilobytes of this process that are in memory. */
static long resident(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
        fclose(file);
    }
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void growth(DteamCatalog catalog, int turns) {
    for (int i = 0; i < 200; i++) call(catalog, i % 2 ? "advise" : "advice", village);
    long before = resident();
    for (int i = 0; i < turns; i++) call(catalog, i % 2 ? "advise" : "advice", village);
    long grown = resident() - before;
    printf("%d calls: %ld KiB more\n", turns, grown);
    check(grown < 1024, "calls leave nothing behind");
}

/* `tests N` makes N calls to see whether they leave anything behind. */
int main(int count, char **arguments) {
    DteamCatalog catalog = dteam_load(NULL, 0, &text);
    if (catalog == 0) {
        fprintf(stderr, "%s", text);
        return 1;
    }
    answers(catalog);
    refusals(catalog);
    loading();
    threads(catalog, false);
    if (count > 1) growth(catalog, atoi(arguments[1]));
    threads(catalog, true);
    dteam_free(text);
    printf("%d passed, %d failed\n", passed, failed);
    return failed ? 1 : 0;
}
