/* What the server printed before, in files: one for each object that was asked about, named by a hash of
 * everything the answer depends on. Safe to delete, and for any number of processes at the same time. Whatever
 * fails here only means that the server is asked again. */
#ifndef KEDGE_SHADOW_CACHE_H
#define KEDGE_SHADOW_CACHE_H

#include "base/list.h"

/* folder: the project's .kedge, made with a .gitignore of its own when first written to; NULL: nothing is kept.
 * key: 64 hex digits. texts: const char *, NULL among them allowed. */
bool cache_get(struct arena *a, const char *folder, const char *key, struct list *ret_texts);
void cache_put(const char *folder, const char *key, const struct list *texts);

#endif
