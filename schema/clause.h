/* PostgreSQL's clause syntax: the short forms of the model, and the clauses that generated statements are made of. Printing and
 * reading are the two directions of one thing: what clause_x prints, read_x reads back equal. */
#ifndef KEDGE_SCHEMA_CLAUSE_H
#define KEDGE_SCHEMA_CLAUSE_H

#include "schema/object.h"

/* Printing. All text goes through sql/quote.h. */
/* "bigint DEFAULT 1 NOT NULL", what follows the column's name in CREATE TABLE, in pg_dump's order: type, STORAGE is left out, COLLATE,
 * GENERATED or DEFAULT (left out when with_default is false), NOT NULL. Storage, compression, statistics and options are ALTER's. */
void clause_column(struct buf *b, const struct column *c, bool with_default);
void clause_identity(struct buf *b, const struct column *c); /* GENERATED ALWAYS AS IDENTITY (...) */
/* " START WITH 5 INCREMENT BY 2 ...": only what is not implied; each with a leading space. */
void clause_sequence_options(struct buf *b, const struct sequence_options *o);
void clause_key(struct buf *b, const struct object *o);              /* PRIMARY KEY (a) INCLUDE (b) ... , UNIQUE ...; the constraint's name not included */
void clause_foreign_key(struct buf *b, const struct foreign_key *f); /* FOREIGN KEY (a) REFERENCES t(b) ... NOT VALID */
void clause_check(struct buf *b, const struct check *c);             /* CHECK (...) NO INHERIT NOT VALID */
void clause_exclusion(struct buf *b, const struct exclusion *x);     /* EXCLUDE USING gist (...) ... */
void clause_constraint(struct buf *b, const struct object *o);       /* any of the four by kind */
void clause_index(struct buf *b, const struct index *i);             /* USING btree (...) INCLUDE ... WHERE ...: what follows ON table */
void clause_index_key(struct buf *b, const struct index_key *k);
void clause_arguments(struct buf *b, const struct routine *r);       /* a integer, OUT b text DEFAULT 'x' */
void clause_argument(struct buf *b, const struct argument *g, bool say_in); /* one of them; say_in: IN is written too */
void clause_idents(struct buf *b, const struct list *idents);        /* (a, b) */
void clause_options(struct buf *b, const struct list *options);      /* (fillfactor='70', "X"=auto): values as the server spells reloptions */

/* Reading a routine's declaration, the key in the model: touch(integer, b text default 'x'). */
int routine_read_key(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret_schema, const char **ret_name,
                     struct list *ret_args);
/* A canonical type as the server keeps it for arguments and results of routines: it drops their modifiers without a word. */
char *type_without_modifiers(struct arena *a, const char *type);
/* The identifying argument types (IN, INOUT, VARIADIC): "integer, text". */
char *routine_signature(struct arena *a, const struct list *args);

/* Reading a name that may be qualified, all of text: sets *ret_schema to NULL when it is not. */
int name_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret_schema, const char **ret_name);

#endif
