#include "schema/object.h"

#define SEQUENCE_OPTIONS(struct_)                                                                             \
    FIELD_AS(struct_, options.start, "start", INT, .change = CHANGE_ALTER, .doc = "First value."),            \
        FIELD_AS(struct_, options.increment, "increment", INT, .implied = "1", .change = CHANGE_ALTER,        \
                 .doc = "Step."),                                                                             \
        FIELD_AS(struct_, options.min, "min", INT, .change = CHANGE_ALTER, .doc = "Least value."),            \
        FIELD_AS(struct_, options.max, "max", INT, .change = CHANGE_ALTER, .doc = "Greatest value."),         \
        FIELD_AS(struct_, options.cache, "cache", INT, .implied = "1", .change = CHANGE_ALTER,                \
                 .doc = "How many values a session takes at once."),                                          \
        FIELD_AS(struct_, options.cycle, "cycle", BOOL, .change = CHANGE_ALTER,                               \
                 .doc = "Whether it starts again at the end.")

static const struct field sequence_fields[] = {
    FIELD(sequence, type, TYPE, .implied = "bigint", .change = CHANGE_ALTER, .doc = "smallint, integer or bigint."),
    SEQUENCE_OPTIONS(sequence),
    FIELD(sequence, owned_by, NAME, .change = CHANGE_ALTER, .doc = "The column it goes with: public.users.id."),
    FIELD(sequence, unlogged, BOOL, .change = CHANGE_ALTER, .since = 150000, .doc = "Not written to the log."),
};

const struct kind kind_sequence = {
    .id = KIND_SEQUENCE,
    .labelled = true,
    .name = "sequence",
    .sql = "SEQUENCE",
    .group = "sequences",
    .place = PLACE_SCHEMA,
    .space = SPACE_RELATION,
    .catalog = "pg_class",
    .acl = 's',
    .renameable = true,
    .record = {.name = "sequence", .size = sizeof(struct sequence), FIELDS(sequence_fields)},
    .doc = "A sequence. Those of identity columns belong to the column.",
};

static const char *const generations[] = {"always", "by default", NULL};
static const char *const persistences[] = {"logged", "unlogged", NULL};

static const struct field identity_fields[] = {
    FIELD(identity, generation, CHOICE, .choices = generations, .implied = "always", .change = CHANGE_ALTER,
          .flags = FIELD_MAIN, .doc = "Whether an INSERT may give the value itself."),
    FIELD(identity, sequence, IDENT, .change = CHANGE_ALTER,
          .doc = "Name of its sequence; table_column_seq when left out."),
    FIELD(identity, persistence, CHOICE, .choices = persistences, .change = CHANGE_ALTER, .since = 150000,
          .doc = "Whether its sequence is written to the log, if not as the table."),
    SEQUENCE_OPTIONS(identity),
};

#include "schema/kinds/short.h"

const struct record identity_record = {.name = "identity",
                                       .size = sizeof(struct identity),
                                       FIELDS(identity_fields),
                                       .read_short = identity_read_short,
                                       .write_short = identity_write_short};
