/* Two models and the script that leads from the first to the second, on a server of version 15. test_emit.c
 * compares the text, test_emit_server.c runs it. They stand in tests/unit/emit/THEME.txt as
 *
 *     ==== name
 *     ---- from
 *     (YAML)
 *     ---- to
 *     (YAML)
 *     ---- script
 *     (SQL)
 *
 * with empty lines between the rows. KEDGE_TESTS_WRITE=1 makes test_emit write the scripts as they are now, for a person to
 * look at the difference. */
#ifndef KEDGE_TESTS_EMIT_ROWS_H
#define KEDGE_TESTS_EMIT_ROWS_H

#include "harness.h"

#include "base/file.h"

#define EMIT_ROWS_FOLDER "tests/unit/emit"

enum emit_part { PART_FROM, PART_TO, PART_SCRIPT, PARTS };

struct emit_row {
    const char *name;
    const char *file;
    const char *part[PARTS];
};

static const char *const emit_parts[PARTS] = {"from", "to", "script"};

/* The text of a part: the lines up to the next mark, without the empty ones at its end. */
static const char *part_end(const char *text)
{
    while (*text && strncmp(text, "---- ", 5) != 0 && strncmp(text, "==== ", 5) != 0) {
        text = strchrnul(text, '\n');
        text += *text == '\n';
    }
    return text;
}

static const char *part_text(struct arena *a, const char *from, const char *to)
{
    while (to - from > 1 && to[-1] == '\n' && to[-2] == '\n')
        to--;
    return arena_strndup(a, from, to - from == 1 ? 0 : (size_t)(to - from));
}

/* What stands behind a mark on its line, NULL when the line has another one; *at goes to the next line. */
static const char *marked(struct arena *a, const char **at, const char *mark)
{
    const char *end = strchrnul(*at, '\n'), *word = *at + strlen(mark);

    if (strncmp(*at, mark, strlen(mark)) != 0)
        return NULL;
    *at = end + (*end == '\n');
    return arena_strndup(a, word, (size_t)(end - word));
}

static void emit_rows_of(struct arena *a, const char *file, const char *text, struct list *ret)
{
    while (*text) {
        struct emit_row *row = arena_new(a, struct emit_row);

        row->file = file;
        row->name = marked(a, &text, "==== ");
        for (size_t i = 0; i < PARTS; i++) {
            const char *from, *word = marked(a, &text, "---- ");

            if (!row->name || !word || strcmp(word, emit_parts[i]) != 0)
                fail_msg("%s: a row has from, to and script, in this order: %.40s", file, text);
            from = text;
            text = part_end(text);
            row->part[i] = part_text(a, from, text);
        }
        list_push(a, ret, row);
    }
}

/* All rows of all files, in the arena. */
UNUSED static void emit_rows_read(struct arena *a, struct list *ret)
{
    struct list names = {0};
    struct diag d = {0};
    struct source *source;
    const char *name;

    assert_int_equal(folder_list(a, EMIT_ROWS_FOLDER, ".txt", &d, &names), OK);
    assert_true(names.n > 0);
    list_each (name, &names) {
        const char *file = path_join(a, EMIT_ROWS_FOLDER, name);

        assert_int_equal(file_read(a, file, 0, &d, &source), OK);
        emit_rows_of(a, file, source->text, ret);
    }
}

UNUSED static void emit_rows_write(const struct list *rows)
{
    for (size_t i = 0; i < rows->n;) {
        const char *file = ((struct emit_row *)rows->at[i])->file;
        AUTO_BUF out = {0};

        for (; i < rows->n && strcmp(((struct emit_row *)rows->at[i])->file, file) == 0; i++) {
            const struct emit_row *row = rows->at[i];

            buf_addf(&out, "%s==== %s\n", out.len ? "\n" : "", row->name);
            for (size_t part = 0; part < PARTS; part++)
                buf_addf(&out, "---- %s\n%s", emit_parts[part], row->part[part]);
        }
        assert_int_equal(file_write(file, buf_str(&out), out.len, true, NULL), OK);
    }
}

#endif
