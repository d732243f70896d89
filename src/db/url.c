/* Connection strings in all their spellings, made into one that libpq takes: key='value' pairs. */
#include "db/url_parts.h"

#include "base/buf.h"
#include <ctype.h>
#include <string.h>

void part_set(struct url_parts *p, const char *key, const char *value)
{
    struct url_part *part;
    list_each (part, &p->parts) {
        if (strcmp(part->key, key) == 0) {
            part->value = value;
            return;
        }
    }
    part = arena_new(p->arena, struct url_part);
    part->key = key;
    part->value = value;
    list_push(p->arena, &p->parts, part);
}

const char *part_get(const struct url_parts *p, const char *key)
{
    const struct url_part *part;
    list_each (part, &p->parts)
        if (strcmp(part->key, key) == 0)
            return part->value;
    return NULL;
}

bool option_known(const struct url_parts *p, const char *key)
{
    for (size_t i = 0; p->known[i]; i++)
        if (strcmp(p->known[i], key) == 0)
            return true;
    return false;
}

const char *option_nearest(const struct url_parts *p, const char *key)
{
    size_t n = 0;
    while (p->known[n])
        n++;
    return diag_nearest(key, p->known, n);
}

static char *parts_write(const struct url_parts *p)
{
    AUTO_BUF out = {0};
    const struct url_part *part;
    list_each (part, &p->parts) {
        buf_addf(&out, "%s%s='", out.len ? " " : "", part->key);
        for (const char *c = part->value; *c; c++) {
            if (*c == '\'' || *c == '\\')
                buf_addc(&out, '\\');
            buf_addc(&out, *c);
        }
        buf_addc(&out, '\'');
    }
    return buf_take(&out, p->arena);
}

/* The value at *s, as libpq reads it: bare up to white space or in single quotes, a backslash before what
 * stands for itself. */
static const char *conninfo_value(struct arena *a, const char **s, struct diag *d)
{
    AUTO_BUF out = {0};
    const char *c = *s;
    bool quoted = *c == '\'';
    c += quoted;
    for (; *c && (quoted ? *c != '\'' : !isspace((unsigned char)*c)); c++) {
        if (*c == '\\' && !*++c)
            break; /* libpq drops a last one */
        buf_addc(&out, *c);
    }
    if (quoted && *c != '\'') {
        diag_error(d, "url.quote", NOWHERE, "a quoted value in the connection string has no end");
        return NULL;
    }
    *s = c + quoted;
    return buf_take(&out, a);
}

static int conninfo_unknown(const struct url_parts *p, const char *key, struct diag *d)
{
    /* "password=two words=x": what looks like a key may be a piece of the password. */
    const char *near = option_nearest(p, key);
    if (part_get(p, "password") && !near)
        diag_error(d, "url.option", NOWHERE, "unknown option in the connection string");
    else
        diag_error(d, "url.option", NOWHERE, "unknown option \"%s\" in the connection string", key);
    if (near)
        diag_hint(d, "Did you mean \"%s\"?", near);
    else
        diag_hint(d, "A value with spaces is written in single quotes.");
    return ERR;
}

static int conninfo_read(struct url_parts *p, const char *s, struct diag *d)
{
    for (;;) {
        while (isspace((unsigned char)*s))
            s++;
        if (!*s)
            return OK;
        const char *key = s;
        while (*s && *s != '=' && !isspace((unsigned char)*s))
            s++;
        key = arena_strndup(p->arena, key, (size_t)(s - key));
        while (isspace((unsigned char)*s))
            s++;
        if (*s != '=') {
            diag_error(d, "url.option", NOWHERE, "a word in the connection string has no \"=\" after it");
            diag_hint(d, "A connection string is made of key=value pairs; a value with spaces is written in "
                         "single quotes.");
            return ERR;
        }
        s++;
        while (isspace((unsigned char)*s))
            s++;
        const char *value = conninfo_value(p->arena, &s, d);
        if (!value)
            return ERR;
        if (!option_known(p, key))
            return conninfo_unknown(p, key, d);
        part_set(p, key, value);
    }
}

/* SQLAlchemy's: after sqlite:// a third slash, and then the path as it is. */
static int sqlite_read(struct arena *a, const char *rest, struct diag *d, const char **ret_path)
{
    size_t n = strcspn(rest, "?");
    if (n == 0) {
        *ret_path = ":memory:";
        return OK;
    }
    if (*rest != '/') {
        diag_error(d, "url.sqlite", NOWHERE, "sqlite:// is followed by a host name, which SQLite has not");
        diag_hint(d, "Three slashes for a relative path, four for an absolute one: sqlite:///%.*s", (int)n,
                  rest);
        return ERR;
    }
    *ret_path = n == 1 ? ":memory:" : arena_strndup(a, rest + 1, n - 1);
    return OK;
}

/* Length of the scheme, if "://" follows one. */
static size_t scheme_length(const char *s)
{
    size_t n = 0;
    while (isalnum((unsigned char)s[n]) ||
           (n > 0 && s[n] && strchr("+-._:", s[n]) && strncmp(s + n, "://", 3) != 0))
        n++;
    return n > 0 && strncmp(s + n, "://", 3) == 0 ? n : 0;
}

static int scheme_unknown(const char *scheme, struct diag *d)
{
    static const char *const names[] = {"postgresql", "postgres", "sqlite"};
    const char *near = diag_nearest(scheme, names, sizeof(names) / sizeof(*names));
    if (!near && (strncmp(scheme, "jdbc:p", 6) == 0 || strcmp(scheme, "pgsql") == 0 ||
                  strcmp(scheme, "psql") == 0 || strcmp(scheme, "pg") == 0 || strcmp(scheme, "postgis") == 0))
        near = "postgresql";
    diag_error(d, "url.scheme", NOWHERE, "unknown scheme \"%s://\" in the database URL", scheme);
    if (near)
        diag_hint(d, "Did you mean \"%s://\"?", near);
    else
        diag_hint(d,
                  "kedge takes postgresql:// and sqlite:// URLs, connection strings and names of databases.");
    return ERR;
}

static int url_read_scheme(struct url_parts *p, const char *url, size_t n, struct diag *d,
                           enum url_kind *ret_kind, const char **ret_path)
{
    size_t base = strcspn(url, "+:");
    char *scheme = arena_strndup(p->arena, url, n), *name = arena_strndup(p->arena, url, base < n ? base : n);
    for (char *c = name; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    bool driver = url[base] == '+';
    if (base < n && !driver)
        return scheme_unknown(scheme, d); /* jdbc:postgresql:// */
    const char *rest = url + n + 3;
    if (strcmp(name, "sqlite") == 0 || strcmp(name, "sqlite3") == 0) {
        *ret_kind = URL_SQLITE;
        return sqlite_read(p->arena, rest, d, ret_path);
    }
    *ret_kind = URL_POSTGRES;
    if (strcmp(name, "postgresql") == 0 || strcmp(name, "postgres") == 0)
        return uri_read(p, rest, driver, d);
    return scheme_unknown(driver ? name : scheme, d);
}

static int url_read_name(struct url_parts *p, const char *url, struct diag *d)
{
    if (strstr(url, ":/") || strstr(url, "//") || strchr(url, '@')) {
        diag_error(d, "url.invalid", NOWHERE, "this is no database URL and no name of a database");
        diag_hint(d, "A URL looks like postgresql://user:password@host:5432/database.");
        return ERR;
    }
    part_set(p, "dbname", url);
    return OK;
}

/* *ret_path for SQLite; parts for PostgreSQL. */
static int url_parse(struct arena *a, const char *url, struct url_parts *p, struct diag *d,
                     enum url_kind *ret_kind, const char **ret_path)
{
    *p = (struct url_parts){.arena = a, .known = conninfo_options(a)};
    *ret_kind = URL_POSTGRES;
    while (isspace((unsigned char)*url))
        url++;
    size_t len = strlen(url);
    while (len > 0 && isspace((unsigned char)url[len - 1]))
        len--;
    url = arena_strndup(a, url, len);
    if (!*url)
        return diag_error(d, "url.empty", NOWHERE, "the database URL is empty");
    size_t scheme = scheme_length(url);
    if (scheme > 0)
        return url_read_scheme(p, url, scheme, d, ret_kind, ret_path);
    return strchr(url, '=') ? conninfo_read(p, url, d) : url_read_name(p, url, d);
}

int url_read(struct arena *a, const char *url, struct diag *d, enum url_kind *ret_kind,
             const char **ret_conninfo)
{
    struct url_parts p;
    enum url_kind kind;
    const char *path = NULL;
    int rc = url_parse(a, url, &p, d, &kind, &path);
    if (rc < 0)
        return rc;
    *ret_kind = kind;
    *ret_conninfo = kind == URL_SQLITE ? path : parts_write(&p);
    return OK;
}

int url_with_database(struct arena *a, const char *url, const char *database, struct diag *d,
                      const char **ret)
{
    struct url_parts p;
    enum url_kind kind;
    const char *path = NULL;
    int rc = url_parse(a, url, &p, d, &kind, &path);
    if (rc < 0)
        return rc;
    if (kind == URL_SQLITE)
        return diag_error(d, "url.sqlite", NOWHERE, "a SQLite file holds one database only");
    part_set(&p, "dbname", arena_strdup(a, database));
    *ret = parts_write(&p);
    return OK;
}

static bool key_secret(const char *key)
{
    static const char *const names[] = {"password", "passwd",      "pwd",
                                        "pass",     "sslpassword", "oauth_client_secret"};
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strcasecmp(key, names[i]) == 0)
            return true;
    return false;
}

static void query_hide(struct buf *out, const char *s)
{
    AUTO_ARENA a = {0};
    while (*s) {
        size_t n = strcspn(s, "&"), key = strcspn(s, "=&");
        const char *name = uri_decode(&a, s + (*s == '?'), key - (*s == '?' && key > 0), false, true);
        if (key < n && name && key_secret(name))
            buf_addf(out, "%.*s=***", (int)key, s);
        else
            buf_addn(out, s, n);
        s += n;
        if (*s)
            buf_addc(out, *s++);
    }
}

/* The last "@" ends the password even where libpq would stop before it: rather hide too much. */
static void uri_hide(struct buf *out, const char *rest)
{
    size_t len = strlen(rest), question = strcspn(rest, "?"), colon = strcspn(rest, ":");
    const char *at = memrchr(rest, '@', question);
    if (!at && colon < question && !memchr(rest, '/', question))
        at = memrchr(rest, '@', len);
    if (at && rest + colon < at) {
        buf_addn(out, rest, colon + 1);
        buf_add(out, "***");
        rest = at;
    }
    question = strcspn(rest, "?");
    buf_addn(out, rest, question);
    query_hide(out, rest + question);
}

/* Does not need the string to be right: it is also used in messages that say what is wrong with it. */
static void conninfo_hide(struct buf *out, const char *s)
{
    while (*s) {
        AUTO_ARENA a = {0};
        size_t n = strcspn(s, "= \t\r\n");
        const char *value = s + n + strspn(s + n, " \t\r\n"), *end;
        bool secret = *value == '=' && key_secret(arena_strndup(&a, s, n));
        if (*value != '=') {
            buf_addn(out, s, (size_t)(value - s));
            s = value;
            continue;
        }
        value += 1 + strspn(value + 1, " \t\r\n");
        bool quoted = *value == '\'';
        for (end = value + quoted; *end && (quoted ? *end != '\'' : !isspace((unsigned char)*end)); end++)
            end += *end == '\\' && end[1];
        end += quoted && *end;
        buf_addn(out, s, (size_t)((secret ? value : end) - s));
        if (secret)
            buf_add(out, "***");
        s = end;
    }
}

char *url_hide_password(struct arena *a, const char *url)
{
    AUTO_BUF out = {0};
    const char *rest = strstr(url, "://"), *equals = strchr(url, '=');
    if (rest && (!equals || rest < equals)) {
        rest += 3;
        buf_addn(&out, url, (size_t)(rest - url));
        uri_hide(&out, rest);
    } else {
        conninfo_hide(&out, url);
    }
    return buf_take(&out, a);
}
