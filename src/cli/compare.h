/* The model beside the live database: what diff, check and revision --autogenerate share. */
#ifndef KEDGE_CLI_COMPARE_H
#define KEDGE_CLI_COMPARE_H

#include "cli/filter.h"
#include "cli/project.h"
#include "diff/diff.h"
#include "emit/emit.h"
#include "shadow/shadow.h"

struct compare {
    struct catalog *model, *live;             /* what is visible of them */
    struct catalog *whole_model, *whole_live; /* and all, when a filter hides something; else NULL */
    struct diff *diff;                        /* from the database to the model */
    struct filter *filter;
    struct shadow_counts counts;
    size_t statements; /* sent to the live database so far */
    bool unmodelled; /* the database holds what kedge does not model; it was said */
};

/* Reads both sides, leaves out what is filtered, settles canonical forms, compares. With db NULL it connects
 * itself. depends: the differences are to become a plan, for which dependencies are read too. */
int compare_open(struct cli *c, struct db *db, bool depends, struct compare *ret);
void compare_close(struct compare *compare);
#define AUTO_COMPARE __attribute__((cleanup(compare_close))) struct compare

/* Where the shadow is: --shadow, else the configuration, else auto. */
int compare_shadow(struct cli *c, int version, struct shadow_options *ret);

/* The live side alone, filtered. schemas: const char *, empty: all. */
int compare_read_live(struct cli *c, struct db *db, const struct list *schemas, bool depends, struct catalog **ret);
/* A live catalog as a model should state it: without versions of extensions, and without owners and privileges but where they are wanted:
 * what is not stated is not managed. */
void compare_unmanage(struct catalog *live, bool owners, bool privileges);
/* What the catalog holds and kedge does not model, on stderr, one line each. */
void compare_say_unmodelled(struct cli *c, const struct catalog *catalog);

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
