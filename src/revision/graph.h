/* The graph of revisions: loading, checks, identifiers, and the ways through it. Pure: no database.
 * Rows are the maximal members of the applied set, everywhere; orders never depend on chance. */
#ifndef KEDGE_REVISION_GRAPH_H
#define KEDGE_REVISION_GRAPH_H

#include "base/map.h"
#include "revision/file.h"

struct vertex {
    const char *id;
    const struct revision *file;
    size_t order;        /* load order: folders as given, then file names; the tie-breaker everywhere */
    struct list parents; /* struct vertex, as declared */
    struct list depends; /* struct vertex, what `depends` resolves to */
    struct list down;    /* parents, then depends, without duplicates */
    struct list next;    /* parents, then what of depends no ancestor depends on: the way graph_sort() goes */
    size_t depth;        /* longest way down to a root; an ancestor has a smaller one */
    struct list children;   /* have this one as parent; in load order */
    struct list dependents; /* depend on this one */
    struct list up;         /* children and dependents, without duplicates, in load order */
    bool broken; /* unreadable, part of a cycle, duplicate, or a parent is missing: must not be run */
};

struct label_cache {
    struct arena arena;
    struct list *at; /* by order; NULL: not made yet */
};

struct graph {
    struct list vertices;       /* struct vertex in load order */
    struct list heads;          /* without children and dependents ("real" heads) */
    struct list roots;          /* without parents */
    struct list files;          /* struct revision, all that were found, broken ones too */
    struct list folders;        /* const char *, as given */
    struct list labelled;       /* struct vertex that declare labels */
    size_t lost;                /* files whose id could not be read: what they would be is unknown */
    struct label_cache *labels; /* of every vertex, made when first asked for (internal) */
    struct map keys;            /* id or label -> struct vertex (internal) */
};

/* Loads every *.sql of the folders (const char *, in order; recursive: sub-folders too, sorted). A folder
 * that does not exist is an error. Gives a graph in every case; ERR when anything was wrong with it, every
 * problem in d with its file. */
int graph_load(struct arena *a, const struct list *folders, bool recursive, struct diag *d,
               struct graph **ret);
/* The same from revisions already read (tests, squash). */
int graph_build(struct arena *a, const struct list *files, struct diag *d, struct graph **ret);
void graph_free(struct graph *g); /* what is not in the arena */

/* Exact id; NULL when there is none. */
struct vertex *graph_get(const struct graph *g, const char *id);
/* The revision that the id was squashed into; NULL: none. */
struct vertex *graph_squashed(const struct graph *g, const char *id);

/* Closures, start included; lists come in load order. full: over dependencies too, else parents and children
 * only. */
void graph_ancestors(struct arena *a, const struct graph *g, const struct list *of, bool full,
                     struct list *ret);
void graph_descendants(struct arena *a, const struct graph *g, const struct list *of, bool full,
                       struct list *ret);
/* Newest first, one line followed to its end before the next begins. heads: where to start, those in todo
 * count. */
void graph_sort(struct arena *a, const struct graph *g, const struct list *todo, const struct list *heads,
                struct list *ret);
/* Labels of the branches the vertex is on: declared by it, an ancestor or a descendant over parent edges
 * (const char *, load order). */
void graph_labels(struct arena *a, const struct graph *g, const struct vertex *v, struct list *ret);
bool vertex_is_head(const struct vertex *v);         /* no children and no dependents */
bool vertex_is_branch_point(const struct vertex *v); /* more than one child */
bool vertex_is_merge(const struct vertex *v);        /* more than one parent */

/* --- identifiers ---
 * id, partial id, label, label@id, head, heads, base, current, label@head, label@heads, label@base, id+N,
 * id-N, head-N, base+N, -N (below each head). rows: ids in the database (const char *), NULL when not
 * connected: then `current` is an error. Errors name the candidates. */
/* Any number of revisions, added to the list unless they are in it; base adds none. */
int graph_find(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
               struct diag *d, struct list *ret);
/* Exactly one; *ret NULL for base. */
int graph_find_one(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
                   struct diag *d, struct vertex **ret);
/* history -r: "a:b", "a:", ":b", or one identifier (down to base). Newest first, a included. */
int graph_range(struct arena *a, const struct graph *g, const char *text, const struct list *rows,
                struct diag *d, struct list *ret);
/* Parents for a new revision: text as graph_find(), NULL: head. Without splice each must be a head and none
 * may contain another. */
int graph_parents(struct arena *a, const struct graph *g, const char *const *texts, size_t n, bool splice,
                  struct diag *d, struct list *ret);
/* OK when a draft fits the graph: id and labels free, parents and depends exist (partial ids are completed in
 * place, labels kept). */
int graph_check_draft(struct arena *a, const struct graph *g, struct revision_draft *draft, struct diag *d);

/* --- squashing --- */
struct squash {
    struct list members;                   /* struct vertex in the order of running */
    struct vertex *last;                   /* of them; the one revision that stays */
    struct list parents;                   /* const char *, what the whole stands on */
    struct list depends, labels, squashes; /* const char * */
    bool irreversible;                     /* one of them has no way down */
};
/* "a:b", both included: everything from a up to b; base:b everything below b. The range must be closed: only
 * a may follow others, and others may only follow or depend on b. */
int graph_squash(struct arena *a, const struct graph *g, const char *range, struct diag *d,
                 struct squash *ret);

/* --- routes --- */
enum direction { UPGRADE, DOWNGRADE, STAMP };
const char *direction_name(enum direction d); /* "upgrade" */

enum row_action { ROW_DELETE, ROW_UPDATE, ROW_INSERT };
struct row_change {
    enum row_action action;
    const char *from, *to; /* ids; from NULL for INSERT, to NULL for DELETE */
};

struct move {
    const struct vertex *vertex; /* NULL: a stamp */
    enum direction direction;
    struct list changes; /* struct row_change: deletes, update, inserts */
};

struct route {
    enum direction direction;
    struct list from;  /* rows before, const char *, as given */
    struct list moves; /* struct move in the order of running; empty: nothing to do */
    struct list to;    /* rows after, in load order */
};

/* rows: const char *, full ids as the version table holds them. Unknown rows are an error that names them. */
int route_upgrade(struct arena *a, const struct graph *g, const struct list *rows, const char *const *targets,
                  size_t n, struct diag *d, struct route **ret);
int route_downgrade(struct arena *a, const struct graph *g, const struct list *rows, const char *target,
                    struct diag *d, struct route **ret);
/* One move without a vertex, or none. purge: rows are thrown away first, unknown ones too. */
int route_stamp(struct arena *a, const struct graph *g, const struct list *rows, const char *const *targets,
                size_t n, bool purge, struct diag *d, struct route **ret);
/* Offline: "a:b" or "b" (from nothing; not for downgrade). Each an identifier, or base; several with commas,
 * but a downgrade has one target. */
int route_offline(struct arena *a, const struct graph *g, enum direction direction, const char *text,
                  struct diag *d, struct route **ret);

#endif
