/* Graphs written as "id<parent1,parent2 ~dependency #label; ..." in load order, as the reference of revision
 * graphs does. */
#ifndef KEDGE_TESTS_GRAPH_TEXT_H
#define KEDGE_TESTS_GRAPH_TEXT_H

#include "harness.h"

#include "revision/graph.h"

UNUSED static struct revision *revision_from_text(struct arena *a, const char *text)
{
    struct revision *r = arena_new(a, struct revision);
    char *copy = arena_strdup(a, text), *save = NULL;
    struct source *s = text_source(a, "");
    for (char *word = strtok_r(copy, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
        if (*word == '~') {
            list_push(a, &r->depends, word + 1);
        } else if (*word == '#') {
            list_push(a, &r->labels, word + 1);
        } else {
            char *inner = NULL;
            r->id = strtok_r(word, "<", &inner);
            for (char *p; (p = strtok_r(NULL, ",", &inner));)
                list_push(a, &r->parents, p);
        }
    }
    s->name = r->path = arena_printf(a, "%s.sql", r->id);
    r->message = "";
    r->source = s;
    r->id_at = r->parents_at = r->depends_at = r->labels_at =
        (struct loc){.source = s, .line = 1, .column = 1};
    r->upgrade.present = r->downgrade.present = true;
    return r;
}

UNUSED static int graph_from_text(struct arena *a, const char *text, struct diag *d, struct graph **ret)
{
    char *copy = arena_strdup(a, text), *save = NULL;
    struct list files = {0};
    for (char *entry = strtok_r(copy, ";", &save); entry; entry = strtok_r(NULL, ";", &save))
        list_push(a, &files, revision_from_text(a, entry));
    return graph_build(a, &files, d, ret);
}

UNUSED static void words_from_text(struct arena *a, const char *text, struct list *ret)
{
    char *copy = arena_strdup(a, text), *save = NULL;
    for (char *word = strtok_r(copy, " ", &save); word; word = strtok_r(NULL, " ", &save))
        list_push(a, ret, word);
}

/* Identifiers in the order of the list, with spaces between. */
UNUSED static const char *ids_text(struct arena *a, const struct list *vertices)
{
    AUTO_BUF out = {0};
    const struct vertex *v;
    bool first = true;
    list_each (v, vertices) {
        buf_sep(&out, &first, " ");
        buf_add(&out, v->id);
    }
    return buf_take(&out, a);
}

#endif
