#ifndef KEDGE_SCHEMA_KINDS_RULE_H
#define KEDGE_SCHEMA_KINDS_RULE_H

struct rule {
    struct object base;
    const char *event;     /* insert, update, delete, select */
    bool instead;
    const char *condition; /* WHERE, without the word */
    const char *action;    /* a statement, or several in parentheses; NULL: nothing */
    const char *enabled;   /* origin, disabled, replica, always */
};

#endif
