/* What went wrong, where, why and what to do: collected, not printed. Library functions add here and return ERR;
 * only src/cli prints. All errors of a run are collected, not only the first. */
#ifndef KEDGE_BASE_DIAG_H
#define KEDGE_BASE_DIAG_H

#include "base/arena.h"
#include "base/list.h"

enum { OK = 0, ERR = -1 };

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* A text that locations point into. Outlives the diag (it belongs to the program's arena). text may be NULL. */
struct source {
    const char *name;
    const char *text;
    size_t len;
};

/* 1-based; columns count characters. line 0: the source as a whole; source NULL: no place. */
struct loc {
    const struct source *source;
    unsigned line, column;
};
#define NOWHERE ((struct loc){0})

struct diag_entry {
    enum severity severity;
    const char *code;     /* stable slug, "yaml.duplicate-key" */
    const char *message;  /* lower case, no full stop */
    const char *hint;     /* a sentence, or NULL */
    const char *detail;   /* further lines (a statement, the server's DETAIL), or NULL */
    const char *sqlstate; /* or NULL */
    const char *object;   /* address, or NULL */
    struct loc at;
    struct loc related;   /* the other place involved */
    const char *related_message;
};

struct diag {
    struct arena arena;
    struct list entries; /* struct diag_entry */
    size_t errors, warnings;
};

/* Adds an entry (texts are copied) and returns ERR, so that `return diag_error(...)` is one statement.
 * diag may be NULL: then nothing is kept. */
int diag_error(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void diag_warning(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void diag_note(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Said of the entry added last. */
void diag_hint(struct diag *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void diag_detail(struct diag *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void diag_related(struct diag *d, struct loc at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void diag_sqlstate(struct diag *d, const char *sqlstate);
void diag_object(struct diag *d, const char *address);
void diag_clear(struct diag *d);

/* Byte offset in a source -> line and column in characters. */
struct loc loc_at(const struct source *s, size_t offset);

/* Many places of one source in one pass: the next one is counted from the last. {0} stands at the start. */
struct loc_cursor {
    struct loc here;
    size_t offset;
};
struct loc loc_next(struct loc_cursor *c, const struct source *s, size_t offset);

/* The message of the first error, in the arena; "no reason was given" where there is none. */
const char *diag_first_error(struct arena *a, const struct diag *d);

struct buf;
/* The entry as people read it: "file:line:col: error: message", the source line with a caret, hint. colour: ANSI. */
void diag_render(struct buf *out, const struct diag_entry *e, bool colour);

/* "did you mean": the candidate nearest to word (edit distance at most 2, and less than half its length), or NULL. */
const char *diag_nearest(const char *word, const char *const *candidates, size_t n);

#endif
