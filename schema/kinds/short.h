/* The short forms of the kinds (schema/clause_*.c): see struct record. */
#ifndef KEDGE_SCHEMA_KINDS_SHORT_H
#define KEDGE_SCHEMA_KINDS_SHORT_H

#include "schema/object.h"

extern const struct kind_key operator_key, cast_key, transform_key, operator_family_key,
    operator_class_key;
char *routine_sign(struct arena *a, const void *of);

#define SHORT_FORM(x)                                                                                         \
    int x##_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d);         \
    bool x##_write_short(struct buf *out, const void *from)

/* bigint generated always as identity primary key. Constraints in it (primary key, unique, references, check) become children of the column object;
 * the model reader moves them to the table and names them. */
SHORT_FORM(column);
SHORT_FORM(identity);    /* always, by default (start 5) */
SHORT_FORM(attribute);   /* text collate "C" */
SHORT_FORM(key);         /* (a, b) include (c) nulls not distinct deferrable; also written as a YAML list of columns */
SHORT_FORM(foreign_key); /* (a) references users (id) on delete cascade */
SHORT_FORM(check);       /* the expression, maybe followed by no inherit, not valid */
SHORT_FORM(exclusion);   /* using gist (room with =, during with &&) where (...) */
SHORT_FORM(index);       /* [unique] [using btree] (a desc, lower(b)) include (c) where ... */
SHORT_FORM(index_key);   /* lower(b) collate "C" text_pattern_ops desc nulls last */
SHORT_FORM(argument);    /* inout a integer default 1 */
SHORT_FORM(aggregate_argument); /* the same, maybe after order by */
SHORT_FORM(enum_label);  /* the label */
SHORT_FORM(domain);      /* numeric(12,2) default 0 not null check (...) */
SHORT_FORM(family_operator); /* 15 <->(point, point) for order by float_ops */
SHORT_FORM(family_function); /* 1 (integer, bigint) btint48cmp(integer, bigint) */
SHORT_FORM(trigger);     /* before update of a or delete for each row when (...) execute function touch('x') */

/* Dropped with each of them, and not needing any. */
#define DEPENDS_ON_EXTENSIONS(struct_)                                                                       \
    FIELD(struct_, depends_on_extensions, IDENTS, .refers = KIND_BIT(KIND_EXTENSION), .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER, \
          .doc = "Extensions that take it with them when they are dropped.")

#endif
