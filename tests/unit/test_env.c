#include "harness.h"

#include "base/file.h"
#include "db/url.h"

struct row {
    const char *name, *text, *key, *want; /* want NULL: absent */
};

static const struct row rows[] = {
    {"plain", "A=b\n", "A", "b"},
    {"no newline at the end", "A=b", "A", "b"},
    {"empty file", "", "A", NULL},
    {"empty value", "A=\nB=c\n", "A", ""},
    {"CRLF", "A=b\r\nB=c\r\n", "A", "b"},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "A=b\n",
     "A", "b"},
    {"export", "export A=b\n", "A", "b"},
    {"a key named export", "export=b\n", "export", "b"},
    {"spaces around =", "  A = b c  \n", "A", "b c"},
    {"last wins", "A=b\nA=c\n", "A", "c"},
    {"comment line", "# A=x\n  # y\nA=b\n", "A", "b"},
    {"comment after a value", "A=b # c\n", "A", "b"},
    {"# inside a value", "A=b#c\n", "A", "b#c"},
    {"# begins a value", "A=#c\n", "A", "#c"},
    {"nothing but a comment", "A= # c\n", "A", ""},
    {"single quotes", "A='b $X ${X} \\n # c'\n", "A", "b $X ${X} \\n # c"},
    {"single quotes, escaped", "A='it\\'s \\\\'\n", "A", "it's \\"},
    {"double quotes", "A=\"b # c\" # d\n", "A", "b # c"},
    {"double quotes, escaped", "A=\"a\\n\\t\\\"q\\\" \\\\ \\$X \\x\"\n", "A", "a\n\t\"q\" \\ $X \\x"},
    {"over several lines", "A=\"b\nc\"\nB=d\n", "A", "b\nc"},
    {"after several lines", "A=\"b\nc\"\nB=d\n", "B", "d"},
    {"backslash without quotes", "A=C:\\temp\\n\n", "A", "C:\\temp\\n"},
    {"from the file", "H=db\nA=x@${H}:$H/\n", "A", "x@db:db/"},
    {"in double quotes", "H=db\nA=\"x@${H}\"\n", "A", "x@db"},
    {"only what came before", "A=${KEDGE_LATER-none}\nKEDGE_LATER=db\n", "A", "none"},
    {"from the environment", "A=${KEDGE_TEST_ENV}/$KEDGE_TEST_ENV\n", "A", "outside/outside"},
    {"the environment goes first", "KEDGE_TEST_ENV=inside\nA=$KEDGE_TEST_ENV\n", "A", "outside"},
    {"default", "A=${KEDGE_NO:-x y}\n", "A", "x y"},
    {"default for empty", "E=\nA=${E:-x}\n", "A", "x"},
    {"default for unset only", "E=\nA=${E-x}\n", "A", ""},
    {"default in a default", "H=db\nA=${KEDGE_NO:-${KEDGE_NOR:-$H}}\n", "A", "db"},
    {"default with braces", "A=${KEDGE_NO:-{\"a\": {}}}\n", "A", "{\"a\": {}}"},
    {"alternative", "E=1\nA=${E:+yes}${KEDGE_NO:+no}\n", "A", "yes"},
    {"values are not expanded twice", "H='$X'\nX=1\nA=$H\n", "A", "$X"},
    {"dollar", "A=p$$w\n", "A", "p$w"},
    {"escaped dollar", "A=p\\$HOME\n", "A", "p$HOME"},
    {"a password with a dollar", "A=postgres://u:pa$kedge_word@h/d\n", "A", "postgres://u:pa$kedge_word@h/d"},
    {"a lone dollar", "A=5$ ${ $1\n", "A", "5$ ${ $1"},
    {"key alone", "A\nB=c\n", "A", NULL},
    {"dotted key", "a.b-c=d\n", "a.b-c", "d"},
    {"UTF-8", "A=äöü\n", "A", "äöü"},
    {"equals in a value", "A=host=h dbname=d\n", "A", "host=h dbname=d"},
};

/* Writes text to a file and reads it. */
static int read_text(struct arena *a, const char *text, struct diag *d, struct map *m)
{
    char *folder = temp_folder(a), *path = path_join(a, folder, ".env");
    assert_int_equal(file_write(path, text, strlen(text), false, d), OK);
    int rc = env_read(a, path, d, m);
    temp_folder_remove(folder);
    return rc;
}

static void check_value(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_MAP m = {0};
    struct diag d = {0};
    setenv("KEDGE_TEST_ENV", "outside", 1);
    assert_int_equal(read_text(&a, row->text, &d, &m), OK);
    expect_text(map_get(&m, row->key), row->want);
    assert_int_equal(d.entries.n, 0);
    diag_clear(&d);
}

struct bad_row {
    const char *name, *text, *code;
    int rc;
    unsigned line;
};

static const struct bad_row bad_rows[] = {
    {"no end of quotes", "B=1\nA=\"secret\nX=secret", "env.quote", ERR, 2},
    {"no end of single quotes", "A='secret", "env.quote", ERR, 1},
    {"required", "\n\nA=${KEDGE_NO:?please}\n", "env.required", ERR, 3},
    {"unset", "A=x${KEDGE_NO}secret\n", "env.unset", OK, 1},
    {"no key", "# c\n=secret\n", "env.syntax", OK, 2},
    {"no assignment", "two secret words\n", "env.syntax", OK, 1},
    {"text after quotes", "M=\"1\n2\"\nA='x'secret\n", "env.syntax", OK, 3},
    {"encoding", "A=x\nB=secret\xff\n", "file.encoding", ERR, 2},
    {"nested too deeply",
     "A=${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-${N:-"
     "x}}}}}}}}}}}}}}}}}}}\n",
     "env.depth", ERR, 1},
};

static void check_bad(void **state)
{
    const struct bad_row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_MAP m = {0};
    struct diag d = {0};
    assert_int_equal(read_text(&a, row->text, &d, &m), row->rc);
    assert_int_equal(d.entries.n, 1);
    const struct diag_entry *e = d.entries.at[0];
    expect_text(e->code, row->code);
    assert_int_equal(e->at.line, row->line);
    assert_null(strstr(diag_text(&a, &d), "secret"));
    diag_clear(&d);
}

/* Each line doubles the one before. */
static void bomb(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    AUTO_BUF text = {0};
    AUTO_MAP m = {0};
    struct diag d = {0};
    buf_add(&text, "X0=aaaaaaaaaa\n");
    for (int i = 1; i < 60; i++)
        buf_addf(&text, "X%d=${X%d}$X%d\n", i, i - 1, i - 1);
    assert_int_equal(read_text(&a, buf_str(&text), &d, &m), ERR);
    const struct diag_entry *e = d.entries.at[0];
    expect_text(e->code, "env.too-large");
    diag_clear(&d);
}

static void missing(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    AUTO_MAP m = {0};
    struct diag d = {0};
    assert_int_equal(env_read(&a, "/nonexistent/.env", &d, &m), ERR);
    expect_error(&d, "file.read");
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, rows, check_value);
    ADD_ROWS(&c, bad_rows, check_bad);
    add_case(&c, "bomb", bomb);
    add_case(&c, "missing file", missing);
    return run_cases(&c, "env");
}
