/* What a table has from others, written out: a partition or child in the model says only what is its own. */
#include "schema/clause.h"
#include "schema/inherit.h"
#include "schema/model_reading.h"
#include <string.h>

/* Tables with parents, parents first. */
static void add_heirs(struct model *m, struct list *ret)
{
    const struct entry *e;

    list_each (e, &m->entries) {
        if (e->o->address && table_attached(e->o))
            list_push(m->arena, ret, e->o);
    }
}

static struct object *find_parent(const struct model *m, const struct object *table, size_t i)
{
    const char *name = table_parent_name(table, i);
    struct object *o = name ? model_relation(m, entry_of(table)->schema, name) : NULL;

    return o && o->kind->id == KIND_TABLE && o != table ? o : NULL;
}

static bool is_ready(const struct model *m, const struct object *table, const struct map *waiting)
{
    for (size_t i = 0; table_parent_name(table, i); i++) {
        const struct object *parent = find_parent(m, table, i);

        if (parent && map_get(waiting, parent->address))
            return false;
    }
    return true;
}

typedef void each_fn(struct model *m, struct object *table);

/* Calls fn with every table that has parents, after it was called with them. */
static void each_heir(struct model *m, each_fn *fn)
{
    AUTO_MAP waiting = {0};
    struct list todo = {0}, rest;
    struct object *table;

    add_heirs(m, &todo);
    list_each (table, &todo)
        map_put(&waiting, table->address, table);
    for (size_t before = todo.n + 1; todo.n && todo.n < before; todo = rest) {
        before = todo.n;
        rest = (struct list){0};
        list_each (table, &todo) {
            if (is_ready(m, table, &waiting)) {
                fn(m, table);
                map_put(&waiting, table->address, NULL);
            } else {
                list_push(m->arena, &rest, table);
            }
        }
        if (rest.n == before)
            break;
    }
}

/* ---- columns ---- */

static struct object *copy_child(struct model *m, struct object *table, const struct object *from)
{
    struct object *o =
        model_object(m, from->kind, NULL, from->name, table, table->at, entry_of(from)->schema);

    record_copy(m->arena, &from->kind->record, o, from);
    return o;
}

static struct object *copy_column(struct model *m, struct object *table, const struct object *from)
{
    struct object *o = copy_child(m, table, from);
    struct column *c = (struct column *)o;

    c->inherited = true;
    if (c->not_null_no_inherit) {
        c->not_null = c->not_null_no_inherit = false;
        c->not_null_name = NULL;
    }
    c->not_null_comment = NULL;
    c->identity = NULL;
    c->statistics = NULL;
    c->options = (struct list){0};
    catalog_add(m->catalog, o);
    return o;
}

static struct object *attribute_column(struct model *m, struct object *table, const struct object *attribute)
{
    const struct attribute *from = (const struct attribute *)attribute;
    struct object *o = model_object(m, kinds[KIND_COLUMN], NULL, attribute->name, table, table->at,
                                    entry_of(attribute)->schema);
    struct column *c = (struct column *)o;

    c->type = from->type;
    c->collation = from->collation;
    catalog_add(m->catalog, o);
    return o;
}

struct columns {
    struct model *model;
    struct object *table;
    struct list order; /* struct object */
    size_t made;
};

static bool has_column(const struct list *l, const char *name)
{
    const struct object *o;

    list_each (o, l) {
        if (strcmp(o->name, name) == 0)
            return true;
    }
    return false;
}

static void take_column(struct columns *x, const struct object *from)
{
    struct object *own = object_child(x->table, KIND_COLUMN, from->name);

    if (has_column(&x->order, from->name))
        return;
    if (own && table_is_partition(x->table))
        ((struct column *)own)->inherited = true;
    if (!own) {
        own = from->kind->id == KIND_COLUMN ? copy_column(x->model, x->table, from)
                                            : attribute_column(x->model, x->table, from);
        x->made++;
    }
    list_push(x->model->arena, &x->order, own);
}

static void take_columns(struct columns *x, const struct object *from)
{
    const struct object *o;

    list_each (o, &from->children) {
        if (o->kind->id == KIND_COLUMN || o->kind->id == KIND_ATTRIBUTE)
            take_column(x, o);
    }
}

/* Those of the parents first, then its own; a partition that says all of them says their order. */
static void order_columns(struct columns *x)
{
    struct list *children = &x->table->children, rest = {0};
    struct object *o;

    list_each (o, children) {
        if (o->kind->id == KIND_COLUMN && !has_column(&x->order, o->name))
            list_push(x->model->arena, &x->order, o);
        else if (o->kind->id != KIND_COLUMN)
            list_push(x->model->arena, &rest, o);
    }
    if (!x->made && !((const struct table *)x->table)->inherits.n)
        return;
    *children = x->order;
    list_each (o, &rest)
        list_push(x->model->arena, children, o);
}

static void missing(struct model *m, const struct object *table, const char *name, const char *what, uint64_t kind)
{
    model_dangling(m, table->at, kind, what, name);
    entry_of(table)->broken = true;
}

static void inherit_columns(struct model *m, struct object *table)
{
    const struct table *t = (const struct table *)table;
    struct columns x = {.model = m, .table = table};
    const struct object *type = NULL;

    if (t->of_type) {
        const char *schema, *name;

        if (name_read(m->arena, t->of_type, NOWHERE, NULL, &schema, &name) == OK)
            type = catalog_type(m->catalog, schema ? schema : entry_of(table)->schema, name);
        if (!type || type->kind->id != KIND_COMPOSITE)
            missing(m, table, t->of_type, "composite type", KIND_BIT(KIND_COMPOSITE));
        else
            take_columns(&x, type);
    }
    for (size_t i = 0; table_parent_name(table, i); i++) {
        struct object *parent = find_parent(m, table, i);

        if (!parent) {
            missing(m, table, table_parent_name(table, i), "table", KIND_BIT(KIND_TABLE));
            continue;
        }
        if (entry_of(parent)->broken)
            entry_of(table)->broken = true;
        take_columns(&x, parent);
    }
    order_columns(&x);
}

/* A circle is left over. */
static void find_circles(struct model *m, const struct object *table)
{
    const struct object *o = table;

    for (int i = 0; i < 1000; i++) {
        o = find_parent(m, o, 0);
        if (!o)
            return;
        if (o == table) {
            diag_error(m->diag, "model.contradiction", table->at, "\"%s\" inherits from itself", table->name);
            entry_of(table)->broken = true;
            return;
        }
    }
}

void model_inherit_columns(struct model *m)
{
    const struct entry *e;

    list_each (e, &m->entries) {
        if (e->o->address && table_inherits(e->o))
            find_circles(m, e->o);
    }
    each_heir(m, inherit_columns);
}

/* ---- constraints ---- */

static void inherit_constraint(struct model *m, struct object *table, const struct object *from)
{
    struct object *own = object_child(table, from->kind->id, from->name);
    bool *inherited;

    if (own && !table_is_partition(table))
        return;
    if (!own) {
        own = copy_child(m, table, from);
        if (from->kind->id == KIND_CHECK) /* that of a new child is valid, whatever the parent's is */
            ((struct check *)own)->not_valid = false;
        if (!model_claim(m, own)) {
            entry_of(own)->broken = true;
            return;
        }
        catalog_add(m->catalog, own);
    }
    inherited = from->kind->id == KIND_CHECK ? &((struct check *)own)->inherited
                                             : &((struct foreign_key *)own)->inherited;
    *inherited = true;
}

static void inherit_constraints(struct model *m, struct object *table)
{
    const struct object *parent, *o;

    for (size_t i = 0; table_parent_name(table, i); i++) {
        parent = find_parent(m, table, i);
        if (!parent)
            continue;
        list_each (o, &parent->children) {
            if (!o->address)
                continue;
            if ((o->kind->id == KIND_CHECK && !((const struct check *)o)->no_inherit) ||
                (o->kind->id == KIND_FOREIGN_KEY && table_is_partition(table)))
                inherit_constraint(m, table, o);
        }
    }
}

void model_inherit_constraints(struct model *m)
{
    each_heir(m, inherit_constraints);
}

/* ---- what follows ---- */

static bool is_taken(const struct object *table, const char *index)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (attached_to(o) && strcmp(attached_to(o), index) == 0)
            return true;
    }
    return false;
}

/* The server makes an index of a partition a part of the first one of its partitioned table that is the same; but an exclusion
 * constraint it makes anew, whatever is there. */
static void attach_index(const struct object *table, struct object *o, const struct object *parent)
{
    const struct object *x;

    list_each (x, &parent->children) {
        if (!attached_to(o) && x->kind == o->kind && x->kind->id != KIND_EXCLUSION && same_index(x, o) && !is_taken(table, x->name))
            set_attached_to(o, x->name);
    }
}

/* What the model does not say of a partition's indexes, with the names that the server would give. */
static void imply_index(struct model *m, struct object *table, const struct object *from)
{
    struct object *o = copy_child(m, table, from);

    o->name = NULL;
    o->name = model_choose_name(m, o);
    o->implied = true;
    if (o->kind->id == KIND_EXCLUSION)
        ((struct exclusion *)o)->index_comment = NULL;
    else if (o->kind->id != KIND_INDEX)
        ((struct key *)o)->index_comment = NULL;
    set_attached_to(o, from->name);
    if (!model_claim(m, o) || catalog_add(m->catalog, o))
        entry_of(o)->broken = true;
}

static void imply_indexes(struct model *m, struct object *table, const struct object *parent)
{
    const struct object *x;

    list_each (x, &parent->children) {
        if (x->address && is_index(x) && !entry_of(x)->broken && !is_taken(table, x->name) &&
            !index_only(x))
            imply_index(m, table, x);
    }
}

static bool is_state(const char *word)
{
    return strcmp(word, "origin") == 0 || strcmp(word, "disabled") == 0 || strcmp(word, "replica") == 0 ||
           strcmp(word, "always") == 0;
}

/* What is as in the table above says nothing. */
static void complete_states(struct model *m, struct table *t)
{
    struct list said = t->trigger_states;
    struct option *o;

    t->trigger_states = (struct list){0};
    list_each (o, &said) {
        const char *above = partition_trigger_state(m->catalog, &t->base, o->name);

        if (!above)
            diag_error(m->diag, "model.reference", t->base.at, "no table above \"%s\" has a row trigger \"%s\"", t->base.name,
                       o->name);
        else if (!is_state(o->value))
            diag_error(m->diag, "model.choice", t->base.at,
                       "the state of trigger \"%s\" is origin, disabled, replica or always, not \"%s\"", o->name, o->value);
        else if (strcmp(above, o->value) != 0)
            list_push(m->arena, &t->trigger_states, o);
    }
}

static void complete_heir(struct model *m, struct object *table)
{
    const struct object *parent, *from;
    struct object *o;

    complete_states(m, (struct table *)table);
    for (size_t i = 0; table_parent_name(table, i); i++) {
        parent = find_parent(m, table, i);
        if (!parent)
            continue;
        list_each (from, &parent->children) {
            struct object *c = from->kind->id == KIND_COLUMN ? object_child(table, KIND_COLUMN, from->name) : NULL;

            if (c && ((const struct column *)from)->not_null && !((const struct column *)from)->not_null_no_inherit)
                ((struct column *)c)->not_null = true;
        }
        list_each (o, &table->children) {
            if (table_is_partition(table))
                attach_index(table, o, parent);
        }
        if (table_is_partition(table) && !entry_of(table)->broken)
            imply_indexes(m, table, parent);
    }
}

void model_inherit_complete(struct model *m)
{
    each_heir(m, complete_heir);
}
