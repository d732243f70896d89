#ifndef KEDGE_SCHEMA_KINDS_ROUTINE_H
#define KEDGE_SCHEMA_KINDS_ROUTINE_H

struct argument {
    const char *mode; /* in, out, inout, variadic */
    const char *name; /* may be NULL */
    const char *type;
    const char *default_;
    bool order_by; /* of an ordered-set aggregate: stands after ORDER BY */
};

/* A type whose values its language gets through a transform. */
struct transformed {
    const char *type;
};

/* Functions and procedures. */
struct routine {
    struct object base;
    struct list args;    /* struct argument; TABLE columns are in returns */
    const char *returns; /* "SETOF public.users", "TABLE(a integer, b text)"; NULL: procedure, or OUT arguments say it */
    const char *language;
    const char *body;     /* text; for C: the symbol */
    const char *library;  /* C: the object file */
    const char *sql_body; /* BEGIN ATOMIC ... END or RETURN ...; then body is NULL */
    const char *volatility; /* volatile, stable, immutable */
    bool strict, security_definer, leakproof, window;
    const char *parallel; /* unsafe, restricted, safe */
    const char *cost, *rows;
    const char *support; /* planner support function */
    struct list transforms; /* struct transformed */
    struct list set;     /* struct option: SET parameter = value */
    struct list depends_on_extensions; /* const char * */
};

#endif
