#include "cli/replay.h"

#include "base/file.h"
#include "cli/compare.h"
#include "db/url.h"
#include "introspect/introspect.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/split.h"
#include <string.h>
#include <strings.h>

static const struct db_options session = {.application_name = "kedge replay"};

int replay_start(struct cli *c, int major, struct replay *ret)
{
    *ret = (struct replay){.cli = c};
    return sandbox_start(major, &c->diag, &ret->sandbox);
}

void replay_stop(struct replay *r)
{
    sandbox_stop(r->sandbox);
    r->sandbox = NULL;
}

int replay_begin(struct replay *r, const char *name)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    if (db_open(sandbox_url(r->sandbox), &session, &c->diag, &db) < 0 ||
        db_exec(db,
                arena_printf(&c->arena, "CREATE DATABASE %s TEMPLATE template0", sql_ident(&c->arena, name)),
                &c->diag) < 0)
        return ERR;
    r->database = arena_strdup(&c->arena, name);
    return url_with_database(&c->arena, sandbox_url(r->sandbox), name, &c->diag, &r->url);
}

int replay_copy(const struct replay *r, const char *name, struct replay *ret)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    *ret = *r;
    ret->database = arena_strdup(&c->arena, name);
    if (db_open(sandbox_url(r->sandbox), &session, &c->diag, &db) < 0 ||
        db_exec(db,
                arena_printf(&c->arena, "CREATE DATABASE %s TEMPLATE %s", sql_ident(&c->arena, name),
                             sql_ident(&c->arena, r->database)),
                &c->diag) < 0)
        return ERR;
    return url_with_database(&c->arena, sandbox_url(r->sandbox), name, &c->diag, &ret->url);
}

void replay_drop(const struct replay *copy)
{
    AUTO_DB db = NULL;
    struct diag quiet = {0};
    struct arena *a = &copy->cli->arena;
    if (db_open(sandbox_url(copy->sandbox), &session, &quiet, &db) == OK)
        db_exec(db, arena_printf(a, "DROP DATABASE IF EXISTS %s", sql_ident(a, copy->database)), &quiet);
    diag_clear(&quiet);
}

static int open_runner(struct replay *r, struct runner **ret)
{
    struct runner_options options;
    struct cli *c = r->cli;
    if (config_runner(&c->arena, &c->config, &c->args, &c->diag, &options) < 0)
        return ERR;
    return runner_open(r->url, &options, &c->diag, ret);
}

/* --- roles ---
 * A script grants to roles and gives things to owners that only its own server has. The server says which: the
 * message is in English, as all of the sandbox is. */

enum { ROLES_MAX = 1000 /* made for one script */ };

static const char *missing_role(struct arena *a, const struct diag *d)
{
    static const char before[] = "role \"", behind[] = "\" does not exist";
    const struct diag_entry *e = d->entries.n ? d->entries.at[d->entries.n - 1] : NULL;
    const char *name = e && e->sqlstate && strcmp(e->sqlstate, "42704") == 0 ? strstr(e->message, before) : NULL;
    const char *end = name ? strstr(name, behind) : NULL;
    if (!end)
        return NULL;
    name += strlen(before);
    return arena_strndup(a, name, (size_t)(end - name));
}

/* true: the error was that a role is missing, which is there now, and is forgotten. */
static bool role_made(struct replay *r, size_t entries, size_t errors)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    struct diag quiet = {0};
    const char *role = missing_role(&c->arena, &c->diag);
    bool made = role && r->roles++ < ROLES_MAX && db_open(r->url, &session, &quiet, &db) == OK &&
                db_exec(db, arena_printf(&c->arena, "CREATE ROLE %s", sql_ident(&c->arena, role)), &quiet) == OK;
    diag_clear(&quiet);
    if (made) {
        c->diag.entries.n = entries;
        c->diag.errors = errors;
    }
    return made;
}

/* --- revisions --- */

static int run_once(struct replay *r, const struct graph *g, const struct list *targets, const char *down)
{
    AUTO_RUNNER runner = NULL;
    struct run_result result;
    struct cli *c = r->cli;
    if (open_runner(r, &runner) < 0)
        return ERR;
    if (down)
        return runner_downgrade(runner, &c->arena, g, down, &c->diag, &result);
    return runner_upgrade(runner, &c->arena, g, (const char *const *)targets->at, targets->n, &c->diag,
                          &result);
}

static int run(struct replay *r, const struct graph *g, const struct list *targets, const char *down)
{
    size_t entries = r->cli->diag.entries.n, errors = r->cli->diag.errors;
    int rc;
    do {
        rc = run_once(r, g, targets, down);
    } while (rc < 0 && role_made(r, entries, errors));
    return rc;
}

int replay_up(struct replay *r, const struct graph *g, const struct list *targets)
{
    return run(r, g, targets, NULL);
}

int replay_down(struct replay *r, const struct graph *g, const char *target)
{
    return run(r, g, NULL, target);
}

/* --- files of SQL --- */

static void blank(char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (text[i] != '\n')
            text[i] = ' ';
}

static size_t line_end(const char *text, size_t at)
{
    return at + strcspn(text + at, "\n");
}

/* Where the line behind the rows ends that follow a COPY ... FROM stdin; 0: there is none. */
static size_t rows_end(const char *text, size_t semicolon)
{
    for (size_t at = line_end(text, semicolon); text[at]; at = line_end(text, at + 1)) {
        if (strncmp(text + at, "\n\\.", 3) == 0 && strspn(text + at + 3, "\r") == strcspn(text + at + 3, "\n"))
            return line_end(text, at + 1);
    }
    return 0;
}

/* What pg_dump writes for psql alone: the rows, and \restrict. Anything else of psql's the splitter refuses, with its
 * place. Blanks keep every other place as it is. */
static void blank_for_psql(struct arena *a, char *text, size_t len)
{
    struct scanner scan;
    struct token t;
    size_t start = 0;
    bool fresh = true, copy = false, from = false, input = false;
    scanner_init(&scan, a, text, len);
    for (scanner_next(&scan, &t); t.type != TOKEN_END && t.type != TOKEN_ERROR; scanner_next(&scan, &t)) {
        bool ends = token_is(&t, TOKEN_PUNCT, ";");
        if (t.type == TOKEN_META && fresh &&
            (strncmp(text + t.start, "\\restrict", 9) == 0 || strncmp(text + t.start, "\\unrestrict", 11) == 0)) {
            size_t end = line_end(text, t.start);
            blank(text, t.start, end);
            scan.pos = end;
            continue;
        }
        if (fresh) {
            start = t.start;
            copy = token_is(&t, TOKEN_WORD, "copy");
            from = input = false;
        }
        input = input || (from && token_is(&t, TOKEN_WORD, "stdin"));
        from = token_is(&t, TOKEN_WORD, "from");
        fresh = ends;
        size_t end = ends && copy && input ? rows_end(text, t.end) : 0;
        if (end) {
            blank(text, start, end);
            scan.pos = end;
        }
    }
}

/* What a newer pg_dump sets and this server does not know. */
static bool is_unknown_setting(const struct sql_statement *s, const struct diag *d)
{
    const struct diag_entry *e = d->entries.n ? d->entries.at[d->entries.n - 1] : NULL;
    return strncasecmp(s->text, "set ", 4) == 0 && e && e->sqlstate && strcmp(e->sqlstate, "42704") == 0;
}

static int load_statement(struct replay *r, struct db *db, const struct sql_statement *s)
{
    struct cli *c = r->cli;
    size_t entries = c->diag.entries.n, errors = c->diag.errors;
    while (db_exec(db, s->text, &c->diag) < 0) {
        if (is_unknown_setting(s, &c->diag)) {
            c->diag.entries.n = entries;
            c->diag.errors = errors;
            return OK;
        }
        if (!role_made(r, entries, errors)) {
            if (c->diag.entries.n > entries)
                ((struct diag_entry *)c->diag.entries.at[entries])->at = s->at;
            return ERR;
        }
    }
    return OK;
}

int replay_load(struct replay *r, const char *path)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    struct source *file = NULL;
    struct list statements = {0};
    const struct sql_statement *s;
    const struct db_options options = {.application_name = "kedge replay", .script = true};
    if (file_read(&c->arena, path, 0, &c->diag, &file) < 0)
        return ERR;
    char *text = arena_strndup(&c->arena, file->text, file->len);
    struct source *plain = arena_new(&c->arena, struct source);
    blank_for_psql(&c->arena, text, file->len);
    *plain = (struct source){.name = file->name, .text = text, .len = file->len};
    if (sql_split(&c->arena, plain, 0, plain->len, &c->diag, &statements) < 0 ||
        db_open(r->url, &options, &c->diag, &db) < 0)
        return ERR;
    list_each (s, &statements)
        if (load_statement(r, db, s) < 0)
            return ERR;
    return OK;
}

/* --- reading --- */

int replay_read(struct replay *r, const struct list *schemas, bool depends, struct catalog **ret)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    if (db_open(r->url, &session, &c->diag, &db) < 0)
        return ERR;
    return compare_read_live(c, db, schemas, depends ? INTROSPECT_DEPENDS : 0, ret);
}

int replay_version(struct replay *r, int *ret)
{
    AUTO_DB db = NULL;
    if (db_open(sandbox_url(r->sandbox), &session, &r->cli->diag, &db) < 0)
        return ERR;
    *ret = db_version(db);
    return OK;
}
