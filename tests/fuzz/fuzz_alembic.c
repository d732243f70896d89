/* Any bytes as a Python revision, as an ini file and as an offline script of Alembic: reading must end. */
#include "revision/alembic.h"

#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct source s = {.name = "fuzz", .text = arena_strndup(&a, (const char *)data, size), .len = size};
    struct alembic_file file;
    struct alembic_ini ini;
    struct list steps = {0};
    const char *table = "alembic_version";
    if (memchr(s.text, '\0', size) || utf8_valid_length(s.text, size) < size)
        return 0; /* file_read() refuses these */
    if ((alembic_read(&a, &s, &d, &file) == OK) != (d.errors == 0))
        abort();
    (void)alembic_ini_read(&a, &s, NULL, "here", &d, &ini);
    (void)alembic_ini_read(&a, NULL, &s, "here", &d, &ini);
    (void)alembic_version_table(&a, &s);
    alembic_steps(&a, s.text, false, &table, &steps);
    alembic_steps(&a, s.text, true, &table, &steps);
    diag_clear(&d);
    return 0;
}
