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
    struct sandbox *sandbox;
};

static const struct db_options session = {.application_name = "kedge shadow"};

struct db *scratch_db(struct scratch *s)
{
    return s->db;
}

void scratch_close(struct scratch *s)
{
    if (!s)
        return;
    db_close(s->db);
    if (s->created) {
        struct diag quiet = {0};

        db_exec(s->server,
                arena_printf(&s->arena, "DROP DATABASE IF EXISTS %s", sql_ident(&s->arena, s->created)),
                &quiet);
        diag_clear(&quiet);
    }
    db_close(s->server);
    sandbox_stop(s->sandbox);
    arena_clear(&s->arena);
    free(s);
}

/* kedge_shadow_<pid>_<number>: the pattern by which leftovers are known. */
static int create_database(struct scratch *s, const struct shadow_options *o, struct diag *d)
{
    const char *url;
    unsigned number;

    if (db_open(o->url, &session, d, &s->server) != OK)
        return ERR;
    if (getentropy(&number, sizeof(number)) != 0)
        number = 0;
    s->created = arena_printf(&s->arena, "kedge_shadow_%ld_%u", (long)getpid(), number);
    if (db_exec(s->server,
                arena_printf(&s->arena, "CREATE DATABASE %s TEMPLATE template0",
                             sql_ident(&s->arena, s->created)),
                d) != OK) {
        s->created = NULL;
        return ERR;
    }
    if (url_with_database(&s->arena, o->url, s->created, d, &url) != OK)
        return ERR;
    return db_open(url, &session, d, &s->db);
}

static int start_sandbox(struct scratch *s, const struct shadow_options *o, struct diag *d)
{
    if (sandbox_start(o->version / 10000, d, &s->sandbox) != OK)
        return ERR;
    return db_open(sandbox_url(s->sandbox), &session, d, &s->db);
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
        scratch_close(s);
        return ERR;
    }
    *ret = s;
    return OK;
}

int scratch_open(const struct shadow_options *o, struct diag *d, struct scratch **ret)
{
    const char *mode = o->mode ? o->mode : "auto";
    struct diag quiet = {0};

    *ret = NULL;
    if (strcmp(mode, "none") == 0)
        return OK;
    if (strcmp(mode, "create") == 0)
        return try_open(create_database, o, d, ret);
    if (strcmp(mode, "sandbox") == 0)
        return try_open(start_sandbox, o, d, ret);
    if (strcmp(mode, "auto") != 0)
        return try_open(open_url, o, d, ret);
    if (try_open(create_database, o, &quiet, ret) != OK && try_open(start_sandbox, o, &quiet, ret) != OK)
        diag_note(
            d, "shadow.none", NOWHERE,
            "no shadow: the role may not create a database, and no server of major %d is installed here",
            o->version / 10000);
    diag_clear(&quiet);
    return OK;
}
