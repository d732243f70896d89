#include "server.h"

#include "base/file.h"
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static struct arena texts;

static struct sandbox *start(void)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct sandbox *s = NULL;
    sandbox_start(0, &d, &s);
    expect_text(diag_text(&a, &d), "");
    return s;
}

static const char *ask(const char *url, const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    const char *value = NULL;
    if (db_open(url, NULL, &d, &db) == OK)
        db_value(db, &texts, sql, NULL, 0, &d, &value);
    expect_text(diag_text(&a, &d), "");
    db_close(db);
    return value;
}

static const char *folder_of(const char *url)
{
    const char *begin = strstr(url, "host=") + 5;
    return arena_strndup(&texts, begin, strcspn(begin, "&"));
}

static bool soon_gone(const char *path, pid_t pid)
{
    for (int i = 0; i < 300; i++) {
        if ((!path || !file_exists(path)) && (!pid || kill(pid, 0) != 0))
            return true;
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    return false;
}

static pid_t server_pid(const char *folder)
{
    AUTO_ARENA a = {0};
    struct source *s;
    struct diag d = {0};
    assert_int_equal(file_read(&a, arena_printf(&a, "%s/data/postmaster.pid", folder), 0, &d, &s), OK);
    return (pid_t)strtol(s->text, NULL, 10);
}

static void start_and_stop(UNUSED void **state)
{
    struct sandbox *s = start(), *other = start();
    const char *folder = folder_of(sandbox_url(s));
    struct stat st;
    assert_int_equal(stat(folder, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    assert_string_not_equal(sandbox_url(s), sandbox_url(other));
    expect_text(ask(sandbox_url(s), "select current_user || ' ' || current_database()"), "postgres postgres");
    expect_text(ask(sandbox_url(s),
                    "select pg_encoding_to_char(encoding) from pg_database where datname = 'template1'"),
                "UTF8");
    expect_text(ask(sandbox_url(s), "show listen_addresses"), "");
    expect_text(ask(sandbox_url(s), "show fsync"), "off");
    pid_t pid = server_pid(folder);
    sandbox_stop(s);
    assert_true(soon_gone(folder, pid));
    sandbox_stop(s);
    sandbox_stop(NULL);
    expect_text(ask(sandbox_url(other), "select 'the other'"), "the other");
    sandbox_stop(other);
}

static void no_such_major(UNUSED void **state)
{
    struct diag d = {0};
    struct sandbox *s = NULL;
    assert_int_equal(sandbox_start(99, &d, &s), ERR);
    expect_error(&d, "sandbox.missing");
    diag_clear(&d);
}

/* A program that starts one, tells its URL, and does then what end says. */
static pid_t child_with_sandbox(void (*end)(void), const char **ret_folder)
{
    int fds[2];
    char url[300] = "";
    assert_int_equal(pipe(fds), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct sandbox *s = NULL;
        if (sandbox_start(0, NULL, &s) != OK || write(fds[1], sandbox_url(s), strlen(sandbox_url(s))) < 0)
            _exit(1);
        end();
        _exit(2);
    }
    close(fds[1]);
    assert_true(read(fds[0], url, sizeof(url) - 1) > 0);
    close(fds[0]);
    *ret_folder = folder_of(url);
    return pid;
}

static void end_by_exit(void)
{
    exit(0);
}

static void end_by_waiting(void)
{
    for (;;)
        pause();
}

static void stops_at_exit(UNUSED void **state)
{
    const char *folder;
    int status;
    pid_t pid = child_with_sandbox(end_by_exit, &folder);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_false(file_exists(folder));
}

/* The server goes with its killed owner, its folder with the next sweep. */
static void owner_killed(UNUSED void **state)
{
    const char *folder;
    pid_t pid = child_with_sandbox(end_by_waiting, &folder), server = server_pid(folder);
    sandbox_sweep();
    assert_true(file_exists(folder));
    kill(pid, SIGKILL);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
#ifdef __linux__
    assert_true(soon_gone(NULL, server));
#else
    kill(server, SIGQUIT);
#endif
    sandbox_sweep();
    assert_false(file_exists(folder));
}

/* The exit of a fork of us is none of the sandbox's business. */
static void fork_exits(UNUSED void **state)
{
    struct sandbox *s = start();
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        sandbox_stop(s);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    expect_text(ask(sandbox_url(s), "select 'still here'"), "still here");
    sandbox_stop(s);
}

static void sweep_is_careful(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    /* A process number that is gone: that of a child just reaped. */
    pid_t gone = fork();
    if (gone == 0)
        _exit(0);
    waitpid(gone, NULL, 0);
    unsigned uid = (unsigned)geteuid();
    const char *left = arena_printf(&a, "/tmp/kedge-sandbox-%u-%ld-AAAAAA", uid, (long)gone);
    const char *alive = arena_printf(&a, "/tmp/kedge-sandbox-%u-%ld-BBBBBB", uid, (long)getpid());
    const char *young = arena_printf(&a, "/tmp/kedge-sandbox-%u-%ld-CCCCCC", uid, (long)gone);
    const char *named = arena_printf(&a, "/tmp/kedge-sandbox-%u-%ld-DDDDDDx", uid, (long)gone);
    const char *link = arena_printf(&a, "%s/data/link", left), *outside = temp_folder(&a);
    const char *all[] = {left, alive, young, named};
    for (size_t i = 0; i < COUNT(all); i++)
        folder_make(arena_printf(&a, "%s/data", all[i]), &d);
    file_write(arena_printf(&a, "%s/lock", left), "", 0, true, &d);
    file_write(arena_printf(&a, "%s/keep", outside), "", 0, true, &d);
    assert_int_equal(symlink(outside, link), 0);
    assert_int_equal(d.entries.n, 0);
    sandbox_sweep();
    assert_false(file_exists(left));
    assert_true(file_exists(alive) && file_exists(young) && file_exists(named));
    assert_true(file_exists(arena_printf(&a, "%s/keep", outside)));
    for (size_t i = 0; i < COUNT(all); i++)
        temp_folder_remove(all[i]);
    temp_folder_remove(outside);
}

static void template_is_kept(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct list names = {0};
    struct diag d = {0};
    const char *cache = temp_folder(&a), *kept = arena_printf(&a, "%s/kedge", cache);
    setenv("XDG_CACHE_HOME", cache, 1);
    for (int i = 0; i < 2; i++) { /* the first makes it, the second uses it */
        struct sandbox *s = start();
        expect_text(ask(sandbox_url(s), "select 'here'"), "here");
        sandbox_stop(s);
        names = (struct list){0};
        assert_int_equal(folder_list(&a, kept, "", &d, &names), OK);
        assert_int_equal(names.n, 1);
    }
    /* A damaged one costs one failure. */
    const char *control = arena_printf(&a, "%s/%s/global/pg_control", kept, (const char *)names.at[0]);
    assert_int_equal(truncate(control, 10), 0);
    struct sandbox *s = NULL;
    assert_int_equal(sandbox_start(0, &d, &s), ERR);
    expect_error(&d, "sandbox.start");
    assert_non_null(strstr(((const struct diag_entry *)d.entries.at[0])->detail, "pg_control"));
    diag_clear(&d);
    sandbox_stop(start());
    unsetenv("XDG_CACHE_HOME");
    temp_folder_remove(cache);
}

static void interrupted(UNUSED void **state)
{
    struct diag d = {0};
    struct sandbox *s = NULL;
    db_interrupt();
    assert_int_equal(sandbox_start(0, &d, &s), ERR);
    expect_error(&d, "interrupted");
    db_interrupt_reset();
    diag_clear(&d);
    sandbox_stop(start());
}

/* Socket paths are short. */
static void long_temp_folder(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    const char *before = getenv("TMPDIR"), *base = temp_folder(&a);
    const char *deep = arena_printf(&a, "%s/%080d/%080d", base, 1, 2);
    assert_int_equal(folder_make(deep, &d), OK);
    setenv("TMPDIR", deep, 1);
    struct sandbox *s = start();
    expect_text(ask(sandbox_url(s), "select 'here'"), "here");
    sandbox_stop(s);
    if (before)
        setenv("TMPDIR", before, 1);
    else
        unsetenv("TMPDIR");
    temp_folder_remove(base);
}

int main(void)
{
    struct cases c = {0};
    server_url(); /* skips everything where there is no server */
    add_case(&c, "start and stop", start_and_stop);
    add_case(&c, "no such major version", no_such_major);
    add_case(&c, "stops at exit", stops_at_exit);
    add_case(&c, "owner killed", owner_killed);
    add_case(&c, "a fork exits", fork_exits);
    add_case(&c, "sweep", sweep_is_careful);
    add_case(&c, "template", template_is_kept);
    add_case(&c, "interrupted", interrupted);
    add_case(&c, "long TMPDIR", long_temp_folder);
    int failed = run_cases(&c, "sandbox");
    arena_clear(&texts);
    return failed;
}
