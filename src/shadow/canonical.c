/* Takes over the server's spelling of what is in doubt: what it said before, or what it says now. */
#include "introspect/introspect.h"
#include "shadow/build.h"
#include "shadow/cache.h"
#include "shadow/doubt.h"
#include "shadow/key.h"
#include "shadow/scratch.h"
#include "shadow/texts.h"

/* One object in doubt. */
struct question {
    struct object *object;
    const char *key; /* NULL: the answer is not kept */
};

struct asking {
    struct catalog *model;
    const struct catalog *live;
    const struct shadow_options *options;
    struct list questions; /* struct question, still open */
    size_t texts;          /* in them */
    struct closure closure;
};

static bool is_needed(void *ctx, const struct object *o)
{
    const struct asking *x = ctx;

    if (o->kind->id == KIND_WRAPPER || o->kind->id == KIND_SERVER || o->kind->id == KIND_USER_MAPPING)
        return false; /* see foreign_to_plain() */
    return map_get(&x->closure.needed, o->address) != NULL;
}

static int read_back(struct asking *x, struct db *db, struct diag *d)
{
    const struct list none = {0};
    const struct question *q;
    struct catalog *printed;

    /* as the live database was read */
    if (db_exec(db,
                "SET search_path = ''; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'; "
                "SET IntervalStyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 3",
                d) != OK ||
        introspect_run(db, &x->model->schemas, &none, 0, d, &printed) != OK)
        return ERR;
    list_each (q, &x->questions) {
        AUTO_ARENA a = {0};
        struct list texts = {0};
        const struct object *p = catalog_get(printed, q->object->address);

        if (!p)
            continue;
        texts_of(&a, q->object, p, &texts);
        if (q->key)
            cache_put(x->options->cache, q->key, &texts);
        texts_put(&x->model->arena, q->object, &texts);
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
        o->labels = (struct list){0}; /* nor their providers */
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

/* Literals mean here what they mean in a new session of the live database. What this server does not know stays as
 * it is. */
static void take_settings(struct db *db, const struct catalog *live)
{
    const struct option *setting;

    list_each (setting, &live->settings) {
        const char *const params[] = {setting->name, setting->value};
        struct diag quiet = {0};

        db_query(db, "SELECT pg_catalog.set_config($1, $2, false)", params, 2, NULL, NULL, &quiet);
        diag_clear(&quiet);
    }
}

static void find_needed(struct arena *a, struct asking *x)
{
    struct list objects = {0};
    const struct question *q;
    struct object *o;

    list_each (q, &x->questions)
        list_push(a, &objects, q->object);
    closure_find(a, &objects, &x->closure);
    list_each (o, &x->model->objects)
        if (is_ground(o))
            closure_add(a, &x->closure, o);
}

static int ask(struct arena *a, struct asking *x, struct db *db, struct diag *d, size_t *ret_built)
{
    struct catalog *wanted;
    int result;

    find_needed(a, x);
    wanted = catalog_subset(x->model, is_needed, x);
    *ret_built = wanted->objects.n;
    leave_out_roles(wanted);
    foreign_to_plain(wanted);
    take_settings(db, x->live);
    result = shadow_build(db, wanted, d);
    if (result == OK)
        result = read_back(x, db, d);
    catalog_free(wanted);
    map_clear(&x->closure.needed);
    return result;
}

static void unconfirmed(const struct asking *x, struct diag *d)
{
    const struct object *o = ((const struct question *)x->questions.at[0])->object;

    diag_warning(d, "shadow.unconfirmed", o->at,
                 "%zu object%s could not be compared for certain: not spelled as the server prints",
                 x->questions.n, x->questions.n == 1 ? "" : "s");
    diag_object(d, o->address);
    diag_hint(
        d, "Give a shadow database (shadow: create, sandbox or a URL), or spell it as `kedge inspect` does.");
}

/* What the server said before is taken; the others become questions. */
static void look_up(struct arena *a, struct asking *x, struct list *objects, struct shadow_counts *counts)
{
    struct keys keys;
    struct list all = {0};
    struct question *q;
    struct object *o;

    keys_open(a, x->model, x->live, &keys);
    list_each (o, objects) {
        q = arena_new(a, struct question);
        *q = (struct question){.object = o, .key = x->options->cache ? key_of(&keys, o) : NULL};
        list_push(a, &all, q);
    }
    keys_close(&keys);
    list_each (q, &all) { /* after all keys: they are of what people wrote */
        struct shadow_counts none = {0};
        struct list texts;
        size_t doubtful;

        texts_count(q->object, catalog_get(x->live, q->object->address), &none, &doubtful);
        if (q->key && cache_get(a, x->options->cache, q->key, &texts) &&
            texts_put(&x->model->arena, q->object, &texts)) {
            counts->cached += doubtful;
        } else {
            list_push(a, &x->questions, q);
            x->texts += doubtful;
        }
    }
}

int shadow_canonicalise(struct catalog *model, const struct catalog *live, const struct shadow_options *o,
                        struct diag *d, struct shadow_counts *ret)
{
    AUTO_ARENA a = {0};
    struct asking x = {.model = model, .live = live, .options = o};
    struct list objects = {0};
    struct scratch *scratch = NULL;
    const struct question *q;
    size_t texts;
    int result;

    *ret = (struct shadow_counts){0};
    doubt_find(&a, model, live, ret, &objects, &texts);
    look_up(&a, &x, &objects, ret);
    if (!x.questions.n)
        return OK;
    result = scratch_open(o, d, &scratch);
    if (result == OK && scratch) {
        ret->asked = x.texts;
        result = ask(&a, &x, scratch_db(scratch), d, &ret->built);
    } else if (result == OK) {
        ret->unconfirmed = x.texts;
        list_each (q, &x.questions)
            list_push(&model->arena, &ret->open, q->object);
        unconfirmed(&x, d);
    }
    scratch_close(scratch, d);
    return result;
}
