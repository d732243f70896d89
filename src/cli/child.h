/* Other programs, run without a shell. */
#ifndef KEDGE_CLI_CHILD_H
#define KEDGE_CLI_CHILD_H

#include "base/buf.h"
#include "base/diag.h"

/* With our terminal. argv[0] is looked for in PATH. *ret_status: exit code, or 128 + signal. */
int child_run(const char *const *argv, struct diag *d, int *ret_status);
/* With nothing to read, in a folder (NULL: here), its two outputs kept apart. */
int child_capture(const char *const *argv, const char *folder, struct buf *out, struct buf *err,
                  struct diag *d, int *ret_status);

#endif
