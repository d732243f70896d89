/* The statements of a direction, one by one, over made-up rows: those that a statement fails over stand aside, and the rest is proven. */
#include "base/utf8.h"
#include "shadow/observe.h"
#include "shadow/stage.h"
#include "sql/quote.h"
#include <string.h>

/* The beginning of a statement, on one line. */
static const char *beginning(struct arena *a, const char *sql)
{
    size_t len = utf8_cut(sql, 60);
    char *text = arena_printf(a, "%.*s%s", (int)len, sql, sql[len] ? " ..." : "");

    for (char *c = text; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return text;
}

/* What a statement says of the rows that are there: data exceptions, and constraints that they violate. */
static bool is_about_rows(const struct diag_entry *e)
{
    return e && e->sqlstate && (strncmp(e->sqlstate, "22", 2) == 0 || strncmp(e->sqlstate, "23", 2) == 0);
}

static const struct object *table_of(const struct op *op)
{
    const struct object *o = op ? (op->new ? op->new : op->old) : NULL;

    while (o && o->kind->id != KIND_TABLE)
        o = o->parent;
    return o;
}

/* One of the rows that were made, for where the server names none. */
static const char *which_row(struct arena *a, const struct stage *s, const char *table, const struct diag_entry *e)
{
    static const char label[] = "DETAIL: ";
    const char *row = keep_example(a, &s->kept, table), *detail = e->detail;

    if (detail && strncmp(detail, label, strlen(label)) == 0)
        detail += strlen(label) + strspn(detail + strlen(label), " ");
    if (detail && *detail)
        return arena_printf(a, "%.*s", (int)strcspn(detail, "\n"), detail);
    return row ? arena_printf(a, "a row was %s", row) : "";
}

/* A table, and all that refers to it, or to what refers to it. */
static const char referring[] =
    "WITH RECURSIVE r AS (SELECT $1::pg_catalog.regclass::oid AS oid UNION SELECT c.conrelid FROM r JOIN pg_catalog.pg_constraint c"
    " ON c.confrelid = r.oid AND c.contype = 'f')"
    " SELECT pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname))"
    " FROM r JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.oid <> $1::pg_catalog.regclass ORDER BY 1";

struct naming {
    struct arena *arena;
    struct list names;
};

static int add_name(void *ctx, const struct db_row *row)
{
    struct naming *n = ctx;

    list_push(n->arena, &n->names, arena_strdup(n->arena, row_text(row, 0)));
    return OK;
}

/* In one statement, so that those that refer to each other can go. */
static bool empty(struct arena *a, struct db *db, const char *table)
{
    AUTO_BUF sql = {0};
    const char *const params[] = {table};
    struct naming n = {.arena = a};
    struct diag quiet = {0};
    const char *name;
    bool done = db_query(db, referring, params, 1, add_name, &n, &quiet) == OK;

    list_each (name, &n.names)
        buf_addf(&sql, "%s d%zu AS (DELETE FROM %s)", name_i ? "," : "WITH", name_i, name);
    buf_addf(&sql, " DELETE FROM %s", table);
    done = done && db_exec(db, buf_str(&sql), &quiet) == OK && db_affected(db) > 0;
    diag_clear(&quiet);
    return done;
}

/* The rows that are in the way go, so that the rest is proven over those of all the other tables. */
static int stand_aside(struct arena *a, struct stage *s, const struct list *statements, const struct statement *at, bool up,
                       const struct diag *server, struct diag *d, bool *ret_again, const char **ret_wrong)
{
    const struct object *table = table_of(at->op);
    const struct diag_entry *e = server->entries.n ? server->entries.at[0] : NULL;
    const char *name, *row;

    *ret_again = false;
    if (!table || !s->kept.tables.n || !is_about_rows(e) || at->transaction == TRANSACTION_NEVER)
        return OK;
    name = sql_qualified(a, table->schema, table->name);
    row = which_row(a, s, name, e);
    if (stage_check_rows(s, statements, up, true, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    *ret_again = empty(a, s->db, name);
    /* a reference may only miss what went before */
    if (*ret_again && !(s->unfit.n && strcmp(e->sqlstate, "23503") == 0))
        list_push(a, &s->unfit,
                  arena_printf(a, "the %s fails over rows in %s: %s%s%s (%s)", up ? "upgrade" : "downgrade", name, e->message,
                               *row ? "; " : "", row, beginning(a, at->sql)));
    return stage_take_rows(s, d);
}

/* A statement that could not see its own rows changed: "pending trigger events". */
static bool is_certain(const struct diag *server)
{
    const struct diag_entry *e = server->entries.n ? server->entries.at[0] : NULL;

    return e && e->sqlstate && strcmp(e->sqlstate, "55006") == 0;
}

static int run_one(struct arena *a, struct stage *s, struct observer *observer, const struct list *statements, struct statement *x, bool up,
                   struct diag *d, const char **ret_wrong)
{
    bool again = true;

    for (int tries = 0; again && !*ret_wrong && tries < 2; tries++) {
        struct diag server = {0};

        again = false;
        if (observer_run(observer, s->db, x, &server) != OK) {
            if (tries == 0 && stand_aside(a, s, statements, x, up, &server, d, &again, ret_wrong) != OK)
                *ret_wrong = "the shadow does not answer";
            if (!again && !*ret_wrong) {
                s->certain = is_certain(&server);
                *ret_wrong = arena_printf(a, "the %s fails: %s (%s)", up ? "upgrade" : "downgrade", diag_first_error(a, &server),
                                          beginning(a, x->sql));
            }
        }
        diag_clear(&server);
    }
    return db_alive(s->db) && !db_interrupted() ? OK : ERR;
}

int stage_run(struct stage *s, const struct list *statements, bool up, struct diag *d, const char **ret_wrong)
{
    struct arena *a = s->arena;
    struct statement *x;
    struct diag server = {0};
    struct observer observer = {0};
    int result = OK;

    if (db_exec(s->db, "SET search_path = public", &server) != OK || observer_open(a, s->db, &server, &observer) != OK)
        *ret_wrong = "the shadow does not answer";
    list_each (x, statements) {
        if (*ret_wrong || result != OK)
            break;
        if (x->left_alone)
            continue;
        if (x->provider && list_has_text(&s->providers, x->provider))
            continue;
        if (!x->op || !stays_out(x->op->new ? x->op->new : x->op->old))
            result = run_one(a, s, &observer, statements, x, up, d, ret_wrong);
    }
    observer_close(&observer);
    diag_clear(&server);
    return result;
}
