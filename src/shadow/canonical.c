/* Builds what is in doubt and takes over the server's spelling. */
#include "emit/emit.h"
#include "introspect/introspect.h"
#include "shadow/doubt.h"
#include "shadow/scratch.h"
#include "sql/quote.h"
#include <string.h>

static bool is_needed(void *ctx, const struct object *o)
{
    const struct doubt *x = ctx;

    return map_get(&x->needed, o->address) != NULL;
}

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
static const char *for_session(struct arena *a, const struct statement *s)
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
        if (db_exec(db, for_session(&a, s), &server) != OK) {
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

static int build(struct db *db, struct catalog *wanted, struct diag *d)
{
    AUTO_ARENA a = {0};
    struct catalog *nothing = catalog_new();
    struct diff *diff = NULL;
    struct plan *plan = NULL;
    struct list statements = {0};
    int result = ERR;

    if (diff_make(nothing, wanted, wanted, d, &diff) == OK && plan_make(diff, d, &plan) == OK &&
        emit_postgres(&a, plan, db_version(db), d, &statements) == OK &&
        db_exec(db, "SET check_function_bodies = off; SET search_path = public", d) == OK)
        result = run_statements(db, &statements, d);
    plan_free(plan);
    diff_free(diff);
    catalog_free(nothing);
    return result;
}

static void take_texts(struct arena *a, const struct record *r, void *into, const void *from)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (f->type == FIELD_EXPR || f->type == FIELD_QUERY) {
            const char **text = (const char **)((char *)into + f->offset);
            const char *printed = *(const char *const *)field_at(from, f);

            if (*text && printed)
                *text = arena_strdup(a, printed);
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(into, f), *q = field_list(from, f);

            for (size_t k = 0; k < p->n && p->n == q->n; k++)
                take_texts(a, f->record, p->at[k], q->at[k]);
        }
    }
}

static int read_back(struct catalog *model, struct db *db, const struct doubt *x, struct diag *d)
{
    const struct list none = {0};
    struct catalog *printed;
    struct object *o;

    if (db_exec(db, "SET search_path = ''", d) != OK ||
        introspect_objects(db, &model->schemas, &none, d, &printed) != OK)
        return ERR;
    list_each (o, &x->objects) {
        const struct object *p = catalog_get(printed, o->address);

        if (p)
            take_texts(&model->arena, &o->kind->record, o, p);
    }
    catalog_free(printed);
    return OK;
}

/* The roles need not exist in the shadow, and expressions read the same for all of them. */
static void leave_out_roles(struct catalog *c)
{
    struct object *o;

    list_each (o, &c->objects) {
        o->owner = NULL;
        o->has_privileges = false;
        o->privileges = (struct list){0};
        if (o->kind->id == KIND_POLICY)
            ((struct policy *)o)->roles = (struct list){0};
    }
}

static int ask(struct catalog *model, struct db *db, struct doubt *x, struct diag *d)
{
    struct catalog *wanted = catalog_subset(model, is_needed, x);
    int result;

    leave_out_roles(wanted);
    result = build(db, wanted, d);

    if (result == OK)
        result = read_back(model, db, x, d);
    catalog_free(wanted);
    return result;
}

static void unconfirmed(const struct doubt *x, struct diag *d)
{
    const struct object *o = x->objects.at[0];

    diag_warning(d, "shadow.unconfirmed", o->at,
                 "%zu object%s could not be compared for certain: not spelled as the server prints",
                 x->objects.n, x->objects.n == 1 ? "" : "s");
    diag_object(d, o->address);
    diag_hint(
        d, "Give a shadow database (shadow: create, sandbox or a URL), or spell it as `kedge inspect` does.");
}

int shadow_canonicalise(struct catalog *model, const struct catalog *live, const struct shadow_options *o,
                        struct diag *d, size_t *ret_asked)
{
    AUTO_ARENA a = {0};
    struct doubt x = {0};
    struct scratch *scratch = NULL;
    int result = OK;

    doubt_find(&a, model, live, &x);
    *ret_asked = x.objects.n;
    if (x.objects.n) {
        result = scratch_open(o, d, &scratch);
        if (result == OK && scratch)
            result = ask(model, scratch_db(scratch), &x, d);
        else if (result == OK)
            unconfirmed(&x, d);
        scratch_close(scratch);
    }
    map_clear(&x.needed);
    return result;
}
