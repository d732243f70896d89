#include "harness.h"

#include "sql/quote.h"
#include "sql/scan.h"

struct row {
    const char *name, *want;
};

static const struct row ident_rows[] = {
    {"a", "a"},
    {"_a1", "_a1"},
    {"", "\"\""},
    {"A", "\"A\""},
    {"1a", "\"1a\""},
    {"a b", "\"a b\""},
    {"a$b", "\"a$b\""},
    {"a\"b", "\"a\"\"b\""},
    {"\"", "\"\"\"\""},
    {"a\nb", "\"a\nb\""},
    {"a--b", "\"a--b\""},
    {"a/*", "\"a/*\""},
    {"a';drop", "\"a';drop\""},
    {"größe", "\"größe\""},
    {"😀", "\"😀\""},
    {"a_name_of_63_bytes_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
     "a_name_of_63_bytes_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    {"select", "\"select\""},
    {"user", "\"user\""},
    {"left", "\"left\""},
    {"char", "\"char\""},
    {"int", "\"int\""},
    {"values", "\"values\""},
    {"json_table", "\"json_table\""},
    {"merge_action", "\"merge_action\""},
    {"system_user", "\"system_user\""},
    {"value", "value"},
    {"name", "name"},
    {"type", "type"},
    {"text", "text"},
    {"selects", "selects"},
    {"selec", "selec"},
};

static void check_ident(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    char *quoted = sql_ident(&a, row->name);
    expect_text(quoted, row->want);
    size_t n;
    const struct token *t = sql_tokens(&a, quoted, strlen(quoted), &n); /* and reads back */
    if (*row->name) {
        assert_int_equal(n, 1);
        expect_text(t[0].text, row->name);
    }
}

static const struct row literal_rows[] = {
    {"", "''"},         {"a", "'a'"},          {"it's", "'it''s'"},  {"'", "''''"},
    {"a\nb", "'a\nb'"}, {"a\\b", "E'a\\\\b'"}, {"\\'", "E'\\\\'''"}, {"--", "'--'"},
    {"$$", "'$$'"},     {"ä😀", "'ä😀'"},
};

static void check_literal(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    char *quoted = sql_literal(&a, row->name);
    expect_text(quoted, row->want);
    size_t n;
    const struct token *t = sql_tokens(&a, quoted, strlen(quoted), &n);
    assert_int_equal(n, 1);
    expect_text(t[0].text, row->name);
}

static const struct row dollar_rows[] = {
    {"", "$$$$"},
    {"begin end", "$$begin end$$"},
    {"a $ b", "$$a $ b$$"},
    {"a $1 b", "$$a $1 b$$"},
    {"a $$ b", "$body$a $$ b$body$"},
    {"ends in $", "$body$ends in $$body$"},
    {"a $$ $body$ b", "$body_1$a $$ $body$ b$body_1$"},
    {"$$ ends in $body", "$body_1$$$ ends in $body$body_1$"},
    {"$$ $body$ $body_1$", "$body_2$$$ $body$ $body_1$$body_2$"},
};

static void check_dollar(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    buf_dollar(&b, row->name);
    expect_text(buf_str(&b), row->want);
    size_t n;
    const struct token *t = sql_tokens(&a, b.data, b.len, &n);
    assert_int_equal(n, 1);
    expect_text(t[0].text, row->name);
}

static const struct row comment_rows[] = {
    {"plain ä 😀", "plain ä 😀"},
    {"a\nb", "a\\u000Ab"},
    {"a\r\n\tb", "a\\u000D\\u000A\\u0009b"},
    {"\033[31m\177", "\\u001B[31m\\u007F"},
    {"\xC2\x85", "\\u0085"},
    {"\xE2\x80\xA8x\xE2\x80\xA9", "\\u2028x\\u2029"},
    {"\xE2\x80\xAEx\xE2\x81\xA6", "\\u202Ex\\u2066"},
    {"\xFFx", "\\xffx"},
};

static void check_comment(void **state)
{
    const struct row *row = *state;
    AUTO_BUF b = {0};
    buf_comment(&b, row->name);
    expect_text(buf_str(&b), row->want);
}

static void check_qualified(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    expect_text(sql_qualified(&a, "public", "Users"), "public.\"Users\"");
    expect_text(sql_qualified(&a, NULL, "users"), "users");
    expect_text(sql_qualified(&a, "a.b", "c"), "\"a.b\".c");
}

/* The search is binary: the list must be in byte order, without doubles. */
static void check_keyword_order(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum keyword_class class;
    } all[] = {
#define KEYWORD(word, class) {word, KEYWORD_##class},
#include "sql/keywords.def"
#undef KEYWORD
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        if (i > 0)
            assert_true(strcmp(all[i - 1].word, all[i].word) < 0);
        assert_int_equal(sql_keyword(all[i].word, strlen(all[i].word)), all[i].class);
    }
    assert_int_equal(sql_keyword("selected", 6), KEYWORD_RESERVED);
    assert_int_equal(sql_keyword("", 0), KEYWORD_NONE);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, ident_rows, check_ident);
    ADD_ROWS(&c, literal_rows, check_literal);
    ADD_ROWS(&c, dollar_rows, check_dollar);
    ADD_ROWS(&c, comment_rows, check_comment);
    add_case(&c, "qualified names", check_qualified);
    add_case(&c, "keywords are in order", check_keyword_order);
    return run_cases(&c, "quote");
}
