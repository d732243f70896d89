/* Which relations a query reads: what stands where FROM wants a relation, followed by tokens and parentheses,
 * not by a grammar. What it takes for a relation without its being one is not in the catalog, or costs an
 * order that was free. */
#include "schema/dependency.h"

#include <string.h>

enum { PAREN_LIMIT = 256 }; /* deeper ones are not looked into */

/* WITH name AS (...): hides a relation of this name, but not in its own text unless it is recursive. */
struct cte {
    const char *name;
    size_t start, end; /* tokens of its text */
    bool recursive;
};

/* What a pair of parentheses holds. */
struct level {
    bool from;     /* in a FROM list: a comma starts the next item */
    bool argument; /* extract(x FROM y) and the like: FROM is no clause */
};

static bool starts_query(const struct token *t)
{
    static const char *const words[] = {"select", "values", "with",  "insert", "update",
                                        "delete", "merge",  "table", NULL};
    return token_is_word(t, words);
}

/* name [(columns)] AS [[NOT] MATERIALIZED] ( query */
static void find_cte(struct text_scan *s, size_t name, bool recursive)
{
    size_t i = name + 1;

    if (token_is_punct(&s->t[i], "("))
        i = s->match[i] + 1;
    if (i >= s->n || !token_is(&s->t[i], TOKEN_WORD, "as"))
        return;
    i++;
    i += token_is(&s->t[i], TOKEN_WORD, "not");
    i += token_is(&s->t[i], TOKEN_WORD, "materialized");
    if (i + 1 >= s->n || !token_is_punct(&s->t[i], "(") ||
        !(starts_query(&s->t[i + 1]) || token_is_punct(&s->t[i + 1], "(")))
        return;
    struct cte *cte = arena_new(s->arena, struct cte);
    *cte = (struct cte){.name = s->t[name].text, .start = i, .end = s->match[i], .recursive = recursive};
    list_push(s->arena, &s->ctes, cte);
}

static void find_ctes(struct text_scan *s)
{
    bool recursive = false, with = false;

    for (size_t i = 0; i < s->n; i++) {
        with = with || token_is(&s->t[i], TOKEN_WORD, "with");
        if (!with)
            continue;
        recursive = recursive || token_is(&s->t[i], TOKEN_WORD, "recursive");
        if (token_is_name(&s->t[i]))
            find_cte(s, i, recursive);
    }
}

static bool is_cte(const struct text_scan *s, size_t at)
{
    const struct cte *cte;

    list_each (cte, &s->ctes) {
        bool own_text = at >= cte->start && at <= cte->end && !cte->recursive;
        if (!own_text && strcmp(cte->name, s->t[at].text) == 0)
            return true;
    }
    return false;
}

static void add_relation(struct text_scan *s, struct object *o)
{
    const struct object *known;

    list_each (known, &s->relations) {
        if (known == o)
            return;
    }
    list_push(s->arena, &s->relations, o);
}

/* The relation named at i, if one is. */
static void read_relation(struct text_scan *s, size_t i)
{
    static const char *const noise[] = {"only", "lateral", "if", "not", "exists", NULL};
    struct object *o = NULL;

    while (token_is_word(&s->t[i], noise))
        i++;
    if (!token_is_name(&s->t[i]))
        return;
    if (token_is_punct(&s->t[i + 1], ".") && token_is_name(&s->t[i + 2])) {
        if (!token_is_punct(&s->t[i + 3], "("))
            o = find_relation(s->d, s->t[i].text, s->t[i + 2].text);
    } else if (!token_is_punct(&s->t[i + 1], "(") && !is_cte(s, i)) {
        o = find_relation(s->d, NULL, s->t[i].text);
    } else if (token_is(&s->t[i - 1], TOKEN_WORD, "into")) { /* insert into t (a, b) */
        o = find_relation(s->d, NULL, s->t[i].text);
    }
    if (o)
        add_relation(s, o);
}

/* FROM as a clause of its own. */
static bool is_from(const struct text_scan *s, size_t i, const struct level *level)
{
    static const char *const sources[] = {"from", "join", "into", "update", "table", NULL};

    if (!token_is_word(&s->t[i], sources) || level->argument)
        return false;
    /* IS DISTINCT FROM */
    bool distinct = i > 1 && token_is(&s->t[i - 1], TOKEN_WORD, "distinct") &&
                    (token_is(&s->t[i - 2], TOKEN_WORD, "is") || token_is(&s->t[i - 2], TOKEN_WORD, "not"));
    return !distinct;
}

static bool ends_from(const struct token *t)
{
    static const char *const words[] = {"where",     "group", "having",    "order",  "limit", "offset",
                                        "window",    "fetch", "returning", "select", "union", "except",
                                        "intersect", "set",   "for",       NULL};
    return token_is_word(t, words);
}

static struct level open_level(struct text_scan *s, size_t i, const struct level *outer)
{
    static const char *const functions[] = {"extract",  "substring", "trim", "overlay",
                                            "position", "normalize", NULL};
    static const char *const before_item[] = {"from", "join", "only", "lateral", NULL};
    struct level level = {0};

    level.argument = i > 0 && token_is_word(&s->t[i - 1], functions);
    /* FROM (a JOIN b ON ...) */
    bool item = i > 0 && (token_is_word(&s->t[i - 1], before_item) ||
                          (outer->from && (token_is_punct(&s->t[i - 1], ",") || token_is_punct(&s->t[i - 1], "("))));
    level.from = item && !starts_query(&s->t[i + 1]);
    if (level.from)
        read_relation(s, i + 1);
    return level;
}

static void scan_from(struct text_scan *s)
{
    struct level levels[PAREN_LIMIT] = {0};
    size_t depth = 0;

    for (size_t i = 0; i < s->n; i++) {
        struct level *level = &levels[depth < PAREN_LIMIT ? depth : PAREN_LIMIT - 1];
        if (token_is_punct(&s->t[i], "(")) {
            struct level inner = open_level(s, i, level);
            if (++depth < PAREN_LIMIT)
                levels[depth] = inner;
        } else if (token_is_punct(&s->t[i], ")")) {
            depth -= depth > 0;
        } else if (is_from(s, i, level)) {
            level->from = token_is(&s->t[i], TOKEN_WORD, "from") || level->from;
            read_relation(s, i + 1);
            s->star =
                s->star || token_is(&s->t[i], TOKEN_WORD, "table") || token_is(&s->t[i], TOKEN_WORD, "into");
        } else if (token_is_punct(&s->t[i], ",") && level->from) {
            read_relation(s, i + 1);
        } else if (ends_from(&s->t[i])) {
            level->from = false;
        }
    }
}

/* schema.relation is one wherever it stands. */
static void scan_qualified(struct text_scan *s)
{
    for (size_t i = 0; i + 2 < s->n; i++) {
        bool inside = i > 0 && token_is_punct(&s->t[i - 1], ".");
        if (inside || !token_is_name(&s->t[i]) || !token_is_punct(&s->t[i + 1], ".") ||
            !token_is_name(&s->t[i + 2]) || token_is_punct(&s->t[i + 3], "("))
            continue;
        if (!catalog_find(s->d->catalog, KIND_SCHEMA, NULL, NULL, s->t[i].text, NULL))
            continue;
        struct object *o = catalog_relation(s->d->catalog, s->t[i].text, s->t[i + 2].text);
        if (o)
            add_relation(s, o);
    }
}

/* SELECT *, t.*, NATURAL JOIN: every column. count(*) is none, and multiplication has an operand before it.
 */
static void scan_star(struct text_scan *s)
{
    static const char *const before[] = {"select", "distinct", "all", "returning", NULL};

    for (size_t i = 0; i < s->n; i++) {
        bool star =
            token_is(&s->t[i], TOKEN_OP, "*") && i > 0 &&
            (token_is_word(&s->t[i - 1], before) || token_is_punct(&s->t[i - 1], ",") || token_is_punct(&s->t[i - 1], "."));
        s->star = s->star || star || token_is(&s->t[i], TOKEN_WORD, "natural");
    }
}

void scan_relations(struct text_scan *s)
{
    find_ctes(s);
    scan_from(s);
    scan_qualified(s);
    scan_star(s);
}
