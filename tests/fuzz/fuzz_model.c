/* Any bytes as a model: reading ends soon, stays within its bounds and leaves nothing behind, and a refusal
 * has a reason. What was read can be written, and what was written reads back the same. */
#include "fuzz.h"

#include "schema/model.h"

static struct catalog *read_text(const char *text, size_t len, struct diag *d)
{
    struct list schemas = {0};
    struct source s = {.name = "fuzz", .text = text, .len = len};
    struct catalog *c = NULL;
    int rc = model_read_source(&s, &schemas, d, &c);

    PROMISE((rc == OK) == (d->errors == 0) && (rc == OK) == (c != NULL));
    AUTO_BUF out = {0};
    const struct diag_entry *e;
    list_each (e, &d->entries)
        diag_render(&out, e, false);
    return c;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct diag d = {0};
    AUTO_BUF first = {0}, second = {0};
    struct catalog *c = read_text((const char *)data, size, &d), *again = NULL;

    if (c) {
        model_write(&first, c, "public");
        again = read_text(buf_str(&first), first.len, &d);
        if (!again)
            fprintf(stderr, "%s%s\n", buf_str(&first), ((struct diag_entry *)d.entries.at[0])->message);
        PROMISE(again);
        model_write(&second, again, "public");
        if (strcmp(buf_str(&first), buf_str(&second)) != 0)
            fprintf(stderr, "%s-----\n%s", buf_str(&first), buf_str(&second));
        PROMISE(strcmp(buf_str(&first), buf_str(&second)) == 0);
    }
    catalog_free(c);
    catalog_free(again);
    diag_clear(&d);
    return 0;
}
