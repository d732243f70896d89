#include "harness.h"

#include "base/file.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static char *write_raw(struct arena *a, const char *folder, const char *name, const char *data, size_t len)
{
    char *path = path_join(a, folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, data, len), (ssize_t)len);
    close(fd);
    return path;
}

struct read_row {
    const char *name, *data;
    size_t len;
    const char *code; /* NULL: reads well, and text is want */
    const char *want;
    unsigned line, column;
};

#define DATA(s) (s), sizeof(s) - 1
static const struct read_row read_rows[] = {
    {"empty", DATA(""), NULL, "", 0, 0},
    {"text", DATA("a\nb\n"), NULL, "a\nb\n", 0, 0},
    {"byte order mark",
     DATA("\xEF\xBB\xBF"
          "a"),
     NULL, "a", 0, 0},
    {"NUL byte", DATA("ab\nc\0d"), "file.nul", NULL, 2, 2},
    {"invalid UTF-8", DATA("ä\nü\xFF"), "file.encoding", NULL, 2, 2},
    {"cut UTF-8", DATA("a\xC3"), "file.encoding", NULL, 1, 2},
    {"overlong", DATA("\xC0\x80"), "file.encoding", NULL, 1, 1},
    {"surrogate", DATA("\xED\xA0\x80"), "file.encoding", NULL, 1, 1},
    {"too large", DATA("0123456789a"), "file.too-large", NULL, 0, 0},
};

static void check_read(void **state)
{
    const struct read_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct source *source = NULL;
    char *folder = temp_folder(&a);
    char *path = write_raw(&a, folder, "f", row->data, row->len);
    int rc = file_read(&a, path, 10, &d, &source);
    if (row->code) {
        assert_int_equal(rc, ERR);
        assert_null(source);
        expect_error(&d, row->code);
        const struct diag_entry *e = d.entries.at[0];
        assert_int_equal(e->at.line, row->line);
        assert_int_equal(e->at.column, row->column);
    } else {
        assert_int_equal(rc, OK);
        expect_text(source->text, row->want);
        expect_text(source->name, path);
        assert_int_equal(source->len, strlen(row->want));
    }
    diag_clear(&d);
    temp_folder_remove(folder);
}

static void check_read_nothing(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct source *source = NULL;
    char *folder = temp_folder(&a);
    assert_int_equal(file_read(&a, folder, 0, &d, &source), ERR);
    expect_error(&d, "file.folder");
    diag_clear(&d);
    assert_int_equal(file_read(&a, path_join(&a, folder, "none"), 0, &d, &source), ERR);
    expect_error(&d, "file.read");
    diag_clear(&d);
    temp_folder_remove(folder);
}

static size_t count_entries(struct arena *a, const char *folder)
{
    char *out = arena_printf(a, "test $(ls -A '%s' | wc -l) -eq 1", folder);
    return system(out) == 0 ? 1 : 0;
}

static const char *content(struct arena *a, const char *path)
{
    struct source *source = NULL;
    assert_int_equal(file_read(a, path, 0, NULL, &source), OK);
    return source->text;
}

static void check_write(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    char *folder = temp_folder(&a);
    char *path = path_join(&a, folder, "f");
    assert_int_equal(file_write(path, "one", 3, false, &d), OK);
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(file_write(path, "two", 3, false, &d), ERR);
    expect_error(&d, "file.exists");
    expect_text(content(&a, path), "one");
    assert_int_equal(file_write(path, "three", 5, true, &d), OK);
    expect_text(content(&a, path), "three");
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640); /* the mode of the file it replaces */
    assert_int_equal(count_entries(&a, folder), 1);
    diag_clear(&d);

    assert_int_equal(file_write(folder, "x", 1, true, &d), ERR);
    expect_error(&d, "file.folder");
    diag_clear(&d);
    assert_int_equal(file_write(path_join(&a, folder, "no/such"), "x", 1, true, &d), ERR);
    expect_error(&d, "file.write");
    diag_clear(&d);
    temp_folder_remove(folder);
}

static void check_symlink(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    char *folder = temp_folder(&a);
    char *real = write_raw(&a, folder, "real", "1", 1), *alias = path_join(&a, folder, "alias");
    assert_int_equal(symlink("real", alias), 0);
    assert_int_equal(file_write(alias, "2", 1, true, NULL), OK);
    struct stat st;
    assert_int_equal(lstat(alias, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    expect_text(content(&a, real), "2");
    assert_int_equal(symlink("nowhere", path_join(&a, folder, "dangling")), 0);
    assert_int_equal(file_write(path_join(&a, folder, "dangling"), "2", 1, false, NULL), ERR);
    temp_folder_remove(folder);
}

/* A full disk, played by a limit on the size of files: the old file stays whole, and nothing is left beside
 * it. */
static void check_never_half(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    char *folder = temp_folder(&a);
    char *path = write_raw(&a, folder, "f", "old", 3);
    static char large[100000];
    memset(large, 'x', sizeof(large));

    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    int rc = file_write(path, large, sizeof(large), true, &d);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);

    assert_int_equal(rc, ERR);
    expect_error(&d, "file.write");
    expect_text(content(&a, path), "old");
    assert_int_equal(count_entries(&a, folder), 1);
    diag_clear(&d);
    temp_folder_remove(folder);
}

static void check_folders(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct list names = {0};
    char *folder = temp_folder(&a);
    char *deep = path_join(&a, folder, "a/b//c/");
    assert_int_equal(folder_make(deep, &d), OK);
    assert_int_equal(folder_make(deep, &d), OK);
    assert_true(file_is_folder(deep));
    assert_true(file_exists(deep));
    write_raw(&a, deep, "b.sql", "", 0);
    write_raw(&a, deep, "a.sql", "", 0);
    write_raw(&a, deep, "B.sql", "", 0);
    write_raw(&a, deep, ".h.sql", "", 0);
    write_raw(&a, deep, "c.txt", "", 0);
    assert_int_equal(folder_list(&a, deep, ".sql", &d, &names), OK);
    assert_int_equal(names.n, 3);
    expect_text(names.at[0], "B.sql");
    expect_text(names.at[1], "a.sql");
    expect_text(names.at[2], "b.sql");
    assert_int_equal(folder_make(path_join(&a, deep, "a.sql/x"), &d), ERR);
    expect_error(&d, "file.folder");
    diag_clear(&d);
    assert_int_equal(folder_list(&a, path_join(&a, deep, "none"), "", &d, &names), ERR);
    expect_error(&d, "file.folder");
    diag_clear(&d);
    temp_folder_remove(folder);
}

static void check_paths(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    expect_text(path_join(&a, "a", "b"), "a/b");
    expect_text(path_join(&a, "a/", "b"), "a/b");
    expect_text(path_join(&a, ".", "b"), "b");
    expect_text(path_join(&a, "a", "/b"), "/b");
    expect_text(path_folder(&a, "a/b"), "a");
    expect_text(path_folder(&a, "a//b"), "a");
    expect_text(path_folder(&a, "b"), ".");
    expect_text(path_folder(&a, "/b"), "/");
    expect_text(path_folder(&a, "//b"), "/");
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, read_rows, check_read);
    add_case(&c, "folder and missing file", check_read_nothing);
    add_case(&c, "write, refuse, replace", check_write);
    add_case(&c, "symbolic links", check_symlink);
    add_case(&c, "never a half written file", check_never_half);
    add_case(&c, "folders", check_folders);
    add_case(&c, "paths", check_paths);
    return run_cases(&c, "file");
}
