/* Opening a connection and pinning its session. Running statements is in postgres_run.c, what goes wrong in
 * postgres_error.c: these three are the only place with libpq. */
#include "db/postgres.h"

#include "db/url_parts.h"
#include <ctype.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

enum { OLDEST_SERVER = 130000, CONNECT_TIMEOUT = 10, MAX_OPTIONS = 128 };

/* Every setting here may be set by any role and on a standby.
 * - jit: catalog queries have many joins, and compiling them takes longer than running them
 * - TimeZone, DateStyle: constants of timestamptz in defaults and partition bounds are printed in them
 * - quote_all_identifiers, bytea_output, xmlbinary: change what the deparser prints
 * - restrict_nonsystem_relation_kind: a planted view is not expanded when we read (17, and minor releases
 * before) */
static const struct {
    const char *name, *value;
    bool script; /* for running SQL of others, too: the statement splitter relies on it */
} pins[] = {
    {"standard_conforming_strings", "on", true},
    {"search_path", "", false},
    {"DateStyle", "ISO, MDY", false},
    {"IntervalStyle", "postgres", false},
    {"TimeZone", "UTC", false},
    {"extra_float_digits", "3", false},
    {"bytea_output", "hex", false},
    {"xmlbinary", "base64", false},
    {"row_security", "off", false},
    {"quote_all_identifiers", "off", false},
    {"transform_null_equals", "off", false},
    {"synchronize_seqscans", "off", false},
    {"jit", "off", false},
};

/* One statement, so that it is one round trip. Everything is qualified: it runs under whatever search_path
 * the role came with. */
static void pins_add(struct buf *sql, bool script, bool local)
{
    buf_add(sql, "SELECT ");
    for (size_t i = 0; i < sizeof(pins) / sizeof(*pins); i++)
        if (pins[i].script || !script)
            buf_addf(sql, "%spg_catalog.set_config('%s', '%s', %s)", i ? ", " : "", pins[i].name,
                     pins[i].value, local ? "true" : "false");
    if (!script)
        buf_addf(
            sql,
            ", CASE WHEN pg_catalog.current_setting('restrict_nonsystem_relation_kind', true) IS NOT NULL"
            " THEN pg_catalog.set_config('restrict_nonsystem_relation_kind', 'view, foreign-table', %s) END",
            local ? "true" : "false");
}

/* A pooler may hand the server's session to others after each transaction: what we set in it would be theirs,
 * an empty search_path first of all. The session is pinned only when it is ours: its process is the one that
 * was told at connecting. */
static int session_pin(struct db *db, bool script, int timeout, struct diag *d)
{
    AUTO_BUF sql = {0};
    db->script = script;
    pins_add(&sql, script, false);
    buf_addf(&sql, " WHERE pg_catalog.pg_backend_pid() = %d", PQbackendPID(db->conn));
    db->answer_by = now_ms() + 1000LL * timeout;
    int rc = db_query(db, buf_str(&sql), NULL, 0, NULL, NULL, d);
    db->answer_by = 0;
    db->pooled = rc == OK && db->affected == 0;
    return rc;
}

bool db_pooled(const struct db *db)
{
    return db->pooled;
}

int db_pin(struct db *db, struct diag *d)
{
    AUTO_BUF sql = {0};
    if (!db->pooled)
        return OK;
    pins_add(&sql, db->script, true);
    return db_exec(db, buf_str(&sql), d);
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

struct params {
    const char *keys[MAX_OPTIONS + 1], *values[MAX_OPTIONS + 1];
    size_t n;
    int timeout;
};

static void params_set(struct params *p, const char *key, const char *value)
{
    if (p->n == MAX_OPTIONS)
        return;
    p->keys[p->n] = key;
    p->values[p->n++] = value;
}

static int timeout_read(const char *text)
{
    char *end;
    long n = strtol(text, &end, 10);
    return end != text && n > 0 && n < INT_MAX / 1000 ? (int)n : 0;
}

/* What the URL says, and ours where it says nothing. libpq copies the texts. */
static void params_fill(struct params *p, const PQconninfoOption *given, const struct db_options *options)
{
    const char *env = getenv("PGCONNECT_TIMEOUT");
    p->timeout = env ? timeout_read(env) : 0;
    for (const PQconninfoOption *o = given; o->keyword; o++) {
        if (!o->val || !*o->val)
            continue;
        if (strcmp(o->keyword, "client_encoding") == 0)
            continue;
        if (strcmp(o->keyword, "connect_timeout") == 0)
            p->timeout = timeout_read(o->val);
        params_set(p, o->keyword, o->val);
    }
    params_set(p, "client_encoding", "UTF8");
    params_set(p, "fallback_application_name",
               options && options->application_name ? options->application_name : "kedge");
    if (options && options->connect_timeout > 0)
        p->timeout = options->connect_timeout;
    if (p->timeout == 0)
        p->timeout = CONNECT_TIMEOUT;
}

/* libpq leaves the timeout to whoever polls; here as in psql it holds for each host of a list. TIMED_OUT:
 * *ret_host is the number of the host that did not answer. libpq blocks only in name lookup; everything else
 * goes through our poll. */
enum { TIMED_OUT = 1 };

static int connect_wait(struct db *db, const struct params *p, struct diag *d, size_t *ret_host)
{
    AUTO_ARENA scratch = {0};
    const char *place = NULL;
    long long deadline = 0;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    *ret_host = 0;
    if (PQstatus(db->conn) == CONNECTION_BAD)
        return connect_report(db, false, 0, d);
    for (;;) {
        const char *now =
            arena_printf(&scratch, "%s:%s", or_empty(PQhost(db->conn)), or_empty(PQport(db->conn)));
        if (!place || strcmp(place, now) != 0) {
            *ret_host += place != NULL;
            place = now;
            deadline = now_ms() + 1000LL * p->timeout;
        }
        int seen = wait_fd(PQsocket(db->conn), state == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline,
                           NULL, NULL);
        if (seen == WAIT_INTERRUPTED)
            return interrupt_report(d);
        if (seen == 0 || seen == WAIT_FAILED)
            return TIMED_OUT;
        state = PQconnectPoll(db->conn);
        if (state == PGRES_POLLING_OK)
            return OK;
        if (state == PGRES_POLLING_FAILED)
            return connect_report(db, false, 0, d);
    }
}

/* libpq cannot be told to go on with the next host: the list is cut and we start again. False when none is
 * left. */
static bool hosts_drop(struct params *p, size_t n)
{
    bool left = false;
    for (size_t i = 0; i < p->n; i++) {
        bool hosts = strcmp(p->keys[i], "host") == 0 || strcmp(p->keys[i], "hostaddr") == 0;
        bool ports = strcmp(p->keys[i], "port") == 0 && strchr(p->values[i], ',');
        if (strcmp(p->keys[i], "load_balance_hosts") == 0)
            return false; /* they were not tried in order */
        for (size_t k = 0; (hosts || ports) && k < n; k++) {
            const char *comma = strchr(p->values[i], ',');
            if (!comma)
                return false;
            p->values[i] = comma + 1;
        }
        left |= hosts;
    }
    return left;
}

/* A password that is also the name of the user, the database or the host (postgres:postgres@) cannot be
 * hidden: the messages would lose their sense, and the stars would only point at it. */
static void secret_add(struct db *db, struct list *l, const char *secret)
{
    if (*secret && strcmp(secret, db->name) != 0 && strcmp(secret, db->user) != 0 &&
        strcmp(secret, or_empty(PQhost(db->conn))) != 0)
        list_push(&db->arena, l, arena_strdup(&db->arena, secret));
}

/* Also what came from the environment or ~/.pgpass, which PQpass knows. */
static const char *const *secrets_collect(struct db *db, const PQconninfoOption *given)
{
    struct list l = {0};
    for (const PQconninfoOption *o = given; o->keyword; o++)
        if (o->val && *or_empty(o->dispchar) == '*')
            secret_add(db, &l, o->val);
    secret_add(db, &l, or_empty(PQpass(db->conn)));
    list_push(&db->arena, &l, NULL);
    return (const char *const *)l.at;
}

static int connect_once(struct db *db, const struct params *p, const PQconninfoOption *given, struct diag *d,
                        size_t *ret_host)
{
    PQfinish(db->conn);
    db->conn = PQconnectStartParams(p->keys, p->values, 0);
    if (!db->conn)
        return diag_error(d, "db.connect", NOWHERE, "out of memory in libpq");
    db->name = arena_strdup(&db->arena, or_empty(PQdb(db->conn)));
    db->user = arena_strdup(&db->arena, or_empty(PQuser(db->conn)));
    db->secrets = secrets_collect(db, given);
    /* The SQLSTATE of a refused connection is only in the verbose form of libpq's message. */
    PQsetErrorVerbosity(db->conn, PQERRORS_VERBOSE);
    PQsetNoticeReceiver(db->conn, notice_receive, db);
    return connect_wait(db, p, d, ret_host);
}

static int connect_params(struct db *db, struct params *p, const PQconninfoOption *given, struct diag *d)
{
    size_t host = 0;
    int rc;
    db->diag = d;
    do {
        rc = connect_once(db, p, given, d, &host);
    } while (rc == TIMED_OUT && hosts_drop(p, host + 1));
    if (rc == TIMED_OUT)
        rc = connect_report(db, true, p->timeout, d);
    db->diag = NULL;
    if (rc < 0)
        return rc;
    db->host = arena_strdup(&db->arena, or_empty(PQhost(db->conn)));
    if (PQsetnonblocking(db->conn, 1) != 0)
        return diag_error(d, "db.connect", NOWHERE, "cannot make the connection non-blocking");
    return OK;
}

static int version_check(struct db *db, struct diag *d)
{
    db->version = PQserverVersion(db->conn);
    if (db->version >= OLDEST_SERVER)
        return OK;
    const char *text = PQparameterStatus(db->conn, "server_version");
    diag_error(d, "db.version", NOWHERE, "the server is PostgreSQL %s, which is too old",
               text ? text : "of unknown version");
    diag_hint(d, "kedge works with PostgreSQL %d and later.", OLDEST_SERVER / 10000);
    return ERR;
}

static int connect_conninfo(struct db *db, const char *conninfo, const struct db_options *options,
                            struct diag *d)
{
    char *problem = NULL;
    PQconninfoOption *given = PQconninfoParse(conninfo, &problem);
    if (!given) { /* url_read has taken it apart before, so only out of memory is left; the text may hold a
                     password */
        PQfreemem(problem);
        return diag_error(d, "url.invalid", NOWHERE, "the connection string cannot be read");
    }
    struct params p = {0};
    params_fill(&p, given, options);
    int rc = connect_params(db, &p, given, d);
    PQconninfoFree(given);
    if (rc == OK)
        rc = version_check(db, d);
    if (rc == OK)
        rc = session_pin(db, options && options->script, p.timeout, d);
    return rc;
}

int db_open(const char *url, const struct db_options *options, struct diag *d, struct db **ret)
{
    AUTO_ARENA scratch = {0};
    enum url_kind kind;
    const char *conninfo;
    int rc = url_read(&scratch, url, d, &kind, &conninfo);
    if (rc < 0)
        return rc;
    if (kind == URL_SQLITE) {
        diag_error(d, "db.sqlite", NOWHERE, "SQLite is not supported yet");
        diag_hint(d, "Give the URL of a PostgreSQL database.");
        return ERR;
    }
    struct arena own = {0};
    struct db *db = arena_new(&own, struct db);
    db->arena = own;
    rc = connect_conninfo(db, conninfo, options, d);
    if (rc < 0) {
        db_close(db);
        return rc;
    }
    *ret = db;
    return OK;
}

void db_close(struct db *db)
{
    if (!db)
        return;
    PQfinish(db->conn);
    struct arena own = db->arena; /* it holds db itself */
    arena_clear(&own);
}

int db_version(const struct db *db)
{
    return db->version;
}

const char *db_name(const struct db *db)
{
    return db->name;
}

const char *db_host(const struct db *db)
{
    return db->host;
}

int db_pid(const struct db *db)
{
    return PQbackendPID(db->conn);
}

const char *db_user(const struct db *db)
{
    return db->user;
}

bool db_alive(const struct db *db)
{
    return !db->lost && PQstatus(db->conn) == CONNECTION_OK;
}

size_t db_position(const struct db *db)
{
    return db->position;
}

long long db_affected(const struct db *db)
{
    return db->affected;
}

size_t db_statement_count(const struct db *db)
{
    return db->statements;
}

const char *db_sqlstate(const struct db *db)
{
    return db->sqlstate;
}

void db_on_tick(struct db *db, db_tick_fn *fn, void *ctx)
{
    db->tick = fn;
    db->tick_ctx = ctx;
}

enum db_transaction db_transaction(const struct db *db)
{
    switch (PQtransactionStatus(db->conn)) {
    case PQTRANS_INTRANS:
        return TRANSACTION_OPEN;
    case PQTRANS_INERROR:
        return TRANSACTION_FAILED;
    case PQTRANS_IDLE:
    case PQTRANS_ACTIVE:
    case PQTRANS_UNKNOWN:
        break;
    }
    return TRANSACTION_NONE;
}

const char *const *conninfo_options(struct arena *a)
{
    struct list names = {0};
    PQconninfoOption *all = PQconninfoParse("", NULL);
    for (const PQconninfoOption *o = all; o && o->keyword; o++)
        list_push(a, &names, arena_strdup(a, o->keyword));
    PQconninfoFree(all);
    list_push(a, &names, NULL);
    return (const char *const *)names.at;
}
