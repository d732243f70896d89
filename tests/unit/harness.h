/* What unit tests share: rows of a table as named cases, a comparison of texts that shows both sides, a
 * temporary folder.
 *
 *     struct row { const char *name, *in, *out; };
 *     static const struct row rows[] = {{"empty", "", ""}, ...};
 *     static void check(void **state) { const struct row *row = *state; ... }
 *     int main(void) { return RUN_ROWS("quote", rows, check); }
 *
 * Several tables and plain tests: struct cases c = {0}; ADD_ROWS(&c, rows, check); add_case(&c, "name",
 * test); return run_cases(&c, "quote"). The first member of a row is its name. */
#ifndef KEDGE_TESTS_HARNESS_H
#define KEDGE_TESTS_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define UNUSED       __attribute__((unused))

struct cases {
    struct CMUnitTest *at;
    size_t n;
};

/* row is handed to the test as *state. */
UNUSED static void add_case_with(struct cases *c, const char *name, CMUnitTestFunction test, const void *row)
{
    c->at = heap_realloc(c->at, (c->n + 1) * sizeof(*c->at));
    c->at[c->n++] =
        (struct CMUnitTest){.name = name, .test_func = test, .initial_state = (void *)(uintptr_t)row};
}

UNUSED static void add_case(struct cases *c, const char *name, CMUnitTestFunction test)
{
    add_case_with(c, name, test, NULL);
}

UNUSED static void add_rows(struct cases *c, const void *rows, size_t n, size_t size, CMUnitTestFunction test)
{
    for (size_t i = 0; i < n; i++) {
        const void *row = (const char *)rows + i * size;
        const char *name;
        memcpy(&name, row, sizeof(name));
        add_case_with(c, name, test, row);
    }
}
#define ADD_ROWS(cases, rows, test) add_rows((cases), (rows), COUNT(rows), sizeof(*(rows)), (test))

/* Returns the number of failed cases, which is what main() returns. */
UNUSED static int run_cases(struct cases *c, const char *group)
{
    int failed = _cmocka_run_group_tests(group, c->at, c->n, NULL, NULL);
    free(c->at);
    *c = (struct cases){0};
    return failed;
}

UNUSED static int run_rows(const char *group, const void *rows, size_t n, size_t size,
                           CMUnitTestFunction test)
{
    struct cases c = {0};
    add_rows(&c, rows, n, size, test);
    return run_cases(&c, group);
}
#define RUN_ROWS(group, rows, test) run_rows((group), (rows), COUNT(rows), sizeof(*(rows)), (test))

/* Prints both texts whole and the place where they part, then fails the case. */
UNUSED static void expect_text_at(const char *got, const char *want, const char *file, int line)
{
    if (got && want && strcmp(got, want) == 0)
        return;
    if (!got && !want)
        return;
    size_t same = 0;
    while (got && want && got[same] && got[same] == want[same])
        same++;
    print_error("--- expected\n%s\n--- got\n%s\n--- (first difference at byte %zu)\n", want ? want : "(null)",
                got ? got : "(null)", same);
    _fail(file, line);
}
#define expect_text(got, want) expect_text_at((got), (want), __FILE__, __LINE__)

/* All entries as the user would read them;. */
UNUSED static char *diag_text(struct arena *a, const struct diag *d)
{
    struct buf out = {0};
    const struct diag_entry *e;
    list_each (e, &d->entries)
        diag_render(&out, e, false);
    return buf_take(&out, a);
}

/* Exactly one entry, an error with this code. */
UNUSED static void expect_error_at(const struct diag *d, const char *code, const char *file, int line)
{
    const struct diag_entry *e = d->entries.n ? d->entries.at[0] : NULL;
    if (d->entries.n == 1 && e->severity == SEVERITY_ERROR && strcmp(e->code, code) == 0)
        return;
    AUTO_ARENA a = {0};
    print_error("--- expected one error [%s]\n--- got\n%s", code, diag_text(&a, d));
    _fail(file, line);
}
#define expect_error(d, code) expect_error_at((d), (code), __FILE__, __LINE__)

/* A source made of a text, for functions that want one. */
UNUSED static struct source *text_source(struct arena *a, const char *text)
{
    struct source *s = arena_new(a, struct source);
    s->name = "test";
    s->text = text;
    s->len = strlen(text);
    return s;
}

/* A fresh folder, removed with all that is in it by temp_folder_remove(). */
UNUSED static char *temp_folder(struct arena *a)
{
    const char *base = getenv("TMPDIR");
    char *path = arena_printf(a, "%s/kedge-test-XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(path));
    return path;
}

UNUSED static void temp_folder_remove(const char *path)
{
    AUTO_ARENA a = {0};
    assert_int_equal(system(arena_printf(&a, "rm -rf -- '%s'", path)), 0);
}

#endif
