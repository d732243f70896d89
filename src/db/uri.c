/* postgresql:// URIs as libpq reads them, with SQLAlchemy's habits where a driver is named. Our own reader
 * and not PQconninfoParse: its messages quote the piece that it could not read, which may be a piece of the
 * password. */
#include "db/url_parts.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

static int hex_value(char c)
{
    if (isdigit((unsigned char)c))
        return c - '0';
    c = (char)tolower((unsigned char)c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *uri_decode(struct arena *a, const char *s, size_t n, bool plus, bool lenient)
{
    char *out = arena_alloc(a, n + 1), *to = out;
    for (size_t i = 0; i < n; i++) {
        int high = s[i] == '%' && i + 2 < n ? hex_value(s[i + 1]) : -1;
        int low = high >= 0 ? hex_value(s[i + 2]) : -1;
        if (s[i] != '%') {
            *to++ = plus && s[i] == '+' ? ' ' : s[i];
        } else if (low >= 0 && (high || low)) {
            *to++ = (char)(high * 16 + low);
            i += 2;
        } else if (lenient && low < 0) {
            *to++ = '%';
        } else {
            return NULL;
        }
    }
    *to = '\0';
    return out;
}

static int percent_error(struct diag *d, const char *what)
{
    diag_error(d, "url.percent", NOWHERE,
               "a %% in the %s of the database URL is not followed by two hexadecimal digits", what);
    diag_hint(d, "A %% that stands for itself is written %%25.");
    return ERR;
}

static int decoded_set(struct url_parts *p, const char *key, const char *s, size_t n, bool driver,
                       struct diag *d)
{
    const char *value = uri_decode(p->arena, s, n, false, driver);
    if (!value)
        return percent_error(d, key);
    if (*value)
        part_set(p, key, value);
    return OK;
}

static int credentials_read(struct url_parts *p, const char *s, size_t n, bool driver, struct diag *d)
{
    const char *colon = memchr(s, ':', n);
    int rc = decoded_set(p, "user", s, colon ? (size_t)(colon - s) : n, driver, d);
    if (rc == OK && colon)
        rc = decoded_set(p, "password", colon + 1, n - (size_t)(colon + 1 - s), driver, d);
    return rc;
}

static bool all_digits(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isdigit((unsigned char)s[i]))
            return false;
    return true;
}

/* The text is not shown: with a bare / or @ in the password it may be a piece of that. */
static int port_error(struct diag *d)
{
    diag_error(d, "url.port", NOWHERE, "the port in the database URL is not a number");
    diag_hint(d, "If it is part of the password: \"/\" is written %%2F, \"@\" %%40, \":\" %%3A, \"?\" %%3F, "
                 "\"#\" %%23.");
    return ERR;
}

/* host, host:port, [v6], [v6]:port. */
static int host_split(const char *s, size_t n, size_t *host_n, const char **port, size_t *port_n,
                      struct diag *d)
{
    const char *colon;
    if (n > 0 && *s == '[') {
        const char *close = memchr(s, ']', n);
        if (!close || (close + 1 < s + n && close[1] != ':'))
            return diag_error(d, "url.host", NOWHERE,
                              "the IPv6 address in the database URL does not end in \"]\"");
        *host_n = (size_t)(close + 1 - s);
        colon = close + 1 < s + n ? close + 1 : NULL;
    } else {
        colon = memchr(s, ':', n);
        *host_n = colon ? (size_t)(colon - s) : n;
    }
    *port = colon ? colon + 1 : "";
    *port_n = colon ? n - (size_t)(colon + 1 - s) : 0;
    return all_digits(*port, *port_n) ? OK : port_error(d);
}

/* host[:port][,host[:port]]... The brackets of an IPv6 address are not libpq's. */
static int hosts_read(struct url_parts *p, const char *s, size_t n, bool driver, struct diag *d)
{
    AUTO_BUF hosts = {0}, ports = {0};
    bool any_port = false;
    for (const char *end = s + n;;) {
        const char *comma = memchr(s, ',', (size_t)(end - s)), *stop = comma ? comma : end, *port;
        size_t host_n = 0, port_n = 0;
        if (host_split(s, (size_t)(stop - s), &host_n, &port, &port_n, d) < 0)
            return ERR;
        bool v6 = host_n > 0 && *s == '[';
        buf_addn(&hosts, s + v6, host_n - 2 * (size_t)v6);
        buf_addn(&ports, port, port_n);
        any_port |= port_n > 0;
        if (!comma)
            break;
        buf_addc(&hosts, ',');
        buf_addc(&ports, ',');
        s = comma + 1;
    }
    if (any_port)
        part_set(p, "port", arena_strdup(p->arena, buf_str(&ports)));
    return decoded_set(p, "host", buf_str(&hosts), hosts.len, driver, d);
}

/* Options of Python drivers, of SQLAlchemy's dialects and of Prisma that mean nothing here. */
static bool option_foreign(const char *key)
{
    static const char *const names[] = {
        "async_fallback",
        "prepared_statement_cache_size",
        "prepared_statement_name_func",
        "statement_cache_size",
        "server_settings",
        "max_cached_statement_lifetime",
        "max_cacheable_statement_size",
        "command_timeout",
        "prepare_threshold",
        "autocommit",
        "executemany_mode",
        "use_native_hstore",
        "pgbouncer",
        "connection_limit",
        "pool_timeout",
        "pool_size",
        "max_overflow",
        "schema",
        "currentSchema",
        "sslaccept",
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strcmp(key, names[i]) == 0)
            return true;
    return false;
}

/* asyncpg's and JDBC's ssl: a truth value, or an sslmode. */
static const char *sslmode_of(const char *ssl)
{
    if (strcasecmp(ssl, "true") == 0 || strcmp(ssl, "1") == 0 || strcasecmp(ssl, "on") == 0)
        return "require";
    if (strcasecmp(ssl, "false") == 0 || strcmp(ssl, "0") == 0 || strcasecmp(ssl, "off") == 0)
        return "disable";
    return ssl;
}

/* SQLAlchemy: host=a:5432&host=b:5433 are two hosts. libpq would take the last. */
static int host_add(struct url_parts *p, const char *value, struct diag *d)
{
    const char *hosts = part_get(p, "host"), *ports = part_get(p, "port");
    struct url_parts one = {.arena = p->arena};
    if (*value == '/') {
        part_set(p, "host", value);
        return OK;
    }
    if (hosts_read(&one, value, strlen(value), true, d) < 0)
        return ERR;
    const char *host = part_get(&one, "host"), *port = part_get(&one, "port");
    if (!host)
        return OK;
    part_set(p, "host", hosts ? arena_printf(p->arena, "%s,%s", hosts, host) : host);
    if (hosts && (ports || port))
        part_set(p, "port", arena_printf(p->arena, "%s,%s", ports ? ports : "", port ? port : ""));
    else if (port)
        part_set(p, "port", port);
    return OK;
}

/* What libpq does not know is left out, but a slip is an error: sslmod=require must not mean a connection
 * without. */
static int option_unknown(struct url_parts *p, const char *key, bool driver, struct diag *d)
{
    const char *near = option_nearest(p, key);
    if (near) {
        diag_error(d, "url.option", NOWHERE, "unknown parameter \"%s\" in the database URL", key);
        diag_hint(d, "Did you mean \"%s\"?", near);
        return ERR;
    }
    if (!driver)
        diag_warning(d, "url.option", NOWHERE, "unknown parameter \"%s\" in the database URL is left out",
                     key);
    return OK;
}

static int option_read(struct url_parts *p, const char *s, size_t n, bool driver, struct diag *d)
{
    const char *equals = memchr(s, '=', n);
    if (!equals)
        return n == 0 ? OK
                      : diag_error(d, "url.option", NOWHERE,
                                   "a parameter in the database URL has no \"=\" and value");
    const char *key = uri_decode(p->arena, s, (size_t)(equals - s), false, driver);
    const char *value = uri_decode(p->arena, equals + 1, n - (size_t)(equals + 1 - s), driver, driver);
    if (!key || !value)
        return percent_error(d, "query");
    if (strcmp(key, "ssl") == 0) {
        key = "sslmode";
        value = sslmode_of(value);
    } else if (strcmp(key, "timeout") == 0) {
        key = "connect_timeout";
    }
    if (driver && strcmp(key, "host") == 0)
        return host_add(p, value, d);
    if (option_known(p, key))
        part_set(p, key, value);
    else if (!option_foreign(key))
        return option_unknown(p, key, driver, d);
    return OK;
}

static int query_read(struct url_parts *p, const char *s, bool driver, struct diag *d)
{
    for (;;) {
        size_t n = strcspn(s, "&");
        if (option_read(p, s, n, driver, d) < 0)
            return ERR;
        if (!s[n])
            return OK;
        s += n + 1;
    }
}

/* Length of the user:password part; 0 and *ret_bad for one that libpq would take apart in the middle of the
 * password. */
static size_t credentials_length(const char *rest, bool *ret_bad)
{
    size_t slash = strcspn(rest, "/"), at = strcspn(rest, "@/"), question = strcspn(rest, "?/");
    size_t colon = strcspn(rest, ":/?"), tail = strcspn(rest, "?");
    bool named = rest[at] == '@' && (at < question || (rest[colon] == ':' && colon < at));
    const char *last = memrchr(rest, '@', slash);
    *ret_bad = false;
    if (named) {
        *ret_bad = last > rest + at && (rest[question] != '?' || (size_t)(last - rest) < question);
        return at;
    }
    /* user:pa/ss@host: the first "/" ended it. A port is a number. */
    if (rest[colon] == ':' && rest[slash] == '/' &&
        memchr(rest + slash, '@', tail > slash ? tail - slash : 0))
        *ret_bad =
            !all_digits(rest + colon + 1, slash - colon - 1) && *rest != '[' && !memchr(rest, ',', slash);
    return 0;
}

int uri_read(struct url_parts *p, const char *rest, bool driver, struct diag *d)
{
    bool bad;
    size_t n = credentials_length(rest, &bad);
    if (bad) {
        diag_error(d, "url.password", NOWHERE,
                   "the password in the database URL holds a \"@\" or \"/\" as it is");
        diag_hint(
            d,
            "In a URL \"@\" is written %%40, \"/\" %%2F, \":\" %%3A, \"?\" %%3F, \"#\" %%23, \"%%\" %%25.");
        return ERR;
    }
    if (n > 0 && credentials_read(p, rest, n, driver, d) < 0)
        return ERR;
    rest += rest[n] == '@' ? n + 1 : 0;

    n = strcspn(rest, "/?");
    if (n > 0 && hosts_read(p, rest, n, driver, d) < 0)
        return ERR;
    rest += n;
    if (*rest == '/') {
        n = strcspn(++rest, "?");
        if (decoded_set(p, "dbname", rest, n, driver, d) < 0)
            return ERR;
        rest += n;
    }
    return *rest == '?' ? query_read(p, rest + 1, driver, d) : OK;
}
