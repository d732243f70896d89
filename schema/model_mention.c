/* Fields that name functions, operators and the like: found in the default schema of the file, then in the managed ones; what is not
 * found is the server's own, or an extension's. */
#include "schema/mention.h"
#include "schema/model_reading.h"
#include "sql/type.h"
#include <string.h>

static const char *resolve_types(struct model *m, const struct entry *e, const char *types)
{
    AUTO_BUF b = {0};
    size_t end;

    while (types && *types) {
        const char *type = strncmp(types, "none", 4) == 0 && (types[4] == ',' || !types[4])
                               ? (end = 4, "none")
                               : sql_type_read(m->arena, types, &end, e->o->at, m->diag);

        if (!type)
            break;
        buf_addf(&b, "%s%s", b.len ? ", " : "", model_type(m, e, type));
        types += end;
        types += strspn(types, ", ");
    }
    return arena_strdup(m->arena, buf_str(&b));
}

static void find(struct model *m, const char *file_schema, struct mention *name, uint64_t of, struct list *ret)
{
    if (!name->schema && file_schema) {
        name->schema = file_schema;
        mention_find(m->catalog, name, of, m->arena, ret);
        name->schema = NULL;
    }
    if (!ret->n)
        mention_find(m->catalog, name, of, m->arena, ret);
}

/* Whether it could be anywhere but in the model. */
static bool may_be_elsewhere(const struct model *m, const struct mention *name)
{
    return !name->schema || m->has_extensions || !list_has_text(&m->catalog->schemas, name->schema);
}

static const char *what_kind(uint64_t of)
{
    for (int i = 0; i < KIND_COUNT; i++)
        if (of >> i & 1)
            return kinds[i]->name;
    return "object";
}

static void resolve(struct model *m, const struct entry *e, const struct field *f, const char **text)
{
    struct mention name;
    struct list found = {0};
    const struct object *o;

    if (mention_read(m->arena, *text, e->o->at, m->diag, &name) < 0)
        return;
    if (name.types)
        name.types = resolve_types(m, e, name.types);
    find(m, e->schema, &name, f->refers, &found);
    o = found.n ? found.at[0] : NULL;
    if (name.schema && strcmp(name.schema, "pg_catalog") == 0)
        name.schema = NULL; /* the server leaves it out as well */
    else if (o)
        name.schema = o->schema;
    else if (!(f->flags & FIELD_LOOSE) && !may_be_elsewhere(m, &name))
        model_dangling(m, e->o->at, f->refers, what_kind(f->refers), *text);
    if (!(f->flags & FIELD_SIGNED))
        name.types = NULL;
    else if (!name.types && found.n == 1)
        name.types = o->signature;
    *text = mention_text(m->arena, &name);
}

static void resolve_record(struct model *m, const struct entry *e, const struct record *r, void *of)
{
    const char *name;

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        void *at = (char *)of + f->offset, *item;
        const char **text = at;

        if (f->type == FIELD_IDENTS && f->refers)
            list_each (name, (struct list *)at)
                if (!catalog_named(m->catalog, f->refers, NULL, name) && strcmp(name, "plpgsql") != 0) /* that one is always there */
                    model_dangling(m, e->o->at, f->refers, what_kind(f->refers), name);
        if (f->type == FIELD_NAME && f->refers && *text)
            resolve(m, e, f, text);
        else if (f->type == FIELD_LIST)
            list_each (item, (struct list *)at)
                resolve_record(m, e, f->record, item);
    }
}

void model_mentions(struct model *m, struct entry *e)
{
    resolve_record(m, e, &e->o->kind->record, e->o);
}
