#include "revision/directive.h"

#include "sql/scan.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *word;
    enum directive_kind kind;
} known[] = {
    {"revision", DIRECTIVE_HEADER},   {"revises", DIRECTIVE_HEADER},    {"created", DIRECTIVE_HEADER},
    {"labels", DIRECTIVE_HEADER},     {"squashes", DIRECTIVE_HEADER},   {"depends", DIRECTIVE_HEADER},
    {"upgrade", DIRECTIVE_SECTION},   {"downgrade", DIRECTIVE_SECTION}, {"autocommit", DIRECTIVE_STATEMENT},
    {"timeout", DIRECTIVE_STATEMENT}, {"batch", DIRECTIVE_STATEMENT},   {"only", DIRECTIVE_STATEMENT},
    {"allow", DIRECTIVE_STATEMENT},
};
enum { KNOWN = sizeof(known) / sizeof(*known) };

struct finder {
    struct arena *arena;
    const struct source *source;
    struct loc_cursor here;
    struct list *lines;
};

static size_t skip_space(const char *text, size_t from, size_t to)
{
    while (from < to && (text[from] == ' ' || text[from] == '\t'))
        from++;
    return from;
}

static void line_take(struct finder *f, size_t start, size_t end, bool own_line)
{
    static const char prefix[] = "kedge:";
    const char *text = f->source->text;
    size_t at = skip_space(text, start + 2, end);
    if (end - at < strlen(prefix) || strncasecmp(text + at, prefix, strlen(prefix)) != 0)
        return;
    size_t word = at + strlen(prefix), word_end = word, last = end;
    while (word_end < end && !isspace((unsigned char)text[word_end]))
        word_end++;
    size_t value = skip_space(text, word_end, end);
    while (last > value && isspace((unsigned char)text[last - 1]))
        last--;

    struct directive *line = arena_new(f->arena, struct directive);
    *line = (struct directive){.start = start,
                               .end = end,
                               .at = loc_next(&f->here, f->source, start),
                               .own_line = own_line,
                               .kind = DIRECTIVE_UNKNOWN,
                               .word = arena_strndup(f->arena, text + word, word_end - word),
                               .value = arena_strndup(f->arena, text + value, last - value)};
    for (size_t i = 0; i < KNOWN; i++) {
        if (strcmp(known[i].word, line->word) == 0)
            line->kind = known[i].kind;
    }
    list_push(f->arena, f->lines, line);
}

/* Between two tokens there are only white space and comments. */
static void gap_search(struct finder *f, size_t from, size_t to)
{
    struct scanner gap = {.text = f->source->text, .pos = from, .len = to};
    size_t start, end;
    bool own_line;

    while (scanner_comment(&gap, &start, &end, &own_line))
        line_take(f, start, end, own_line);
}

void directives_find(struct arena *a, const struct source *s, struct list *ret, size_t *ret_token)
{
    AUTO_ARENA scratch = {0};
    struct finder f = {.arena = a, .source = s, .lines = ret};
    struct scanner scan;
    struct token t;
    size_t before = 0;
    scanner_init(&scan, &scratch, s->text, s->len);
    *ret_token = s->len;
    for (;;) {
        scanner_next(&scan, &t);
        if (t.type == TOKEN_END) {
            gap_search(&f, before, s->len);
            return;
        }
        gap_search(&f, before, t.start);
        if (*ret_token == s->len)
            *ret_token = t.start;
        if (t.type == TOKEN_ERROR)
            return;
        before = t.end;
    }
}

void words_split(struct arena *a, const char *text, struct list *ret)
{
    static const char between[] = " \t,";
    for (const char *p = text + strspn(text, between); *p; p += strspn(p, between)) {
        size_t n = strcspn(p, between);
        list_push(a, ret, arena_strndup(a, p, n));
        p += n;
    }
}

/* "2s", "100ms", "0", "5min": milliseconds, as the server reads its timeouts. */
static int duration_read(const struct directive *line, const char *text, struct diag *d, int *ret)
{
    static const struct {
        const char *unit;
        long factor;
    } units[] = {{"", 1}, {"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}};
    long value = 0;
    const char *p = text;
    for (; isdigit((unsigned char)*p) && value <= 2147483647; p++)
        value = value * 10 + (*p - '0');
    for (size_t i = 0; p > text && i < sizeof(units) / sizeof(*units); i++) {
        if (strcmp(p, units[i].unit) == 0 && value <= 2147483647 / units[i].factor) {
            *ret = (int)(value * units[i].factor);
            return OK;
        }
    }
    diag_error(d, "revision.directive", line->at, "\"%s\" is not a length of time", text);
    diag_hint(d, "Write a number with ms, s, min or h, such as 500ms or 2s; 0 is no limit.");
    return ERR;
}

static int count_read(const struct directive *line, const char *text, struct diag *d, int *ret)
{
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && digits < 10 && !text[digits]) {
        *ret = (int)strtol(text, NULL, 10);
        return OK;
    }
    diag_error(d, "revision.directive", line->at, "\"%s\" is not a number of rounds", text);
    diag_hint(d, "Write a number of up to nine digits; 0 is no limit.");
    return ERR;
}

struct setting {
    const char *key;
    const char *example;
    int *target;
    int (*read)(const struct directive *line, const char *text, struct diag *d, int *ret);
};

static const struct setting *setting_find(const struct setting *settings, size_t n, const char *word)
{
    size_t len = strcspn(word, "=");
    for (size_t i = 0; word[len] && i < n; i++) {
        if (strlen(settings[i].key) == len && strncmp(settings[i].key, word, len) == 0)
            return &settings[i];
    }
    return NULL;
}

/* key=value words. */
static int settings_read(struct arena *a, const struct directive *line, const struct setting *settings,
                         size_t n, struct diag *d)
{
    struct list words = {0};
    const char *word;
    int rc = OK;
    words_split(a, line->value, &words);
    list_each (word, &words) {
        const struct setting *s = setting_find(settings, n, word);
        if (s) {
            rc = s->read(line, strchr(word, '=') + 1, d, s->target) == OK ? rc : ERR;
            continue;
        }
        rc = diag_error(d, "revision.directive", line->at, "\"%s\" means nothing after kedge:%s", word,
                        line->word);
        AUTO_BUF hint = {0};
        for (size_t i = 0; i < n; i++)
            buf_addf(&hint, "%s%s=%s", i ? " " : "", settings[i].key, settings[i].example);
        diag_hint(d, "It takes %s.", buf_str(&hint));
    }
    return rc;
}

static int timeout_read(struct arena *a, const struct directive *line, struct step *step, struct diag *d)
{
    const struct setting settings[] = {
        {"lock", "500ms", &step->lock_timeout, duration_read},
        {"statement", "500ms", &step->statement_timeout, duration_read},
    };
    if (!*line->value) {
        diag_error(d, "revision.directive", line->at, "kedge:timeout says no timeout");
        diag_hint(d, "Write -- kedge:timeout lock=2s statement=0, or one of the two.");
        return ERR;
    }
    return settings_read(a, line, settings, 2, d);
}

static int batch_read(struct arena *a, const struct directive *line, struct step *step, struct diag *d)
{
    const struct setting settings[] = {
        {"pause", "500ms", &step->pause, duration_read},
        {"limit", "1000", &step->round_limit, count_read},
    };
    step->batch = true;
    return settings_read(a, line, settings, 2, d);
}

static int only_read(const struct directive *line, struct step *step, struct diag *d)
{
    static const char *const kinds[] = {"postgres", "sqlite"};
    for (size_t i = 0; i < 2; i++) {
        if (strcmp(line->value, kinds[i]) == 0) {
            step->only = kinds[i];
            return OK;
        }
    }
    diag_error(d, "revision.directive", line->at, "\"%s\" is not a kind of database", line->value);
    diag_hint(d, "Write -- kedge:only postgres or -- kedge:only sqlite.");
    return ERR;
}

static int allow_read(struct arena *a, const struct directive *line, struct step *step, struct diag *d)
{
    words_split(a, line->value, &step->allow);
    if (step->allow.n)
        return OK;
    diag_error(d, "revision.directive", line->at, "kedge:allow names no hazard");
    diag_hint(d, "Write the name that stands after \"hazard\" above the statement, such as drop-column.");
    return ERR;
}

int directive_apply(struct arena *a, const struct directive *line, struct step *step, struct diag *d)
{
    if (strcmp(line->word, "timeout") == 0)
        return timeout_read(a, line, step, d);
    if (strcmp(line->word, "batch") == 0)
        return batch_read(a, line, step, d);
    if (strcmp(line->word, "only") == 0)
        return only_read(line, step, d);
    if (strcmp(line->word, "allow") == 0)
        return allow_read(a, line, step, d);
    step->autocommit = true;
    if (*line->value)
        return diag_error(d, "revision.directive", line->at, "kedge:autocommit takes nothing after it");
    return OK;
}

int directive_unknown(const struct directive *line, struct diag *d)
{
    const char *words[KNOWN];
    for (size_t i = 0; i < KNOWN; i++)
        words[i] = known[i].word;
    const char *nearest = diag_nearest(line->word, words, KNOWN);
    diag_error(d, "revision.directive", line->at, "unknown directive \"kedge:%s\"", line->word);
    if (nearest)
        diag_hint(d, "Did you mean \"kedge:%s\"?", nearest);
    return ERR;
}
