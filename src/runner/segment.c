#include "runner/segment.h"

#include "base/hash.h"
#include "sql/scan.h"
#include "sql/split.h"
#include <string.h>

void steps_choose(struct arena *a, const struct section *section, struct list *ret)
{
    struct step *step;
    list_each (step, &section->steps) {
        if (!step->only || strcmp(step->only, "postgres") == 0)
            list_push(a, ret, step);
    }
}

int step_round_limit(const struct step *step, int of_run)
{
    return step->round_limit != REVISION_NOT_SET ? step->round_limit : of_run;
}

enum segment_kind step_kind(const struct step *step)
{
    if (step->batch)
        return SEGMENT_BATCH;
    return step->autocommit || sql_classify(step->text) == SQL_AUTOCOMMIT ? SEGMENT_AUTOCOMMIT
                                                                          : SEGMENT_TRANSACTION;
}

bool step_is_concurrent(const struct step *step)
{
    AUTO_ARENA a = {0};
    struct scanner s;
    struct token t;
    scanner_init(&s, &a, step->text, strlen(step->text));
    do {
        scanner_next(&s, &t);
        if (token_is(&t, TOKEN_WORD, "concurrently"))
            return true;
    } while (t.type != TOKEN_END && t.type != TOKEN_ERROR && !token_is(&t, TOKEN_PUNCT, "("));
    return false;
}

void segments_cut(struct arena *a, const struct list *steps, size_t from, struct list *ret)
{
    struct segment *last = NULL;
    for (size_t i = from; i < steps->n; i++) {
        enum segment_kind kind = step_kind(steps->at[i]);
        if (last && kind == SEGMENT_TRANSACTION && last->kind == SEGMENT_TRANSACTION) {
            last->n++;
            continue;
        }
        last = arena_new(a, struct segment);
        *last = (struct segment){.kind = kind, .first = i, .n = 1};
        list_push(a, ret, last);
    }
}

void steps_hash(const struct list *steps, size_t n, char ret[65])
{
    AUTO_BUF text = {0};
    for (size_t i = 0; i < n && i < steps->n; i++) {
        for (const char *p = ((const struct step *)steps->at[i])->text; *p; p++) {
            if (*p != '\r')
                buf_addc(&text, *p);
        }
        buf_add(&text, ";\n");
    }
    sha256_hex(buf_str(&text), text.len, ret);
}
