/* A section cut into what can be in one transaction, and what cannot. Pure. */
#ifndef KEDGE_RUNNER_SEGMENT_H
#define KEDGE_RUNNER_SEGMENT_H

#include "revision/file.h"

enum segment_kind { SEGMENT_TRANSACTION, SEGMENT_AUTOCOMMIT, SEGMENT_BATCH };

struct segment {
    enum segment_kind kind;
    size_t first, n; /* of the steps */
};

/* What PostgreSQL runs of a section: steps that are not for another kind of database. */
void steps_choose(struct arena *a, const struct section *section, struct list *ret);
/* struct segment from the step `from` on. */
void segments_cut(struct arena *a, const struct list *steps, size_t from, struct list *ret);
enum segment_kind step_kind(const struct step *step);
/* How many rounds of a batch one run makes: what the file says, else what the run says; 0: no limit. */
int step_round_limit(const struct step *step, int of_run);
/* Whether waiting for its lock blocks nobody else, and stopping it while it waits leaves an invalid index:
 * such statements wait without limit unless a directive says otherwise. */
bool step_is_concurrent(const struct step *step);
/* Sum over the texts of the first n steps. */
void steps_hash(const struct list *steps, size_t n, char ret[65]);

#endif
