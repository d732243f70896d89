/* What the rooms of the proof share: a shadow on which both directions run. */
#ifndef KEDGE_SHADOW_STAGE_H
#define KEDGE_SHADOW_STAGE_H

#include "shadow/keep.h"
#include "shadow/touched.h"

struct stage {
    struct arena *arena;
    struct db *db, *second;
    struct catalog *from, *to;                  /* the touched parts */
    struct catalog *start, *up, *wanted, *down; /* as read back */
    struct touched *touched;
    bool rows;          /* wanted in the tables */
    struct list filled; /* struct filled */
    struct list refilled; /* const char *: oids of tables that have rows since a table was made again */
    struct kept kept;   /* what was in them when last looked at */
    struct list unfit;  /* const char *: what fails over rows that are not as a statement wants them */
    struct list providers; /* const char *: of security labels; not loaded */
    bool lost;          /* rows or values are */
    bool certain;       /* what fails says nothing about made-up rows: it fails over any */
};

/* stage_rows.c: takes note of the rows that are there. */
int stage_take_rows(struct stage *s, struct diag *d);
/* Tables that are not dropped keep their rows, and these their values; notes are taken again. Half way, rows that move are nowhere. */
int stage_check_rows(struct stage *s, const struct list *statements, bool up, bool half_way, struct diag *d, const char **ret_wrong);

/* stage_run.c: runs the statements of a direction. *ret_wrong: what failed, and not for the sake of made-up rows. */
int stage_run(struct stage *s, const struct list *statements, bool up, struct diag *d, const char **ret_wrong);

#endif
