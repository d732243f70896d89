/* A plan -> SQL statements with what is known of each: lock, rewrite, transaction, hazards. */
#ifndef KEDGE_EMIT_EMIT_H
#define KEDGE_EMIT_EMIT_H

#include "diff/plan.h"

/* Table locks in order of strength (manual, 13.3.1), and none. */
enum lock {
    LOCK_NONE,
    LOCK_ACCESS_SHARE,
    LOCK_ROW_SHARE,
    LOCK_ROW_EXCLUSIVE,
    LOCK_SHARE_UPDATE_EXCLUSIVE,
    LOCK_SHARE,
    LOCK_SHARE_ROW_EXCLUSIVE,
    LOCK_EXCLUSIVE,
    LOCK_ACCESS_EXCLUSIVE,
};
const char *lock_name(enum lock l);   /* "ACCESS EXCLUSIVE" */
const char *lock_effect(enum lock l); /* "blocks reads and writes" */

enum transaction {
    TRANSACTION_ANY,
    TRANSACTION_NEVER,        /* cannot run inside one */
    TRANSACTION_COMMIT_AFTER, /* must be committed before what follows can use it (new enum values) */
    TRANSACTION_OWN,          /* long, and the locks of what came before must be gone meanwhile */
};

enum work { WORK_NONE, WORK_SCAN, WORK_REWRITE, WORK_BUILD }; /* of table data, while the lock is held */

/* emit/hazards.def: HAZARD(id, severity, line, safe form). */
enum hazard_id {
#define HAZARD(id, name, severity, line, safe) HAZARD_##id,
#include "emit/hazards.def"
#undef HAZARD
    HAZARD_COUNT,
};
struct hazard_info {
    const char *name; /* "drop-column" */
    enum severity severity;
    const char *line, *safe;
};
extern const struct hazard_info hazard_infos[HAZARD_COUNT];

struct hazard {
    enum hazard_id id;
    const char *text; /* "the values of public.users.phone are lost" */
};

/* A lock that a statement was seen to take on what existed before. */
struct held {
    enum lock lock;
    const char *on;
};

struct statement {
    const char *sql; /* without a semicolon */
    const struct op *op;
    struct list also; /* struct op: the others of which it has an action */
    bool left_alone; /* changes something that the model leaves alone, which no shadow has */
    const char *provider; /* of the security label that it gives or takes; NULL: another statement */
    const char *note;   /* a comment line for people, or NULL */
    enum lock lock;
    const char *lock_on; /* "public.users"; NULL: nothing that existed before */
    enum work work;
    enum transaction transaction;
    struct list hazards; /* struct hazard */
    struct list held;      /* struct held: seen on a shadow, in place of lock and lock_on */
    struct list rewritten; /* const char *: relations of which the shadow saw every row written anew */
    struct list scanned;   /* the same: every row read */
};

struct emit_options {
    int version; /* of the server the SQL is for (150018) */
    bool online; /* tables that are there already are locked as little as PostgreSQL can */
};

/* Statements (struct statement) in order, in the arena. Objects the plan itself creates take no locks and carry
 * no hazards worth naming. */
int emit_postgres(struct arena *a, const struct plan *p, const struct emit_options *o, struct diag *d, struct list *ret);

/* The statements as a section of a revision file: each with its comments (note, lock and what it blocks, hazards) above it, `-- kedge:autocommit` where it must
 * stand outside a transaction (NEVER; COMMIT_AFTER when a later statement of the list uses it), a semicolon, an empty line between groups. */
void emit_script(struct buf *out, const struct list *statements);
/* Whether statement `at` must run outside a transaction, or be committed before the rest of the list can run. */
bool emit_stands_outside(const struct list *statements, size_t at);
/* For --format json. */
struct node *emit_node(struct arena *a, const struct list *statements);

#endif
