/* The model language from a catalog: stable and minimal, so that reading it back gives an equal catalog. */
#include "schema/clause_printer.h"
#include "schema/privilege.h"
#include "schema/write.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <ctype.h>
#include <string.h>

enum { DECLARATION_MAX = 100 }; /* longer ones are a list of arguments */

static bool has_facets(const struct object *o)
{
    return o->comment || o->renamed_from.n > 0 || (o->owner && kind_has_owner(o->kind)) ||
           o->has_privileges || o->labels.n > 0 || o->has_labels;
}

/* {reader: [select, insert with grant option, update granted by writer], public: []} */
static struct node *privileges_node(struct arena *a, const struct object *o)
{
    struct node *map = node_map(a);
    const struct privilege *p;

    list_each (p, &o->privileges) {
        const char *role = write_name(a, NULL, p->grantee);
        struct node *list = (struct node *)(uintptr_t)node_get(map, role);
        struct list grants = {0};
        const struct grant *g;

        if (!list)
            node_set(a, map, role, list = node_list(a));
        grants_add(a, &grants, p->grantee, p->privileges, p->grantable);
        list_each (g, &grants) {
            char *word = arena_printf(a, "%s%s", g->privilege, g->grantable ? " with grant option" : "");

            for (char *c = word; *c; c++)
                *c = (char)tolower((unsigned char)*c);
            if (p->grantor)
                word = arena_printf(a, "%s granted by %s", word, sql_ident(a, p->grantor));
            node_add(a, list, node_text(a, word));
        }
    }
    return map;
}

static void set_facets(const struct model_writer *m, const struct object *o, struct node *map)
{
    struct arena *a = m->w.arena;
    const char *name;

    if (o->comment)
        node_set(a, map, "comment", node_text(a, o->comment));
    if (o->owner && kind_has_owner(o->kind))
        node_set(a, map, "owner", node_text(a, write_name(a, NULL, o->owner)));
    if (o->has_privileges)
        node_set(a, map, "privileges", privileges_node(a, o));
    if (o->labels.n > 0 || o->has_labels)
        node_set(a, map, "security_labels", labels_node(a, o));
    if (o->renamed_from.n == 1) {
        node_set(a, map, "renamed_from", node_text(a, o->renamed_from.at[0]));
    } else if (o->renamed_from.n > 1) {
        struct node *list = node_list(a);

        list_each (name, &o->renamed_from)
            node_add(a, list, node_text(a, name));
        node_set(a, map, "renamed_from", list);
    }
}

/* Whether the arguments stand in the key: short, and on one line. */
static bool declares_arguments(const char *key)
{
    return strlen(key) <= DECLARATION_MAX && !strchr(key, '\n');
}

static char *declaration(const struct model_writer *m, const struct object *o)
{
    const struct routine *r = model_reduced(m, o);
    AUTO_BUF b = {0};
    bool local = m->default_schema && strcmp(o->schema, m->default_schema) == 0;

    /* the declaration is read by SQL's rules, so reserved words are quoted here */
    buf_qualified(&b, local ? NULL : o->schema, o->name);
    buf_addc(&b, '(');
    print_arguments(&(struct printer){.b = &b, .lower = true}, r);
    buf_addc(&b, ')');
    return arena_strdup(m->w.arena, buf_str(&b));
}

static const char *object_key(const struct model_writer *m, const struct object *o)
{
    bool local = o->kind->place != PLACE_SCHEMA ||
                 (m->default_schema && o->schema && strcmp(o->schema, m->default_schema) == 0);
    const char *key;

    if (o->kind->phrase)
        return o->name;
    if (o->kind->key) {
        AUTO_BUF b = {0};

        o->kind->key->write(&b, model_reduced(m, o), local ? NULL : o->schema);
        return arena_strdup(m->w.arena, buf_str(&b));
    }
    if (!(o->kind->space & SPACE_ROUTINE))
        return write_name(m->w.arena, local ? NULL : o->schema, o->name);
    key = declaration(m, o);
    if (declares_arguments(key))
        return key;
    return arena_printf(m->w.arena, "%s(%s)", sql_qualified(m->w.arena, local ? NULL : o->schema, o->name),
                        routine_signature(m->w.arena, &((const struct routine *)model_reduced(m, o))->args));
}

/* Keys of a group are unique by the catalog's rules, and may be many. */
static void add_pair(struct arena *a, struct node *map, const char *key, struct node *value)
{
    struct pair *pair = arena_new(a, struct pair);

    *pair = (struct pair){.key = key, .value = value};
    list_push(a, &map->items, pair);
}

static struct node *object_value(const struct model_writer *m, const struct object *o);

/* Children of one kind as the value of their group, or NULL when there are none. */
static struct node *group_node(const struct model_writer *m, const struct kind *kind,
                               const struct list *objects)
{
    struct node *map = NULL;
    const struct object *o;

    list_each (o, objects) {
        if (o->kind != kind || model_is_inherited(m, o))
            continue;
        if (kind->single)
            return object_value(m, o);
        if (!map)
            map = node_map(m->w.arena);
        add_pair(m->w.arena, map, object_key(m, o), object_value(m, o));
    }
    return map;
}

static void set_children(const struct model_writer *m, const struct object *o, struct node *map)
{
    for (int i = 0; o->children.n > 0 && i < KIND_COUNT; i++) {
        struct node *group = group_node(m, kinds[i], &o->children);

        if (group)
            node_set(m->w.arena, map, kinds[i]->group, group);
    }
}

/* A primary key is named in its mapping when its name is not the one that it would get. */
static bool wants_name(const struct object *o)
{
    AUTO_ARENA a = {0};

    return o->kind->single && o->parent &&
           strcmp(o->name, default_name(&a, o->parent->name, NULL, "pkey")) != 0;
}

static const char *field_in_key(const struct model_writer *m, const struct object *o)
{
    return (o->kind->space & SPACE_ROUTINE) && declares_arguments(declaration(m, o)) ? "args" : NULL;
}

static struct node *object_value(const struct model_writer *m, const struct object *o)
{
    struct arena *a = m->w.arena;
    struct node *map = node_map(a), *value;
    const void *from = model_reduced(m, o);

    if (!has_facets(o) && o->children.n == 0 && !wants_name(o) && !(o->kind->space & SPACE_ROUTINE)) {
        value = write_record(&m->w, &o->kind->record, from);
        return value ? value : node_text(a, NULL);
    }
    if (wants_name(o))
        node_set(a, map, "name", node_text(a, write_name(a, NULL, o->name)));
    set_facets(m, o, map);
    write_fields(&m->w, &o->kind->record, from, field_in_key(m, o), map);
    set_children(m, o, map);
    return map->items.n > 0 ? map : node_text(a, NULL);
}

/* ---- the file ---- */

static bool names_schema(const struct catalog *c, const char *schema)
{
    const struct object *o;

    list_each (o, &c->objects) {
        if (o->schema && strcmp(o->schema, schema) == 0)
            return true;
    }
    return false;
}

/* What the reader makes by itself when the rest of the file is there. */
static bool is_left_out(const struct model_writer *m, const struct object *o)
{
    if (o->kind->id == KIND_SEQUENCE)
        return map_get(&m->folds, o->address) != NULL;
    if (o->kind->id == KIND_DEFAULT_PRIVILEGES)
        return !o->has_privileges;
    if (o->kind->id != KIND_SCHEMA || has_facets(o))
        return false;
    return o->implied || (m->default_schema && strcmp(o->name, m->default_schema) == 0) ||
           names_schema(m->catalog, o->name);
}

static void write_group(struct buf *out, const struct model_writer *m, const struct kind *kind)
{
    AUTO_ARENA scratch = {0};
    struct model_writer g = *m;
    struct node *file, *group;
    const struct object *o;

    g.w.arena = &scratch; /* one group after the other: large catalogs would need a large tree */
    file = node_map(&scratch);
    group = node_map(&scratch);
    list_each (o, &m->catalog->objects) {
        if (o->kind == kind && !is_left_out(m, o))
            add_pair(&scratch, group, object_key(&g, o), object_value(&g, o));
    }
    if (group->items.n == 0 && !(m->catalog->groups & KIND_BIT(kind->id) && kind->opt_in))
        return;
    node_set(&scratch, file, kind->group, group);
    if (out->len > 0)
        buf_addc(out, '\n');
    yaml_write(out, file);
}

static void write_remark(struct buf *out, bool *first, const char *what, const char *address)
{
    if (*first && out->len > 0)
        buf_addc(out, '\n');
    *first = false;
    buf_addf(out, "# %s: ", what);
    buf_comment(out, address);
    buf_addc(out, '\n');
}

/* Nothing is left out without a word. */
static void write_remarks(struct buf *out, const struct catalog *c)
{
    const struct unmodelled *u;
    bool first = true;

    list_each (u, &c->unmodelled)
        write_remark(out, &first, "not modelled", u->address);
}

void model_write(struct buf *out, const struct catalog *c, const char *default_schema)
{
    AUTO_ARENA a = {0};
    struct model_writer m = {
        .w = {.arena = &a, .model = true}, .catalog = c, .default_schema = default_schema};

    model_fold_serials(&m);
    if (default_schema) {
        struct node *file = node_map(&a);

        node_set(&a, file, "schema", node_text(&a, write_name(&a, NULL, default_schema)));
        yaml_write(out, file);
    }
    for (int i = 0; i < KIND_COUNT; i++)
        if (kinds[i]->place != PLACE_CHILD)
            write_group(out, &m, kinds[i]);
    write_remarks(out, c);
    map_clear(&m.folded);
    map_clear(&m.folds);
}
