/* libyaml's events -> our own tree. The event interface is twice as fast as its documents, and the only way
 * to have limits: libyaml itself checks neither depth, nor duplicate keys, nor what aliases expand to.
 * Aliases share the node they name; what they would expand to is only counted. */
#include "schema/read.h"
#include "schema/yaml.h"

#include "base/utf8.h"
#include <string.h>

enum {
    SOURCE_LIMIT = 64 * 1024 * 1024,
    SCALAR_LIMIT = 16 * 1024 * 1024,
    NODE_LIMIT = 5 * 1000 * 1000,
    DEPTH_LIMIT = 64,
    EXPANSION_FREE = 100 * 1000,
    EXPANSION_FACTOR = 10,
    ERROR_LIMIT = 100,     /* duplicate keys and the like; a broken syntax ends the reading at once */
    DIRECTIVE_LIMIT = 100, /* libyaml compares each with all before */
    SMALL_MAP = 12,        /* up to here keys are compared one by one, which is faster than a hash */
};

struct anchor {
    struct node *node;
    size_t weight;   /* nodes in it, aliases expanded */
    unsigned height; /* levels in it, aliases expanded */
};

/* A list or map that is being read. */
struct frame {
    struct node *node;
    const char *anchor;
    struct pair *pair;  /* map: the key that waits for its value */
    struct pair *merge; /* map: the pair of << */
    struct map keys;    /* map: its pairs by key, once there are many */
    size_t weight;
    unsigned height;
};

struct reader {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    struct frame frames[DEPTH_LIMIT];
    unsigned depth;
    struct map anchors;
    size_t nodes, expanded;
    struct node *root;
    bool done;
};

static void reader_clear(struct reader *r)
{
    for (unsigned i = 0; i < DEPTH_LIMIT; i++)
        map_clear(&r->frames[i].keys);
    map_clear(&r->anchors);
}

static struct loc event_loc(const struct reader *r, const yaml_event_t *e)
{
    return (struct loc){.source = r->source,
                        .line = (unsigned)e->start_mark.line + 1,
                        .column = (unsigned)e->start_mark.column + 1};
}

static struct node *new_node(struct reader *r, enum node_type type, const yaml_event_t *e)
{
    struct node *n = arena_new(r->arena, struct node);
    n->type = type;
    n->at = event_loc(r, e);
    r->nodes++;
    return n;
}

static const struct {
    const char *name;
    bool scalar, list, map, text;
} core_tags[] = {
    {.name = "str", .scalar = true, .text = true},
    {.name = "int", .scalar = true},
    {.name = "float", .scalar = true},
    {.name = "bool", .scalar = true},
    {.name = "null", .scalar = true},
    {.name = "seq", .list = true},
    {.name = "map", .map = true},
};

/* Only YAML's own tags, each on what it is for. *ret_text: the scalar is a text whatever it looks like. */
static int check_tag(struct reader *r, const yaml_char_t *tag, enum node_type type, struct loc at,
                     bool *ret_text)
{
    static const char prefix[] = "tag:yaml.org,2002:";
    const char *name = (const char *)tag;

    if (!name)
        return OK;
    if (strcmp(name, "!") == 0) {
        *ret_text = true;
        return OK;
    }
    bool core = strncmp(name, prefix, sizeof(prefix) - 1) == 0;
    for (size_t i = 0; core && i < sizeof(core_tags) / sizeof(core_tags[0]); i++) {
        if (strcmp(name + sizeof(prefix) - 1, core_tags[i].name) != 0)
            continue;
        if (type == NODE_LIST  ? core_tags[i].list
            : type == NODE_MAP ? core_tags[i].map
                               : core_tags[i].scalar) {
            *ret_text = core_tags[i].text;
            return OK;
        }
    }
    diag_error(r->diag, "yaml.tag", at, "the tag \"%s\" is not allowed here", name);
    diag_hint(r->diag, "Only the tags of YAML itself work; a value that starts with '!' needs quotes.");
    return ERR;
}

static bool is_null(const char *text)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof(nulls) / sizeof(nulls[0]); i++) {
        if (strcmp(text, nulls[i]) == 0)
            return true;
    }
    return false;
}

static struct pair *find_key(const struct frame *f, const char *key)
{
    const struct list *items = &f->node->items;
    if (items->n > SMALL_MAP)
        return map_get(&f->keys, key);
    struct pair *pair;
    list_each (pair, items) {
        if (strcmp(pair->key, key) == 0)
            return pair;
    }
    return NULL;
}

static void add_pair(struct reader *r, struct frame *f, struct pair *pair)
{
    struct list *items = &f->node->items;
    list_push(r->arena, items, pair);
    if (items->n == SMALL_MAP + 1) {
        struct pair *p;
        list_each (p, items)
            map_put(&f->keys, p->key, p);
    } else if (items->n > SMALL_MAP) {
        map_put(&f->keys, pair->key, pair);
    }
}

/* A value is complete: into the list, or to the key that waits for it. */
static void add_value(struct reader *r, struct node *n, size_t weight, unsigned height)
{
    if (r->depth == 0) {
        r->root = n;
        return;
    }
    struct frame *f = &r->frames[r->depth - 1];
    f->weight = f->weight > SIZE_MAX - weight ? SIZE_MAX : f->weight + weight;
    if (height + 1 > f->height)
        f->height = height + 1;
    if (f->node->type == NODE_LIST) {
        list_push(r->arena, &f->node->items, n);
        return;
    }
    f->pair->value = n;
    f->pair = NULL;
}

static void add_anchor(struct reader *r, const char *name, struct node *n, size_t weight, unsigned height)
{
    if (!name)
        return;
    struct anchor *anchor = arena_new(r->arena, struct anchor);
    *anchor = (struct anchor){.node = n, .weight = weight, .height = height};
    map_put(&r->anchors, name, anchor);
}

/* In a map, where a key is due? */
static bool wants_key(const struct reader *r)
{
    return r->depth > 0 && r->frames[r->depth - 1].node->type == NODE_MAP && !r->frames[r->depth - 1].pair;
}

static int read_key(struct reader *r, const char *key, bool plain, struct loc at)
{
    struct frame *f = &r->frames[r->depth - 1];
    struct pair *pair = arena_new(r->arena, struct pair);

    pair->key = key;
    pair->at = at;
    f->pair = pair;
    if (plain && *key == '\0')
        return diag_error(r->diag, "yaml.key", at, "a key is missing before the ':'");
    bool merge = plain && strcmp(key, "<<") == 0;
    struct pair *first = merge && f->merge ? f->merge : find_key(f, key);
    if (first) {
        diag_error(r->diag, "yaml.duplicate-key", at, "the key \"%s\" is here twice",
                   text_clip(r->arena, key, 100));
        diag_related(r->diag, first->at, "the first is here");
        return ERR; /* its value is read and dropped */
    }
    if (merge)
        f->merge = pair;
    add_pair(r, f, pair);
    return OK;
}

static int read_scalar(struct reader *r, const yaml_event_t *e)
{
    struct loc at = event_loc(r, e);
    size_t len = e->data.scalar.length;
    const char *text = (const char *)e->data.scalar.value;
    bool is_text = false;

    if (len > SCALAR_LIMIT)
        return diag_error(r->diag, "yaml.limit", at, "a text of %zu bytes is longer than the %d MB allowed",
                          len, SCALAR_LIMIT >> 20);
    if (memchr(text, '\0', len))
        return diag_error(r->diag, "yaml.nul", at, "a text cannot contain a NUL character");
    int rc = check_tag(r, e->data.scalar.tag, NODE_SCALAR, at, &is_text);
    bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !is_text;
    const char *copy = arena_strndup(r->arena, text, len);

    if (wants_key(r)) {
        if (e->data.scalar.anchor)
            rc = diag_error(r->diag, "yaml.key", at, "a key cannot have an anchor");
        return read_key(r, copy, plain, at) < 0 ? ERR : rc;
    }
    struct node *n = new_node(r, plain && is_null(copy) ? NODE_NULL : NODE_SCALAR, e);
    n->plain = plain;
    n->text = n->type == NODE_NULL ? NULL : copy;
    if (e->data.scalar.anchor)
        add_anchor(r, arena_strdup(r->arena, (const char *)e->data.scalar.anchor), n, 1, 0);
    add_value(r, n, 1, 0);
    return rc;
}

/* Counts what stands in for an alias or a merge: refused before it can grow. */
static int expand(struct reader *r, size_t weight, struct loc at)
{
    size_t budget = EXPANSION_FACTOR * r->nodes + EXPANSION_FREE;
    r->expanded = r->expanded > SIZE_MAX - weight ? SIZE_MAX : r->expanded + weight;
    if (r->expanded <= budget)
        return OK;
    r->done = true;
    return diag_error(r->diag, "yaml.expansion", at, "the aliases up to here stand for more than %zu values",
                      budget);
}

static int read_alias(struct reader *r, const yaml_event_t *e)
{
    struct loc at = event_loc(r, e);
    const char *name = (const char *)e->data.alias.anchor;

    if (wants_key(r)) {
        read_key(r, arena_printf(r->arena, "*%s", name), false, at);
        return diag_error(r->diag, "yaml.key", at, "an alias cannot be a key");
    }
    const struct anchor *anchor = map_get(&r->anchors, name);
    int rc = OK;
    if (!anchor) {
        rc = diag_error(r->diag, "yaml.alias", at, "there is no anchor \"&%s\" before this alias",
                        text_clip(r->arena, name, 100));
        diag_hint(r->diag, "An anchor can be used once the value it stands at has ended.");
        add_value(r, new_node(r, NODE_NULL, e), 1, 0);
        return rc;
    }
    if (r->depth + anchor->height >= DEPTH_LIMIT) {
        r->done = true;
        return diag_error(r->diag, "yaml.depth", at, "values are nested deeper than %d levels", DEPTH_LIMIT);
    }
    r->nodes++;
    rc = expand(r, anchor->weight, at);
    add_value(r, anchor->node, anchor->weight, anchor->height);
    return rc;
}

static int start(struct reader *r, const yaml_event_t *e, enum node_type type, const yaml_char_t *anchor,
                 const yaml_char_t *tag)
{
    struct loc at = event_loc(r, e);
    bool unused;

    if (wants_key(r) || r->depth == DEPTH_LIMIT) {
        r->done = true;
        if (r->depth == DEPTH_LIMIT)
            return diag_error(r->diag, "yaml.depth", at, "values are nested deeper than %d levels",
                              DEPTH_LIMIT);
        diag_error(r->diag, "yaml.key", at, "a key must be a text, not a %s",
                   type == NODE_MAP ? "mapping" : "list");
        diag_hint(r->diag, "A key that starts with '[', '{' or '?' needs quotes.");
        return ERR;
    }
    struct frame *f = &r->frames[r->depth++];
    map_clear(&f->keys);
    *f = (struct frame){.node = new_node(r, type, e), .weight = 1};
    f->anchor = anchor ? arena_strdup(r->arena, (const char *)anchor) : NULL;
    return check_tag(r, tag, type, at, &unused);
}

/* The pairs of one merged map that the map itself does not have. Pairs are shared, not copied. */
static int merge_map(struct reader *r, struct frame *f, const struct node *from, struct map *taken,
                     struct list *items)
{
    struct pair *pair;

    if (from->type != NODE_MAP) {
        diag_error(r->diag, "yaml.merge", f->merge->at, "only mappings can be merged with <<");
        diag_hint(r->diag, "Write \"<<: *name\" or \"<<: [*name, *other]\".");
        return ERR;
    }
    if (expand(r, from->items.n, f->merge->at) < 0)
        return ERR;
    list_each (pair, &from->items) {
        if (!find_key(f, pair->key) && map_put(taken, pair->key, pair))
            list_push(r->arena, items, pair);
    }
    return OK;
}

/* What << brings stands where << stood: the order of columns is that of the text. */
static int merge(struct reader *r, struct frame *f)
{
    AUTO_MAP taken = {0};
    struct list items = {0};
    struct pair *pair;
    int rc = OK;

    list_each (pair, &f->node->items) {
        if (pair != f->merge) {
            list_push(r->arena, &items, pair);
            continue;
        }
        const struct node *value = pair->value;
        if (value->type != NODE_LIST) {
            rc = merge_map(r, f, value, &taken, &items);
            continue;
        }
        struct node *from;
        list_each (from, &value->items) {
            if (merge_map(r, f, from, &taken, &items) < 0) {
                rc = ERR;
                break;
            }
        }
    }
    f->node->items = items;
    return rc;
}

static int end(struct reader *r)
{
    struct frame *f = &r->frames[r->depth - 1];
    int rc = f->merge ? merge(r, f) : OK;
    struct node *n = f->node;

    r->depth--;
    add_anchor(r, f->anchor, n, f->weight, f->height);
    add_value(r, n, f->weight, f->height);
    return rc;
}

static int read_event(struct reader *r, const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(r, e);
    case YAML_ALIAS_EVENT:
        return read_alias(r, e);
    case YAML_SEQUENCE_START_EVENT:
        return start(r, e, NODE_LIST, e->data.sequence_start.anchor, e->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return start(r, e, NODE_MAP, e->data.mapping_start.anchor, e->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return end(r);
    case YAML_DOCUMENT_START_EVENT:
        if (!r->root)
            return OK;
        r->done = true;
        return diag_error(r->diag, "yaml.document", event_loc(r, e),
                          "a file holds one document, and here starts another");
    case YAML_STREAM_END_EVENT:
        r->done = true;
        return OK;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return OK;
}

/* What can be seen of the text before it is parsed. */
static int check_source(const struct source *s, struct diag *d)
{
    if (s->len > SOURCE_LIMIT)
        return diag_error(d, "yaml.limit", (struct loc){.source = s}, "more than %d MB of YAML",
                          SOURCE_LIMIT >> 20);
    if (s->len == 0)
        return OK;
    const char *nul = memchr(s->text, '\0', s->len);
    size_t valid = utf8_valid_length(s->text, s->len);
    if (nul && (size_t)(nul - s->text) <= valid)
        return diag_error(d, "yaml.nul", loc_at(s, (size_t)(nul - s->text)), "the text contains a NUL byte");
    if (valid < s->len)
        return diag_error(d, "yaml.encoding", loc_at(s, valid), "byte 0x%02x is not valid UTF-8 here",
                          (unsigned)(unsigned char)s->text[valid]);
    size_t directives = 0;
    for (size_t line = 0; line < s->len;) {
        directives += s->text[line] == '%';
        if (directives > DIRECTIVE_LIMIT)
            return diag_error(d, "yaml.limit", loc_at(s, line), "more than %d directives", DIRECTIVE_LIMIT);
        const char *end = memchr(s->text + line, '\n', s->len - line);
        line = end ? (size_t)(end - s->text) + 1 : s->len;
    }
    return OK;
}

static int read_events(struct reader *r, yaml_parser_t *parser)
{
    int rc = OK;
    size_t errors = 0;

    while (!r->done) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return yaml_error(parser, r->source, r->diag);
        if (read_event(r, &event) < 0) {
            rc = ERR;
            if (++errors == ERROR_LIMIT)
                r->done = true;
        }
        if (r->nodes > NODE_LIMIT) {
            rc = diag_error(r->diag, "yaml.limit", event_loc(r, &event), "more than %d values", NODE_LIMIT);
            r->done = true;
        }
        yaml_event_delete(&event);
    }
    return rc;
}

int yaml_read(struct arena *a, const struct source *s, struct diag *d, struct node **ret)
{
    if (check_source(s, d) < 0)
        return ERR;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return diag_error(d, "yaml.memory", (struct loc){.source = s}, "out of memory");
    yaml_parser_set_input_string(&parser, (const unsigned char *)(s->len ? s->text : ""), s->len);

    struct reader r = {.arena = a, .source = s, .diag = d};
    int rc = read_events(&r, &parser);
    yaml_parser_delete(&parser);
    reader_clear(&r);
    if (rc < 0)
        return rc;
    if (!r.root) {
        r.root = node_map(a);
        r.root->at = (struct loc){.source = s, .line = 1, .column = 1};
    }
    *ret = r.root;
    return OK;
}
