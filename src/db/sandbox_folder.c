/* The folder of a sandbox: made private, locked while its owner lives, removed with all its contents. */
#include "db/sandbox_parts.h"

#include "base/file.h"
#include "db/sandbox.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define PREFIX "kedge-sandbox-"

enum { DEPTH_MAX = 32, YOUNG = 60 /* s */ };

int server_user_find(struct arena *a, struct diag *d, struct server_user *ret)
{
    static const char *const names[] = {"postgres", "nobody"};
    *ret = (struct server_user){.uid = geteuid(), .gid = getegid()};
    if (geteuid() != 0)
        return OK;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        const struct passwd *p = getpwnam(names[i]);
        if (p && p->pw_uid != 0) {
            *ret =
                (struct server_user){.name = arena_strdup(a, p->pw_name), .uid = p->pw_uid, .gid = p->pw_gid};
            return OK;
        }
    }
    return diag_error(
        d, "sandbox.user", NOWHERE,
        "PostgreSQL does not run as root, and there is no user \"postgres\" or \"nobody\" to run it as");
}

/* The server's user must get to it. */
static bool all_may_enter(const char *folder)
{
    char path[PATH_MAX];
    struct stat st;
    for (size_t n = 1; n < sizeof(path); n++) {
        if (folder[n] && folder[n] != '/')
            continue;
        memcpy(path, folder, n);
        path[n] = '\0';
        if (stat(path, &st) != 0 || !(st.st_mode & S_IXOTH))
            return false;
        if (!folder[n])
            return true;
    }
    return false;
}

static const char *temp_folder(bool as_other)
{
    /* A socket's path is limited to 107 bytes, on some systems 103. */
    static const char longest[] = "/" PREFIX "4294967295-4194304-XXXXXX/.s.PGSQL.5432";
    const char *folder = getenv("TMPDIR");
    if (!folder || *folder != '/' ||
        strlen(folder) + sizeof(longest) > sizeof(((struct sockaddr_un *)0)->sun_path) ||
        access(folder, W_OK | X_OK) != 0 || (as_other && !all_may_enter(folder)))
        return "/tmp";
    return folder;
}

int sandbox_folder_make(struct arena *a, const struct server_user *user, struct diag *d, const char **ret,
                        int *ret_lock)
{
    const char *temp = temp_folder(user->name);
    char *path = arena_printf(a, "%s/" PREFIX "%u-%ld-XXXXXX", temp, (unsigned)geteuid(), (long)getpid());
    if (!mkdtemp(path))
        return diag_error(d, "sandbox.folder", NOWHERE, "cannot make a folder in \"%s\": %s", temp,
                          strerror(errno));
    int lock = open(path_join(a, path, "lock"), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0 ||
        (user->name && chown(path, user->uid, user->gid) != 0)) {
        diag_error(d, "sandbox.folder", NOWHERE, "cannot prepare \"%s\": %s", path, strerror(errno));
        if (lock >= 0)
            close(lock);
        folder_remove(path);
        return ERR;
    }
    *ret = path;
    *ret_lock = lock;
    return OK;
}

/* By descriptors, not by paths: the contents belong to another user when we are root, who could swap a folder
 * for a link while we walk. */
static void remove_at(int parent, const char *name, int depth)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 && depth < DEPTH_MAX ? fdopendir(fd) : NULL;
    if (!dir) {
        if (fd >= 0)
            close(fd);
        unlinkat(parent, name, fd >= 0 ? AT_REMOVEDIR : 0);
        return;
    }
    for (const struct dirent *e; (e = readdir(dir));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            remove_at(dirfd(dir), e->d_name, depth + 1);
    closedir(dir);
    unlinkat(parent, name, AT_REMOVEDIR);
}

void folder_remove(const char *path)
{
    remove_at(AT_FDCWD, path, 0);
}

/* The process number in a name that is ours, 0 for any other name. */
static long name_owner(const char *name)
{
    char *end;
    if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
        return 0;
    unsigned long uid = strtoul(name + strlen(PREFIX), &end, 10);
    if (*end != '-' || uid != geteuid())
        return 0;
    long pid = strtol(end + 1, &end, 10);
    return *end == '-' && strlen(end) == 7 && pid > 0 ? pid : 0;
}

/* A process number alone proves nothing: the folder may be shared with another container, where the number
 * means somebody else. The lock does; and who has just made the folder may not have locked it yet. */
static bool abandoned(int parent, const char *name, const struct server_user *user)
{
    struct stat st;
    long pid = name_owner(name);
    if (!pid || kill((pid_t)pid, 0) == 0 || errno != ESRCH)
        return false;
    if (fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(st.st_mode) ||
        (st.st_uid != geteuid() && st.st_uid != user->uid))
        return false;
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return false;
    int lock = openat(folder, "lock", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool free_lock = lock >= 0 ? flock(lock, LOCK_EX | LOCK_NB) == 0 : time(NULL) - st.st_mtime > YOUNG;
    if (lock >= 0)
        close(lock);
    close(folder);
    return free_lock;
}

static void sweep_in(const char *temp, const struct server_user *user)
{
    DIR *dir = opendir(temp);
    if (!dir)
        return;
    for (const struct dirent *e; (e = readdir(dir));)
        if (abandoned(dirfd(dir), e->d_name, user))
            remove_at(dirfd(dir), e->d_name, 0);
    closedir(dir);
}

void sandbox_sweep(void)
{
    AUTO_ARENA a = {0};
    struct server_user user;
    if (server_user_find(&a, NULL, &user) < 0)
        return;
    const char *temp = temp_folder(user.name);
    sweep_in(temp, &user);
    if (strcmp(temp, "/tmp") != 0)
        sweep_in("/tmp", &user);
}
