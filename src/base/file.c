#include "base/file.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_LIMIT = 64 * 1024 * 1024 };

static int read_all(int fd, const char *path, size_t max, struct diag *d, struct buf *ret)
{
    char piece[65536];
    for (;;) {
        ssize_t n = read(fd, piece, sizeof(piece));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return diag_error(d, "file.read", NOWHERE, "cannot read \"%s\": %s", path, strerror(errno));
        if (n == 0)
            return OK;
        if ((size_t)n > max - ret->len)
            return diag_error(d, "file.too-large", NOWHERE, "\"%s\" is larger than %zu bytes", path, max);
        buf_addn(ret, piece, (size_t)n);
    }
}

static int check_text(const struct source *s, struct diag *d)
{
    const char *nul = memchr(s->text, '\0', s->len);
    size_t valid = utf8_valid_length(s->text, s->len);
    if (nul && (size_t)(nul - s->text) < valid)
        return diag_error(d, "file.nul", loc_at(s, (size_t)(nul - s->text)), "the file contains a NUL byte");
    if (valid < s->len)
        return diag_error(d, "file.encoding", loc_at(s, valid), "byte 0x%02x is not valid UTF-8 here",
                          (unsigned)(unsigned char)s->text[valid]);
    return OK;
}

int file_read(struct arena *a, const char *path, size_t max, struct diag *d, struct source **ret)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return diag_error(d, "file.read", NOWHERE, "cannot open \"%s\": %s", path, strerror(errno));
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        return diag_error(d, "file.folder", NOWHERE, "\"%s\" is a folder, not a file", path);
    }
    AUTO_BUF text = {0};
    int rc = read_all(fd, path, max ? max : READ_LIMIT, d, &text);
    close(fd);
    if (rc < 0)
        return rc;

    /* A byte order mark is no part of the text; editors do not count it as a column either. */
    size_t skip = text.len >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct source *s = arena_new(a, struct source);
    s->name = arena_strdup(a, path);
    s->len = text.len - skip;
    s->text = arena_strndup(a, s->len ? text.data + skip : NULL, s->len);
    rc = check_text(s, d);
    if (rc == OK)
        *ret = s;
    return rc;
}

static int write_all(int fd, const char *text, size_t len)
{
    size_t done = 0;
    while (done < len) {
        ssize_t n = write(fd, text + done, len - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ERR;
        done += (size_t)n;
    }
    return fsync(fd);
}

/* A new file beside the target, so that the rename stays within one file system. */
static int open_beside(const char *path, struct arena *a, char **ret_name)
{
    const char *folder = path_folder(a, path);
    for (unsigned i = 0; i < 100; i++) {
        char *name = path_join(a, folder, arena_printf(a, ".kedge-%ld-%u.tmp", (long)getpid(), i));
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0) {
            *ret_name = name;
            return fd;
        }
        if (errno != EEXIST)
            break;
    }
    return -1;
}

/* The rename itself is only safe on disk once the folder is. A file system that cannot sync folders is not an
 * error. */
static void sync_folder(const char *path, struct arena *a)
{
    int fd = open(path_folder(a, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd);
    close(fd);
}

/* Gives the finished file its name; without replace an existing file is never touched, even one made just
 * now. */
static int move_into_place(const char *from, const char *to, bool replace)
{
    if (replace)
        return rename(from, to);
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    if (link(from, to) != 0)
        return -1;
    return unlink(from);
}

int file_write(const char *path, const char *text, size_t len, bool replace, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *target = path;
    struct stat st;
    bool exists = lstat(path, &st) == 0;
    if (exists && replace) {
        /* Write through a symbolic link instead of putting a file in its place. */
        char *real = realpath(path, NULL);
        if (real)
            target = arena_strdup(&a, real);
        free(real);
        exists = stat(target, &st) == 0;
    }
    if (exists && S_ISDIR(st.st_mode))
        return diag_error(d, "file.folder", NOWHERE, "\"%s\" is a folder, not a file", path);
    if (exists && !replace)
        return diag_error(d, "file.exists", NOWHERE, "\"%s\" exists already", path);

    char *name = NULL;
    int fd = open_beside(target, &a, &name);
    if (fd < 0)
        return diag_error(d, "file.write", NOWHERE, "cannot create \"%s\": %s", path, strerror(errno));
    int rc = write_all(fd, text, len);
    if (rc == 0 && exists)
        rc = fchmod(fd, st.st_mode & 07777);
    int why = errno;
    if (close(fd) != 0 && rc == 0) {
        rc = ERR;
        why = errno;
    }
    if (rc == 0 && move_into_place(name, target, replace) != 0) {
        rc = ERR;
        why = errno;
    }
    if (rc != 0) {
        unlink(name);
        if (why == EEXIST)
            return diag_error(d, "file.exists", NOWHERE, "\"%s\" exists already", path);
        return diag_error(d, "file.write", NOWHERE, "cannot write \"%s\": %s", path, strerror(why));
    }
    sync_folder(target, &a);
    return OK;
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int compare_names(const void *x, const void *y)
{
    return strcmp(x, y);
}

int folder_list(struct arena *a, const char *path, const char *suffix, struct diag *d, struct list *ret)
{
    DIR *dir = opendir(path);
    if (!dir)
        return diag_error(d, "file.folder", NOWHERE, "cannot open folder \"%s\": %s", path, strerror(errno));
    size_t tail = suffix ? strlen(suffix) : 0;
    struct list names = {0};
    struct dirent *entry;
    errno = 0;
    while ((entry = readdir(dir))) {
        size_t len = strlen(entry->d_name);
        if (entry->d_name[0] == '.' || len < tail)
            continue;
        if (tail == 0 || strcmp(entry->d_name + len - tail, suffix) == 0)
            list_push(a, &names, arena_strdup(a, entry->d_name));
        errno = 0;
    }
    int why = errno;
    closedir(dir);
    if (why)
        return diag_error(d, "file.folder", NOWHERE, "cannot read folder \"%s\": %s", path, strerror(why));
    list_sort(&names, compare_names);
    *ret = names;
    return OK;
}

int folder_make(const char *path, struct diag *d)
{
    AUTO_ARENA a = {0};
    char *name = arena_strdup(&a, path);
    size_t len = strlen(name);
    for (size_t i = 1; i <= len; i++) {
        if (name[i] != '/' && name[i] != '\0')
            continue;
        char c = name[i];
        name[i] = '\0';
        if (mkdir(name, 0777) != 0 && !(errno == EEXIST && file_is_folder(name)))
            return diag_error(d, "file.folder", NOWHERE, "cannot make folder \"%s\": %s", name,
                              strerror(errno));
        name[i] = c;
    }
    return OK;
}

char *path_join(struct arena *a, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    if (*name == '/' || len == 0 || strcmp(folder, ".") == 0)
        return arena_strdup(a, name);
    return arena_printf(a, "%s%s%s", folder, folder[len - 1] == '/' ? "" : "/", name);
}

char *path_folder(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_strdup(a, ".");
    while (slash > path && slash[-1] == '/')
        slash--;
    return arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path));
}
