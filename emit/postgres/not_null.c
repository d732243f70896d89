/* Names of NOT NULL constraints: said only where the server would not come to them by itself. */
#include "schema/not_null.h"
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include <string.h>

static const char *key(struct arena *a, const struct object *column, const char *name)
{
    return arena_printf(a, "%s.%s", column->parent->schema, name);
}

/* Constraints of different tables may share a name, but the server chooses none that another has in the schema. */
static void find(struct emitter *e, struct map *seen, const struct catalog *c)
{
    const struct object *o;

    list_each (o, &c->objects) {
        const char *name = o->kind->id == KIND_COLUMN ? ((const struct column *)o)->not_null_name
                           : o->kind->space & SPACE_CONSTRAINT && o->parent->kind->id == KIND_TABLE ? o->name
                                                                                                     : NULL;
        const struct object *other;

        if (!name)
            continue;
        name = key(e->arena, o, name);
        other = map_get(seen, name);
        if (other && strcmp(other->address, o->address) != 0)
            map_put(&e->not_nulls, name, o);
        map_put(seen, name, o);
    }
}

void emit_not_nulls_find(struct emitter *e)
{
    AUTO_MAP seen = {0};

    if (e->version < NOT_NULL_NAMED || !e->plan->diff)
        return;
    find(e, &seen, e->plan->diff->from);
    find(e, &seen, e->plan->diff->to);
}

const char *emit_not_null_name(const struct emitter *e, const struct column *c)
{
    const char *name = c->not_null_name;

    if (e->version < NOT_NULL_NAMED || !name)
        return NULL;
    if (strcmp(name, not_null_name(e->arena, &c->base)) == 0 && !map_get(&e->not_nulls, key(e->arena, &c->base, name)))
        return NULL;
    return name;
}

/* Said where the constraint is made, and where it alone changes. */
void emit_not_null_comment(struct emitter *e, const struct object *o, const struct op *alter)
{
    bool domain = o->kind->id == KIND_DOMAIN;
    const struct column *c = (const struct column *)o;
    const struct domain *d = (const struct domain *)o;
    const char *text, *name;
    bool made;

    if ((!domain && o->kind->id != KIND_COLUMN) || !(domain ? d->not_null : c->not_null))
        return;
    text = domain ? d->not_null_comment : c->not_null_comment;
    name = domain ? d->not_null_name : c->not_null_name;
    made = !alter || op_changed(alter, "not_null") || (!domain && op_changed(alter, "not_null_not_valid") && c->not_null_not_valid);
    if (made ? !text : !op_changed(alter, "not_null_comment"))
        return;
    emit_behind(e, "COMMENT ON CONSTRAINT %s ON %s%s IS %s", emit_ident(e, name ? name : not_null_name(e->arena, o)),
                domain ? "DOMAIN " : "", emit_path(e, domain ? o : o->parent), text ? sql_literal(e->arena, text) : "NULL");
}

void emit_column_clause(struct emitter *e, struct buf *b, const struct column *c, bool with_default)
{
    struct column copy = *c;

    copy.not_null_name = emit_not_null_name(e, c);
    clause_column(b, &copy, with_default);
}
