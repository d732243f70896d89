/* The name that the server gives to an index key without one: FigureIndexColname() of
 * src/backend/parser/parse_target.c, on tokens. */
#include "schema/model_reading.h"

#include "sql/scan.h"
#include "sql/type.h"
#include <string.h>

struct span {
    const struct token *t;
    size_t n;
};

static bool opens(const struct token *t)
{
    return token_is(t, TOKEN_PUNCT, "(") || token_is(t, TOKEN_PUNCT, "[");
}

static bool closes(const struct token *t)
{
    return token_is(t, TOKEN_PUNCT, ")") || token_is(t, TOKEN_PUNCT, "]");
}

/* Index of the token that closes the one at `from`, or n. */
static size_t closing(struct span s, size_t from)
{
    size_t depth = 0;

    for (size_t i = from; i < s.n; i++) {
        depth += opens(&s.t[i]);
        depth -= closes(&s.t[i]);
        if (depth == 0)
            return i;
    }
    return s.n;
}

/* a, a.b, f(...), s.f(...): the last name; NULL when it is something else. */
static const char *path_name(struct span s)
{
    size_t i = 0;

    if (s.n == 0 || !token_is_name(&s.t[0]))
        return NULL;
    while (i + 2 < s.n && token_is(&s.t[i + 1], TOKEN_PUNCT, ".") && token_is_name(&s.t[i + 2]))
        i += 2;
    bool call = i + 1 < s.n && token_is(&s.t[i + 1], TOKEN_PUNCT, "(") && closing(s, i + 1) == s.n - 1;
    return i + 1 == s.n || call ? s.t[i].text : NULL;
}

/* The last :: outside parentheses, 0 if none; *ret_operator: there is an operator outside them as well. */
static size_t find_cast(struct span s, bool *ret_operator)
{
    size_t depth = 0, cast = 0;

    *ret_operator = false;
    for (size_t i = 0; i < s.n; i++) {
        depth += opens(&s.t[i]);
        if (depth == 0 && token_is(&s.t[i], TOKEN_PUNCT, "::"))
            cast = i;
        else if (depth == 0 && s.t[i].type == TOKEN_OP)
            *ret_operator = true;
        depth -= depth && closes(&s.t[i]);
    }
    return cast;
}

/* Types are called as in pg_type: int4, not integer. */
static const char *type_name(struct arena *a, const char *text, struct span s)
{
    const char *schema, *name;
    size_t end = 0;
    bool array;
    struct loc nowhere = NOWHERE;

    if (s.n == 0)
        return NULL;
    char *type = sql_type_read(a, text + s.t[0].start, &end, nowhere, NULL);
    if (!type)
        return NULL;
    sql_type_parts(a, type, &schema, &name, &array);
    return name;
}

static struct span bare(struct span s)
{
    while (s.n > 1 && token_is(&s.t[0], TOKEN_PUNCT, "(") && closing(s, 0) == s.n - 1)
        s = (struct span){s.t + 1, s.n - 2};
    for (size_t i = 0, depth = 0; i < s.n; i++) { /* COLLATE changes nothing */
        depth += opens(&s.t[i]);
        depth -= depth && closes(&s.t[i]);
        if (depth == 0 && i && token_is(&s.t[i], TOKEN_WORD, "collate"))
            return (struct span){s.t, i};
    }
    return s;
}

/* CASE takes the name of its ELSE, if that is a column or call. */
static const char *case_name(struct span s)
{
    for (size_t i = s.n; i-- > 1;) {
        if (token_is(&s.t[i], TOKEN_WORD, "else")) {
            const char *name = path_name((struct span){s.t + i + 1, s.n - i - 2});
            return name ? name : "case";
        }
    }
    return "case";
}

char *figure_name(struct arena *a, const char *expression)
{
    struct span s;
    const char *name = NULL;
    bool is_operator;

    s.t = sql_tokens(a, expression, strlen(expression), &s.n);
    for (int levels = 0; levels < 8 && s.n; levels++) {
        s = bare(s);
        if (s.n > 1 && token_is(&s.t[0], TOKEN_WORD, "cast") && closing(s, 1) == s.n - 1) {
            size_t as = s.n;
            while (as > 2 && !token_is(&s.t[as - 1], TOKEN_WORD, "as"))
                as--;
            const char *type = type_name(a, expression, (struct span){s.t + as, s.n - as - 1});
            name = type ? type : name;
            s = (struct span){s.t + 2, as - 3};
            continue;
        }
        if (s.n && token_is(&s.t[0], TOKEN_WORD, "case") && token_is(&s.t[s.n - 1], TOKEN_WORD, "end"))
            return arena_strdup(a, case_name(s));
        const char *own = path_name(s);
        if (own)
            return arena_strdup(a, own);
        size_t cast = find_cast(s, &is_operator);
        if (is_operator || cast == 0)
            break;
        const char *type = type_name(a, expression, (struct span){s.t + cast + 1, s.n - cast - 1});
        name = name ? name : type;
        s.n = cast;
    }
    return arena_strdup(a, name ? name : "expr");
}
