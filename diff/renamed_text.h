/* Texts of the old side with the new names in them. */
#ifndef KEDGE_DIFF_RENAMED_TEXT_H
#define KEDGE_DIFF_RENAMED_TEXT_H

#include "schema/object.h"
#include "sql/scan.h"

struct name_changes {
    struct arena *arena;
    struct map names;    /* "schema.name" (quoted path) -> struct name_change */
    struct map schemas;  /* old schema -> new name */
    struct map tops;     /* "kind name" of what is in no schema -> new name; "kind schema.name" of an operator class or family */
    struct list columns; /* struct column_change */
    struct list labels;  /* struct label_change */
};

struct column_change {
    const struct object *table; /* in the clone */
    const char *name, *to_name;
};

/* `o` is the clone's, still under its old name. */
void name_change_note(struct name_changes *c, struct object *o, const struct object *to);
void name_changes_clear(struct name_changes *c);

/* Everything that the object says of others, and of its own columns. All of the clone are still under their old names. */
void renamed_texts(const struct name_changes *c, const struct catalog *clone, struct object *o);
/* Whether token i is a column of the own table, where the server printed the text: not a function, not part of another's path but NEW. and OLD. */
bool token_is_own_column(const struct token *t, size_t i);
/* Argument types. */
char *renamed_signature(const struct name_changes *c, const char *signature);

#endif
