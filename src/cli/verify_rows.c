/* The copy gets a few made-up rows in every table, and the revision runs over them. What it does to data in so many words is its own affair:
 * rows and values are only compared where no statement of the section could mean them. */
#include "cli/verify_rows.h"

#include "cli/compare.h"
#include "shadow/keep.h"
#include "shadow/rows.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

static const struct db_options session = {.application_name = "kedge verify", .script = true};

int verify_rows_begin(const struct replay *r, struct verify_rows *ret)
{
    *ret = (struct verify_rows){0};
    return replay_copy(r, "kedge_verify_rows", &ret->before);
}

void verify_rows_end(struct verify_rows *v)
{
    if (v->before.cli)
        replay_drop(&v->before);
    *v = (struct verify_rows){0};
}

int verify_step(struct replay *r, const struct graph *g, const struct vertex *of, bool down)
{
    struct list one = {0};
    struct arena *a = &r->cli->arena;
    const struct vertex *parent = of->parents.n ? of->parents.at[0] : NULL;

    if (down)
        return replay_down(r, g,
                           parent          ? arena_printf(a, "%s@%s", of->id, parent->id)
                           : of->depends.n ? arena_printf(a, "%s@base", of->id)
                                           : "base");
    list_push(a, &one, of->id);
    return replay_up(r, g, &one);
}

/* --- what the section says of data --- */

struct says {
    bool data;   /* a statement that may change rows */
    bool values; /* USING of a new type */
};

/* A time zone says what a time of day becomes. */
static bool may_change_rows(const struct token *t, size_t n)
{
    static const char *const words[] = {"alter", "create", "drop", "comment", "grant", "revoke", "reindex", "analyze", "set", "reset", "lock", "security"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (token_is(t, TOKEN_WORD, words[i]))
            return n > 1 && token_is(t, TOKEN_WORD, "set") && (token_is(&t[n > 2 ? 2 : 1], TOKEN_WORD, "zone") || token_is(&t[1], TOKEN_WORD, "timezone"));
    return true;
}

static struct says look(struct arena *a, const struct section *section)
{
    struct says says = {0};
    const struct step *s;

    list_each (s, &section->steps) {
        size_t n;
        const struct token *t = sql_tokens(a, s->text, strlen(s->text), &n);

        says.data = says.data || (n && may_change_rows(t, n));
        for (size_t i = 0; i < n; i++)
            says.values = says.values || token_is(&t[i], TOKEN_WORD, "using");
    }
    return says;
}

/* --- rows --- */

static const char *same_name(void *ctx, const char *table, const char *column)
{
    (void)ctx;
    return column ? column : table;
}

/* What a table or column is that is not there any more, the revision said. */
static bool is_said(void *ctx, const char *table, const char *column)
{
    (void)ctx;
    (void)table;
    (void)column;
    return true;
}

static void own_names(struct cli *c, struct list *ret)
{
    struct list own = {0};
    const char *name;

    compare_own_tables(c, &own);
    list_each (name, &own) {
        size_t schema = strcspn(name, ".");

        list_push(&c->arena, ret, sql_qualified(&c->arena, arena_strndup(&c->arena, name, schema), name + schema + (name[schema] == '.')));
    }
}

static int make(struct verify_rows *v, const struct replay *after, struct list *ret_oids)
{
    AUTO_DB db = NULL;
    AUTO_DB beside = NULL;
    struct cli *c = after->cli;
    struct rows_wanted wanted = {.twin = same_name};
    struct list filled = {0}, skip = {0};
    const struct filled *f;

    own_names(c, &skip);
    if (db_open(v->before.url, &session, &c->diag, &db) < 0 || db_open(after->url, &session, &c->diag, &beside) < 0)
        return ERR;
    wanted.db = beside;
    if (rows_make(&c->arena, db, &wanted, &skip, &c->diag, &filled) < 0)
        return ERR;
    list_each (f, &filled) {
        v->tables += f->rows > 0;
        if (f->rows)
            list_push(&c->arena, ret_oids, f->oid);
    }
    return OK;
}

static int take(const struct replay *r, const struct list *oids, struct kept *ret)
{
    AUTO_DB db = NULL;

    if (db_open(r->url, &session, &r->cli->diag, &db) < 0)
        return ERR;
    return keep_take(&r->cli->arena, db, oids, &r->cli->diag, ret);
}

static int compare(struct verify_rows *v, const struct kept *kept, const struct section *section, const char *way)
{
    AUTO_DB db = NULL;
    struct cli *c = v->before.cli;
    struct says says = look(&c->arena, section);
    const struct keep_asks asks = {.values = !says.values, .gone = is_said};
    const char *lost;

    if (says.data)
        return OK;
    if (db_open(v->before.url, &session, &c->diag, &db) < 0 ||
        keep_check(&c->arena, db, kept, &asks, &c->diag, &lost) < 0)
        return ERR;
    if (lost)
        v->lost = arena_printf(&c->arena, "after the %s %s", way, lost);
    return OK;
}

/* What fails over rows is told and forgotten: on empty tables it held. */
static bool runs(struct verify_rows *v, const struct graph *g, const struct vertex *of, bool down)
{
    struct cli *c = v->before.cli;
    size_t entries = c->diag.entries.n, errors = c->diag.errors, warnings = c->diag.warnings;

    if (verify_step(&v->before, g, of, down) == OK)
        return true;
    for (size_t i = entries; i < c->diag.entries.n && !v->fails; i++) {
        const struct diag_entry *e = c->diag.entries.at[i];

        if (e->severity == SEVERITY_ERROR)
            v->fails = arena_printf(&c->arena, "the %s fails: %s", down ? "downgrade" : "upgrade", e->message);
    }
    if (!db_interrupted()) {
        c->diag.entries.n = entries;
        c->diag.errors = errors;
        c->diag.warnings = warnings;
    }
    return false;
}

static int run_over(struct verify_rows *v, const struct graph *g, const struct vertex *of, const struct list *oids)
{
    const struct section *up = &of->file->upgrade, *down = &of->file->downgrade;
    struct kept kept;

    if (take(&v->before, oids, &kept) < 0)
        return ERR;
    if (!runs(v, g, of, false))
        return db_interrupted() ? ERR : OK;
    if (compare(v, &kept, up, "upgrade") < 0 || take(&v->before, oids, &kept) < 0)
        return ERR;
    if (v->lost || !down->present)
        return OK;
    if (!runs(v, g, of, true))
        return db_interrupted() ? ERR : OK;
    return compare(v, &kept, down, "downgrade");
}

int verify_rows_run(struct verify_rows *v, const struct replay *r, const struct graph *g, const struct vertex *of)
{
    struct replay after;
    struct list oids = {0};
    int result;

    if (replay_copy(r, "kedge_verify_beside", &after) < 0)
        return ERR;
    result = make(v, &after, &oids);
    replay_drop(&after);
    return result == OK && oids.n ? run_over(v, g, of, &oids) : result;
}
