/* Parentheses that change nothing. A pair goes when its neighbours show that it groups an expression (and is
 * no argument list, row, IN list, column list or subquery) and
 *   - it holds a single atom, perhaps with casts, which bind tighter than anything around;
 *   - or it is all that another pair holds: ((x));
 *   - or it is an operand of AND, OR, NOT, which bind looser than anything in it;
 *   - or its operators bind tighter than those on both sides: a + (b * c);
 *   - or it is the whole text. */
#include "sql/normal_items.h"

#include "base/list.h"
#include "sql/quote.h"
#include <string.h>

static bool is_word_of(const struct item *i, const char *const *words)
{
    if (i->kind != ITEM_WORD)
        return false;
    for (; *words; words++) {
        if (strcmp(i->text, *words) == 0)
            return true;
    }
    return false;
}

static bool is_word(const struct item *i, const char *word)
{
    return item_is(i, ITEM_WORD, word);
}

static bool is_punct(const struct item *i, const char *text)
{
    return item_is(i, ITEM_PUNCT, text);
}

/* The item after this one on the same level: a pair in parentheses counts as one. */
static const struct item *step(const struct item *i)
{
    return i->match && (*i->text == '(' || *i->text == '[') ? i->match->after : i->after;
}

static bool starts_query(const struct item *i)
{
    static const char *const words[] = {"select", "with",   "values", "table", "insert",
                                        "update", "delete", "merge",  NULL};
    return is_word_of(i, words);
}

/* One expression and nothing else: no list, no query, no join, no row of all columns. */
static bool is_plain_expression(const struct item *open)
{
    static const char *const others[] = {"as",        "order",  "join",     "union",
                                         "intersect", "except", "variadic", NULL};
    const struct item *close = open->match;
    if (open->after == close || starts_query(open->after) || item_is(close->before, ITEM_OP, "*"))
        return false;
    for (const struct item *i = open->after; i != close; i = step(i)) {
        if (i->kind == ITEM_PUNCT && strchr(",;", *i->text))
            return false;
        if (is_punct(i, "=>") || is_punct(i, ":=") || is_word_of(i, others))
            return false;
    }
    return true;
}

static bool is_value_word(const struct item *i)
{
    static const char *const values[] = {
        "true",           "false",        "null", "current_date", "current_timestamp", "current_user",
        "localtimestamp", "session_user", NULL};
    if (i->kind == ITEM_NAME)
        return true;
    if (i->kind != ITEM_WORD)
        return false;
    enum keyword_class class = sql_keyword(i->text, strlen(i->text));
    return class == KEYWORD_NONE || class == KEYWORD_UNRESERVED || is_word_of(i, values);
}

/* A word that, followed by parentheses, is a function call or reads like one. */
static bool is_call_word(const struct item *i)
{
    static const char *const calls[] = {"coalesce",  "greatest", "least",    "nullif",  "extract",
                                        "substring", "trim",     "position", "overlay", "exists",
                                        "left",      "right",    NULL};
    return is_value_word(i) || is_word_of(i, calls);
}

/* Behind the atom that starts at i, NULL if none does. */
static const struct item *skip_atom(const struct item *i)
{
    if (i->kind == ITEM_STRING || i->kind == ITEM_NUMBER)
        return i->after;
    if (is_word(i, "array") && is_punct(i->after, "["))
        return i->after->match->after;
    if (!is_call_word(i))
        return NULL;
    const struct item *end = i->after;
    bool call = is_punct(end, "(");
    if (!call && !is_value_word(i))
        return NULL;
    while (is_punct(end, ".") && end->after->kind == ITEM_NAME) {
        end = end->after->after;
        call = is_punct(end, "(");
    }
    return call ? end->match->after : end;
}

static bool is_atom(const struct item *open)
{
    const struct item *end = skip_atom(open->after);
    while (end && is_punct(end, "::") && end->after->kind == ITEM_TYPE)
        end = end->after->after;
    return end == open->match;
}

/* A pair before which stands one of these cannot belong to what is before it. */
static bool groups(const struct item *open)
{
    static const char *const words[] = {"and",  "or",    "not",    "when",   "then",    "else",
                                        "case", "where", "having", "select", "between", NULL};
    static const char *const punctuation[] = {"(", "[", ",", ":", "=>", ":=", NULL};
    const struct item *before = open->before;
    if (before->kind == ITEM_EDGE || before->kind == ITEM_OP)
        return true;
    if (before->kind != ITEM_PUNCT)
        return is_word_of(before, words);
    for (size_t i = 0; punctuation[i]; i++) {
        if (strcmp(before->text, punctuation[i]) == 0)
            return true;
    }
    return false;
}

/* What may follow an atom without its parentheses and still see the same. */
static bool atom_may_stand_before(const struct item *i)
{
    static const char *const words[] = {"over", "filter", "within", "respect", "ignore", "overlaps", NULL};
    if (i->kind == ITEM_PUNCT && strchr(".[(", *i->text))
        return false;
    return i->kind != ITEM_STRING && !is_word_of(i, words);
}

static bool is_connective(const struct item *i)
{
    return is_word(i, "or") || (is_word(i, "and") && !i->range_and);
}

static bool holds_connective(const struct item *open)
{
    for (const struct item *i = open->after; i != open->match; i = step(i)) {
        if (is_word(i, "and") || is_word(i, "or") || is_word(i, "case"))
            return true;
    }
    return false;
}

/* AND (x) OR, WHERE (x) AND, NOT (x), and so on. */
static bool is_boolean_operand(const struct item *open)
{
    static const char *const ends[] = {"then", "group", "order", "limit", NULL};
    static const char *const starts[] = {"where", "having", "when", NULL};
    const struct item *before = open->before, *after = open->match->after;
    if (is_word(before, "not"))
        before = before->before;
    bool left = is_connective(before) || is_word_of(before, starts) || before->kind == ITEM_EDGE ||
                is_punct(before, "(");
    bool right =
        is_connective(after) || is_word_of(after, ends) || after->kind == ITEM_EDGE || is_punct(after, ")");
    return left && right && !holds_connective(open);
}

/* How tight operators bind (table 4.2 of the PostgreSQL manual). 0: what ends an operand on this side;
 * TIGHTEST: unknown, so that nothing binds tighter. */
enum { LOOSEST, COMPARISON = 2, OTHER_OPERATOR, ADDITIVE, MULTIPLICATIVE, TIGHTEST };

static int operator_level(const struct item *op)
{
    static const struct {
        const char *text;
        int level;
    } levels[] = {{"<", COMPARISON},     {">", COMPARISON},     {"=", COMPARISON},     {"<=", COMPARISON},
                  {">=", COMPARISON},    {"<>", COMPARISON},    {"+", ADDITIVE},       {"-", ADDITIVE},
                  {"*", MULTIPLICATIVE}, {"/", MULTIPLICATIVE}, {"%", MULTIPLICATIVE}, {"^", TIGHTEST}};
    for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++) {
        if (strcmp(op->text, levels[i].text) == 0)
            return levels[i].level;
    }
    return OTHER_OPERATOR;
}

static bool ends_operand(const struct item *i)
{
    if (i->kind == ITEM_PUNCT)
        return strchr(")]", *i->text) != NULL;
    return i->kind == ITEM_STRING || i->kind == ITEM_NUMBER || i->kind == ITEM_TYPE || is_value_word(i);
}

static int left_level(const struct item *i)
{
    static const char *const starts[] = {"where", "having", "when", "then", "else", "select", NULL};
    if (i->kind == ITEM_OP) /* a prefix operator binds tighter than the same one between operands */
        return ends_operand(i->before) ? operator_level(i) : TIGHTEST;
    if (i->kind == ITEM_PUNCT)
        return strchr("([,", *i->text) ? LOOSEST : TIGHTEST;
    return i->kind == ITEM_EDGE || is_connective(i) || is_word_of(i, starts) ? LOOSEST : TIGHTEST;
}

static int right_level(const struct item *i)
{
    static const char *const ends[] = {"then",  "else",  "end",   "when", "from",
                                       "group", "order", "limit", NULL};
    if (i->kind == ITEM_OP)
        return operator_level(i);
    if (i->kind == ITEM_PUNCT)
        return strchr(")],", *i->text) ? LOOSEST : TIGHTEST;
    return i->kind == ITEM_EDGE || is_connective(i) || is_word_of(i, ends) ? LOOSEST : TIGHTEST;
}

/* The loosest operator in a pair that holds only atoms, pairs and operators between them; LOOSEST if it holds
 * more. */
static int content_level(const struct item *open)
{
    int level = TIGHTEST;
    const struct item *i = open->after;
    for (;;) {
        const struct item *end = is_punct(i, "(") ? i->match->after : skip_atom(i);
        while (end && is_punct(end, "::") && end->after->kind == ITEM_TYPE)
            end = end->after->after;
        if (!end)
            return LOOSEST;
        if (end == open->match)
            return level;
        if (end->kind != ITEM_OP)
            return LOOSEST;
        if (operator_level(end) < level)
            level = operator_level(end);
        i = end->after;
    }
}

/* a + (b * c), (a + b) > c: operators inside that bind tighter than those on both sides. */
static bool binds_tighter(const struct item *open)
{
    int level = content_level(open);
    return level > left_level(open->before) && level > right_level(open->match->after);
}

static bool is_redundant(const struct item *open)
{
    const struct item *before = open->before, *after = open->match->after;
    if (before->kind == ITEM_EDGE && after->kind == ITEM_EDGE)
        return is_plain_expression(open) || starts_query(open->after);
    if (!groups(open) || !is_plain_expression(open))
        return false;
    if (is_punct(before, "(") && before->match == after)
        return true;
    if (is_atom(open))
        return atom_may_stand_before(after);
    return is_boolean_operand(open) || binds_tighter(open);
}

/* Marks the ANDs that belong to BETWEEN; with a CASE in between its own ANDs cannot be told apart, and all
 * are marked. */
static void mark_ranges(struct arena *scratch, struct item *edge)
{
    struct list stack = {0}; /* per level: how many BETWEENs wait */
    static char waiting;
    bool unsure = false;
    size_t depth = 0;
    list_push(scratch, &stack, NULL);
    for (struct item *i = edge->after; i->kind != ITEM_EDGE; i = i->after) {
        if (i->match && (*i->text == '(' || *i->text == '[')) {
            list_push(scratch, &stack, NULL);
            depth++;
        } else if (i->match) {
            stack.n--;
            depth--;
        } else if (is_word(i, "between")) {
            unsure = unsure || stack.at[depth];
            stack.at[depth] = &waiting;
        } else if (is_word(i, "case") && stack.at[depth]) {
            unsure = true;
        } else if (is_word(i, "and")) {
            i->range_and = stack.at[depth] != NULL;
            stack.at[depth] = NULL;
        }
    }
    for (struct item *i = edge->after; unsure && i->kind != ITEM_EDGE; i = i->after)
        i->range_and = true;
}

void normal_drop_parentheses(struct arena *scratch, struct item *edge)
{
    mark_ranges(scratch, edge);
    /* From the inside out: a closing parenthesis comes when all within it has been looked at. A pair that
     * could not go may be able to once the one around it went. */
    bool changed = true;
    while (changed) {
        changed = false;
        for (struct item *i = edge->after; i->kind != ITEM_EDGE; i = i->after) {
            if (!is_punct(i, ")") || !is_redundant(i->match))
                continue;
            item_remove(i->match);
            item_remove(i);
            changed = true;
        }
    }
}
