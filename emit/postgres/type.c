/* What a change of a column's type costs and risks: by the rules of ATColumnChangeRequiresRewrite() and the
 * casts of pg_cast. Of types it does not know it says the worse. */
#include "sql/cast.h"
#include "sql/type.h"
#include "emit/postgres/emit.h"
#include <stdlib.h>
#include <string.h>

enum { DEPTH_LIMIT = 16 }; /* of domains over domains */

/* NULL also for an array of it. */
static const struct domain *domain_of(const struct emitter *e, const struct catalog *catalog, const char *type)
{
    const char *schema, *name;
    const struct object *o;
    bool array;

    sql_type_parts(e->arena, type, &schema, &name, &array);
    if (!catalog || array || (schema && strcmp(schema, "pg_catalog") == 0))
        return NULL;
    o = catalog_type(catalog, schema, name);
    return o && o->kind->id == KIND_DOMAIN ? (const struct domain *)o : NULL;
}

static const struct domain *domain_find(const struct emitter *e, const char *type)
{
    const struct diff *diff = e->plan->diff;
    const struct domain *d = diff ? domain_of(e, diff->to, type) : NULL;

    return d || !diff ? d : domain_of(e, diff->from, type);
}

bool type_is_constrained(const struct emitter *e, const char *type)
{
    const struct domain *d;
    const struct object *child;

    for (int i = 0; i < DEPTH_LIMIT && (d = domain_find(e, type)); i++) {
        if (d->not_null)
            return true;
        list_each (child, &d->base.children) {
            if (child->kind->id == KIND_CHECK)
                return true;
        }
        type = d->type;
    }
    return false;
}

static const char *type_under(const struct emitter *e, const char *type)
{
    const struct domain *d;

    for (int i = 0; i < DEPTH_LIMIT && (d = domain_find(e, type)); i++)
        type = d->type;
    return type;
}

static bool is_json(const struct type_shape *t)
{
    return !t->array && (strcmp(t->base, "json") == 0 || strcmp(t->base, "jsonb") == 0);
}

/* The same bytes on disk under another name. */
static const struct {
    const char *from[8], *to[8];
} same_bytes[] = {
    {{"text", "character varying"}, {"text", "character varying"}},
    {{"cidr"}, {"inet"}},
    {{"bit"}, {"bit varying"}},
    {{"integer", "oid", "regclass", "regproc", "regprocedure", "regtype"}, {"oid", "integer"}},
    {{"integer", "oid"}, {"regclass", "regproc", "regprocedure", "regtype", "regrole", "regnamespace"}},
    {{"xml"}, {"text", "character varying"}},
};

static bool bytes_are_same(const char *from, const char *to)
{
    for (size_t i = 0; i < sizeof(same_bytes) / sizeof(*same_bytes); i++) {
        if (is_one_of(from, same_bytes[i].from) && is_one_of(to, same_bytes[i].to))
            return true;
    }
    return false;
}

static bool is_temporal(const char *base)
{
    return strncmp(base, "time", 4) == 0 || strncmp(base, "interval", 8) == 0;
}

/* Whether the modifiers of `to` let everything through that `from` let in. */
static bool modifiers_widen(const struct type_shape *from, const struct type_shape *to)
{
    if (to->first < 0)
        return true;
    if (strcmp(to->base, "numeric") == 0)
        return from->first >= 0 && to->second >= from->second &&
               to->first - to->second >= from->first - from->second;
    if (is_temporal(to->base))
        return to->first >= (from->first < 0 ? 6 : from->first);
    return from->first >= 0 && to->first >= from->first;
}

/* Whether the server knows that the values stay as they are. Its test for numeric wants the same scale;
 * character and bit have none. */
static bool modifiers_keep(const struct type_shape *from, const struct type_shape *to)
{
    if (from->first == to->first && from->second == to->second)
        return true;
    if (strcmp(to->base, "character") == 0 || strcmp(to->base, "bit") == 0)
        return false;
    if (strcmp(to->base, "numeric") == 0)
        return to->first < 0 || (from->first >= 0 && from->second == to->second && to->first >= from->first);
    return modifiers_widen(from, to);
}

static bool rewrites(const struct type_shape *from, const struct type_shape *to)
{
    if (from->array || to->array)
        return from->array != to->array || strcmp(from->base, to->base) != 0 || from->first != to->first ||
               from->second != to->second;
    if (strcmp(from->base, to->base) == 0)
        return !modifiers_keep(from, to);
    if (!bytes_are_same(from->base, to->base))
        return true;
    return to->first >= 0 && (!type_is_text(from) || !modifiers_keep(from, to));
}

static bool number_widens(const struct type_shape *from, const struct type_shape *to)
{
    static const struct {
        const char *base;
        int digits;          /* before the point */
        const char *fits[5]; /* without loss */
    } rows[] = {
        {"smallint", 5, {"integer", "bigint", "real", "double precision"}},
        {"integer", 10, {"bigint", "double precision"}},
        {"bigint", 19, {NULL}},
        {"real", 1000, {"double precision"}},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        if (strcmp(rows[i].base, from->base) != 0)
            continue;
        if (is_one_of(to->base, rows[i].fits))
            return true;
        return strcmp(to->base, "numeric") == 0 && rows[i].digits < 1000 &&
               (to->first < 0 || to->first - to->second >= rows[i].digits);
    }
    return false;
}

/* Every value of the one has its place in the other. */
static bool widens(const struct type_shape *from, const struct type_shape *to)
{
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"date", "timestamp without time zone"},
        {"date", "timestamp with time zone"},
        {"timestamp without time zone", "timestamp with time zone"},
        {"timestamp with time zone", "timestamp without time zone"},
        {"time without time zone", "time with time zone"},
        {"cidr", "inet"},
        {"macaddr", "macaddr8"},
        {"bit", "bit varying"},
        {"jsonb", "json"},
        {"character", "character varying"},
    };

    if (!to->array &&
        (strcmp(to->base, "text") == 0 || (strcmp(to->base, "character varying") == 0 && to->first < 0)))
        return true;
    if (from->array != to->array)
        return false;
    if (strcmp(from->base, to->base) == 0)
        return modifiers_widen(from, to);
    if (type_is_number(from) && type_is_number(to))
        return number_widens(from, to);
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        if (strcmp(rows[i].from, from->base) == 0 && strcmp(rows[i].to, to->base) == 0)
            return modifiers_widen(from, to);
    }
    return false;
}

/* Whether it, or what it is a domain over, was put aside: then only its name is still that of the new one. */
static bool is_aside(const struct emitter *e, const char *type)
{
    const struct domain *d;

    for (int i = 0; i < DEPTH_LIMIT; i++) {
        if (emit_type_now(e, type) != type)
            return true;
        d = domain_find(e, type);
        if (!d)
            break;
        type = d->type;
    }
    return false;
}

/* Of an array its elements, of a domain what is under it, in turns. *ret_levels: of arrays in arrays, by way of domains. */
static const char *element_under(const struct emitter *e, const struct catalog *catalog, const char *type, int *ret_levels)
{
    const struct domain *d;

    *ret_levels = 0;

    for (int i = 0; i < DEPTH_LIMIT; i++) {
        size_t n = strlen(type);

        if (n > 2 && strcmp(type + n - 2, "[]") == 0) {
            type = arena_strndup(e->arena, type, n - 2);
            ++*ret_levels;
        }
        d = domain_of(e, catalog, type);
        if (!d)
            break;
        type = d->type;
    }
    return type;
}

static bool has_cast(const struct catalog *catalog, const char *source, const char *target)
{
    const struct object *o;

    if (!catalog)
        return false;
    list_each (o, &catalog->objects) {
        const struct cast *c = (const struct cast *)o;

        if (o->kind->id == KIND_CAST && strcmp(c->source, source) == 0 && strcmp(c->target, target) == 0)
            return true;
    }
    return false;
}

static bool type_has_cast(const struct emitter *e, const char *from, const char *target)
{
    const struct diff *diff = e->plan->diff;
    const char *source;
    int levels;

    if (!diff)
        return false;
    source = element_under(e, diff->from, from, &levels);
    return has_cast(diff->from, source, target) || has_cast(diff->to, source, target);
}

const char *type_unlimited(const struct emitter *e, const char *type)
{
    const char *under = type_under(e, type);
    struct type_shape t = sql_type_shape(e->arena, under);
    bool array = t.array;

    if (array)
        t = sql_type_shape(e->arena, type_under(e, arena_strndup(e->arena, under, strlen(under) - 2)));
    if (t.array || t.first < 0)
        return NULL;
    if (strncmp(t.base, "bit", 3) == 0)
        return array ? "bit varying[]" : "bit varying";
    return !type_is_text(&t) ? NULL : array ? "text[]" : "text";
}

const char *type_as_text(const struct emitter *e, const char *value, const char *from, bool array)
{
    if (type_has_cast(e, from, "text"))
        return arena_printf(e->arena, "(CASE WHEN %s IS DISTINCT FROM NULL THEN concat(%s) END)", value, value);
    return arena_printf(e->arena, "%s::text%s", value, array ? "[]" : "");
}

struct type_change type_change(struct emitter *e, const char *from, const char *to)
{
    struct type_shape x = sql_type_shape(e->arena, type_under(e, from)), y = sql_type_shape(e->arena, type_under(e, to));
    bool constrained = type_is_constrained(e, to);
    enum cast_context cast = sql_cast(&x, &y);
    bool cuts = type_is_text(&x) && type_unlimited(e, to);

    if (strcmp(from, to) == 0)
        return (struct type_change){.rewrite = false};
    if (is_aside(e, from) && !type_is_text(&y))
        return (struct type_change){.rewrite = true, .narrows = constrained || !widens(&x, &y), .way = USING_TEXT};
    return (struct type_change){.rewrite = constrained || rewrites(&x, &y),
                                .narrows = constrained || !widens(&x, &y),
                                .way = type_has_cast(e, from, y.base) ? USING_TEXT /* it would come first */
                                       : cast == CAST_ASSIGNED        ? USING_NOTHING
                                       : cast == CAST_ASKED && !cuts  ? USING_CAST
                                       : is_json(&y)                  ? USING_JSONB
                                                                      : USING_TEXT};
}

const char *type_number_unit(const struct emitter *e, const char *from, const char *to, bool *ret_arrays)
{
    static const char *const units[] = {"year", "month", "day", "hour", "minute", NULL};
    const struct diff *diff = e->plan->diff;
    const char *last;
    struct type_shape x;
    int levels[2];

    if (!diff)
        return NULL;
    x = sql_type_shape(e->arena, element_under(e, diff->from, from, &levels[0]));
    to = element_under(e, diff->to, to, &levels[1]);
    *ret_arrays = levels[0] > 0;
    if (levels[0] != levels[1])
        return NULL;
    last = strrchr(to, ' ');
    return last && strncmp(to, "interval ", 9) == 0 && type_is_number(&x) && is_one_of(last + 1, units) ? last + 1 : NULL;
}

static const char *base_type_storage(const struct base_type *t)
{
    static const char *const names[][2] = {{"external", "EXTERNAL"}, {"extended", "EXTENDED"}, {"main", "MAIN"}};

    for (size_t i = 0; t->storage && i < sizeof(names) / sizeof(*names); i++) {
        if (strcmp(t->storage, names[i][0]) == 0)
            return names[i][1];
    }
    return "PLAIN";
}

const char *type_storage(struct emitter *e, const char *type)
{
    static const char *const main_[] = {"numeric", "inet", "cidr", NULL};
    static const char *const plain[] = {"smallint",
                                        "integer",
                                        "bigint",
                                        "real",
                                        "double precision",
                                        "money",
                                        "boolean",
                                        "\"char\"",
                                        "name",
                                        "date",
                                        "time without time zone",
                                        "time with time zone",
                                        "timestamp without time zone",
                                        "timestamp with time zone",
                                        "interval",
                                        "uuid",
                                        "oid",
                                        "regclass",
                                        "regproc",
                                        "regtype",
                                        "regrole",
                                        "macaddr",
                                        "macaddr8",
                                        "point",
                                        "line",
                                        "lseg",
                                        "box",
                                        "circle",
                                        "pg_lsn",
                                        "tid",
                                        "xid",
                                        "cid",
                                        "tsquery",
                                        "oidvector",
                                        "int2vector",
                                        NULL};
    const struct type_shape t = sql_type_shape(e->arena, type_under(e, type));
    const char *schema, *name;
    const struct object *o = NULL;
    bool array;

    if (t.array)
        return "EXTENDED";
    if (is_one_of(t.base, main_))
        return "MAIN";
    sql_type_parts(e->arena, t.base, &schema, &name, &array);
    if (e->plan->diff && e->plan->diff->to)
        o = catalog_type(e->plan->diff->to, schema, name);
    if (o && o->kind->id == KIND_BASE_TYPE)
        return base_type_storage((const struct base_type *)o);
    return is_one_of(t.base, plain) || (o && o->kind->id == KIND_ENUM) ? "PLAIN" : "EXTENDED";
}
