/* Held against the tables of the kinds: does the kitchen sink say every attribute of every kind, and change it?
 *
 *   sink model URL [RENAMES]                  the model of a database, with what was renamed in it
 *   sink check FROM-URL TO-URL RENAMES EXCUSES
 *
 * RENAMES: "address = former name" a line. EXCUSES: "kind.field: what, what: reason" a line (see the file). */
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "diff/plan.h"
#include "introspect/introspect.h"
#include "schema/model.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum want { WANT_INSPECT = 1, WANT_CREATE = 2, WANT_ALTER = 4, WANT_ADDED = 8, WANT_DROPPED = 16 };

static const struct {
    unsigned bit;
    const char *word, *missing;
} wants[] = {
    {WANT_INSPECT, "inspect", "nothing in from.sql or to.sql has it"},
    {WANT_CREATE, "create", "nothing that has it is created"},
    {WANT_ALTER, "alter", "nothing that is in from.sql and in to.sql changes it"},
    {WANT_ADDED, "added", "none is in to.sql alone"},
    {WANT_DROPPED, "dropped", "none is in from.sql alone"},
};
enum { N_WANTS = sizeof(wants) / sizeof(wants[0]), MAX_DEPTH = 4 };

/* A field, a facet or a kind itself. */
struct thing {
    const char *name; /* "index.keys.nulls" */
    unsigned wanted, seen;
    bool rebuilt; /* changed, but only where the object was made anew for another reason */
};

static struct arena texts;
static struct diag diag;
static struct list things;
static struct map by_name;

static void finish(int status)
{
    for (size_t i = 0; i < diag.entries.n; i++) {
        AUTO_BUF b = {0};

        diag_render(&b, diag.entries.at[i], false);
        fputs(buf_str(&b), stderr);
    }
    exit(status);
}

static void need(int rc)
{
    if (rc != OK)
        finish(2);
}

/* What is wanted, from the tables. */

static void thing_add(const char *name, unsigned wanted)
{
    struct thing *t = arena_new(&texts, struct thing);

    *t = (struct thing){.name = name, .wanted = wanted};
    list_push(&texts, &things, t);
    map_put(&by_name, name, t);
}

static unsigned field_wants(const struct field *f, int version)
{
    if (f->since > version)
        return 0;
    return WANT_INSPECT | WANT_CREATE |
           (f->change == CHANGE_NONE || (f->flags & FIELD_KEY) ? 0 : WANT_ALTER);
}

static void want_fields(const struct record *r, const char *prefix, int version, unsigned mask, int depth)
{
    for (size_t i = 0; depth < MAX_DEPTH && i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        const char *name = arena_printf(&texts, "%s.%s", prefix, f->name);
        unsigned wanted = field_wants(f, version) & mask;

        thing_add(name, wanted);
        if (f->record)
            want_fields(f->record, name, version, wanted, depth + 1);
    }
}

static void want_facet(const struct kind *k, const char *facet)
{
    thing_add(arena_printf(&texts, "%s.%s", k->name, facet), WANT_INSPECT | WANT_CREATE | WANT_ALTER);
}

static void want_all(int version)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct kind *k = kinds[i];

        thing_add(k->name, WANT_ADDED | WANT_DROPPED);
        want_fields(&k->record, k->name, version, ~0U, 0);
        want_facet(k, "comment");
        if (kind_has_owner(k))
            want_facet(k, "owner");
        if (k->acl)
            want_facet(k, "privileges");
        if (k->renameable)
            thing_add(arena_printf(&texts, "%s.renamed_from", k->name), WANT_ALTER);
    }
}

/* What is there, from the catalogs and the plans. */

static void see(const char *name, unsigned bits)
{
    struct thing *t = map_get(&by_name, name);

    if (t)
        t->seen |= bits;
}

static bool says_something(const struct field *f, const void *from)
{
    const char *text;

    switch ((int)f->type) {
    case FIELD_BOOL:
        return field_bool(from, f);
    case FIELD_IDENTS:
    case FIELD_TEXTS:
    case FIELD_OPTIONS:
    case FIELD_LIST:
        return field_list(from, f)->n > 0;
    case FIELD_RECORD:
        return *(void *const *)field_at(from, f) != NULL;
    default:
        text = *(const char *const *)field_at(from, f);
        return text && !(f->implied && strcmp(text, f->implied) == 0);
    }
}

static void see_fields(const struct record *r, const char *prefix, const void *of, unsigned bits, int depth)
{
    for (size_t i = 0; depth < MAX_DEPTH && i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        const char *name = arena_printf(&texts, "%s.%s", prefix, f->name);

        if (!says_something(f, of))
            continue;
        see(name, bits);
        if (f->type == FIELD_RECORD)
            see_fields(f->record, name, *(void *const *)field_at(of, f), bits, depth + 1);
        for (size_t n = 0; f->type == FIELD_LIST && n < field_list(of, f)->n; n++)
            see_fields(f->record, name, field_list(of, f)->at[n], bits, depth + 1);
    }
}

static void see_facet(const struct object *o, const char *facet, unsigned bits)
{
    see(arena_printf(&texts, "%s.%s", o->kind->name, facet), bits);
}

static void see_object(const struct object *o, unsigned bits)
{
    see_fields(&o->kind->record, o->kind->name, o, bits, 0);
    if (o->comment)
        see_facet(o, "comment", bits);
    if (o->owner)
        see_facet(o, "owner", bits);
    if (o->has_privileges)
        see_facet(o, "privileges", bits);
}

/* Every op of a plan, those that are carried out by another one too. */
static void ops_collect(const struct list *ops, struct list *ret)
{
    struct op *op;

    list_each (op, ops) {
        list_push(&texts, ret, op);
        ops_collect(&op->fused, ret);
    }
}

static void see_differences(const struct record *r, const char *prefix, const void *x, const void *y, bool rebuilt,
                            int depth)
{
    for (size_t i = 0; depth < MAX_DEPTH && i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        const char *name = arena_printf(&texts, "%s.%s", prefix, f->name);
        struct thing *t = map_get(&by_name, name);

        if (!t || field_equal(f, x, y))
            continue;
        if (f->change == CHANGE_ALTER && rebuilt)
            t->rebuilt = true;
        else
            t->seen |= WANT_ALTER;
        if (f->type == FIELD_RECORD) {
            const void *p = *(void *const *)field_at(x, f), *q = *(void *const *)field_at(y, f);

            if (p && q)
                see_differences(f->record, name, p, q, rebuilt, depth + 1);
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(x, f), *q = field_list(y, f);

            for (size_t n = 0; n < p->n && n < q->n; n++)
                see_differences(f->record, name, p->at[n], q->at[n], rebuilt, depth + 1);
        }
    }
}

static void see_pair(const struct pair_of *p, const struct map *rebuilt)
{
    const struct object *o = p->to ? p->to : p->from;

    if (!p->from)
        see(o->kind->name, WANT_ADDED);
    if (!p->to)
        see(o->kind->name, WANT_DROPPED);
    if (!p->from || !p->to)
        return;
    if (p->renamed)
        see_facet(o, "renamed_from", WANT_ALTER);
    if (p->changed)
        see_differences(&o->kind->record, o->kind->name, p->from, p->to, map_get(rebuilt, o->address) != NULL, 0);
    if (p->changed & FACET_COMMENT)
        see_facet(o, "comment", WANT_ALTER);
    if (p->changed & FACET_OWNER)
        see_facet(o, "owner", WANT_ALTER);
    if (p->changed & FACET_ACL)
        see_facet(o, "privileges", WANT_ALTER);
}

static void see_step(struct catalog *from, struct catalog *to)
{
    struct diff *d = NULL;
    struct plan *plan = NULL;
    struct list ops = {0};
    AUTO_MAP rebuilt = {0};
    struct pair_of *p;
    struct op *op;

    need(diff_make(from, to, NULL, &diag, &d));
    need(plan_make(d, &diag, &plan));
    ops_collect(&plan->ops, &ops);
    list_each (op, &ops) {
        if (op->verb == VERB_CREATE && op->new)
            see_object(op->new, WANT_CREATE);
        if (op->verb == VERB_CREATE && op->part == PART_SELF && op->rebuild)
            map_put(&rebuilt, op->new->address, op);
    }
    list_each (p, &d->pairs)
        see_pair(p, &rebuilt);
    plan_free(plan);
    diff_free(d);
}

/* Files. */

static struct catalog *catalog_of(const char *url)
{
    struct db *db = NULL;
    struct list none = {0};
    struct catalog *c = NULL;

    need(db_open(url, NULL, &diag, &db));
    need(introspect_run(db, &none, &none, INTROSPECT_DEPENDS, &diag, &c));
    db_close(db);
    return c;
}

/* The next line that says something, cut at `mark`; NULL at the end. */
static char *next_line(char **at, char mark, char **ret_rest, const char *path)
{
    while (**at) {
        char *line = *at, *end = line + strcspn(line, "\n"), *rest;

        *at = end + (*end != '\0');
        *end = '\0';
        if (!*line || *line == '#')
            continue;
        rest = strchr(line, mark);
        if (!rest) {
            fprintf(stderr, "%s: there is no \"%c\" in \"%s\"\n", path, mark, line);
            finish(2);
            return NULL;
        }
        *rest++ = '\0';
        *ret_rest = rest + strspn(rest, " ");
        for (char *last = line + strlen(line); last > line && last[-1] == ' ';)
            *--last = '\0';
        return line;
    }
    return NULL;
}

static char *file_text(const char *path)
{
    struct source *s = NULL;

    need(file_read(&texts, path, 0, &diag, &s));
    return arena_strdup(&texts, s->text);
}

static int renames_read(const char *path, const struct catalog *c)
{
    char *at = file_text(path), *address, *former;
    int wrong = 0;

    while ((address = next_line(&at, '=', &former, path))) {
        struct object *o = catalog_get(c, address);

        if (o)
            list_push(&texts, &o->renamed_from, former);
        else
            wrong = 1, fprintf(stderr, "%s: there is no %s in to.sql\n", path, address);
    }
    return wrong;
}

/* "create", or of some versions only: "create<150000", "create>140000" (from it on). */
static unsigned excuse_bits(const char *words, int version, const char *path)
{
    unsigned bits = 0;

    for (const char *w = words; *w; w += strspn(w, ", ")) {
        size_t len = strcspn(w, ", <>"), i = 0;
        bool counts = true;

        while (i < N_WANTS && (strlen(wants[i].word) != len || strncmp(wants[i].word, w, len) != 0))
            i++;
        if (i == N_WANTS) {
            fprintf(stderr, "%s: \"%s\" is none of inspect, create, alter, added, dropped\n", path, w);
            finish(2);
        }
        if (w[len] == '<' || w[len] == '>')
            counts = (version < strtol(w + len + 1, NULL, 10)) == (w[len] == '<');
        if (counts)
            bits |= wants[i].bit;
        w += strcspn(w, ", ");
    }
    return bits;
}

/* An excuse that is none any more is as wrong as a gap. */
static int excuses_read(const char *path, int version)
{
    char *at = file_text(path), *name, *rest;
    int wrong = 0;

    while ((name = next_line(&at, ':', &rest, path))) {
        struct thing *t = map_get(&by_name, name);
        char *reason = strchr(rest, ':');
        unsigned bits, stale;

        if (!reason || !reason[1 + strspn(reason + 1, " ")]) {
            wrong = 1, fprintf(stderr, "%s: %s: the reason is missing\n", path, name);
            continue;
        }
        *reason = '\0';
        bits = excuse_bits(rest, version, path);
        if (!t) {
            wrong = 1, fprintf(stderr, "%s: no kind has %s: take the line out\n", path, name);
            continue;
        }
        stale = bits & (t->seen | ~t->wanted);
        for (size_t i = 0; i < N_WANTS; i++) {
            if (stale & wants[i].bit)
                wrong = 1, fprintf(stderr, "%s: %s: \"%s\" is %s: take it out of the line\n", path, name, wants[i].word,
                                   t->seen & wants[i].bit ? "exercised now" : "not asked for");
        }
        t->wanted &= ~bits;
    }
    return wrong;
}

static int report(void)
{
    const struct thing *t;
    int missing = 0;

    list_each (t, &things) {
        unsigned gaps = t->wanted & ~t->seen;
        const char *sep = "";

        if (!gaps)
            continue;
        missing++;
        printf("%s: ", t->name);
        for (size_t i = 0; i < N_WANTS; i++) {
            if (!(gaps & wants[i].bit))
                continue;
            printf("%s%s (%s)", sep, wants[i].word,
                   wants[i].bit == WANT_ALTER && t->rebuilt ? "it changes only where the object is made anew, and could be altered in place"
                                                            : wants[i].missing);
            sep = ", ";
        }
        printf("\n");
    }
    if (missing)
        printf("\n%d attributes of the kinds are not exercised by the kitchen sink. For each: let an object in tests/sink/from.sql have it, let\n"
               "tests/sink/to.sql change it in an object that is in both, and let a further object with it be in each of them alone (what is\n"
               "renamed stands in tests/sink/renames). What no server can show is a line with the reason in tests/sink/excuses.\n",
               missing);
    else
        printf("%zu kinds, facets and attributes are exercised\n", things.n);
    return missing > 0;
}

int main(int argc, char **argv)
{
    if ((argc == 3 || argc == 4) && strcmp(argv[1], "model") == 0) {
        struct catalog *c = catalog_of(argv[2]);
        int wrong = argc == 4 ? renames_read(argv[3], c) : 0;
        AUTO_BUF out = {0};

        model_write(&out, c, "public");
        fputs(buf_str(&out), stdout);
        finish(wrong);
    }
    if (argc == 6 && strcmp(argv[1], "check") == 0) {
        struct catalog *empty = catalog_new(), *from = catalog_of(argv[2]), *to = catalog_of(argv[3]);
        const struct object *o;
        int wrong = renames_read(argv[4], to);

        want_all(from->version);
        list_each (o, &from->objects)
            see_object(o, WANT_INSPECT);
        list_each (o, &to->objects)
            see_object(o, WANT_INSPECT);
        see_step(empty, from);
        see_step(from, to);
        wrong |= excuses_read(argv[5], from->version);
        finish(report() || wrong);
    }
    fprintf(stderr, "usage: sink model URL [RENAMES] | sink check FROM-URL TO-URL RENAMES EXCUSES\n");
    return 2;
}
