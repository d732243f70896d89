/* Connection strings: what is read is written so that it reads the same again, and hiding works on anything.
 */
#include "db/url.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    enum url_kind kind, again_kind;
    const char *got, *again, *other;
    const char *url = arena_strndup(&a, (const char *)data, size);

    (void)url_hide_password(&a, url);
    int rc = url_read(&a, url, &d, &kind, &got);
    must(rc == OK || d.errors == 1);
    if (rc == OK && kind == URL_POSTGRES && *got) {
        must(url_read(&a, got, &d, &again_kind, &again) == OK);
        must(again_kind == kind && strcmp(got, again) == 0);
        must(url_with_database(&a, url, "other", &d, &other) == OK && strstr(other, "dbname='other'"));
    }
    diag_clear(&d);
    return 0;
}
