#ifndef KEDGE_SCHEMA_KINDS_TRIGGER_H
#define KEDGE_SCHEMA_KINDS_TRIGGER_H

struct trigger {
    struct object base;
    const char *when;       /* before, after, instead of */
    struct list events;     /* const char *: insert, update, delete, truncate, in this order */
    struct list update_of;  /* const char *: columns */
    const char *for_;       /* row, statement; YAML key `for` */
    const char *condition;  /* WHEN (...), without the parentheses */
    const char *function;   /* public.touch, canonical name without arguments */
    struct list args;       /* const char * */
    bool constraint, deferrable, initially_deferred;
    const char *from;       /* constraint trigger: the other table */
    const char *old_table, *new_table; /* transition tables */
    const char *enabled;    /* origin, disabled, replica, always */
    struct list depends_on_extensions; /* const char * */
    const char *constraint_comment; /* on the constraint that it is too */
};

struct event_trigger {
    struct object base;
    const char *event;    /* ddl_command_start, ddl_command_end, sql_drop, table_rewrite, login */
    struct list tags;     /* const char *: CREATE TABLE; none: every command */
    const char *function; /* public.audit */
    const char *enabled;  /* origin, disabled, replica, always */
};

#endif
