/* What clauses are printed with, in the two spellings: upper case for statements, lower case for the short forms of the model. */
#ifndef KEDGE_SCHEMA_CLAUSE_PRINTER_H
#define KEDGE_SCHEMA_CLAUSE_PRINTER_H

#include "schema/clause.h"

struct printer {
    struct buf *b;
    bool lower;
};

/* Keywords, given in upper case. */
void print_words(const struct printer *p, const char *words);

/* Each starts with a space where it says something, but for the keys, the references and the identity. */
void print_keys(const struct printer *p, const struct list *keys); /* (a, lower(b) DESC) */
void print_index_key(const struct printer *p, const struct index_key *k);
void print_include(const struct printer *p, const struct list *include);
void print_with(const struct printer *p, const struct list *with);
void print_tablespace(const struct printer *p, const char *words, const char *tablespace);
void print_deferrable(const struct printer *p, bool deferrable, bool initially_deferred);
void print_key_columns(const struct printer *p, const struct list *columns, bool without_overlaps);
void print_period_columns(const struct printer *p, const struct list *columns, bool period);
void print_references(const struct printer *p, const struct foreign_key *f); /* REFERENCES t(a) ON DELETE ... NOT VALID */
/* GENERATED ALWAYS AS IDENTITY; sequence NULL: not said. */
void print_identity(const struct printer *p, const struct identity *i, const char *sequence);
void print_sequence_options(const struct printer *p, const struct sequence_options *o);
/* Of a whole declaration, without its parentheses. */
void print_arguments(const struct printer *p, const struct routine *r);
void print_argument(const struct printer *p, const struct argument *g, bool say_in);

#endif
