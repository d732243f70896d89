/* Files and folders of the model, and the steps from trees to a complete catalog. */
#include "schema/model_reading.h"

#include "base/file.h"
#include <string.h>

enum { FOLDER_DEPTH = 16 };

static void model_init(struct model *m, const struct list *schemas, struct diag *d)
{
    *m = (struct model){.catalog = catalog_new(), .diag = d, .managed = schemas};
    m->arena = &m->catalog->arena;
}

static int by_place(const void *x, const void *y)
{
    const struct diag_entry *e = x, *f = y;

    if (e->at.source !=
        f->at.source) /* files were read one after the other: their order is kept, as the sort is stable */
        return 0;
    if (e->at.line != f->at.line)
        return e->at.line < f->at.line ? -1 : 1;
    return (e->at.column > f->at.column) - (e->at.column < f->at.column);
}

/* Each step finds its own errors; people read from top to bottom. Runs of one source only, because a sort
 * needs a total order. */
static void sort_errors(struct diag *d, size_t from)
{
    if (!d)
        return;
    while (from < d->entries.n) {
        const struct diag_entry *first = d->entries.at[from], *e;
        struct list run = {0}, rest = {0};
        for (size_t i = from; i < d->entries.n; i++) {
            e = d->entries.at[i];
            list_push(&d->arena, e->at.source == first->at.source ? &run : &rest, e);
        }
        list_sort(&run, by_place);
        memcpy(d->entries.at + from, run.at, run.n * sizeof(*run.at));
        if (rest.n)
            memcpy(d->entries.at + from + run.n, rest.at, rest.n * sizeof(*rest.at));
        from += run.n;
    }
}

/* syntax: a file could not be read at all, so that half of the objects may be missing: nothing is concluded
 * from that. */
static int model_finish(struct model *m, bool syntax, size_t errors, size_t first, struct catalog **ret)
{
    struct diag none = {0}, *d = m->diag ? m->diag : &none;
    struct entry *e;

    m->diag = d;
    if (!syntax) {
        model_names(m);
        model_types(m);
        model_resolve(m);
        model_complete(m);
        model_check(m);
    }
    map_clear(&m->spaces);
    list_each (e, &m->entries)
        e->o->user = NULL;
    bool failed = syntax || d->errors > errors;
    sort_errors(d, first);
    diag_clear(&none);
    if (failed) {
        catalog_free(m->catalog);
        return ERR;
    }
    model_dependencies(m->catalog);
    catalog_sort(m->catalog);
    *ret = m->catalog;
    return OK;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);
    return n > m && strcmp(name + n - m, ending) == 0;
}

/* Paths of the files below a folder, sorted, recursive. */
static int list_files(struct arena *a, const char *folder, unsigned depth, struct diag *d, struct list *ret)
{
    struct list names = {0};
    const char *name;
    int rc = OK;

    if (depth > FOLDER_DEPTH)
        return diag_error(d, "model.folder", NOWHERE, "folders are nested deeper than %d levels at \"%s\"",
                          FOLDER_DEPTH, folder);
    if (folder_list(a, folder, "", d, &names) < 0)
        return ERR;
    list_each (name, &names) {
        char *path = path_join(a, folder, name);
        if (file_is_folder(path)) {
            if (list_files(a, path, depth + 1, d, ret) < 0)
                rc = ERR;
        } else if (has_ending(name, ".yaml") || has_ending(name, ".yml")) {
            list_push(a, ret, path);
        }
    }
    return rc;
}

int model_read(const char *path, const struct list *schemas, struct diag *d, struct catalog **ret)
{
    struct model m;
    struct list files = {0};
    size_t errors = d ? d->errors : 0, first = d ? d->entries.n : 0;
    const char *file;
    bool syntax = false;

    model_init(&m, schemas, d);
    if (file_is_folder(path)) {
        syntax = list_files(m.arena, path, 0, d, &files) < 0;
        if (!syntax && files.n == 0) {
            diag_error(d, "model.folder", NOWHERE, "no *.yaml file in the folder \"%s\"", path);
            syntax = true;
        }
    } else {
        list_push(m.arena, &files, path);
    }
    list_each (file, &files) {
        struct source *s;
        struct node *root;
        /* Locations point into the sources, so they must live as long as the messages do. */
        if (file_read(d ? &d->arena : m.arena, file, 0, d, &s) < 0 || yaml_read(m.arena, s, d, &root) < 0)
            syntax = true;
        else
            model_file(&m, root);
    }
    return model_finish(&m, syntax, errors, first, ret);
}

int model_read_source(const struct source *s, const struct list *schemas, struct diag *d,
                      struct catalog **ret)
{
    struct model m;
    size_t errors = d ? d->errors : 0, first = d ? d->entries.n : 0;
    struct node *root;

    model_init(&m, schemas, d);
    bool syntax = yaml_read(m.arena, s, d, &root) < 0;
    if (!syntax)
        model_file(&m, root);
    return model_finish(&m, syntax, errors, first, ret);
}
