/* Columns, identities, attributes and domains. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include "sql/quote.h"
#include <string.h>

/* What can follow a column's type, and so what ends the expression of a DEFAULT. */
static const char *const column_stops[] = {"not null",    "null",       "default",     "unique",
                                           "primary key", "check (",    "references",  "generated",
                                           "collate",     "constraint", "deferrable",  "not deferrable",
                                           "initially",   "storage",    "compression", NULL};
static const char *const domain_stops[] = {"not null", "null",       "default", "check (",
                                           "collate",  "constraint", NULL};
static const char *const column_words[] = {
    "not",       "null",     "default",    "unique",     "primary",   "check",   "references",
    "generated", "collate",  "constraint", "deferrable", "initially", "storage", "compression",
    "always",    "identity", "match",      "delete",     "update",    "cascade", NULL};

struct column_reader {
    struct clause_reader r;
    struct column *c;
    struct object *last;    /* the constraint that DEFERRABLE is said of */
    const char *constraint; /* CONSTRAINT name, for the one that follows */
    bool nullable;          /* NULL was said */
};

static int twice(const struct clause_reader *r, const char *what)
{
    const struct token *t = &r->tokens[r->pos - 1];

    return diag_error(r->diag, "clause.twice", clause_loc(r, t->start), "%s: %s is said twice", r->what,
                      what);
}

static int read_default(struct clause_reader *r, const char *const *stops, const char **ret)
{
    if (*ret)
        return twice(r, "DEFAULT");
    return clause_expression(r, stops, ret);
}

static int read_identity_options(struct clause_reader *r, struct identity *i)
{
    int more = 1;

    if (!clause_accept(r, "("))
        return OK;
    while (more > 0 && !clause_accept(r, ")")) {
        if (clause_accept(r, "sequence name")) {
            if (clause_ident(r, &i->sequence) || (clause_accept(r, ".") && clause_ident(r, &i->sequence)))
                return ERR;
            continue;
        }
        more = clause_sequence_option(r, &i->options);
        if (more == 0)
            return clause_fail(r,
                               (const char *const[]){"start", "increment", "minvalue", "maxvalue", "cache",
                                                     "cycle", "sequence", NULL},
                               "START, INCREMENT, MINVALUE, MAXVALUE, CACHE or CYCLE");
    }
    return more < 0 ? ERR : OK;
}

static int read_generation(struct clause_reader *r, struct identity *i)
{
    if (clause_accept(r, "always"))
        i->generation = "always";
    else if (clause_accept(r, "by default"))
        i->generation = "by default";
    else
        return clause_fail(r, column_words, "ALWAYS or BY DEFAULT");
    return OK;
}

static int read_generated(struct column_reader *cr)
{
    struct clause_reader *r = &cr->r;
    struct column *c = cr->c;

    if (c->identity || c->generated)
        return twice(r, "GENERATED");
    if (clause_accept(r, "always as (")) {
        r->pos--;
        if (clause_parenthesised(r, &c->generated))
            return ERR;
        c->virtual_ = clause_accept(r, "virtual");
        if (!c->virtual_ && !clause_accept(r, "stored"))
            return clause_fail(r, (const char *const[]){"stored", "virtual", NULL}, "STORED or VIRTUAL");
        return OK;
    }
    c->identity = arena_new(r->arena, struct identity);
    if (read_generation(r, c->identity) || clause_expect(r, "as identity") ||
        read_identity_options(r, c->identity))
        return ERR;
    c->not_null = true;
    return OK;
}

/* A constraint in a column's line: for the model's reader to move to the table. Its columns stay empty: the
 * column's name is not known here. */
static struct object *add_constraint(struct column_reader *cr, enum kind_id kind)
{
    struct object *o = clause_child(&cr->r, kind, cr->constraint);

    o->at = cr->r.at;
    cr->constraint = NULL;
    cr->last = kind == KIND_CHECK ? NULL : o;
    list_push(cr->r.arena, &cr->c->base.children, o);
    return o;
}

static int read_key(struct column_reader *cr, enum kind_id kind)
{
    struct key *k = (struct key *)add_constraint(cr, kind);
    struct index_tail tail = {.with = &k->with,
                              .tablespace = &k->tablespace,
                              .nulls_not_distinct = kind == KIND_UNIQUE ? &k->nulls_not_distinct : NULL};
    int more;

    if (kind == KIND_PRIMARY_KEY)
        cr->c->not_null = true;
    while ((more = clause_index_tail(&cr->r, &tail)) > 0)
        continue;
    return more;
}

static int read_check(struct clause_reader *r, struct check *c)
{
    if (clause_parenthesised(r, &c->expression))
        return ERR;
    c->no_inherit = clause_accept(r, "no inherit");
    c->not_enforced = clause_accept(r, "not enforced");
    return OK;
}

static int read_deferrable(struct column_reader *cr)
{
    bool deferrable = false, initially_deferred = false;

    if (!cr->last)
        return clause_fail(&cr->r, NULL, "a key or REFERENCES before it");
    if (!clause_deferrable_read(&cr->r, &deferrable, &initially_deferred))
        return clause_fail(&cr->r, column_words, "INITIALLY DEFERRED or INITIALLY IMMEDIATE");
    if (cr->last->kind->id == KIND_FOREIGN_KEY) {
        struct foreign_key *f = (struct foreign_key *)cr->last;

        f->deferrable |= deferrable;
        f->initially_deferred |= initially_deferred;
    } else {
        struct key *k = (struct key *)cr->last;

        k->deferrable |= deferrable;
        k->initially_deferred |= initially_deferred;
    }
    return OK;
}

static int read_storage(struct column_reader *cr)
{
    static const char *const storages[] = {"plain", "external", "extended", "main", NULL};

    for (const char *const *storage = storages; *storage; storage++) {
        if (clause_accept(&cr->r, *storage)) {
            cr->c->storage = *storage;
            return OK;
        }
    }
    if (clause_accept(&cr->r, "default"))
        return OK;
    return clause_fail(&cr->r, storages, "PLAIN, EXTERNAL, EXTENDED or MAIN");
}

static int read_not_null(struct column_reader *cr)
{
    cr->c->not_null = true;
    if (cr->constraint)
        cr->c->not_null_name = cr->constraint;
    cr->constraint = NULL;
    if (clause_accept(&cr->r, "no inherit"))
        cr->c->not_null_no_inherit = true;
    return OK;
}

/* 1 when a constraint was read, 0 when none stands here, ERR. */
static int read_constraint(struct column_reader *cr)
{
    struct clause_reader *r = &cr->r;
    int err;

    if (clause_accept(r, "primary key"))
        err = read_key(cr, KIND_PRIMARY_KEY);
    else if (clause_accept(r, "unique"))
        err = read_key(cr, KIND_UNIQUE);
    else if (clause_accept(r, "references"))
        err = clause_references(r, (struct foreign_key *)add_constraint(cr, KIND_FOREIGN_KEY));
    else if (clause_accept(r, "check"))
        err = read_check(r, (struct check *)add_constraint(cr, KIND_CHECK));
    else if (clause_accept(r, "not null"))
        err = read_not_null(cr);
    else if (cr->constraint)
        err =
            clause_fail(r, column_words, "a constraint: CHECK, UNIQUE, PRIMARY KEY, REFERENCES or NOT NULL");
    else
        return 0;
    return err ? ERR : 1;
}

static int read_attribute(struct column_reader *cr)
{
    struct clause_reader *r = &cr->r;
    struct column *c = cr->c;
    int more = read_constraint(cr);

    if (more)
        return more < 0 ? ERR : OK;
    if (clause_accept(r, "constraint"))
        return clause_ident(r, &cr->constraint);
    if (clause_accept(r, "null")) {
        cr->nullable = true;
        return OK;
    }
    if (clause_accept(r, "default"))
        return read_default(r, column_stops, &c->default_);
    if (clause_accept(r, "collate"))
        return c->collation ? twice(r, "COLLATE") : clause_builtin_name(r, &c->collation);
    if (clause_accept(r, "generated"))
        return read_generated(cr);
    if (clause_accept(r, "storage"))
        return read_storage(cr);
    if (clause_accept(r, "compression")) {
        if (clause_accept(r, "default"))
            return OK;
        return clause_ident(r, &c->compression);
    }
    if (clause_sees(r, "deferrable") || clause_sees(r, "not deferrable") || clause_sees(r, "initially"))
        return read_deferrable(cr);
    return clause_fail(r, column_words,
                       "NOT NULL, DEFAULT, COLLATE, GENERATED, PRIMARY KEY, UNIQUE, REFERENCES, CHECK, "
                       "STORAGE or COMPRESSION");
}

int column_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct column_reader cr = {.c = into};
    struct clause_reader *r = &cr.r;

    if (clause_open(r, a, "column", text, at, d) || clause_type(r, &cr.c->type))
        return ERR;
    while (!clause_at_end(r) || cr.constraint)
        if (read_attribute(&cr))
            return ERR;
    if (cr.nullable && cr.c->not_null)
        return diag_error(d, "clause.conflict", at, "column: both NULL and NOT NULL");
    if ((cr.c->default_ != NULL) + (cr.c->generated != NULL) + (cr.c->identity != NULL) > 1)
        return diag_error(d, "clause.conflict", at,
                          "column: only one of DEFAULT, GENERATED AS (...) and IDENTITY");
    return OK;
}

int identity_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct identity *i = into;
    struct clause_reader r;

    if (clause_open(&r, a, "identity", text, at, d))
        return ERR;
    clause_accept(&r, "generated");
    if (read_generation(&r, i))
        return ERR;
    clause_accept(&r, "as identity");
    if (read_identity_options(&r, i))
        return ERR;
    return clause_end(&r, NULL, "options in parentheses");
}

int attribute_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct attribute *t = into;
    struct clause_reader r;

    if (clause_open(&r, a, "attribute", text, at, d) || clause_type(&r, &t->type))
        return ERR;
    if (clause_accept(&r, "collate") && clause_builtin_name(&r, &t->collation))
        return ERR;
    return clause_end(&r, (const char *const[]){"collate", NULL}, "COLLATE");
}

static int read_domain_check(struct clause_reader *r, struct domain *o, const char *name)
{
    struct check *c = (struct check *)clause_child(r, KIND_CHECK, name);

    c->base.at = r->at;
    list_push(r->arena, &o->base.children, c);
    return clause_parenthesised(r, &c->expression);
}

static int read_domain_part(struct clause_reader *r, struct domain *o, bool *nullable)
{
    const char *name = NULL;

    if (clause_accept(r, "constraint") && clause_ident(r, &name))
        return ERR;
    if (clause_accept(r, "check"))
        return read_domain_check(r, o, name);
    if (clause_accept(r, "not null")) {
        o->not_null = true;
        return OK;
    }
    if (!name && clause_accept(r, "null")) {
        *nullable = true;
        return OK;
    }
    if (!name && clause_accept(r, "default"))
        return read_default(r, domain_stops, &o->default_);
    if (!name && clause_accept(r, "collate"))
        return o->collation ? twice(r, "COLLATE") : clause_builtin_name(r, &o->collation);
    return clause_fail(r, column_words, name ? "CHECK or NOT NULL" : "DEFAULT, COLLATE, NOT NULL or CHECK");
}

int domain_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct domain *o = into;
    struct clause_reader r;
    bool nullable = false;

    if (clause_open(&r, a, "domain", text, at, d))
        return ERR;
    clause_accept(&r, "as");
    if (clause_type(&r, &o->type))
        return ERR;
    while (!clause_at_end(&r))
        if (read_domain_part(&r, o, &nullable))
            return ERR;
    if (nullable && o->not_null)
        return diag_error(d, "clause.conflict", at, "domain: both NULL and NOT NULL");
    return OK;
}

int enum_label_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct enum_label *l = into;

    (void)at, (void)d;
    l->label = arena_strdup(a, text);
    return OK;
}
