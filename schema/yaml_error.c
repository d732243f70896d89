/* What libyaml says, in words for somebody who writes a schema: the place that must be changed first, the
 * other place involved, and what to do. */
#include "schema/yaml.h"

#include "base/utf8.h"
#include <string.h>

static struct loc mark_loc(const struct source *s, const yaml_mark_t *mark)
{
    return (struct loc){.source = s, .line = (unsigned)mark->line + 1, .column = (unsigned)mark->column + 1};
}

/* The byte at a place that libyaml counted in characters. */
static size_t mark_offset(const struct source *s, const yaml_mark_t *mark)
{
    size_t i = 0;
    for (size_t n = 0; n < mark->index && i < s->len; n++) {
        unsigned code;
        i += utf8_next(s->text + i, s->len - i, &code);
    }
    return i;
}

static char char_at(const struct source *s, size_t offset)
{
    return offset < s->len ? s->text[offset] : '\0';
}

/* Whether a closing quote ends just before, as in: default: 'a' || 'b' */
static bool after_quote(const struct source *s, size_t offset)
{
    while (offset > 0 && (s->text[offset - 1] == ' ' || s->text[offset - 1] == '\t'))
        offset--;
    return offset > 0 && (s->text[offset - 1] == '\'' || s->text[offset - 1] == '"');
}

struct words {
    const char *problem; /* how libyaml's text starts */
    const char *code;
    const char *message; /* NULL: libyaml's own */
    const char *hint;
    bool at_context;     /* the place to change is where the construct starts */
    const char *related; /* what is said of the other place */
};

static const char quote_hint[] = "Put the value in quotes.";

static const struct words dictionary[] = {
    {"found a tab character", "yaml.tab", "a tab is used for indentation", "Indent with spaces.", false,
     NULL},
    {"mapping values are not allowed", "yaml.colon", "a colon followed by a space stands inside a value",
     "Put the value in quotes, or, where this was meant to be a key, correct the indentation.", false, NULL},
    {"did not find expected key", "yaml.indentation", "this is not a key of the mapping it stands in",
     "Keys of one mapping are indented alike.", false, "the mapping starts here"},
    {"did not find expected '-' indicator", "yaml.indentation",
     "this is not an item of the list it stands in",
     "Items of one list start with \"- \" and are indented alike.", false, "the list starts here"},
    {"did not find expected ',' or ']'", "yaml.flow", "no ',' or ']' here", NULL, false,
     "the list starts here"},
    {"did not find expected ',' or '}'", "yaml.flow", "no ',' or '}' here", NULL, false,
     "the mapping starts here"},
    {"did not find expected node content", "yaml.value", "no value here",
     "A '[' or '{' before this may lack its end; a value that starts with ',', ']' or '}' needs quotes.",
     false, NULL},
    {"found unexpected end of stream", "yaml.quote", "this quote is not closed", NULL, true,
     "the text ends here"},
    {"found unexpected document indicator", "yaml.quote", "this quote is not closed", NULL, true,
     "the document ends here"},
    {"found unknown escape character", "yaml.escape", "unknown escape after a backslash",
     "Between double quotes a backslash starts an escape; single quotes leave it alone.", false, NULL},
    {"did not find expected alphabetic or numeric", "yaml.name", "'*' and '&' start the name of an anchor",
     quote_hint, false, NULL},
    {"found undefined tag handle", "yaml.tag", "unknown tag", "A value that starts with '!' needs quotes.",
     false, NULL},
    {"did not find URI escaped", "yaml.tag", "unknown tag", "A value that starts with '!' needs quotes.",
     false, NULL},
    {"did not find expected tag URI", "yaml.tag", "unknown tag", "A value that starts with '!' needs quotes.",
     true, NULL},
    {"did not find expected whitespace or line break", "yaml.tag", "unknown tag",
     "A value that starts with '!' needs quotes.", true, NULL},
    {"did not find expected <document start>", "yaml.document", "nothing may follow the document", NULL,
     false, NULL},
    {"block sequence entries are not allowed", "yaml.list", "an item of a list cannot start here",
     "Put the value in quotes, or the list on lines of its own.", false, NULL},
    {"did not find expected comment or line break", "yaml.block", "nothing may follow on this line",
     "A value that starts with '|' or '>' needs quotes.", true, NULL},
};

static const struct words *find_words(const char *problem)
{
    for (size_t i = 0; i < sizeof(dictionary) / sizeof(dictionary[0]); i++) {
        if (strncmp(problem, dictionary[i].problem, strlen(dictionary[i].problem)) == 0)
            return &dictionary[i];
    }
    return NULL;
}

/* A key that is too long and a key without a colon are one error to libyaml. */
static int key_error(const struct source *s, struct loc at, size_t start, struct diag *d)
{
    const char *end = memchr(s->text + start, '\n', s->len - start);
    size_t line = end ? (size_t)(end - (s->text + start)) : s->len - start;

    if (line > 1024)
        return diag_error(d, "yaml.key-length", at, "a key may have at most 1,024 characters");
    diag_error(d, "yaml.colon-missing", at, "no ':' after this key");
    diag_hint(d, "Write \"key: value\"; a text over several lines is indented deeper than its key.");
    return ERR;
}

static int start_error(struct loc at, char c, struct diag *d)
{
    if (c == '\t') {
        diag_error(d, "yaml.tab", at, "a tab is used for indentation");
        diag_hint(d, "Indent with spaces.");
        return ERR;
    }
    diag_error(d, "yaml.character", at, "a value cannot start with '%c'", c);
    diag_hint(d, quote_hint);
    return ERR;
}

int yaml_error(const yaml_parser_t *p, const struct source *s, struct diag *d)
{
    const char *problem = p->problem ? p->problem : "cannot be read";

    if (p->error == YAML_READER_ERROR) {
        diag_error(d, "yaml.character", loc_at(s, p->problem_offset),
                   "the character U+%04X is not allowed here", (unsigned)p->problem_value);
        diag_hint(d, "Between double quotes it can be written as an escape.");
        return ERR;
    }
    struct loc at = mark_loc(s, &p->problem_mark);
    if (strcmp(problem, "could not find expected ':'") == 0)
        return key_error(s, mark_loc(s, &p->context_mark), mark_offset(s, &p->context_mark), d);
    size_t offset = mark_offset(s, &p->problem_mark);
    if (p->problem_mark.column > 1024 && strncmp(problem, "mapping values", 14) == 0)
        return key_error(s, (struct loc){.source = s, .line = at.line, .column = 1},
                         offset - p->problem_mark.column, d);
    if (strcmp(problem, "found character that cannot start any token") == 0)
        return start_error(at, char_at(s, offset), d);

    const struct words *w = find_words(problem);
    if (!w)
        return diag_error(d, "yaml.syntax", at, "%s", problem);
    bool has_context = p->context != NULL;
    if (w->at_context && has_context) {
        at = mark_loc(s, &p->context_mark);
        offset = mark_offset(s, &p->context_mark);
    }
    diag_error(d, w->code, at, "%s", w->message);
    if (w->related && has_context)
        diag_related(d, mark_loc(s, w->at_context ? &p->problem_mark : &p->context_mark), "%s", w->related);
    bool block = strcmp(w->code, "yaml.indentation") == 0 || strcmp(w->code, "yaml.block") == 0;
    if (block && after_quote(s, offset))
        diag_hint(d, "A value that starts with a quote ends with it: put the whole value in quotes of the "
                     "other sort.");
    else if (w->hint)
        diag_hint(d, "%s", w->hint);
    return ERR;
}
