/* Loading revisions into a graph, and what can be wrong with one. Every problem is told with its file; what
 * is not touched by it stays usable. */
#include "revision/graph.h"

#include "base/file.h"
#include "revision/walk.h"
#include <stdlib.h>
#include <string.h>

enum { FOLDERS_DEEP = 32 };

struct builder {
    struct arena *arena;
    struct graph *graph;
    struct diag *diag;
    int rc;
};

const char *direction_name(enum direction d)
{
    return d == UPGRADE ? "upgrade" : d == DOWNGRADE ? "downgrade" : "stamp";
}

static struct loc file_loc(struct arena *a, const struct revision *file)
{
    if (file->source)
        return (struct loc){.source = file->source};
    struct source *s = arena_new(a, struct source);
    s->name = file->path;
    return (struct loc){.source = s};
}

struct vertex *graph_get(const struct graph *g, const char *id)
{
    struct vertex *v = map_get(&g->keys, id);
    return v && strcmp(v->id, id) == 0 ? v : NULL;
}

/* --- vertices, labels, edges --- */

static void vertex_add(struct builder *b, const struct revision *file)
{
    struct graph *g = b->graph;
    list_push(b->arena, &g->files, file);
    if (file->broken)
        b->rc = ERR;
    if (!file->id) {
        g->lost++;
        return;
    }
    struct vertex *twin = graph_get(g, file->id);
    if (twin) {
        b->rc = diag_error(b->diag, "graph.duplicate", file->id_at, "revision %s is there twice", file->id);
        diag_related(b->diag, twin->file->id_at, "the other one");
        diag_hint(b->diag, "Give one of the two files a new id, or remove it.");
        twin->broken = true;
        return;
    }
    struct vertex *v = arena_new(b->arena, struct vertex);
    *v = (struct vertex){.id = file->id, .file = file, .order = g->vertices.n, .broken = file->broken};
    list_push(b->arena, &g->vertices, v);
    map_put(&g->keys, v->id, v);
}

static void labels_add(struct builder *b)
{
    struct vertex *v, *twin;
    const char *label;
    list_each (v, &b->graph->vertices) {
        if (v->file->labels.n)
            list_push(b->arena, &b->graph->labelled, v);
        list_each (label, &v->file->labels) {
            twin = map_get(&b->graph->keys, label);
            if (!twin) {
                map_put(&b->graph->keys, label, v);
                continue;
            }
            b->rc = diag_error(b->diag, "graph.label", v->file->labels_at, "the label \"%s\" is taken%s",
                               label, strcmp(twin->id, label) == 0 ? ": it is the id of a revision" : "");
            diag_related(b->diag, strcmp(twin->id, label) == 0 ? twin->file->id_at : twin->file->labels_at,
                         "here in revision %s", twin->id);
        }
    }
}

/* Names close to a missing one, or files that cannot say what they are. */
static void missing_hint(struct builder *b, const char *text)
{
    const struct graph *g = b->graph;
    AUTO_ARENA scratch = {0};
    const char **names = arena_alloc(&scratch, (g->vertices.n + 1) * sizeof(*names));
    for (size_t i = 0; i < g->vertices.n; i++)
        names[i] = ((const struct vertex *)g->vertices.at[i])->id;
    const char *nearest = diag_nearest(text, names, g->vertices.n);
    if (nearest)
        diag_hint(b->diag, "Did you mean %s?", nearest);
    else if (g->lost)
        diag_hint(b->diag, "It may be in one of the files whose id could not be read.");
    else
        diag_hint(b->diag, "Is its file missing from the folder, or in a folder that is not configured?");
}

static bool list_has(const struct list *l, const void *item)
{
    for (size_t i = 0; i < l->n; i++) {
        if (l->at[i] == item)
            return true;
    }
    return false;
}

static void edge_add(struct builder *b, struct vertex *v, const char *name, bool parent)
{
    struct loc at = parent ? v->file->parents_at : v->file->depends_at;
    struct vertex *to = parent ? graph_get(b->graph, name) : map_get(&b->graph->keys, name);
    if (to == v) {
        v->broken = true;
        b->rc = diag_error(b->diag, "graph.cycle", at, "revision %s %s itself", v->id,
                           parent ? "revises" : "depends on");
        return;
    }
    if (!to) {
        v->broken = true;
        b->rc = diag_error(b->diag, "graph.missing", at, "revision %s %s %s, which does not exist", v->id,
                           parent ? "revises" : "depends on", name);
        missing_hint(b, name);
        return;
    }
    list_push(b->arena, parent ? &v->parents : &v->depends, to);
    list_push(b->arena, parent ? &to->children : &to->dependents, v);
    if (list_has(&v->down, to))
        return;
    list_push(b->arena, &v->down, to);
    list_push(b->arena, &to->up, v);
}

static void edges_add(struct builder *b)
{
    struct vertex *v;
    const char *name;
    list_each (v, &b->graph->vertices) {
        list_each (name, &v->file->parents)
            edge_add(b, v, name, true);
        list_each (name, &v->file->depends)
            edge_add(b, v, name, false);
    }
}

/* --- cycles --- */

static int by_id(const void *x, const void *y)
{
    return strcmp(((const struct vertex *)x)->id, ((const struct vertex *)y)->id);
}

/* Takes away, again and again, what has no edge left in one direction. What stays is on a cycle, or between
 * two. */
static void peel(struct arena *a, const struct graph *g, mark *gone, bool upward, bool set_depth)
{
    size_t *left = arena_alloc(a, (g->vertices.n + 1) * sizeof(*left));
    struct list ready = {0};
    struct vertex *v, *w;
    list_each (v, &g->vertices) {
        const struct list *needs = upward ? &v->down : &v->up;
        list_each (w, needs)
            left[v->order] += !gone[w->order];
        if (left[v->order] == 0 && !gone[v->order])
            list_push(a, &ready, v);
    }
    for (size_t i = 0; i < ready.n; i++) {
        v = ready.at[i];
        gone[v->order] = 1;
        const struct list *then = upward ? &v->up : &v->down;
        list_each (w, then) {
            if (set_depth && w->depth <= v->depth)
                w->depth = v->depth + 1;
            if (!gone[w->order] && --left[w->order] == 0)
                list_push(a, &ready, w);
        }
    }
}

static void cycles_check(struct builder *b)
{
    AUTO_ARENA scratch = {0};
    struct graph *g = b->graph;
    mark *gone = marks_new(&scratch, g);
    struct list rest = {0};
    struct vertex *v;
    peel(&scratch, g, gone, true, true);
    list_each (v, &g->vertices) {
        if (!gone[v->order])
            v->broken = true; /* on a cycle, or above one */
    }
    peel(&scratch, g, gone, false, false);
    list_each (v, &g->vertices) {
        if (!gone[v->order])
            list_push(&scratch, &rest, v);
    }
    if (rest.n == 0)
        return;
    list_sort(&rest, by_id);
    v = rest.at[0];
    b->rc = diag_error(b->diag, "graph.cycle", v->file->parents.n ? v->file->parents_at : v->file->depends_at,
                       "these revisions follow each other in a circle: %s", vertices_text(&scratch, &rest));
    diag_hint(b->diag,
              "One of their kedge:revises or kedge:depends lines names a revision that comes later.");
}

/* --- derived --- */

/* Whether an ancestor of v over parent edges depends on `on` as well: then the dependency says nothing new.
 */
static bool is_repeated(struct arena *a, const struct vertex *v, const struct vertex *on)
{
    size_t lowest = (size_t)-1;
    const struct vertex *w;
    list_each (w, &on->dependents) {
        if (w != v && w->depth < lowest)
            lowest = w->depth;
    }
    if (lowest >= v->depth)
        return false;
    __attribute__((cleanup(idmap_clear))) struct idmap seen = {0};
    struct list stack = {0};
    list_push(a, &stack, v);
    while (stack.n) {
        const struct vertex *at = stack.at[--stack.n];
        if (at != v && list_has(&at->depends, on))
            return true;
        list_each (w, &at->parents) {
            if (w->depth >= lowest && idmap_put(&seen, w->order, w))
                list_push(a, &stack, w);
        }
    }
    return false;
}

static void derive(struct builder *b)
{
    struct graph *g = b->graph;
    struct vertex *v, *w;
    list_each (v, &g->vertices) {
        if (v->up.n == 0)
            list_push(b->arena, &g->heads, v);
        if (v->file->parents.n == 0)
            list_push(b->arena, &g->roots, v);
        if (v->depends.n == 0) {
            v->next = v->down;
            continue;
        }
        list_each (w, &v->down) {
            AUTO_ARENA scratch = {0};
            if (list_has(&v->parents, w) || !is_repeated(&scratch, v, w))
                list_push(b->arena, &v->next, w);
        }
    }
}

int graph_build(struct arena *a, const struct list *files, struct diag *d, struct graph **ret)
{
    struct graph *g = arena_new(a, struct graph);
    g->labels = arena_new(a, struct label_cache);
    struct builder b = {.arena = a, .graph = g, .diag = d};
    const struct revision *file;
    list_each (file, files)
        vertex_add(&b, file);
    labels_add(&b);
    edges_add(&b);
    cycles_check(&b);
    derive(&b);
    *ret = g;
    return b.rc;
}

void graph_free(struct graph *g)
{
    if (!g)
        return;
    map_clear(&g->keys);
    arena_clear(&g->labels->arena);
}

/* --- folders --- */

struct loader {
    struct arena *arena;
    struct diag *diag;
    struct list files; /* struct revision */
    struct map seen;   /* real paths */
    bool recursive;
    int rc;
};

static void file_load(struct loader *l, const char *path)
{
    struct revision *revision;
    char *real = realpath(path, NULL);
    if (real && !map_put(&l->seen, arena_strdup(l->arena, real), path)) {
        struct revision twin = {.path = path};
        diag_warning(l->diag, "graph.twice", file_loc(l->arena, &twin),
                     "this file is reached twice; read once");
        free(real);
        return;
    }
    free(real);
    if (revision_read(l->arena, path, l->diag, &revision) < 0)
        l->rc = ERR;
    list_push(l->arena, &l->files, revision);
}

static bool ends_in_sql(const char *name)
{
    size_t n = strlen(name);
    return n > 4 && strcmp(name + n - 4, ".sql") == 0;
}

/* Files first, then sub-folders, each in the order of names. */
static void folder_load(struct loader *l, const char *top)
{
    struct list stack = {0}, depths = {0};
    list_push(l->arena, &stack, top);
    list_push(l->arena, &depths, "");
    while (stack.n) {
        const char *folder = stack.at[--stack.n], *name;
        size_t depth = strlen(depths.at[--depths.n]);
        struct list names = {0}, folders = {0};
        if (folder_list(l->arena, folder, NULL, l->diag, &names) < 0) {
            l->rc = ERR;
            continue;
        }
        list_each (name, &names) {
            const char *path = path_join(l->arena, folder, name);
            if (strcmp(folder, ".") == 0)
                path = arena_strdup(l->arena, name);
            bool is_folder = (l->recursive || ends_in_sql(name)) && file_is_folder(path);
            if (is_folder && l->recursive)
                list_push(l->arena, &folders, path);
            else if (!is_folder && ends_in_sql(name))
                file_load(l, path);
        }
        if (folders.n && depth >= FOLDERS_DEEP) {
            l->rc = diag_error(l->diag, "graph.folder", NOWHERE, "\"%s\" is more than %d folders deep",
                               folder, FOLDERS_DEEP);
            continue;
        }
        for (size_t i = folders.n; i-- > 0;) {
            list_push(l->arena, &stack, folders.at[i]);
            list_push(l->arena, &depths, arena_printf(l->arena, "%*s", (int)depth + 1, ""));
        }
    }
}

int graph_load(struct arena *a, const struct list *folders, bool recursive, struct diag *d,
               struct graph **ret)
{
    struct loader l = {.arena = a, .diag = d, .recursive = recursive};
    const char *folder;
    list_each (folder, folders)
        folder_load(&l, folder);
    int rc = graph_build(a, &l.files, d, ret);
    (*ret)->folders = *folders;
    map_clear(&l.seen);
    return l.rc < 0 ? ERR : rc;
}
