/* What a revision does to rows. */
#ifndef KEDGE_CLI_VERIFY_ROWS_H
#define KEDGE_CLI_VERIFY_ROWS_H

#include "cli/replay.h"

struct verify_rows {
    struct replay before; /* a copy of the database as it was before the revision */
    size_t tables;        /* that had made-up rows */
    const char *fails;    /* what is said when it runs over them; NULL: it does */
    const char *lost;     /* rows or values, where the revision says nothing of data; NULL: none */
};

/* Takes the copy. verify_rows_end() drops it. */
int verify_rows_begin(const struct replay *r, struct verify_rows *ret);
/* r: as it is after the revision: rows are made that fit both sides. Then it is run on the copy, up and, if it can, down. */
int verify_rows_run(struct verify_rows *v, const struct replay *r, const struct graph *g, const struct vertex *of);
void verify_rows_end(struct verify_rows *v);
#define AUTO_VERIFY_ROWS __attribute__((cleanup(verify_rows_end))) struct verify_rows

/* One step of one revision. */
int verify_step(struct replay *r, const struct graph *g, const struct vertex *of, bool down);

#endif
