/* A view knows columns by number: when one is renamed it stays as it is, and keeps the name of its own column, so that what was
 * printed as "SELECT t.a" is "SELECT t.b AS a" then. The server prints "t.a" for every column of a table in a query, or, from 16 on
 * where it selects from nothing else, "a". */
#include "diff/renamed_query.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

enum { DEPTH_LIMIT = 200 }; /* of parentheses */

/* A table as it is called in a query: "FROM s.t" or "FROM s.t x". */
struct reference {
    const struct object *table;
    const char *name;
    size_t at, end; /* tokens: of its name, and what comes after it */
};

struct query {
    const struct name_changes *c;
    const struct token *t;
    size_t n;
    struct list references; /* struct reference */
    bool bare;              /* columns are not qualified */
};

static bool is_name(const struct token *t)
{
    enum keyword_class class = t->type == TOKEN_WORD ? sql_keyword(t->text, strlen(t->text)) : KEYWORD_NONE;

    return t->type == TOKEN_QUOTED || (t->type == TOKEN_WORD && (class == KEYWORD_NONE || class == KEYWORD_UNRESERVED));
}

static bool path_of_two(const struct token *t, size_t i)
{
    return is_name(&t[i]) && token_is_punct(&t[i + 1], ".") && token_is_name(&t[i + 2]) &&
           !token_is_punct(&t[i + 3], ".") && !token_is_punct(&t[i + 3], "(") && !(i > 0 && token_is_punct(&t[i - 1], "."));
}

static bool starts_table(const struct token *t, size_t i)
{
    static const char *const words[] = {"from", "join", "only", NULL};

    return i > 0 && path_of_two(t, i) && (token_is_word(&t[i - 1], words) || token_is_punct(&t[i - 1], ",") || token_is_punct(&t[i - 1], "("));
}

static void find_references(struct query *q, struct arena *a, const struct catalog *clone)
{
    for (size_t i = 0; i < q->n; i++) {
        const struct object *table = starts_table(q->t, i) ? catalog_relation(clone, q->t[i].text, q->t[i + 2].text) : NULL;
        struct reference *r;
        size_t name = i + 2;

        if (!table)
            continue;
        if (is_name(&q->t[i + 3]))
            name = i + 3;
        r = arena_new(a, struct reference);
        *r = (struct reference){table, q->t[name].text, name, name + 1};
        list_push(a, &q->references, r);
        i += 2;
    }
}

static bool has_changed(const struct name_changes *c, const struct object *table)
{
    const struct column_change *k;

    list_each (k, &c->columns) {
        if (k->table == table)
            return true;
    }
    return false;
}

/* Whether something else than the reference may have its name, in whatever part of the query. */
static bool is_ambiguous(const struct query *q, const struct reference *r)
{
    static const char *const before[] = {"as", NULL};
    const struct reference *other;

    list_each (other, &q->references) {
        if (other->table != r->table && strcmp(other->name, r->name) == 0)
            return true;
    }
    for (size_t i = 0; i < q->n; i++) {
        const struct token *t = &q->t[i];
        bool named = false;

        if (!token_is_name(t) || strcmp(t->text, r->name) != 0 || token_is_punct(&t[1], ".") ||
            (i > 0 && (token_is_punct(&t[-1], ".") || token_is_punct(&t[-1], "::") || token_is_word(&t[-1], before))))
            continue;
        list_each (other, &q->references)
            named |= other->at == i;
        if (!named)
            return true;
    }
    return false;
}

/* "FROM t x(a, b)", and what merges columns of two tables into one. */
static bool is_certain(const struct query *q)
{
    static const char *const merging[] = {"using", "natural", NULL};
    const struct reference *r;

    for (size_t i = 0; i < q->n; i++)
        if (token_is_word(&q->t[i], merging) || q->t[i].type == TOKEN_ERROR)
            return false;
    list_each (r, &q->references) {
        if (has_changed(q->c, r->table) && (token_is_punct(&q->t[r->end], "(") || is_ambiguous(q, r)))
            return false;
    }
    return true;
}

/* Token i starts the path of one. */
static bool is_reference(const struct query *q, size_t i)
{
    const struct reference *r;

    list_each (r, &q->references) {
        if (i + 2 == r->at || (i + 3 == r->at && token_is_punct(&q->t[i + 1], ".")))
            return true;
    }
    return false;
}

static bool is_qualified(const struct query *q)
{
    const struct reference *r;

    for (size_t i = 0; i < q->n; i++)
        list_each (r, &q->references) {
            if (path_of_two(q->t, i) && strcmp(q->t[i].text, r->name) == 0 && !is_reference(q, i))
                return true;
        }
    return false;
}

/* From one table and nothing else, without anything in it that is a bare name and no column. */
static bool is_bare(const struct query *q)
{
    static const char *const after[] = {"where", "group", "having", "order", "limit", "offset", "fetch", "for", NULL};
    static const char *const special[] = {"extract", "normalize", "over", "window", "collate", "with", "from", "select", NULL};
    const struct reference *r = q->references.n == 1 ? q->references.at[0] : NULL;
    const struct column_change *k;
    size_t n = 0;

    if (!r || is_qualified(q) || !(q->t[r->end].type == TOKEN_END || token_is_word(&q->t[r->end], after)))
        return false;
    for (size_t i = 0; i < q->n; i++) {
        n += token_is_word(&q->t[i], special);
        if (q->t[i].type == TOKEN_WORD && (strncmp(q->t[i].text, "xml", 3) == 0 || strncmp(q->t[i].text, "json", 4) == 0))
            return false;
    }
    list_each (k, &q->c->columns) {
        if (k->table == r->table && sql_keyword(k->name, strlen(k->name)) != KEYWORD_NONE)
            return false;
    }
    return n == 2; /* one SELECT and one FROM */
}

/* The new name of the column that starts with token i, NULL: there is none; ret_last is its last token. */
static const char *column_at(const struct query *q, size_t i, size_t *ret_last)
{
    static const char *const before[] = {"as", "collate", NULL};
    const struct token *t = q->t;
    const struct reference *r;
    const struct column_change *k;

    if (i > 0 && (token_is_punct(&t[i - 1], ".") || token_is_punct(&t[i - 1], "::") || token_is_word(&t[i - 1], before)))
        return NULL;
    if (is_reference(q, i))
        return NULL;
    if (q->bare ? !is_name(&t[i]) || token_is_punct(&t[i + 1], ".") || token_is_punct(&t[i + 1], "(") : !path_of_two(t, i))
        return NULL;
    *ret_last = q->bare ? i : i + 2;
    list_each (r, &q->references) {
        if (q->bare ? i == r->at : strcmp(r->name, t[i].text) != 0)
            continue;
        list_each (k, &q->c->columns) {
            if (k->table == r->table && strcmp(k->name, t[*ret_last].text) == 0)
                return k->to_name;
        }
    }
    return NULL;
}

/* Whether the tokens are all of an item of a list of results, which is named like the column unless something else is said. */
static bool whole_item(const struct token *t, size_t first, size_t last)
{
    static const char *const before[] = {"select", "distinct", "all", NULL};
    static const char *const after[] = {"from", "as", "where", "group", "having", "order", "limit", "offset", "fetch", "for", "window", "union", "intersect", "except", NULL};
    const struct token *next = &t[last + 1];

    return first > 0 && (token_is_word(&t[first - 1], before) || token_is_punct(&t[first - 1], ",") || token_is_punct(&t[first - 1], ")")) &&
           (next->type == TOKEN_END || token_is_punct(next, ",") || token_is_punct(next, ")") || token_is_word(next, after));
}

/* Follows whether what comes is in a list of results. */
static bool in_results(const struct token *t, bool *lists, int *depth)
{
    static const char *const begin[] = {"select", NULL};
    static const char *const end[] = {"from", "where", "group", "having", "order", "limit", "offset", "fetch", "for", "window", "union", "intersect", "except", NULL};

    if (token_is_punct(t, "(") && ++*depth < DEPTH_LIMIT)
        lists[*depth] = false;
    else if (token_is_punct(t, ")") && *depth > 0)
        --*depth;
    else if (*depth < DEPTH_LIMIT && (token_is_word(t, begin) || token_is_word(t, end)))
        lists[*depth] = token_is_word(t, begin);
    return *depth < DEPTH_LIMIT && lists[*depth];
}

static const char *rename_columns(const struct query *q, const char *text)
{
    static const char *const as[] = {"as", NULL};
    AUTO_BUF out = {0};
    bool lists[DEPTH_LIMIT] = {false};
    size_t done = 0, last;
    int depth = 0;

    for (size_t i = 0; i < q->n; i++) {
        bool results = in_results(&q->t[i], lists, &depth);
        const char *other = column_at(q, i, &last);

        if (!other)
            continue;
        buf_addn(&out, text + done, q->t[last].start - done);
        buf_ident(&out, other);
        done = q->t[last].end;
        if (results && whole_item(q->t, i, last) && !token_is_word(&q->t[last + 1], as)) {
            buf_add(&out, " AS ");
            buf_ident(&out, q->t[last].text);
        } else if (results && whole_item(q->t, i, last) && strcmp(q->t[last + 2].text, other) == 0) {
            done = q->t[last + 2].end;
            last += 2;
        }
        i = last;
    }
    buf_add(&out, text + done);
    return arena_strndup(q->c->arena, buf_str(&out), out.len);
}

const char *renamed_query(const struct name_changes *c, const struct catalog *clone, const char *text)
{
    AUTO_ARENA scratch = {0};
    struct query q = {.c = c};

    if (!c->columns.n)
        return text;
    q.t = sql_tokens(&scratch, text, strlen(text), &q.n);
    find_references(&q, &scratch, clone);
    if (!is_certain(&q))
        return text;
    q.bare = is_bare(&q);
    return rename_columns(&q, text);
}
