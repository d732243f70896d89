/* The normal form is made of tokens, not of a syntax tree: every rule must hold wherever its pattern can
 * stand. When one needs to know more than the neighbours tell, the text stays as it is, and the two texts
 * count as different. */
#include "sql/normal.h"

#include "base/buf.h"
#include "base/list.h"
#include "sql/normal_items.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/type.h"
#include <stdint.h>

struct reader {
    struct arena *arena; /* scratch */
    const char *text;
    const struct token *tokens;
    size_t n, i;
    struct item *edge, *last;
    struct list open; /* the parentheses that are */
    bool rewrite_casts;
};

static struct item *add(struct reader *r, enum item_kind kind, const char *text)
{
    struct item *item = arena_new(r->arena, struct item);
    item->kind = kind;
    item->text = text;
    item->before = r->last;
    r->last->after = item;
    r->last = item;
    return item;
}

static const struct token *token_at(const struct reader *r, size_t ahead)
{
    size_t i = r->i + ahead;
    return &r->tokens[i < r->n ? i : r->n]; /* the last one is TOKEN_END */
}

static bool is_word(const struct reader *r, size_t ahead, const char *word)
{
    return token_is(token_at(r, ahead), TOKEN_WORD, word);
}

static bool is_punct(const struct reader *r, size_t ahead, const char *text)
{
    return token_is(token_at(r, ahead), TOKEN_PUNCT, text);
}

/* An unreserved keyword can mean something else without its quotes: cube(a) after GROUP BY, year after an
 * interval. These are frequent as names and mean nothing in an expression or a query. */
static bool is_harmless_keyword(const char *word)
{
    static const char *const words[] = {
        "action",     "class",   "comment",  "data",     "database", "event",   "function", "label",
        "language",   "level",   "location", "name",     "object",   "owner",   "password", "policy",
        "role",       "rule",    "schema",   "sequence", "server",   "session", "source",   "state",
        "statistics", "storage", "system",   "target",   "template", "text",    "type",     "types",
        "value",      "version", "view",     "views",    NULL};
    return is_one_of(word, words);
}

static void add_name(struct reader *r, const char *name)
{
    bool qualified = item_is(r->last, ITEM_PUNCT, ".") || is_punct(r, 1, ".");
    enum keyword_class class = sql_keyword(name, strlen(name));
    bool bare_is_same = class == KEYWORD_NONE || qualified || is_harmless_keyword(name);
    struct buf b = {0};
    if (bare_is_same)
        buf_ident(&b, name);
    else
        buf_addf(&b, "\"%s\"", name); /* keywords have no quotes inside */
    add(r, ITEM_NAME, buf_take(&b, r->arena));
    r->i++;
}

/* Strings are written one way whatever their syntax; bit strings are no strings. */
static void add_string(struct reader *r)
{
    const struct token *t = token_at(r, 0);
    bool bits = t->prefix == 'b' || t->prefix == 'x';
    struct buf b = {0};
    if (bits)
        buf_addf(&b, "%c'%s'", t->prefix, t->text); /* no quote can stand in it */
    else
        buf_literal(&b, t->text);
    add(r, ITEM_STRING, buf_take(&b, r->arena));
    r->i++;
}

static void add_number(struct reader *r)
{
    struct buf b = {0};
    for (const char *p = token_at(r, 0)->text; *p; p++) {
        if (*p != '_')
            buf_addc(&b, *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p);
    }
    add(r, ITEM_NUMBER, buf_take(&b, r->arena));
    r->i++;
}

/* The type that starts `ahead` tokens from here: its canonical name, and how many tokens it has. NULL if
 * there is none. */
static const char *read_type(const struct reader *r, size_t ahead, size_t *ret_tokens)
{
    const struct token *t = token_at(r, ahead);
    size_t end;
    if (t->type == TOKEN_END)
        return NULL;
    const char *type = sql_type_read(r->arena, r->text + t->start, &end, NOWHERE, NULL);
    if (!type)
        return NULL;
    size_t n = 0;
    while (token_at(r, ahead + n)->type != TOKEN_END && token_at(r, ahead + n)->start < t->start + end)
        n++;
    *ret_tokens = n;
    return type;
}

static void add_cast(struct reader *r, const char *type)
{
    add(r, ITEM_PUNCT, "::");
    add(r, ITEM_TYPE, type);
}

/* date '...' is '...'::date to the parser. Returns false when no such literal stands here. */
static bool add_typed_literal(struct reader *r)
{
    static const char *const types[] = {"date",        "time",     "timetz", "timestamp",
                                        "timestamptz", "interval", NULL};
    static const char *const goes_on[] = {"year",   "month", "day",     "hour",  "minute",
                                          "second", "with",  "without", "array", NULL};
    const struct token *t = token_at(r, 0);
    if (!is_one_of(t->text, types) || item_is(r->last, ITEM_PUNCT, "."))
        return false;
    size_t n = 1;
    bool zoned = strcmp(t->text, "time") == 0 || strcmp(t->text, "timestamp") == 0;
    if (zoned && (is_word(r, 1, "with") || is_word(r, 1, "without")) && is_word(r, 2, "time") &&
        is_word(r, 3, "zone"))
        n = 4;
    const struct token *string = token_at(r, n), *next = token_at(r, n + 1);
    if (string->type != TOKEN_STRING || string->prefix == 'b' || string->prefix == 'x')
        return false;
    /* What would belong to the type once that is written last. */
    bool longer = next->type == TOKEN_WORD ? is_one_of(next->text, goes_on)
                                           : next->type == TOKEN_PUNCT && strchr("([.", *next->text);
    if (longer)
        return false;
    size_t taken;
    const char *type = read_type(r, 0, &taken);
    if (!type || taken != n)
        return false;
    r->i += n;
    add_string(r);
    add_cast(r, type);
    return true;
}

static void add_open(struct reader *r, const char *text, bool is_cast)
{
    struct item *item = add(r, ITEM_PUNCT, text);
    item->is_cast = is_cast;
    list_push(r->arena, &r->open, item);
    r->i++;
}

/* False when nothing is open. */
static bool add_close(struct reader *r, const char *text)
{
    if (r->open.n == 0)
        return false;
    struct item *open = r->open.at[--r->open.n];
    if ((*open->text == '(') != (*text == ')'))
        return false;
    struct item *item = add(r, ITEM_PUNCT, text);
    item->match = open;
    open->match = item;
    return true;
}

/* CAST(x AS t) is (x)::t: at CAST the word goes, at AS the parenthesis closes. */
static bool inside_cast(const struct reader *r)
{
    const struct item *open = r->open.n ? r->open.at[r->open.n - 1] : NULL;
    return open && open->is_cast;
}

static bool finish_cast(struct reader *r)
{
    size_t taken;
    const char *type = read_type(r, 1, &taken);
    if (!type || !is_punct(r, 1 + taken, ")"))
        return false;
    if (!add_close(r, ")"))
        return false;
    add_cast(r, type);
    r->i += 1 + taken + 1;
    return true;
}

static bool add_word(struct reader *r)
{
    const struct token *t = token_at(r, 0);
    if (item_is(r->last, ITEM_PUNCT, ".")) {
        struct buf b = {0};
        buf_ident(&b, t->text);
        add(r, ITEM_NAME, buf_take(&b, r->arena));
        r->i++;
        return true;
    }
    if (r->rewrite_casts && strcmp(t->text, "cast") == 0 && is_punct(r, 1, "(")) {
        r->i++;
        add_open(r, "(", true);
        return true;
    }
    if (strcmp(t->text, "as") == 0 && inside_cast(r))
        return finish_cast(r);
    if (add_typed_literal(r))
        return true;
    add(r, ITEM_WORD, t->text);
    r->i++;
    return true;
}

static bool add_punct(struct reader *r)
{
    const char *text = token_at(r, 0)->text;
    if (*text == '(' || *text == '[') {
        add_open(r, text, false);
        return true;
    }
    if (*text == ')' || *text == ']') {
        r->i++;
        return !inside_cast(r) && add_close(r, text);
    }
    size_t taken = 0;
    const char *type = strcmp(text, "::") == 0 ? read_type(r, 1, &taken) : NULL;
    if (type)
        add_cast(r, type);
    else
        add(r, ITEM_PUNCT, text);
    r->i += 1 + taken;
    return true;
}

static bool add_token(struct reader *r)
{
    const struct token *t = token_at(r, 0);
    switch (t->type) {
    case TOKEN_WORD:
        return add_word(r);
    case TOKEN_QUOTED:
        if (sql_keyword(t->text, strlen(t->text)) != KEYWORD_NONE || !add_typed_literal(r))
            add_name(r, t->text);
        return true;
    case TOKEN_STRING:
        add_string(r);
        return true;
    case TOKEN_NUMBER:
        add_number(r);
        return true;
    case TOKEN_PUNCT:
        return add_punct(r);
    case TOKEN_PARAM:
        add(r, ITEM_NUMBER, t->text);
        r->i++;
        return true;
    case TOKEN_OP:
        add(r, ITEM_OP, strcmp(t->text, "!=") == 0 ? "<>" : t->text);
        r->i++;
        return true;
    case TOKEN_END:
    case TOKEN_META:
    case TOKEN_ERROR:
        break;
    }
    return false;
}

/* False when the tokens do not fit together: then nothing is known about the text. */
static bool read_items(struct reader *r)
{
    r->edge = r->last = arena_new(r->arena, struct item);
    r->edge->text = "";
    r->i = 0;
    r->open = (struct list){0};
    while (r->i < r->n) {
        if (!add_token(r))
            return false;
    }
    if (r->open.n)
        return false;
    add(r, ITEM_EDGE, "");
    return true;
}

/* '...'::t::t is '...'::t. */
static void drop_repeated_casts(struct item *edge)
{
    for (struct item *i = edge->after; i->kind != ITEM_EDGE; i = i->after) {
        if (i->kind != ITEM_STRING || i->after->after == NULL)
            continue;
        struct item *type = i->after->after;
        while (item_is(i->after, ITEM_PUNCT, "::") && type->kind == ITEM_TYPE &&
               item_is(type->after, ITEM_PUNCT, "::") && item_is(type->after->after, ITEM_TYPE, type->text)) {
            item_remove(type->after);
            item_remove(type->after);
        }
    }
}

static bool is_name(const struct item *i)
{
    return i->kind == ITEM_WORD || i->kind == ITEM_NAME;
}

/* Spaces are for people who look at a normal form; two different lists of items never print the same. */
static bool needs_space(const struct item *left, const struct item *right)
{
    if (right->kind == ITEM_PUNCT && strchr(")],", *right->text))
        return false;
    if (left->kind == ITEM_PUNCT && strchr("([", *left->text))
        return false;
    if (item_is(left, ITEM_PUNCT, "."))
        return !is_name(right);
    if (item_is(left, ITEM_PUNCT, "::"))
        return right->kind != ITEM_TYPE;
    if (item_is(right, ITEM_PUNCT, "::"))
        return left->kind == ITEM_PUNCT && !strchr(")]", *left->text);
    if (item_is(right, ITEM_PUNCT, ".") || item_is(right, ITEM_PUNCT, "["))
        return !is_name(left);
    if (item_is(right, ITEM_PUNCT, "("))
        return !is_name(left) ||
               (left->kind == ITEM_WORD && sql_keyword(left->text, strlen(left->text)) == KEYWORD_RESERVED);
    return true;
}

static char *print_items(struct arena *a, const struct item *edge)
{
    struct buf b = {0};
    for (const struct item *i = edge->after; i->kind != ITEM_EDGE; i = i->after) {
        if (i->before->kind != ITEM_EDGE && needs_space(i->before, i))
            buf_addc(&b, ' ');
        buf_add(&b, i->text);
    }
    return buf_take(&b, a);
}

char *sql_normal(struct arena *a, const char *text)
{
    AUTO_ARENA scratch = {0};
    struct reader r = {.arena = &scratch, .text = text, .rewrite_casts = true};
    r.tokens = sql_tokens(&scratch, text, strlen(text), &r.n);
    while (r.n > 0 && token_is(&r.tokens[r.n - 1], TOKEN_PUNCT, ";"))
        r.n--;

    if (read_items(&r)) {
        normal_drop_parentheses(&scratch, r.edge);
        drop_repeated_casts(r.edge);
        return print_items(a, r.edge);
    }
    /* A CAST that is none, or parentheses that do not match: then only words and spaces are sure. */
    r.rewrite_casts = false;
    if (!read_items(&r))
        return arena_strdup(a, text);
    return print_items(a, r.edge);
}
