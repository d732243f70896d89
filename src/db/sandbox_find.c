/* Finding a PostgreSQL server to run. */
#include "db/sandbox_parts.h"

#include "base/file.h"
#include "db/process.h"
#include "db/wait.h"
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Besides pg_config's and PATH: Debian, Red Hat, Homebrew, source builds, installers, MacPorts, FreeBSD. */
static const char *const usual_places[] = {
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
    "/usr/local/pgsql/bin",
    "/usr/local/pgsql-*/bin",
    "/Library/PostgreSQL/*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "/opt/local/lib/postgresql*/bin",
    "/usr/lib/postgresql*/bin",
    "/usr/libexec/postgresql*",
};

static bool runnable(const char *path)
{
    return !file_is_folder(path) && access(path, X_OK) == 0;
}

/* Each folder once, under its real name, if it holds a server. */
static void place_add(struct arena *a, struct list *places, const char *folder)
{
    char *real = realpath(folder, NULL);
    const char *name = real ? arena_strdup(a, real) : NULL;
    free(real);
    if (name && !list_has_text(places, name) && runnable(path_join(a, name, "initdb")) &&
        runnable(path_join(a, name, "postgres")))
        list_push(a, places, name);
}

/* First line of what a program says, or NULL. */
static const char *program_ask(struct arena *a, const char *program, const char *option)
{
    AUTO_BUF out = {0};
    int status = -1;
    const char *argv[] = {program, option, NULL};
    bool was = interrupt_take(); /* none of this takes long: an interrupt is left to the end of the search */
    int rc = process_run(&(struct process){.argv = argv}, &out, NULL, &status);
    if (was || interrupt_take())
        interrupt_return();
    if (rc < 0 || status != 0)
        return NULL;
    return arena_strndup(a, buf_str(&out), strcspn(buf_str(&out), "\r\n"));
}

static void path_places(struct arena *a, struct list *places)
{
    const char *path = getenv("PATH");
    for (const char *s = path ? path : ""; *s;) {
        size_t n = strcspn(s, ":");
        const char *folder = arena_strndup(a, s, n);
        if (*folder == '/') { /* a relative one is nobody's intention here */
            const char *config = path_join(a, folder, "pg_config");
            place_add(a, places, folder);
            const char *named = runnable(config) ? program_ask(a, config, "--bindir") : NULL;
            if (named)
                place_add(a, places, named);
        }
        s += n + (s[n] == ':');
    }
}

static void usual_places_add(struct arena *a, struct list *places)
{
    for (size_t i = 0; i < sizeof(usual_places) / sizeof(*usual_places); i++) {
        glob_t found;
        if (glob(usual_places[i], 0, NULL, &found) == 0)
            for (size_t k = 0; k < found.gl_pathc; k++)
                place_add(a, places, found.gl_pathv[k]);
        globfree(&found);
    }
}

/* "postgres (PostgreSQL) 15.20 (Debian ...)". */
static int place_major(struct arena *a, const char *folder)
{
    const char *said = program_ask(a, path_join(a, folder, "postgres"), "-V");
    const char *number = said ? strstr(said, ") ") : NULL;
    return number ? (int)strtol(number + 2, NULL, 10) : 0;
}

static int programs_missing(int major, const struct list *places, struct diag *d)
{
    if (places->n == 0) {
        diag_error(d, "sandbox.missing", NOWHERE, "no PostgreSQL server programs found");
        diag_hint(d, "Install PostgreSQL's server package, or name the folder with initdb in KEDGE_PG_BIN.");
    } else {
        diag_error(d, "sandbox.missing", NOWHERE, "no server programs of PostgreSQL %d found", major);
        diag_hint(d, "Install that version's server package, or name the folder with its initdb in "
                     "KEDGE_PG_BIN.");
    }
    return ERR;
}

/* The folder that the user names goes before what is found, unless another version is asked for. */
static int named_place(struct arena *a, int major, struct diag *d, struct list *places)
{
    const char *folder = getenv("KEDGE_PG_BIN");
    if (!folder || !*folder)
        return OK;
    place_add(a, places, folder);
    int found = places->n > 0 ? place_major(a, places->at[0]) : 0;
    if (found == 0) {
        diag_error(d, "sandbox.missing", NOWHERE, "KEDGE_PG_BIN: no server programs that run in \"%s\"",
                   folder);
        diag_hint(d, "Name the folder that holds initdb and postgres.");
        return ERR;
    }
    if (major != 0 && found != major)
        places->n = 0;
    return OK;
}

int programs_find(struct arena *a, int major, struct diag *d, struct server_programs *ret)
{
    struct list places = {0};
    const char *place, *best = NULL;
    int best_major = 0;
    if (named_place(a, major, d, &places) < 0)
        return ERR;
    if (places.n == 0) {
        path_places(a, &places);
        usual_places_add(a, &places);
    }
    list_each (place, &places) {
        int found = place_major(a, place);
        if (found > best_major && (major == 0 || found == major)) {
            best = place;
            best_major = found;
        }
    }
    if (!best && interrupt_take())
        return interrupt_report(d);
    if (!best)
        return programs_missing(major, &places, d);
    *ret = (struct server_programs){
        .initdb = path_join(a, best, "initdb"),
        .postgres = path_join(a, best, "postgres"),
        .major = best_major,
    };
    return OK;
}
