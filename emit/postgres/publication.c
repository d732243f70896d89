/* Publications. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void table_add(struct emitter *e, struct buf *b, const struct publication_table *t)
{
    const char *column;
    bool first = true;

    buf_addf(b, "ONLY %s", t->table);
    list_each (column, &t->columns) {
        buf_add(b, first ? " (" : ", ");
        buf_ident(b, column);
        first = false;
    }
    if (!first)
        buf_addc(b, ')');
    if (t->where)
        buf_addf(b, " WHERE (%s)", emit_text(e, t->where));
}

/* "TABLE ONLY a, ONLY b, TABLES IN SCHEMA s", or nothing. */
static const char *objects(struct emitter *e, const struct list *tables, const struct list *schemas)
{
    const struct publication_table *t;
    const char *schema;
    AUTO_BUF b = {0};

    list_each (t, tables) {
        buf_add(&b, b.len ? ", " : "TABLE ");
        table_add(e, &b, t);
    }
    list_each (schema, schemas)
        buf_addf(&b, "%sTABLES IN SCHEMA %s", b.len ? ", " : "", emit_ident(e, schema));
    return arena_strdup(e->arena, buf_str(&b));
}

void emit_publish(struct emitter *e, const struct object *publication, const struct publication_table *t, const char *table)
{
    struct publication_table again = *t;
    struct list one = {0}, none = {0};
    struct statement *s;

    again.table = table;
    list_push(e->arena, &one, &again);
    s = emit_add(e, "ALTER PUBLICATION %s ADD %s", emit_path(e, publication), objects(e, &one, &none));
    s->left_alone = true;
    emit_note(e, s, "%s is not managed here, and published it before", emit_path(e, publication));
}

static const char *publish_text(struct emitter *e, const struct publication *p)
{
    const char *what;
    AUTO_BUF b = {0};
    bool first = true;

    if (p->publish.n == 0)
        return "'insert, update, delete, truncate'";
    list_each (what, &p->publish) {
        buf_sep(&b, &first, ", ");
        buf_add(&b, strcmp(what, "none") == 0 ? "" : what);
    }
    return sql_literal(e->arena, buf_str(&b));
}

static void publication_create(struct emitter *e, const struct op *op)
{
    const struct publication *p = (const struct publication *)op->new;
    const char *list = objects(e, &p->tables, &p->schemas);
    AUTO_BUF b = {0};

    if (p->publish.n > 0)
        buf_addf(&b, "publish = %s", publish_text(e, p));
    if (p->via_root)
        buf_addf(&b, "%spublish_via_partition_root = true", b.len ? ", " : "");
    if (p->generated && strcmp(p->generated, "none") != 0)
        buf_addf(&b, "%spublish_generated_columns = %s", b.len ? ", " : "", p->generated);
    emit_add(e, "CREATE PUBLICATION %s%s%s%s%s%s", emit_path(e, op->new),
             p->all_tables ? " FOR ALL TABLES"
             : *list       ? " FOR "
                           : "",
             p->all_tables ? "" : list, b.len ? " WITH (" : "", buf_str(&b), b.len ? ")" : "");
}

static void publication_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP PUBLICATION %s", emit_path(e, op->old));

    emit_hazard(e, s, NULL, HAZARD_DROP_PUBLICATION, "subscribers of %s fail from here on",
                emit_path(e, op->old));
}

static bool same_entry(const struct publication_table *x, const struct publication_table *y)
{
    const char *column;

    if (strcmp(x->table, y->table) != 0 || x->columns.n != y->columns.n || !x->where != !y->where ||
        (x->where && strcmp(x->where, y->where) != 0))
        return false;
    list_each (column, &x->columns) {
        if (!list_has_text(&y->columns, column))
            return false;
    }
    return true;
}

/* What of x is not in y as it is. */
static struct list tables_beyond(struct emitter *e, const struct list *x, const struct list *y)
{
    const struct publication_table *t, *u;
    struct list ret = {0};

    list_each (t, x) {
        bool found = false;

        list_each (u, y)
            found = found || same_entry(t, u);
        if (!found)
            list_push(e->arena, &ret, t);
    }
    return ret;
}

static struct list texts_beyond(struct emitter *e, const struct list *x, const struct list *y)
{
    struct list ret = {0};
    const char *text;

    list_each (text, x) {
        if (!list_has_text(y, text))
            list_push(e->arena, &ret, text);
    }
    return ret;
}

/* DROP wants names alone. */
static struct list names_only(struct emitter *e, const struct list *tables)
{
    struct list ret = {0};
    const struct publication_table *t;

    list_each (t, tables) {
        struct publication_table *bare = arena_new(e->arena, struct publication_table);

        bare->table = t->table;
        list_push(e->arena, &ret, bare);
    }
    return ret;
}

static void members_alter(struct emitter *e, const struct publication *from, const struct publication *to)
{
    struct list gone = tables_beyond(e, &from->tables, &to->tables);
    struct list come = tables_beyond(e, &to->tables, &from->tables);
    struct list schemas_gone = texts_beyond(e, &from->schemas, &to->schemas);
    struct list schemas_come = texts_beyond(e, &to->schemas, &from->schemas);
    const char *name = emit_path(e, &to->base), *list;

    gone = names_only(e, &gone);
    list = objects(e, &gone, &schemas_gone);
    if (*list)
        emit_add(e, "ALTER PUBLICATION %s DROP %s", name, list);
    list = objects(e, &come, &schemas_come);
    if (*list)
        emit_add(e, "ALTER PUBLICATION %s ADD %s", name, list);
}

static void publication_alter(struct emitter *e, const struct op *op)
{
    const struct publication *from = (const struct publication *)op->old,
                             *to = (const struct publication *)op->new;
    AUTO_BUF b = {0};

    if (op_changed(op, "tables") || op_changed(op, "schemas"))
        members_alter(e, from, to);
    if (op_changed(op, "publish"))
        buf_addf(&b, "publish = %s", publish_text(e, to));
    if (op_changed(op, "via_root"))
        buf_addf(&b, "%spublish_via_partition_root = %s", b.len ? ", " : "", to->via_root ? "true" : "false");
    if (op_changed(op, "generated"))
        buf_addf(&b, "%spublish_generated_columns = %s", b.len ? ", " : "",
                 to->generated ? to->generated : "none");
    if (b.len)
        emit_add(e, "ALTER PUBLICATION %s SET (%s)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_publication = {
    .create = publication_create, .drop = publication_drop, .alter = publication_alter};
