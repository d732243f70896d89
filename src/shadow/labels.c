#include "shadow/labels.h"

#include "base/list.h"
#include "sql/quote.h"
#include <string.h>

/* The provider is looked for before anything else. Nothing is labelled. */
static int is_there(struct arena *a, struct db *db, const char *provider, struct diag *d, bool *ret)
{
    struct diag server = {0};
    const struct diag_entry *e;

    if (db_exec(db, "BEGIN", d) != OK)
        return ERR;
    *ret = true;
    if (db_exec(db, arena_printf(a, "SECURITY LABEL FOR %s ON SCHEMA public IS NULL", sql_ident(a, provider)), &server) != OK) {
        e = server.entries.n ? server.entries.at[0] : NULL;
        *ret = !(e && e->sqlstate && strcmp(e->sqlstate, "22023") == 0);
    }
    diag_clear(&server);
    return db_exec(db, "ROLLBACK", d);
}

/* seen: providers that are there; ret: those that are not. */
static int look_for(struct arena *a, struct db *db, const char *provider, struct list *seen, struct diag *d, struct list *ret)
{
    bool there;

    if (list_has_text(seen, provider) || list_has_text(ret, provider))
        return OK;
    if (is_there(a, db, provider, d, &there) != OK)
        return ERR;
    list_push(a, there ? seen : ret, provider);
    return OK;
}

int labels_leave_out(struct arena *a, struct db *db, const struct catalog *c, struct diag *d, struct list *ret)
{
    struct list seen = {0};
    struct object *o;
    struct option *label;

    list_each (o, &c->objects) {
        struct list kept = {0};

        list_each (label, &o->labels) {
            if (look_for(a, db, label->name, &seen, d, ret) != OK)
                return ERR;
            if (!list_has_text(ret, label->name))
                list_push(a, &kept, label);
        }
        o->labels = kept;
    }
    return OK;
}
