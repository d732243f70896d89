/* A live database -> catalog: all files in one pipeline, in one snapshot. */
#include "introspect/introspect.h"
#include "base/embed.h"
#include "introspect/load.h"
#include "introspect/template.h"
#include <string.h>

/* Plans for bulk reads: every join here is of whole catalogs, and a new database has no statistics that would
 * say so. */
static const char settings[] =
    "SET LOCAL enable_nestloop = off; SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; "
    "SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL search_path = ''; "
    "SET LOCAL quote_all_identifiers = off; SET LOCAL standard_conforming_strings = on";

/* Files that hold no objects. */
static const struct {
    const char *name;
    db_row_fn *fn;
} others[] = {
    {"comment", load_comment},
    {"acl", load_privileges},
    {"label", load_label},
    {"unmodelled", load_unmodelled},
    {"settings", load_setting},
    {"depend", load_depend},
};

enum { OTHERS = sizeof(others) / sizeof(others[0]) };

static int file_read_sql(struct arena *a, const char *name, int version, struct diag *d, const char **ret)
{
    const struct embedded *e = introspect_postgres_sql;

    while (e->name && strcmp(e->name, name) != 0)
        e++;
    if (!e->name)
        return diag_error(d, "introspect.file", NOWHERE, "there is no %s.sql", name);
    return template_resolve(a, name, e->text, version, d, ret);
}

/* {"a","b"} */
static const char *array_text(struct arena *a, const struct list *texts)
{
    AUTO_BUF b = {0};
    const char *text;
    bool first = true;

    buf_addc(&b, '{');
    list_each (text, texts) {
        buf_sep(&b, &first, ",");
        buf_addc(&b, '"');
        for (; *text; text++) {
            if (*text == '"' || *text == '\\')
                buf_addc(&b, '\\');
            buf_addc(&b, *text);
        }
        buf_addc(&b, '"');
    }
    buf_addc(&b, '}');
    return arena_strdup(a, buf_str(&b));
}

static int scope_set(struct db *db, struct load *l, const struct list *schemas, const struct list *skip, bool secrets)
{
    const char *const params[] = {array_text(&l->scratch, schemas), array_text(&l->scratch, skip),
                                  secrets ? "^\\M" : option_secret_pattern(&l->scratch)};
    const char *scope;

    if (file_read_sql(&l->scratch, "scope", db_version(db), l->diag, &scope) != OK ||
        db_query(db, "SELECT set_config('kedge.schemas', $1, true), set_config('kedge.skip', $2, true), set_config('kedge.secret', $3, true)",
                 params, 3, NULL, NULL, l->diag) != OK)
        return ERR;
    return db_query(db, scope, NULL, 0, load_schema_name, l, l->diag);
}

/* Kinds that share a file, and what is called shorter. The file of any other is named after it. */
static const char *const files[KIND_COUNT] = {
    [KIND_ATTRIBUTE] = "column",   [KIND_FUNCTION] = "routine", [KIND_PROCEDURE] = "routine",
    [KIND_PRIMARY_KEY] = "key",    [KIND_UNIQUE] = "key",       [KIND_MATVIEW] = "matview",
    [KIND_OPERATOR_FAMILY] = "opclass", [KIND_OPERATOR_CLASS] = "opclass",
};

static const char *kind_file(struct arena *a, const struct kind *k)
{
    char *name;

    if (files[k->id])
        return files[k->id];
    name = arena_strdup(a, k->name);
    for (char *c = name; *c; c++) {
        if (*c == ' ')
            *c = '_';
    }
    return name;
}

/* Every file of objects, once. */
static size_t files_find(struct load *l, struct load_file *ret)
{
    size_t n = 0;

    for (size_t i = 0; i < KIND_COUNT; i++) {
        const char *name = kind_file(&l->scratch, kinds[i]);
        struct load_kind *lk = arena_new(&l->scratch, struct load_kind);
        size_t f = 0;

        lk->kind = kinds[i];
        while (f < n && strcmp(ret[f].name, name) != 0)
            f++;
        if (f == n)
            ret[n++] = (struct load_file){.load = l, .name = name};
        list_push(&l->scratch, &ret[f].kinds, lk);
    }
    return n;
}

static int rows_read(struct db *db, struct load *l, bool depends)
{
    struct db_request requests[KIND_COUNT + OTHERS];
    struct load_file of[KIND_COUNT];
    size_t n = files_find(l, of);

    for (size_t i = 0; i < n; i++)
        requests[i] = (struct db_request){.name = of[i].name, .fn = load_row, .ctx = &of[i]};
    for (size_t i = 0; i < (size_t)OTHERS - !depends; i++) /* "depend" is the last */
        requests[n++] = (struct db_request){.name = others[i].name, .fn = others[i].fn, .ctx = l};
    for (size_t i = 0; i < n; i++) {
        if (file_read_sql(&l->scratch, requests[i].name, db_version(db), l->diag, &requests[i].sql) != OK)
            return ERR;
    }
    return db_pipeline(db, requests, n, l->diag);
}

static int all_read(struct db *db, struct load *l, const struct list *schemas, const struct list *skip, unsigned what)
{
    if (db_pin(db, l->diag) != OK || db_exec(db, settings, l->diag) != OK || scope_set(db, l, schemas, skip, what & INTROSPECT_SECRETS) != OK ||
        rows_read(db, l, what & INTROSPECT_DEPENDS) != OK)
        return ERR;
    return OK;
}

/* In a transaction of its own; within the caller's where one is open, of which it leaves no trace either. */
static int snapshot_read(struct db *db, struct load *l, const struct list *schemas, const struct list *skip, unsigned what)
{
    bool within = db_transaction(db) != TRANSACTION_NONE;
    int result;

    if (db_exec(db,
                within ? "SAVEPOINT kedge_introspect"
                       : "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                l->diag) != OK)
        return ERR;
    result = all_read(db, l, schemas, skip, what);
    if (db_exec(db,
                within ? "ROLLBACK TO SAVEPOINT kedge_introspect; RELEASE SAVEPOINT kedge_introspect"
                       : "ROLLBACK",
                result == OK ? l->diag : NULL) != OK)
        result = ERR;
    return result;
}

int introspect_run(struct db *db, const struct list *schemas, const struct list *skip, unsigned what, struct diag *d, struct catalog **ret)
{
    struct load l = {.catalog = catalog_new(), .diag = d};
    int result = snapshot_read(db, &l, schemas, skip, what);

    if (result == OK)
        result = load_finish(&l);
    if (result == OK) {
        l.catalog->version = db_version(db);
        l.catalog->role = arena_strdup(&l.catalog->arena, db_user(db));
        *ret = l.catalog;
    } else {
        catalog_free(l.catalog);
    }
    load_clear(&l);
    return result;
}
