/* One sandbox server for the tests of an executable; exit code 77 (skipped) where there is none to start. */
#ifndef KEDGE_TESTS_SERVER_H
#define KEDGE_TESTS_SERVER_H

#include "harness.h"

#include "db/db.h"
#include "db/sandbox.h"

/* Its URL, as the superuser. */
UNUSED static const char *server_url(void)
{
    static struct sandbox *sandbox;
    if (sandbox)
        return sandbox_url(sandbox);
    AUTO_ARENA a = {0};
    struct diag d = {0};
    if (sandbox_start(0, &d, &sandbox) == OK) {
        diag_clear(&d);
        return sandbox_url(sandbox);
    }
    const struct diag_entry *e = d.entries.at[0];
    bool missing = strcmp(e->code, "sandbox.missing") == 0;
    fprintf(stderr, "%s%s", missing ? "skipped: " : "", diag_text(&a, &d));
    diag_clear(&d);
    exit(missing ? 77 : 1);
}

#endif
