/* What concurrent builds leave when they are stopped in the middle: an invalid index that slows down writes,
 * serves no reads, and makes the repeated statement fail. */
#include "runner/job.h"

#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

/* A cursor over the tokens of a statement. */
struct words {
    const struct token *at;
};

static bool skip(struct words *w, const char *word)
{
    if (!token_is(w->at, TOKEN_WORD, word))
        return false;
    w->at++;
    return true;
}

static void skip_any(struct words *w, int n)
{
    for (; n > 0 && w->at->type != TOKEN_END; n--)
        w->at++;
}

static void skip_parentheses(struct words *w)
{
    if (!token_is(w->at, TOKEN_PUNCT, "("))
        return;
    while (w->at->type != TOKEN_END && !token_is(w->at, TOKEN_PUNCT, ")"))
        w->at++;
    if (w->at->type != TOKEN_END)
        w->at++;
}

static bool is_name(const struct token *t)
{
    return t->type == TOKEN_WORD || t->type == TOKEN_QUOTED;
}

/* schema.name as quoted text, NULL when there is none here. */
static const char *name_read(struct arena *a, struct words *w)
{
    AUTO_BUF out = {0};
    if (!is_name(w->at))
        return NULL;
    buf_ident(&out, (w->at++)->text);
    while (token_is(w->at, TOKEN_PUNCT, ".") && is_name(w->at + 1)) {
        buf_addc(&out, '.');
        buf_ident(&out, w->at[1].text);
        w->at += 2;
    }
    return buf_take(&out, a);
}

enum kind { OTHER, CREATE_INDEX, DROP_INDEX, REINDEX, DETACH };

struct target {
    enum kind kind;
    const char *name;  /* of the index; DETACH: of the partition; REINDEX: what is reindexed */
    const char *table; /* CREATE_INDEX, DETACH: of the table; else NULL */
    const char *scope; /* REINDEX: "index", "table", "schema", "database"; else NULL */
};

static void create_read(struct arena *a, struct words *w, struct target *t)
{
    (void)skip(w, "unique");
    if (!skip(w, "index") || !skip(w, "concurrently"))
        return;
    if (skip(w, "if"))
        skip_any(w, 2); /* not exists */
    t->name = token_is(w->at, TOKEN_WORD, "on") ? NULL : name_read(a, w);
    if (!t->name || !skip(w, "on"))
        return;
    (void)skip(w, "only");
    t->table = name_read(a, w);
    t->kind = t->table ? CREATE_INDEX : OTHER;
}

static void detach_read(struct arena *a, struct words *w, struct target *t)
{
    if (skip(w, "if"))
        skip_any(w, 1);
    (void)skip(w, "only");
    t->table = name_read(a, w);
    if (!t->table || !skip(w, "detach") || !skip(w, "partition"))
        return;
    t->name = name_read(a, w);
    if (t->name && skip(w, "concurrently"))
        t->kind = DETACH;
}

/* CONCURRENTLY stands among the options, too; whether it is there does not matter: without it nothing is left
 * over. */
static void reindex_read(struct arena *a, struct words *w, struct target *t)
{
    static const char *const scopes[] = {"index", "table", "schema", "database"};
    skip_parentheses(w);
    for (size_t i = 0; i < 4 && !t->scope; i++) {
        if (skip(w, scopes[i]))
            t->scope = scopes[i];
    }
    (void)skip(w, "concurrently");
    t->name = t->scope ? name_read(a, w) : NULL;
    if (t->scope && !t->name && strcmp(t->scope, "database") == 0)
        t->name = "";
    t->kind = t->name ? REINDEX : OTHER;
}

static struct target target_read(struct arena *a, const char *statement)
{
    size_t n;
    struct words w = {.at = sql_tokens(a, statement, strlen(statement), &n)};
    struct target t = {0};
    if (skip(&w, "create")) {
        create_read(a, &w, &t);
    } else if (skip(&w, "drop") && skip(&w, "index") && skip(&w, "concurrently")) {
        if (skip(&w, "if"))
            skip_any(&w, 1);
        t.name = name_read(a, &w);
        t.kind = t.name ? DROP_INDEX : OTHER;
    } else if (skip(&w, "reindex")) {
        reindex_read(a, &w, &t);
    } else if (skip(&w, "alter") && skip(&w, "table")) {
        detach_read(a, &w, &t);
    }
    return t;
}

static void say(struct job *j, const struct step *step, const char *text)
{
    job_event(j,
              (struct run_event){.type = RUN_REPAIR, .step = step, .statement = j->done + 1, .text = text});
}

static int value(struct job *j, const char *sql, const char *one, const char *two, const char **ret)
{
    const char *params[] = {one, two};
    failure_clear(j);
    return db_value(j->runner->db, j->arena, sql, params, two ? 2 : 1, &j->failure.diag, ret);
}

static int drop_index(struct job *j, const struct step *step, const char *index)
{
    say(j, step,
        arena_printf(j->arena, "%s is left over, invalid, from a build that did not end: dropped", index));
    return db_exec(j->runner->db, arena_printf(j->arena, "DROP INDEX CONCURRENTLY IF EXISTS %s", index),
                   &j->failure.diag);
}

/* The index lives in the schema of its table, whatever schema its name was looked for in. */
static int create_repair(struct job *j, const struct step *step, const struct target *t, bool doubt,
                         bool *ret_done)
{
    static const char sql[] =
        "SELECT CASE WHEN i.indisvalid THEN 'valid' ELSE pg_catalog.format('%I.%I', n.nspname, c.relname) END"
        " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE i.indrelid = pg_catalog.to_regclass($2) AND pg_catalog.quote_ident(c.relname) = $1";
    const char *dot = strrchr(t->name, '.'), *found = NULL;
    if (value(j, sql, dot ? dot + 1 : t->name, t->table, &found) < 0)
        return ERR;
    if (!found)
        return OK;
    if (strcmp(found, "valid") != 0)
        return drop_index(j, step, found);
    if (doubt) {
        say(j, step, arena_printf(j->arena, "%s was built before its runner was killed", t->name));
        *ret_done = true;
    }
    return OK;
}

struct leftover {
    const char *name;
    bool toast;
};
struct leftovers {
    struct arena *arena;
    struct list list; /* struct leftover */
};

static int leftover_take(void *ctx, const struct db_row *row)
{
    struct leftovers *l = ctx;
    struct leftover *one = arena_new(l->arena, struct leftover);
    *one = (struct leftover){.name = arena_strdup(l->arena, row_text(row, 0)),
                             .toast = *row_text(row, 1) == 't'};
    list_push(l->arena, &l->list, one);
    return OK;
}

/* Only a superuser may drop an index of a TOAST table; it costs writes until then, and is in nobody's way. */
static int leftover_drop(struct job *j, const struct step *step, const struct leftover *one)
{
    if (drop_index(j, step, one->name) == OK)
        return OK;
    if (!one->toast || strcmp(failure_sqlstate(j), "42501") != 0)
        return ERR;
    failure_clear(j);
    diag_warning(j->diag, "run.leftover", step->at, "%s is left over, invalid, and this role may not drop it",
                 one->name);
    diag_hint(j->diag, "As a superuser: DROP INDEX CONCURRENTLY %s;", one->name);
    return OK;
}

/* REINDEX CONCURRENTLY builds beside, under a name ending in _ccnew or _ccold: of the index, of all of the
 * table and its partitions, or of all in the schema or database, and of the TOAST tables in each case. What
 * is being built right now is of somebody else. */
static int reindex_repair(struct job *j, const struct step *step, const struct target *t)
{
    static const char sql[] =
        "WITH named AS (SELECT c.oid, c.reltoastrelid FROM pg_catalog.pg_class c WHERE"
        "  CASE WHEN $2 = 'database' THEN true"
        "   WHEN $2 = 'schema' THEN c.relnamespace = pg_catalog.to_regnamespace($1)"
        "   ELSE c.oid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))"
        "     UNION SELECT pg_catalog.to_regclass($1)"
        "     UNION SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid IN"
        "      (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))"
        "       UNION SELECT pg_catalog.to_regclass($1)))"
        "  END)"
        " SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname = 'pg_toast'"
        " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'"
        " AND i.indrelid IN (SELECT oid FROM named UNION SELECT reltoastrelid FROM named)"
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.relid = i.indrelid)"
        " ORDER BY 1";
    struct leftovers left = {.arena = j->arena};
    const struct leftover *one;
    failure_clear(j);
    if (db_query(j->runner->db, sql, (const char *const[]){t->name, t->scope}, 2, leftover_take, &left,
                 &j->failure.diag) < 0)
        return ERR;
    list_each (one, &left.list)
        if (leftover_drop(j, step, one) < 0)
            return ERR;
    return OK;
}

/* A detach that was stopped between its two transactions has to be finalized; it cannot be repeated. Nor can
 * one that came to its end before anybody wrote it down. */
static int detach_repair(struct job *j, const struct step *step, const struct target *t, bool doubt,
                         bool *ret_done)
{
    static const char sql[] =
        "SELECT CASE WHEN i.inhdetachpending THEN 'pending' WHEN i.inhrelid IS NULL THEN 'detached' END"
        " FROM (SELECT pg_catalog.to_regclass($1) AS part, pg_catalog.to_regclass($2) AS whole) t"
        " LEFT JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.part AND i.inhparent = t.whole"
        " WHERE t.part IS NOT NULL AND t.whole IS NOT NULL";
    const char *found = NULL;
    if (db_version(j->runner->db) < 140000)
        return OK;
    if (value(j, sql, t->name, t->table, &found) < 0)
        return ERR;
    if (found && strcmp(found, "pending") == 0) {
        say(j, step, arena_printf(j->arena, "%s was left half detached: finalized", t->name));
        *ret_done = true;
        return db_exec(
            j->runner->db,
            arena_printf(j->arena, "ALTER TABLE %s DETACH PARTITION %s FINALIZE", t->table, t->name),
            &j->failure.diag);
    }
    if (found && doubt) {
        say(j, step, arena_printf(j->arena, "%s was detached before its runner was killed", t->name));
        *ret_done = true;
    }
    return OK;
}

int repair_before(struct job *j, const struct step *step, bool doubt, bool *ret_done)
{
    struct target t = target_read(j->arena, step->text);
    switch (t.kind) {
    case CREATE_INDEX:
        return create_repair(j, step, &t, doubt, ret_done);
    case REINDEX:
        return reindex_repair(j, step, &t);
    case DETACH:
        return detach_repair(j, step, &t, doubt, ret_done);
    case DROP_INDEX:
    case OTHER:
        break;
    }
    return OK;
}

bool error_means_done(const struct step *step, const char *sqlstate)
{
    static const char *const exists[] = {"42P07", "42710", "42701", "42P06", "42723", "42P04"};
    static const char *const missing[] = {"42P01", "42704", "42703", "42883", "3D000", "3F000"};
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, step->text, strlen(step->text), &n);
    bool drops = token_is(t, TOKEN_WORD, "drop");
    if (!drops && !token_is(t, TOKEN_WORD, "create") && !token_is(t, TOKEN_WORD, "alter"))
        return false;
    for (size_t i = 0; i < 6; i++) {
        if (strcmp(sqlstate, drops ? missing[i] : exists[i]) == 0)
            return true;
    }
    return false;
}
