/* Connecting: what is refused and how it is said, several hosts, passwords that never show. */
#include "db_fixture.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

/* A port that takes connections and says nothing. */
static int silent_listener(int *ret_port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof(at);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
    assert_int_equal(listen(fd, 4), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
    *ret_port = ntohs(at.sin_port);
    return fd;
}

static void expect_refused(const char *url, const char *sqlstate, const char *message, const char *hint)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    struct db_options options = {.connect_timeout = 1};
    assert_int_equal(db_open(url, &options, &d, &db), ERR);
    assert_null(db);
    expect_error(&d, "db.connect");
    expect_text(first(&d)->sqlstate, sqlstate);
    expect_in(first(&d)->message, message);
    expect_in(first(&d)->hint, hint);
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    assert_null(strstr(diag_text(&a, &d), ".c:"));
    diag_clear(&d);
}

static void no_database(UNUSED void **state)
{
    expect_refused(arena_printf(&texts, "%s&dbname=nowhere", server_url()), "3D000",
                   "cannot connect to database \"nowhere\" as user \"postgres\" (socket /", "createdb");
}

static void no_role(UNUSED void **state)
{
    expect_refused(arena_printf(&texts, "%s&user=nobody", server_url()), "28000",
                   "role \"nobody\" does not exist", "createuser");
}

static void nothing_listening(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    close(fd);
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d/d", port), "08001",
                   arena_printf(&texts, "database \"d\" as user \"u\" (host 127.0.0.1, port %d)", port),
                   "running");
    expect_refused("postgresql://u:s3cret@/d?host=/nonexistent", "08001", "socket /nonexistent/.s.PGSQL.5432",
                   "running");
}

static void bad_option(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    assert_int_equal(db_open("postgresql://u:s3cret@127.0.0.1/d?sslmode=s3cret", NULL, &d, &db), ERR);
    expect_error(&d, "db.connect");
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    diag_clear(&d);
    assert_int_equal(db_open("sqlite:///x.db", NULL, &d, &db), ERR);
    expect_error(&d, "db.sqlite");
    expect_text(first(&d)->message, "SQLite is not supported yet");
    diag_clear(&d);
}

static void no_answer(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    double begin = seconds();
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d/d", port), "08001",
                   "no answer within 1 s", "firewall");
    assert_true(seconds() - begin < 3);
    close(fd);
}

/* As in psql, the next host of a list has its turn. */
static void next_host(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    struct diag d = {0};
    struct db *db = NULL;
    struct db_options options = {.connect_timeout = 1};
    const char *folder = strstr(server_url(), "host=") + 5;
    const char *url = arena_printf(
        &texts,
        "host=/nonexistent,127.0.0.1,%.*s,/nonexistent port=1,%d,5432,1 user=postgres dbname=postgres",
        (int)strcspn(folder, "&"), folder, port);
    assert_int_equal(db_open(url, &options, &d, &db), OK);
    assert_int_equal(d.entries.n, 0);
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_close(db);
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d,127.0.0.1:1/d", port), "08001",
                   "port 1)", "running");
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:1,127.0.0.1:%d/d", port), "08001",
                   "no answer", "firewall");
    close(fd);
}

static void interrupt_connecting(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    struct diag d = {0};
    struct db *db = NULL;
    double begin = seconds();
    interrupt_in(200);
    assert_int_equal(db_open(arena_printf(&texts, "postgresql://u@127.0.0.1:%d/d", port), NULL, &d, &db),
                     ERR);
    expect_error(&d, "interrupted");
    assert_true(seconds() - begin < 1);
    db_interrupt_reset();
    diag_clear(&d);
    close(fd);
}

/* The sandbox trusts everybody; for one role it is told to ask. */
static void passwords(UNUSED void **state)
{
    struct db *db = open_server();
    exec(db, "set password_encryption = 'scram-sha-256'"); /* not yet the default in 13 */
    exec(db, "create role asked login password 's3cret'");
    const char *file = value_of(db, "show hba_file"), *url = server_url();
    exec(db, arena_printf(&texts,
                          "copy (values ('local all asked scram-sha-256'), ('local all banned reject'), "
                          "('local all all trust'))"
                          " to '%s'",
                          file));
    exec(db, "select pg_catalog.pg_reload_conf(), pg_catalog.pg_sleep(0.3)");
    db_close(db);

    unsetenv("PGPASSWORD");
    setenv("PGPASSFILE", "/nonexistent", 1);
    expect_refused(arena_printf(&texts, "%s&user=asked&password=not-s3cret", url), "28P01",
                   "password authentication failed", "Authentication failed");
    expect_refused(arena_printf(&texts, "%s&user=asked", url), "08001", "cannot connect",
                   "asks for a password");
    expect_refused(arena_printf(&texts, "%s&user=banned", url), "28000", "pg_hba.conf", "pg_hba.conf");
    db_close(open_db(arena_printf(&texts, "%s&user=asked&password=s3cret", url)));
    setenv("PGPASSWORD", "s3cret", 1);
    db = open_db(arena_printf(&texts, "%s&user=asked", url));
    struct diag d = {0};
    assert_int_equal(db_exec(db, "do $$begin raise exception 's3cret'; end$$", &d), ERR);
    expect_text(first(&d)->message, "***");
    diag_clear(&d);
    db_close(db);
    unsetenv("PGPASSWORD");
}

/* The last defence: wherever the password turns up. */
static void password_filtered(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct db *db = open_db(arena_printf(&texts, "%s&password=s3cret%%27x", server_url()));
    struct diag d = {0};
    assert_int_equal(db_exec(db,
                             "do $$begin raise notice 'the s3cret''x'; raise exception 'a s3cret''x b'"
                             " using detail = 's3cret''x', hint = '(s3cret''x)'; end$$",
                             &d),
                     ERR);
    assert_int_equal(db_exec(db, "select $$s3cret'x$$, nope", &d), ERR);
    const struct diag_entry *notice = d.entries.at[0], *error = d.entries.at[1], *excerpt = d.entries.at[2];
    expect_text(notice->message, "the ***");
    expect_text(error->message, "a *** b");
    expect_text(error->hint, "(***)");
    expect_in(error->detail, "DETAIL: ***");
    expect_in(excerpt->detail, "LINE 1: select $$***$$, nope\n                        ^");
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    diag_clear(&d);
    db_close(db);
}

int main(void)
{
    struct cases c = {0};
    int failed;

    server_url();
    add_case(&c, "no such database", no_database);
    add_case(&c, "no such role", no_role);
    add_case(&c, "nothing listening", nothing_listening);
    add_case(&c, "bad option", bad_option);
    add_case(&c, "no answer", no_answer);
    add_case(&c, "next host of a list", next_host);
    add_case(&c, "interrupt while connecting", interrupt_connecting);
    add_case(&c, "passwords", passwords);
    add_case(&c, "password filtered", password_filtered);
    failed = run_cases(&c, "connecting");
    arena_clear(&texts);
    return failed;
}
