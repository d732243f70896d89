/* What follows from what the model says: the server would add it, so it is added here for the comparison. */
#include "schema/clause.h"
#include "schema/mention.h"
#include "schema/model_reading.h"

#include <stdlib.h>
#include <ctype.h>
#include <string.h>

/* ---- sequences ---- */

static void drop_equal(const char **value, const char *implied)
{
    if (*value && strcmp(*value, implied) == 0)
        *value = NULL;
}

/* What type and direction imply is not said: max 2147483647 of an integer sequence. */
static void complete_options(struct sequence_options *o, const char *type)
{
    bool small = type && strcmp(type, "smallint") == 0, integer = type && strcmp(type, "integer") == 0;
    const char *least = small ? "-32768" : integer ? "-2147483648" : "-9223372036854775808";
    const char *greatest = small ? "32767" : integer ? "2147483647" : "9223372036854775807";
    bool down = o->increment && *o->increment == '-';

    drop_equal(&o->increment, "1");
    drop_equal(&o->cache, "1");
    drop_equal(&o->start, down ? (o->max ? o->max : "-1") : (o->min ? o->min : "1"));
    drop_equal(&o->min, down ? least : "1");
    drop_equal(&o->max, down ? "-1" : greatest);
}

/* A sequence that a column owns has the table's owner always, and is managed when the table is. */
static void complete_owned(struct model *m, struct sequence *s)
{
    AUTO_ARENA a = {0};
    const struct object *column = catalog_get(m->catalog, arena_printf(&a, "column %s", s->owned_by));

    if (!column)
        return;
    if (!s->base.owner)
        s->base.owner = column->parent->owner;
    if (column->parent->has_privileges)
        s->base.has_privileges = true;
}

/* ---- keys ---- */

static void complete_primary_key(struct object *o)
{
    const struct key *k = (const struct key *)o;
    const char *name;

    list_each (name, &k->columns) {
        struct object *column = object_child(o->parent, KIND_COLUMN, name);
        if (column)
            ((struct column *)column)->not_null = true;
    }
}

/* ---- triggers ---- */

static const char *const event_names[] = {"insert", "update", "delete", "truncate"};
enum { EVENTS = sizeof(event_names) / sizeof(event_names[0]) };

static unsigned event_bit(const char *text, size_t n)
{
    for (unsigned i = 0; i < EVENTS; i++) {
        if (strlen(event_names[i]) == n && strncasecmp(event_names[i], text, n) == 0)
            return 1u << i;
    }
    return 0;
}

/* "insert or update" or a list of them; each once, in the server's order. */
static unsigned read_events(struct model *m, const struct trigger *t)
{
    static const char separators[] = " \t\n,";
    unsigned events = 0;
    const char *text;

    list_each (text, &t->events) {
        for (text += strspn(text, separators); *text; text += strspn(text, separators)) {
            size_t n = strcspn(text, separators);
            unsigned bit = event_bit(text, n);
            bool or_word = n == 2 && strncasecmp(text, "or", 2) == 0;
            if (!bit && !or_word) {
                const char *word = arena_strndup(m->arena, text, n);
                diag_error(m->diag, "model.choice", t->base.at, "\"%s\" is no event of a trigger", word);
                const char *near = diag_nearest(word, event_names, EVENTS);
                if (near)
                    diag_hint(m->diag, "Did you mean \"%s\"?", near);
                else
                    diag_hint(m->diag, "They are insert, update, delete and truncate.");
            }
            events |= bit;
            text += n;
        }
    }
    return events;
}

static void complete_trigger(struct model *m, struct trigger *t)
{
    unsigned events = read_events(m, t);

    t->events = (struct list){0};
    for (unsigned i = 0; i < EVENTS; i++) {
        if (events >> i & 1)
            list_push(m->arena, &t->events, event_names[i]);
    }
    if (t->update_of.n && !(events & 2))
        diag_error(m->diag, "model.contradiction", t->base.at, "\"update_of\" needs the event update");
}

/* ---- in the order in which the server tells them ---- */

static int by_table(const void *x, const void *y)
{
    AUTO_ARENA a = {0};
    const struct publication_table *t = x, *u = y;
    const char *t_schema, *t_name, *u_schema, *u_name;
    int order;

    if (name_read(&a, t->table, NOWHERE, NULL, &t_schema, &t_name) != OK ||
        name_read(&a, u->table, NOWHERE, NULL, &u_schema, &u_name) != OK || !t_schema || !u_schema)
        return strcmp(t->table, u->table);
    order = strcmp(t_schema, u_schema);
    return order ? order : strcmp(t_name, u_name);
}

static int by_token(const void *x, const void *y)
{
    return strcmp(((const struct ts_mapping *)x)->token, ((const struct ts_mapping *)y)->token);
}

/* ---- statistics ---- */

/* All of them is what saying none means. */
static void complete_statistics(struct statistics *s)
{
    if (s->kinds.n == 3)
        s->kinds = (struct list){0};
}

/* ---- policies ---- */

static int text_order(const void *x, const void *y)
{
    return strcmp(x, y);
}

/* Everybody among others is everybody; the order of roles means nothing. */
static void complete_policy(struct policy *p)
{
    if (list_has_text(&p->roles, "public"))
        p->roles = (struct list){0};
    list_sort(&p->roles, text_order);
}

/* The other operator of a link, as its own side of it is kept. */
static void mirror(struct model *m, const struct operator_ *o, const char *link, bool swapped)
{
    struct mention name;
    struct operator_ *other;
    const char *left = swapped ? o->right : o->left, *right = swapped ? o->left : o->right;
    const char **back;

    if (!link || mention_read(m->arena, link, NOWHERE, NULL, &name) < 0)
        return;
    other = (struct operator_ *)catalog_find(
        m->catalog, KIND_OPERATOR, name.schema, NULL, name.name,
        arena_printf(m->arena, "%s, %s", left ? left : "none", right ? right : "none"));
    if (!other)
        return;
    back = swapped ? &other->commutator : &other->negator;
    if (!*back)
        *back = mention_text(m->arena, &(struct mention){o->base.schema, o->base.name, true, NULL});
}

/* The server tells both sides of a commutator or negator when one says it. */
static void complete_operator(struct model *m, const struct operator_ *o)
{
    mirror(m, o, o->commutator, true);
    mirror(m, o, o->negator, false);
}

/* What is implied is not said. */
static void complete_aggregate(struct aggregate *g)
{
    const struct argument *last = g->routine.args.n ? g->routine.args.at[g->routine.args.n - 1] : NULL;
    const char *implied = last && last->order_by ? "read write" : "read only";

    if (g->finalfunc_modify && strcmp(g->finalfunc_modify, implied) == 0)
        g->finalfunc_modify = NULL;
    if (g->mfinalfunc_modify && strcmp(g->mfinalfunc_modify, implied) == 0)
        g->mfinalfunc_modify = NULL;
    if (g->sspace && strcmp(g->sspace, "0") == 0)
        g->sspace = NULL;
    if (g->msspace && strcmp(g->msspace, "0") == 0)
        g->msspace = NULL;
}

static int by_member(const void *vx, const void *vy)
{
    const struct member_grant *x = vx, *y = vy;
    int order = strcmp(x->member, y->member);

    if (!order)
        order = strcmp(x->column ? x->column : "", y->column ? y->column : "");
    return order ? order : strcmp(x->role, y->role);
}

static void upper_words(struct model *m, struct list *words, struct loc at)
{
    for (size_t i = 0; i < words->n; i++) {
        char *upper = arena_strdup(m->arena, words->at[i]);

        for (char *c = upper; *c; c++)
            *c = (char)toupper((unsigned char)*c);
        if (upper[strspn(upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ")])
            diag_error(m->diag, "model.choice", at, "\"%s\" is no privilege", (const char *)words->at[i]);
        words->at[i] = upper;
    }
}

static void complete_grants(struct model *m, struct member_grants *grants, struct loc at)
{
    struct member_grant *g;

    list_each (g, &grants->changes) {
        upper_words(m, &g->granted, at);
        upper_words(m, &g->revoked, at);
    }
    list_sort(&grants->changes, by_member);
}

static void complete_identity(struct column *c)
{
    struct identity *i = c->identity;
    const struct table *table = (const struct table *)c->base.parent;

    complete_options(&i->options, c->type);
    c->not_null = true;
    if (i->persistence && (strcmp(i->persistence, "unlogged") == 0) == table->unlogged)
        i->persistence = NULL; /* as the table's */
}

void model_complete(struct model *m)
{
    struct entry *e;

    list_each (e, &m->entries) {
        struct object *o = e->o;
        if (e->broken || !o->address)
            continue;
        if (o->kind->id == KIND_COLUMN && ((struct column *)o)->not_null_name)
            ((struct column *)o)->not_null = true;
        if (o->kind->id == KIND_EXTENSION && ((struct extension *)o)->grants)
            complete_grants(m, ((struct extension *)o)->grants, o->at);
        if (o->kind->id == KIND_SEQUENCE) {
            complete_options(&((struct sequence *)o)->options, ((struct sequence *)o)->type);
            if (((struct sequence *)o)->owned_by)
                complete_owned(m, (struct sequence *)o);
        } else if (o->kind->id == KIND_COLUMN && ((struct column *)o)->identity) {
            complete_identity((struct column *)o);
        } else if (o->kind->id == KIND_PRIMARY_KEY) {
            complete_primary_key(o);
        } else if (o->kind->id == KIND_PUBLICATION) {
            list_sort(&((struct publication *)o)->tables, by_table);
            if (((struct publication *)o)->publish.n == 4)
                ((struct publication *)o)->publish = (struct list){0};
        } else if (o->kind->id == KIND_TS_CONFIGURATION) {
            list_sort(&((struct ts_configuration *)o)->mappings, by_token);
        } else if (o->kind->id == KIND_STATISTICS) {
            complete_statistics((struct statistics *)o);
        } else if (o->kind->id == KIND_TRIGGER) {
            complete_trigger(m, (struct trigger *)o);
        } else if (o->kind->id == KIND_POLICY) {
            complete_policy((struct policy *)o);
        } else if (o->kind->id == KIND_OPERATOR) {
            complete_operator(m, (const struct operator_ *)o);
        } else if (o->kind->id == KIND_OPERATOR_CLASS) {
            model_complete_class(m, o);
        } else if (o->kind->id == KIND_AGGREGATE) {
            complete_aggregate((struct aggregate *)o);
        }
    }
    model_inherit_complete(m);
}
