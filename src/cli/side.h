/* One side of a comparison: the model, a YAML file or folder, a database, a revision, a file of SQL. */
#ifndef KEDGE_CLI_SIDE_H
#define KEDGE_CLI_SIDE_H

#include "cli/replay.h"

enum side_kind {
    ORIGIN_MODEL,     /* what people wrote: path */
    ORIGIN_DATABASE,  /* url; NULL: the configured one */
    ORIGIN_REVISIONS, /* replayed up to `targets`; none: nothing at all */
    ORIGIN_SQL,       /* path, loaded into a sandbox */
};

struct side {
    enum side_kind kind;
    const char *text; /* as it was named */
    const char *path, *url;
    struct list targets; /* const char * */
};

/* model, database, revisions, base, a revision, a URL, a path that ends in .yaml, .yml or .sql, a folder. */
int side_find(struct cli *c, const char *text, struct side *ret);
/* Written by people, and so in any spelling. */
static inline bool side_is_model(const struct side *s)
{
    return s->kind == ORIGIN_MODEL;
}
/* Is built on a throw-away server. */
static inline bool side_is_replayed(const struct side *s)
{
    return s->kind == ORIGIN_REVISIONS || s->kind == ORIGIN_SQL;
}
/* "the database", "revision 4e55", "old.yaml": for messages. */
const char *side_name(struct cli *c, const struct side *s);

int side_read_model(struct cli *c, const struct side *s, struct catalog **ret);
/* The others. schemas: const char *, empty: all; name: of the database to replay in. */
int side_replay(struct cli *c, const struct side *s, struct replay *r, const char *name,
                const struct list *schemas, bool depends, struct catalog **ret);

#endif
