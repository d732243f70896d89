/* A statement is a slice of the source, and splits into itself; every refusal has a place and can be shown.
 */
#include "fuzz.h"

#include "base/buf.h"
#include "sql/split.h"

static void check_statement(struct arena *a, const struct source *s, const struct sql_statement *statement)
{
    size_t len = statement->end - statement->start;
    PROMISE(statement->start < statement->end && statement->end <= s->len);
    PROMISE(strlen(statement->text) == len && memcmp(statement->text, s->text + statement->start, len) == 0);
    struct loc at = loc_at(s, statement->start);
    PROMISE(statement->at.line == at.line && statement->at.column == at.column);
    sql_classify(statement->text);

    struct list again = {0};
    struct source alone = {.name = "alone", .text = statement->text, .len = len};
    PROMISE(sql_split(a, &alone, 0, len, NULL, &again) == OK && again.n == 1);
    const struct sql_statement *same = again.at[0];
    PROMISE(strcmp(same->text, statement->text) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!IS_TEXT(data, size))
        return 0;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct list statements = {0};
    struct source s = {.name = "fuzz", .text = (const char *)data, .len = size};
    int rc = sql_split(&a, &s, 0, size, &d, &statements);
    PROMISE((rc == OK) == (d.errors == 0));

    const struct sql_statement *statement;
    if (statements.n < 50) {
        list_each (statement, &statements)
            check_statement(&a, &s, statement);
    }
    const struct diag_entry *e;
    list_each (e, &d.entries) {
        PROMISE(e->at.source == &s && e->at.line > 0);
        diag_render(&out, e, true);
    }
    diag_clear(&d);
    return 0;
}
