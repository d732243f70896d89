/* Type names: the grammar's own spellings (INT, CHARACTER VARYING, TIMESTAMP WITH TIME ZONE, ...) are read
 * into the name that pg_type has, and printed from there the way format_type() does. */
#include "sql/type.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <stdlib.h>
#include <strings.h>

struct type_name {
    const char *schema;    /* NULL: none written. Built-in types have none either: see is_builtin() */
    const char *name;      /* as in pg_type; "character varying" is varchar */
    const char *fields;    /* of an interval: "day to second", or NULL */
    struct list modifiers; /* const char *, as they are printed */
    bool array;
};

static const char *const builtins[] = {
#define BUILTIN(name) name,
#include "sql/types.def"
#undef BUILTIN
};

static int compare_names(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool is_builtin_name(const char *name)
{
    return bsearch(name, builtins, sizeof(builtins) / sizeof(*builtins), sizeof(*builtins), compare_names) !=
           NULL;
}

/* ---- reading ---- */

enum { LOOK = 4 };

struct reader {
    struct arena *arena; /* of the result */
    struct scanner scan;
    struct token ahead[LOOK];
    size_t n;   /* how many of them are filled */
    size_t end; /* of the token taken last */
    const char *why;
};

static const struct token *peek(struct reader *r, size_t i)
{
    while (r->n <= i)
        scanner_next(&r->scan, &r->ahead[r->n++]);
    return &r->ahead[i];
}

static void take(struct reader *r, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        r->end = peek(r, 0)->end;
        r->n--;
        memmove(r->ahead, r->ahead + 1, r->n * sizeof(*r->ahead));
    }
}

static bool is_word(struct reader *r, size_t i, const char *word)
{
    return token_is(peek(r, i), TOKEN_WORD, word);
}

static bool is_punct(struct reader *r, size_t i, const char *punct)
{
    return token_is(peek(r, i), TOKEN_PUNCT, punct);
}

static bool take_word(struct reader *r, const char *word)
{
    if (!is_word(r, 0, word))
        return false;
    take(r, 1);
    return true;
}

static bool take_punct(struct reader *r, const char *punct)
{
    if (!is_punct(r, 0, punct))
        return false;
    take(r, 1);
    return true;
}

static bool fail(struct reader *r, const char *why)
{
    if (!r->why)
        r->why = why;
    return false;
}

/* One modifier: a number, a name or a string. Types of extensions read them as they like, so the spelling is
 * kept. */
static bool read_modifier(struct reader *r, struct type_name *t)
{
    bool minus = token_is(peek(r, 0), TOKEN_OP, "-") && peek(r, 1)->type == TOKEN_NUMBER;
    if (minus)
        take(r, 1);
    const struct token *token = peek(r, 0);
    struct buf text = {0};
    if (token->type == TOKEN_NUMBER)
        buf_addf(&text, "%s%s", minus ? "-" : "", token->text);
    else if (token->type == TOKEN_STRING && token->prefix != 'b' && token->prefix != 'x')
        buf_literal(&text, token->text);
    else if (token->type == TOKEN_QUOTED)
        buf_ident(&text, token->text);
    else if (token->type == TOKEN_WORD)
        buf_addn(&text, r->scan.text + token->start, token->end - token->start);
    else
        return fail(r, "expected a type modifier (a number, a name or a string)");
    list_push(r->arena, &t->modifiers, buf_take(&text, r->arena));
    take(r, 1);
    return true;
}

static bool read_modifiers(struct reader *r, struct type_name *t)
{
    if (!take_punct(r, "("))
        return true;
    do {
        if (!read_modifier(r, t))
            return false;
    } while (take_punct(r, ","));
    return take_punct(r, ")") || fail(r, "expected \",\" or \")\" after a type modifier");
}

static bool are_numbers(const struct type_name *t, size_t most)
{
    const char *modifier;
    if (t->modifiers.n > most)
        return false;
    list_each (modifier, &t->modifiers) {
        const char *digits = modifier + (*modifier == '-');
        if (!*digits || strspn(digits, "0123456789") != strlen(digits) || strlen(digits) > 9)
            return false;
    }
    return true;
}

/* WITH TIME ZONE, WITHOUT TIME ZONE: three words or none, because WITH may begin what follows the type. */
static bool read_time(struct reader *r, struct type_name *t, const char *without, const char *with)
{
    t->name = without;
    if (!read_modifiers(r, t))
        return false;
    bool zone = is_word(r, 0, "with"), no_zone = is_word(r, 0, "without");
    if ((zone || no_zone) && is_word(r, 1, "time") && is_word(r, 2, "zone")) {
        take(r, 3);
        t->name = zone ? with : without;
    }
    return true;
}

static bool read_interval(struct reader *r, struct type_name *t)
{
    static const char *const fields[][2] = {
        {"year", "month"},    {"year", NULL},   {"month", NULL},    {"day", "hour"},    {"day", "minute"},
        {"day", "second"},    {"day", NULL},    {"hour", "minute"}, {"hour", "second"}, {"hour", NULL},
        {"minute", "second"}, {"minute", NULL}, {"second", NULL},
    };
    t->name = "interval";
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        const char *from = fields[i][0], *to = fields[i][1];
        if (!is_word(r, 0, from) || (to && !(is_word(r, 1, "to") && is_word(r, 2, to))))
            continue;
        take(r, to ? 3 : 1);
        t->fields = to ? arena_printf(r->arena, "%s to %s", from, to) : from;
        bool seconds = strcmp(to ? to : from, "second") == 0;
        return seconds ? read_modifiers(r, t) : true;
    }
    return read_modifiers(r, t);
}

/* After CHARACTER, CHAR, NCHAR. Without a length it is one character long, which a bpchar is not. */
static bool read_character(struct reader *r, struct type_name *t)
{
    t->name = take_word(r, "varying") ? "varchar" : "bpchar";
    if (!read_modifiers(r, t))
        return false;
    if (strcmp(t->name, "bpchar") == 0 && t->modifiers.n == 0)
        list_push(r->arena, &t->modifiers, "1");
    return true;
}

static bool read_bit(struct reader *r, struct type_name *t)
{
    t->name = take_word(r, "varying") ? "varbit" : "bit";
    if (!read_modifiers(r, t))
        return false;
    if (strcmp(t->name, "bit") == 0 && t->modifiers.n == 0)
        list_push(r->arena, &t->modifiers, "1");
    return true;
}

static bool read_float(struct reader *r, struct type_name *t)
{
    t->name = "float8";
    if (!read_modifiers(r, t))
        return false;
    if (t->modifiers.n == 0)
        return true;
    int bits = are_numbers(t, 1) ? atoi(t->modifiers.at[0]) : 0;
    if (bits < 1 || bits > 53)
        return fail(r, "the precision of float is a number from 1 to 53");
    t->name = bits <= 24 ? "float4" : "float8";
    t->modifiers.n = 0;
    return true;
}

/* What the grammar has keywords for. *ret_known false: none of these, nothing was taken. */
static bool read_grammar_type(struct reader *r, struct type_name *t, bool *ret_known)
{
    static const struct {
        const char *word, *name;
        bool modifiers;
    } simple[] = {
        {"int", "int4", false},       {"integer", "int4", false}, {"smallint", "int2", false},
        {"bigint", "int8", false},    {"real", "float4", false},  {"boolean", "bool", false},
        {"decimal", "numeric", true}, {"dec", "numeric", true},   {"numeric", "numeric", true},
        {"varchar", "varchar", true},
    };
    *ret_known = true;
    for (size_t i = 0; i < sizeof(simple) / sizeof(*simple); i++) {
        if (take_word(r, simple[i].word)) {
            t->name = simple[i].name;
            return simple[i].modifiers ? read_modifiers(r, t) : true;
        }
    }
    if (take_word(r, "float"))
        return read_float(r, t);
    if (is_word(r, 0, "double") && is_word(r, 1, "precision")) {
        take(r, 2);
        t->name = "float8";
        return true;
    }
    if (take_word(r, "character") || take_word(r, "char") || take_word(r, "nchar"))
        return read_character(r, t);
    if (take_word(r, "national"))
        return take_word(r, "character") || take_word(r, "char")
                   ? read_character(r, t)
                   : fail(r, "expected \"character\" or \"char\" after \"national\"");
    if (take_word(r, "bit"))
        return read_bit(r, t);
    if (take_word(r, "timestamp"))
        return read_time(r, t, "timestamp", "timestamptz");
    if (take_word(r, "time"))
        return read_time(r, t, "time", "timetz");
    if (take_word(r, "interval"))
        return read_interval(r, t);
    *ret_known = false;
    return true;
}

/* JSON is a keyword that cannot be a type name since PostgreSQL 17, and a type all the same. */
static bool can_be_type(const char *word)
{
    enum keyword_class class = sql_keyword(word, strlen(word));
    return (class != KEYWORD_COL_NAME && class != KEYWORD_RESERVED) || strcmp(word, "json") == 0;
}

/* name, schema.name or catalog.schema.name; the catalog can only be the current one and is dropped. */
static bool read_name(struct reader *r, struct type_name *t)
{
    const struct token *token = peek(r, 0);
    bool word = token->type == TOKEN_WORD;
    if (!(word && can_be_type(token->text)) && token->type != TOKEN_QUOTED)
        return fail(r, token->type == TOKEN_ERROR ? token->text : "expected a type name");
    t->name = arena_strdup(r->arena, token->text);
    take(r, 1);
    for (size_t parts = 1; is_punct(r, 0, "."); parts++) {
        token = peek(r, 1);
        if ((token->type != TOKEN_WORD && token->type != TOKEN_QUOTED) || parts == 3)
            return fail(r, "expected a name after \".\"");
        t->schema = t->name;
        t->name = arena_strdup(r->arena, token->text);
        take(r, 2);
    }
    if (token_is(peek(r, 0), TOKEN_OP, "%") && is_word(r, 1, "type"))
        return fail(r, "%TYPE is not a type; write the type of the column");
    if (t->schema && strcmp(t->schema, "pg_catalog") == 0)
        t->schema = NULL;
    else if (!t->schema && word && strncmp(t->name, "serial", 6) == 0 && t->name[6] && !t->name[7]) {
        /* the numbered spellings of the three serial types */
        char digit = t->name[6];
        t->name = digit == '2'   ? "smallserial"
                  : digit == '4' ? "serial"
                  : digit == '8' ? "bigserial"
                                 : t->name;
    }
    return read_modifiers(r, t);
}

static bool read_bounds(struct reader *r, struct type_name *t)
{
    bool keyword = take_word(r, "array");
    t->array = keyword;
    while (is_punct(r, 0, "[")) {
        take(r, 1);
        if (peek(r, 0)->type == TOKEN_NUMBER)
            take(r, 1);
        if (!take_punct(r, "]"))
            return fail(r, "expected \"]\" after the bound of an array type");
        t->array = true;
        if (keyword)
            break;
    }
    return true;
}

/* Modifiers as the server stores them: numeric has two numbers, seconds at most six digits. */
static bool check_modifiers(struct reader *r, struct type_name *t)
{
    static const struct {
        const char *name;
        size_t most;
    } rules[] = {{"numeric", 2}, {"varchar", 1}, {"bpchar", 1},    {"varbit", 1},      {"bit", 1},
                 {"time", 1},    {"timetz", 1},  {"timestamp", 1}, {"timestamptz", 1}, {"interval", 1}};
    if (t->schema || t->modifiers.n == 0)
        return true;
    size_t i = 0, n = sizeof(rules) / sizeof(*rules);
    while (i < n && strcmp(t->name, rules[i].name) != 0)
        i++;
    if (i == n)
        return true;
    if (!are_numbers(t, rules[i].most))
        return fail(r, "the modifiers of this type are numbers");
    if (i == 0 && t->modifiers.n == 1)
        list_push(r->arena, &t->modifiers, "0");
    for (size_t k = 0; k < t->modifiers.n; k++) {
        bool clamp = i >= 5 && atoi(t->modifiers.at[k]) > 6;
        char *value = arena_printf(r->arena, "%d", clamp ? 6 : atoi(t->modifiers.at[k]));
        t->modifiers.at[k] = value;
    }
    return true;
}

static bool read_type(struct reader *r, struct type_name *t)
{
    bool known;
    if (!read_grammar_type(r, t, &known))
        return false;
    if (!known && !read_name(r, t))
        return false;
    return check_modifiers(r, t) && read_bounds(r, t);
}

/* ---- printing ---- */

static void print_modifiers(struct buf *b, const struct type_name *t)
{
    const char *modifier;
    bool first = true;
    if (t->modifiers.n == 0)
        return;
    buf_addc(b, '(');
    list_each (modifier, &t->modifiers) {
        buf_sep(b, &first, ",");
        buf_add(b, modifier);
    }
    buf_addc(b, ')');
}

/* PostGIS folds the shape and knows how it is spelled; we must say it the same way to see that nothing
 * changed. */
static void canonical_shape(struct arena *a, struct type_name *t)
{
    static const char *const shapes[] = {"Geometry",       "Point",
                                         "LineString",     "Polygon",
                                         "MultiPoint",     "MultiLineString",
                                         "MultiPolygon",   "GeometryCollection",
                                         "CircularString", "CompoundCurve",
                                         "CurvePolygon",   "MultiCurve",
                                         "MultiSurface",   "PolyhedralSurface",
                                         "Triangle",       "Tin"};
    static const char *const dimensions[] = {"", "Z", "M", "ZM"};
    bool geography = strcmp(t->name, "geography") == 0;
    if ((!geography && strcmp(t->name, "geometry") != 0) || t->modifiers.n == 0)
        return;
    for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
        for (size_t k = 0; k < sizeof(dimensions) / sizeof(*dimensions); k++) {
            char *shape = arena_printf(a, "%s%s", shapes[i], dimensions[k]);
            if (strcasecmp(shape, t->modifiers.at[0]) == 0)
                t->modifiers.at[0] = shape;
        }
    }
    if (geography && t->modifiers.n == 1)
        list_push(a, &t->modifiers, "4326");
}

/* The spellings that format_type() has instead of the names in pg_type. */
static const struct {
    const char *name, *before, *after;
} spellings[] = {
    {"bool", "boolean", ""},
    {"int2", "smallint", ""},
    {"int4", "integer", ""},
    {"int8", "bigint", ""},
    {"float4", "real", ""},
    {"float8", "double precision", ""},
    {"numeric", "numeric", ""},
    {"varchar", "character varying", ""},
    {"varbit", "bit varying", ""},
    {"time", "time", " without time zone"},
    {"timetz", "time", " with time zone"},
    {"timestamp", "timestamp", " without time zone"},
    {"timestamptz", "timestamp", " with time zone"},
    {"interval", "interval", ""},
    {"json", "json", ""},
};

static void print_base(struct buf *b, const struct type_name *t)
{
    for (size_t i = 0; !t->schema && i < sizeof(spellings) / sizeof(*spellings); i++) {
        if (strcmp(t->name, spellings[i].name) != 0)
            continue;
        buf_add(b, spellings[i].before);
        if (t->fields)
            buf_addf(b, " %s", t->fields);
        print_modifiers(b, t);
        buf_add(b, spellings[i].after);
        return;
    }
    /* "bit" and bpchar of no length are not BIT and CHARACTER, which mean a length of one. */
    bool modified = !t->schema && t->modifiers.n;
    if (modified && strcmp(t->name, "bpchar") == 0)
        buf_add(b, "character");
    else if (modified && strcmp(t->name, "bit") == 0)
        buf_add(b, "bit");
    else
        buf_qualified(b, t->schema, t->name);
    print_modifiers(b, t);
}

static char *print_type(struct arena *a, struct type_name *t)
{
    struct buf b = {0};
    canonical_shape(a, t);
    print_base(&b, t);
    if (t->array)
        buf_add(&b, "[]");
    return buf_take(&b, a);
}

/* ---- the module's face ---- */

/* Whole: nothing may follow the type. Texts of *ret are in the arena a. */
static bool parse(struct arena *a, const char *text, bool whole, struct type_name *ret, size_t *ret_end,
                  const char **ret_why)
{
    AUTO_ARENA scratch = {0};
    struct reader r = {.arena = a};
    scanner_init(&r.scan, &scratch, text, strlen(text));
    *ret = (struct type_name){0};
    bool good = read_type(&r, ret);
    if (good && whole && peek(&r, 0)->type != TOKEN_END)
        good = fail(&r, "there is something after the type");
    *ret_end = r.end;
    *ret_why = r.why ? arena_strdup(a, r.why) : NULL;
    return good;
}

char *sql_type_read(struct arena *a, const char *text, size_t *ret_end, struct loc at, struct diag *d)
{
    struct type_name t;
    size_t end;
    const char *why;
    if (!parse(a, text, !ret_end, &t, &end, &why)) {
        diag_error(d, "type.syntax", at, "\"%.*s\" is not a type: %s", (int)utf8_cut(text, 100), text, why);
        return NULL;
    }
    if (ret_end)
        *ret_end = end;
    return print_type(a, &t);
}

void sql_type_parts(struct arena *a, const char *type, const char **ret_schema, const char **ret_name,
                    bool *ret_array)
{
    struct type_name t;
    size_t end;
    const char *why;
    if (!parse(a, type, true, &t, &end, &why))
        t = (struct type_name){.name = arena_strdup(a, type)};
    if (!t.schema && is_builtin_name(t.name))
        t.schema = "pg_catalog";
    *ret_schema = t.schema;
    *ret_name = t.name;
    *ret_array = t.array;
}

char *sql_type_with_base(struct arena *a, const char *type, const char *schema, const char *name)
{
    struct type_name t;
    size_t end;
    const char *why;
    if (!parse(a, type, true, &t, &end, &why))
        return arena_strdup(a, type);
    t.schema = schema && strcmp(schema, "pg_catalog") != 0 ? schema : NULL;
    t.name = name;
    t.fields = NULL;
    return print_type(a, &t);
}
