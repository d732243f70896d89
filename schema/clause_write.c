/* The short forms of the model, written: minimal, in lower case. Each reads its own writing back, and gives
 * up (the long form serves) when that does not say the same: so nothing that a person put into a field can
 * change its meaning on the way. */
#include "schema/clause_printer.h"
#include "schema/clause_text.h"
#include "schema/kinds/short.h"
#include "sql/quote.h"
#include <string.h>

static bool is_text(const char *s, const char *word)
{
    return s && strcmp(s, word) == 0;
}

static bool is_empty(const char *s)
{
    return !s || !*s;
}

/* Whether what was written since `from` reads back as the same; takes it away when not. */
static bool confirm(struct buf *out, size_t from, const struct record *r, const struct kind *kind,
                    const void *x)
{
    AUTO_ARENA a = {0};
    void *back = arena_alloc(&a, r->size);
    bool same;

    if (kind)
        ((struct object *)back)->kind = kind;
    same = r->read_short(&a, back, buf_str(out) + from, NOWHERE, NULL) == OK &&
           record_compare(r, back, x, x) == 0 && (!kind || ((struct object *)back)->children.n == 0);
    if (!same)
        buf_truncate(out, from);
    return same;
}

static bool confirm_object(struct buf *out, size_t from, enum kind_id kind, const void *x)
{
    return confirm(out, from, &kinds[kind]->record, kinds[kind], x);
}

static void print_default(const struct printer *p, const char *text)
{
    if (!text)
        return;
    print_words(p, " DEFAULT ");
    buf_default(p->b, text);
}

static void print_collation(const struct printer *p, const char *collation)
{
    if (is_empty(collation))
        return;
    print_words(p, " COLLATE ");
    buf_add(p->b, collation);
}

static void print_generated(const struct printer *p, const struct column *c)
{
    if (c->identity) {
        AUTO_ARENA a = {0};

        buf_addc(p->b, ' ');
        print_identity(p, c->identity, c->identity->sequence ? sql_ident(&a, c->identity->sequence) : NULL);
    } else if (c->generated) {
        print_words(p, " GENERATED ALWAYS AS ");
        buf_parenthesised(p->b, c->generated);
        print_words(p, c->virtual_ ? " VIRTUAL" : " STORED");
    }
}

bool column_write_short(struct buf *out, const void *from)
{
    const struct column *c = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (!is_empty(c->statistics) || c->options.n > 0 || c->inherited || c->not_null_not_valid || c->not_null_comment)
        return false;
    buf_add(out, c->type);
    print_collation(&p, c->collation);
    print_generated(&p, c);
    if (c->not_null && c->not_null_name) {
        print_words(&p, " CONSTRAINT ");
        buf_ident(out, c->not_null_name);
    }
    if (c->not_null && (!c->identity || c->not_null_name || c->not_null_no_inherit))
        print_words(&p, " NOT NULL");
    if (c->not_null && c->not_null_no_inherit)
        print_words(&p, " NO INHERIT");
    print_default(&p, c->default_);
    if (!is_empty(c->storage)) {
        print_words(&p, " STORAGE ");
        buf_add(out, c->storage);
    }
    if (!is_empty(c->compression)) {
        print_words(&p, " COMPRESSION ");
        buf_ident(out, c->compression);
    }
    return confirm_object(out, start, KIND_COLUMN, c);
}

bool identity_write_short(struct buf *out, const void *from)
{
    extern const struct record identity_record;
    const struct identity *i = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;
    AUTO_BUF options = {0};

    buf_add(out, is_text(i->generation, "by default") ? "by default" : "always");
    if (i->sequence) {
        buf_add(&options, " sequence name ");
        buf_ident(&options, i->sequence);
    }
    print_sequence_options(&(struct printer){.b = &options, .lower = p.lower}, &i->options);
    if (options.len > 0)
        buf_addf(out, " (%s)", buf_str(&options) + 1);
    return confirm(out, start, &identity_record, NULL, i);
}

bool attribute_write_short(struct buf *out, const void *from)
{
    const struct attribute *t = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    buf_add(out, t->type);
    print_collation(&p, t->collation);
    return confirm_object(out, start, KIND_ATTRIBUTE, t);
}

bool domain_write_short(struct buf *out, const void *from)
{
    const struct domain *d = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (d->not_null_name || d->not_null_comment)
        return false;
    buf_add(out, d->type);
    print_collation(&p, d->collation);
    if (d->not_null)
        print_words(&p, " NOT NULL");
    print_default(&p, d->default_);
    return confirm_object(out, start, KIND_DOMAIN, d);
}

bool key_write_short(struct buf *out, const void *from)
{
    const struct key *k = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (k->attached_to || k->only)
        return false;
    print_key_columns(&p, &k->columns, k->without_overlaps);
    print_include(&p, &k->include);
    if (k->nulls_not_distinct)
        print_words(&p, " NULLS NOT DISTINCT");
    print_with(&p, &k->with);
    print_tablespace(&p, " TABLESPACE", k->tablespace);
    print_deferrable(&p, k->deferrable, k->initially_deferred);
    return confirm_object(out, start, k->base.kind ? k->base.kind->id : KIND_UNIQUE, k);
}

bool foreign_key_write_short(struct buf *out, const void *from)
{
    const struct foreign_key *f = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (f->inherited)
        return false;
    print_period_columns(&p, &f->columns, f->period);
    buf_addc(out, ' ');
    print_references(&p, f);
    return confirm_object(out, start, KIND_FOREIGN_KEY, f);
}

bool check_write_short(struct buf *out, const void *from)
{
    const struct check *c = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (c->inherited)
        return false;
    buf_expression(out, c->expression);
    if (c->no_inherit)
        print_words(&p, " NO INHERIT");
    if (c->not_valid)
        print_words(&p, " NOT VALID");
    if (c->not_enforced)
        print_words(&p, " NOT ENFORCED");
    return confirm_object(out, start, KIND_CHECK, c);
}

static void print_using(const struct printer *p, const char *method)
{
    if (is_empty(method) || is_text(method, "btree"))
        return;
    print_words(p, "USING ");
    buf_ident(p->b, method);
    buf_addc(p->b, ' ');
}

static bool has_statistics(const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys) {
        if (!is_empty(k->statistics))
            return true;
    }
    return false;
}

bool index_write_short(struct buf *out, const void *from)
{
    const struct index *i = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (has_statistics(&i->keys) || i->attached_to || i->only || i->depends_on_extensions.n)
        return false;
    if (i->unique)
        print_words(&p, "UNIQUE ");
    print_using(&p, i->method);
    print_keys(&p, &i->keys);
    print_include(&p, &i->include);
    if (i->nulls_not_distinct)
        print_words(&p, " NULLS NOT DISTINCT");
    print_with(&p, &i->with);
    print_tablespace(&p, " TABLESPACE", i->tablespace);
    if (!is_empty(i->where)) {
        AUTO_ARENA a = {0};

        print_words(&p, " WHERE ");
        buf_add(out, expression_bare(&a, i->where));
    }
    return confirm_object(out, start, KIND_INDEX, i);
}

bool index_key_write_short(struct buf *out, const void *from)
{
    extern const struct record index_key_record;
    const struct index_key *k = from;
    size_t start = out->len;

    if (!is_empty(k->statistics) || !is_empty(k->operator_))
        return false;
    print_index_key(&(struct printer){.b = out, .lower = true}, k);
    return confirm(out, start, &index_key_record, NULL, k);
}

bool exclusion_write_short(struct buf *out, const void *from)
{
    const struct exclusion *x = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;

    if (has_statistics(&x->elements) || x->attached_to)
        return false;
    print_using(&p, x->method);
    print_keys(&p, &x->elements);
    print_include(&p, &x->include);
    print_with(&p, &x->with);
    print_tablespace(&p, " TABLESPACE", x->tablespace);
    if (!is_empty(x->where)) {
        print_words(&p, " WHERE ");
        buf_parenthesised(out, x->where);
    }
    print_deferrable(&p, x->deferrable, x->initially_deferred);
    return confirm_object(out, start, KIND_EXCLUSION, x);
}

bool argument_write_short(struct buf *out, const void *from)
{
    const struct argument *g = from;

    print_argument(&(struct printer){.b = out, .lower = true}, g, false);
    return true;
}

bool aggregate_argument_write_short(struct buf *out, const void *from)
{
    const struct argument *g = from;

    if (g->order_by)
        buf_add(out, "order by ");
    return argument_write_short(out, from);
}

bool enum_label_write_short(struct buf *out, const void *from)
{
    const struct enum_label *l = from;

    if (l->renamed_from.n > 0)
        return false;
    buf_add(out, l->label);
    return true;
}

static void print_events(const struct printer *p, const struct trigger *t)
{
    const char *event, *column;
    bool first = true, first_column = true;

    list_each (event, &t->events) {
        buf_sep(p->b, &first, " or ");
        buf_add(p->b, event);
        if (strcmp(event, "update") != 0 || t->update_of.n == 0)
            continue;
        buf_add(p->b, " of ");
        list_each (column, &t->update_of) {
            buf_sep(p->b, &first_column, ", ");
            buf_ident(p->b, column);
        }
    }
}

static void print_transition_tables(struct buf *out, const struct trigger *t)
{
    if (!t->old_table && !t->new_table)
        return;
    buf_add(out, " referencing");
    if (t->old_table) {
        buf_add(out, " old table as ");
        buf_ident(out, t->old_table);
    }
    if (t->new_table) {
        buf_add(out, " new table as ");
        buf_ident(out, t->new_table);
    }
}

bool trigger_write_short(struct buf *out, const void *from)
{
    const struct trigger *t = from;
    const struct printer p = {.b = out, .lower = true};
    size_t start = out->len;
    const char *arg;
    bool first = true;

    if ((!is_empty(t->enabled) && !is_text(t->enabled, "origin")) || t->depends_on_extensions.n || t->constraint_comment)
        return false;
    if (t->constraint)
        buf_add(out, "constraint ");
    buf_addf(out, "%s ", t->when ? t->when : "before");
    print_events(&p, t);
    if (!is_empty(t->from))
        buf_addf(out, " from %s", t->from);
    print_deferrable(&p, t->deferrable, t->initially_deferred);
    print_transition_tables(out, t);
    if (is_text(t->for_, "row"))
        buf_add(out, " for each row");
    if (!is_empty(t->condition)) {
        buf_add(out, " when ");
        buf_parenthesised(out, t->condition);
    }
    buf_addf(out, " execute function %s(", t->function);
    list_each (arg, &t->args) {
        buf_sep(out, &first, ", ");
        buf_literal(out, arg);
    }
    buf_addc(out, ')');
    return confirm_object(out, start, KIND_TRIGGER, t);
}
