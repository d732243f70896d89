/* A canonical name is its own canonical name, and its parts are there. */
#include "fuzz.h"

#include "sql/type.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!IS_TEXT(data, size))
        return 0;
    AUTO_ARENA a = {0};
    char *text = arena_strndup(&a, (const char *)data, size);
    struct diag d = {0};
    size_t end = 0;
    char *type = sql_type_read(&a, text, &end, NOWHERE, &d);
    PROMISE((type != NULL) == (d.errors == 0));
    if (type) {
        PROMISE(end > 0 && end <= strlen(text));
        char *again = sql_type_read(&a, type, NULL, NOWHERE, NULL);
        PROMISE(again && strcmp(again, type) == 0);

        const char *schema, *name;
        bool array;
        sql_type_parts(&a, type, &schema, &name, &array);
        PROMISE(name && *name);
        char *moved = sql_type_with_base(&a, type, "s", "t");
        sql_type_parts(&a, moved, &schema, &name, &array);
        PROMISE(strcmp(schema, "s") == 0 && strcmp(name, "t") == 0);
    }
    diag_clear(&d);
    return 0;
}
