/* Normal forms of normal forms settle. (Of SQL that makes sense at once; "date date ''" takes a second
 * round.) */
#include "fuzz.h"

#include "sql/normal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!IS_TEXT(data, size))
        return 0;
    AUTO_ARENA a = {0};
    char *text = arena_strndup(&a, (const char *)data, size), *before;
    size_t rounds = 0;
    do {
        before = text;
        text = sql_normal(&a, before);
        PROMISE(rounds++ < 10 + size);
    } while (strcmp(text, before) != 0);
    return 0;
}
