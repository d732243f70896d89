/* What the server and libpq say, made into diagnostics: codes, the place in the statement, hints, and no
 * password. */
#include "db/postgres.h"

#include "base/utf8.h"
#include <ctype.h>
#include <errno.h>
#include <string.h>

enum { NOTICES_MAX = 1000, EXCERPT = 100 /* bytes on either side of the place */ };

/* Writes *** for text[from..to). start: where *offset pointed before anything was hidden. */
static void range_hide(struct buf *out, size_t from, size_t to, size_t start, size_t *offset)
{
    size_t at = out->len;
    buf_add(out, "***");
    if (offset && start >= to)
        *offset += 3 - (to - from); /* unsigned: a longer secret wraps to a step back */
    else if (offset && start > from)
        *offset = at;
}

/* A secret of a few letters would blot out half of every message, and show by that what it is: it must stand
 * alone. */
static bool word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (c & 0x80);
}

static size_t secret_at(const char *text, size_t i, const char *const *secrets)
{
    for (size_t k = 0; secrets && secrets[k]; k++) {
        size_t n = strlen(secrets[k]);
        if (n == 0 || strncmp(text + i, secrets[k], n) != 0)
            continue;
        if (n < 4 && ((i > 0 && word_byte(text[i - 1])) || word_byte(text[i + n])))
            continue;
        return n;
    }
    return 0;
}

/* Length of the literal at text + i, if it follows the word PASSWORD: CREATE ROLE, user mappings, connection
 * strings. */
static size_t password_literal_at(const char *text, size_t i)
{
    static const char word[] = "password";
    if (text[i] != '\'')
        return 0;
    size_t before = i;
    while (before > 0 && (isspace((unsigned char)text[before - 1]) || text[before - 1] == '='))
        before--;
    if (before < strlen(word) || strncasecmp(text + before - strlen(word), word, strlen(word)) != 0)
        return 0;
    size_t end = i + 1;
    while (text[end] && !(text[end] == '\'' && text[end + 1] != '\''))
        end += text[end] == '\'' ? 2 : 1;
    return end + (text[end] == '\'') - i;
}

char *text_hide(struct arena *a, const char *text, const char *const *secrets, size_t *offset)
{
    AUTO_BUF out = {0};
    size_t start = offset ? *offset : 0;
    for (size_t i = 0; text && text[i];) {
        size_t n = secret_at(text, i, secrets);
        if (!n)
            n = password_literal_at(text, i);
        if (n) {
            range_hide(&out, i, i + n, start, offset);
            i += n;
        } else {
            buf_addc(&out, text[i++]);
        }
    }
    return buf_take(&out, a);
}

/* The byte where the n-th character (1-based) begins. */
static size_t character_offset(const char *sql, int n)
{
    size_t i = 0;
    for (int seen = 1; sql[i] && seen < n; seen++) {
        i++;
        while (((unsigned char)sql[i] & 0xC0) == 0x80)
            i++;
    }
    return i;
}

static size_t back_to_character(const char *line, size_t i)
{
    while (i > 0 && ((unsigned char)line[i] & 0xC0) == 0x80)
        i--;
    return i;
}

/* The line that offset is in, with a caret under it. A long line is cut on both sides. */
static void excerpt_add(struct buf *out, struct db *db, const char *sql, int position)
{
    AUTO_ARENA a = {0};
    size_t offset = character_offset(sql, position);
    size_t begin = offset, end = offset;
    unsigned number = 1;
    while (begin > 0 && sql[begin - 1] != '\n')
        begin--;
    while (sql[end] && sql[end] != '\n')
        end++;
    for (size_t i = 0; i < begin; i++)
        number += sql[i] == '\n';

    offset -= begin;
    char *line = text_hide(&a, arena_strndup(&a, sql + begin, end - begin), db->secrets, &offset);
    for (char *c = line; *c; c++)
        if (iscntrl((unsigned char)*c))
            *c = ' ';
    size_t from = offset > EXCERPT ? back_to_character(line, offset - EXCERPT) : 0;
    size_t len = strlen(line), to = len - offset > EXCERPT ? back_to_character(line, offset + EXCERPT) : len;

    const char *head = arena_printf(&a, "LINE %u: %s", number, from ? "..." : "");
    buf_addf(out, "%s%.*s%s\n", head, (int)(to - from), line + from, to < len ? "..." : "");
    size_t width = strlen(head) + utf8_width(arena_strndup(&a, line + from, offset - from));
    buf_addf(out, "%*s^\n", (int)width, "");
}

static int field_number(const PGresult *res, int field)
{
    const char *text = PQresultErrorField(res, field);
    int n = 0;
    for (; text && isdigit((unsigned char)*text) && n < 100000000; text++)
        n = n * 10 + (*text - '0');
    return n;
}

static void field_add(struct buf *out, struct db *db, const PGresult *res, int field, const char *label)
{
    AUTO_ARENA a = {0};
    const char *text = PQresultErrorField(res, field);
    if (text && *text)
        buf_addf(out, "%s: %s\n", label, text_hide(&a, text, db->secrets, NULL));
}

static void detail_add(struct db *db, const PGresult *res, const char *sql, struct diag *d)
{
    AUTO_BUF out = {0};
    const char *inner = PQresultErrorField(res, PG_DIAG_INTERNAL_QUERY);
    int position = field_number(res, PG_DIAG_STATEMENT_POSITION);
    int inner_position = field_number(res, PG_DIAG_INTERNAL_POSITION);
    if (sql && position > 0)
        excerpt_add(&out, db, sql, position);
    if (inner && inner_position > 0)
        excerpt_add(&out, db, inner, inner_position);
    else
        field_add(&out, db, res, PG_DIAG_INTERNAL_QUERY, "QUERY");
    field_add(&out, db, res, PG_DIAG_MESSAGE_DETAIL, "DETAIL");
    field_add(&out, db, res, PG_DIAG_CONTEXT, "CONTEXT");
    if (out.len > 0) {
        buf_truncate(&out, out.len - 1); /* the last newline */
        diag_detail(d, "%s", buf_str(&out));
    }
}

static const char *code_of(const char *sqlstate)
{
    static const struct {
        const char *prefix, *code;
    } codes[] = {
        {"08", "db.lost"},          {"57P01", "db.lost"},
        {"57P02", "db.lost"},       {"57P03", "db.lost"},
        {"57P05", "db.lost"},       {"25P03", "db.lost"},
        {"57014", "db.cancelled"},  {"55P03", "db.lock"},
        {"40P01", "db.deadlock"},   {"40001", "db.serialization"},
        {"42501", "db.permission"}, {"25006", "db.read-only"},
    };
    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
        if (strncmp(sqlstate, codes[i].prefix, strlen(codes[i].prefix)) == 0)
            return codes[i].code;
    return "db.sql";
}

static void sqlstate_set(struct db *db, const char *sqlstate)
{
    strncpy(db->sqlstate, sqlstate, sizeof(db->sqlstate) - 1);
}

int result_report(struct db *db, const PGresult *res, const char *sql, const char *request, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    const char *hint = PQresultErrorField(res, PG_DIAG_MESSAGE_HINT);
    if (!message)
        message = PQresultErrorMessage(res);
    sqlstate_set(db, state ? state : "XX000");
    db->position = (size_t)field_number(res, PG_DIAG_STATEMENT_POSITION);
    message = text_hide(&a, message, db->secrets, NULL);
    if (request)
        diag_error(d, code_of(db->sqlstate), NOWHERE, "%s: %s", request, message);
    else
        diag_error(d, code_of(db->sqlstate), NOWHERE, "%s", message);
    diag_sqlstate(d, db->sqlstate);
    detail_add(db, res, sql, d);
    if (hint)
        diag_hint(d, "%s", text_hide(&a, hint, db->secrets, NULL));
    return ERR;
}

static const char *trimmed(struct arena *a, const char *text)
{
    size_t n = text ? strlen(text) : 0;
    while (n > 0 && isspace((unsigned char)text[n - 1]))
        n--;
    return arena_strndup(a, text ? text : "", n);
}

int lost_report(struct db *db, const char *request, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *said = text_hide(&a, trimmed(&a, PQerrorMessage(db->conn)), db->secrets, NULL);
    sqlstate_set(db, "08006");
    diag_error(d, "db.lost", NOWHERE, "%s%sthe connection to the server was lost", request ? request : "",
               request ? ": " : "");
    diag_sqlstate(d, db->sqlstate);
    if (*said)
        diag_detail(d, "%s", said);
    return ERR;
}

void notice_receive(void *ctx, const PGresult *res)
{
    struct db *db = ctx;
    AUTO_ARENA a = {0};
    const char *severity = PQresultErrorField(res, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char *message = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    const char *hint = PQresultErrorField(res, PG_DIAG_MESSAGE_HINT);
    const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
    if (!db->diag || db->notices++ > NOTICES_MAX)
        return;
    if (db->notices > NOTICES_MAX) {
        diag_note(db->diag, "db.notice", NOWHERE, "further messages of the server are left out");
        return;
    }
    diag_note(db->diag, severity && strcmp(severity, "WARNING") == 0 ? "db.warning" : "db.notice", NOWHERE,
              "%s",
              text_hide(&a, trimmed(&a, message ? message : PQresultErrorMessage(res)), db->secrets, NULL));
    if (state)
        diag_sqlstate(db->diag, state);
    detail_add(db, res, NULL, db->diag);
    if (hint)
        diag_hint(db->diag, "%s", text_hide(&a, hint, db->secrets, NULL));
}

/* A refused connection gives no PGresult, only text, in the language of the server. In the verbose form that
 * text holds the SQLSTATE ("FATAL:  28P01: message") and the place in the server's source ("LOCATION:
 * auth_failed, auth.c:335"), which are the same in every language. */
struct refusal {
    const char *message, *routine;
    char sqlstate[6];
};

static bool sqlstate_at(const char *s)
{
    for (int i = 0; i < 5; i++)
        if (!isdigit((unsigned char)s[i]) && !isupper((unsigned char)s[i]))
            return false;
    return s[5] == ':' && s[6] == ' ';
}

/* The last refusal, which with several hosts is that of the last one. */
static void refusal_read(struct arena *a, const char *text, struct refusal *ret)
{
    *ret = (struct refusal){.message = "", .routine = ""};
    for (const char *s = text; (s = strstr(s, ":  ")); s += 3) {
        const char *word = s + 3, *end = word + strcspn(word, "\n"),
                   *comma = memchr(word, ',', (size_t)(end - word));
        if (sqlstate_at(word)) {
            memcpy(ret->sqlstate, word, 5);
            ret->sqlstate[5] = '\0';
            ret->message = arena_strndup(a, word + 7, (size_t)(end - word - 7));
        } else if (comma && strstr(arena_strndup(a, comma, (size_t)(end - comma)), ".c:")) {
            ret->routine = arena_strndup(a, word, (size_t)(comma - word));
        }
    }
}

/* libpq's text without the verbose lines that only say where in the source it was. */
static const char *refusal_text(struct arena *a, const char *text)
{
    AUTO_BUF out = {0};
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        const char *copy = arena_strndup(a, line, n), *digits = strrchr(copy, ':');
        bool place = digits && digits - copy > 2 && strncmp(digits - 2, ".c", 2) == 0 &&
                     isdigit((unsigned char)digits[1]);
        if (!place)
            buf_addf(&out, "%s%s", out.len ? "\n" : "", copy);
        line += n + (line[n] == '\n');
    }
    return trimmed(a, buf_str(&out));
}

static const char *where(struct db *db, struct arena *a)
{
    const char *host = PQhost(db->conn), *port = PQport(db->conn);
    const char *at = "no host";
    if (!port || !*port)
        port = "5432";
    if (host && (*host == '/' || *host == '@'))
        at = arena_printf(a, "socket %s/.s.PGSQL.%s", host, port);
    else if (host && *host)
        at = arena_printf(a, "host %s, port %s", host, port);
    return arena_printf(a, "database \"%s\" as user \"%s\" (%s)", db->name, db->user, at);
}

static const char *hint_refused(struct db *db, const struct refusal *r, struct arena *a)
{
    const char *state = r->sqlstate;
    if (strcmp(state, "3D000") == 0)
        return arena_printf(
            a, "There is no database \"%s\" on this server: check the name, or create it (createdb).",
            db->name);
    if (strcmp(state, "28000") == 0 && strcmp(r->routine, "InitializeSessionUserId") == 0)
        return arena_printf(
            a, "There is no role \"%s\" that may log in: check the user name, or create it (createuser).",
            db->user);
    if (strcmp(state, "28P01") == 0)
        return "Authentication failed: check user and password. Beside the URL, the password may come from "
               "PGPASSWORD or "
               "~/.pgpass.";
    if (strncmp(state, "28", 2) == 0)
        return "The server does not let this user in from here: see its pg_hba.conf.";
    if (strcmp(state, "57P03") == 0)
        return "The server is starting up or shutting down: try again.";
    if (strcmp(state, "53300") == 0)
        return "All connections of the server are taken.";
    if (strcmp(state, "42501") == 0)
        return "The role needs the CONNECT privilege on the database.";
    return NULL;
}

static const char *hint_unreached(struct db *db, const char *text)
{
    const char *host = PQhost(db->conn);
    bool local = !host || !*host || *host == '/';
    if (PQconnectionNeedsPassword(db->conn))
        return "The server asks for a password: put it into the URL, PGPASSWORD or ~/.pgpass.";
    if (PQconnectionUsedPassword(db->conn))
        return "Authentication failed: check user and password.";
    if (strstr(text, strerror(ENOENT)) && local)
        return "Is the server running, with its socket in this folder? A host in the URL connects by TCP.";
    if (strstr(text, strerror(ECONNREFUSED)))
        return "Is the server running, and does it listen at this address and port?";
    if (strstr(text, "host name"))
        return "The host name is unknown here: check its spelling.";
    if (strstr(text, "SSL") || strstr(text, "certificate"))
        return "See sslmode and sslrootcert in the URL.";
    return NULL;
}

int connect_report(struct db *db, bool timed_out, int timeout, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *text = text_hide(&a, refusal_text(&a, PQerrorMessage(db->conn)), db->secrets, NULL);
    struct refusal r;
    refusal_read(&a, PQerrorMessage(db->conn), &r);
    sqlstate_set(db, *r.sqlstate ? r.sqlstate : "08001");
    const char *hint = *r.sqlstate ? hint_refused(db, &r, &a) : hint_unreached(db, text);
    const char *reason = text_hide(&a, r.message, db->secrets, NULL);
    if (timed_out && !*reason) {
        reason = arena_printf(&a, "no answer within %d s", timeout);
        hint =
            "Is the address right, and is a firewall in between? connect_timeout in the URL sets the time.";
    }
    diag_error(d, "db.connect", NOWHERE, "cannot connect to %s%s%s",
               text_hide(&a, where(db, &a), db->secrets, NULL), *reason ? ": " : "", reason);
    diag_sqlstate(d, db->sqlstate);
    if (*text)
        diag_detail(d, "%s", text);
    if (hint)
        diag_hint(d, "%s", hint);
    return ERR;
}
