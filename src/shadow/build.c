/* Making objects in a scratch database. */
#include "shadow/build.h"
#include "schema/privilege.h"
#include <string.h>

/* Whether the statement makes, or builds on, something whose own statement failed: its error would only
 * repeat the first. */
static bool builds_on_failed(const struct map *failed, const struct object *o)
{
    struct depend *d;

    if (!o)
        return false;
    if (map_get(failed, o->address) || (o->parent && map_get(failed, o->parent->address)))
        return true;
    list_each (d, &o->depends) {
        if (map_get(failed, d->on->address))
            return true;
    }
    return false;
}

static void report(struct diag *d, const struct diag *server, const struct object *o)
{
    const struct diag_entry *e;

    list_each (e, &server->entries) {
        if (e->severity != SEVERITY_ERROR)
            continue;
        diag_error(d, "model.refused", o ? o->at : NOWHERE, "the server refuses %s: %s",
                   o ? o->address : "the model", e->message);
        diag_sqlstate(d, e->sqlstate);
        diag_object(d, o ? o->address : NULL);
        if (e->detail)
            diag_detail(d, "%s", e->detail);
        if (e->hint)
            diag_hint(d, "%s", e->hint);
    }
}

/* Every statement is a transaction of its own here, so that one failure leaves the others standing: what
 * holds for a transaction in a revision holds for the session. */
const char *shadow_statement(struct arena *a, const struct statement *s)
{
    static const char local[] = "SET LOCAL ";

    return !s->op && strncmp(s->sql, local, strlen(local)) == 0
               ? arena_printf(a, "SET %s", s->sql + strlen(local))
               : s->sql;
}

static int run_statements(struct db *db, const struct list *statements, struct diag *d)
{
    AUTO_ARENA a = {0};
    AUTO_MAP failed = {0};
    const struct statement *s;
    int result = OK;

    list_each (s, statements) {
        const struct object *o = s->op ? s->op->new : NULL;
        struct diag server = {0};

        if (builds_on_failed(&failed, o))
            continue;
        if (db_exec(db, shadow_statement(&a, s), &server) != OK) {
            if (!db_alive(db) || db_interrupted()) {
                diag_clear(&server);
                return diag_error(d, "shadow.lost", NOWHERE, "the connection to the shadow was lost");
            }
            report(d, &server, o);
            if (o)
                map_put(&failed, o->address, o);
            result = ERR;
        }
        diag_clear(&server);
    }
    return result;
}

/* The schema public is there from the start, with what initdb grants on it: what is said of it is a change. */
static struct catalog *empty_database(int version)
{
    struct catalog *c = catalog_new();
    struct object *public = object_new(c, kinds[KIND_SCHEMA], NULL, "public", NULL);
    struct privilege *p = arena_new(&c->arena, struct privilege);

    *p = (struct privilege){.grantee = GRANTEE_PUBLIC, .privileges = version >= 150000 ? "USAGE" : "USAGE, CREATE"};
    list_push(&c->arena, &public->privileges, p);
    public->has_privileges = true;
    catalog_add(c, public);
    c->version = version;
    return c;
}

int shadow_build(struct db *db, struct catalog *wanted, struct diag *d)
{
    AUTO_ARENA a = {0};
    struct catalog *nothing = empty_database(db_version(db));
    struct diff *diff = NULL;
    struct plan *plan = NULL;
    struct list statements = {0};
    struct emit_options options = {.version = nothing->version};
    int result = ERR;

    if (diff_make(nothing, wanted, NULL, d, &diff) == OK && plan_make(diff, d, &plan) == OK &&
        emit_postgres(&a, plan, &options, d, &statements) == OK &&
        db_exec(db, "SET check_function_bodies = off; SET search_path = public", d) == OK)
        result = run_statements(db, &statements, d);
    plan_free(plan);
    diff_free(diff);
    catalog_free(nothing);
    return result;
}
