#include "shadow/scratch.h"
#include "db/sandbox.h"
#include "db/url.h"
#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct scratch {
    struct arena arena;
    struct db *db, *server; /* server: the connection that created the database and will drop it */
    const char *created;    /* name of the database */
    struct db *second;      /* another database beside it */
    const char *second_created;
    const char *url; /* of a database on the same server; NULL: the user's own, in which nothing is created */
    struct sandbox *sandbox;
    struct list left; /* const char *: databases of killed runs */
};

static const struct db_options session = {.application_name = "kedge shadow", .script = true};

struct db *scratch_db(struct scratch *s)
{
    return s->db;
}

/* What the user asked for is done by now: what is left here is only in the way. That of a sandbox goes with it. */
static void drop_database(struct scratch *s, const char *name, struct diag *d)
{
    const char *sql = name ? arena_printf(&s->arena, "DROP DATABASE IF EXISTS %s", sql_ident(&s->arena, name)) : NULL;
    struct diag server = {0};

    if (sql && db_exec(s->server, sql, &server) != OK && !s->sandbox) {
        diag_warning(d, "shadow.left", NOWHERE, "the shadow database %s could not be dropped: %s", name,
                     diag_first_error(&s->arena, &server));
        diag_hint(d, "Drop it yourself: %s", sql);
    }
    diag_clear(&server);
}

void scratch_close(struct scratch *s, struct diag *d)
{
    if (!s)
        return;
    db_close(s->db);
    db_close(s->second);
    drop_database(s, s->created, d);
    drop_database(s, s->second_created, d);
    db_close(s->server);
    sandbox_stop(s->sandbox);
    arena_clear(&s->arena);
    free(s);
}

/* kedge_shadow_<second of its making, by the server's clock>_<number>: the pattern by which leftovers are known. */
static const char now[] = "SELECT pg_catalog.floor(extract(epoch from pg_catalog.now()))::bigint::text";

static int create_one(struct scratch *s, struct diag *d, const char **ret_name, struct db **ret)
{
    const char *url, *name, *second;
    unsigned number;

    if (getentropy(&number, sizeof(number)) != 0)
        number = (unsigned)getpid();
    if (db_value(s->server, &s->arena, now, NULL, 0, d, &second) != OK)
        return ERR;
    name = arena_printf(&s->arena, "kedge_shadow_%s_%u", second, number);
    if (db_exec(s->server,
                arena_printf(&s->arena, "CREATE DATABASE %s TEMPLATE template0", sql_ident(&s->arena, name)),
                d) != OK)
        return ERR;
    *ret_name = name;
    if (url_with_database(&s->arena, s->url, name, d, &url) != OK)
        return ERR;
    if (db_open(url, &session, d, ret) != OK)
        return ERR;
    return db_exec(*ret, "SET synchronous_commit = off", d); /* nothing in it has to outlive a crash */
}

/* Left by a run that was killed: ours, older than a day, and nobody is in there. */
static const char leftovers[] =
    "SELECT d.datname FROM pg_catalog.pg_database d"
    " WHERE d.datname OPERATOR(pg_catalog.~) '^kedge_shadow_[0-9]{1,12}_[0-9]+$'"
    " AND d.datdba = (SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)"
    " AND pg_catalog.split_part(d.datname, '_', 3)::bigint < extract(epoch from pg_catalog.now()) - 86400"
    " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)";

static int add_name(void *ctx, const struct db_row *row)
{
    struct scratch *s = ctx;

    list_push(&s->arena, &s->left, arena_strdup(&s->arena, row_text(row, 0)));
    return OK;
}

static void sweep(struct scratch *s)
{
    struct diag quiet = {0};
    const char *name;

    if (db_query(s->server, leftovers, NULL, 0, add_name, s, &quiet) == OK)
        list_each (name, &s->left)
            drop_database(s, name, NULL);
    diag_clear(&quiet);
}

static int create_database(struct scratch *s, const struct shadow_options *o, struct diag *d)
{
    s->url = arena_strdup(&s->arena, o->url);
    if (db_open(s->url, &session, d, &s->server) != OK)
        return ERR;
    if (db_pooled(s->server)) { /* it would keep connections to the database, and hand them to others */
        diag_error(
            d, "shadow.pooler", NOWHERE,
            "a connection pooler stands in between, and a scratch database cannot be created through it");
        diag_hint(d, "Use shadow: sandbox, or connect to the server itself.");
        return ERR;
    }
    sweep(s);
    return create_one(s, d, &s->created, &s->db);
}

static int start_sandbox(struct scratch *s, const struct shadow_options *o, struct diag *d)
{
    if (sandbox_start(o->version / 10000, d, &s->sandbox) != OK)
        return ERR;
    s->url = sandbox_url(s->sandbox);
    if (db_open(s->url, &session, d, &s->server) != OK)
        return ERR;
    return create_one(s, d, &s->created, &s->db);
}

int scratch_second(struct scratch *s, struct diag *d, struct db **ret)
{
    *ret = NULL;
    if (!s->url)
        return OK;
    if (create_one(s, d, &s->second_created, &s->second) != OK)
        return ERR;
    *ret = s->second;
    return OK;
}

static int open_url(struct scratch *s, const struct shadow_options *o, struct diag *d)
{
    return db_open(o->mode, &session, d, &s->db);
}

typedef int opener(struct scratch *s, const struct shadow_options *o, struct diag *d);

static int try_open(opener *open, const struct shadow_options *o, struct diag *d, struct scratch **ret)
{
    struct scratch *s = heap_realloc(NULL, sizeof(*s));

    *s = (struct scratch){0};
    if (open(s, o, d) != OK) {
        scratch_close(s, d);
        return ERR;
    }
    *ret = s;
    return OK;
}

int scratch_open(const struct shadow_options *o, struct diag *d, struct scratch **ret)
{
    const char *mode = o->mode ? o->mode : "auto";
    struct diag create = {0}, sandbox = {0};
    AUTO_ARENA a = {0};

    *ret = NULL;
    if (strcmp(mode, "none") == 0)
        return OK;
    if (strcmp(mode, "create") == 0)
        return try_open(create_database, o, d, ret);
    if (strcmp(mode, "sandbox") == 0)
        return try_open(start_sandbox, o, d, ret);
    if (strcmp(mode, "auto") != 0)
        return try_open(open_url, o, d, ret);
    if (try_open(create_database, o, &create, ret) != OK && try_open(start_sandbox, o, &sandbox, ret) != OK) {
        diag_note(d, "shadow.none", NOWHERE, "no shadow: the server makes no database for it, and none of its own starts here");
        diag_detail(d, "a database: %s\na server of major %d: %s", diag_first_error(&a, &create), o->version / 10000,
                    diag_first_error(&a, &sandbox));
        diag_hint(d, "A role with CREATEDB, PostgreSQL %d installed here, or the URL of an empty database as `shadow:` will do.",
                  o->version / 10000);
    }
    diag_clear(&create);
    diag_clear(&sandbox);
    return OK;
}
