/* Revision files: reading with every mistake told at its place, and writing what reads back. */
#include "harness.h"

#include "base/file.h"
#include "revision/file.h"

struct error_row {
    const char *name, *text, *code;
    unsigned line, column; /* 0: the file as a whole */
};

#define HEAD    "-- kedge:revision aaaa\n" /* line 1 */
#define UPGRADE HEAD "-- kedge:upgrade\n"  /* line 2 */

static const struct error_row errors[] = {
    {"no id", "-- kedge:upgrade\n", "revision.header", 0, 0},
    {"no upgrade section", HEAD "-- kedge:downgrade\n", "revision.section", 0, 0},
    {"two ids", HEAD UPGRADE, "revision.header", 2, 1},
    {"id with a sign", "-- kedge:revision a-b\n-- kedge:upgrade\n", "revision.id", 1, 1},
    {"id with white space", "-- kedge:revision a b\n-- kedge:upgrade\n", "revision.id", 1, 1},
    {"id with a meaning", "-- kedge:revision head\n-- kedge:upgrade\n", "revision.id", 1, 1},
    {"empty id", "-- kedge:revision\n-- kedge:upgrade\n", "revision.id", 1, 1},
    {"long id",
     "-- kedge:revision 12345678901234567890123456789012345678901234567890123456789012345\n-- "
     "kedge:upgrade\n",
     "revision.id", 1, 1},
    {"two lines of parents", HEAD "-- kedge:revises b\n-- kedge:revises c\n-- kedge:upgrade\n",
     "revision.header", 3, 1},
    {"no parent named", HEAD "-- kedge:revises\n-- kedge:upgrade\n", "revision.header", 2, 1},
    {"parent twice", HEAD "-- kedge:revises b, b\n-- kedge:upgrade\n", "revision.header", 2, 1},
    /* Alembic takes it, and reads "foo-1" as one below foo: refused, as 2.16 asks of what has two meanings.
     */
    {"V5: label with a dash", HEAD "-- kedge:labels foo-1\n-- kedge:upgrade\n", "revision.id", 2, 1},
    {"label with a colon", HEAD "-- kedge:labels a:b\n-- kedge:upgrade\n", "revision.id", 2, 1},
    {"header in a section", UPGRADE "-- kedge:revises b\n", "revision.header", 3, 1},
    {"two upgrades", UPGRADE "-- kedge:upgrade\n", "revision.section", 3, 1},
    {"text after the section word", HEAD "-- kedge:upgrade now\n", "revision.section", 2, 1},
    {"SQL above the sections", HEAD "SELECT 1;\n-- kedge:upgrade\n", "revision.section", 2, 1},
    {"unknown directive", UPGRADE "-- kedge:autocomit\nVACUUM;\n", "revision.directive", 3, 1},
    {"directive above the sections", HEAD "-- kedge:autocommit\n-- kedge:upgrade\n", "revision.directive", 2,
     1},
    {"directive without a statement", UPGRADE "SELECT 1;\n-- kedge:autocommit\n", "revision.directive", 4, 1},
    {"directive behind a statement", UPGRADE "VACUUM; -- kedge:autocommit\nSELECT 1;\n", "revision.directive",
     3, 9},
    {"directive inside a statement", UPGRADE "SELECT\n-- kedge:autocommit\n1;\n", "revision.directive", 4, 1},
    {"autocommit with a value", UPGRADE "-- kedge:autocommit yes\nVACUUM;\n", "revision.directive", 3, 1},
    {"timeout without a value", UPGRADE "-- kedge:timeout\nSELECT 1;\n", "revision.directive", 3, 1},
    {"timeout of what", UPGRADE "-- kedge:timeout locks=1s\nSELECT 1;\n", "revision.directive", 3, 1},
    {"timeout of how much", UPGRADE "-- kedge:timeout lock=soon\nSELECT 1;\n", "revision.directive", 3, 1},
    {"timeout out of range", UPGRADE "-- kedge:timeout lock=999999999h\nSELECT 1;\n", "revision.directive", 3,
     1},
    {"only somewhere else", UPGRADE "-- kedge:only oracle\nSELECT 1;\n", "revision.directive", 3, 1},
    {"allow nothing", UPGRADE "-- kedge:allow\nSELECT 1;\n", "revision.directive", 3, 1},
    {"batch with an odd limit", UPGRADE "-- kedge:batch limit=2s\nDELETE FROM t;\n", "revision.directive", 3,
     1},
    {"batch with a huge limit", UPGRADE "-- kedge:batch limit=9999999999\nDELETE FROM t;\n",
     "revision.directive", 3, 1},
    {"batch with an unknown word", UPGRADE "-- kedge:batch rounds=2\nDELETE FROM t;\n", "revision.directive",
     3, 1},
    {"batch of DDL", UPGRADE "-- kedge:batch\nDROP TABLE t;\n", "revision.directive", 4, 1},
    {"batch outside of transactions", UPGRADE "-- kedge:batch\n-- kedge:autocommit\nDELETE FROM t;\n",
     "revision.directive", 5, 1},
    {"transaction statement", UPGRADE "SELECT 1;\n  BEGIN;\n", "revision.transaction", 4, 3},
    {"savepoint in the downgrade", UPGRADE "-- kedge:downgrade\nSAVEPOINT s;\n", "revision.transaction", 4,
     1},
    {"psql command", UPGRADE "\\i other.sql\n", "sql.meta-command", 3, 1},
    {"open string", UPGRADE "SELECT 'a;\n", "sql.syntax", 3, 8},
    {"merge conflict",
     HEAD "<<<<<<< HEAD\n-- kedge:revises b\n=======\n-- kedge:revises c\n>>>>>>> x\n-- kedge:upgrade\n",
     "revision.conflict", 2, 1},
};

static void check_error(void **state)
{
    const struct error_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct revision *r;
    assert_int_equal(revision_parse(&a, text_source(&a, row->text), &d, &r), ERR);
    assert_true(r->broken);
    expect_error(&d, row->code);
    const struct diag_entry *e = d.entries.at[0];
    assert_non_null(e->at.source);
    assert_int_equal(e->at.line, row->line);
    assert_int_equal(e->at.column, row->column);
    diag_clear(&d);
}

static const char whole[] = "-- add users.phone\n"
                            "-- more words\n"
                            "--\n"
                            "-- kedge:revision 4e55a8b046a1\n"
                            "-- kedge:revises 8653cc238299, 1234\n"
                            "-- kedge:created 2026-11-20T18:40:00Z\n"
                            "-- kedge:labels billing\n"
                            "-- kedge:depends 1975ea83b712 shop\n"
                            "\n"
                            "-- kedge:upgrade\n"
                            "ALTER TABLE users ADD COLUMN phone text; -- a comment\n"
                            "\n"
                            "-- kedge:timeout lock=2s statement=0\n"
                            "-- lock: none\n"
                            "-- kedge:allow drop-column, x\n"
                            "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n"
                            "-- kedge:downgrade\n"
                            "SELECT '-- kedge:nonsense' $$;\n"
                            "/* -- kedge:nonsense */\n"
                            "-- kedge:batch pause=100ms limit=20\n"
                            "UPDATE users SET phone = '' WHERE id IN (SELECT id FROM users LIMIT 10)\n"
                            "\n"
                            "-- kedge:downgrade\n"
                            "-- kedge:only postgres\n"
                            "-- kedge:autocommit\n"
                            "DROP INDEX CONCURRENTLY i;\n"
                            "DROP FUNCTION f();\n";

static void test_whole(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct revision *r;
    (void)state;
    int rc = revision_parse(&a, text_source(&a, whole), &d, &r);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    expect_text(r->id, "4e55a8b046a1");
    expect_text(r->message, "add users.phone");
    expect_text(r->created, "2026-11-20T18:40:00Z");
    assert_int_equal(r->parents.n, 2);
    expect_text(r->parents.at[1], "1234");
    assert_int_equal(r->depends.n, 2);
    expect_text(r->depends.at[1], "shop");
    expect_text(r->labels.at[0], "billing");
    assert_int_equal(r->upgrade.steps.n, 3);
    assert_int_equal(r->downgrade.steps.n, 2);
    assert_int_equal(r->downgrade.at.line, 23);

    const struct step *first = r->upgrade.steps.at[0], *function = r->upgrade.steps.at[1],
                      *batch = r->upgrade.steps.at[2];
    expect_text(first->text, "ALTER TABLE users ADD COLUMN phone text");
    assert_int_equal(first->at.line, 11);
    assert_int_equal(first->lock_timeout, REVISION_NOT_SET);
    assert_int_equal(function->lock_timeout, 2000);
    assert_int_equal(function->statement_timeout, 0);
    assert_int_equal(function->allow.n, 2);
    assert_memory_equal(whole + function->offset, function->text, strlen(function->text));
    assert_true(batch->batch);
    assert_int_equal(batch->pause, 100);
    assert_int_equal(batch->round_limit, 20);
    assert_int_equal(first->round_limit, REVISION_NOT_SET);
    const struct step *drop = r->downgrade.steps.at[0], *last = r->downgrade.steps.at[1];
    assert_true(drop->autocommit);
    expect_text(drop->only, "postgres");
    assert_false(last->autocommit);
    assert_null(last->only);
    diag_clear(&d);
}

/* The sum must not change with line ends, the header, or white space around the section. */
static void test_sum(void **state)
{
    AUTO_ARENA a = {0};
    struct revision *one, *two, *three;
    (void)state;
    assert_int_equal(revision_parse(&a, text_source(&a, UPGRADE "A;\nB;\n"), NULL, &one), OK);
    assert_int_equal(
        revision_parse(
            &a, text_source(&a, "-- x\r\n-- kedge:revision b\r\n-- kedge:upgrade\r\n\r\nA;\r\nB;\r\n\r\n"),
            NULL, &two),
        OK);
    assert_int_equal(revision_parse(&a, text_source(&a, UPGRADE "A;\nC;\n"), NULL, &three), OK);
    expect_text(two->upgrade.sha256, one->upgrade.sha256);
    assert_string_not_equal(three->upgrade.sha256, one->upgrade.sha256);
    expect_text(two->id, "b");
    expect_text(two->message, "x");
}

/* What is wrong with the body does not hide the id. */
static void test_id_survives(void **state)
{
    AUTO_ARENA a = {0};
    struct revision *r;
    (void)state;
    assert_int_equal(revision_parse(&a, text_source(&a, UPGRADE "SELECT 'open;\n"), NULL, &r), ERR);
    expect_text(r->id, "aaaa");
    assert_int_equal(revision_parse(&a, text_source(&a, UPGRADE "<<<<<<< a\n>>>>>>> b\n"), NULL, &r), ERR);
    expect_text(r->id, "aaaa");
}

struct slug_row {
    const char *name, *message, *slug;
};

static const struct slug_row slugs[] = {
    {"words", "Add users.phone!", "add_users_phone"},
    {"nothing", "", ""},
    {"only signs", " -- ", ""},
    {"not ASCII", "Größe ändern", "größe_ändern"},
    {"signs of other scripts", "one — two… “three”", "one_two_three"},
    {"underscores stay", "a_b  c", "a_b_c"},
    {"forty fit", "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"},
    {"one word too long", "12345678901234567890123456789012345678901",
     "1234567890123456789012345678901234567890_"},
    {"cut at a word", "the quick brown fox jumps over the lazy dog",
     "the_quick_brown_fox_jumps_over_the_lazy_"},
    {"cut in a word", "the quick brown fox jumps over the lazydogs", "the_quick_brown_fox_jumps_over_the_"},
};

static void check_slug(void **state)
{
    const struct slug_row *row = *state;
    AUTO_ARENA a = {0};
    expect_text(revision_slug(&a, row->message, 40), row->slug);
}

struct path_row {
    const char *name, *template, *path; /* NULL: refused */
};

static const struct path_row paths[] = {
    {"default", NULL, "v/ab12_add_a_b.sql"},
    {"date", "%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d%(second).2d-%(rev)s",
     "v/2026_01_02_030405-ab12.sql"},
    {"epoch and percent", "%(epoch)s%%", "v/1767323045%.sql"},
    {"sub-folder", "%(year)d/%(rev)s", "v/2026/ab12.sql"},
    {"unknown", "%(revision)s", NULL},
    {"open", "%(rev", NULL},
    {"no conversion", "%(rev)", NULL},
    {"elsewhere", "../%(rev)s", NULL},
    {"absolute", "/tmp/%(rev)s", NULL},
};

static void check_path(void **state)
{
    const struct path_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct revision_draft draft = {.id = "ab12",
                                   .message = "add a.b",
                                   .created = 1767323045,
                                   .folder = "v",
                                   .file_template = row->template};
    char *path = NULL;
    int rc = revision_path(&a, &draft, &d, &path);
    assert_int_equal(rc, row->path ? OK : ERR);
    if (row->path)
        expect_text(path, row->path);
    else
        expect_error(&d, "revision.template");
    diag_clear(&d);
}

static void test_write(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    char *folder = temp_folder(&a), *path, *again;
    struct source *s;
    (void)state;
    struct revision_draft draft = {.id = "ab12",
                                   .message = "two\nlines\n-- kedge:upgrade",
                                   .created = 1767323045,
                                   .upgrade = "\nCREATE TABLE t ();\n\n",
                                   .folder = path_join(&a, folder, "new/versions")};
    list_push(&a, &draft.parents, "p1");
    list_push(&a, &draft.parents, "p2");
    list_push(&a, &draft.labels, "l");
    list_push(&a, &draft.depends, "d");
    int rc = revision_write(&a, &draft, &d, &path);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    assert_int_equal(file_read(&a, path, 0, &d, &s), OK);
    expect_text(s->text, "-- two\\u000Alines\\u000A-- kedge:upgrade\n"
                         "--\n"
                         "-- kedge:revision ab12\n"
                         "-- kedge:revises p1, p2\n"
                         "-- kedge:created 2026-01-02T03:04:05Z\n"
                         "-- kedge:labels l\n"
                         "-- kedge:depends d\n"
                         "\n"
                         "-- kedge:upgrade\n"
                         "CREATE TABLE t ();\n"
                         "\n"
                         "-- kedge:downgrade\n");
    assert_int_equal(revision_write(&a, &draft, &d, &again), ERR);
    expect_error(&d, "file.exists");
    diag_clear(&d);
    draft.id = "cd34";
    draft.upgrade = "COMMIT;";
    assert_int_equal(revision_write(&a, &draft, &d, &again), ERR);
    expect_error(&d, "revision.transaction");
    diag_clear(&d);
    draft.id = "c:d";
    draft.upgrade = NULL;
    assert_int_equal(revision_write(&a, &draft, &d, &again), ERR);
    expect_error(&d, "revision.id");
    diag_clear(&d);
    temp_folder_remove(folder);
}

static void test_new_id(void **state)
{
    AUTO_ARENA a = {0};
    const char *one = revision_new_id(&a), *two = revision_new_id(&a);
    (void)state;
    assert_int_equal(strlen(one), 12);
    assert_int_equal(strspn(one, "0123456789abcdef"), 12);
    assert_string_not_equal(one, two);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, errors, check_error);
    ADD_ROWS(&c, slugs, check_slug);
    ADD_ROWS(&c, paths, check_path);
    add_case(&c, "a whole file", test_whole);
    add_case(&c, "sums", test_sum);
    add_case(&c, "a broken body has an id", test_id_survives);
    add_case(&c, "writing", test_write);
    add_case(&c, "new ids", test_new_id);
    return run_cases(&c, "revision file");
}
