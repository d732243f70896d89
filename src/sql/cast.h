/* Which built-in types go into which: the rows of pg_cast, and the ways by text. */
#ifndef KEDGE_SQL_CAST_H
#define KEDGE_SQL_CAST_H

#include "base/arena.h"
#include <stdbool.h>

/* A canonical type name taken apart: "numeric(12,2)[]" is base "numeric", modifiers 12 and 2, array. */
struct type_shape {
    const char *base;
    int first, second; /* modifiers; -1: none */
    bool array;
};
struct type_shape sql_type_shape(struct arena *a, const char *type);

bool type_is_text(const struct type_shape *t); /* of its base: text, character varying, character, name */
bool type_is_number(const struct type_shape *t);

enum cast_context {
    CAST_NONE,
    CAST_ASKED,    /* only where it is written */
    CAST_ASSIGNED, /* also where a value is stored in a column: ALTER COLUMN TYPE needs no USING */
};
/* Without regard to casts that users made. A type of the user's goes into itself, and into texts. */
enum cast_context sql_cast(const struct type_shape *from, const struct type_shape *to);

#endif
