#include "emit_plan.h"
#include "emit_rows.h"

#include "sql/split.h"

static struct arena texts;

/* ---- the script, word for word ---- */

static void check_script(void **state)
{
    struct emit_row *row = *state;
    struct emitted m = {0};
    AUTO_BUF out = {0};

    emit_models(&m, row->part[PART_FROM], row->part[PART_TO], 150000);
    emit_script(&out, &m.statements);
    if (getenv("KEDGE_TESTS_WRITE"))
        row->part[PART_SCRIPT] = arena_strdup(&texts, buf_str(&out));
    expect_text(buf_str(&out), row->part[PART_SCRIPT]);
    emitted_free(&m);
}

/* ---- the splitter gives the statements back, byte for byte ---- */

static void check_split(void **state)
{
    const struct emit_row *row = *state;
    struct emitted m = {0};
    struct list cut = {0};
    struct diag d = {0};
    AUTO_BUF out = {0};

    emit_models(&m, row->part[PART_FROM], row->part[PART_TO], 150000);
    emit_script(&out, &m.statements);
    expect_ok(sql_split(&m.arena, text_source(&m.arena, buf_str(&out)), 0, out.len, &d, &cut), &d);
    assert_int_equal(cut.n, m.statements.n);
    for (size_t i = 0; i < cut.n; i++)
        expect_text(((struct sql_statement *)cut.at[i])->text, ((struct statement *)m.statements.at[i])->sql);
    emitted_free(&m);
}

int main(void)
{
    struct cases c = {0};
    struct list rows = {0};
    const struct emit_row *row;
    int failed;

    emit_rows_read(&texts, &rows);
    list_each (row, &rows) {
        add_case_with(&c, row->name, check_script, row);
        add_case_with(&c, row->name, check_split, row);
    }
    failed = run_cases(&c, "emit");
    if (getenv("KEDGE_TESTS_WRITE"))
        emit_rows_write(&rows);
    arena_clear(&texts);
    return failed;
}
