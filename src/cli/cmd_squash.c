/* squash: a range of revisions becomes one, and a sandbox proves that it is the same. */
#include "cli/commands.h"
#include "cli/compare.h"
#include "cli/draft.h"
#include "cli/replay.h"

#include "base/file.h"
#include "base/node.h"
#include "base/utf8.h"
#include "sql/quote.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- the text of the whole --- */

static void add_section(struct buf *out, const struct vertex *v, const struct section *section)
{
    if (section->steps.n == 0)
        return;
    size_t len = strlen(section->text);
    buf_add(out, out->len ? "\n-- from " : "-- from ");
    buf_comment(out, v->id);
    buf_add(out, ": ");
    buf_comment(out, v->file->message);
    buf_addf(out, "\n%s\n", section->text);
    /* The last statement of a file needs no semicolon there; a lone one is no statement. */
    if (len && section->text[len - 1] != ';')
        buf_add(out, ";\n");
}

static void join_sections(struct cli *c, const struct squash *s, struct revision_draft *draft)
{
    struct buf up = {0}, down = {0};
    const struct vertex *v;
    list_each (v, &s->members)
        add_section(&up, v, &v->file->upgrade);
    for (size_t i = s->members.n; i > 0; i--) {
        v = s->members.at[i - 1];
        add_section(&down, v, &v->file->downgrade);
    }
    draft->upgrade = buf_take(&up, &c->arena);
    draft->downgrade = buf_take(&down, &c->arena);
}

/* --- the proof --- */

static const struct list every; /* schema */

struct proof {
    struct replay replay;
    struct catalog *before, *after;         /* by the revisions as they are */
    struct catalog *new_before, *new_after; /* by the one: after its downgrade, after its upgrade */
    int version;
};

static void proof_end(struct proof *p)
{
    catalog_free(p->before);
    catalog_free(p->after);
    catalog_free(p->new_before);
    catalog_free(p->new_after);
    replay_stop(&p->replay);
}
#define AUTO_PROOF __attribute__((cleanup(proof_end))) struct proof

/* What the range stands on. One after the other: a dependency may contain a parent. */
static int replay_ground(struct cli *c, const struct graph *g, const struct squash *s, struct replay *r)
{
    const struct list *const grounds[] = {&s->depends, &s->parents};
    const char *id;
    for (size_t i = 0; i < 2; i++)
        list_each (id, grounds[i]) {
            struct list one = {0};
            list_push(&c->arena, &one, id);
            if (replay_up(r, g, &one) < 0)
                return ERR;
        }
    return OK;
}

/* The way down that takes the one revision and leaves what it stands on. */
static const char *ground_target(struct cli *c, const struct squash *s)
{
    if (s->parents.n)
        return s->parents.at[0];
    return s->depends.n ? arena_printf(&c->arena, "%s@base", s->last->id) : "base";
}

static int replay_old(struct cli *c, const struct graph *g, const struct squash *s, struct proof *p)
{
    struct list last = {0};
    struct replay *r = &p->replay;
    list_push(&c->arena, &last, s->last->id);
    if (replay_start(c, 0, r) < 0 || replay_begin(r, "kedge_old") < 0 || replay_ground(c, g, s, r) < 0 ||
        replay_read(r, &every, false, &p->before) < 0 || replay_up(r, g, &last) < 0 || replay_read(r, &every, false, &p->after) < 0)
        return ERR;
    return replay_version(r, &p->version);
}

static int replay_new(struct cli *c, const struct graph *g, const struct squash *s, bool irreversible,
                      struct proof *p)
{
    struct list last = {0};
    struct replay *r = &p->replay;
    list_push(&c->arena, &last, s->last->id);
    if (replay_begin(r, "kedge_new") < 0 || replay_ground(c, g, s, r) < 0 || replay_up(r, g, &last) < 0 ||
        replay_read(r, &every, false, &p->new_after) < 0)
        return ERR;
    if (irreversible)
        return OK;
    return replay_down(r, g, ground_target(c, s)) < 0 || replay_read(r, &every, false, &p->new_before) < 0 ? ERR : OK;
}

static int compare_sides(struct cli *c, struct catalog *old, struct catalog *new, const char *what)
{
    struct diff *diff = NULL;
    AUTO_BUF text = {0};
    if (diff_make(old, new, NULL, &c->diag, &diff) < 0)
        return ERR;
    size_t n = diff->differences;
    if (n)
        diff_text(&text, diff, c->colour_err);
    diff_free(diff);
    if (n == 0)
        return OK;
    diag_error(&c->diag, "squash.differs", NOWHERE, "%s of the one revision leads to another schema", what);
    diag_hint(&c->diag, "The differences stand above; nothing was written.");
    cli_insist(c, "%s", buf_str(&text));
    return ERR;
}

/* The graph with the new revision in place of the members. */
static int new_graph(struct cli *c, const struct graph *g, const struct squash *s,
                     const struct revision_draft *draft, struct graph **ret)
{
    AUTO_BUF text = {0};
    struct list files = {0};
    struct revision *made = NULL;
    const struct vertex *v;
    AUTO_MAP members = {0};
    struct source *source = arena_new(&c->arena, struct source);
    revision_render(&text, draft);
    *source = (struct source){.name = "the new revision",
                              .text = arena_strndup(&c->arena, buf_str(&text), text.len),
                              .len = text.len};
    if (revision_parse(&c->arena, source, &c->diag, &made) < 0)
        return ERR;
    list_each (v, &s->members)
        (void)map_put(&members, v->id, v);
    list_each (v, &g->vertices)
        if (!map_get(&members, v->id))
            list_push(&c->arena, &files, v->file);
    list_push(&c->arena, &files, made);
    return graph_build(&c->arena, &files, &c->diag, ret);
}

static int emit_between(struct cli *c, struct catalog *from, struct catalog *to, int version,
                        const char **ret)
{
    struct diff *diff = NULL;
    struct plan *plan = NULL;
    struct list statements = {0};
    AUTO_BUF out = {0};
    if (diff_make(from, to, to, &c->diag, &diff) < 0)
        return ERR;
    int rc = compare_statements(c, diff, version, &plan, &statements);
    if (rc == OK)
        emit_script(&out, &statements);
    *ret = arena_strdup(&c->arena, buf_str(&out));
    if (plan)
        plan_free(plan);
    diff_free(diff);
    return rc;
}

static int prove(struct cli *c, const struct graph *g, const struct squash *s, struct revision_draft *draft)
{
    AUTO_PROOF p = {0};
    AUTO_GRAPH whole = NULL;
    if (replay_old(c, g, s, &p) < 0)
        return ERR;
    compare_say_unmodelled(c, p.after);
    if (args_has(&c->args, "autogenerate")) {
        draft->irreversible = false;
        if (emit_between(c, p.before, p.after, p.version, &draft->upgrade) < 0 ||
            emit_between(c, p.after, p.before, p.version, &draft->downgrade) < 0)
            return ERR;
    }
    if (new_graph(c, g, s, draft, &whole) < 0 || replay_new(c, whole, s, draft->irreversible, &p) < 0 ||
        compare_sides(c, p.after, p.new_after, "the upgrade") < 0)
        return ERR;
    return draft->irreversible ? OK : compare_sides(c, p.before, p.new_before, "the downgrade");
}

/* --- writing --- */

static int make_draft(struct cli *c, const struct squash *s, struct revision_draft *draft)
{
    const char *slug = c->config.settings.slug_length;
    struct list last = {0};
    const struct vertex *first = s->members.at[0];
    list_push(&c->arena, &last, s->last);
    *draft = (struct revision_draft){.id = s->last->id,
                                     .message = args_value(&c->args, "message"),
                                     .parents = s->parents,
                                     .depends = s->depends,
                                     .labels = s->labels,
                                     .squashes = s->squashes,
                                     .irreversible = s->irreversible,
                                     .file_template = c->config.settings.file_template,
                                     .slug_length = slug ? atoi(slug) : 0};
    if (!draft->message)
        draft->message = arena_printf(&c->arena, "squash of %s to %s", first->id, s->last->id);
    join_sections(c, s, draft);
    if (draft_folder(c, &last, &draft->folder) < 0)
        return ERR;
    return revision_settle(&c->arena, draft, &c->diag);
}

static int replace_files(struct cli *c, const struct squash *s, struct revision_draft *draft, char **ret_path)
{
    const struct vertex *v;
    int rc = OK;
    if (revision_write(&c->arena, draft, &c->diag, ret_path) < 0)
        return ERR;
    list_each (v, &s->members) {
        if (unlink(v->file->path) == 0)
            continue;
        rc = diag_error(&c->diag, "squash.remove", NOWHERE, "cannot remove \"%s\": %s", v->file->path,
                        strerror(errno));
        diag_hint(&c->diag, "Its content is in %s now: remove it by hand.", *ret_path);
    }
    return rc;
}

static void report(struct cli *c, const struct squash *s, const char *path, bool proven)
{
    const struct vertex *v;
    if (cli_format_is(c, "json")) {
        struct node *n = node_map(&c->arena), *members = node_list(&c->arena);
        list_each (v, &s->members)
            node_add(&c->arena, members, node_text(&c->arena, v->id));
        node_set(&c->arena, n, "revision", node_text(&c->arena, s->last->id));
        node_set(&c->arena, n, "path", node_text(&c->arena, path));
        node_set(&c->arena, n, "members", members);
        node_set(&c->arena, n, "proven", node_bool(&c->arena, proven));
        cli_json(c, n);
    } else {
        cli_print(c, "%s\n", path);
    }
    cli_say(c, "%zu revisions are one now%s\n", s->members.n,
            proven ? ", and a sandbox shows the same schema" : "; nothing was proven");
    cli_say(c,
            "A database at %s or above goes on as it is. One that stands inside the range goes up to %s with "
            "the old "
            "files first; kedge status says so there.\n",
            s->last->id, s->last->id);
}

static int run_squash(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    struct squash s;
    struct revision_draft draft;
    char *path = NULL;
    bool verify = !args_has(&c->args, "no-verify");
    if (!verify && args_has(&c->args, "autogenerate")) {
        diag_error(&c->diag, "usage.conflict", NOWHERE, "--autogenerate is made from what the proof sees");
        return EXIT_ERROR;
    }
    if (project_graph(c, &graph) < 0 ||
        graph_squash(&c->arena, graph, args_at(&c->args, 0), &c->diag, &s) < 0 ||
        make_draft(c, &s, &draft) < 0)
        return EXIT_ERROR;
    if (verify && prove(c, graph, &s, &draft) < 0) {
        cli_show_diagnostics(c);
        cli_say(c, "nothing was written; --no-verify leaves the proof out\n");
        return EXIT_ERROR;
    }
    if (replace_files(c, &s, &draft, &path) < 0)
        return EXIT_ERROR;
    report(c, &s, path, verify);
    return EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const struct option_spec squash_options[] = {
    {'m', "message", "TEXT", "What it is about, one line; default: what it squashes", NULL, false},
    {0, "autogenerate", NULL,
     "Only what leads from the schema before to the schema after, instead of every statement", NULL, false},
    {0, "no-verify", NULL, "Do not prove on a sandbox that the schema is the same", NULL, false},
    {0},
};
static const struct example squash_examples[] = {
    {"kedge squash base:4e55", "everything up to a revision"},
    {"kedge squash 1975:8653 -m \"billing\"", "a part of the history; both ends belong to it"},
    {"kedge squash base:4e55 --autogenerate",
     "the shortest way to the same schema; data statements are lost"},
    {0},
};
const struct command command_squash = {
    .name = "squash",
    .summary = "Make one revision of a range of them",
    .usage = "A:B",
    .min_args = 1,
    .max_args = 1,
    .details = "The range must be closed: nothing outside of it may stand on a revision within, but for the "
               "last one. The "
               "one keeps the id of the last, so what follows it stays as it is, and remembers the ids of "
               "the others. Both "
               "ways are replayed on a throw-away server, up and down; the files are replaced only when the "
               "schemas are "
               "equal. Data is not compared.",
    .options = squash_options,
    .formats = json_formats,
    .examples = squash_examples,
    .run = run_squash,
};
