/* A diff for people and for programs. */
#include "base/node.h"
#include "base/utf8.h"
#include "diff/diff.h"
#include "schema/model.h"
#include "sql/quote.h"
#include <string.h>

static const char *sign_of(const struct pair_of *p)
{
    return !p->from ? "+" : !p->to ? "-" : p->unconfirmed ? "?" : "~";
}

static const char *colour_of(const struct pair_of *p)
{
    return !p->from ? "\033[32m" : !p->to ? "\033[31m" : "\033[33m";
}

static struct node *value_node(struct arena *a, const struct field *f, const void *from)
{
    const struct record one = {.fields = f, .n_fields = 1};
    struct node *n = node_get(record_node(a, &one, from), f->name);

    return n ? n : node_text(a, NULL);
}

/* A value on one line: what a reader needs to see the difference, not all of a body. */
static void value_text(struct buf *out, const struct field *f, const void *from)
{
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    const char *text = NULL;

    if (f->type == FIELD_BOOL)
        text = field_bool(from, f) ? "true" : "false";
    else if (f->type == FIELD_LIST || f->type == FIELD_IDENTS || f->type == FIELD_TEXTS ||
             f->type == FIELD_OPTIONS || f->type == FIELD_RECORD) {
        const struct node *n = value_node(&a, f, from);

        json_write(&b, n, false);
        text = n->type == NODE_NULL ? NULL : buf_str(&b);
    } else {
        text = field_text(from, f);
    }
    if (!text || !*text) {
        buf_add(out, "nothing");
    } else if (strlen(text) > 100) {
        AUTO_BUF cut = {0};

        buf_addn(&cut, text, utf8_cut(text, 100));
        buf_comment(out, buf_str(&cut));
        buf_add(out, " ...");
    } else {
        buf_comment(out, text);
    }
}

static void facet_text(struct buf *out, const char *name, const char *from, const char *to)
{
    buf_addf(out, "      %s: ", name);
    buf_comment(out, from ? from : "nothing");
    buf_add(out, " -> ");
    buf_comment(out, to ? to : "nothing");
    buf_addc(out, '\n');
}

/* Length of the line at s, without its end. */
static size_t line_length(const char *s)
{
    return strcspn(s, "\n");
}

static const char *next_line(const char *s)
{
    s += line_length(s);
    return *s ? s + 1 : s;
}

/* Where the last line of s..end begins. */
static const char *last_line(const char *s, const char *end)
{
    if (end > s && end[-1] == '\n')
        end--;
    while (end > s && end[-1] != '\n')
        end--;
    return end;
}

static bool same_line(const char *x, const char *y)
{
    size_t n = line_length(x);

    return n == line_length(y) && memcmp(x, y, n) == 0;
}

static void lines_add(struct buf *out, char sign, const char *s, const char *end)
{
    for (; s < end; s = next_line(s)) {
        struct buf line = {0};

        buf_addn(&line, s, line_length(s));
        buf_addf(out, "        %c ", sign);
        buf_comment(out, buf_str(&line));
        buf_addc(out, '\n');
        buf_free(&line);
    }
}

/* A query or a body: the lines that differ, without those that are equal before and after them. */
static void lines_text(struct buf *out, const char *x, const char *y)
{
    const char *x_end = x + strlen(x), *y_end = y + strlen(y);

    while (*x && *y && same_line(x, y)) {
        x = next_line(x);
        y = next_line(y);
    }
    while (x_end > x && y_end > y && same_line(last_line(x, x_end), last_line(y, y_end))) {
        x_end = last_line(x, x_end);
        y_end = last_line(y, y_end);
    }
    lines_add(out, '-', x, x_end);
    lines_add(out, '+', y, y_end);
}

/* The texts of a field on both sides when one of them has several lines. */
static bool is_several_lines(const struct field *f, const struct pair_of *p, const char **ret_x,
                             const char **ret_y)
{
    if (f->type != FIELD_QUERY && f->type != FIELD_BODY && f->type != FIELD_TEXT && f->type != FIELD_EXPR)
        return false;
    *ret_x = field_text(p->from, f);
    *ret_y = field_text(p->to, f);
    return *ret_x && *ret_y && (strchr(*ret_x, '\n') || strchr(*ret_y, '\n'));
}

static void changes_text(struct buf *out, const struct pair_of *p)
{
    const struct record *r = &p->to->kind->record;

    for (size_t i = 0; i < r->n_fields; i++) {
        if (!(p->changed >> i & 1))
            continue;
        const char *x, *y;

        if (is_several_lines(&r->fields[i], p, &x, &y)) {
            buf_addf(out, "      %s:\n", r->fields[i].name);
            lines_text(out, x, y);
            continue;
        }
        buf_addf(out, "      %s: ", r->fields[i].name);
        value_text(out, &r->fields[i], p->from);
        buf_add(out, " -> ");
        value_text(out, &r->fields[i], p->to);
        buf_addc(out, '\n');
    }
    if (p->changed & FACET_COMMENT)
        facet_text(out, "comment", p->from->comment, p->to->comment);
    if (p->changed & FACET_OWNER)
        facet_text(out, "owner", p->from->owner, p->to->owner);
    if (p->changed & FACET_ACL)
        buf_add(out, "      privileges differ\n");
    if (p->changed & FACET_LABELS)
        buf_add(out, "      security labels differ\n");
}

/* A part of something that is itself made or dropped needs no line of its own. */
static bool goes_with_parent(const struct diff *d, const struct pair_of *p)
{
    const struct object *o = p->from ? p->from : p->to;
    const struct pair_of *parent = o->parent ? map_get(&d->by_address, o->parent->address) : NULL;

    return parent && ((!parent->from && !p->from) || (!parent->to && !p->to));
}

static void pair_text(struct buf *out, const struct pair_of *p, bool colour)
{
    const struct object *o = p->to ? p->to : p->from;

    buf_addf(out, "  %s%s ", colour ? colour_of(p) : "", sign_of(p));
    buf_comment(out, o->address);
    if (p->from && p->to && p->renamed) {
        buf_add(out, ", was ");
        buf_comment(out, p->from->was ? p->from->was : p->from->was_schema);
    }
    if (p->unconfirmed)
        buf_add(out, ", unconfirmed");
    buf_addf(out, "%s\n", colour ? "\033[0m" : "");
    if (p->from && p->to)
        changes_text(out, p);
}

void diff_text(struct buf *out, const struct diff *d, bool colour)
{
    const struct pair_of *p;
    const struct suggestion *s;

    list_each (p, &d->pairs) {
        if (pair_verdict(p) && !goes_with_parent(d, p))
            pair_text(out, p, colour);
    }
    list_each (s, &d->suggestions) {
        buf_add(out, "  ? ");
        buf_comment(out, s->to->address);
        buf_add(out, " looks like ");
        buf_comment(out, s->from->address);
        buf_addf(out, " (%d%%); if it is, say so: renamed_from: ", s->percent);
        buf_comment(out, s->from->name);
        buf_addc(out, '\n');
    }
}

static struct node *fields_node(struct arena *a, const struct pair_of *p)
{
    const struct record *r = &p->to->kind->record;
    struct node *list = node_list(a);

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        struct node *n;

        if (!(p->changed >> i & 1))
            continue;
        n = node_map(a);
        node_set(a, n, "field", node_text(a, f->name));
        node_set(a, n, "from", value_node(a, f, p->from));
        node_set(a, n, "to", value_node(a, f, p->to));
        node_add(a, list, n);
    }
    if (p->changed & FACET_COMMENT) {
        struct node *n = node_map(a);

        node_set(a, n, "field", node_text(a, "comment"));
        node_set(a, n, "from", node_text(a, p->from->comment));
        node_set(a, n, "to", node_text(a, p->to->comment));
        node_add(a, list, n);
    }
    return list;
}

struct node *diff_node(struct arena *a, const struct diff *d)
{
    struct node *top = node_map(a), *changes = node_list(a), *suggestions = node_list(a), *n;
    const struct pair_of *p;
    const struct suggestion *s;

    list_each (p, &d->pairs) {
        if (!pair_verdict(p))
            continue;
        n = node_map(a);
        node_set(a, n, "change", node_text(a, pair_verdict(p)));
        node_set(a, n, "object", node_text(a, p->to ? p->to->address : p->from->address));
        if (p->from && p->to && p->renamed)
            node_set(a, n, "was", node_text(a, p->from->was ? p->from->was : p->from->was_schema));
        if (p->from && p->to && p->changed)
            node_set(a, n, "fields", fields_node(a, p));
        if (p->unconfirmed)
            node_set(a, n, "unconfirmed", node_bool(a, true));
        node_add(a, changes, n);
    }
    list_each (s, &d->suggestions) {
        n = node_map(a);
        node_set(a, n, "from", node_text(a, s->from->address));
        node_set(a, n, "to", node_text(a, s->to->address));
        node_set(a, n, "percent", node_number(a, s->percent));
        node_add(a, suggestions, n);
    }
    node_set(a, top, "differences", node_number(a, (long long)d->differences));
    node_set(a, top, "changes", changes);
    node_set(a, top, "suggestions", suggestions);
    return top;
}
