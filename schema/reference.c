/* The reference page of the model language, from the tables of the kinds. */
#include "schema/model.h"

#include <string.h>

static const char *type_words(const struct field *f)
{
    switch (f->type) {
    case FIELD_BOOL:
        return "true or false";
    case FIELD_INT:
        return "number";
    case FIELD_TEXT:
        return "text";
    case FIELD_IDENT:
        return "name";
    case FIELD_NAME:
        return "name, may be qualified";
    case FIELD_CHOICE:
        return "one of";
    case FIELD_TYPE:
        return "type";
    case FIELD_EXPR:
        return "expression";
    case FIELD_QUERY:
        return "query";
    case FIELD_BODY:
        return "program text";
    case FIELD_IDENTS:
        return "list of names";
    case FIELD_TEXTS:
        return "list of texts";
    case FIELD_OPTIONS:
        return "mapping of options";
    case FIELD_RECORD:
        return "mapping";
    case FIELD_LIST:
        return "list";
    }
    return "";
}

static void add_type(struct buf *out, const struct field *f)
{
    buf_add(out, type_words(f));
    if (f->type == FIELD_CHOICE) {
        for (size_t i = 0; f->choices[i]; i++)
            buf_addf(out, "%s `%s`", i ? "," : "", f->choices[i]);
    }
    if (f->record)
        buf_addf(out, " of %s", f->record->name);
}

static void add_field(struct buf *out, const struct field *f)
{
    buf_addf(out, "| `%s` | ", f->name);
    add_type(out, f);
    buf_addf(out, " | %s", f->doc);
    if (f->flags & FIELD_REQUIRED)
        buf_add(out, " Required.");
    if (f->implied)
        buf_addf(out, " `%s` when left out.", f->implied);
    if (f->since)
        buf_addf(out, " Since PostgreSQL %d.", f->since / 10000);
    buf_add(out, " |\n");
}

static void add_fields(struct buf *out, const struct record *r)
{
    if (r->n_fields == 0)
        return;
    buf_add(out, "\n| key | value | meaning |\n|---|---|---|\n");
    for (size_t i = 0; i < r->n_fields; i++)
        if (!(r->fields[i].flags & FIELD_LEARNED))
            add_field(out, &r->fields[i]);
}

static void add_records(struct buf *out, const struct record *r, unsigned level)
{
    for (size_t i = 0; level < 3 && i < r->n_fields; i++) {
        const struct record *nested = r->fields[i].record;
        if (!nested)
            continue;
        buf_addf(out, "\nEach %s of `%s`%s:\n", nested->name, r->fields[i].name,
                 nested->read_short ? " (a text is the short form)" : "");
        add_fields(out, nested);
        add_records(out, nested, level + 1);
    }
}

static void add_children(struct buf *out, const struct kind *kind)
{
    bool first = true;

    for (int i = 0; i < KIND_COUNT; i++) {
        if (kinds[i]->place != PLACE_CHILD || !(kinds[i]->parents >> kind->id & 1))
            continue;
        buf_add(out, first ? "\nIn it: " : ", ");
        buf_addf(out, "`%s`", kinds[i]->group);
        first = false;
    }
    if (!first)
        buf_add(out, ".\n");
}

static void add_kind(struct buf *out, const struct kind *kind)
{
    bool first = true;

    buf_addf(out, "\n## `%s`\n\n%s\n", kind->group, kind->doc);
    if (kind->place == PLACE_CHILD) {
        buf_add(out, "\nStands in: ");
        for (int i = 0; i < KIND_COUNT; i++) {
            if (kind->parents >> i & 1) {
                buf_sep(out, &first, ", ");
                buf_addf(out, "%s", kinds[i]->name);
            }
        }
        buf_add(out, ".\n");
    }
    if (kind->record.read_short)
        buf_add(out, "\nA text is the short form: PostgreSQL's own clause.\n");
    add_fields(out, &kind->record);
    add_records(out, &kind->record, 0);
    add_children(out, kind);
}

void model_reference(struct buf *out)
{
    buf_add(out, "# The model language\n\n"
                 "Made from the tables that read the model. Every object may also have `comment`; those at "
                 "the top, and statistics, `owner`; those on which something can be granted `privileges`; those that can be "
                 "renamed\n`renamed_from`, a former name or a list of them, newest first. `schema` at the "
                 "top of a file is the default schema "
                 "of the names in it.\n\n"
                 "`owner` and `privileges` are managed where they are said. `privileges` lists what each role may do: "
                 "`privileges: {reader: [select], writer: [select, insert with grant option]}`.\n"
                 "The list is the whole of it: `{}` leaves nothing to anybody but the owner, and `public`, which is everybody, must be "
                 "named where it has something\n(functions: `public: execute`, types: `public: usage`). "
                 "An owner who is not named has all; `all` is every privilege. Those of columns go with their table. What the owner did not grant himself "
                 "says who did: `friend: [insert granted by writer]`; kedge grants it as that role.\n\n"
                 "`security_labels` says what SECURITY LABEL does, by provider: `security_labels: {selinux: 'system_u:object_r:sepgsql_table_t:s0'}`; "
                 "what PostgreSQL can label may have it.\nThey are managed where they are said, and `{}` is none. `inspect` writes those that are there.\n");
    for (int i = 0; i < KIND_COUNT; i++)
        add_kind(out, kinds[i]);
}
