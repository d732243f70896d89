/* kedge_history: one row a step. It says what runs, what a failed step left behind, and what was applied in
 * which form. */
#include "runner/state.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *client_name(struct arena *a)
{
    char host[256] = "";
    const struct passwd *user = getpwuid(getuid());
    if (gethostname(host, sizeof(host) - 1) != 0)
        host[0] = '\0';
    return user ? arena_printf(a, "%s@%s", user->pw_name, host)
                : arena_printf(a, "uid %lu@%s", (unsigned long)getuid(), host);
}

int history_begin(struct runner *r, struct arena *a, const struct history_start *start, struct diag *d,
                  const char **ret)
{
    AUTO_ARENA scratch = {0};
    const char *sql =
        arena_printf(&scratch,
                     "INSERT INTO %s (version_table, revision, direction, sha256, statements_total, client%s)"
                     " VALUES ($1, $2, $3, $4, $5::integer, $6%s) RETURNING id",
                     r->history_table, r->options.tag ? ", tag" : "", r->options.tag ? ", $7" : "");
    const char *params[] = {r->version_name,
                            start->revision,
                            direction_name(start->direction),
                            start->sha256,
                            arena_printf(&scratch, "%zu", start->total),
                            client_name(&scratch),
                            r->options.tag};
    return db_value(r->db, a, sql, params, r->options.tag ? 7 : 6, d, ret);
}

int history_resume(struct runner *r, const char *number, const struct history_start *start, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *sql =
        arena_printf(&a,
                     "UPDATE %s SET outcome = 'running', error = NULL, finished = NULL, sha256 = $2,"
                     " statements_total = $3::integer, client = $4 WHERE id = $1::bigint",
                     r->history_table);
    const char *params[] = {number, start->sha256, arena_printf(&a, "%zu", start->total), client_name(&a)};
    return state_exec(r, sql, params, 4, d);
}

int history_progress(struct runner *r, const char *number, size_t done, const char *ran, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *sql = arena_printf(
        &a, "UPDATE %s SET statements_done = $2::integer, statements_ran = $3 WHERE id = $1::bigint",
        r->history_table);
    const char *params[] = {number, arena_printf(&a, "%zu", done), ran};
    return state_exec(r, sql, params, 3, d);
}

int history_end(struct runner *r, const char *number, const char *outcome, const char *error, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *sql = arena_printf(
        &a,
        "UPDATE %s SET outcome = $2, error = $3, finished = pg_catalog.clock_timestamp()%s"
        " WHERE id = $1::bigint",
        r->history_table, strcmp(outcome, "done") == 0 ? ", statements_done = statements_total" : "");
    const char *params[] = {number, outcome, error};
    return state_exec(r, sql, params, 3, d);
}

/* finished stays empty: nobody knows when it was. That also tells these rows from those that were ended. */
int history_bury(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *sql = arena_printf(
        &a,
        "UPDATE %s SET outcome = 'interrupted', error = coalesce(error, 'the runner ended without a word')"
        " WHERE outcome = 'running' AND version_table = $1",
        r->history_table);
    return state_exec(r, sql, &r->version_name, 1, d);
}

int history_abandon(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *sql =
        arena_printf(&a,
                     "UPDATE %s SET outcome = 'abandoned', finished = pg_catalog.clock_timestamp()"
                     " WHERE outcome NOT IN ('done', 'abandoned') AND version_table = $1",
                     r->history_table);
    return state_exec(r, sql, &r->version_name, 1, d);
}

/* --- reading --- */

/* The tag by way of JSON: a history table from before tags lacks the column. */
#define COLUMNS                                                                                              \
    "id, revision, direction, sha256, statements_done, statements_total,"                                    \
    " pg_catalog.to_char(started AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"                     \
    " pg_catalog.to_char(finished AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"                    \
    " role, client, outcome, error, statements_ran, pg_catalog.to_jsonb(h.*) ->> 'tag'"

struct history_rows {
    struct arena *arena;
    struct list *list; /* struct half_done, which starts with the row */
};

static enum direction direction_of(const char *name)
{
    return strcmp(name, "upgrade") == 0 ? UPGRADE : strcmp(name, "downgrade") == 0 ? DOWNGRADE : STAMP;
}

static int history_row_take(void *ctx, const struct db_row *row)
{
    struct history_rows *h = ctx;
    struct half_done *ret = arena_new(h->arena, struct half_done);
    const char *at[14];
    for (size_t i = 0; i < 14; i++)
        at[i] = arena_strdup(h->arena, row_text(row, i));
    ret->row = (struct history_row){.number = at[0],
                                    .revision = at[1],
                                    .direction = direction_of(at[2]),
                                    .sha256 = at[3],
                                    .done = strtoul(at[4], NULL, 10),
                                    .total = strtoul(at[5], NULL, 10),
                                    .started = at[6],
                                    .finished = at[7],
                                    .role = at[8],
                                    .client = at[9],
                                    .outcome = at[10],
                                    .error = at[11],
                                    .tag = at[13]};
    ret->ran = at[12];
    ret->doubt = !at[7];
    list_push(h->arena, h->list, ret);
    return OK;
}

/* tail: what follows FROM history WHERE version_table = $1. Nothing when there is no history yet. */
static int history_read(struct runner *r, struct arena *a, const char *tail, struct diag *d, struct list *ret)
{
    AUTO_ARENA scratch = {0};
    struct history_rows rows = {.arena = a, .list = ret};
    const char *exists = NULL;
    if (db_value(r->db, &scratch, "SELECT pg_catalog.to_regclass($1)", &r->history_table, 1, d, &exists) < 0)
        return ERR;
    if (!exists)
        return OK;
    const char *sql = arena_printf(&scratch, "SELECT " COLUMNS " FROM %s h WHERE version_table = $1 %s",
                                   r->history_table, tail);
    return db_query(r->db, sql, &r->version_name, 1, history_row_take, &rows, d);
}

int runner_history(struct runner *r, struct arena *a, struct diag *d, struct list *ret)
{
    return history_read(r, a, "ORDER BY id DESC", d, ret);
}

int history_last(struct runner *r, struct arena *a, struct diag *d, struct history_row **ret)
{
    struct list rows = {0};
    int rc = history_read(r, a, "ORDER BY id DESC LIMIT 1", d, &rows);
    *ret = rows.n ? &((struct half_done *)rows.at[0])->row : NULL;
    return rc;
}

int history_half(struct runner *r, struct arena *a, struct diag *d, struct half_done **ret)
{
    struct list rows = {0};
    int rc = history_read(r, a, "ORDER BY id DESC LIMIT 1", d, &rows);
    struct half_done *last = rows.n ? rows.at[0] : NULL;
    bool half = last && strcmp(last->row.outcome, "done") != 0 && strcmp(last->row.outcome, "abandoned") != 0;
    *ret = half ? last : NULL;
    return rc;
}

int history_edited(struct runner *r, struct arena *a, const struct graph *g, const struct list *rows,
                   struct diag *d, struct list *ret)
{
    struct list at = {0}, applied = {0}, last = {0};
    const char *row;
    const struct vertex *v;
    const struct half_done *h;
    AUTO_MAP steps = {0};
    list_each (row, rows) {
        if ((v = graph_get(g, row)))
            list_push(a, &at, v);
    }
    graph_ancestors(a, g, &at, true, &applied);
    if (history_read(r, a, "AND outcome = 'done' ORDER BY id", d, &last) < 0)
        return ERR;
    list_each (h, &last)
        map_put(&steps, h->row.revision, h); /* the last one wins */
    list_each (v, &applied) {
        h = map_get(&steps, v->id);
        /* A squashed revision was applied in parts, under other sums. */
        if (h && h->row.direction == UPGRADE && v->file->upgrade.present && v->file->squashes.n == 0 &&
            strcmp(h->row.sha256, v->file->upgrade.sha256) != 0)
            list_push(a, ret, &h->row);
    }
    return OK;
}
