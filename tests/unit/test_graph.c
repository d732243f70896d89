/* Graphs of revisions: what can be wrong with one, folders of files, scripts without a database, parents of a new one. */
#include "graph_text.h"

#include "base/file.h"

/* --- what can be wrong with a graph --- */

struct error_row {
    const char *name, *graph, *code, *message /* part of it */, *broken, *reachable /* can be upgraded to */;
};

static const struct error_row errors[] = {
    {"Z101 self loop", "a<a; z", "graph.cycle", "revision a revises itself", "a", "z"},
    {"Z102 dependency on itself", "a ~a; z", "graph.cycle", "revision a depends on itself", "a", "z"},
    {"Z103 cycle", "a<c; b<a; c<b; z", "graph.cycle", "in a circle: a, b, c", "a b c", "z"},
    {"Z104 cycle beside a tree", "a<c; b<a; c<b; d; e<d", "graph.cycle", "in a circle: a, b, c", "a b c",
     "e"},
    {"Z105 cycle over a dependency", "a ~c; b<a; c<b; z", "graph.cycle", "in a circle: a, b, c", "a b c",
     "z"},
    {"what follows a cycle is not on it", "a<b; b<a; c<b; z", "graph.cycle", "in a circle: a, b", "a b c",
     "z"},
    {"Z109 duplicate that loops", "a; a<a; z", "graph.duplicate", "revision a is there twice", "a", "z"},
    {"Z106 missing parent", "a; b<zzz; c<b", "graph.missing", "revision b revises zzz", "b", "a"},
    {"Z107 missing dependency", "a; b ~zzz", "graph.missing", "revision b depends on zzz", "b", "a"},
    {"Z108 duplicate label", "a #x; b #x", "graph.label", "the label \"x\" is taken", "", "b"},
    {"label that is an id", "a; b #a", "graph.label", "it is the id of a revision", "", "b"},
    {"duplicate id", "a; b<a; b; z<a", "graph.duplicate", "revision b is there twice", "b", "z"},
};

static void check_error(void **state)
{
    const struct error_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list broken = {0}, none = {0};
    struct vertex *v;
    struct route *r;
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), ERR);
    expect_error(&d, row->code);
    const struct diag_entry *e = d.entries.at[0];
    assert_non_null(strstr(e->message, row->message));
    assert_non_null(e->at.source);
    list_each (v, &g->vertices) {
        if (v->broken)
            list_push(&a, &broken, v);
    }
    expect_text(ids_text(&a, &broken), row->broken);
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &row->reachable, 1, &d, &r), OK);
    assert_int_not_equal(r->moves.n, 0);
    list_each (v, &broken) {
        assert_int_equal(route_upgrade(&a, g, &none, (const char *const[]){v->id}, 1, &d, &r), ERR);
        expect_error(&d, "graph.broken");
        diag_clear(&d);
    }
    struct list all = {0};
    assert_int_equal(graph_range(&a, g, "base:heads", NULL, &d, &all), OK); /* ends */
    graph_free(g);
    diag_clear(&d);
}

/* --- what is asked of a good one --- */

static void test_offline(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    (void)state;
    assert_int_equal(graph_from_text(&a, "a; b<a; c<b; c2<b; d<c,c2", &d, &g), OK);
    assert_int_equal(route_offline(&a, g, UPGRADE, "head", &d, &r), OK);
    assert_int_equal(r->moves.n, 5);
    assert_int_equal(route_offline(&a, g, UPGRADE, "b:head", &d, &r), OK);
    assert_int_equal(r->moves.n, 3);
    assert_int_equal(route_offline(&a, g, UPGRADE, "c,c2:head", &d, &r), OK);
    assert_int_equal(r->moves.n, 1);
    assert_int_equal(route_offline(&a, g, DOWNGRADE, "d:base", &d, &r), OK);
    assert_int_equal(r->moves.n, 5);
    assert_int_equal(route_offline(&a, g, STAMP, "a:c", &d, &r), OK);
    assert_int_equal(r->moves.n, 1);
    assert_int_equal(d.errors, 0);
    assert_int_equal(route_offline(&a, g, DOWNGRADE, "base", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, ":b", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, "b:", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, "a:b:c", &d, &r), ERR);
    assert_int_equal(d.errors, 4);
    graph_free(g);
    diag_clear(&d);
}

static void put(struct arena *a, const char *folder, const char *name, const char *text)
{
    assert_int_equal(file_write(path_join(a, folder, name), text, strlen(text), true, NULL), OK);
}

/* A broken file is told about and hides nothing else; what it would have been is not guessed. */
static void test_folders(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list folders = {0}, none = {0};
    const char *one = temp_folder(&a), *two = temp_folder(&a), *head = "head", *known = "bbbb";
    (void)state;
    put(&a, one, "2.sql", "-- kedge:revision bbbb\n-- kedge:revises aaaa\n-- kedge:upgrade\n");
    put(&a, one, "3.sql", "-- kedge:upgrade\n");
    put(&a, one, "4.sql", "\xff");
    put(&a, one, "notes.txt", "nothing");
    put(&a, two, "1.sql", "-- kedge:revision aaaa\n-- kedge:upgrade\n");
    assert_int_equal(folder_make(path_join(&a, two, "sub"), &d), OK);
    put(&a, path_join(&a, two, "sub"), "5.sql",
        "-- kedge:revision cccc\n-- kedge:revises bbbb\n-- kedge:upgrade\n");
    list_push(&a, &folders, one);
    list_push(&a, &folders, two);
    assert_int_equal(graph_load(&a, &folders, false, &d, &g), ERR);
    assert_int_equal(d.errors, 2);
    assert_int_equal(g->lost, 2);
    assert_int_equal(g->files.n, 4);
    expect_text(ids_text(&a, &g->vertices), "bbbb aaaa");
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &head, 1, &d, &r), ERR);
    expect_error(&d, "graph.broken");
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &known, 1, &d, &r), OK);
    assert_int_equal(r->moves.n, 2);
    graph_free(g);
    list_push(&a, &folders, one); /* reached twice */
    assert_int_equal(graph_load(&a, &folders, true, NULL, &g), ERR);
    expect_text(ids_text(&a, &g->vertices), "bbbb aaaa cccc");
    graph_free(g);
    diag_clear(&d);
    temp_folder_remove(one);
    temp_folder_remove(two);
}

static void test_irreversible(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list files = {0}, rows = {0};
    struct revision *one = revision_from_text(&a, "one"), *two = revision_from_text(&a, "two<one");
    (void)state;
    one->downgrade.present = false;
    list_push(&a, &files, one);
    list_push(&a, &files, two);
    list_push(&a, &rows, "two");
    assert_int_equal(graph_build(&a, &files, &d, &g), OK);
    assert_int_equal(route_downgrade(&a, g, &rows, "one", &d, &r), OK);
    assert_int_equal(route_downgrade(&a, g, &rows, "base", &d, &r), ERR);
    expect_error(&d, "graph.irreversible");
    graph_free(g);
    diag_clear(&d);
}

static void test_parents(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list found = {0};
    static const char *const heads[] = {"heads"}, *const below[] = {"aaaa"}, *const base[] = {"base"};
    (void)state;
    assert_int_equal(graph_from_text(&a, "aaaa #first; bbbb<aaaa; cccc<aaaa", &d, &g), OK);
    assert_int_equal(graph_parents(&a, g, NULL, 0, false, &d, &found), ERR);
    assert_int_equal(graph_parents(&a, g, heads, 1, false, &d, &found), OK);
    assert_int_equal(found.n, 2);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, below, 1, false, &d, &found), ERR);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, below, 1, true, &d, &found), OK);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, base, 1, false, &d, &found), OK);
    assert_int_equal(found.n, 0);
    diag_clear(&d);

    struct revision_draft draft = {.id = "dddd"};
    list_push(&a, &draft.parents, "bb");
    list_push(&a, &draft.depends, "first");
    list_push(&a, &draft.depends, "ccc");
    assert_int_equal(graph_check_draft(&a, g, &draft, &d), OK);
    expect_text(draft.parents.at[0], "bbbb");
    expect_text(draft.depends.at[0], "first");
    expect_text(draft.depends.at[1], "cccc");
    list_push(&a, &draft.labels, "first");
    draft.id = "aaaa";
    assert_int_equal(graph_check_draft(&a, g, &draft, &d), ERR);
    assert_int_equal(d.errors, 2);
    graph_free(g);
    diag_clear(&d);
}

/* A long line with a hundred side branches that are merged again. */
static void test_large(void **state)
{
    enum { LINE = 10000 };
    AUTO_ARENA a = {0};
    AUTO_BUF text = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list none = {0}, rows = {0};
    static const char *const head[] = {"head"};
    (void)state;
    buf_add(&text, "r0");
    for (int i = 1; i < LINE; i++) {
        if (i % 100 == 99)
            buf_addf(&text, "; s%d<r%d; r%d<r%d,s%d", i, i - 50, i, i - 1, i);
        else
            buf_addf(&text, "; r%d<r%d", i, i - 1);
    }
    assert_int_equal(graph_from_text(&a, buf_str(&text), &d, &g), OK);
    assert_int_equal(route_upgrade(&a, g, &none, head, 1, &d, &r), OK);
    assert_int_equal(r->moves.n, LINE + LINE / 100);
    assert_int_equal(r->to.n, 1);
    rows = r->to;
    assert_int_equal(route_downgrade(&a, g, &rows, "base", &d, &r), OK);
    assert_int_equal(r->moves.n, LINE + LINE / 100);
    assert_int_equal(r->to.n, 0);
    graph_free(g);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, errors, check_error);
    add_case(&c, "offline ranges", test_offline);
    add_case(&c, "folders with broken files", test_folders);
    add_case(&c, "no way back", test_irreversible);
    add_case(&c, "parents of a new revision", test_parents);
    add_case(&c, "ten thousand revisions", test_large);
    return run_cases(&c, "graph");
}
