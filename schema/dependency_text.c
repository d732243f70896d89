/* What an expression or a query needs: relations and their columns, functions, types, sequences. Errs on the
 * side of a dependency too many: it only forbids an order, while one too few makes a plan that fails. */
#include "schema/clause.h"
#include "schema/dependency.h"
#include "sql/type.h"
#include <string.h>

static void depend(const struct dependent *d, struct object *on)
{
    if (on)
        object_depends(d->catalog, d->o, on, d->part);
}

struct object *find_relation(const struct dependent *d, const char *schema, const char *name)
{
    struct object *o = NULL;

    if (!schema && d->o->schema)
        o = catalog_relation(d->catalog, d->o->schema, name);
    o = o ? o : catalog_relation(d->catalog, schema, name);
    d->o->unqualified |= o && !schema;
    d->o->of_itself |= o == d->o && schema; /* a bare name would be found elsewhere, as the view is not there yet */
    return o;
}

static struct object *find_type(const struct dependent *d, const char *schema, const char *name)
{
    struct object *o = NULL;

    if (!schema && d->o->schema)
        o = catalog_type(d->catalog, d->o->schema, name);
    o = o ? o : catalog_type(d->catalog, schema, name);
    d->o->unqualified |= o && !schema;
    return o;
}

void depend_on_column(const struct dependent *d, const struct object *table, const char *name)
{
    depend(d, object_child(table, KIND_COLUMN, name));
}

struct object *depend_on_type(const struct dependent *d, const char *type)
{
    AUTO_ARENA a = {0};
    const char *schema, *name;
    struct object *o;
    bool array;

    sql_type_parts(&a, type, &schema, &name, &array);
    if (schema && strcmp(schema, "pg_catalog") == 0)
        return NULL;
    o = find_type(d, schema, name);
    if (o) {
        depend(d, o);
        return o;
    }
    list_each (o, d->extensions)
        depend(d, o);
    return NULL;
}

/* ---- functions ---- */

/* Arguments of the call whose parenthesis opens at i. */
static size_t count_arguments(const struct text_scan *s, size_t i)
{
    size_t end = s->match[i], commas = 0;

    if (i + 1 == end)
        return 0;
    for (i++; i < end; i++) {
        commas += token_is_punct(&s->t[i], ",");
        if (s->match[i])
            i = s->match[i];
    }
    return commas + 1;
}

static bool can_take(const struct routine *r, size_t n)
{
    const struct argument *g;
    size_t least = 0, most = 0;
    bool variadic = false, procedure = r->base.kind->id == KIND_PROCEDURE;

    if (r->base.kind->id == KIND_AGGREGATE)
        return true; /* (*), and WITHIN GROUP (ORDER BY ...) */
    list_each (g, &r->args) {
        bool out = g->mode && strcmp(g->mode, "out") == 0;
        if (g->mode && strcmp(g->mode, "variadic") == 0)
            variadic = true;
        else if (!out || procedure) {
            most++;
            least += !g->default_ && !out;
        }
    }
    return n >= least && (variadic || n <= most);
}

static void scan_call(const struct text_scan *s, size_t name)
{
    bool qualified = name > 1 && token_is_punct(&s->t[name - 1], ".") && token_is_name(&s->t[name - 2]);
    struct list routines = {0};
    struct object *o;

    catalog_routines(s->d->catalog, qualified ? s->t[name - 2].text : NULL, s->t[name].text, s->arena,
                     &routines);
    if (routines.n == 0)
        return;
    s->d->o->unqualified |= !qualified;
    size_t n = count_arguments(s, name + 1);
    list_each (o, &routines) {
        if (can_take((const struct routine *)o, n))
            depend(s->d, o);
    }
}

/* Which of an operator's overloads is meant only the server knows. */
static void scan_operator(const struct text_scan *s, size_t i)
{
    bool qualified = i > 1 && token_is_punct(&s->t[i - 1], ".") && token_is_name(&s->t[i - 2]);
    struct list operators = {0};
    struct object *o;

    catalog_overloads(s->d->catalog, qualified ? s->t[i - 2].text : NULL, s->t[i].text, true, s->arena, &operators);
    list_each (o, &operators)
        depend(s->d, o);
}

/* ---- types ---- */

/* A default has the type of rows as a dependency of its own part. */
void depend_on_expression_type(const struct dependent *d, struct object *type)
{
    uint64_t rows = SPACE_RELATION | SPACE_TYPE;

    if (type && (type->kind->space & rows) == rows && d->part != PART_DEFAULT)
        object_has_row_type(d->catalog, d->o, type);
}

/* Of the relation itself, of which the server says the type too: a.*::public.t */
static bool is_whole_row(const struct text_scan *s, size_t cast)
{
    return cast > 1 && token_is(&s->t[cast - 1], TOKEN_OP, "*") && token_is_punct(&s->t[cast - 2], ".");
}

/* expression: of which something is; else only its name is said. */
static void scan_type_at(const struct text_scan *s, size_t offset, bool expression)
{
    struct loc nowhere = NOWHERE;
    size_t end = 0;
    const char *type = sql_type_read(s->arena, s->text + offset, &end, nowhere, NULL);
    struct object *o = type ? depend_on_type(s->d, type) : NULL;

    if (expression)
        depend_on_expression_type(s->d, o);
}

/* x::type, CAST(x AS type), type 'literal', schema.type. */
static void scan_types(const struct text_scan *s)
{
    size_t depth = 0, casts = 0;
    unsigned char cast[256] = {0}; /* by depth of parentheses: opened by CAST */

    for (size_t i = 0; i < s->n; i++) {
        const struct token *t = &s->t[i];
        if (token_is_punct(t, "::")) {
            scan_type_at(s, t->end, !is_whole_row(s, i));
        } else if (token_is_punct(t, "(")) {
            depth++;
            bool opens = i > 0 && token_is(&s->t[i - 1], TOKEN_WORD, "cast");
            if (depth < sizeof(cast))
                cast[depth] = opens;
            casts += opens;
        } else if (token_is_punct(t, ")")) {
            depth -= depth > 0;
        } else if (casts && token_is(t, TOKEN_WORD, "as") && depth < sizeof(cast) && cast[depth]) {
            scan_type_at(s, t->end, true);
        } else if (token_is_name(t) && s->t[i + 1].type == TOKEN_STRING && !s->t[i + 1].prefix) {
            bool qualified = i > 1 && token_is_punct(&s->t[i - 1], ".");
            struct object *type = find_type(s->d, qualified ? s->t[i - 2].text : NULL, t->text);

            depend(s->d, type);
            depend_on_expression_type(s->d, type);
        } else if (token_is_name(t) && token_is_punct(&s->t[i + 1], ".") && token_is_name(&s->t[i + 2])) {
            depend(s->d, catalog_type(s->d->catalog, t->text, s->t[i + 2].text));
        }
    }
}

/* ---- names in literals ---- */

/* Whether the literal is cast to the type: 'x'::type, CAST('x' AS type). */
static bool is_cast(const struct text_scan *s, size_t i, const char *type)
{
    return (token_is_punct(&s->t[i + 1], "::") || token_is(&s->t[i + 1], TOKEN_WORD, "as")) &&
           token_is(&s->t[i + 2], TOKEN_WORD, type);
}

/* 'c'::regconfig, 'd'::regdictionary, to_tsvector('c', ...). */
static void scan_text_search(const struct text_scan *s, size_t i)
{
    static const char *const functions[] = {"to_tsvector",      "to_tsquery",           "plainto_tsquery",
                                            "phraseto_tsquery", "websearch_to_tsquery", "ts_headline",
                                            "json_to_tsvector", "jsonb_to_tsvector"};
    uint64_t of = is_cast(s, i, "regdictionary") ? KIND_BIT(KIND_TS_DICTIONARY)
                  : is_cast(s, i, "regconfig")   ? KIND_BIT(KIND_TS_CONFIGURATION)
                                                 : 0;
    const char *schema, *name;

    for (size_t k = 0; i > 1 && k < sizeof(functions) / sizeof(functions[0]); k++)
        if (token_is_punct(&s->t[i - 1], "(") && token_is(&s->t[i - 2], TOKEN_WORD, functions[k]))
            of = KIND_BIT(KIND_TS_CONFIGURATION);
    if (of && name_read(s->arena, s->t[i].text, NOWHERE, NULL, &schema, &name) == OK)
        depend(s->d, catalog_named(s->d->catalog, of, schema, name));
}

/* nextval('s'), 's'::regclass, 't'::regtype, regclass 's'. */
static void scan_literal(const struct text_scan *s, size_t i)
{
    static const char *const functions[] = {"nextval", "currval", "setval", "pg_get_serial_sequence",
                                            "to_regclass"};
    struct loc nowhere = NOWHERE;
    const char *schema, *name;
    bool relation = is_cast(s, i, "regclass"), type = is_cast(s, i, "regtype");

    relation = relation || (i > 0 && token_is(&s->t[i - 1], TOKEN_WORD, "regclass"));
    for (size_t k = 0; i > 1 && k < sizeof(functions) / sizeof(functions[0]); k++)
        relation =
            relation || (token_is_punct(&s->t[i - 1], "(") && token_is(&s->t[i - 2], TOKEN_WORD, functions[k]));
    scan_text_search(s, i);
    if (type)
        scan_type_at(&(struct text_scan){.d = s->d, .arena = s->arena, .text = s->t[i].text}, 0, false);
    if (relation && name_read(s->arena, s->t[i].text, nowhere, NULL, &schema, &name) == OK)
        depend(s->d, find_relation(s->d, schema, name));
}

/* ---- columns ---- */

static void depend_on_columns(const struct text_scan *s, const struct object *table, const struct map *names,
                              bool all)
{
    struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_COLUMN && (all || map_get(names, o->name)))
            depend(s->d, o);
    }
}

static bool is_group_by(const struct token *t)
{
    return token_is(t, TOKEN_WORD, "group") && token_is(t + 1, TOKEN_WORD, "by");
}

static bool ends_group_by(const struct token *t)
{
    static const char *const words[] = {"having", "window",  "order", "limit", "offset",
                                        "fetch",  "union",   "intersect", "except", "for"};

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (token_is(t, TOKEN_WORD, words[i]))
            return true;
    }
    return token_is_punct(t, ")");
}

/* The names in GROUP BY. False: that does not tell what is grouped, for it has a number, or there is another. */
static bool names_grouped(const struct text_scan *s, struct map *ret)
{
    size_t groups = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (!is_group_by(&s->t[i]))
            continue;
        groups++;
        for (size_t k = i + 2, depth = 0; k < s->n && (depth || !ends_group_by(&s->t[k])); k++) {
            if (s->t[k].type == TOKEN_NUMBER)
                return false;
            if (token_is_name(&s->t[k]))
                map_put(ret, s->t[k].text, s->t[k].text);
            depth += token_is_punct(&s->t[k], "(");
            depth -= token_is_punct(&s->t[k], ")");
        }
    }
    return groups == 1;
}

/* Columns of a table that are not in GROUP BY may stand in the query when its primary key is: the view then
 * needs the key. */
static void depend_on_primary_keys(const struct text_scan *s, const struct map *names)
{
    AUTO_MAP grouped = {0};
    bool known = names_grouped(s, &grouped) && !s->star;
    struct object *table, *o;

    list_each (table, &s->relations) {
        bool needs = !known;

        list_each (o, &table->children)
            needs = needs || (o->kind->id == KIND_COLUMN && map_get(names, o->name) && !map_get(&grouped, o->name));
        list_each (o, &table->children) {
            if (needs && o->kind->id == KIND_PRIMARY_KEY)
                depend(s->d, o);
        }
    }
}

/* Three ends more than there are, so that looking ahead needs no care; parentheses are paired once. */
void scan_open(struct text_scan *s)
{
    struct token *t = sql_tokens(s->arena, s->text, strlen(s->text), &s->n);
    struct token *padded = arena_alloc(s->arena, (s->n + 4) * sizeof(*t));
    size_t *open = arena_alloc(s->arena, (s->n + 1) * sizeof(*open)), depth = 0;

    memcpy(padded, t, (s->n + 1) * sizeof(*t));
    for (size_t i = s->n + 1; i < s->n + 4; i++)
        padded[i] = t[s->n];
    s->t = padded;
    s->match = arena_alloc(s->arena, (s->n + 4) * sizeof(*s->match));
    for (size_t i = 0; i < s->n; i++) {
        if (token_is_punct(&t[i], "(") || token_is_punct(&t[i], "[")) {
            s->match[i] = s->n;
            open[depth++] = i;
        } else if ((token_is_punct(&t[i], ")") || token_is_punct(&t[i], "]")) && depth) {
            s->match[open[--depth]] = i;
        }
    }
}

void depend_on_text(const struct dependent *d, const char *text, const struct object *own)
{
    AUTO_ARENA a = {0};
    AUTO_MAP names = {0};
    struct text_scan s = {.d = d, .arena = &a, .text = text};
    struct object *o;
    bool grouped = false;

    scan_open(&s);
    scan_relations(&s);
    scan_types(&s);
    for (size_t i = 0; i < s.n; i++) {
        if (token_is_name(&s.t[i])) {
            map_put(&names, s.t[i].text, s.t[i].text);
            grouped = grouped || is_group_by(&s.t[i]);
            if (token_is_punct(&s.t[i + 1], "("))
                scan_call(&s, i);
        } else if (s.t[i].type == TOKEN_OP) {
            scan_operator(&s, i);
        } else if (s.t[i].type == TOKEN_STRING) {
            scan_literal(&s, i);
        }
    }
    list_each (o, &s.relations) {
        depend(d, o);
        depend_on_columns(&s, o, &names, s.star);
    }
    if (own)
        depend_on_columns(&s, own, &names, false);
    if (grouped)
        depend_on_primary_keys(&s, &names);
}
