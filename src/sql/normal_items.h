/* What sql_normal() works on; only normal.c and normal_parens.c use this. */
#ifndef KEDGE_SQL_NORMAL_ITEMS_H
#define KEDGE_SQL_NORMAL_ITEMS_H

#include "base/arena.h"
#include <stdbool.h>

enum item_kind {
    ITEM_EDGE, /* before the first and after the last */
    ITEM_WORD, /* unquoted, perhaps a keyword */
    ITEM_NAME, /* was quoted, or stands after a dot: never a keyword */
    ITEM_STRING,
    ITEM_NUMBER, /* and parameters */
    ITEM_TYPE,   /* a whole type name after "::" */
    ITEM_OP,
    ITEM_PUNCT,
};

struct item {
    enum item_kind kind;
    const char *text;
    struct item *before, *after;
    struct item *match; /* of ( and [ and their closing ones */
    bool is_cast;       /* the ( of a CAST whose AS is still to come */
    bool range_and;     /* the AND of BETWEEN, or one that may be */
};

/* Takes away the parentheses that certainly change nothing. The items are linked between two edges. */
void normal_drop_parentheses(struct arena *scratch, struct item *first_edge);

static inline bool item_is(const struct item *i, enum item_kind kind, const char *text)
{
    return i->kind == kind && __builtin_strcmp(i->text, text) == 0;
}

static inline void item_remove(struct item *i)
{
    i->before->after = i->after;
    i->after->before = i->before;
}

#endif
