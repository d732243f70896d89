/* A key is a hash of: the version of the server; the settings of its sessions that say how literals are read; the
 * versions of its extensions; the schemas in search order; what can give any operator or cast another meaning;
 * and the definitions, as written, of the object and of everything it needs, which is all that the server would
 * be shown. If one of these is another, the key is. */
#include "shadow/key.h"

#include "base/hash.h"
#include "base/node.h"
#include "schema/model.h"
#include "shadow/doubt.h"
#include "shadow/texts.h"
#include <string.h>

enum { FORMAT = 3 /* to be raised when printed forms are stored in another way */ };

/* --- the definition of one object --- */

static void add_definition(struct buf *out, const struct object *o)
{
    AUTO_ARENA a = {0};

    json_write(out, object_node(&a, o), false);
    buf_addf(out, " %u %d\n", o->position, o->unqualified);
}

static const char *definition_hash(struct keys *k, const struct object *o)
{
    char *hash = map_get(&k->definitions, o->address);
    AUTO_BUF text = {0};

    if (hash)
        return hash;
    add_definition(&text, o);
    hash = arena_alloc(k->arena, 65);
    sha256_hex(buf_str(&text), text.len, hash);
    map_put(&k->definitions, o->address, hash);
    return hash;
}

/* --- what all have in common --- */

/* Of these the closure of an object need not know: they change what a text means without being named in it. */
static bool changes_meanings(const struct object *o)
{
    return o->kind->id == KIND_CAST || o->kind->id == KIND_OPERATOR;
}

static void find_ground(struct keys *k)
{
    AUTO_BUF text = {0};
    const struct option *setting;
    const struct object *o;
    const char *schema;

    buf_addf(&text, "kedge canonical %d\nserver %d\n", FORMAT, k->live->version);
    list_each (setting, &k->live->settings)
        buf_addf(&text, "setting %s=%s\n", setting->name, setting->value);
    list_each (schema, &k->model->schemas)
        buf_addf(&text, "search %s\n", schema);
    list_each (o, &k->live->objects)
        if (o->kind->id == KIND_EXTENSION)
            add_definition(&text, o);
    list_each (o, &k->model->objects)
        if (is_ground(o) || changes_meanings(o))
            add_definition(&text, o);
    sha256_hex(buf_str(&text), text.len, k->ground);
}

void keys_open(struct arena *a, const struct catalog *model, const struct catalog *live, struct keys *ret)
{
    *ret = (struct keys){.arena = a, .model = model, .live = live};
    find_ground(ret);
}

void keys_close(struct keys *k)
{
    map_clear(&k->definitions);
}

/* --- one key --- */

static int by_address(const void *x, const void *y)
{
    return strcmp(((const struct object *)x)->address, ((const struct object *)y)->address);
}

const char *key_of(struct keys *k, struct object *o)
{
    AUTO_ARENA a = {0};
    AUTO_BUF text = {0};
    struct closure c = {0};
    struct list one = {0};
    const struct object *needed;
    char *key;

    if (texts_tell_time(o))
        return NULL;
    list_push(&a, &one, o);
    closure_find(&a, &one, &c);
    list_sort(&c.all, by_address);
    buf_addf(&text, "%s\n%s\n", k->ground, o->address);
    list_each (needed, &c.all)
        if (!is_ground(needed))
            buf_addf(&text, "%s\n", definition_hash(k, needed));
    map_clear(&c.needed);
    key = arena_alloc(k->arena, 65);
    sha256_hex(buf_str(&text), text.len, key);
    return key;
}
