/* Private to sandbox*.c. */
#ifndef KEDGE_DB_SANDBOX_PARTS_H
#define KEDGE_DB_SANDBOX_PARTS_H

#include "base/diag.h"
#include <sys/types.h>

/* Where the server programs are. */
struct server_programs {
    const char *initdb, *postgres;
    int major;
};
int programs_find(struct arena *a, int major, struct diag *d, struct server_programs *ret);

/* Whom the server runs as: name NULL when as we are, else another because it refuses to run as root. */
struct server_user {
    const char *name;
    uid_t uid;
    gid_t gid;
};
int server_user_find(struct arena *a, struct diag *d, struct server_user *ret);

/* A fresh folder for us and user only. *ret_lock: open and locked as long as its owner lives. */
int sandbox_folder_make(struct arena *a, const struct server_user *user, struct diag *d, const char **ret,
                        int *ret_lock);
/* With everything in it; follows no symbolic link. Best effort. */
void folder_remove(const char *path);

/* Where the files of a new cluster of these programs are kept; NULL without a cache folder. */
const char *template_path(struct arena *a, const struct server_programs *p);
/* Makes data out of the template, if there is one. */
bool template_use(const char *path, const char *data, const struct server_user *user);
/* Makes a template out of data, which no server has used yet. Best effort. */
void template_keep(struct arena *a, const char *path, const char *data);

#endif
