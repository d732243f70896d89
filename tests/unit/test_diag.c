#include "harness.h"

#include "base/diag.h"

static void check_counts(void **state)
{
    (void)state;
    struct diag d = {0};
    char text[] = "gone soon";
    assert_int_equal(diag_error(&d, "a.b", NOWHERE, "%s", text), ERR);
    memset(text, 'x', sizeof(text) - 1);
    diag_warning(&d, "c.d", NOWHERE, "two");
    diag_note(&d, "e.f", NOWHERE, "three");
    diag_object(&d, "table public.t");
    diag_sqlstate(&d, "42P01");
    assert_int_equal(d.errors, 1);
    assert_int_equal(d.warnings, 1);
    assert_int_equal(d.entries.n, 3);
    const struct diag_entry *first = d.entries.at[0], *last = d.entries.at[2];
    expect_text(first->message, "gone soon");
    expect_text(last->object, "table public.t");
    expect_text(last->sqlstate, "42P01");
    diag_clear(&d);
    assert_int_equal(d.entries.n, 0);
}

static void check_null(void **state)
{
    (void)state;
    assert_int_equal(diag_error(NULL, "a", NOWHERE, "x"), ERR);
    diag_hint(NULL, "x");
    diag_detail(NULL, "x");
    diag_related(NULL, NOWHERE, "x");
    struct diag d = {0};
    diag_hint(&d, "no entry yet");
}

struct render_row {
    const char *name, *text;
    unsigned line, column;
    const char *message, *want;
};

static const struct render_row render_rows[] = {
    {"plain", "a: 1\nb: 2\n", 2, 4, "odd", "test:2:4: error: odd [c]\n    2 | b: 2\n      |    ^\n"},
    {"first column", "abc", 1, 1, "odd", "test:1:1: error: odd [c]\n    1 | abc\n      | ^\n"},
    {"behind the end", "abc", 1, 4, "odd", "test:1:4: error: odd [c]\n    1 | abc\n      |    ^\n"},
    {"far behind the end", "abc", 1, 99, "odd", "test:1:99: error: odd [c]\n    1 | abc\n      |    ^\n"},
    {"multi-byte", "größe x", 1, 7, "odd", "test:1:7: error: odd [c]\n    1 | größe x\n      |       ^\n"},
    {"wide", "日本 x", 1, 4, "odd", "test:1:4: error: odd [c]\n    1 | 日本 x\n      |      ^\n"},
    {"tabs", "\ta\tb", 1, 4, "odd", "test:1:4: error: odd [c]\n    1 | \ta\tb\n      | \t \t^\n"},
    {"windows line", "a\r\nb\r\n", 2, 1, "odd", "test:2:1: error: odd [c]\n    2 | b\n      | ^\n"},
    {"no such line", "a\n", 9, 1, "odd", "test:9:1: error: odd [c]\n"},
    {"whole source", "a\n", 0, 0, "odd", "test: error: odd [c]\n"},
    {"control characters", "a\033b\001c", 1, 5, "x\ny\033[0m",
     "test:1:5: error: x\\u000Ay\\u001B[0m [c]\n    1 | a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD"
     "c\n      |     ^\n"},
    {"invalid bytes",
     "a\xFF"
     "b",
     1, 3, "odd",
     "test:1:3: error: odd [c]\n    1 | a\xEF\xBF\xBD"
     "b\n      |   ^\n"},
    {"empty line", "a\n\nb", 2, 1, "odd", "test:2:1: error: odd [c]\n    2 | \n      | ^\n"},
};

static void check_render(void **state)
{
    const struct render_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct loc at = {.source = text_source(&a, row->text), .line = row->line, .column = row->column};
    diag_error(&d, "c", at, "%s", row->message);
    expect_text(diag_text(&a, &d), row->want);
    diag_clear(&d);
}

static void check_long_line(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF line = {0};
    for (int i = 0; i < 100; i++)
        buf_addf(&line, "%05d", i);
    struct source *source = text_source(&a, buf_str(&line));
    static const unsigned columns[] = {1, 80, 81, 250, 420, 421, 500, 501};
    for (size_t i = 0; i < COUNT(columns); i++) {
        struct diag d = {0};
        diag_error(&d, "c", (struct loc){source, 1, columns[i]}, "odd");
        const char *text = diag_text(&a, &d), *shown = strchr(text, '\n') + 1,
                   *under = strchr(shown, '\n') + 1;
        size_t width = (size_t)(under - shown) - 1 - 8, caret = (size_t)(strchr(under, '^') - under);
        assert_true(width <= 160 + 6);
        if (columns[i] <= 500)
            assert_int_equal(shown[caret], buf_str(&line)[columns[i] - 1]);
        else
            assert_int_equal(caret, 8 + width);
        diag_clear(&d);
    }
}

static void check_parts(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct source *source = text_source(&a, "one\ntwo\n");
    diag_warning(&d, "w", (struct loc){source, 2, 1}, "twice");
    diag_related(&d, (struct loc){source, 1, 2}, "first here");
    diag_detail(&d, "line one\n\tline\033two\n");
    diag_hint(&d, "Take %s.", "one");
    diag_note(&d, "n", NOWHERE, "nowhere");
    expect_text(diag_text(&a, &d), "test:2:1: warning: twice [w]\n    2 | two\n      | ^\n"
                                   "test:1:2: note: first here\n    1 | one\n      |  ^\n"
                                   "    line one\n    \tline\\u001Btwo\n"
                                   "hint: Take one.\n"
                                   "note: nowhere [n]\n");
    AUTO_BUF colour = {0};
    diag_render(&colour, d.entries.at[1], true);
    expect_text(buf_str(&colour), "\033[1;36mnote\033[0m: nowhere [n]\n");
    diag_clear(&d);
}

struct near_row {
    const char *name, *want;
};

static const struct near_row near_rows[] = {
    {"colums", "columns"},
    {"columns", "columns"},
    {"cloumns", "columns"},
    {"indxs", "indexes"},
    {"indxes", "indexes"},
    {"index", "indexes"},
    {"xyz", NULL},
    {"chek", "check"},
    {"pk", NULL},
    {"", NULL},
    {"checks_", "checks"},
    {"tabel", "table"},
    {"a_word_so_long_that_nothing_can_be_near_it_at_all_and_more_of_it_to_come_and_more_of_it_to_come_and_"
     "more_of_it_"
     "to_come_and_more_of_it_to_come_and_more_of_it_to_come_and_more_of_it_to_come_and_more_of_it_to_come_"
     "and_more_of",
     NULL},
};

static void check_near(void **state)
{
    const struct near_row *row = *state;
    static const char *const words[] = {"columns", "indexes",     "check", "checks",
                                        "table",   "primary_key", NULL,    "ok"};
    expect_text(diag_nearest(row->name, words, COUNT(words)), row->want);
}

static void check_loc(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct source *source = text_source(&a, "é1\n2\n");
    static const unsigned want[][3] = {{0, 1, 1}, {2, 1, 2}, {3, 1, 3}, {4, 2, 1},
                                       {5, 2, 2}, {6, 3, 1}, {99, 3, 1}};
    for (size_t i = 0; i < COUNT(want); i++) {
        struct loc at = loc_at(source, want[i][0]);
        assert_int_equal(at.line, want[i][1]);
        assert_int_equal(at.column, want[i][2]);
    }
    assert_int_equal(loc_at(NULL, 5).line, 0);
}

int main(void)
{
    struct cases c = {0};
    add_case(&c, "counts and copies", check_counts);
    add_case(&c, "no diag", check_null);
    ADD_ROWS(&c, render_rows, check_render);
    add_case(&c, "long lines are cut around the caret", check_long_line);
    add_case(&c, "related, detail, hint, colour", check_parts);
    ADD_ROWS(&c, near_rows, check_near);
    add_case(&c, "offset to line and column", check_loc);
    return run_cases(&c, "diag");
}
