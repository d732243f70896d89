/* Any bytes as a revision file: the reader must end, stay within them, and give statements that lie inside
 * the text. */
#include "revision/file.h"

#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void section_check(const struct source *s, const struct section *section)
{
    const struct step *step;
    list_each (step, &section->steps) {
        size_t n = strlen(step->text);
        if (step->offset + n > s->len || memcmp(s->text + step->offset, step->text, n) != 0)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct source s = {.name = "fuzz", .text = arena_strndup(&a, (const char *)data, size), .len = size};
    struct revision *r = NULL;
    if (memchr(s.text, '\0', size) || utf8_valid_length(s.text, size) < size)
        return 0; /* file_read() refuses these */
    int rc = revision_parse(&a, &s, &d, &r);
    if (!r || (rc == OK) != (d.errors == 0) || r->broken != (rc < 0))
        abort();
    section_check(&s, &r->upgrade);
    section_check(&s, &r->downgrade);
    diag_clear(&d);
    return 0;
}
