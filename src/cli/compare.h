/* The model beside the live database, or any two sides: what diff, check and revision --autogenerate share. */
#ifndef KEDGE_CLI_COMPARE_H
#define KEDGE_CLI_COMPARE_H

#include "cli/filter.h"
#include "cli/project.h"
#include "cli/side.h"
#include "diff/diff.h"
#include "emit/emit.h"
#include "shadow/shadow.h"

struct compare {
    struct side from_side, to_side;
    struct catalog *from, *to;             /* what is visible of them */
    struct catalog *whole_from, *whole_to; /* and all, when a filter hides something; else NULL */
    struct diff *diff;                     /* from the one to the other */
    struct filter *filter;
    struct shadow_counts counts;
    struct shadow_options shadow; /* --shadow, else the configuration, else auto */
    struct replay replay;         /* where a side was replayed; sandbox NULL: nowhere */
    int version;                  /* of the server that SQL is for */
    size_t statements;            /* sent to live databases so far */
    bool unmodelled; /* a side holds what kedge does not model; it was said */
};

/* Reads both sides (see side_find()), leaves out what is filtered, settles canonical forms, compares. depends:
 * the differences are to become a plan, for which dependencies are read too. */
int compare_open(struct cli *c, const char *from, const char *to, bool depends, struct compare *ret);
void compare_close(struct compare *compare);
#define AUTO_COMPARE __attribute__((cleanup(compare_close))) struct compare

/* The tables of the runner: const char *, "schema.name", not quoted. */
void compare_own_tables(struct cli *c, struct list *ret);
/* The live side alone, filtered. schemas: const char *, empty: all. */
int compare_read_live(struct cli *c, struct db *db, const struct list *schemas, unsigned what, struct catalog **ret);
/* A live catalog as a model should state it: without versions of extensions, and without owners and privileges but where they are wanted:
 * what is not stated is not managed. */
void compare_unmanage(struct catalog *live, bool owners, bool privileges);
/* What the catalog holds and kedge does not model, on stderr, one line each. */
void compare_say_unmodelled(struct cli *c, const struct catalog *catalog);
/* --strict: ERR where a side holds what kedge does not model. */
int compare_strict(struct cli *c, const struct compare *compare);

/* Statements that carry out a diff, and the plan they come from, which the caller frees. */
int compare_statements(struct cli *c, const struct diff *diff, int version, struct plan **ret_plan,
                       struct list *ret);

/* "column public.users.phone is missing in the database" */
void pair_describe(struct buf *out, const struct pair_of *pair);
/* Whether it is no mere part of something that is itself new or gone. */
bool pair_stands_alone(const struct diff *diff, const struct pair_of *pair);
/* Renames that look likely and were not declared, on stderr. */
void compare_say_suggestions(struct cli *c, const struct diff *diff);

#endif
