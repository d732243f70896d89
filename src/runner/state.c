/* The version table: creating it, reading it, moving its rows. */
#include "runner/state.h"

#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>

static void version_sql(struct buf *out, const struct runner *r)
{
    AUTO_ARENA a = {0};
    buf_addf(out, "CREATE TABLE IF NOT EXISTS %s (\n    version_num varchar(%d) NOT NULL,\n    CONSTRAINT ",
             r->version_table, REVISION_ID_LONGEST);
    buf_ident(out, arena_printf(&a, "%s_pkc", r->version_name));
    buf_add(out, " PRIMARY KEY (version_num)\n)");
}

static void history_sql(struct buf *out, const struct runner *r)
{
    buf_addf(out,
             "CREATE TABLE IF NOT EXISTS %s (\n"
             "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
             "    version_table text NOT NULL,\n"
             "    revision text NOT NULL,\n"
             "    direction text NOT NULL,\n"
             "    sha256 text NOT NULL,\n"
             "    statements_done integer NOT NULL DEFAULT 0,\n"
             "    statements_total integer NOT NULL,\n"
             "    statements_ran text,\n"
             "    started timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),\n"
             "    finished timestamptz,\n"
             "    role text NOT NULL DEFAULT session_user,\n"
             "    client text,\n"
             "    outcome text NOT NULL DEFAULT 'running',\n"
             "    error text,\n"
             "    tag text\n"
             ")",
             r->history_table);
}

void state_script(struct buf *out, const struct runner *r)
{
    if (strcmp(r->schema, "public") != 0) {
        buf_add(out, "CREATE SCHEMA IF NOT EXISTS ");
        buf_ident(out, r->schema);
        buf_add(out, ";\n");
    }
    version_sql(out, r);
    buf_add(out, ";\n");
    history_sql(out, r);
    buf_add(out, ";\n");
}

static int relation_exists(struct runner *r, const char *qualified, struct diag *d, bool *ret)
{
    AUTO_ARENA a = {0};
    const char *value = NULL;
    int rc = db_value(r->db, &a, "SELECT pg_catalog.to_regclass($1)", &qualified, 1, d, &value);
    *ret = value != NULL;
    return rc;
}

/* A history table from before tags. */
static int ensure_tag(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *value = NULL;
    if (db_value(r->db, &a,
                 "SELECT attname FROM pg_catalog.pg_attribute"
                 " WHERE attrelid = pg_catalog.to_regclass($1) AND attname = 'tag'",
                 &r->history_table, 1, d, &value) < 0)
        return ERR;
    if (value)
        return OK;
    return db_exec(r->db, arena_printf(&a, "ALTER TABLE %s ADD COLUMN tag text", r->history_table), d);
}

/* Only what is missing is created: a role without the right to create may run where all is there. */
int state_ensure(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    AUTO_BUF sql = {0};
    bool has_version, has_history;
    const char *schema = NULL;
    if (r->ensured)
        return OK;
    if (relation_exists(r, r->version_table, d, &has_version) < 0 ||
        relation_exists(r, r->history_table, d, &has_history) < 0)
        return ERR;
    if (!has_version || !has_history) {
        if (db_value(r->db, &a, "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = $1", &r->schema,
                     1, d, &schema) < 0)
            return ERR;
        if (!schema) {
            buf_add(&sql, "CREATE SCHEMA ");
            buf_ident(&sql, r->schema);
            buf_add(&sql, ";\n");
        }
        if (!has_version) {
            version_sql(&sql, r);
            buf_add(&sql, ";\n");
        }
        if (!has_history)
            history_sql(&sql, r);
        /* Several statements in one message are one transaction. */
        if (db_exec(r->db, buf_str(&sql), d) < 0)
            return ERR;
    }
    if (has_history && r->options.tag && ensure_tag(r, d) < 0)
        return ERR;
    r->ensured = true;
    return OK;
}

struct text_rows {
    struct arena *arena;
    struct list *list;
};

static int text_row_take(void *ctx, const struct db_row *row)
{
    struct text_rows *t = ctx;
    const char *text = row_text(row, 0);
    if (text)
        list_push(t->arena, t->list, arena_strdup(t->arena, text));
    return OK;
}

int state_rows(struct runner *r, struct arena *a, struct diag *d, struct list *ret)
{
    bool exists;
    struct text_rows rows = {.arena = a, .list = ret};
    if (relation_exists(r, r->version_table, d, &exists) < 0)
        return ERR;
    if (!exists)
        return OK;
    const char *sql =
        arena_printf(a, "SELECT version_num FROM %s ORDER BY version_num COLLATE \"C\"", r->version_table);
    return db_query(r->db, sql, NULL, 0, text_row_take, &rows, d);
}

int state_check_ids(struct runner *r, const struct route *route, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *value = NULL;
    const struct move *m;
    const struct row_change *c;
    if (db_value(
            r->db, &a,
            "SELECT atttypmod - 4 FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1)"
            " AND attname = 'version_num' AND atttypmod > 4",
            &r->version_table, 1, d, &value) < 0)
        return ERR;
    size_t most = value ? strtoul(value, NULL, 10) : 0;
    list_each (m, &route->moves) {
        list_each (c, &m->changes) {
            if (most == 0 || !c->to || strlen(c->to) <= most)
                continue;
            diag_error(d, "run.long-id", NOWHERE,
                       "the table %s holds ids of up to %zu characters, and \"%s\" is longer",
                       r->version_table, most, c->to);
            diag_hint(d, "Widen it: ALTER TABLE %s ALTER COLUMN version_num TYPE varchar(%d);",
                      r->version_table, REVISION_ID_LONGEST);
            return ERR;
        }
    }
    return OK;
}

void row_change_sql(struct buf *out, const struct runner *r, const struct row_change *c)
{
    if (c->action == ROW_INSERT) {
        buf_addf(out, "INSERT INTO %s (version_num) VALUES (", r->version_table);
        buf_literal(out, c->to);
        buf_add(out, ")");
        return;
    }
    if (c->action == ROW_DELETE) {
        buf_addf(out, "DELETE FROM %s", r->version_table);
    } else {
        buf_addf(out, "UPDATE %s SET version_num = ", r->version_table);
        buf_literal(out, c->to);
    }
    buf_add(out, " WHERE version_num = ");
    buf_literal(out, c->from);
}

int state_move_rows(struct runner *r, const struct list *changes, struct diag *d)
{
    const struct row_change *c;
    list_each (c, changes) {
        AUTO_BUF sql = {0};
        row_change_sql(&sql, r, c);
        if (db_exec(r->db, buf_str(&sql), d) < 0)
            return ERR;
        if (db_affected(r->db) == 1)
            continue;
        diag_error(d, "run.row", NOWHERE, "the row \"%s\" of %s was met %lld times instead of once",
                   c->from ? c->from : c->to, r->version_table, db_affected(r->db));
        diag_hint(d, "The version table was changed while kedge ran, or has no primary key.");
        return ERR;
    }
    return OK;
}

int runner_rows(struct runner *r, struct arena *a, struct diag *d, struct list *ret)
{
    return state_rows(r, a, d, ret);
}
