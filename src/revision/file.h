/* Revision files: plain SQL with a header of `-- kedge:` lines and two sections. Reading, writing, naming. */
#ifndef KEDGE_REVISION_FILE_H
#define KEDGE_REVISION_FILE_H

#include "base/buf.h"
#include "base/diag.h"
#include <time.h>

enum { REVISION_ID_LONGEST = 64, REVISION_NOT_SET = -1 };

/* One statement with the directives that stand before it. */
struct step {
    const char *text; /* without the semicolon */
    size_t offset;    /* of text in the source, in bytes: maps the server's position into the file */
    struct loc at;
    bool autocommit;       /* -- kedge:autocommit (what sql_classify() says is not in here) */
    bool batch;            /* -- kedge:batch: repeat until no row is affected */
    int pause;             /* between the rounds of a batch, milliseconds */
    int round_limit;       /* of a batch in one run; 0: none, REVISION_NOT_SET: as the run says */
    int lock_timeout;      /* milliseconds, 0: none, REVISION_NOT_SET: as the run says */
    int statement_timeout; /* the same */
    const char *only;      /* "postgres" or "sqlite": other databases skip it; NULL: everywhere */
    struct list allow;     /* const char *, hazard names */
};

struct section {
    bool present;
    struct loc at;     /* of its line, `-- kedge:upgrade` */
    const char *text;  /* what follows the line, without white space around it */
    struct list steps; /* struct step, in order */
    char sha256[65];   /* of text, line ends as \n: what history keeps to find edited files */
};

struct revision {
    const char *id;       /* NULL when the file is too broken to tell */
    const char *message;  /* one line; "" when there is none */
    const char *created;  /* as written, "2026-11-20T18:40:00Z", or NULL */
    struct list parents;  /* const char *: ids as written, in order; empty: a root */
    struct list depends;  /* const char *: ids or labels */
    struct list labels;   /* const char * */
    struct list squashes; /* const char *: ids that were made one with this one, and are no files any more */
    struct loc id_at, parents_at, depends_at, labels_at, squashes_at;
    const char *path;
    const struct source *source; /* NULL when the file could not be read */
    struct section upgrade, downgrade;
    bool broken; /* errors about it are in the diag; it must not be run */
};

/* Reads one file. Always gives a revision (broken when there were errors, then ERR). Everything lives in the
 * arena. */
int revision_read(struct arena *a, const char *path, struct diag *d, struct revision **ret);
int revision_parse(struct arena *a, const struct source *s, struct diag *d, struct revision **ret);

/* OK when text may be an id (or a label): 1 to 64 characters without @ : + - and white space, nor a word with
 * a meaning (head, heads, base, current). what: "revision id", "label". */
int revision_check_id(const char *text, const char *what, struct loc at, struct diag *d);
/* 12 hex digits from getrandom(). */
char *revision_new_id(struct arena *a);

struct revision_draft {
    const char *id;      /* NULL: a new one */
    const char *message; /* any text; NULL: "empty message" */
    time_t created;      /* 0: SOURCE_DATE_EPOCH when set, else now; shown in UTC */
    struct list parents, depends, labels, squashes; /* const char * */
    const char *upgrade;                            /* section texts, NULL: empty */
    const char *downgrade; /* NULL: empty; a revision without a way down has none at all: */
    bool irreversible;     /* no downgrade section is written */
    const char *folder;
    const char *file_template; /* NULL: "%(rev)s_%(slug)s"; may contain slashes; ".sql" is added */
    int slug_length;           /* 0: 40 */
};

/* The bytes of the file; id and date must be settled (revision_settle). */
void revision_render(struct buf *out, const struct revision_draft *draft);
/* Fills in id and created, checks ids, labels and parents. */
int revision_settle(struct arena *a, struct revision_draft *draft, struct diag *d);
/* Path from the template: %(rev)s %(slug)s %(epoch)s %(year)d %(month).2d %(day).2d %(hour).2d %(minute).2d
 * %(second).2d, %%. */
int revision_path(struct arena *a, const struct revision_draft *draft, struct diag *d, char **ret);
/* Settles, renders, reads its own text back (a draft that cannot be read is not written), and writes whole,
 * never over a file. */
int revision_write(struct arena *a, struct revision_draft *draft, struct diag *d, char **ret_path);

/* Word characters of the message joined by _, lower case; longer than length: cut at the last _ before it,
 * which stays. */
char *revision_slug(struct arena *a, const char *message, size_t length);

#endif
