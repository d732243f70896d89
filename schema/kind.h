/* Every kind of object is described once, by a table of its attributes. The table serves the YAML reader and writer, the
 * loader of introspected rows, the differ, JSON, the JSON Schema and the reference page. */
#ifndef KEDGE_SCHEMA_KIND_H
#define KEDGE_SCHEMA_KIND_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/list.h"
#include <stdint.h>

/* In the order in which a plan prefers to create them: schema/kinds.def. */
enum kind_id {
#define KIND(id, name) KIND_##id,
#include "schema/kinds.def"
#undef KIND
    KIND_COUNT,
};
#define KIND_BIT(id) (UINT64_C(1) << (id))

/* The C type of a value: BOOL is bool, lists are struct list, RECORD is a pointer to the nested struct (NULL: absent), everything else is
 * const char * with NULL for "not said" (which means .implied). Numbers are kept as decimal text: bigint and "none" need no special care. */
enum field_type {
    FIELD_BOOL,
    FIELD_INT,     /* decimal text */
    FIELD_TEXT,    /* free text, compared as it is */
    FIELD_IDENT,   /* an identifier as the catalog stores it (no quotes) */
    FIELD_NAME,    /* a possibly qualified name of another object, in canonical SQL spelling: public.users */
    FIELD_CHOICE,  /* one of .choices */
    FIELD_TYPE,    /* type name in canonical spelling (sql_type_read); a function's result may say SETOF or TABLE(...) */
    FIELD_EXPR,    /* SQL expression, compared by canonical form */
    FIELD_QUERY,   /* SQL query, compared by canonical form */
    FIELD_BODY,    /* program text, compared as it is */
    FIELD_IDENTS,  /* list of const char *: identifiers, order matters */
    FIELD_TEXTS,   /* list of const char * */
    FIELD_OPTIONS, /* list of struct option, order does not matter */
    FIELD_RECORD,  /* one nested struct */
    FIELD_LIST,    /* list of nested structs */
};

struct option {
    const char *name, *value;
};

/* How a difference is carried out. */
enum field_change {
    CHANGE_ALTER,   /* in place (the kind's emitter has a clause for it) */
    CHANGE_REBUILD, /* drop and create, with all that depends on it */
    CHANGE_NONE,    /* not compared: helps reading or writing only */
};

enum field_flags {
    FIELD_REQUIRED = 1,
    FIELD_IF_STATED = 2, /* compared only when the model says it */
    FIELD_MAIN = 4,      /* a scalar or list in place of the mapping means this field: checks: {positive: VALUE > 0} */
    FIELD_FRACTION = 16, /* INT: may have a fraction (the cost of a function) */
    FIELD_FOLD = 32,     /* IDENT: of the server's own naming (btree, plpgsql), so capitals in the model mean nothing */
    FIELD_ANY_ORDER = 64, /* IDENTS, TEXTS: order means nothing */
    FIELD_SECRETS = 128,  /* OPTIONS: those that are secrets by their name are neither read nor compared */
    FIELD_KEY = 256,     /* said by the key of the object: not in its mapping */
    FIELD_LOOSE = 512,    /* NAME: may be there later than this, or not at all */
    FIELD_SIGNED = 1024,  /* NAME: of a routine, with its argument types */
    FIELD_LEARNED = 2048, /* TEXT, with FIELD_KEY: only a server knows it; kept with what it prints of the object */
    FIELD_EMPTY = 4096,   /* LIST, with FIELD_REQUIRED: may have nothing in it */
    FIELD_COLUMNS = 8192, /* IDENT, IDENTS: of the own table */
    FIELD_BARE = 16384,   /* TYPE: the server drops its modifiers without a word */
    FIELD_LITERAL = 8,   /* written as a literal block in YAML when it has more than one line */
};

struct record;

struct field {
    const char *name; /* YAML key (with _ as written here), result column, JSON key */
    enum field_type type;
    size_t offset;
    const struct record *record; /* RECORD, LIST */
    const char *const *choices;  /* CHOICE: ends with NULL */
    uint64_t refers;             /* NAME, IDENT: KIND_BIT of the kinds that it names one of; IDENT: those at the top level */
    const char *implied;         /* what not saying it means; BOOL: false is implied, always */
    enum field_change change;
    unsigned flags;
    int since; /* server version, 0: all */
    const char *doc;
    const char *but; /* where `change` is not the whole truth, in words */
};

struct object;

/* A set of fields that make a struct: a kind's own, or a nested one. */
struct record {
    const char *name; /* for messages: "index key" */
    size_t size;
    const struct field *fields;
    size_t n_fields; /* at most 56: a change is a bit set with facets above */
    /* The short form: PostgreSQL's clause syntax. NULL when the record has none.
     * read: fills the zeroed struct from the whole text. write: false when the short form cannot say it all. */
    int (*read_short)(struct arena *a, void *into, const char *text, struct loc at, struct diag *d);
    bool (*write_short)(struct buf *out, const void *from);
};

#define FIELD(struct_, member, type_, ...)                                                                    \
    {.name = #member, .type = FIELD_##type_, .offset = offsetof(struct struct_, member), __VA_ARGS__}
#define FIELD_AS(struct_, member, name_, type_, ...)                                                         \
    {.name = (name_), .type = FIELD_##type_, .offset = offsetof(struct struct_, member), __VA_ARGS__}
#define FIELDS(array) .fields = (array), .n_fields = sizeof(array) / sizeof((array)[0])

enum kind_place {
    PLACE_TOP,    /* schema, extension: no schema */
    PLACE_SCHEMA, /* schema.name */
    PLACE_CHILD,  /* parent.name */
};

/* Objects of one space cannot share a name in one schema (PLACE_SCHEMA) or parent (PLACE_CHILD). Bits: an object may lie in several
 * (a table is a relation and a type). */
enum kind_space {
    SPACE_RELATION = 1,   /* pg_class: tables, views, sequences, indexes, and the indexes behind keys */
    SPACE_TYPE = 2,       /* pg_type */
    SPACE_ROUTINE = 4,    /* pg_proc: name and argument types */
    SPACE_CONSTRAINT = 8, /* of one parent */
    SPACE_OPERATOR = 16,  /* pg_operator: name and operand types */
    SPACE_OWN = 32,       /* its own kind only */
};

/* A key of the model that is more than a name. */
struct kind_key {
    /* All of the text: the name, and the fields that are FIELD_KEY. *ret_schema stays as it is where none is said. */
    int (*read)(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o, const char **ret_schema);
    void (*write)(struct buf *b, const struct object *o, const char *schema); /* schema NULL: not said */
};

struct kind {
    enum kind_id id;
    const char *name;    /* "index", in addresses and messages */
    const char *sql;     /* "INDEX", as DDL and COMMENT ON say it; constraints: "CONSTRAINT" */
    const char *group;   /* YAML key of the mapping that holds them: "indexes" */
    enum kind_place place;
    uint64_t parents;    /* PLACE_CHILD: KIND_BIT of each */
    unsigned space;      /* enum kind_space */
    const char *catalog; /* "pg_class": the classid of its rows in pg_depend */
    bool ordered;        /* order among siblings is part of the schema (columns, attributes) */
    bool single;         /* at most one a parent; YAML group holds the object itself, its name is a field `name` (primary key) */
    bool renameable;
    bool opt_in;         /* of the whole database: left alone where the model has no group of this kind */
    bool ownerless;      /* not PLACE_CHILD: has no owner that could be changed */
    bool worded;         /* its signature is words after its name: public.numbers USING btree */
    bool owned;          /* PLACE_CHILD: has an owner apart from its parent's */
    bool phrase;         /* its name is made of its fields and not quoted: for role app on tables */
    char acl;            /* what acldefault() calls it; 0: nothing can be granted on it; 'D': as its object says (privilege.h) */
    bool labelled;       /* SECURITY LABEL can be said of it */
    bool of_schema;      /* PLACE_CHILD: bears a name of its own in the schema, as indexes do */
    /* What tells objects of one name apart: argument types. NULL: the name is enough. Called when the types in it are canonical. */
    char *(*sign)(struct arena *a, const void *of);
    const struct kind_key *key; /* NULL: the name, or a routine's declaration */
    struct record record;
    const char *doc;
};

extern const struct kind *const kinds[KIND_COUNT];

static inline bool kind_has_owner(const struct kind *k)
{
    return k->place == PLACE_CHILD ? k->owned : !k->ownerless;
}

const struct kind *kind_by_group(const char *group, const struct kind *parent); /* parent NULL: top of a file */

/* Generic access. */
static inline const void *field_at(const void *from, const struct field *f)
{
    return (const char *)from + f->offset;
}
/* The effective text of a text-like field: its value or what is implied, or NULL. */
const char *field_text(const void *from, const struct field *f);
bool field_bool(const void *from, const struct field *f);
const struct list *field_list(const void *from, const struct field *f);

/* Whether two values of a field mean the same, by their text and lexical normal form. A type named without a schema equals the same
 * name in any schema (extension types in the model). */
bool field_equal(const struct field *f, const void *x, const void *y);
/* The option of that name in a list of them, NULL: there is none. */
const struct option *option_find(const struct list *in, const char *name);
/* Whether an option is a secret, by its name: password, api_key. */
bool option_is_secret(const char *name);
/* The same as a regular expression of PostgreSQL, without regard to case. */
const char *option_secret_pattern(struct arena *a);
/* Bits of the fields that differ (CHANGE_NONE left out); new may be the model: FIELD_IF_STATED fields count only when `stated` (the model's side) says them. */
uint64_t record_compare(const struct record *r, const void *x, const void *y, const void *stated);
/* FIELD_IF_STATED fields that the model (`stated`) does not say: `into` gets those of `from`, as they are. */
void record_take_unstated(const struct record *r, void *into, const void *from, const void *stated);
/* The bit of a field among those, by name; 0: there is none. */
uint64_t field_bit(const struct kind *k, const char *name);
/* How a difference of this field is carried out: a list whose items differ only in fields that can be altered can be altered. */
enum field_change field_change(const struct field *f, const void *x, const void *y);
/* Deep copy of a struct's fields (texts shared, lists and records copied). */
void record_copy(struct arena *a, const struct record *r, void *to, const void *from);

#define FACET_COMMENT ((uint64_t)1 << 63)
#define FACET_OWNER   ((uint64_t)1 << 62)
#define FACET_ACL     ((uint64_t)1 << 61)
#define FACET_LABELS  ((uint64_t)1 << 60)
#define FACETS        (FACET_COMMENT | FACET_OWNER | FACET_ACL | FACET_LABELS) /* in nobody's way */

#endif
