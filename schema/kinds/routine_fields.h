/* Private to schema/kinds: what functions, procedures and aggregates have in common. */
#ifndef KEDGE_SCHEMA_KINDS_ROUTINE_FIELDS_H
#define KEDGE_SCHEMA_KINDS_ROUTINE_FIELDS_H

#include "schema/kinds/short.h"

/* clang-format off */
#define ARGUMENT_FIELDS(modes_)                                                                               \
    FIELD(argument, mode, CHOICE, .choices = (modes_), .implied = "in", .change = CHANGE_REBUILD, .doc = "Direction."), \
        FIELD(argument, name, IDENT, .change = CHANGE_REBUILD, .doc = "Name, if it has one."),                \
        FIELD(argument, type, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Type.")

#define ROUTINE_ARGS(struct_, member, record_)                                                                \
    FIELD_AS(struct_, member, "args", LIST, .record = (record_), .change = CHANGE_REBUILD,                    \
             .doc = "Arguments, where the key does not say it all.")

extern const char *const routine_parallels[];

#define ROUTINE_PARALLEL(struct_)                                                                             \
    FIELD(struct_, parallel, CHOICE, .choices = routine_parallels, .implied = "unsafe", .change = CHANGE_ALTER, \
          .doc = "Whether parallel workers may run it.")

/* Of their struct kind: they live side by side and are told apart by their arguments. */
#define ROUTINE_KIND                                                                                          \
    .place = PLACE_SCHEMA, .space = SPACE_ROUTINE, .catalog = "pg_proc", .acl = 'f', .renameable = true, .sign = routine_sign
/* clang-format on */

#endif
