#include "schema/object.h"
#include <string.h>

static const char *const streaming[] = {"off", "on", "parallel", NULL};
static const char *const origins[] = {"any", "none", NULL};

bool subscription_has_slot(const struct object *o)
{
    const struct subscription *s = (const struct subscription *)o;

    return !s->slot || strcmp(s->slot, "none") != 0;
}

static const struct field subscription_fields[] = {
    FIELD(subscription, connection, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS,
          .doc = "Where the publisher is: host, port, dbname, user, ... Passwords are set when it is made, and not compared."),
    FIELD(subscription, publications, IDENTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER | FIELD_REQUIRED,
          .doc = "Publications of the publisher."),
    FIELD(subscription, enabled, BOOL, .change = CHANGE_ALTER, .doc = "Whether it runs."),
    FIELD(subscription, slot, IDENT, .change = CHANGE_ALTER,
          .doc = "The replication slot at the publisher, if not called as the subscription; `none`."),
    FIELD(subscription, synchronous_commit, TEXT, .implied = "off", .change = CHANGE_ALTER,
          .doc = "synchronous_commit of its workers."),
    FIELD(subscription, binary, BOOL, .change = CHANGE_ALTER, .since = 140000, .doc = "Whether values are sent in binary."),
    FIELD(subscription, streaming, CHOICE, .choices = streaming, .implied = "off", .change = CHANGE_ALTER, .since = 140000,
          .doc = "Whether transactions are sent while they run."),
    FIELD(subscription, two_phase, BOOL, .change = CHANGE_REBUILD, .but = "in place from 18 on, where there is a slot", .since = 150000,
          .doc = "Whether prepared transactions are sent when they are prepared."),
    FIELD(subscription, disable_on_error, BOOL, .change = CHANGE_ALTER, .since = 150000,
          .doc = "Whether an error ends it until it is enabled again."),
    FIELD(subscription, origin, CHOICE, .choices = origins, .implied = "any", .change = CHANGE_ALTER, .since = 160000,
          .doc = "Whether changes are sent that the publisher has from others."),
    FIELD(subscription, password_not_required, BOOL, .change = CHANGE_ALTER, .since = 160000,
          .doc = "Whether an owner who is no superuser may connect without a password."),
    FIELD(subscription, run_as_owner, BOOL, .change = CHANGE_ALTER, .since = 160000,
          .doc = "Whether changes are made as the owner of the subscription, not of the table."),
    FIELD(subscription, failover, BOOL, .change = CHANGE_REBUILD, .but = "in place where there is a slot", .since = 170000,
          .doc = "Whether the slot is there on standbys too."),
};

const struct kind kind_subscription = {
    .id = KIND_SUBSCRIPTION,
    .labelled = true,
    .name = "subscription",
    .sql = "SUBSCRIPTION",
    .group = "subscriptions",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_subscription",
    .opt_in = true,
    .record = {.name = "subscription", .size = sizeof(struct subscription), FIELDS(subscription_fields)},
    .doc = "A subscription to publications of another database. The slot at the publisher is made and dropped there, and new tables are "
           "refreshed by hand: kedge has the server connect to it only where `failover` or `two_phase` of the slot change.",
};
