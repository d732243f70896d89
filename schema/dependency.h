/* Between the files that find dependencies. */
#ifndef KEDGE_SCHEMA_DEPENDENCY_H
#define KEDGE_SCHEMA_DEPENDENCY_H

#include "schema/model.h"
#include "sql/scan.h"

/* Who depends, and with which part. */
struct dependent {
    struct catalog *catalog;
    const struct list *extensions; /* struct object */
    struct object *o;
    enum part part;
    const struct list *classes;    /* struct operator_class: the default ones */
    const struct list *transforms; /* of the catalog */
};

/* What an expression or query needs. own: the relation whose columns it may name bare, or NULL. */
void depend_on_text(const struct dependent *d, const char *text, const struct object *own);
/* A type by its name, which may be that of a table; returns it, or NULL. What is not known belongs to an extension: any of them. */
struct object *depend_on_type(const struct dependent *d, const char *type);
/* That an expression is of the type, or has it in it. type NULL: nothing. */
void depend_on_expression_type(const struct dependent *d, struct object *type);
void depend_on_column(const struct dependent *d, const struct object *table, const char *name);

/* Names as texts of the object find them: qualified, or in its own schema and then in the managed ones. */
struct object *find_relation(const struct dependent *d, const char *schema, const char *name);

/* The relations after FROM, JOIN, INTO, UPDATE and TABLE, and those that are qualified. found is called with each. */
struct text_scan {
    const struct dependent *d;
    struct arena *arena;
    const char *text;
    const struct token *t; /* t[n] and three more are the end */
    size_t n;
    size_t *match;         /* of an opening parenthesis: its closing one, or n */
    struct list ctes;      /* struct cte */
    struct list relations; /* struct object, each once */
    bool star;             /* every column of what is used */
};
void scan_open(struct text_scan *s);
void scan_relations(struct text_scan *s);

#endif
