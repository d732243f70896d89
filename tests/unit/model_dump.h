/* A catalog as text, one line an object: "column public.users.id: type=bigint not_null identity={...} <- what
 * it depends on". */
#ifndef KEDGE_TESTS_MODEL_DUMP_H
#define KEDGE_TESTS_MODEL_DUMP_H

#include "harness.h"
#include "schema/model.h"

UNUSED static void dump_record(struct buf *b, const struct record *r, const void *of);

UNUSED static void dump_field(struct buf *b, const struct field *f, const void *of)
{
    const void *at = field_at(of, f);
    const struct list *l = at;
    const struct option *o;
    const void *item;
    bool first = true;

    if (f->type == FIELD_BOOL) {
        if (field_bool(of, f))
            buf_addf(b, " %s", f->name);
    } else if (f->type == FIELD_RECORD) {
        if (*(void *const *)at) {
            buf_addf(b, " %s={", f->name);
            dump_record(b, f->record, *(void *const *)at);
            buf_add(b, " }");
        }
    } else if (f->type == FIELD_LIST || f->type == FIELD_IDENTS || f->type == FIELD_TEXTS ||
               f->type == FIELD_OPTIONS) {
        if (l->n == 0)
            return;
        buf_addf(b, " %s=[", f->name);
        list_each (item, l) {
            buf_sep(b, &first, f->type == FIELD_LIST ? "," : ", ");
            if (f->type == FIELD_LIST) {
                dump_record(b, f->record, item);
            } else if (f->type == FIELD_OPTIONS) {
                o = item;
                buf_addf(b, "%s=%s", o->name, o->value);
            } else {
                buf_add(b, item);
            }
        }
        buf_add(b, f->type == FIELD_LIST ? " ]" : "]");
    } else if (*(const char *const *)at) {
        buf_addf(b, " %s=%s", f->name, *(const char *const *)at);
    }
}

UNUSED static void dump_record(struct buf *b, const struct record *r, const void *of)
{
    for (size_t i = 0; i < r->n_fields; i++)
        dump_field(b, &r->fields[i], of);
}

UNUSED static void dump_object(struct buf *b, const struct object *o)
{
    const char *former;

    buf_add(b, o->address);
    if (o->implied)
        buf_add(b, " (implied)");
    buf_addc(b, ':');
    if (o->comment)
        buf_addf(b, " comment=%s", o->comment);
    if (o->owner)
        buf_addf(b, " owner=%s", o->owner);
    list_each (former, &o->renamed_from)
        buf_addf(b, " renamed_from=%s", former);
    dump_record(b, &o->kind->record, o);
    buf_addc(b, '\n');
}

UNUSED static char *dump_catalog(struct arena *a, const struct catalog *c)
{
    struct buf b = {0};
    const struct object *o;

    list_each (o, &c->objects)
        dump_object(&b, o);
    return buf_take(&b, a);
}

/* What o depends on, sorted: "table public.users, default: sequence public.s". */
UNUSED static int dump_order(const void *x, const void *y)
{
    return strcmp(x, y);
}

UNUSED static char *dump_depends(struct arena *a, const struct object *o)
{
    static const char *const parts[] = {"", "default: ", "owned by: ", "body: ", "late: "};
    struct list lines = {0};
    struct buf b = {0};
    const struct depend *d;
    const char *line;
    bool first = true;

    list_each (d, &o->depends)
        list_push(a, &lines, arena_printf(a, "%s%s", parts[d->part], d->on->address));
    list_sort(&lines, dump_order);
    list_each (line, &lines) {
        buf_sep(&b, &first, ", ");
        buf_add(&b, line);
    }
    return buf_take(&b, a);
}

#endif
