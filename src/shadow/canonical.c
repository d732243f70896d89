/* Builds what is in doubt and takes over the server's spelling. */
#include "introspect/introspect.h"
#include "shadow/build.h"
#include "shadow/doubt.h"
#include "shadow/scratch.h"

static bool is_needed(void *ctx, const struct object *o)
{
    const struct doubt *x = ctx;

    if (o->kind->id == KIND_WRAPPER || o->kind->id == KIND_SERVER || o->kind->id == KIND_USER_MAPPING)
        return false; /* see foreign_to_plain() */
    return map_get(&x->needed, o->address) != NULL;
}

static void take_texts(struct arena *a, const struct record *r, void *into, const void *from)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (f->type == FIELD_EXPR || f->type == FIELD_QUERY) {
            const char **text = (const char **)((char *)into + f->offset);
            const char *printed = *(const char *const *)field_at(from, f);

            if (*text)
                *text = arena_strdup(a, printed); /* NULL: a default that is null is none */
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

/* How a foreign table is spelled does not depend on its server, which the model need not have. */
static void foreign_to_plain(struct catalog *copy)
{
    struct object *o;

    list_each (o, &copy->objects) {
        if (o->kind->id == KIND_TABLE)
            ((struct table *)o)->server = NULL;
        else if (o->kind->id == KIND_COLUMN)
            ((struct column *)o)->foreign_options = (struct list){0};
    }
}

static int ask(struct catalog *model, struct db *db, struct doubt *x, struct diag *d)
{
    struct catalog *wanted = catalog_subset(model, is_needed, x);
    int result;

    leave_out_roles(wanted);
    foreign_to_plain(wanted);
    result = shadow_build(db, wanted, d);

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
