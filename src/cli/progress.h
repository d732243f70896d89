/* What the runner does, told while it happens: one line a revision; on a terminal a line that lives while a
 * statement takes long; with --format json one event a line on stdout. */
#ifndef KEDGE_CLI_PROGRESS_H
#define KEDGE_CLI_PROGRESS_H

#include "cli/cli.h"
#include "runner/runner.h"

struct progress;
struct progress *progress_start(struct cli *c);
void progress_event(void *ctx, const struct run_event *e); /* ctx: struct progress */
void progress_stop(struct progress *p);
const char *duration_text(struct arena *a, double seconds); /* "12 ms", "1.5 s", "2 min 05 s" */

#endif
