/* Identifiers, ranges of history, walks between several ends, and labels. Names of the rows are those of the reference. */
#include "graph_text.h"

#include "revision/walk.h"

/* --- identifiers --- */

struct find_row {
    const char *name, *graph, *text, *rows /* NULL: not connected */, *found /* "!code": refused */;
};

static const char labelled[] = "a #abranch; b<a; somelongername<b; c<somelongername; d; e<d #ebranch; "
                               "someothername<e; f<someothername";

static const struct find_row finds[] = {
    {"Z1", labelled, "head", NULL, "!graph.heads"},
    {"Z2", labelled, "heads", NULL, "c f"},
    {"Z3", labelled, "base", NULL, ""},
    {"Z4", labelled, "ebranch@head", NULL, "f"},
    {"Z5", labelled, "abranch@heads", NULL, "c"},
    {"Z6", labelled, "abranch@base", NULL, ""},
    {"Z7", labelled, "ebranch@d", NULL, "d"},
    {"Z8", labelled, "ebranch@ebranch", NULL, "e"},
    {"Z9", labelled, "abranch", NULL, "a"},
    {"Z10", labelled, "ebranch@some", NULL, "someothername"},
    {"Z11", labelled, "abranch@some", NULL, "somelongername"},
    {"Z12", labelled, "some", NULL, "!graph.ambiguous"},
    {"Z13", labelled, "somel", NULL, "somelongername"},
    {"Z14", labelled, "ebranch@sos", NULL, "!graph.unknown"},
    {"Z15", labelled, "ebranch@b", NULL, "!graph.branch"},
    {"Z16", labelled, "abranch@d", NULL, "!graph.branch"},
    {"Z17", labelled, "e", NULL, "e"},
    {"Z18", labelled, "abranch@qprstuv", NULL, "!graph.unknown"},
    {"Z19", labelled, "abranch@qpr", NULL, "!graph.unknown"},
    {"Z20", labelled, "e@d", NULL, "d"},
    {"Z21", labelled, "someoth@d", NULL, "d"},
    {"Z22", labelled, "x@d", NULL, "!graph.label"},
    {"Z23", labelled, "abranch@-1", NULL, "somelongername"},
    {"Z24", labelled, "-1", NULL, "somelongername someothername"},
    {"Z25 is an error here", labelled, "-9", NULL, "!graph.steps"},
    {"Z26", labelled, "abranch@+1", NULL, "!graph.identifier"},
    {"Z27", labelled, "heads@heads", NULL, "!graph.label"},
    {"Z28", labelled, "c@head", NULL, "c"},
    {"Z29: head is no label", labelled, "head@head", NULL, "!graph.label"},
    {"Z30", labelled, "e@heads", NULL, "f"},
    {"steps from an id", labelled, "b+1", NULL, "somelongername"},
    {"steps down from a head", labelled, "abranch@head-3", NULL, "a"},
    {"steps down to base", labelled, "b-2", NULL, ""},
    {"steps too far down", labelled, "b-3", NULL, "!graph.steps"},
    {"steps too far up", labelled, "b+3", NULL, "!graph.steps"},
    {"steps up from base", labelled, "ebranch@base+2", NULL, "e"},
    {"steps below base", labelled, "base-1", NULL, "!graph.steps"},
    {"current", labelled, "current", "b f", "b f"},
    {"current of a branch", labelled, "ebranch@current", "b f", "f"},
    {"current without a database", labelled, "current", NULL, "!graph.identifier"},
    {"current with steps", labelled, "current+1", "b", "somelongername"},
    {"unknown row", labelled, "current", "b zz", "!graph.row"},
    {"range", labelled, "a:b", NULL, "!graph.range"},
    {"empty", labelled, "", NULL, "!graph.identifier"},
    {"two at signs", labelled, "a@b@c", NULL, "!graph.identifier"},
    {"sign without number", labelled, "b+", NULL, "!graph.identifier"},
    {"trailing text", labelled, "b+1x", NULL, "!graph.identifier"},
    {"a huge number", labelled, "b+99999999999999999999", NULL, "!graph.identifier"},
    {"an effective head is no head", "y1 #y; x1 #x; y2<y1 ~x1", "head", NULL, "y2"},
    {"but it is the tip of its branch", "y1 #y; x1 #x; y2<y1 ~x1", "x@head", NULL, "x1"},
};

typedef int finder(struct arena *a, const struct graph *g, const char *text, const struct list *rows, struct diag *d,
                   struct list *ret);

static void check_row(const struct find_row *row, finder *find)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list rows = {0}, found = {0};

    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    if (row->rows)
        words_from_text(&a, row->rows, &rows);
    int rc = find(&a, g, row->text, row->rows ? &rows : NULL, &d, &found);
    if (*row->found == '!') {
        assert_int_equal(rc, ERR);
        expect_error(&d, row->found + 1);
    } else {
        expect_text(diag_text(&a, &d), "");
        expect_text(ids_text(&a, &found), row->found);
    }
    graph_free(g);
    diag_clear(&d);
}

static void check_find(void **state)
{
    check_row(*state, graph_find);
}

/* --- ranges of history --- */

static const char cross_one[] =
    "base1 #b_1; a1a<base1; a1b<base1; b1a<a1a; b1b<a1b ~a3; base2 #b_2; a2<base2; b2<a2; "
    "c2<b2 ~a3; d2<c2; base3 #b_3; a3<base3; b3<a3";
static const char travelling[] =
    "a1; a2<a1; a3<a2; b1<a3; b2<a3; cb1<b1; cb2<b2; db1<cb1; db2<cb2; e1b1<db1; fe1b1<e1b1; "
    "e2b1<db1; e2b2<db2; merge<e2b1,e2b2";
static const char branches[] =
    "a; b1<a; b2<a; cb1<b1; cb2<b2; d1cb1<cb1; d2cb1<cb1; d1cb2<cb2; d2cb2<cb2; d3cb2<cb2; "
    "d1d2cb2<d1cb2,d2cb2";

static const char bases[] = "base1; base2; base3; a1a<base1; a1b<base1; a2<base2; a3<base3; b1a<a1a; "
                            "b1b<a1b; b2<a2; b3<a3; c2<b2; d2<c2; "
                            "mergeb3d2<b3,d2";
static const char cross_two[] = "base1 #b_1; a1<base1; b1<a1; c1<b1; base2 ~b_1 #b_2; a2<base2; b2<a2; "
                                "c2<b2; d2<c2; base3 #b_3; a3<base3; b3<a3; "
                                "c3<b3 ~b2; d3<c3";

static const struct find_row ranges[] = {
    {"Z31", labelled, "ebranch@base:heads", NULL, "f someothername e d"},
    {"Z32", labelled, "abranch@base:heads", NULL, "c somelongername b a"},
    {"Z33", labelled, "base:ebranch@head", NULL, "f someothername e d"},
    {"Z35", labelled, "ebranch@head:", NULL, "f"},
    {"Z36", labelled, "ebranch@d:heads", NULL, "f someothername e d"},
    {"Z39", labelled, "ebranch@-2:heads", NULL, "f someothername e"},
    {"Z40", labelled, ":ebranch@+2", NULL, "e d"},
    {"Z41", "a; b1<a; b2<a; c1<b1; d11<c1; d12<c1", ":", NULL, "b2 d11 d12 c1 b1 a"},
    {"Z42", branches, "a:d1d2cb2", NULL, "d1d2cb2 d1cb2 d2cb2 cb2 b2 a"},
    {"Z45", branches, "d3cb2", NULL, "d3cb2 cb2 b2 a"},
    {"Z49", branches, "b1:d2cb2", NULL, "!graph.range"},
    {"Z53", travelling, "a1:merge", NULL, "merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1"},
    {"Z54", travelling, "b1:merge", NULL, "merge e2b1 db1 cb1 b1"},
    {"Z56", travelling, "a1:heads", NULL, "fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1"},
    {"Z69", cross_one, ":", NULL, "b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3"},
    {"Z73", cross_one, "base:b_2@head", NULL, "d2 c2 b2 a2 base2 a3 base3"},
    {"Z79", cross_one, "b_2@base:heads", NULL, "d2 c2 b2 a2 base2 a3 base3"},
    {"Z34", labelled, "base:abranch@head", NULL, "c somelongername b a"},
    {"Z37", labelled, "e@base:heads", NULL, "f someothername e d"},
    {"Z38", labelled, "c@base:heads", NULL, "c somelongername b a"},
    {"Z44", branches, "a:d3cb2", NULL, "d3cb2 cb2 b2 a"},
    {"Z48", branches, "d1cb1:b1", NULL, "!graph.range"},
    {"Z50", branches, "d1cb1:base", NULL, "!graph.range"},
    {"Z52", travelling, "a3:heads", NULL, "fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3"},
    {"Z55", travelling, "a2:merge", NULL, "merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2"},
    {"Z61", travelling, "base:fe1b1", NULL, "fe1b1 e1b1 db1 cb1 b1 a3 a2 a1"},
    {"Z67", bases, "base3:b3", NULL, "b3 a3 base3"},
    {"Z71", cross_one, "d2:b2", NULL, "!graph.range"},
    {"Z72", cross_one, "d2:b3", NULL, "!graph.range"},
    {"Z75", cross_one, "base:b_3@head", NULL, "b3 a3 base3"},
    {"Z77", cross_one, "base:b1b@head", NULL, "b1b a1b base1 a3 base3"},
    {"Z81", cross_one, "b_3@base:heads", NULL, "b3 a3 base3"},
    {"Z84", cross_two, "base:b_2@head", NULL, "d2 c2 b2 a2 base2 base1"},
    {"Z86", cross_two, "base:b_1@head", NULL, "c1 b1 a1 base1"},
    {"Z87", cross_two, "b_1@base:heads", NULL, "c1 b1 a1 base1"},
    {"Z88", cross_two, "b_2@base:heads", NULL, "d2 c2 b2 a2 base2 base1"},
    {"Z89", cross_two, "b_3@base:heads", NULL, "d3 c3 b3 a3 base3 b2 a2 base2 base1"},
    {"Z90", "base1; a1<base1; b1<a1; c2 ~a1; c3<c2", ":", NULL, "b1 c3 c2 a1 base1"},
    {"Z97", "user_foo; user<user_foo ~user_foo", ":", NULL, "user user_foo"},
    {"Z98", "user_foo; user ~user_foo", ":", NULL, "user user_foo"},
    {"Z99", "a; b1<a; b2<a; c<b1,b2; d<c", "a:d", NULL, "d c b1 b2 a"},
    {"too far below", "a; b<a; c<b", "-9:c", NULL, "c b a"},
    {"up from the lower end", "a; b<a; c<b", "a:+1", NULL, "b a"},
    {"up and too far", "a; b<a; c<b", "a:+7", NULL, "c b a"},
    {"from current", "a; b<a; c<b", "current:", "b", "c b"},
    {"to current", "a; b<a; c<b", ":current", "b", "b a"},
    {"three ends", "a; b<a; c<b", "a:b:c", NULL, "!graph.range"},
};

static void check_range(void **state)
{
    check_row(*state, graph_range);
}

/* --- walks between several ends --- */

struct between_row {
    const char *name, *graph, *from, *to;
    unsigned how;
    const char *found;
};

static const char diamond[] = "a; b1<a; b2<a; c<b1,b2; d<c";

static const struct between_row betweens[] = {
    {"Z43", branches, "d2cb2 d3cb2", "a", WALK_ENDS, "d2cb2 d3cb2 cb2 b2 a"},
    {"Z46", branches, "d3cb2 cb1", "", WALK_ENDS, "cb1 b1 d3cb2 cb2 b2 a"},
    {"Z47", branches, "d1cb1 d2cb2 d3cb2", "b2", WALK_ENDS, "d2cb2 d3cb2 cb2 b2"},
    {"Z51", travelling, "merge", "db1", WALK_ENDS | WALK_MISSING, "merge e2b1 db1 e2b2 db2 cb2 b2"},
    {"Z57", travelling, "merge fe1b1", "cb1 cb2", WALK_ENDS, "fe1b1 e1b1 merge e2b1 db1 cb1 e2b2 db2 cb2"},
    {"Z58", travelling, "merge fe1b1", "cb1 cb2", 0, "fe1b1 e1b1 merge e2b1 db1 e2b2 db2"},
    {"Z64", bases, "b1a b1b mergeb3d2", "c2", WALK_MISSING, "b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2"},
    {"Z65", bases, "b1a b1b mergeb3d2", "c2", 0, "mergeb3d2 d2"},
    {"Z66", bases, "b1a b1b mergeb3d2", "c2", WALK_ENDS | WALK_MISSING,
     "b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2"},
    {"Z68", bases, "b3 b2", "base3", WALK_MISSING, "b2 a2 base2 b3 a3"},
    {"Z100", diamond, "c c", "a", 0, "c b1 b2"},
    {"nothing", diamond, "", "a", WALK_ENDS, ""},
};

static void ids_find(struct arena *a, const struct graph *g, const char *text, struct list *ret)
{
    struct list ids = {0};
    const char *id;
    words_from_text(a, text, &ids);
    list_each (id, &ids)
        list_push(a, ret, graph_get(g, id));
}

static void check_between(void **state)
{
    const struct between_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list from = {0}, to = {0}, found = {0}, sorted = {0};
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    ids_find(&a, g, row->from, &from);
    ids_find(&a, g, row->to, &to);
    walk_between(&a, g, &from, &to, row->how, &found);
    graph_sort(&a, g, &found, &from, &sorted);
    expect_text(ids_text(&a, &sorted), row->found);
    graph_free(g);
    diag_clear(&d);
}

/* --- labels --- */

static const struct find_row spreads[] = {
    {"above and below", "a; b<a; c1<b #c1branch; c2<b; d<c1,c2; e<d", NULL, NULL,
     "a:c1branch b:c1branch c1:c1branch "
     "c2: d:c1branch e:c1branch"},
    {"over a fork", "a; b<a #lab1; c<b; d1<c; d2<c", NULL, NULL, "a:lab1 b:lab1 c:lab1 d1:lab1 d2:lab1"},
    {"not over dependencies", "a #r; b<a ~z1; z1 #z; z2<z1", NULL, NULL, "a:r b:r z1:z z2:z"},
    {"two of them", "a #r #s; b<a #t", NULL, NULL, "a:r,s,t b:r,s,t"},
};

static void check_spread(void **state)
{
    const struct find_row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct graph *g;
    const struct vertex *v;
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    list_each (v, &g->vertices) {
        struct list labels = {0};
        graph_labels(&a, g, v, &labels);
        buf_addf(&out, "%s%s:", out.len ? " " : "", v->id);
        for (size_t i = 0; i < labels.n; i++)
            buf_addf(&out, "%s%s", i ? "," : "", (const char *)labels.at[i]);
    }
    expect_text(buf_str(&out), row->found);
    graph_free(g);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};

    ADD_ROWS(&c, finds, check_find);
    ADD_ROWS(&c, ranges, check_range);
    ADD_ROWS(&c, betweens, check_between);
    ADD_ROWS(&c, spreads, check_spread);
    return run_cases(&c, "finding revisions");
}
