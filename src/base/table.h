/* Aligned columns for people; the JSON for programs is made from nodes. */
#ifndef KEDGE_BASE_TABLE_H
#define KEDGE_BASE_TABLE_H

#include "base/buf.h"

struct table;
struct table *table_new(struct arena *a, const char *const *heads, size_t columns); /* heads NULL: no heading */
void table_row(struct table *t, const char *const *cells);                          /* NULL cell: empty */
void table_render(const struct table *t, struct buf *out, bool colour);

#endif
