/* The printing half of schema/clause.h: spelled as the server's own deparser and pg_dump spell it. */
#include "schema/clause.h"
#include "schema/clause_text.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

static bool has_text(const char *s)
{
    return s && *s;
}

/* "set null" -> "SET NULL": the values of choices are what SQL says, in lower case. */
static void add_upper(struct buf *b, const char *words)
{
    for (; *words; words++)
        buf_addc(b, (char)toupper((unsigned char)*words));
}

void clause_idents(struct buf *b, const struct list *idents)
{
    const char *name;
    bool first = true;

    buf_addc(b, '(');
    list_each (name, idents) {
        buf_sep(b, &first, ", ");
        buf_ident(b, name);
    }
    buf_addc(b, ')');
}

/* The server prints a value bare where quote_ident() would: words, not numbers. */
static void add_option_value(struct buf *b, const char *value)
{
    AUTO_BUF ident = {0};

    buf_ident(&ident, value);
    if (*value && strcmp(buf_str(&ident), value) == 0)
        buf_add(b, value);
    else
        buf_literal(b, value);
}

static void add_option_name(struct buf *b, const char *name)
{
    const char *dot = strchr(name, '.');

    if (dot && dot != name && dot[1]) {
        AUTO_BUF space = {0};

        buf_addn(&space, name, (size_t)(dot - name));
        buf_ident(b, buf_str(&space));
        buf_addc(b, '.');
        name = dot + 1;
    }
    buf_ident(b, name);
}

void clause_options(struct buf *b, const struct list *options)
{
    const struct option *o;
    bool first = true;

    buf_addc(b, '(');
    list_each (o, options) {
        buf_sep(b, &first, ", ");
        add_option_name(b, o->name);
        if (o->value) {
            buf_addc(b, '=');
            add_option_value(b, o->value);
        }
    }
    buf_addc(b, ')');
}

static void add_sequence_option(struct buf *b, const char *words, const char *value, const char *implied)
{
    if (has_text(value) && (!implied || strcmp(value, implied) != 0))
        buf_addf(b, " %s %s", words, value);
}

void clause_sequence_options(struct buf *b, const struct sequence_options *o)
{
    add_sequence_option(b, "START WITH", o->start, NULL);
    add_sequence_option(b, "INCREMENT BY", o->increment, "1");
    add_sequence_option(b, "MINVALUE", o->min, NULL);
    add_sequence_option(b, "MAXVALUE", o->max, NULL);
    add_sequence_option(b, "CACHE", o->cache, "1");
    if (o->cycle)
        buf_add(b, " CYCLE");
}

/* The sequence's name is said only where the server would choose another one. */
static bool sequence_is_default(const struct column *c)
{
    AUTO_ARENA a = {0};
    const struct object *table = c->base.parent;

    if (!c->identity->sequence)
        return true;
    return table && c->base.name &&
           strcmp(c->identity->sequence, default_name(&a, table->name, c->base.name, "seq")) == 0;
}

void clause_identity(struct buf *b, const struct column *c)
{
    const struct identity *i = c->identity;
    AUTO_BUF options = {0};
    bool by_default = i->generation && strcmp(i->generation, "by default") == 0;

    buf_addf(b, "GENERATED %s AS IDENTITY", by_default ? "BY DEFAULT" : "ALWAYS");
    if (!sequence_is_default(c)) {
        buf_add(&options, " SEQUENCE NAME ");
        buf_qualified(&options, c->base.schema, i->sequence);
    }
    clause_sequence_options(&options, &i->options);
    if (options.len > 0)
        buf_addf(b, " (%s)", buf_str(&options) + 1);
}

void clause_column(struct buf *b, const struct column *c, bool with_default)
{
    buf_add(b, c->type);
    if (has_text(c->collation))
        buf_addf(b, " COLLATE %s", c->collation);
    if (c->identity) {
        buf_addc(b, ' ');
        clause_identity(b, c);
    } else if (c->generated) {
        buf_add(b, " GENERATED ALWAYS AS ");
        buf_parenthesised(b, c->generated);
        buf_add(b, " STORED");
    } else if (c->default_ && with_default) {
        buf_add(b, " DEFAULT ");
        buf_default(b, c->default_);
    }
    if (c->not_null)
        buf_add(b, " NOT NULL");
}

static void add_include(struct buf *b, const struct list *include)
{
    if (include->n == 0)
        return;
    buf_add(b, " INCLUDE ");
    clause_idents(b, include);
}

static void add_with(struct buf *b, const struct list *with)
{
    if (with->n == 0)
        return;
    buf_add(b, " WITH ");
    clause_options(b, with);
}

static void add_tablespace(struct buf *b, const char *words, const char *tablespace)
{
    if (!has_text(tablespace))
        return;
    buf_addf(b, " %s ", words);
    buf_ident(b, tablespace);
}

static void add_where(struct buf *b, const char *where)
{
    if (!has_text(where))
        return;
    buf_add(b, " WHERE ");
    buf_parenthesised(b, where);
}

static void add_deferrable(struct buf *b, bool deferrable, bool initially_deferred)
{
    if (deferrable || initially_deferred)
        buf_add(b, " DEFERRABLE");
    if (initially_deferred)
        buf_add(b, " INITIALLY DEFERRED");
}

void clause_key(struct buf *b, const struct object *o)
{
    const struct key *k = (const struct key *)o;

    buf_add(b, o->kind->id == KIND_PRIMARY_KEY ? "PRIMARY KEY " : "UNIQUE ");
    if (k->nulls_not_distinct)
        buf_add(b, "NULLS NOT DISTINCT ");
    clause_idents(b, &k->columns);
    add_include(b, &k->include);
    add_with(b, &k->with);
    add_tablespace(b, "USING INDEX TABLESPACE", k->tablespace);
    add_deferrable(b, k->deferrable, k->initially_deferred);
}

static void add_action(struct buf *b, const char *words, const char *action)
{
    if (!has_text(action) || strcmp(action, "no action") == 0)
        return;
    buf_addf(b, " %s ", words);
    add_upper(b, action);
}

void clause_foreign_key(struct buf *b, const struct foreign_key *f)
{
    buf_add(b, "FOREIGN KEY ");
    clause_idents(b, &f->columns);
    buf_addf(b, " REFERENCES %s", f->references);
    if (f->referenced.n > 0)
        clause_idents(b, &f->referenced);
    if (has_text(f->match) && strcmp(f->match, "simple") != 0) {
        buf_add(b, " MATCH ");
        add_upper(b, f->match);
    }
    add_action(b, "ON UPDATE", f->on_update);
    add_action(b, "ON DELETE", f->on_delete);
    if (f->on_delete_columns.n > 0) {
        buf_addc(b, ' ');
        clause_idents(b, &f->on_delete_columns);
    }
    add_deferrable(b, f->deferrable, f->initially_deferred);
    if (f->not_valid)
        buf_add(b, " NOT VALID");
}

void clause_check(struct buf *b, const struct check *c)
{
    buf_add(b, "CHECK ");
    buf_parenthesised(b, c->expression);
    if (c->no_inherit)
        buf_add(b, " NO INHERIT");
    if (c->not_valid)
        buf_add(b, " NOT VALID");
}

void clause_index_key(struct buf *b, const struct index_key *k)
{
    bool first = k->nulls && strcmp(k->nulls, "first") == 0;
    bool last = k->nulls && strcmp(k->nulls, "last") == 0;

    if (k->column)
        buf_ident(b, k->column);
    else
        buf_key_expression(b, k->expression);
    if (has_text(k->collation))
        buf_addf(b, " COLLATE %s", k->collation);
    if (has_text(k->opclass))
        buf_addf(b, " %s", k->opclass);
    if (k->opclass_options.n > 0) {
        buf_addc(b, ' ');
        clause_options(b, &k->opclass_options);
    }
    if (k->descending)
        buf_add(b, " DESC");
    if (k->descending && last)
        buf_add(b, " NULLS LAST");
    if (!k->descending && first)
        buf_add(b, " NULLS FIRST");
    if (has_text(k->operator_))
        buf_addf(b, " WITH %s", k->operator_);
}

static void add_keys(struct buf *b, const char *method, const struct list *keys)
{
    const struct index_key *k;
    bool first = true;

    buf_add(b, "USING ");
    buf_ident(b, has_text(method) ? method : "btree");
    buf_add(b, " (");
    list_each (k, keys) {
        buf_sep(b, &first, ", ");
        clause_index_key(b, k);
    }
    buf_addc(b, ')');
}

void clause_exclusion(struct buf *b, const struct exclusion *x)
{
    buf_add(b, "EXCLUDE ");
    add_keys(b, x->method, &x->elements);
    add_include(b, &x->include);
    add_with(b, &x->with);
    add_tablespace(b, "USING INDEX TABLESPACE", x->tablespace);
    add_where(b, x->where);
    add_deferrable(b, x->deferrable, x->initially_deferred);
}

void clause_index(struct buf *b, const struct index *i)
{
    add_keys(b, i->method, &i->keys);
    add_include(b, &i->include);
    if (i->nulls_not_distinct)
        buf_add(b, " NULLS NOT DISTINCT");
    add_with(b, &i->with);
    add_tablespace(b, "TABLESPACE", i->tablespace);
    add_where(b, i->where);
}

void clause_constraint(struct buf *b, const struct object *o)
{
    if (o->kind->id == KIND_FOREIGN_KEY)
        clause_foreign_key(b, (const struct foreign_key *)o);
    else if (o->kind->id == KIND_CHECK)
        clause_check(b, (const struct check *)o);
    else if (o->kind->id == KIND_EXCLUSION)
        clause_exclusion(b, (const struct exclusion *)o);
    else
        clause_key(b, o);
}

void clause_argument(struct buf *b, const struct argument *g, bool say_in)
{
    bool in = !g->mode || strcmp(g->mode, "in") == 0;

    if (!in || say_in) {
        add_upper(b, in ? "in" : g->mode);
        buf_addc(b, ' ');
    }
    if (has_text(g->name)) {
        buf_ident(b, g->name);
        buf_addc(b, ' ');
    }
    buf_add(b, g->type);
    if (g->default_) {
        buf_add(b, " DEFAULT ");
        buf_expression(b, g->default_);
    }
}

/* Procedures say IN, as the server does: with OUT arguments about, a bare list of types means something else
 * to DROP PROCEDURE. */
void clause_arguments(struct buf *b, const struct routine *r)
{
    const struct argument *g;
    bool first = true, procedure = r->base.kind && r->base.kind->id == KIND_PROCEDURE;

    list_each (g, &r->args) {
        buf_sep(b, &first, ", ");
        clause_argument(b, g, procedure);
    }
}
