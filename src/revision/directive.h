/* The `-- kedge:` lines of a revision file: finding them, and reading those that say something of a
 * statement. */
#ifndef KEDGE_REVISION_DIRECTIVE_H
#define KEDGE_REVISION_DIRECTIVE_H

#include "revision/file.h"

enum directive_kind { DIRECTIVE_HEADER, DIRECTIVE_SECTION, DIRECTIVE_STATEMENT, DIRECTIVE_UNKNOWN };

struct directive {
    size_t start, end; /* of the line comment, from its dashes, in bytes */
    struct loc at;
    bool own_line; /* nothing but white space before it on the line */
    enum directive_kind kind;
    const char *word;  /* "timeout" */
    const char *value; /* what follows, without white space around it; "" when nothing does */
};

/* All of them outside strings, bodies and block comments, in order (struct directive), up to the first place
 * that does not scan. *ret_token: where the first SQL token stands, source->len when there is none. */
void directives_find(struct arena *a, const struct source *s, struct list *ret, size_t *ret_token);

/* Sets in the step what a statement directive says. */
int directive_apply(struct arena *a, const struct directive *line, struct step *step, struct diag *d);
/* An error with what the word may have been meant to be. */
int directive_unknown(const struct directive *line, struct diag *d);

/* Words separated by commas and white space. */
void words_split(struct arena *a, const char *text, struct list *ret);

#endif
