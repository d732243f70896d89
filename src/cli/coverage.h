/* docs/coverage.md. */
#ifndef KEDGE_CLI_COVERAGE_H
#define KEDGE_CLI_COVERAGE_H

#include "base/buf.h"

void coverage_markdown(struct buf *out);

#endif
