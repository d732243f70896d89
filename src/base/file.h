/* Files whole, and never half written: write beside, fsync, rename. */
#ifndef KEDGE_BASE_FILE_H
#define KEDGE_BASE_FILE_H

#include "base/diag.h"

/* Reads a file into a source in the arena. Refuses folders, more than max bytes (0: 64 MB), NUL bytes and invalid UTF-8,
 * each with its location. */
int file_read(struct arena *a, const char *path, size_t max, struct diag *d, struct source **ret);
/* mode 0: as umask says. Replaces an existing file only when replace is true. */
int file_write(const char *path, const char *text, size_t len, bool replace, struct diag *d);
bool file_exists(const char *path);
bool file_is_folder(const char *path);
/* Names in a folder that end in suffix, sorted bytewise, not starting with a dot. */
int folder_list(struct arena *a, const char *path, const char *suffix, struct diag *d, struct list *ret);
int folder_make(const char *path, struct diag *d); /* with parents; fine if it exists */
char *path_join(struct arena *a, const char *folder, const char *name); /* name absolute: name */
char *path_folder(struct arena *a, const char *path);                   /* the folder part, "." if none */

#endif
