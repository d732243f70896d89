/* Any bytes as a short form of any kind, the first byte says which: the reader must end and stay within them, and what it read must be written so that it reads
 * back the same, and print as a statement's clause without ado. */
#include "schema/clause.h"
#include "schema/kinds/short.h"

#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void clause_print(const struct object *o)
{
    AUTO_BUF b = {0};

    switch ((int)o->kind->id) {
    case KIND_COLUMN:
        clause_column(&b, (const struct column *)o, true);
        break;
    case KIND_INDEX:
        clause_index(&b, (const struct index *)o);
        break;
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
    case KIND_CHECK:
    case KIND_FOREIGN_KEY:
    case KIND_EXCLUSION:
        clause_constraint(&b, o);
        break;
    default:
        break;
    }
}

static void routine_check(struct arena *a, const char *text)
{
    struct diag d = {0};
    struct routine r = {.base.kind = kinds[KIND_FUNCTION]};
    AUTO_BUF b = {0};

    if (routine_read_key(a, text, NOWHERE, &d, &r.base.schema, &r.base.name, &r.args) == OK) {
        struct list again = {0};
        const char *schema, *name;

        buf_add(&b, "f(");
        clause_arguments(&b, &r);
        buf_addc(&b, ')');
        if (routine_read_key(a, buf_str(&b), NOWHERE, NULL, &schema, &name, &again) != OK ||
            strcmp(routine_signature(a, &again), routine_signature(a, &r.args)) != 0)
            abort();
    }
    diag_clear(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    struct diag d = {0};
    const struct kind *kind;
    struct object *o;
    char *text;

    if (size < 1 || memchr(data, '\0', size) || utf8_valid_length((const char *)data, size) < size)
        return 0;
    kind = kinds[data[0] % KIND_COUNT];
    text = arena_strndup(&a, (const char *)data + 1, size - 1);
    if (!kind->record.read_short) {
        routine_check(&a, text);
        return 0;
    }
    o = arena_alloc(&a, kind->record.size);
    o->kind = kind;
    int rc = kind->record.read_short(&a, o, text, NOWHERE, &d);
    if ((rc == OK) != (d.errors == 0))
        abort();
    if (rc == OK) {
        if (kind->record.write_short(&b, o)) {
            struct object *back = arena_alloc(&a, kind->record.size);

            back->kind = kind;
            if (kind->record.read_short(&a, back, buf_str(&b), NOWHERE, NULL) != OK ||
                record_compare(&kind->record, back, o, o) != 0)
                abort();
        }
        clause_print(o);
    }
    diag_clear(&d);
    return 0;
}
