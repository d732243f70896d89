/* verify: revisions are run on a throw-away server, up and down, and judged by what is there afterwards. */
#include "cli/commands.h"
#include "cli/compare.h"
#include "cli/verify_rows.h"

#include "base/file.h"
#include "base/node.h"
#include "base/utf8.h"
#include <string.h>

enum verdict { PROVEN, IRREVERSIBLE, WRONG, UNREACHED };
static const char *const verdict_names[] = {
    [PROVEN] = "proven", [IRREVERSIBLE] = "irreversible", [WRONG] = "wrong", [UNREACHED] = "not reached"};

struct finding {
    const struct vertex *vertex; /* NULL: of the history as a whole */
    const char *what;            /* of the whole: what was to be shown */
    enum verdict verdict;
    const char *reason; /* WRONG: why */
    const char *detail; /* the differences, lines; or NULL */
    const char *rows;   /* what happens over made-up rows, where it does not hold; or NULL */
};

struct verifying {
    struct cli *cli;
    const struct graph *graph;
    struct replay replay;
    struct map members;       /* id -> vertex: to be judged */
    struct list findings;     /* struct finding */
    struct catalog *now;      /* after the last revision; NULL: not read */
    struct catalog *start;    /* before the first */
};

static const struct list every; /* schema */

static void verifying_end(struct verifying *v)
{
    if (v->start != v->now)
        catalog_free(v->start);
    catalog_free(v->now);
    map_clear(&v->members);
    replay_stop(&v->replay);
}
#define AUTO_VERIFYING __attribute__((cleanup(verifying_end))) struct verifying

static struct finding *finding_add(struct verifying *v, const struct vertex *vertex, const char *what,
                                   enum verdict verdict)
{
    struct finding *f = arena_new(&v->cli->arena, struct finding);
    *f = (struct finding){.vertex = vertex, .what = what, .verdict = verdict};
    list_push(&v->cli->arena, &v->findings, f);
    return f;
}

/* --- judging --- */

static int judge(struct verifying *v, struct catalog *got, struct catalog *wanted, const char *reason,
                 struct finding *f)
{
    struct cli *c = v->cli;
    struct diff *diff = NULL;
    AUTO_BUF text = {0};
    if (diff_make(got, wanted, NULL, &c->diag, &diff) < 0)
        return ERR;
    if (diff->differences) {
        f->verdict = WRONG;
        f->reason = reason;
        diff_text(&text, diff, false);
        f->detail = arena_strdup(&c->arena, buf_str(&text));
    }
    diff_free(diff);
    return OK;
}

static void set_now(struct verifying *v, struct catalog *now)
{
    if (v->now != v->start)
        catalog_free(v->now);
    v->now = now;
}

/* What the server or the runner said is in the diagnostics, with its place. */
static void failed(struct finding *f, const char *reason)
{
    f->verdict = WRONG;
    f->reason = reason;
}

static int prove_down(struct verifying *v, const struct vertex *of, struct finding *f)
{
    struct catalog *back = NULL;
    if (verify_step(&v->replay, v->graph, of, true) < 0) {
        failed(f, "the downgrade fails");
        return OK;
    }
    if (replay_read(&v->replay, &every, false, &back) < 0)
        return ERR;
    int rc = judge(v, back, v->now, "the downgrade does not lead back to what was there before", f);
    catalog_free(back);
    return rc;
}

/* What holds on empty tables is run over rows. */
static int prove_rows(struct verifying *v, struct verify_rows *rows, const struct vertex *of, struct finding *f)
{
    if (f->verdict == WRONG)
        return OK;
    if (verify_rows_run(rows, &v->replay, v->graph, of) < 0)
        return ERR;
    f->rows = rows->fails;
    cli_detail(v->cli, "%s: rows in %zu table%s\n", of->id, rows->tables, rows->tables == 1 ? "" : "s");
    if (rows->lost)
        failed(f, rows->lost);
    return OK;
}

/* *ret_on: whether those that follow can be run. */
static int prove_one(struct verifying *v, const struct vertex *of, bool *ret_on)
{
    struct finding *f = finding_add(v, of, NULL, PROVEN);
    struct catalog *after = NULL;
    AUTO_VERIFY_ROWS rows = {0};
    *ret_on = false;
    if (verify_rows_begin(&v->replay, &rows) < 0)
        return ERR;
    if (!v->now && replay_read(&v->replay, &every, false, &v->now) < 0)
        return ERR;
    if (verify_step(&v->replay, v->graph, of, false) < 0) {
        failed(f, "the upgrade fails");
        return OK;
    }
    if (replay_read(&v->replay, &every, false, &after) < 0)
        return ERR;
    int rc = OK;
    if (!of->file->downgrade.present) {
        f->verdict = IRREVERSIBLE;
    } else {
        rc = prove_down(v, of, f);
        if (rc == OK && verify_step(&v->replay, v->graph, of, false) < 0) {
            failed(f, f->reason ? f->reason : "the upgrade fails after the downgrade");
            catalog_free(after);
            return OK;
        }
    }
    set_now(v, after);
    *ret_on = true;
    return rc == OK ? prove_rows(v, &rows, of, f) : rc;
}

/* --- which --- */

static int find_members(struct verifying *v)
{
    struct cli *c = v->cli;
    const char *text = args_at(&c->args, 0);
    struct list found = {0};
    const struct vertex *x;
    int rc = OK;
    if (args_has(&c->args, "all"))
        found = v->graph->vertices;
    else if (text && strchr(text, ':'))
        rc = graph_range(&c->arena, v->graph, text, NULL, &c->diag, &found);
    else
        rc = graph_find(&c->arena, v->graph, text ? text : "heads", NULL, &c->diag, &found);
    list_each (x, &found)
        map_put(&v->members, x->id, x);
    return rc;
}

/* The way from nothing to all of them, dependencies included. */
static int find_route(struct verifying *v, struct route **ret)
{
    struct cli *c = v->cli;
    struct list none = {0}, top = {0};
    const struct vertex *x;
    if (find_members(v) < 0)
        return ERR;
    /* the topmost alone: what lies below comes with them */
    list_each (x, &v->graph->vertices) {
        const struct vertex *up;
        bool covered = false;
        if (!map_get(&v->members, x->id))
            continue;
        list_each (up, &x->up)
            covered = covered || map_get(&v->members, up->id);
        if (!covered)
            list_push(&c->arena, &top, x->id);
    }
    return route_upgrade(&c->arena, v->graph, &none, (const char *const *)top.at, top.n, &c->diag, ret);
}

static int prove_all(struct verifying *v, const struct route *route, bool *ret_reached)
{
    const struct move *m;
    int rc = OK;
    *ret_reached = true;
    list_each (m, &route->moves) {
        if (rc < 0)
            break;
        if (!*ret_reached) {
            if (map_get(&v->members, m->vertex->id))
                finding_add(v, m->vertex, NULL, UNREACHED);
        } else if (map_get(&v->members, m->vertex->id)) {
            cli_detail(v->cli, "%s\n", m->vertex->id);
            rc = prove_one(v, m->vertex, ret_reached);
        } else {
            set_now(v, NULL);
            if (verify_step(&v->replay, v->graph, m->vertex, false) == OK)
                continue;
            failed(finding_add(v, m->vertex, NULL, WRONG), "the upgrade fails");
            *ret_reached = false;
        }
    }
    return rc;
}

/* --- the history as a whole --- */

static int back_to_base(struct verifying *v)
{
    struct finding *f = finding_add(v, NULL, "from heads back to base", PROVEN);
    const struct vertex *x;
    struct catalog *back = NULL;
    list_each (x, &v->graph->vertices)
        if (!x->file->downgrade.present)
            f->verdict = IRREVERSIBLE;
    if (f->verdict == IRREVERSIBLE)
        return OK;
    if (replay_down(&v->replay, v->graph, "base") < 0) {
        failed(f, "the downgrade fails");
        return OK;
    }
    if (replay_read(&v->replay, &every, false, &back) < 0)
        return ERR;
    int rc = judge(v, back, v->start, "base is not as it was at the start", f);
    catalog_free(back);
    return rc;
}

static int compare_model(struct verifying *v)
{
    AUTO_COMPARE compare = {0};
    struct cli *c = v->cli;
    if (!file_exists(c->config.model))
        return OK;
    if (compare_open(c, "revisions", "model", false, &compare) < 0)
        return ERR;
    struct finding *f = finding_add(v, NULL, "heads are as the model says", PROVEN);
    if (compare.diff->differences) {
        AUTO_BUF text = {0};
        diff_text(&text, compare.diff, false);
        f->verdict = WRONG;
        f->reason = "the revisions lead to another schema than the model";
        f->detail = arena_strdup(&c->arena, buf_str(&text));
    }
    return OK;
}

static int verify(struct verifying *v)
{
    struct cli *c = v->cli;
    struct route *route = NULL;
    bool reached = false, all = args_has(&c->args, "all");
    if (find_route(v, &route) < 0 || replay_start(c, 0, &v->replay) < 0 ||
        replay_begin(&v->replay, "kedge_verify") < 0)
        return ERR;
    if (replay_read(&v->replay, &every, false, &v->start) < 0)
        return ERR;
    if (all)
        v->now = v->start;
    if (prove_all(v, route, &reached) < 0)
        return ERR;
    return !all || !reached ? OK : compare_model(v) < 0 ? ERR : back_to_base(v);
}

/* --- telling --- */

static void print_text(struct cli *c, const struct verifying *v)
{
    const struct finding *f;
    AUTO_BUF out = {0};
    list_each (f, &v->findings) {
        buf_visible(&out, f->vertex ? f->vertex->id : f->what);
        if (f->vertex) {
            buf_add(&out, "  ");
            buf_visible(&out, f->vertex->file->message);
        }
        buf_addf(&out, ": %s", f->verdict == WRONG            ? f->reason
                                 : f->verdict == PROVEN && f->vertex ? "proven, up and down"
                                 : f->verdict == IRREVERSIBLE   ? "up only, there is no way down"
                                                                : verdict_names[f->verdict]);
        if (f->rows) {
            buf_add(&out, "; over made-up rows ");
            buf_visible(&out, f->rows);
        }
        buf_addc(&out, '\n');
        if (f->detail)
            buf_add(&out, f->detail);
    }
    cli_write(c, &out);
}

static void print_json(struct cli *c, const struct verifying *v, size_t wrong)
{
    struct arena *a = &c->arena;
    struct node *top = node_map(a), *list = node_list(a);
    const struct finding *f;
    list_each (f, &v->findings) {
        struct node *n = node_map(a);
        if (f->vertex)
            node_set(a, n, "revision", node_text(a, f->vertex->id));
        else
            node_set(a, n, "history", node_text(a, f->what));
        node_set(a, n, "verdict", node_text(a, verdict_names[f->verdict]));
        if (f->reason)
            node_set(a, n, "reason", node_text(a, f->reason));
        if (f->rows)
            node_set(a, n, "over_rows", node_text(a, f->rows));
        if (f->detail)
            node_set(a, n, "differences", node_text(a, f->detail));
        node_add(a, list, n);
    }
    node_set(a, top, "proven", node_bool(a, wrong == 0));
    node_set(a, top, "findings", list);
    cli_json(c, top);
}

static int run_verify(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_VERIFYING v = {.cli = c};
    const struct finding *f;
    size_t wrong = 0, revisions = 0;
    if (args_has(&c->args, "all") && args_at(&c->args, 0)) {
        diag_error(&c->diag, "usage.conflict", NOWHERE, "--all takes no range");
        return EXIT_ERROR;
    }
    if (project_graph(c, &graph) < 0)
        return EXIT_ERROR;
    v.graph = graph;
    if (verify(&v) < 0)
        return EXIT_ERROR;
    list_each (f, &v.findings) {
        wrong += f->verdict == WRONG || f->verdict == UNREACHED;
        revisions += f->vertex != NULL;
    }
    if (cli_format_is(c, "json"))
        print_json(c, &v, wrong);
    else
        print_text(c, &v);
    if (wrong)
        cli_say(c, "%zu finding%s\n", wrong, wrong == 1 ? "" : "s");
    else
        cli_say(c, "%zu revision%s proven\n", revisions, revisions == 1 ? "" : "s");
    return wrong ? EXIT_DIFFERENT : EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const struct option_spec verify_options[] = {
    {0, "all", NULL, "All of them, then the model, then back to base", NULL, false},
    OPTION_SHADOW,
    {0},
};
static const struct example verify_examples[] = {
    {"kedge verify", "the newest revision"},
    {"kedge verify 4e55:8653", "a range; both ends belong to it"},
    {"kedge verify --all", "the whole history: to the model, and back"},
    {0},
};
const struct command command_verify = {
    .name = "verify",
    .summary = "Prove revisions on a throw-away server, up and down",
    .usage = "[REVISION | A:B]",
    .max_args = 1,
    .details = "Each is upgraded, downgraded, and upgraded again on a private server; after the downgrade the schema "
               "must be what it was before. --all also compares the end with the model and goes back to base, where "
               "nothing may be left. The tables are empty but for what the revisions themselves put in; then each is run over "
               "a few made-up rows as well. What fails over them is said: yours may be other ones. Where no statement of the "
               "revision changes data, rows and values that are lost are a finding. Roles that they name are made there. No database is touched. Exit code 1 when something does not hold.",
    .options = verify_options,
    .formats = json_formats,
    .examples = verify_examples,
    .run = run_verify,
};
