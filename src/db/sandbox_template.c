/* initdb is most of the time that a sandbox takes, and gives the same files each time. They are kept in the
 * user's cache folder, under a name made of the programs they come from, and copied from then on. A template
 * appears by one rename and is never written again, so that any number of processes can use it. Whatever
 * fails here only means that initdb runs. */
#include "db/sandbox_parts.h"

#include "base/file.h"
#include "base/hash.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 16, FORMAT = 1 /* to be raised when initdb gets other options */ };

const char *template_path(struct arena *a, const struct server_programs *p)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    struct stat initdb, postgres;
    char hash[65];
    if ((!cache || *cache != '/') && home && *home == '/')
        cache = path_join(a, home, ".cache");
    if (!cache || *cache != '/' || stat(p->initdb, &initdb) != 0 || stat(p->postgres, &postgres) != 0)
        return NULL;
    const char *key =
        arena_printf(a, "%d %s %lld %lld %lld %lld", FORMAT, p->postgres, (long long)initdb.st_mtime,
                     (long long)initdb.st_size, (long long)postgres.st_mtime, (long long)postgres.st_size);
    sha256_hex(key, strlen(key), hash);
    return arena_printf(a, "%s/kedge/cluster-%d-%.16s", cache, p->major, hash);
}

static int bytes_copy(int from, int to)
{
    char piece[65536];
    for (;;) {
        ssize_t n = read(from, piece, sizeof(piece));
        if (n <= 0)
            return n < 0 ? ERR : OK;
        if (write(to, piece, (size_t)n) != n)
            return ERR;
    }
}

static int file_copy(int from_folder, int to_folder, const char *name, const struct server_user *user)
{
    struct stat st;
    int from = openat(from_folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    int to = from >= 0 ? openat(to_folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
    bool ok = to >= 0 && fstat(from, &st) == 0 && S_ISREG(st.st_mode) && bytes_copy(from, to) == OK &&
              (!user->name || fchown(to, user->uid, user->gid) == 0);
    if (from >= 0)
        close(from);
    return to >= 0 && close(to) == 0 && ok ? OK : ERR;
}

static int folder_copy(int from_parent, const char *from_name, int to_parent, const char *to_name,
                       const struct server_user *user, int depth);

static int contents_copy(DIR *dir, int to, const struct server_user *user, int depth)
{
    for (const struct dirent *e; (e = readdir(dir));) {
        struct stat st;
        const char *name = e->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        if (fstatat(dirfd(dir), name, &st, AT_SYMLINK_NOFOLLOW) != 0)
            return ERR;
        int rc = S_ISDIR(st.st_mode) ? folder_copy(dirfd(dir), name, to, name, user, depth + 1)
                                     : file_copy(dirfd(dir), to, name, user);
        if (rc < 0)
            return rc;
    }
    return OK;
}

static int folder_copy(int from_parent, const char *from_name, int to_parent, const char *to_name,
                       const struct server_user *user, int depth)
{
    int from = openat(from_parent, from_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = from >= 0 && depth < DEPTH_MAX ? fdopendir(from) : NULL;
    int to = -1, rc = ERR;
    if (dir && mkdirat(to_parent, to_name, 0700) == 0)
        to = openat(to_parent, to_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (to >= 0 && (!user->name || fchown(to, user->uid, user->gid) == 0))
        rc = contents_copy(dir, to, user, depth);
    if (to >= 0)
        close(to);
    if (dir)
        closedir(dir);
    else if (from >= 0)
        close(from);
    return rc;
}

/* Nobody else may have put anything into it: the server runs what its files say. */
static bool trusted(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISDIR(st.st_mode) && st.st_uid == geteuid() && !(st.st_mode & 022);
}

bool template_use(const char *path, const char *data, const struct server_user *user)
{
    if (!path || !trusted(path))
        return false;
    if (folder_copy(AT_FDCWD, path, AT_FDCWD, data, user, 0) == OK)
        return true;
    folder_remove(data);
    return false;
}

void template_keep(struct arena *a, const char *path, const char *data)
{
    static const struct server_user us = {0};
    if (!path || folder_make(path_folder(a, path), NULL) < 0)
        return;
    const char *beside = arena_printf(a, "%s.%ld", path, (long)getpid());
    folder_remove(beside); /* of a process killed here, that had our number */
    if (folder_copy(AT_FDCWD, data, AT_FDCWD, beside, &us, 0) < 0 || rename(beside, path) != 0)
        folder_remove(beside); /* no room, or another process was first */
}
