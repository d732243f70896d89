/* What people write for a revision: ids, beginnings of ids, labels, head, base, current, and steps from
 * there. */
#include "revision/find.h"

#include <ctype.h>
#include <string.h>

enum { SHORTEST_KEY = 4, STEPS_MOST = 1000000 };

/* --- reading --- */

static int steps_read(const char *text, struct identifier *ret, struct diag *d, size_t *ret_symbol_length)
{
    size_t n = strcspn(text, "+-");
    *ret_symbol_length = n;
    if (!text[n])
        return OK;
    const char *p = text + n + 1;
    unsigned steps = 0;
    ret->sign = text[n] == '+' ? 1 : -1;
    for (; isdigit((unsigned char)*p) && steps <= STEPS_MOST; p++)
        steps = steps * 10 + (unsigned)(*p - '0');
    if (*p || p == text + n + 1 || steps > STEPS_MOST) {
        diag_error(d, "graph.identifier", NOWHERE, "\"%s\": a number of steps must follow the \"%c\"",
                   ret->text, text[n]);
        diag_hint(d, "Such as head-1, +2 or 4e55a8b046a1+1.");
        return ERR;
    }
    ret->steps = steps;
    return OK;
}

static int label_find(struct arena *a, const struct graph *g, struct identifier *i, struct diag *d)
{
    static const char *const words[] = {"head", "heads", "base", "current", ""};
    for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
        if (strcmp(i->label, words[k]) == 0)
            return diag_error(d, "graph.label", NOWHERE, "\"%s\": no label stands before the \"@\"", i->text);
    }
    struct diag quiet = {0};
    int rc = key_find(a, g, i->label, NULL, &quiet, &i->branch);
    if (rc < 0) {
        const struct diag_entry *e = quiet.entries.at[0];
        diag_error(d, "graph.label", NOWHERE, "\"%s\": %s", i->text, e->message);
        if (e->hint)
            diag_hint(d, "%s", e->hint);
    } else {
        i->lineage = lineage_new(a, g, i->branch);
    }
    diag_clear(&quiet);
    return rc;
}

int identifier_read(struct arena *a, const struct graph *g, const char *text, struct diag *d,
                    struct identifier *ret)
{
    size_t n;
    *ret = (struct identifier){.text = text};
    if (strchr(text, ':')) {
        diag_error(d, "graph.range", NOWHERE, "\"%s\": a range is not allowed here", text);
        diag_hint(d, "Ranges are for offline scripts (--sql) and history.");
        return ERR;
    }
    const char *at = strchr(text, '@'), *rest = at ? at + 1 : text;
    if (at)
        ret->label = arena_strndup(a, text, (size_t)(at - text));
    if (strchr(rest, '@'))
        return diag_error(d, "graph.identifier", NOWHERE, "\"%s\": a second \"@\"", text);
    if (steps_read(rest, ret, d, &n) < 0)
        return ERR;
    if (n > 0)
        ret->symbol = arena_strndup(a, rest, n);
    else if (ret->sign == 0)
        return diag_error(d, "graph.identifier", NOWHERE, "\"%s\": the identifier is empty", text);
    return ret->label ? label_find(a, g, ret, d) : OK;
}

/* --- keys --- */

static size_t text_characters(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

struct matches {
    struct list keys, vertices;
};

static void match_add(struct arena *a, struct matches *m, const char *key, const char *start,
                      struct vertex *v)
{
    if (text_characters(key) < SHORTEST_KEY || strncmp(key, start, strlen(start)) != 0)
        return;
    list_push(a, &m->keys, key);
    for (size_t i = 0; i < m->vertices.n; i++) {
        if (m->vertices.at[i] == v)
            return;
    }
    list_push(a, &m->vertices, v);
}

static const char *keys_text(struct arena *a, const struct list *keys)
{
    AUTO_BUF out = {0};
    for (size_t i = 0; i < keys->n && i < 8; i++)
        buf_addf(&out, "%s%s", i ? ", " : "", (const char *)keys->at[i]);
    if (keys->n > 8)
        buf_addf(&out, " and %zu more", keys->n - 8);
    return buf_take(&out, a);
}

static int key_missing(struct arena *a, const struct graph *g, const char *key, struct diag *d)
{
    struct list names = {0};
    struct vertex *v;
    const char *label;
    static const char *const words[] = {"head", "heads", "base", "current"};
    list_each (v, &g->vertices) {
        list_push(a, &names, v->id);
        list_each (label, &v->file->labels)
            list_push(a, &names, label);
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        list_push(a, &names, words[i]);
    const char *nearest = diag_nearest(key, (const char *const *)names.at, names.n);
    diag_error(d, "graph.unknown", NOWHERE, "no revision or label \"%s\"", key);
    if (nearest)
        diag_hint(d, "Did you mean %s?", nearest);
    else if (g->lost)
        diag_hint(d, "It may be in one of the files whose id could not be read.");
    return ERR;
}

int key_find(struct arena *a, const struct graph *g, const char *key, const mark *among, struct diag *d,
             struct vertex **ret)
{
    struct matches m = {0};
    struct vertex *v = map_get(&g->keys, key);
    const char *label;
    if (v) {
        *ret = v;
        return OK;
    }
    list_each (v, &g->vertices) {
        if (among && !among[v->order])
            continue;
        match_add(a, &m, v->id, key, v);
        list_each (label, &v->file->labels)
            match_add(a, &m, label, key, v);
    }
    if (m.vertices.n == 0)
        return key_missing(a, g, key, d);
    if (m.vertices.n > 1) {
        diag_error(d, "graph.ambiguous", NOWHERE, "\"%s\" is the beginning of several", key);
        diag_hint(d, "One of: %s.", keys_text(a, &m.keys));
        return ERR;
    }
    *ret = m.vertices.at[0];
    return OK;
}

/* --- symbols --- */

/* Heads of the whole graph are those that nothing follows and nothing depends on. Within a branch its own
 * tips count, also one that another branch depends on: else the branch would seem to have no head. */
static void heads_find(struct arena *a, const struct graph *g, const struct identifier *i, struct list *ret)
{
    struct vertex *v;
    list_each (v, &g->vertices) {
        if (i->lineage ? i->lineage[v->order] && v->children.n == 0 : v->up.n == 0)
            list_push(a, ret, v);
    }
}

static int heads_refuse(struct arena *a, const struct identifier *i, const struct list *heads, struct diag *d)
{
    diag_error(d, "graph.heads", NOWHERE, "\"%s\" is not clear: there are %zu heads: %s", i->text, heads->n,
               vertices_text(a, heads));
    diag_hint(d, "Name one of them, label@head for one branch, or heads for all; kedge merge joins them.");
    return ERR;
}

int rows_find(struct arena *a, const struct graph *g, const struct list *rows, struct diag *d,
              struct list *ret)
{
    mark *marks = marks_new(a, g);
    const char *row;
    AUTO_BUF unknown = {0};
    size_t n = 0;
    list_each (row, rows) {
        const struct vertex *v = graph_get(g, row);
        if (v)
            marks[v->order] = 1;
        else
            buf_addf(&unknown, "%s%s", n++ ? ", " : "", row);
    }
    if (n) {
        diag_error(d, "graph.row", NOWHERE, "the database is at %s, which no revision file has",
                   buf_str(&unknown));
        const struct vertex *into = NULL;
        list_each (row, rows)
            if ((into = graph_squashed(g, row)))
                break;
        if (into) {
            diag_hint(
                d,
                "%s was squashed into %s: bring the old files back and upgrade to %s with them; or, where "
                "that is done, kedge stamp --purge %s.",
                row, into->id, into->id, into->id);
            return ERR;
        }
        diag_hint(
            d, g->lost ? "It may be in one of the files whose id could not be read."
                       : "Bring the missing file back, or set the database right with kedge stamp --purge.");
        return ERR;
    }
    marks_list(a, g, marks, ret);
    return OK;
}

static int current_find(struct arena *a, const struct graph *g, const struct identifier *i,
                        const struct list *rows, struct diag *d, struct list *ret)
{
    struct list all = {0};
    struct vertex *v;
    if (!rows)
        return diag_error(d, "graph.identifier", NOWHERE, "\"%s\" needs a database, and there is none here",
                          i->text);
    if (rows_find(a, g, rows, d, &all) < 0)
        return ERR;
    list_each (v, &all) {
        if (!i->lineage || i->lineage[v->order])
            list_push(a, ret, v);
    }
    return OK;
}

int symbol_find(struct arena *a, const struct graph *g, const struct identifier *i, const struct list *rows,
                struct diag *d, struct list *ret)
{
    if (!i->symbol || strcmp(i->symbol, "base") == 0)
        return OK;
    if (strcmp(i->symbol, "current") == 0)
        return current_find(a, g, i, rows, d, ret);
    if (strcmp(i->symbol, "heads") == 0) {
        heads_find(a, g, i, ret);
        return OK;
    }
    if (strcmp(i->symbol, "head") == 0) {
        heads_find(a, g, i, ret);
        return ret->n > 1 ? heads_refuse(a, i, ret, d) : OK;
    }
    struct vertex *v;
    if (key_find(a, g, i->symbol, i->lineage, d, &v) < 0)
        return ERR;
    if (i->lineage && !i->lineage[v->order]) {
        diag_error(d, "graph.branch", NOWHERE, "revision %s is not on the branch \"%s\"", v->id, i->label);
        return ERR;
    }
    list_push(a, ret, v);
    return OK;
}

/* --- steps --- */

static int way_ambiguous(struct arena *a, const struct identifier *i, const struct vertex *at,
                         const struct list *ways, struct diag *d)
{
    diag_error(d, "graph.ambiguous", NOWHERE, "\"%s\" is not clear: %s %s leads to %s", i->text,
               i->sign > 0 ? "the way up from" : "the way down from",
               at            ? at->id
               : i->sign > 0 ? "base"
                             : "the heads",
               vertices_text(a, ways));
    diag_hint(d, "Name the revision itself%s.", i->sign > 0 ? ", or the branch: label@+1" : "");
    return ERR;
}

int walk_steps(struct arena *a, const struct graph *g, const struct identifier *i, bool strict,
               struct diag *d, struct vertex **at)
{
    for (unsigned n = 0; n < i->steps; n++) {
        const struct list *all =
            i->sign > 0 ? (*at ? &(*at)->children : &g->roots) : (*at ? &(*at)->parents : &g->heads);
        struct list ways = {0};
        struct vertex *v;
        list_each (v, all) {
            if (i->sign < 0 || !i->lineage || i->lineage[v->order])
                list_push(a, &ways, v);
        }
        if (ways.n > 1)
            return way_ambiguous(a, i, *at, &ways, d);
        bool below_root = ways.n == 0 && i->sign < 0 && *at;
        if (ways.n == 0 && !(below_root && n + 1 == i->steps)) {
            if (!strict) {
                *at = i->sign < 0 ? NULL : *at;
                return OK;
            }
            if (n == 0 && i->sign > 0 && *at)
                return diag_error(d, "graph.steps", NOWHERE,
                                  "\"%s\" goes too far: nothing follows revision %s%s%s", i->text, (*at)->id,
                                  i->label ? " on the branch " : "", i->label ? i->label : "");
            diag_error(d, "graph.steps", NOWHERE, "\"%s\" goes too far: there %s %u step%s", i->text,
                       n + below_root == 1 ? "is only" : "are only", n + below_root,
                       n + below_root == 1 ? "" : "s");
            return ERR;
        }
        *at = ways.n ? ways.at[0] : NULL;
    }
    return OK;
}

static bool list_holds(const struct list *l, const void *item)
{
    for (size_t i = 0; i < l->n; i++) {
        if (l->at[i] == item)
            return true;
    }
    return false;
}

/* -N alone: that many below each head. A head that is not so far up gives nothing. */
static int below_heads(struct arena *a, const struct graph *g, const struct identifier *i, struct diag *d,
                       struct list *ret)
{
    struct list heads = {0};
    struct vertex *v;
    bool seen = false;
    heads_find(a, g, i, &heads);
    list_each (v, &heads) {
        struct diag quiet = {0};
        int rc = walk_steps(a, g, i, true, &quiet, &v);
        bool too_far = rc < 0 && strcmp(((struct diag_entry *)quiet.entries.at[0])->code, "graph.steps") == 0;
        diag_clear(&quiet);
        if (rc < 0 && !too_far)
            return walk_steps(a, g, i, true, d, &v);
        seen = seen || rc == OK;
        if (rc == OK && v && !list_holds(ret, v))
            list_push(a, ret, v);
    }
    if (!seen)
        return diag_error(d, "graph.steps", NOWHERE, "\"%s\" goes below the base", i->text);
    return OK;
}

int graph_find(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
               struct diag *d, struct list *ret)
{
    struct identifier i;
    struct list found = {0};
    struct vertex *v;
    if (identifier_read(a, g, text, d, &i) < 0)
        return ERR;
    if (!i.symbol && i.sign > 0) {
        diag_error(d, "graph.identifier", NOWHERE, "\"%s\" does not say from where", text);
        diag_hint(d, "Write the revision before it, such as base%s or current%s.", text, text);
        return ERR;
    }
    if (!i.symbol)
        return below_heads(a, g, &i, d, ret);
    if (symbol_find(a, g, &i, rows, d, &found) < 0)
        return ERR;
    if (i.sign == 0) {
        list_each (v, &found)
            if (!list_holds(ret, v))
                list_push(a, ret, v);
        return OK;
    }
    if (found.n == 0)
        list_push(a, &found, NULL);
    for (size_t k = 0; k < found.n; k++) {
        v = found.at[k];
        if (!v && i.sign < 0)
            return diag_error(d, "graph.steps", NOWHERE, "\"%s\": nothing is below the base", text);
        if (walk_steps(a, g, &i, true, d, &v) < 0)
            return ERR;
        if (v && !list_holds(ret, v))
            list_push(a, ret, v);
    }
    return OK;
}

int graph_find_one(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
                   struct diag *d, struct vertex **ret)
{
    struct list found = {0};
    if (graph_find(a, g, text, rows, d, &found) < 0)
        return ERR;
    if (found.n > 1) {
        diag_error(d, "graph.ambiguous", NOWHERE, "\"%s\" means %zu revisions, and one is wanted: %s", text,
                   found.n, vertices_text(a, &found));
        return ERR;
    }
    *ret = found.n ? found.at[0] : NULL;
    return OK;
}
