/* Ranges of history, and what a new revision stands on. */
#include "revision/find.h"

#include <string.h>

struct end {
    const char *text; /* NULL: not said */
    struct identifier id;
    struct list found;
};

static int end_read(struct arena *a, const struct graph *g, struct end *e, const struct list *rows,
                    struct diag *d)
{
    if (!e->text)
        return OK;
    if (identifier_read(a, g, e->text, d, &e->id) < 0)
        return ERR;
    return e->id.symbol ? symbol_find(a, g, &e->id, rows, d, &e->found) : OK;
}

/* Steps of one end, from what was found for it or, without a symbol, from the other end. Too far stops at the
 * end of the graph. */
static int end_walk(struct arena *a, const struct graph *g, struct end *e, const struct list *from,
                    struct diag *d)
{
    struct list to = {0};
    struct vertex *v;
    if (!e->text || e->id.sign == 0)
        return OK;
    if (e->id.symbol)
        from = &e->found;
    for (size_t i = 0; i < from->n || (i == 0 && e->id.sign > 0); i++) {
        v = from->n ? from->at[i] : NULL;
        if (walk_steps(a, g, &e->id, false, d, &v) < 0)
            return ERR;
        if (v)
            list_push(a, &to, v);
    }
    e->found = to;
    return OK;
}

static int range_split(struct arena *a, const char *text, struct diag *d, struct end *low, struct end *high)
{
    const char *colon = strchr(text, ':');
    if (!colon) {
        high->text = text;
        return OK;
    }
    if (strchr(colon + 1, ':'))
        return diag_error(d, "graph.range", NOWHERE, "\"%s\" has more than two ends", text);
    if (colon > text)
        low->text = arena_strndup(a, text, (size_t)(colon - text));
    high->text = colon[1] ? colon + 1 : NULL;
    return OK;
}

static bool is_base(const struct end *e)
{
    return !e->text || e->found.n == 0;
}

int graph_range(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
                struct diag *d, struct list *ret)
{
    struct end low = {0}, high = {0};
    struct list kept = {0}, todo = {0};
    struct vertex *v;
    if (range_split(a, text, d, &low, &high) < 0)
        return ERR;
    if (!high.text)
        high.text = "heads";
    if (end_read(a, g, &low, rows, d) < 0 || end_read(a, g, &high, rows, d) < 0)
        return ERR;
    if (!high.id.symbol && high.id.sign < 0)
        symbol_find(a, g, &(struct identifier){.symbol = "heads"}, rows, d, &high.found);
    /* An end that is only steps starts where the other one is. */
    if (end_walk(a, g, &high, high.id.sign > 0 ? &low.found : &high.found, d) < 0)
        return ERR;
    list_each (v, &high.found) {
        if (!low.id.lineage || low.id.lineage[v->order])
            list_push(a, &kept, v);
    }
    if (end_walk(a, g, &low, &kept, d) < 0)
        return ERR;

    walk_between(a, g, &kept, &low.found, WALK_ENDS, &todo);
    if (todo.n == 0 && !is_base(&low))
        return diag_error(d, "graph.range", NOWHERE, "\"%s\": %s is not below %s", text,
                          vertices_text(a, &low.found), kept.n ? vertices_text(a, &kept) : "base");
    graph_sort(a, g, &todo, &kept, ret);
    return OK;
}

/* --- new revisions --- */

static int parent_check(struct arena *a, const struct vertex *v, const struct list *others, bool splice,
                        struct diag *d)
{
    const struct vertex *w;
    if (splice)
        return OK;
    if (v->children.n) {
        diag_error(d, "graph.parent", NOWHERE, "revision %s is not a head: %s follows it", v->id,
                   vertices_text(a, &v->children));
        diag_hint(d, "--splice starts a new branch there.");
        return ERR;
    }
    list_each (w, others) {
        if (w != v && vertex_contains(w, v))
            return diag_error(d, "graph.parent", NOWHERE, "revision %s is contained in %s already", v->id,
                              w->id);
    }
    return OK;
}

int graph_parents(struct arena *a, const struct graph *g, const char *const *texts, size_t n, bool splice,
                  struct diag *d, struct list *ret)
{
    static const char *const head[] = {"head"};
    struct vertex *v;
    if (!texts || n == 0) {
        texts = head;
        n = 1;
    }
    for (size_t i = 0; i < n; i++) {
        struct list found = {0};
        if (graph_find(a, g, texts[i], NULL, d, &found) < 0)
            return ERR;
        if (found.n == 0 && n > 1)
            return diag_error(d, "graph.parent", NOWHERE, "base cannot be one of several parents");
        list_each (v, &found) {
            for (size_t k = 0; k < ret->n; k++) {
                if (ret->at[k] == v)
                    return diag_error(d, "graph.parent", NOWHERE, "revision %s is named twice", v->id);
            }
            list_push(a, ret, v);
        }
    }
    list_each (v, ret) {
        if (parent_check(a, v, ret, splice, d) < 0)
            return ERR;
    }
    return OK;
}

/* Labels stay as they are written, so that a dependency on a branch can be read; beginnings of ids are
 * completed. */
static int name_complete(struct arena *a, const struct graph *g, void **name, bool label_allowed,
                         struct diag *d)
{
    struct vertex *v;
    if (key_find(a, g, *name, NULL, d, &v) < 0)
        return ERR;
    if (label_allowed && list_has_text(&v->file->labels, *name))
        return OK;
    *name = arena_strdup(a, v->id);
    return OK;
}

int graph_check_draft(struct arena *a, const struct graph *g, struct revision_draft *draft, struct diag *d)
{
    const char *label;
    const struct vertex *taken;
    int rc = OK;
    if (draft->id && (taken = map_get(&g->keys, draft->id)))
        rc = diag_error(d, "graph.duplicate", taken->file->id_at, "\"%s\" is taken by revision %s", draft->id,
                        taken->id);
    list_each (label, &draft->labels) {
        if ((taken = map_get(&g->keys, label)))
            rc = diag_error(d, "graph.label", taken->file->id_at, "the label \"%s\" is taken by revision %s",
                            label, taken->id);
        else if (draft->id && strcmp(label, draft->id) == 0)
            rc = diag_error(d, "graph.label", NOWHERE, "\"%s\" cannot be both id and label", label);
    }
    for (size_t i = 0; i < draft->parents.n; i++)
        rc = name_complete(a, g, &draft->parents.at[i], false, d) < 0 ? ERR : rc;
    for (size_t i = 0; i < draft->depends.n; i++)
        rc = name_complete(a, g, &draft->depends.at[i], true, d) < 0 ? ERR : rc;
    return rc;
}
