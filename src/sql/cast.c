#include "sql/cast.h"

#include "base/list.h"
#include <stdlib.h>
#include <string.h>

struct type_shape sql_type_shape(struct arena *a, const char *type)
{
    struct type_shape t = {.first = -1, .second = -1};
    const char *open = strchr(type, '('), *close = open ? strchr(open, ')') : NULL;
    size_t n = strlen(type);

    if (n > 2 && strcmp(type + n - 2, "[]") == 0) {
        t.array = true;
        n -= 2;
    }
    if (strchr(type, '"') || !close) {
        t.base = arena_strndup(a, type, n);
        return t;
    }
    t.base =
        arena_printf(a, "%.*s%.*s", (int)(open - type), type, (int)(type + n - close - 1), close + 1);
    t.first = atoi(open + 1);
    open = strchr(open, ',');
    if (open && open < close)
        t.second = atoi(open + 1);
    else if (strcmp(t.base, "numeric") == 0)
        t.second = 0;
    return t;
}

static const char *const texts[] = {"text", "character varying", "character", "name", NULL};
static const char *const numbers[] = {"smallint", "integer",          "bigint", "numeric",
                                      "real",     "double precision", NULL};

/* From any of the left to any of the right. */
struct row {
    const char *from[8], *to[8];
};

/* Implicit ones, and those for assignment. */
static const struct row assigned[] = {
    {{"smallint", "integer", "bigint", "numeric", "real", "double precision"},
     {"smallint", "integer", "bigint", "numeric", "real", "double precision"}},
    {{"integer", "bigint", "numeric"}, {"money"}},
    {{"money"}, {"numeric"}},
    {{"smallint", "integer", "bigint"},
     {"oid", "regclass", "regproc", "regprocedure", "regtype", "regrole", "regnamespace"}},
    {{"oid", "regclass", "regproc", "regprocedure", "regtype", "regrole", "regnamespace"},
     {"oid", "integer", "bigint"}},
    {{"oid"}, {"regclass", "regproc", "regprocedure", "regtype", "regrole", "regnamespace"}},
    {{"text", "character varying"}, {"regclass"}},
    {{"bit", "bit varying"}, {"bit", "bit varying"}},
    {{"date"}, {"timestamp without time zone", "timestamp with time zone"}},
    {{"timestamp without time zone"}, {"date", "time without time zone", "timestamp with time zone"}},
    {{"timestamp with time zone"},
     {"date", "time without time zone", "timestamp without time zone", "time with time zone"}},
    {{"time without time zone"}, {"interval", "time with time zone"}},
    {{"interval", "time with time zone"}, {"time without time zone"}},
    {{"cidr", "inet"}, {"cidr", "inet"}},
    {{"macaddr", "macaddr8"}, {"macaddr", "macaddr8"}},
    {{"json", "jsonb"}, {"json", "jsonb"}},
    {{"point"}, {"box"}},
    {{"polygon"}, {"path"}},
    {{"path", "box"}, {"polygon"}},
};

static const struct row asked[] = {
    {{"integer"}, {"boolean", "bit", "\"char\""}},
    {{"boolean", "\"char\""}, {"integer"}},
    {{"bigint"}, {"bit"}},
    {{"bit"}, {"integer", "bigint"}},
    {{"text", "character varying", "character", "name"}, {"xml"}},
    {{"jsonb"}, {"boolean", "numeric", "smallint", "integer", "bigint", "real", "double precision"}},
    {{"box", "circle", "lseg", "path", "polygon"}, {"point"}},
    {{"polygon", "circle"}, {"box"}},
    {{"box", "polygon"}, {"circle"}},
    {{"box"}, {"lseg"}},
};

#define IN(rows, from, to) is_in(rows, sizeof(rows) / sizeof(*(rows)), from, to)

static bool is_in(const struct row *rows, size_t n, const struct type_shape *from, const struct type_shape *to)
{
    for (size_t i = 0; i < n; i++) {
        if (is_one_of(from->base, rows[i].from) && is_one_of(to->base, rows[i].to))
            return true;
    }
    return false;
}

bool type_is_text(const struct type_shape *t)
{
    return is_one_of(t->base, texts);
}

bool type_is_number(const struct type_shape *t)
{
    return is_one_of(t->base, numbers);
}

enum cast_context sql_cast(const struct type_shape *from, const struct type_shape *to)
{
    if (type_is_text(to) && (!to->array || from->array)) /* every type can be written as text */
        return CAST_ASSIGNED;
    if (from->array == to->array && (strcmp(from->base, to->base) == 0 || IN(assigned, from, to)))
        return CAST_ASSIGNED;
    if (type_is_text(from) && !from->array) /* and read from it */
        return CAST_ASKED;
    return from->array == to->array && IN(asked, from, to) ? CAST_ASKED : CAST_NONE;
}
