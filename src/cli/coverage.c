/* docs/coverage.md: what is modelled and how it changes, from the tables of the kinds; and what is not, from
 * unmodelled.sql. */
#include "cli/coverage.h"

#include "introspect/introspect.h"
#include "schema/object.h"

enum { MAX_DEPTH = 3 };

static const char *change_words(const struct field *f)
{
    if (f->flags & FIELD_KEY)
        return "of the key: another object";
    switch (f->change) {
    case CHANGE_ALTER:
        return "in place";
    case CHANGE_REBUILD:
        return "made again";
    case CHANGE_NONE:
        return "no difference";
    }
    return "";
}

static void add_fields(struct buf *out, const struct record *r, const char *prefix, int depth)
{
    for (size_t i = 0; i < r->n_fields && depth < MAX_DEPTH; i++) {
        const struct field *f = &r->fields[i];
        AUTO_BUF name = {0};

        if (f->flags & FIELD_LEARNED)
            continue;
        buf_addf(&name, "%s%s%s", prefix, *prefix ? "." : "", f->name);
        buf_addf(out, "| `%s` | %s%s%s | ", buf_str(&name), change_words(f), f->but ? "; " : "", f->but ? f->but : "");
        if (f->since)
            buf_addf(out, "%d", f->since / 10000);
        buf_add(out, " |\n");
        if (f->record)
            add_fields(out, f->record, buf_str(&name), depth + 1);
    }
}

static void add_facets(struct buf *out, const struct kind *k)
{
    buf_addf(out, "\n%s.", k->renameable ? "Renamed in place" : "Under another name it is another object");
    if (kind_has_owner(k))
        buf_add(out, " Has an owner.");
    if (k->acl)
        buf_add(out, " Has privileges.");
    if (k->labelled)
        buf_add(out, " Has security labels.");
    if (k->opt_in)
        buf_add(out, " Managed only where the model has this group, be it empty.");
    buf_addc(out, '\n');
}

static void add_kind(struct buf *out, const struct kind *k)
{
    bool child = k->place == PLACE_CHILD, first = true;

    buf_addf(out, "\n### %s%s", k->name, child ? " of " : "");
    for (int i = 0; child && i < KIND_COUNT; i++) {
        if (k->parents >> i & 1) {
            buf_sep(out, &first, ", ");
            buf_add(out, kinds[i]->name);
        }
    }
    buf_addc(out, '\n');
    add_facets(out, k);
    if (!k->record.n_fields)
        return;
    buf_add(out, "\n| attribute | a change | since |\n|---|---|---|\n");
    add_fields(out, &k->record, "", 0);
}

static void add_gaps(struct buf *out)
{
    AUTO_ARENA a = {0};
    struct list reasons = {0};
    const struct reason *r;

    introspect_reasons(&a, &reasons);
    buf_add(out, "\n## What is not modelled\n\n"
                 "What a database holds and kedge does not model is named by every command that reads one (`not modelled: ...`), and neither\n"
                 "changed nor dropped. With `--strict`, `diff`, `check` and `revision --autogenerate` take it as an error (exit code 2); what does not\n"
                 "matter can be left out of that by a pattern of `ignore:`.\n"
                 "\n| what | why, and what to do |\n|---|---|\n");
    list_each (r, &reasons)
        buf_addf(out, "| %s | %s |\n", r->what, r->why);
    buf_add(out, "\nNot of a schema, and not looked at: roles, tablespaces, settings of the database and of roles, and the privileges on\n"
                 "the database, on parameters and on large objects. The version of a collation is that of the server's library.\n");
}

void coverage_markdown(struct buf *out)
{
    buf_add(out, "# What is modelled, and what is not\n\n"
                 "<!-- Made by `kedge help --markdown coverage` from the tables that the program works by; do not edit. -->\n\n"
                 "[model.md](model.md) says how each attribute is written, [clauses.md](clauses.md) goes through the statements of PostgreSQL clause by\n"
                 "clause. Here stands how a change of an attribute is carried out.\n"
                 "*In place*: by an ALTER or CREATE OR REPLACE. *Made again*: dropped and made, with what depends on it and with its comment, owner and\n"
                 "privileges; an enum, domain, range, composite type or collation is put aside while its columns are converted. *No difference*: it is\n"
                 "there for reading and writing, and not compared. *Since* is the first server version that has it, where that is not 13.\n"
                 "A test makes, changes and reads every attribute on this page; what no server can show stands in `tests/sink/excuses`.\n\n"
                 "What belongs to the whole database is managed where the model has a group of that kind.\n");
    add_gaps(out);
    buf_add(out, "\n## What PostgreSQL does not do\n\n"
                 "- An ordinary table does not become a partitioned one, and a partition key does not change. Such a table is made again: its rows and\n"
                 "  those of its partitions wait in another table, are put back, and what depends on it comes back with it. A partition that leaves takes its\n"
                 "  rows along, one that joins brings its own. Refused where tables inherit from it, where columns are of its row type, or where a partition is\n"
                 "  a foreign table.\n"
                 "- A column or check of a child table that its parents have becomes the child's own too where the model says so: the table leaves its\n"
                 "  parents and comes back, which makes its own all that it has from them. The way back there is none: what a table has once said itself\n"
                 "  it keeps, and a model that is silent of it is no difference.\n"
                 "- A not-null constraint (18) that a table has from a parent table is renamed with the parent's and cannot be renamed by itself:\n"
                 "  a name that differs is left as it is.\n"
                 "- Whether a check that a partition or child has from its parents is valid is not compared: it follows theirs.\n"
                 "\n## Not done yet\n\n"
                 "- Partitions are detached directly, a type that changes is changed in place, and a column with a volatile default is filled in one\n"
                 "  statement, with `online: true` too. Their hazards name the safe form.\n"
                 "- A password or another secret is not compared: a model may give one, it is set when the object is made, and not looked at afterwards.\n"
                 "  Only `inspect --with secrets` reads it.\n"
                 "\n## Kinds and their attributes\n");
    for (int i = 0; i < KIND_COUNT; i++)
        add_kind(out, kinds[i]);
}
