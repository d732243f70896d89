/* What a function returns: the one place where a type may be more than a type. */
#include "schema/read.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/type.h"
#include <string.h>

static char *type_read(struct arena *a, const char *text, size_t *ret_end, struct loc at, struct diag *d,
                       type_map *map, void *ctx)
{
    char *type = sql_type_read(a, text, ret_end, at, d);

    return type && map ? map(ctx, type) : type;
}

static char *table_read(struct arena *a, const char *text, size_t from, struct loc at, struct diag *d,
                        type_map *map, void *ctx)
{
    struct scanner scan;
    struct token token;
    struct buf b = {0};
    const char *why = NULL;

    scanner_init(&scan, a, text, strlen(text));
    scan.pos = from;
    scanner_next(&scan, &token);
    buf_add(&b, "TABLE(");
    for (bool first = true; !why; first = false) {
        scanner_next(&scan, &token);
        if (token.type != TOKEN_WORD && token.type != TOKEN_QUOTED) {
            why = "expected the name of a column";
            break;
        }
        size_t end = 0;
        char *type = type_read(a, text + scan.pos, &end, at, d, map, ctx);
        if (!type) {
            buf_free(&b);
            return NULL;
        }
        buf_add(&b, first ? "" : ", ");
        buf_ident(&b, token.text);
        buf_addf(&b, " %s", type);
        scan.pos += end;
        scanner_next(&scan, &token);
        if (token_is(&token, TOKEN_PUNCT, ")"))
            break;
        if (!token_is(&token, TOKEN_PUNCT, ","))
            why = "expected \",\" or \")\" after a column";
    }
    scanner_next(&scan, &token);
    if (!why && token.type != TOKEN_END)
        why = "there is something after TABLE(...)";
    if (why) {
        diag_error(d, "type.syntax", at, "\"%s\" is not a result: %s", text_clip(a, text, 100), why);
        buf_free(&b);
        return NULL;
    }
    buf_addc(&b, ')');
    return buf_take(&b, a);
}

char *returns_each(struct arena *a, const char *text, struct loc at, struct diag *d, type_map *map, void *ctx)
{
    struct scanner scan;
    struct token first, second;

    scanner_init(&scan, a, text, strlen(text));
    scanner_next(&scan, &first);
    scanner_next(&scan, &second);
    if (token_is(&first, TOKEN_WORD, "setof")) {
        char *type = type_read(a, text + first.end, NULL, at, d, map, ctx);
        return type ? arena_printf(a, "SETOF %s", type) : NULL;
    }
    if (token_is(&first, TOKEN_WORD, "table") && token_is(&second, TOKEN_PUNCT, "("))
        return table_read(a, text, first.end, at, d, map, ctx);
    return type_read(a, text, NULL, at, d, map, ctx);
}
