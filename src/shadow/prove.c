#include "shadow/prove.h"
#include "introspect/introspect.h"
#include "schema/inherit.h"
#include "shadow/build.h"
#include "shadow/labels.h"
#include "shadow/rows.h"
#include "shadow/scratch.h"
#include "shadow/stage.h"
#include "sql/quote.h"
#include <string.h>

/* NULL: done; else what went wrong. */
static const char *build(struct arena *a, struct db *db, struct catalog *part, const char *what)
{
    struct diag server = {0};
    const char *wrong = NULL;

    if (shadow_build(db, part, &server) != OK)
        wrong = arena_printf(a, "%s could not be built in the shadow: %s", what, diag_first_error(a, &server));
    diag_clear(&server);
    return wrong;
}

/* --- judging --- */

static int read_back(struct db *db, const struct list *schemas, struct diag *d, struct catalog **ret)
{
    static const struct list none;

    return introspect_run(db, schemas, &none, 0, d, ret);
}

/* Of what is there (from) against what should be. */
static const char *what_differs(struct arena *a, const struct pair_of *p)
{
    const struct record *r = p->to ? &p->to->kind->record : NULL;

    if (!p->from)
        return "is missing";
    if (!p->to)
        return "should not be there";
    for (size_t i = 0; i < r->n_fields; i++)
        if (p->changed >> i & 1)
            return arena_printf(a, "is not as it should be in \"%s\"", r->fields[i].name);
    return p->changed & FACET_COMMENT ? "has another comment than it should"
           : p->changed & FACET_OWNER ? "has another owner than it should"
                                      : "has other privileges than it should";
}

/* NULL: the same; else the first differences. */
static const char *compare(struct arena *a, struct catalog *got, struct catalog *wanted, const char *what,
                           struct diag *d)
{
    struct diff *diff;
    const struct pair_of *p;
    const char *wrong = NULL;

    if (diff_make(got, wanted, NULL, d, &diff) != OK)
        return "the shadow could not be compared";
    list_each (p, &diff->pairs)
        if (pair_verdict(p)) {
            wrong = arena_printf(a, "after the %s %s %s (%zu difference%s)", what,
                                 (p->to ? p->to : p->from)->address, what_differs(a, p), diff->differences,
                                 diff->differences == 1 ? "" : "s");
            break;
        }
    diff_free(diff);
    return wrong;
}

static bool has_spelling(const struct field *f)
{
    bool has = f->type == FIELD_EXPR || f->type == FIELD_QUERY;

    for (size_t i = 0; f->type == FIELD_LIST && f->record && i < f->record->n_fields; i++)
        has = has || has_spelling(&f->record->fields[i]);
    return has;
}

/* What was built from the model and is something else: the upgrade may be the same, since both are made by one emitter. Not what the
 * server spells, nor extensions, which come as they are to be had there. NULL: nothing. */
static const char *built_otherwise(struct arena *a, struct catalog *built, struct catalog *model, struct diag *d)
{
    struct diff *diff;
    struct pair_of *p;
    const char *wrong = NULL;

    if (diff_make(built, model, NULL, d, &diff) != OK)
        return "the shadow could not be compared";
    list_each (p, &diff->pairs) {
        if (wrong || !p->from || !p->to || !pair_verdict(p) || p->to->kind->id == KIND_EXTENSION)
            continue;
        for (size_t i = 0; i < p->to->kind->record.n_fields; i++)
            if (has_spelling(&p->to->kind->record.fields[i]))
                p->changed &= ~((uint64_t)1 << i);
        p->changed &= ~FACETS;
        if (p->changed)
            wrong = arena_printf(a, "on an empty database %s %s", p->to->address, what_differs(a, p));
    }
    diff_free(diff);
    return wrong;
}

/* Names of indexes that the model does not say mean nothing: what was built from it keeps knowing which those are. */
static void carry_implied(const struct catalog *model, const struct catalog *built)
{
    const struct object *o;

    list_each (o, &model->objects) {
        struct object *same = o->implied && attached_to(o) ? catalog_get(built, o->address) : NULL;

        if (same)
            same->implied = true;
    }
}

/* What counts only where the model says it is as it came to be: the version of an extension that was there. */
static void carry_unsaid(const struct catalog *model, const struct catalog *got, const struct catalog *built)
{
    const struct object *o;

    list_each (o, &model->objects) {
        const struct object *is = catalog_get(got, o->address);
        struct object *same = catalog_get(built, o->address);

        if (is && same)
            record_take_unstated(&o->kind->record, same, is, o);
    }
}

/* The start's name -> the model's. */
static const char *twin_of(void *ctx, const char *table, const char *column)
{
    const struct stage *s = ctx;
    const struct pair_of *p = touched_pair(s->touched, true, table, column);

    return p && p->to ? touched_name(s->arena, p->to) : NULL;
}

static int make_rows(struct arena *a, struct stage *s, struct diag *d)
{
    const struct rows_wanted wanted = {.db = s->second, .twin = twin_of, .ctx = s};

    return rows_make(a, s->db, &wanted, NULL, d, &s->filled) == OK ? stage_take_rows(s, d) : ERR;
}

static int prove_up(struct arena *a, struct stage *s, const struct list *up, const struct list *schemas,
                    struct diag *d, const char **ret_wrong)
{
    *ret_wrong = build(a, s->db, s->from, "the present state");
    if (!*ret_wrong && read_back(s->db, schemas, d, &s->start) != OK)
        return ERR;
    if (!*ret_wrong)
        *ret_wrong = build(a, s->second, s->to, "the model");
    if (!*ret_wrong && s->rows && make_rows(a, s, d) != OK)
        return ERR;
    if (!*ret_wrong && stage_run(s, up, true, d, ret_wrong) != OK)
        return ERR;
    if (!*ret_wrong && stage_check_rows(s, up, true, false, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    if (read_back(s->db, schemas, d, &s->up) != OK || read_back(s->second, schemas, d, &s->wanted) != OK)
        return ERR;
    carry_implied(s->to, s->wanted);
    carry_unsaid(s->to, s->up, s->wanted);
    *ret_wrong = compare(a, s->up, s->wanted, "upgrade", d);
    if (!*ret_wrong)
        *ret_wrong = built_otherwise(a, s->wanted, s->to, d);
    return OK;
}

static int prove_down(struct arena *a, struct stage *s, const struct list *down, const struct list *schemas,
                      struct diag *d, const char **ret_wrong)
{
    if (stage_run(s, down, false, d, ret_wrong) != OK)
        return ERR;
    if (!*ret_wrong && stage_check_rows(s, down, false, false, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    if (read_back(s->db, schemas, d, &s->down) != OK)
        return ERR;
    *ret_wrong = compare(a, s->down, s->start, "downgrade", d);
    return OK;
}

static void stage_clear(struct stage *s)
{
    struct catalog *all[] = {s->from, s->to, s->start, s->up, s->wanted, s->down};

    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        catalog_free(all[i]);
}

/* Servers that the model leaves alone, on which foreign tables of it may hang. */
static bool is_left_alone(void *ctx, const struct object *o)
{
    return (o->kind->id == KIND_WRAPPER || o->kind->id == KIND_SERVER) &&
           !map_get(&((const struct touched *)ctx)->as_read, o->address);
}

static const char *build_left_alone(struct arena *a, struct stage *s, struct touched *t)
{
    struct catalog *alone = catalog_subset(t->diff->read_from, is_left_alone, t);
    const char *wrong = NULL;

    if (alone->objects.n)
        wrong = build(a, s->db, alone, "the servers that the model leaves alone");
    if (alone->objects.n && !wrong)
        wrong = build(a, s->second, alone, "the servers that the model leaves alone");
    catalog_free(alone);
    return wrong;
}

static int prove_on(struct arena *a, struct scratch *scratch, struct touched *t, bool rows,
                    const struct list *up, const struct list *down, struct diag *d, struct proof *ret)
{
    struct stage s = {.arena = a, .db = scratch_db(scratch), .touched = t, .rows = rows};
    const struct list every = {0};
    int result = scratch_second(scratch, d, &s.second);

    if (result == OK && !s.second) {
        ret->reason = "the shadow is one database, and a proof needs two (shadow: create or sandbox)";
        return OK;
    }
    s.from = catalog_subset(t->diff->read_from, touched_in_from, t);
    s.to = catalog_subset(t->diff->to, touched_in_to, t);
    if (result == OK && (labels_leave_out(a, s.db, s.from, d, &s.providers) != OK || labels_leave_out(a, s.db, s.to, d, &s.providers) != OK))
        result = ERR;
    if (result == OK)
        ret->reason = build_left_alone(a, &s, t);
    if (result == OK && !ret->reason)
        result = prove_up(a, &s, up, &every, d, &ret->reason);
    if (result == OK && !ret->reason)
        result = prove_down(a, &s, down, &every, d, &ret->reason);
    ret->proven = result == OK && !ret->reason;
    ret->filled = s.filled;
    ret->lost = s.lost;
    ret->certain = s.certain;
    ret->unfit = s.unfit;
    ret->providers = s.providers;
    stage_clear(&s);
    return result;
}

static bool any_rows(const struct list *filled)
{
    const struct filled *f;

    list_each (f, filled)
        if (f->rows)
            return true;
    return false;
}

static int prove_once(struct arena *a, struct touched *t, bool rows, const struct list *up,
                      const struct list *down, const struct shadow_options *o, struct diag *d,
                      struct proof *ret)
{
    struct scratch *scratch = NULL;
    int result = scratch_open(o, d, &scratch);

    if (result == OK && !scratch)
        ret->reason = "there is no shadow";
    else if (result == OK)
        result = prove_on(a, scratch, t, rows, up, down, d, ret);
    scratch_close(scratch, d);
    return result;
}

/* Made-up rows may stand in the way of what real ones allow, and the other way round: then the schema is proven
 * without them, and what happened with them is said. */
static int prove(struct arena *a, struct touched *t, const struct list *up, const struct list *down,
                 const struct shadow_options *o, struct diag *d, struct proof *ret)
{
    struct proof first;
    int result = prove_once(a, t, true, up, down, o, d, ret);

    if (result != OK || ret->proven || ret->lost || ret->certain || !any_rows(&ret->filled))
        return result;
    first = *ret;
    ret->reason = NULL;
    result = prove_once(a, t, false, up, down, o, d, ret);
    if (result != OK || !ret->proven) {
        ret->reason = first.reason;
        return result;
    }
    ret->filled = first.filled;
    ret->rows_reason = first.reason;
    return OK;
}

int shadow_prove(struct arena *a, const struct diff *forward, const struct list *up, const struct list *down,
                 const struct shadow_options *o, struct diag *d, struct proof *ret)
{
    struct touched t = {.arena = a, .diff = forward};
    int result;

    *ret = (struct proof){0};
    touched_find(&t, up, down);
    ret->objects = t.queue.n;
    result = prove(a, &t, up, down, o, d, ret);
    touched_clear(&t);
    return result == OK && db_interrupted() ? ERR : result;
}
