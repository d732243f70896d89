/* Texts that people wrote may name things without a schema. They mean those of their own schema first, then
 * of the other managed ones; the search path that a revision runs with is only public. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static const char standing[] = "public";

static bool names_bare(const struct op *op)
{
    const struct op *f;

    if (op->new && op->verb != VERB_DROP && op->new->unqualified)
        return true;
    list_each (f, &op->fused) {
        if (names_bare(f)) /* a default in a column in a table: no deeper */
            return true;
    }
    return false;
}

static void path_add(struct buf *path, struct map *seen, const char *schema)
{
    if (!schema || !map_put(seen, schema, schema))
        return;
    if (path->len)
        buf_add(path, ", ");
    buf_ident(path, schema);
}

static const char *path_of(struct emitter *e, const struct object *o)
{
    AUTO_BUF path = {0};
    AUTO_MAP seen = {0};
    const char *schema;

    path_add(&path, &seen, o->schema);
    list_each (schema, &e->plan->diff->to->schemas)
        path_add(&path, &seen, schema);
    path_add(&path, &seen, standing);
    return arena_strndup(e->arena, buf_str(&path), path.len);
}

void emit_search_paths(struct emitter *e)
{
    struct list all = *e->out;
    const char *path = standing;
    struct statement *s;

    if (!e->plan->diff)
        return;
    *e->out = (struct list){0};
    list_each (s, &all) {
        const char *wanted = s->op && names_bare(s->op) ? path_of(e, s->op->new) : path;

        if (strcmp(wanted, path) != 0) {
            e->op = NULL;
            emit_note(e, emit_add(e, "SET LOCAL search_path = %s", wanted),
                      "the model names things without their schema here");
            path = wanted;
        }
        list_push(e->arena, e->out, s);
        if (emit_stands_outside(&all, s_i))
            path = standing; /* the next transaction begins anew */
    }
}
