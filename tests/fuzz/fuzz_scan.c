/* Tokens come in order, lie within the text, have a text, and what is between them is space. */
#include "fuzz.h"

#include "sql/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    size_t n, before = 0;
    struct token *tokens = sql_tokens(&a, (const char *)data, size, &n);
    for (size_t i = 0; i < n; i++) {
        const struct token *t = &tokens[i];
        PROMISE(t->text && t->type != TOKEN_END);
        PROMISE(t->start >= before && t->start < t->end && t->end <= size);
        PROMISE(t->space_before == (t->start > before));
        PROMISE(t->type != TOKEN_ERROR || i + 1 == n);
        before = t->end;

        /* A token scans the same on its own, but for the N of N'...', which is a name without the string. */
        if (strcmp(t->text, "nchar") == 0)
            continue;
        size_t alone;
        struct token *again = sql_tokens(&a, (const char *)data + t->start, t->end - t->start, &alone);
        PROMISE(t->type == TOKEN_ERROR ||
                (alone == 1 && again[0].type == t->type && strcmp(again[0].text, t->text) == 0));
    }
    PROMISE(tokens[n].type == TOKEN_END);
    return 0;
}
