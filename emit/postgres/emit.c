/* A plan -> statements: each op to the emitter of its kind, facets once for all. */
#include "emit/postgres/emit.h"
#include <string.h>

enum { DEPTH_LIMIT = 8 }; /* of records in records */

static bool list_has(const struct list *l, const void *item)
{
    for (size_t i = 0; i < l->n; i++) {
        if (l->at[i] == item)
            return true;
    }
    return false;
}

bool op_changed(const struct op *op, const char *field)
{
    return (op->changed & field_bit(op_object(op)->kind, field)) != 0;
}

const struct op *op_fused(const struct op *op, const struct object *o, enum part part)
{
    const struct op *f;

    list_each (f, &op->fused) {
        if (f->part == part && op_object(f) == o)
            return f;
    }
    return NULL;
}

/* A table that is made again keeps its rows, with all its columns; or they are on another server. */
static bool can_lose_rows(const struct object *o)
{
    return o->kind->id == KIND_SEQUENCE || (o->kind->id == KIND_COLUMN && o->parent->kind->id == KIND_TABLE &&
                                            !((const struct table *)o->parent)->server && !((const struct column *)o)->generated);
}

/* Whether an object that is not modelled is a part of another, or the same: "trigger app.t.changed", "rule r on app.v". */
static bool is_about(const char *address, const char *path)
{
    size_t n = strlen(path);

    for (const char *at = address; (at = strstr(at, path)) != NULL; at += n)
        if (at > address && at[-1] == ' ' && (at[n] == '\0' || at[n] == '.'))
            return true;
    return false;
}

static void not_modelled_hazards(struct emitter *e, const struct object *o)
{
    const struct unmodelled *u;

    if (!e->plan->diff || o->kind->place == PLACE_TOP)
        return;
    list_each (u, &e->plan->diff->from->unmodelled)
        if (is_about(u->address, object_path(e->arena, o)))
            emit_hazard(e, e->last, NULL, HAZARD_NOT_MODELLED, "%s goes with it: %s", u->what, u->address);
}

static void rebuild_hazards(struct emitter *e, const struct op *op)
{
    const struct object *o = op_object(op);

    if (!op->rebuild || !e->last || op->aside)
        return;
    if (op->verb == VERB_DROP)
        not_modelled_hazards(e, o);
    if (op->verb == VERB_DROP)
        emit_hazard(e, e->last, o, HAZARD_REBUILD, "%s is dropped here and created again%s%s", o->address,
                    op->because ? " because of " : "", op->because ? op->because : "");
    else if (can_lose_rows(o))
        emit_hazard(e, e->last, NULL, HAZARD_LOST, "%s comes back empty", o->address);
}

static void create_facets(struct emitter *e, const struct op *op)
{
    const struct op *f;

    emit_facets(e, op->new, op->rebuild);
    list_each (f, &op->fused) {
        if (f->part == PART_SELF)
            create_facets(e, f);
    }
}

static void op_create(struct emitter *e, const struct op *op, const struct emit_kind *k)
{
    map_put(&e->created, op->new->address, op->new);
    if (k->create)
        k->create(e, op);
    rebuild_hazards(e, op);
    create_facets(e, op);
}

static void op_drop(struct emitter *e, const struct op *op, const struct emit_kind *k)
{
    if (k->drop)
        k->drop(e, op);
    rebuild_hazards(e, op);
    if (!op->aside)
        map_put(&e->created, op->old->address, NULL);
}

static bool is_said(const void *of, const struct field *f)
{
    const char *text;

    switch ((int)f->type) {
    case FIELD_BOOL:
        return field_bool(of, f);
    case FIELD_IDENTS:
    case FIELD_TEXTS:
    case FIELD_OPTIONS:
    case FIELD_LIST:
        return field_list(of, f)->n > 0;
    case FIELD_RECORD:
        return false;
    default:
        text = field_text(of, f);
        return text && *text && !(f->implied && strcmp(text, f->implied) == 0);
    }
}

static void fields_check(struct emitter *e, const struct object *o, const struct record *r, const void *of, int depth)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *field = &r->fields[i];
        const void *nested = field->type == FIELD_RECORD ? *(const void *const *)field_at(of, field) : NULL;

        if (nested && depth < DEPTH_LIMIT)
            fields_check(e, o, field->record, nested, depth + 1);
        /* what need not be stated, the reader names: the multirange type */
        if (e->version < field->since && !(field->flags & FIELD_IF_STATED) && is_said(of, field))
            emit_error(e, "%s: \"%s\" is there from PostgreSQL %d on, and the server is PostgreSQL %d", o->address, field->name,
                       field->since / 10000, e->version / 10000);
    }
}

/* What is said of an object and the server does not know yet: nothing is written that it would not understand. */
static void version_check(struct emitter *e, const struct op *op)
{
    const struct op *f;

    fields_check(e, op->new, &op->new->kind->record, op->new, 0);
    list_each (f, &op->fused)
        if (f->part == PART_SELF && f->new)
            version_check(e, f);
}

static void op_emit(struct emitter *e, const struct op *op)
{
    const struct emit_kind *k = emit_kinds[op_object(op)->kind->id];

    e->op = op;
    e->last = NULL;
    if (op->part == PART_EXTENSION) {
        emit_extensions(e, op);
        return;
    }
    if (op->part != PART_SELF) {
        if (k->part)
            k->part(e, op);
        return;
    }
    if (e->version > 0 && (op->verb == VERB_CREATE || op->verb == VERB_ALTER))
        version_check(e, op);
    switch (op->verb) {
    case VERB_RENAME:
        emit_rename(e, op);
        break;
    case VERB_ASIDE:
    case VERB_STUB:
        if (k->aside)
            k->aside(e, op);
        else
            emit_error(e, "internal: %s can neither be put aside nor stand in for itself",
                       op_object(op)->address);
        break;
    case VERB_DROP:
        op_drop(e, op, k);
        break;
    case VERB_CREATE:
        op_create(e, op, k);
        break;
    case VERB_ALTER:
        if (k->alter)
            k->alter(e, op);
        emit_facets_alter(e, op);
        break;
    }
}

/* Bodies may name what is created later, so they are not looked at when they are made: said once in each
 * transaction that makes one. */
static void bodies_unchecked(struct emitter *e)
{
    struct list all = *e->out;
    struct statement *s;
    bool said = false;

    *e->out = (struct list){0};
    list_each (s, &all) {
        if (!said && list_has(&e->unchecked, s)) {
            e->op = NULL;
            emit_note(e, emit_add(e, "SET LOCAL check_function_bodies = off"),
                      "bodies may name what is created later");
            said = true;
        }
        list_push(e->arena, e->out, s);
        said = said && !emit_stands_outside(&all, s_i);
    }
}

int emit_postgres(struct arena *a, const struct plan *p, const struct emit_options *o, struct diag *d, struct list *ret)
{
    struct emitter e = {.arena = a, .plan = p, .version = o->version, .online = o->online, .diag = d, .out = ret};
    const struct op *op;

    emit_parents_find(&e);
    emit_not_nulls_find(&e);
    list_each (op, &p->ops) {
        if (op->is_fused)
            continue;
        if (op->cut && op->verb != VERB_DROP)
            emit_close(&e);
        op_emit(&e, op);
        if (op->cut && op->verb == VERB_DROP)
            emit_close(&e);
    }
    emit_close(&e);
    if (e.unchecked.n > 0)
        bodies_unchecked(&e);
    emit_search_paths(&e);
    map_clear(&e.created);
    map_clear(&e.late_off);
    map_clear(&e.parents);
    map_clear(&e.not_nulls);
    map_clear(&e.aside);
    return e.errors ? ERR : OK;
}
