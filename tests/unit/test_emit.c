#include "emit_plan.h"
#include "emit_rows.h"

#include "sql/split.h"

/* ---- the script, word for word ---- */

static void check_script(void **state)
{
    const struct emit_row *row = *state;
    struct emitted m = {0};
    AUTO_BUF out = {0};

    emit_models(&m, row->from, row->to, 150000);
    emit_script(&out, &m.statements);
    expect_text(buf_str(&out), row->script);
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

    emit_models(&m, row->from, row->to, 150000);
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

    ADD_ROWS(&c, emit_rows, check_script);
    ADD_ROWS(&c, emit_rows, check_split);
    return run_cases(&c, "emit");
}
