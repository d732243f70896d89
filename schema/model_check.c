/* What cannot be: columns that do not exist, attributes that contradict each other. Found here with the line
 * of the model, before any server is asked. */
#include "schema/inherit.h"
#include "schema/model_reading.h"

#include <string.h>

/* The table of a key, index or trigger, when its columns are known. */
static const struct object *known_table(const struct object *o)
{
    const struct object *table = o->parent;
    return table && table->kind->id == KIND_TABLE && !entry_of(table)->broken ? table : NULL;
}

static void check_column_of(struct model *m, const struct object *o, const struct object *table,
                            const char *name)
{
    if (name && table && !object_child(table, KIND_COLUMN, name))
        column_dangling(m, o->at, table, name);
}

static void check_columns(struct model *m, const struct object *o, const struct object *table,
                          const struct list *names)
{
    const char *name;

    list_each (name, names)
        check_column_of(m, o, table, name);
}

static void check_twice(struct model *m, const struct object *o, const struct list *names)
{
    for (size_t i = 0; i < names->n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (strcmp(names->at[i], names->at[k]) == 0)
                diag_error(m->diag, "model.contradiction", o->at, "the column \"%s\" is in the %s twice",
                           (const char *)names->at[i], o->kind->name);
        }
    }
}

static void check_index_keys(struct model *m, const struct object *o, const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys) {
        if (k->column && k->expression)
            diag_error(m->diag, "model.contradiction", o->at,
                       "a key of an index is a column or an expression, not both");
        else if (!k->column && !k->expression)
            diag_error(m->diag, "model.required", o->at, "a key of an index needs a column or an expression");
        check_column_of(m, o, known_table(o), k->column);
    }
}

static void check_column(struct model *m, const struct column *c)
{
    static const char *const integers[] = {"smallint", "integer", "bigint"};
    int values = (c->default_ != NULL) + (c->generated != NULL) + (c->identity != NULL);
    bool integer = false;

    if (values > 1)
        diag_error(m->diag, "model.contradiction", c->base.at,
                   "a column has only one of a default, a generated expression and an identity");
    for (size_t i = 0; i < sizeof(integers) / sizeof(integers[0]); i++)
        integer = integer || (c->type && strcmp(c->type, integers[i]) == 0);
    if (c->identity && c->type && !integer)
        diag_error(m->diag, "model.contradiction", c->base.at,
                   "an identity column is a smallint, integer or bigint, not %s", c->type);
}

/* The keys of a partition may be those of its partitioned table, and not said again. */
static const struct object *partitioned(const struct catalog *c, const struct object *table)
{
    return table_is_partition(table) ? table_parent(c, table, 0) : NULL;
}

static void check_foreign_key(struct model *m, const struct foreign_key *f)
{
    const struct object *o = &f->base,
                        *table = catalog_table(m->catalog, f->references);
    const char *name;
    size_t errors = m->diag->errors;

    check_columns(m, o, known_table(o), &f->columns);
    check_columns(m, o, known_table(o), &f->on_delete_columns);
    check_twice(m, o, &f->columns);
    list_each (name, &f->on_delete_columns) {
        if (!list_has_text(&f->columns, name))
            diag_error(m->diag, "model.contradiction", o->at, "\"%s\" is no column of the foreign key", name);
    }
    if (!table || entry_of(table)->broken)
        return;
    check_columns(m, o, table, &f->referenced);
    struct list keys = {0};
    const struct object *t = table;
    for (int depth = 0; t && !keys.n && depth < 100; depth++, t = partitioned(m->catalog, t))
        keys_of_columns(m->arena, t, &f->referenced, &keys);
    if (errors < m->diag->errors || f->referenced.n == 0 || keys.n)
        return;
    diag_error(m->diag, "model.reference", o->at,
               "no primary key, unique constraint or unique index of \"%s\" has just "
               "the columns that are referred to",
               f->references);
    diag_related(m->diag, table->at, "the table is here");
}

static void check_key(struct model *m, const struct key *k)
{
    check_columns(m, &k->base, known_table(&k->base), &k->columns);
    check_columns(m, &k->base, known_table(&k->base), &k->include);
    check_twice(m, &k->base, &k->columns);
}

static void check_one_primary_key(struct model *m, const struct object *table)
{
    const struct object *o, *first = NULL;

    list_each (o, &table->children) {
        if (o->kind->id != KIND_PRIMARY_KEY)
            continue;
        if (first) {
            diag_error(m->diag, "model.contradiction", o->at, "\"%s\" has two primary keys", table->name);
            diag_related(m->diag, first->at, "the first is here");
        }
        first = first ? first : o;
    }
}

static void check_function(struct model *m, const struct routine *r)
{
    const struct argument *g;
    bool out = false;

    list_each (g, &r->args)
        out = out || (g->mode && strstr(g->mode, "out"));
    if (r->base.kind->id == KIND_FUNCTION && !r->returns && !out)
        diag_error(m->diag, "model.required", r->base.at, "\"returns\" is missing in function");
    if (r->body && r->sql_body)
        diag_error(m->diag, "model.contradiction", r->base.at,
                   "a routine has a \"body\" or a \"sql_body\", not both");
    if (!r->body && !r->sql_body)
        diag_error(m->diag, "model.required", r->base.at, "\"body\" is missing in %s", r->base.kind->name);
}

static void check_trigger(struct model *m, const struct trigger *t)
{
    bool instead = t->when && strcmp(t->when, "instead of") == 0;
    bool view = t->base.parent->kind->id == KIND_VIEW;

    check_columns(m, &t->base, known_table(&t->base), &t->update_of);
    if (instead && !view)
        diag_error(m->diag, "model.contradiction", t->base.at, "\"instead of\" is for triggers of views");
    if (t->constraint && t->when && strcmp(t->when, "after") != 0)
        diag_error(m->diag, "model.contradiction", t->base.at, "a constraint trigger fires after the event");
}

static void check_statistics(struct model *m, const struct statistics *s)
{
    static const char *const kinds_known[] = {"ndistinct", "dependencies", "mcv"};
    const char *kind;

    list_each (kind, &s->kinds) {
        bool known = false;

        for (size_t i = 0; i < sizeof(kinds_known) / sizeof(kinds_known[0]); i++)
            known = known || strcmp(kind, kinds_known[i]) == 0;
        if (!known) {
            diag_error(m->diag, "model.choice", s->base.at, "\"%s\" is no kind of statistics", kind);
            diag_hint(m->diag, "They are ndistinct, dependencies and mcv.");
        }
    }
    check_columns(m, &s->base, known_table(&s->base), &s->columns);
    check_twice(m, &s->base, &s->columns);
    if (s->columns.n + s->expressions.n == 0)
        diag_error(m->diag, "model.required", s->base.at, "statistics need columns or expressions");
}

/* A shell has nothing, a type both functions. */
static void check_base_type(struct model *m, const struct base_type *t)
{
    static const struct base_type shell;
    const struct record *r = &t->base.kind->record;
    const char *missing = t->input && !t->output ? "output" : "input";

    if (!t->input != !t->output || (!t->input && record_compare(r, t, &shell, t)))
        diag_error(m->diag, "model.required", t->base.at, "\"%s\" is missing in the %s", missing, t->base.address);
    if (t->length && t->storage && strcmp(t->storage, "plain") != 0)
        diag_error(m->diag, "model.contradiction", t->base.at, "a type of fixed length is stored plain");
}

/* A view has no rows of its own. */
static void check_view_column(struct model *m, const struct view_column *c)
{
    const char *what = c->storage ? "storage" : c->compression ? "compression" : c->statistics ? "statistics" : c->options.n ? "options" : NULL;

    if (what && c->base.parent->kind->id == KIND_VIEW)
        diag_error(m->diag, "model.contradiction", c->base.at, "\"%s\" is of columns of tables and materialized views, and \"%s\" is a view",
                   what, c->base.parent->name);
}

static void check_entry(struct model *m, const struct object *o)
{
    const struct exclusion *x = (const struct exclusion *)o;
    const struct index *i = (const struct index *)o;

    switch ((int)o->kind->id) { /* the others have nothing of their own */
    case KIND_TABLE:
        check_one_primary_key(m, o);
        break;
    case KIND_COLUMN:
        check_column(m, (const struct column *)o);
        break;
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        check_key(m, (const struct key *)o);
        break;
    case KIND_FOREIGN_KEY:
        check_foreign_key(m, (const struct foreign_key *)o);
        break;
    case KIND_EXCLUSION:
        check_index_keys(m, o, &x->elements);
        check_columns(m, o, known_table(o), &x->include);
        break;
    case KIND_INDEX:
        check_index_keys(m, o, &i->keys);
        check_columns(m, o, known_table(o), &i->include);
        break;
    case KIND_BASE_TYPE:
        check_base_type(m, (const struct base_type *)o);
        break;
    case KIND_STATISTICS:
        check_statistics(m, (const struct statistics *)o);
        break;
    case KIND_FUNCTION:
    case KIND_PROCEDURE:
        check_function(m, (const struct routine *)o);
        break;
    case KIND_VIEW_COLUMN:
        check_view_column(m, (const struct view_column *)o);
        break;
    case KIND_TRIGGER:
        check_trigger(m, (const struct trigger *)o);
        break;
    default:
        break;
    }
}

void model_check(struct model *m)
{
    const struct entry *e;

    list_each (e, &m->entries) {
        if (!e->broken && e->o->address) {
            check_entry(m, e->o);
            privileges_check(m, e->o);
        }
    }
}
