/* .kedge/canonical/3f/3fa9...: a line with the hash of what follows, then a JSON list of texts. 256 folders
 * with a bounded number of files each, of a bounded size: the whole stays below 128 MB, and is far from that
 * in any project. The oldest go first; what is used is made young again. */
#include "shadow/cache.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/node.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HASH = 64, ENTRY_MAX = 65536, FILES_MAX = 128, FILES_KEPT = 96, LEFTOVER = 3600 /* s */ };

static const char *shard_path(struct arena *a, const char *folder, const char *key)
{
    return arena_printf(a, "%s/canonical/%.2s", folder, key);
}

static int texts_read(struct arena *a, const char *json, struct list *ret)
{
    struct node *top, *item;

    if (json_read(a, json, "a cached form", NULL, &top) != OK || top->type != NODE_LIST)
        return ERR;
    list_each (item, &top->items) {
        if (item->type != NODE_NULL && item->type != NODE_SCALAR)
            return ERR;
        list_push(a, ret, item->type == NODE_NULL ? NULL : item->text);
    }
    return OK;
}

/* A damaged or foreign file counts as none, and is written anew. */
bool cache_get(struct arena *a, const char *folder, const char *key, struct list *ret_texts)
{
    struct source *s = NULL;
    char hash[HASH + 1];
    const char *path;

    if (!folder)
        return false;
    path = arena_printf(a, "%s/%s", shard_path(a, folder, key), key);
    if (!file_exists(path) || file_read(a, path, 2 * ENTRY_MAX, NULL, &s) != OK || s->len < HASH + 1 ||
        s->text[HASH] != '\n')
        return false;
    sha256_hex(s->text + HASH + 1, s->len - HASH - 1, hash);
    if (memcmp(s->text, hash, HASH) != 0)
        return false;
    *ret_texts = (struct list){0};
    if (texts_read(a, s->text + HASH + 1, ret_texts) != OK)
        return false;
    (void)utimensat(AT_FDCWD, path, NULL, 0);
    return true;
}

/* --- keeping it small --- */

struct entry {
    const char *name;
    time_t used;
};

static int by_age(const void *vx, const void *vy)
{
    const struct entry *x = vx, *y = vy;

    return x->used < y->used ? -1 : x->used > y->used;
}

/* Removes the oldest, and what a killed run left half written. */
static void shard_prune(struct arena *a, const char *shard)
{
    struct list entries = {0};
    DIR *dir = opendir(shard);

    if (!dir)
        return;
    for (const struct dirent *e; (e = readdir(dir));) {
        struct stat st;
        struct entry *entry;

        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
            fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
            continue;
        if (e->d_name[0] == '.') {
            if (time(NULL) - st.st_mtime > LEFTOVER)
                (void)unlinkat(dirfd(dir), e->d_name, 0);
            continue;
        }
        entry = arena_new(a, struct entry);
        *entry = (struct entry){.name = arena_strdup(a, e->d_name), .used = st.st_mtime};
        list_push(a, &entries, entry);
    }
    list_sort(&entries, by_age);
    for (size_t i = 0; entries.n > FILES_MAX && i + FILES_KEPT < entries.n; i++)
        (void)unlinkat(dirfd(dir), ((struct entry *)entries.at[i])->name, 0);
    closedir(dir);
}

/* --- writing --- */

static bool folder_ready(struct arena *a, const char *folder, const char *shard)
{
    const char *ignore = arena_printf(a, "%s/.gitignore", folder);

    if (folder_make(shard, NULL) != OK)
        return false;
    if (!file_exists(ignore))
        (void)file_write(ignore, "*\n", 2, false, NULL);
    return true;
}

/* Beside, then renamed: who reads sees all of it or nothing. Not synced: the hash finds what a crash damaged. */
static void entry_write(struct arena *a, const char *shard, const char *key, const struct buf *text)
{
    char *beside = arena_printf(a, "%s/.%.16s-XXXXXX", shard, key);
    int fd = mkostemp(beside, O_CLOEXEC);
    bool done;

    if (fd < 0)
        return;
    done = write(fd, buf_str(text), text->len) == (ssize_t)text->len && fchmod(fd, 0644) == 0;
    done = close(fd) == 0 && done;
    if (!done || rename(beside, arena_printf(a, "%s/%s", shard, key)) != 0)
        (void)unlink(beside);
}

void cache_put(const char *folder, const char *key, const struct list *texts)
{
    AUTO_ARENA a = {0};
    AUTO_BUF json = {0};
    AUTO_BUF text = {0};
    struct node *list = node_list(&a);
    const char *shard, *item;
    char hash[HASH + 1];

    if (!folder)
        return;
    list_each (item, texts)
        node_add(&a, list, node_text(&a, item));
    json_write(&json, list, false);
    if (json.len > ENTRY_MAX)
        return;
    sha256_hex(buf_str(&json), json.len, hash);
    buf_addf(&text, "%s\n", hash);
    buf_addn(&text, buf_str(&json), json.len);
    shard = shard_path(&a, folder, key);
    if (!folder_ready(&a, folder, shard))
        return;
    entry_write(&a, shard, key, &text);
    if (key[2] == '0') /* a look at the whole folder, once in 16 times */
        shard_prune(&a, shard);
}
