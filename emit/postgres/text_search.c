/* Text search: parsers, templates, dictionaries, configurations. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void function_add(struct buf *b, const char *what, const char *name)
{
    if (name)
        buf_addf(b, "%s\n    %s = %s", b->len ? "," : "", what, name);
}

static void drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP %s %s", op->old->kind->sql, emit_path(e, op->old));
}

static void parser_create(struct emitter *e, const struct op *op)
{
    const struct ts_parser *p = (const struct ts_parser *)op->new;
    AUTO_BUF b = {0};

    function_add(&b, "START", p->start);
    function_add(&b, "GETTOKEN", p->gettoken);
    function_add(&b, "END", p->end);
    function_add(&b, "HEADLINE", p->headline);
    function_add(&b, "LEXTYPES", p->lextypes);
    emit_add(e, "CREATE TEXT SEARCH PARSER %s (%s\n)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_ts_parser = {.create = parser_create, .drop = drop};

static void template_create(struct emitter *e, const struct op *op)
{
    const struct ts_template *t = (const struct ts_template *)op->new;
    AUTO_BUF b = {0};

    function_add(&b, "INIT", t->init);
    function_add(&b, "LEXIZE", t->lexize);
    emit_add(e, "CREATE TEXT SEARCH TEMPLATE %s (%s\n)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_ts_template = {.create = template_create, .drop = drop};

/* The server keeps numbers and texts apart. */
static const char *option_value(struct emitter *e, const char *value)
{
    size_t n = strspn(value, "0123456789");

    return n > 0 && n < 10 && !value[n] ? value : sql_literal(e->arena, value);
}

static void dictionary_create(struct emitter *e, const struct op *op)
{
    const struct ts_dictionary *d = (const struct ts_dictionary *)op->new;
    const struct option *o;
    AUTO_BUF b = {0};

    buf_addf(&b, "TEMPLATE = %s", d->template_);
    list_each (o, &d->options)
        buf_addf(&b, ",\n    %s = %s", emit_ident(e, o->name), option_value(e, o->value));
    emit_add(e, "CREATE TEXT SEARCH DICTIONARY %s (\n    %s\n)", emit_path(e, op->new), buf_str(&b));
}

static void dictionary_alter(struct emitter *e, const struct op *op)
{
    const struct list *from = &((const struct ts_dictionary *)op->old)->options;
    const struct list *to = &((const struct ts_dictionary *)op->new)->options;
    const struct option *o, *was;
    AUTO_BUF b = {0};

    list_each (o, from) {
        if (!option_find(to, o->name))
            buf_addf(&b, "%s%s", b.len ? ", " : "", emit_ident(e, o->name));
    }
    list_each (o, to) {
        was = option_find(from, o->name);
        if (!was || strcmp(was->value, o->value) != 0)
            buf_addf(&b, "%s%s = %s", b.len ? ", " : "", emit_ident(e, o->name), option_value(e, o->value));
    }
    if (b.len)
        emit_add(e, "ALTER TEXT SEARCH DICTIONARY %s (%s)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_ts_dictionary = {
    .create = dictionary_create, .drop = drop, .alter = dictionary_alter};

static const char *dictionaries(struct emitter *e, const struct ts_mapping *m)
{
    const struct ts_dictionary_name *d;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (d, &m->dictionaries) {
        buf_sep(&b, &first, ", ");
        buf_add(&b, d->dictionary);
    }
    return arena_strdup(e->arena, buf_str(&b));
}

static void mapping_say(struct emitter *e, const struct object *o, const char *verb,
                        const struct ts_mapping *m, bool with)
{
    emit_add(e, "ALTER TEXT SEARCH CONFIGURATION %s %s MAPPING FOR %s%s%s", emit_path(e, o), verb,
             emit_ident(e, m->token), with ? " WITH " : "", with ? dictionaries(e, m) : "");
}

static void configuration_create(struct emitter *e, const struct op *op)
{
    const struct ts_configuration *c = (const struct ts_configuration *)op->new;
    const struct ts_mapping *m;

    emit_add(e, "CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %s)", emit_path(e, op->new),
             c->parser ? c->parser : "pg_catalog.\"default\"");
    list_each (m, &c->mappings)
        mapping_say(e, op->new, "ADD", m, true);
}

static const struct ts_mapping *mapping_find(const struct list *in, const char *token)
{
    const struct ts_mapping *m;

    list_each (m, in) {
        if (strcmp(m->token, token) == 0)
            return m;
    }
    return NULL;
}

static void configuration_alter(struct emitter *e, const struct op *op)
{
    const struct list *from = &((const struct ts_configuration *)op->old)->mappings;
    const struct list *to = &((const struct ts_configuration *)op->new)->mappings;
    const struct ts_mapping *m, *was;

    list_each (m, from) {
        if (!mapping_find(to, m->token))
            mapping_say(e, op->new, "DROP", m, false);
    }
    list_each (m, to) {
        was = mapping_find(from, m->token);
        if (!was || strcmp(dictionaries(e, was), dictionaries(e, m)) != 0)
            mapping_say(e, op->new, was ? "ALTER" : "ADD", m, true);
    }
}

const struct emit_kind emit_ts_configuration = {
    .create = configuration_create, .drop = drop, .alter = configuration_alter};
