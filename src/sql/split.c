/* psql counts BEGIN, CASE and END to know whether a semicolon is inside a function body. The grammar allows
 * something simpler: the statements of a BEGIN ATOMIC body all end in a semicolon, so its END is the one that
 * follows a semicolon (or ATOMIC itself), and no END of a CASE, column label or name ever does. */
#include "sql/split.h"

#include "sql/scan.h"
#include <stdint.h>
#include <strings.h>

enum body { BODY_NONE, BODY_POSSIBLE, BODY_OPEN };

struct splitter {
    struct arena *arena;
    struct scanner scan; /* over source->text + from */
    const struct source *source;
    size_t from;
    struct diag *diag;
    struct list *statements;
    int rc;

    struct loc_cursor here;

    size_t before;        /* end of the token before, where the comments start */
    struct list comments; /* since the statement before */

    /* The statement being read */
    bool open;
    size_t start, end;
    struct loc at;
    struct list parentheses; /* offsets of the open ones */
    enum body body;
    bool is_rule;
    struct token last; /* the token before this one */
    struct token first[6];
    size_t n;
};

static struct loc locate(struct splitter *p, size_t offset)
{
    return loc_next(&p->here, p->source, offset);
}

/* Keeps the line comments between two tokens that have their line for themselves. */
static void collect_comments(struct splitter *p, size_t from, size_t to)
{
    struct scanner gap = {.text = p->scan.text, .pos = from, .len = to};
    size_t start, end;
    bool own_line;

    while (scanner_comment(&gap, &start, &end, &own_line)) {
        if (!own_line)
            continue;
        start += 2;
        start += start < end && gap.text[start] == ' ';
        list_push(p->arena, &p->comments, arena_strndup(p->arena, gap.text + start, end - start));
    }
}

static void reset_statement(struct splitter *p)
{
    p->open = false;
    p->n = 0;
    p->body = BODY_NONE;
    p->is_rule = false;
    p->parentheses.n = 0;
    p->last = (struct token){.type = TOKEN_END, .text = ""};
}

static void drop_statement(struct splitter *p)
{
    reset_statement(p);
    p->comments = (struct list){0};
}

static void finish_statement(struct splitter *p)
{
    if (!p->open)
        return;
    if (p->parentheses.n) {
        size_t offset = (size_t)(uintptr_t)p->parentheses.at[p->parentheses.n - 1];
        p->rc = diag_error(p->diag, "sql.parenthesis", loc_at(p->source, p->from + offset),
                           "this parenthesis is not closed before the statement ends");
    } else {
        struct sql_statement *statement = arena_new(p->arena, struct sql_statement);
        statement->start = p->from + p->start;
        statement->end = p->from + p->end;
        statement->at = p->at;
        statement->text = arena_strndup(p->arena, p->scan.text + p->start, p->end - p->start);
        statement->comments = p->comments;
        list_push(p->arena, p->statements, statement);
    }
    drop_statement(p);
}

static bool is_word(const struct token *t, const char *word)
{
    return token_is(t, TOKEN_WORD, word);
}

/* From the first words: whether a BEGIN ATOMIC body may come, and whether semicolons may stand in
 * parentheses. */
static void look_at_first_words(struct splitter *p)
{
    if (!is_word(&p->first[0], "create"))
        return;
    size_t i = 1;
    if (p->n >= 3 && is_word(&p->first[1], "or") && is_word(&p->first[2], "replace"))
        i = 3;
    if (p->n != i + 1)
        return;
    if (is_word(&p->first[i], "function") || is_word(&p->first[i], "procedure"))
        p->body = BODY_POSSIBLE;
    p->is_rule = p->is_rule || is_word(&p->first[i], "rule");
}

static void follow_body(struct splitter *p, const struct token *t)
{
    if (p->parentheses.n)
        return;
    if (p->body == BODY_POSSIBLE && is_word(t, "atomic") && is_word(&p->last, "begin"))
        p->body = BODY_OPEN;
    else if (p->body == BODY_OPEN && is_word(t, "end") &&
             (token_is(&p->last, TOKEN_PUNCT, ";") || is_word(&p->last, "atomic")))
        p->body = BODY_NONE;
}

/* ( and [ and what closes them. False when the statement cannot be read on. */
static bool follow_parentheses(struct splitter *p, const struct token *t)
{
    const char *text = p->scan.text;
    char c = text[t->start];
    if (c == '(' || c == '[') {
        list_push(p->arena, &p->parentheses, (const void *)(uintptr_t)t->start);
        return true;
    }
    if (c != ')' && c != ']')
        return true;
    struct loc at = locate(p, p->from + t->start);
    if (p->parentheses.n == 0) {
        p->rc = diag_error(p->diag, "sql.parenthesis", at, "\"%c\" without an opening one before it", c);
        return false;
    }
    size_t opened = (size_t)(uintptr_t)p->parentheses.at[--p->parentheses.n];
    if (text[opened] != (c == ')' ? '(' : '[')) {
        p->rc = diag_error(p->diag, "sql.parenthesis", at, "\"%c\" does not close \"%c\"", c, text[opened]);
        diag_related(p->diag, loc_at(p->source, p->from + opened), "opened here");
        return false;
    }
    return true;
}

/* COPY reads its data from the client's input, and there is none: the lines after it would be read as SQL. */
static bool is_copy_from_stdin(const struct splitter *p, const struct token *t)
{
    return is_word(&p->first[0], "copy") && is_word(t, "stdin") && is_word(&p->last, "from") &&
           !p->parentheses.n;
}

/* SET standard_conforming_strings would change how the rest of the script reads. Turning on what is on is
 * harmless, and every dump does it. */
static bool is_set_strings(const struct splitter *p)
{
    size_t i = 1;
    if (p->n < 4 || !is_word(&p->first[0], "set"))
        return false;
    if (is_word(&p->first[1], "session") || is_word(&p->first[1], "local"))
        i = 2;
    if (p->n != i + 3 || strcmp(p->first[i].text, "standard_conforming_strings") != 0)
        return false;
    static const char *const on[] = {"on", "true", "yes", "1"};
    for (size_t k = 0; k < sizeof(on) / sizeof(*on); k++) {
        if (strcasecmp(p->first[i + 2].text, on[k]) == 0)
            return false;
    }
    return true;
}

/* Skips to where scanning makes sense again: behind the next semicolon, without trusting parentheses. */
static void skip_statement(struct splitter *p)
{
    struct token t;
    do {
        p->before = p->scan.pos;
        scanner_next(&p->scan, &t);
    } while (t.type != TOKEN_END && t.type != TOKEN_ERROR && !token_is(&t, TOKEN_PUNCT, ";"));
    if (t.type != TOKEN_ERROR)
        p->before = p->scan.pos;
    drop_statement(p);
}

/* Behind the lines of data, if there are any: up to a line that is "\." alone. */
static void skip_copy_data(struct splitter *p)
{
    skip_statement(p);
    const char *text = p->scan.text;
    for (size_t i = p->scan.pos; i < p->scan.len;) {
        const char *newline = memchr(text + i, '\n', p->scan.len - i);
        size_t end = newline ? (size_t)(newline - text) : p->scan.len;
        size_t len = end - i;
        if (len > 0 && text[end - 1] == '\r')
            len--;
        if (len == 2 && text[i] == '\\' && text[i + 1] == '.') {
            p->scan.pos = p->before = end;
            return;
        }
        i = end + 1;
    }
}

static void refuse_meta(struct splitter *p, const struct token *t)
{
    p->rc = diag_error(p->diag, "sql.meta-command", locate(p, p->from + t->start),
                       "\"%s\" is a command of psql, not SQL", t->text);
    diag_hint(p->diag, "Only SQL statements can be run here; write what the command does as SQL.");
    drop_statement(p);
}

static void begin_statement(struct splitter *p, const struct token *t)
{
    p->open = true;
    p->start = t->start;
    p->at = locate(p, p->from + t->start);
}

/* Any token but the end, an error, a meta command or a semicolon that ends a statement. */
static void take_token(struct splitter *p, const struct token *t)
{
    if (!p->open)
        begin_statement(p, t);
    p->end = t->end;
    if (p->n < sizeof(p->first) / sizeof(*p->first)) {
        p->first[p->n++] = *t;
        look_at_first_words(p);
        if (is_set_strings(p)) {
            p->rc = diag_error(p->diag, "sql.strings", p->at,
                               "standard_conforming_strings must stay on: it changes how the script is read");
            skip_statement(p);
            return;
        }
    }
    if (is_copy_from_stdin(p, t)) {
        p->rc = diag_error(p->diag, "sql.copy-stdin", p->at, "COPY ... FROM STDIN cannot be run here");
        diag_hint(p->diag, "Write the rows as INSERT statements.");
        skip_copy_data(p);
        return;
    }
    follow_body(p, t);
    if (t->type == TOKEN_PUNCT && !follow_parentheses(p, t)) {
        skip_statement(p);
        return;
    }
    p->last = *t;
}

static bool ends_statement(const struct splitter *p, const struct token *t)
{
    return token_is(t, TOKEN_PUNCT, ";") && p->body != BODY_OPEN && !(p->is_rule && p->parentheses.n);
}

static void split_all(struct splitter *p)
{
    struct token t;
    for (;;) {
        scanner_next(&p->scan, &t);
        if (!p->open && t.type != TOKEN_END)
            collect_comments(p, p->before, t.start);
        p->before = t.end;
        if (t.type == TOKEN_END) {
            finish_statement(p);
            return;
        }
        if (t.type == TOKEN_ERROR) {
            p->rc = diag_error(p->diag, "sql.syntax", locate(p, p->from + t.start), "%s", t.text);
            return;
        }
        if (t.type == TOKEN_META)
            refuse_meta(p, &t);
        else if (ends_statement(p, &t))
            finish_statement(p);
        else
            take_token(p, &t);
    }
}

int sql_split(struct arena *a, const struct source *s, size_t from, size_t to, struct diag *d,
              struct list *ret)
{
    struct list statements = {0};
    struct splitter p = {.arena = a, .source = s, .diag = d, .statements = &statements, .from = from};
    AUTO_ARENA scratch = {0};
    scanner_init(&p.scan, &scratch, s->text + from, to - from);
    reset_statement(&p);
    split_all(&p);
    if (p.rc == OK)
        *ret = statements;
    return p.rc;
}
