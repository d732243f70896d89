#include "harness.h"

#include "sql/split.h"

struct row {
    const char *name, *text,
        *want; /* want: statements joined with "|", their comments before them as {comment} */
};

static const struct row rows[] = {
    {"nothing", "", ""},
    {"only space and semicolons", " ;; ; -- c\n", ""},
    {"two", "select 1; select 2;", "select 1|select 2"},
    {"last without semicolon", "select 1;\nselect 2\n", "select 1|select 2"},
    {"trailing comment is cut", "select 1 -- c\n; select 2 /* d */", "select 1|select 2"},
    {"comment inside stays", "select /* a */ 1; x", "select /* a */ 1|x"},
    {"semicolons in quotes", "select ';', \";\", $$;$$, E'\\';';x", "select ';', \";\", $$;$$, E'\\';'|x"},
    {"DO block", "do $$ begin perform 1; end $$; x", "do $$ begin perform 1; end $$|x"},
    {"function body in dollars", "create function f() returns int as $f$ begin; end; $f$ language plpgsql; x",
     "create function f() returns int as $f$ begin; end; $f$ language plpgsql|x"},
    {"BEGIN ATOMIC", "create function f() returns int begin atomic select 1; select 2; end; x",
     "create function f() returns int begin atomic select 1; select 2; end|x"},
    {"BEGIN ATOMIC with nothing in it", "create procedure p() begin atomic end; x",
     "create procedure p() begin atomic end|x"},
    {"BEGIN ATOMIC, or replace", "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC; SELECT 1; END; x",
     "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC; SELECT 1; END|x"},
    {"CASE in BEGIN ATOMIC",
     "create function f() begin atomic select case when a then case b when 1 then 2 end end; end; x",
     "create function f() begin atomic select case when a then case b when 1 then 2 end end; end|x"},
    {"labels and names called end",
     "create function f() begin atomic select 1 as end; select t.end, 2 end from t; end; x",
     "create function f() begin atomic select 1 as end; select t.end, 2 end from t; end|x"},
    {"comment before END", "create function f() begin atomic select 1; /* ; */ -- ;\n end; x",
     "create function f() begin atomic select 1; /* ; */ -- ;\n end|x"},
    {"quoted end is no END", "create function f() begin atomic select 1; \"end\"; end; x",
     "create function f() begin atomic select 1; \"end\"; end|x"},
    {"a table called atomic", "create table t (begin atomic); x", "create table t (begin atomic)|x"},
    {"BEGIN alone is a statement", "begin; select 1; end;", "begin|select 1|end"},
    {"rule with a list",
     "create rule r as on insert to t do also (insert into a values (1); insert into b values (2)); x",
     "create rule r as on insert to t do also (insert into a values (1); insert into b values (2))|x"},
    {"or replace rule", "create or replace rule r as on insert to t do (a; b); x",
     "create or replace rule r as on insert to t do (a; b)|x"},
    {"standard_conforming_strings on", "SET standard_conforming_strings = on; x",
     "SET standard_conforming_strings = on|x"},
    {"comments", "-- one\n--two\n\n--  three\nselect 1;", "{one}{two}{ three}select 1"},
    {"comments on a line with something else", "select 1; -- mine\n/* x */ -- no\n-- yours\nselect 2",
     "select 1|{yours}select 2"},
    {"comments in a block comment", "/*\n-- no\n*/\n-- yes\nselect 1", "{yes}select 1"},
    {"comments inside a statement are its own", "select\n-- in\n1; select 2", "select\n-- in\n1|select 2"},
    {"comments with Windows line ends", "-- a\r\n-- b\r\nselect 1\r\n;", "{a}{b}select 1"},
    {"copy to stdout", "copy t to stdout; x", "copy t to stdout|x"},
    {"copy from a file", "copy t from '/x'; x", "copy t from '/x'|x"},
    {"brackets", "select a[1], (b)[2:3]; x", "select a[1], (b)[2:3]|x"},
};

static char *describe(struct arena *a, const struct list *statements)
{
    struct buf out = {0};
    const struct sql_statement *s;
    const char *comment;
    bool first = true;
    list_each (s, statements) {
        buf_sep(&out, &first, "|");
        list_each (comment, &s->comments)
            buf_addf(&out, "{%s}", comment);
        buf_add(&out, s->text);
    }
    return buf_take(&out, a);
}

static void check(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct list statements = {0};
    const struct source *source = text_source(&a, row->text);
    int rc = sql_split(&a, source, 0, source->len, &d, &statements);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    expect_text(describe(&a, &statements), row->want);
    const struct sql_statement *s;
    list_each (s, &statements) {
        expect_text(arena_strndup(&a, source->text + s->start, s->end - s->start), s->text);
        struct loc at = loc_at(source, s->start);
        assert_int_equal(s->at.line, at.line);
        assert_int_equal(s->at.column, at.column);
    }
}

/* want: every error as line:column code */
static const struct row bad_rows[] = {
    {"meta command", "select 1;\n  \\connect foo\nselect 2;", "2:3 sql.meta-command"},
    {"meta command after a statement", "select 1 \\gexec\n", "1:10 sql.meta-command"},
    {"several", "\\a\nselect 1;\n\\b", "1:1 sql.meta-command 3:1 sql.meta-command"},
    {"copy with data", "copy t from stdin;\n1\t'\n\\.\n)", "1:1 sql.copy-stdin 4:1 sql.parenthesis"},
    {"copy without data", "copy t (a) from stdin with csv;\nselect 1;\n)",
     "1:1 sql.copy-stdin 3:1 sql.parenthesis"},
    {"unterminated string", "select 1;\nselect 'ä', 'b", "2:13 sql.syntax"},
    {"unterminated comment", "select 1 /* ", "1:10 sql.syntax"},
    {"unterminated dollar quote", "do $a$ begin end $$;", "1:4 sql.syntax"},
    {"unterminated identifier", "select \"a", "1:8 sql.syntax"},
    {"parenthesis not closed", "select (1;\nselect 2;", "1:8 sql.parenthesis"},
    {"parenthesis not closed, inner", "create table t (a int default (1;\n)",
     "1:31 sql.parenthesis 2:1 sql.parenthesis"},
    {"parenthesis not closed at the end", "select (1", "1:8 sql.parenthesis"},
    {"parenthesis not opened", "select 1); select 2)", "1:9 sql.parenthesis 1:20 sql.parenthesis"},
    {"wrong bracket", "select (1]", "1:10 sql.parenthesis"},
    {"standard_conforming_strings off", "set standard_conforming_strings = off; select 1", "1:1 sql.strings"},
    {"standard_conforming_strings local", "select 1; SET LOCAL standard_conforming_strings TO 'off'",
     "1:11 sql.strings"},
};

static void check_bad(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct list statements = {0};
    const struct source *source = text_source(&a, row->text);
    assert_int_equal(sql_split(&a, source, 0, source->len, &d, &statements), ERR);
    const struct diag_entry *e;
    bool first = true;
    list_each (e, &d.entries) {
        buf_sep(&out, &first, " ");
        buf_addf(&out, "%u:%u %s", e->at.line, e->at.column, e->code);
    }
    expect_text(buf_str(&out), row->want);
    assert_int_equal(statements.n, 0);
    diag_clear(&d);
}

static void check_part(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct list statements = {0};
    const struct source *source = text_source(&a, "-- head\nselect 1;\n-- é\nselect 2; 'junk");
    assert_int_equal(sql_split(&a, source, 8, 33, NULL, &statements), OK);
    expect_text(describe(&a, &statements), "select 1|{é}select 2");
    const struct sql_statement *s = statements.at[1];
    assert_int_equal(s->at.line, 4);
    assert_int_equal(s->at.column, 1);
}

struct class_row {
    const char *name;
    enum sql_class want;
};

static const struct class_row class_rows[] = {
    {"", SQL_ORDINARY},
    {"select 1", SQL_ORDINARY},
    {"begin", SQL_TRANSACTION},
    {"START TRANSACTION READ ONLY", SQL_TRANSACTION},
    {"commit and chain", SQL_TRANSACTION},
    {"end", SQL_TRANSACTION},
    {"rollback to a", SQL_TRANSACTION},
    {"abort", SQL_TRANSACTION},
    {"savepoint a", SQL_TRANSACTION},
    {"release a", SQL_TRANSACTION},
    {"prepare transaction 'x'", SQL_TRANSACTION},
    {"commit prepared 'x'", SQL_TRANSACTION},
    {"prepare x as select 1", SQL_ORDINARY},
    {"/* c */ create /* d */ index concurrently i on t (a)", SQL_AUTOCOMMIT},
    {"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)", SQL_AUTOCOMMIT},
    {"create index i on t (a)", SQL_ORDINARY},
    {"create index \"concurrently\" on t (a)", SQL_ORDINARY},
    {"drop index concurrently if exists i", SQL_AUTOCOMMIT},
    {"drop index i", SQL_ORDINARY},
    {"drop table concurrently", SQL_ORDINARY},
    {"reindex index concurrently i", SQL_AUTOCOMMIT},
    {"reindex (verbose, concurrently) table t", SQL_AUTOCOMMIT},
    {"reindex (concurrently off) table t", SQL_ORDINARY},
    {"reindex (verbose) table concurrently t", SQL_AUTOCOMMIT},
    {"reindex table t", SQL_ORDINARY},
    {"reindex schema s", SQL_AUTOCOMMIT},
    {"reindex database d", SQL_AUTOCOMMIT},
    {"vacuum", SQL_AUTOCOMMIT},
    {"vacuum (analyze) t", SQL_AUTOCOMMIT},
    {"analyze t", SQL_ORDINARY},
    {"cluster", SQL_AUTOCOMMIT},
    {"cluster verbose;", SQL_AUTOCOMMIT},
    {"cluster (verbose)", SQL_AUTOCOMMIT},
    {"cluster t using i", SQL_ORDINARY},
    {"create database d", SQL_AUTOCOMMIT},
    {"drop database d", SQL_AUTOCOMMIT},
    {"alter database d set tablespace x", SQL_AUTOCOMMIT},
    {"alter database d set work_mem = 1", SQL_ORDINARY},
    {"create tablespace x location '/'", SQL_AUTOCOMMIT},
    {"drop tablespace x", SQL_AUTOCOMMIT},
    {"alter system set work_mem = 1", SQL_AUTOCOMMIT},
    {"alter table t detach partition p concurrently", SQL_AUTOCOMMIT},
    {"alter table t detach partition p", SQL_ORDINARY},
    {"alter table t detach partition p finalize", SQL_ORDINARY},
    {"refresh materialized view concurrently v", SQL_ORDINARY},
    {"create subscription s connection '' publication p", SQL_AUTOCOMMIT},
    {"create subscription s connection '' publication p with (connect = false)", SQL_ORDINARY},
    {"create subscription s connection '' publication p with (create_slot = 'off')", SQL_ORDINARY},
    {"drop subscription s", SQL_AUTOCOMMIT},
    {"alter subscription s refresh publication", SQL_AUTOCOMMIT},
    {"alter subscription s set publication p", SQL_AUTOCOMMIT},
    {"alter subscription s add publication p with (refresh = false)", SQL_ORDINARY},
    {"alter subscription s disable", SQL_ORDINARY},
    {"discard all", SQL_AUTOCOMMIT},
    {"discard plans", SQL_ORDINARY},
};

static void check_class(void **state)
{
    const struct class_row *row = *state;
    assert_int_equal(sql_classify(row->name), row->want);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, rows, check);
    ADD_ROWS(&c, bad_rows, check_bad);
    add_case(&c, "part of a source", check_part);
    ADD_ROWS(&c, class_rows, check_class);
    return run_cases(&c, "split");
}
