#include "harness.h"

#include "db/url.h"

struct row {
    const char *name, *want; /* the name is the URL */
};

static const struct row postgres_rows[] = {
    {"postgres://", ""},
    {"postgresql://localhost", "host='localhost'"},
    {"postgresql://localhost:5433", "port='5433' host='localhost'"},
    {"postgresql://localhost/mydb", "host='localhost' dbname='mydb'"},
    {"postgresql://user@localhost", "user='user' host='localhost'"},
    {"postgresql://user:secret@localhost", "user='user' password='secret' host='localhost'"},
    {"postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp",
     "user='other' host='localhost' dbname='otherdb' connect_timeout='10' application_name='myapp'"},
    {"postgresql://host1:123,host2:456/somedb?target_session_attrs=any",
     "port='123,456' host='host1,host2' dbname='somedb' target_session_attrs='any'"},
    {"postgresql://a,b:2/db", "port=',2' host='a,b' dbname='db'"},
    {"postgresql:///mydb?host=localhost&port=5433", "dbname='mydb' host='localhost' port='5433'"},
    {"postgresql:///db?host=/tmp&port=5433", "dbname='db' host='/tmp' port='5433'"},
    {"postgresql://[2001:db8::1234]/database", "host='2001:db8::1234' dbname='database'"},
    {"postgresql://u:p@[::1]:5433/d", "user='u' password='p' port='5433' host='::1' dbname='d'"},
    {"postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", "host='/var/lib/postgresql' dbname='dbname'"},
    {"POSTGRESQL://h/d", "host='h' dbname='d'"},
    {"  postgresql://h/d\n", "host='h' dbname='d'"},
    {"postgresql://u:p%40ss%2F%25@h/my%20db", "user='u' password='p@ss/%' host='h' dbname='my db'"},
    {"postgresql://u:it's\\@h/d", "user='u' password='it\\'s\\\\' host='h' dbname='d'"},
    {"postgresql://u:a?b@h/d", "user='u' password='a?b' host='h' dbname='d'"},
    {"postgresql://u:a:b@h/d", "user='u' password='a:b' host='h' dbname='d'"},
    {"postgresql://u:@h/d", "user='u' host='h' dbname='d'"},
    {"postgresql://@/postgres?host=/tmp/x", "dbname='postgres' host='/tmp/x'"},
    {"postgresql://?user=a@b", "user='a@b'"},
    {"postgresql://h?dbname=d", "host='h' dbname='d'"},
    {"postgresql://h/d?ssl=true", "host='h' dbname='d' sslmode='require'"},
    {"postgresql://h/d?options=-csearch_path%3Da+b", "host='h' dbname='d' options='-csearch_path=a+b'"},
    {"postgresql://h/d?", "host='h' dbname='d'"},
    {"postgresql://h/d?user=a&user=b", "host='h' dbname='d' user='b'"},

    {"postgresql+asyncpg://user:p%40ss@host:5432/db?ssl=require",
     "user='user' password='p@ss' port='5432' host='host' dbname='db' sslmode='require'"},
    {"postgres+psycopg2://u@h/d", "user='u' host='h' dbname='d'"},
    {"postgresql+psycopg://u:100%@h/d", "user='u' password='100%' host='h' dbname='d'"},
    {"postgresql+asyncpg://h/d?async_fallback=true&prepared_statement_cache_size=0&server_settings=x&pool=3",
     "host='h' dbname='d'"},
    {"postgresql+psycopg2://u@/d?host=a:5432&host=b:5433", "user='u' dbname='d' host='a,b' port='5432,5433'"},
    {"postgresql+psycopg2://u@/d?host=a&host=b:5433", "user='u' dbname='d' host='a,b' port=',5433'"},
    {"postgresql+psycopg2://u@/d?host=/var/run", "user='u' dbname='d' host='/var/run'"},
    {"postgresql+asyncpg://h/d?timeout=7", "host='h' dbname='d' connect_timeout='7'"},
    {"postgresql+psycopg://h/d?options=-c+search_path%3Da", "host='h' dbname='d' options='-c search_path=a'"},

    {"mydb", "dbname='mydb'"},
    {"my db", "dbname='my db'"},
    {"service=app", "service='app'"},
    {"host=localhost port=5432 dbname=mydb", "host='localhost' port='5432' dbname='mydb'"},
    {"host = 'a b'  password='it\\'s \\\\'", "host='a b' password='it\\'s \\\\'"},
    {"dbname=d password=a\\ b user=u", "dbname='d' password='a b' user='u'"},
    {"dbname=d password=", "dbname='d' password=''"},
    {"host=h password=://@x", "host='h' password='://@x'"},
};

static const struct row sqlite_rows[] = {
    {"sqlite:///./data/app.db", "./data/app.db"},
    {"sqlite:////abs/app.db", "/abs/app.db"},
    {"sqlite+aiosqlite:///app.db", "app.db"},
    {"sqlite+pysqlite:////x?timeout=3", "/x"},
    {"sqlite://", ":memory:"},
    {"sqlite:///:memory:", ":memory:"},
};

static void check_read(const struct row *row, enum url_kind want_kind)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    enum url_kind kind;
    const char *got = NULL;
    int rc = url_read(&a, row->name, &d, &kind, &got);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    assert_int_equal(kind, want_kind);
    expect_text(got, row->want);
    diag_clear(&d);
}

static void check_postgres(void **state)
{
    check_read(*state, URL_POSTGRES);
}

static void check_sqlite(void **state)
{
    check_read(*state, URL_SQLITE);
}

struct bad_row {
    const char *name, *code, *hint; /* hint: a part of it, or NULL */
};

/* Every password in here has "secret" in it. */
static const struct bad_row bad_rows[] = {
    {"postgrse://u:secret@h/d", "url.scheme", "Did you mean \"postgres://\""},
    {"postgressql://u:secret@h/d", "url.scheme", "Did you mean \"postgresql://\""},
    {"postgresq+asyncpg://u:secret@h/d", "url.scheme", "Did you mean \"postgresql://\""},
    {"jdbc:postgresql://h/d?password=secret", "url.scheme", "Did you mean \"postgresql://\""},
    {"sqlit:///x", "url.scheme", "Did you mean \"sqlite://\""},
    {"mysql://u:secret@h/d", "url.scheme", "kedge takes"},
    {"postgresql:/u:secret@h/d", "url.invalid", "looks like"},
    {"u:secret@h/d", "url.invalid", "looks like"},
    {"", "url.empty", NULL},
    {"  \n", "url.empty", NULL},
    {"postgresql://u:se@secret@h/d", "url.password", "%40"},
    {"postgresql://u:se/secret@h/d", "url.password", "%2F"},
    {"postgresql://u:secret%zz@h/d", "url.percent", "%25"},
    {"postgresql://u:secret%@h/d", "url.percent", "%25"},
    {"postgresql://u:secret%00@h/d", "url.percent", NULL},
    {"postgresql+psycopg://u:secret%00@h/d", "url.percent", NULL},
    {"postgresql://h:secret/d", "url.port", "%2F"},
    {"postgresql://[::1/d", "url.host", NULL},
    {"postgresql://h/d?sslmod=require", "url.option", "Did you mean \"sslmode\""},
    {"postgresql+asyncpg://h/d?sslmod=require", "url.option", "Did you mean \"sslmode\""},
    {"postgresql://h/d?secret", "url.option", NULL},
    {"host=h dbnam=d", "url.option", "Did you mean \"dbname\""},
    {"host=h frobnicate=d", "url.option", "quotes"},
    {"host=h password=two secret", "url.option", "quotes"},
    {"host=h password=two secret=words", "url.option", "quotes"},
    {"host=h password='secret", "url.quote", NULL},
    {"sqlite://app.db", "url.sqlite", "sqlite:///app.db"},
};

static void check_bad(void **state)
{
    const struct bad_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    enum url_kind kind;
    const char *got;
    assert_int_equal(url_read(&a, row->name, &d, &kind, &got), ERR);
    expect_error(&d, row->code);
    const struct diag_entry *e = d.entries.at[0];
    if (row->hint && !strstr(e->hint ? e->hint : "", row->hint))
        expect_text(e->hint, row->hint);
    assert_null(strstr(diag_text(&a, &d), "secret"));
    diag_clear(&d);
}

static const struct row hide_rows[] = {
    {"postgresql://u:secret@h:5432/d", "postgresql://u:***@h:5432/d"},
    {"postgresql+asyncpg://u:secret@h/d?x=1", "postgresql+asyncpg://u:***@h/d?x=1"},
    {"postgresql://u@h:5432/d", "postgresql://u@h:5432/d"},
    {"postgresql://h:5432/d", "postgresql://h:5432/d"},
    {"postgresql://[::1]:5432/d", "postgresql://[::1]:5432/d"},
    {"postgresql://u:se@cret@h/d", "postgresql://u:***@h/d"},
    {"postgresql://u:se/cret@h/d", "postgresql://u:***@h/d"},
    {"postgresql://u:se?cret@h/d", "postgresql://u:***@h/d"},
    {"postgresql://u:se:cret@h/d", "postgresql://u:***@h/d"},
    {"postgresql:///d?user=u&password=secret&port=1", "postgresql:///d?user=u&password=***&port=1"},
    {"postgresql:///d?p%61ssword=secret", "postgresql:///d?p%61ssword=***"},
    {"postgresql:///d?sslpassword=secret", "postgresql:///d?sslpassword=***"},
    {"jdbc:postgresql://h/d?PASSWORD=secret", "jdbc:postgresql://h/d?PASSWORD=***"},
    {"host=h password=secret user=u", "host=h password=*** user=u"},
    {"host=h password = 'se cret\\' x' user=u", "host=h password = *** user=u"},
    {"password='secret", "password=***"},
    {"password=se\\ cret x=y", "password=*** x=y"},
    {"host=h options='-c password=x' dbname=d", "host=h options='-c password=x' dbname=d"},
    {"mydb", "mydb"},
    {"sqlite:///app.db", "sqlite:///app.db"},
    {"", ""},
    {"=", "="},
    {"://", "://"},
};

static void check_hide(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    expect_text(url_hide_password(&a, row->name), row->want);
}

static const struct row database_rows[] = {
    {"postgresql://u:p@h:1/old?sslmode=require",
     "user='u' password='p' port='1' host='h' dbname='it\\'s new' sslmode='require'"},
    {"host=h", "host='h' dbname='it\\'s new'"},
    {"old", "dbname='it\\'s new'"},
    {"service=s", "service='s' dbname='it\\'s new'"},
};

static void check_database(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    const char *got;
    enum url_kind kind;
    assert_int_equal(url_with_database(&a, row->name, "it's new", &d, &got), OK);
    expect_text(got, row->want);
    const char *again; /* the result is a URL too */
    assert_int_equal(url_read(&a, got, &d, &kind, &again), OK);
    expect_text(again, got);
    diag_clear(&d);
}

static void unknown_parameter(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    enum url_kind kind;
    const char *got;
    assert_int_equal(url_read(&a, "postgresql://h/d?frobnicate=1", &d, &kind, &got), OK);
    expect_text(got, "host='h' dbname='d'");
    assert_int_equal(d.warnings, 1);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, postgres_rows, check_postgres);
    ADD_ROWS(&c, sqlite_rows, check_sqlite);
    ADD_ROWS(&c, bad_rows, check_bad);
    ADD_ROWS(&c, hide_rows, check_hide);
    ADD_ROWS(&c, database_rows, check_database);
    add_case(&c, "unknown parameter", unknown_parameter);
    return run_cases(&c, "url");
}
