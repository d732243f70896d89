#ifndef KEDGE_SCHEMA_KINDS_SUBSCRIPTION_H
#define KEDGE_SCHEMA_KINDS_SUBSCRIPTION_H

struct subscription {
    struct object base;
    struct list connection;         /* struct option: host, dbname, ... */
    struct list publications;       /* const char * */
    bool enabled;
    const char *slot;               /* NULL: called as the subscription; none */
    const char *synchronous_commit; /* off implied */
    bool binary;                    /* 14 */
    const char *streaming;          /* on, parallel (16); NULL: off; 14 */
    bool two_phase, disable_on_error;         /* 15 */
    const char *origin;                       /* none; NULL: any; 16 */
    bool password_not_required, run_as_owner; /* 16 */
    bool failover;                            /* 17 */
};

/* Whether it has a replication slot at the publisher, whatever that is called. */
bool subscription_has_slot(const struct object *o);

#endif
