#include "model_dump.h"

/* Records through their tables, as introspection uses them: JSON and texts of a server. The reading of models
 * is in test_model.c. */

struct row {
    const char *name;
    enum kind_id kind;
    const char *field, *text, *want; /* want NULL: an error */
};

static const struct row rows[] = {
    {"SQL NULL is not said", KIND_COLUMN, "default", NULL, ""},
    {"text", KIND_COLUMN, "default", "now()", " default=now()"},
    {"boolean t", KIND_COLUMN, "not_null", "t", " not_null"},
    {"boolean f", KIND_COLUMN, "not_null", "f", ""},
    {"boolean true", KIND_COLUMN, "not_null", "true", " not_null"},
    {"boolean 1", KIND_COLUMN, "not_null", "1", NULL},
    {"type as it is", KIND_COLUMN, "type", "\"Odd\".t[]", " type=\"Odd\".t[]"},
    {"name as it is", KIND_FOREIGN_KEY, "references", "public.\"T\"", " references=public.\"T\""},
    {"identifier as it is", KIND_TABLE, "cluster_on", "Odd Name", " cluster_on=Odd Name"},
    {"choice", KIND_FOREIGN_KEY, "on_delete", "set null", " on_delete=set null"},
    {"unknown choice", KIND_FOREIGN_KEY, "on_delete", "explode", NULL},
    {"number", KIND_FUNCTION, "cost", "0.5", " cost=0.5"},
    {"query without its semicolon", KIND_VIEW, "query", " SELECT 1;", " query=SELECT 1"},
    {"body as it is", KIND_FUNCTION, "body", "\n begin end; ", " body=\n begin end; "},
    {"identifiers", KIND_UNIQUE, "columns", "[\"a\", \"B c\"]", " columns=[a, B c]"},
    {"no identifiers", KIND_UNIQUE, "include", "[]", ""},
    {"JSON null", KIND_UNIQUE, "include", "null", ""},
    {"texts", KIND_TRIGGER, "args", "[\"x\", \"\"]", " args=[x, ]"},
    {"options as a mapping", KIND_INDEX, "with", "{\"fillfactor\": \"70\", \"fastupdate\": false}",
     " with=[fillfactor=70, fastupdate=false]"},
    {"options as the server has them", KIND_INDEX, "with", "[\"fillfactor=70\", \"a=b=c\"]",
     " with=[fillfactor=70, a=b=c]"},
    {"record", KIND_COLUMN, "identity",
     "{\"generation\": \"always\", \"sequence\": \"S\", \"start\": \"5\", \"min\": null, \"cycle\": true}",
     " identity={ generation=always sequence=S start=5 cycle }"},
    {"record, null", KIND_COLUMN, "identity", "null", ""},
    {"list of records", KIND_INDEX, "keys",
     "[{\"column\": \"Odd\", \"descending\": true}, {\"expression\": \"lower(a)\", \"nulls\": \"last\", "
     "\"opclass_options\": {\"siglen\": 4}}]",
     " keys=[ column=Odd descending, expression=lower(a) opclass_options=[siglen=4] nulls=last ]"},
    {"list of texts", KIND_ENUM, "labels", "[\"a b\", \"\"]", " labels=[ label=a b, label= ]"},
    {"unknown key", KIND_INDEX, "keys", "[{\"colum\": \"a\"}]", NULL},
    {"wrong type", KIND_INDEX, "keys", "[1]", NULL},
    {"not JSON", KIND_INDEX, "keys", "[", NULL},
    {"text for a list", KIND_UNIQUE, "columns", "{}", NULL},
};

static void check_row(void **state)
{
    const struct row *row = *state;
    const struct record *r = &kinds[row->kind]->record;
    const struct field *f = NULL;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    void *into = arena_alloc(&a, r->size);

    for (size_t i = 0; i < r->n_fields; i++) {
        if (strcmp(r->fields[i].name, row->field) == 0)
            f = &r->fields[i];
    }
    assert_non_null(f);
    int rc = field_read_text(&a, f, into, row->text, &d);
    assert_int_equal(rc, row->want ? OK : ERR);
    assert_int_equal(d.errors > 0, rc < 0);
    dump_record(&out, r, into);
    if (row->want)
        expect_text(buf_str(&out), row->want);
    diag_clear(&d);
}

/* Every kind has room for its struct, a name for each field once, and what its types want. */
static void test_tables(void **state UNUSED)
{
    for (int k = 0; k < KIND_COUNT; k++) {
        const struct record *r = &kinds[k]->record;
        assert_int_equal(kinds[k]->id, k);
        assert_true(r->n_fields <= 56);
        for (size_t i = 0; i < r->n_fields; i++) {
            const struct field *f = &r->fields[i];
            assert_true(f->offset >= sizeof(struct object) && f->offset < r->size);
            assert_non_null(f->doc);
            assert_int_equal(f->type == FIELD_CHOICE, f->choices != NULL);
            assert_int_equal(f->type == FIELD_LIST || f->type == FIELD_RECORD, f->record != NULL);
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(f->name, r->fields[j].name);
        }
    }
}

/* The JSON Schema and the reference page come from the same tables. */
static void test_documents(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    AUTO_BUF json = {0}, page = {0};

    const struct node *schema = model_json_schema(&a);
    json_write(&json, schema, true);
    model_reference(&page);
    for (int k = 0; k < KIND_COUNT; k++) {
        const struct record *r = &kinds[k]->record;
        assert_non_null(strstr(buf_str(&json), arena_printf(&a, "\"%s\"", kinds[k]->group)));
        assert_non_null(strstr(buf_str(&page), arena_printf(&a, "`%s`", kinds[k]->group)));
        for (size_t i = 0; i < r->n_fields; i++) {
            /* what the key says is in no mapping */
            assert_true(r->fields[i].flags & FIELD_KEY || strstr(buf_str(&json), arena_printf(&a, "\"%s\"", r->fields[i].name)));
            assert_true(r->fields[i].flags & FIELD_LEARNED || strstr(buf_str(&page), arena_printf(&a, "`%s`", r->fields[i].name)));
        }
    }
    struct node *again;
    struct diag d = {0};
    assert_int_equal(json_read(&a, buf_str(&json), "schema", &d, &again), OK);
    assert_non_null(node_get(node_get(again, "properties"), "tables"));
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, rows, check_row);
    add_case(&c, "tables of the kinds", test_tables);
    add_case(&c, "JSON Schema and reference", test_documents);
    return run_cases(&c, "record");
}
