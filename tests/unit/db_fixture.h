/* What the tests of src/db share: connections that are there, statements that succeed, an interrupt that comes later. */
#ifndef KEDGE_TESTS_DB_FIXTURE_H
#define KEDGE_TESTS_DB_FIXTURE_H

#include "server.h"

#include <signal.h>
#include <sys/time.h>
#include <time.h>

UNUSED static struct arena texts; /* URLs and expected texts */

UNUSED static struct db *open_db(const char *url)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    int rc = db_open(url, NULL, &d, &db);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    return db;
}

UNUSED static struct db *open_server(void)
{
    return open_db(server_url());
}

UNUSED static const char *value_of(struct db *db, const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    const char *value = "(not set)";
    db_value(db, &texts, sql, NULL, 0, &d, &value);
    expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
    return value;
}

UNUSED static void exec(struct db *db, const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    db_exec(db, sql, &d);
    expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
}

UNUSED static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

UNUSED static const struct diag_entry *first(const struct diag *d)
{
    assert_true(d->entries.n > 0);
    return d->entries.at[0];
}

UNUSED static void expect_in(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        expect_text(text, part);
}

struct seen {
    size_t rows, nulls, empties;
    const char *name;
    bool same_names;
    int stop_at;
};

UNUSED static int count_row(void *ctx, const struct db_row *row)
{
    struct seen *s = ctx;
    s->same_names = s->rows == 0 || (s->same_names && row_name(row, 0) == s->name);
    s->name = row_name(row, 0);
    for (size_t i = 0; i < row_count(row); i++) {
        s->nulls += row_text(row, i) == NULL;
        s->empties += row_text(row, i) && !*row_text(row, i);
    }
    assert_null(row_text(row, row_count(row)));
    assert_null(row_name(row, row_count(row)));
    s->rows++;
    return s->stop_at && s->rows == (size_t)s->stop_at ? ERR : OK;
}

UNUSED static void on_alarm(UNUSED int signal_number)
{
    db_interrupt();
}

UNUSED static void interrupt_in(int ms)
{
    signal(SIGALRM, on_alarm);
    struct itimerval t = {.it_value = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000}};
    setitimer(ITIMER_REAL, &t, NULL);
}

#endif
