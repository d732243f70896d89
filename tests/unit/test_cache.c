/* What the server said before, in files: several writers, files that are torn or somebody else's, deletion, size. */
#include "harness.h"

#include "base/file.h"
#include "shadow/cache.h"
#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <utime.h>

#define KEY "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "ffff456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static struct arena texts;
static const char *folder, *root;

static void fresh(void **state)
{
    static int n;

    (void)state;
    if (!root)
        root = temp_folder(&texts);
    folder = arena_printf(&texts, "%s/%d/.kedge", root, n++);
}

static const char *path_of(const char *key)
{
    return arena_printf(&texts, "%s/canonical/%.2s/%s", folder, key, key);
}

static void put(const char *key, const char *first, const char *second)
{
    struct list l = {0};

    list_push(&texts, &l, first);
    list_push(&texts, &l, second);
    cache_put(folder, key, &l);
}

/* "first|second", "-" for NULL; "none". */
static const char *got(const char *key)
{
    struct list l = {0};
    AUTO_BUF text = {0};
    const char *item;

    if (!cache_get(&texts, folder, key, &l))
        return "none";
    list_each (item, &l)
        buf_addf(&text, "%s%s", item_i ? "|" : "", item ? item : "-");
    return buf_take(&text, &texts);
}

static void write_file(const char *path, const char *text, size_t len)
{
    struct diag d = {0};

    assert_int_equal(file_write(path, text, len, true, &d), OK);
    diag_clear(&d);
}

static void kept(void **state)
{
    struct list none = {0};

    fresh(state);
    expect_text(got(KEY), "none");
    put(KEY, "a > 1", NULL);
    expect_text(got(KEY), "a > 1|-");
    expect_text(got(OTHER), "none");
    put(KEY, "line\nline \"q\" \\ \x01 ü", "");
    expect_text(got(KEY), "line\nline \"q\" \\ \x01 ü|");
    cache_put(folder, OTHER, &none);
    expect_text(got(OTHER), "");
}

static void nowhere(void **state)
{
    struct list l = {0};

    (void)state;
    cache_put(NULL, KEY, &l);
    assert_false(cache_get(&texts, NULL, KEY, &l));
}

static void ignored_by_git(void **state)
{
    struct source *s = NULL;
    struct diag d = {0};

    fresh(state);
    put(KEY, "a", "b");
    assert_int_equal(file_read(&texts, arena_printf(&texts, "%s/.gitignore", folder), 0, &d, &s), OK);
    expect_text(s->text, "*\n");
    diag_clear(&d);
}

static void deleted(void **state)
{
    fresh(state);
    put(KEY, "a", "b");
    assert_int_equal(unlink(path_of(KEY)), 0);
    expect_text(got(KEY), "none");
    put(KEY, "a", "b");
    expect_text(got(KEY), "a|b");
    assert_int_equal(system(arena_printf(&texts, "rm -r '%s'", folder)), 0);
    expect_text(got(KEY), "none");
    put(KEY, "c", "d");
    expect_text(got(KEY), "c|d");
}

/* Cut at every byte, and each byte another: never anything but what was put in, or nothing. */
static void torn(void **state)
{
    struct source *s = NULL;
    struct diag d = {0};

    fresh(state);
    put(KEY, "a > 1", "b");
    assert_int_equal(file_read(&texts, path_of(KEY), 0, &d, &s), OK);
    for (size_t n = 0; n < s->len; n++) {
        write_file(path_of(KEY), s->text, n);
        expect_text(got(KEY), "none");
    }
    for (size_t n = 0; n < s->len; n++) {
        char *other = arena_strndup(&texts, s->text, s->len);

        other[n] ^= 1;
        write_file(path_of(KEY), other, s->len);
        expect_text(got(KEY), "none");
    }
    put(KEY, "a > 1", "b");
    expect_text(got(KEY), "a > 1|b");
    diag_clear(&d);
}

static const struct foreign {
    const char *name, *text;
} foreign[] = {
    {"empty", ""},
    {"text", "not ours at all"},
    {"hash of something else", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n[\"1 = 1\"]"},
    {"a map with the right hash", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n{}"},
    {"no list", "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b\nnull"},
    {"a list in a list", "043f347c2cdc0d8ce70c38775d24e556c0290acf6d0c87a3a52aa85471cb8d02\n[[1]]"},
};

static void foreign_file(void **state)
{
    const struct foreign *f = *state;

    fresh(NULL);
    put(KEY, "a", "b");
    write_file(path_of(KEY), f->text, strlen(f->text));
    expect_text(got(KEY), "none");
    put(KEY, "a", "b");
    expect_text(got(KEY), "a|b");
}

static void in_the_way(void **state)
{
    fresh(state);
    put(KEY, "a", "b");
    assert_int_equal(unlink(path_of(KEY)), 0);
    assert_int_equal(mkdir(path_of(KEY), 0755), 0);
    expect_text(got(KEY), "none");
    put(KEY, "a", "b");
    expect_text(got(KEY), "none");
    assert_int_equal(system(arena_printf(&texts, "rm -r '%s' && : >'%s'", folder, folder)), 0);
    put(KEY, "a", "b");
    expect_text(got(KEY), "none");
}

static void too_long(void **state)
{
    char *text = arena_alloc(&texts, 70000);

    fresh(state);
    memset(text, 'x', 69999);
    put(KEY, text, NULL);
    expect_text(got(KEY), "none");
}

static size_t files_in(const char *path, bool hidden)
{
    DIR *dir = opendir(path);
    size_t n = 0;

    assert_non_null(dir);
    for (const struct dirent *e; (e = readdir(dir));)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && (e->d_name[0] == '.') == hidden;
    closedir(dir);
    return n;
}

/* Two processes write the same keys with texts of their own, a third reads: what it sees is of one of them, whole. */
static void writer(int which)
{
    const char *text = arena_printf(&texts, "%0*d", 200 + which * 3000, which);

    for (int i = 0; i < 400; i++)
        put(arena_printf(&texts, "ab%02d%.60s", i % 7, KEY), text, text);
    _exit(0);
}

static void together(void **state)
{
    pid_t pids[2];
    size_t whole = 0;
    int status;

    fresh(state);
    for (int i = 0; i < 2; i++) {
        pids[i] = fork();
        if (pids[i] == 0)
            writer(i + 1);
    }
    for (int i = 0; i < 30000 && whole < 3000; i++) {
        struct list l = {0};

        if (whole == 0)
            usleep(1000); /* they are only beginning */

        if (!cache_get(&texts, folder, arena_printf(&texts, "ab%02d%.60s", i % 7, KEY), &l))
            continue;
        whole++;
        assert_int_equal(l.n, 2);
        expect_text(l.at[0], l.at[1]);
        assert_true(strlen(l.at[0]) == 3200 || strlen(l.at[0]) == 6200);
    }
    for (int i = 0; i < 2; i++) {
        assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
        assert_int_equal(status, 0);
    }
    assert_true(whole > 0);
    for (int i = 0; i < 7; i++)
        assert_true(strcmp(got(arena_printf(&texts, "ab%02d%.60s", i, KEY)), "none") != 0);
    assert_int_equal(files_in(arena_printf(&texts, "%s/canonical/ab", folder), false), 7);
    assert_int_equal(files_in(arena_printf(&texts, "%s/canonical/ab", folder), true), 0);
}

/* The oldest go; what was used of late stays, and so does what another is writing; what a killed run left goes. */
static void bounded(void **state)
{
    const struct utimbuf old = {.actime = 1000, .modtime = 1000};
    const char *shard;

    fresh(state);
    for (int i = 0; i < 128; i++) {
        const char *key = arena_printf(&texts, "cd1%03d%.58s", i, KEY);

        put(key, "x", NULL);
        assert_int_equal(utime(path_of(key), &old), 0);
    }
    expect_text(got(arena_printf(&texts, "cd1%03d%.58s", 5, KEY)), "x|-"); /* and is young again */
    shard = arena_printf(&texts, "%s/canonical/cd", folder);
    write_file(arena_printf(&texts, "%s/.half-XXXXXX", shard), "x", 1);
    write_file(arena_printf(&texts, "%s/.left-XXXXXX", shard), "x", 1);
    assert_int_equal(utime(arena_printf(&texts, "%s/.left-XXXXXX", shard), &old), 0);
    put(arena_printf(&texts, "cd0999%.58s", KEY), "y", NULL);
    assert_int_equal(files_in(shard, false), 96);
    assert_int_equal(files_in(shard, true), 1);
    expect_text(got(arena_printf(&texts, "cd1%03d%.58s", 5, KEY)), "x|-");
    expect_text(got(arena_printf(&texts, "cd0999%.58s", KEY)), "y|-");
}

int main(void)
{
    struct cases c = {0};
    int failed;

    add_case(&c, "kept", kept);
    add_case(&c, "nowhere", nowhere);
    add_case(&c, "ignored by git", ignored_by_git);
    add_case(&c, "deleted", deleted);
    add_case(&c, "torn", torn);
    ADD_ROWS(&c, foreign, foreign_file);
    add_case(&c, "something else in the way", in_the_way);
    add_case(&c, "too long to keep", too_long);
    add_case(&c, "written by two at once", together);
    add_case(&c, "bounded", bounded);
    failed = run_cases(&c, "cache");
    temp_folder_remove(root);
    arena_clear(&texts);
    return failed;
}
