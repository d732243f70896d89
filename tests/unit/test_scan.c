#include "harness.h"

#include "sql/scan.h"

struct row {
    const char *name, *want;
};

/* One letter a token: w word, q quoted, s string (with its prefix), n number, $ parameter, o operator, p
 * punctuation, m meta, e error; then the text. */
static const struct row rows[] = {
    {"", ""},
    {" \t\r\n\f\v", ""},
    {"Select", "w select"},
    {"_a1$b", "w _a1$b"},
    {"größe", "w größe"},
    {"ÄB", "w Äb"},
    {"a.b", "w a|p .|w b"},
    {"\"A b\"", "q A b"},
    {"\"a\"\"b\"", "q a\"b"},
    {"\"a\nb\"", "q a\nb"},
    {"\"a\" \"b\"", "q a|q b"},
    {"\"\"", "e zero-length quoted identifier"},
    {"\"a", "e unterminated quoted identifier"},
    {"U&\"d\\0061t\\+000061\"", "q data"},
    {"u&\"d!0061t\" UESCAPE '!'", "q dat"},
    {"U&\"a\\\\b\"", "q a\\b"},
    {"U&\"\\D83D\\DE00\"", "q 😀"},
    {"U&\"\\D83D\"", "e invalid Unicode escape"},
    {"U&\"\\00\"", "e invalid Unicode escape"},
    {"U&\"\\0000\"", "e a NUL character in quotes"},
    {"U&'a!0062' /* c /* d */ */ uescape -- e\n '!'", "su ab"},
    {"U&'a' uescape 'a'", "e invalid UESCAPE character"},
    {"U&'a' uescapes", "su a|w uescapes"},
    {"u & 'a'", "w u|o &|s a"},
    {"'a'", "s a"},
    {"''", "s "},
    {"'it''s'", "s it's"},
    {"'a\\'", "s a\\"},
    {"'a\nb'", "s a\nb"},
    {"'a", "e unterminated string"},
    {"'a''", "e unterminated string"},
    {"'a'\n'b'", "s ab"},
    {"'a' \t\r\n\n  'b'", "s ab"},
    {"'a' -- c\n 'b'", "s ab"},
    {"'a' -- c 'b'", "s a"},
    {"'a' 'b'", "s a|s b"},
    {"'a' /* c */\n 'b'", "s a|s b"},
    {"'a'\n'b", "e unterminated string"},
    {"'a''b'\n'c'", "s a'bc"},
    {"E'a\\n\\t\\b\\f\\r\\'\\\\'", "se a\n\t\b\f\r'\\"},
    {"e'\\101\\x42\\u0043\\U00000044'", "se ABCD"},
    {"E'a'\n'\\x41'", "se aA"},
    {"E'\\xC3\\xA4'", "se ä"},
    {"E'\\xC3'", "e the escapes of the string do not make valid UTF-8"},
    {"E'\\uD83D\\uDE00'", "se 😀"},
    {"E'\\uD83D'", "e invalid Unicode surrogate pair"},
    {"E'\\uD83Da'", "e invalid Unicode surrogate pair"},
    {"E'\\uDE00'", "e invalid Unicode escape"},
    {"E'\\u00'", "e invalid Unicode escape"},
    {"E'\\U00110000'", "e invalid Unicode escape"},
    {"E'\\000'", "e a NUL character in quotes"},
    {"E'\\q\\x'", "se qx"},
    {"E'\\'", "e unterminated string"},
    {"E'\\", "e unterminated string"},
    {"e 'a'", "w e|s a"},
    {"B'01'", "sb 01"},
    {"x'1F'\n'2'", "sx 1F2"},
    {"X'1''2'", "sx 1|s 2"},
    {"N'a'", "w nchar|s a"},
    {"$$a'b$$", "s$ a'b"},
    {"$$$$", "s$ "},
    {"$q$a$$b$q$", "s$ a$$b"},
    {"$q$a$r$b$q$", "s$ a$r$b"},
    {"$Q$a$q$b$Q$", "s$ a$q$b"},
    {"$ä$x$ä$", "s$ x"},
    {"$$a", "e unterminated dollar-quoted string"},
    {"$q$a$$", "e unterminated dollar-quoted string"},
    {"$a b$", "e a dollar sign starts neither a parameter nor a dollar-quoted string here"},
    {"a$$b$$", "w a$$b$$"},
    {"$1", "$ $1"},
    {"$1a", "e trailing junk after the parameter"},
    {"1 12.5 .5 1. 1e5 1E-5 1.5e+3", "n 1|n 12.5|n .5|n 1.|n 1e5|n 1E-5|n 1.5e+3"},
    {"1..2", "n 1|p ..|n 2"},
    {"0x1F 0o17 0b101 1_000", "n 0x1F|n 0o17|n 0b101|n 1_000"},
    {"1a", "e trailing junk after the number"},
    {"1e", "e trailing junk after the number"},
    {"1__0", "e trailing junk after the number"},
    {"0x", "e digits are missing after the prefix of the number"},
    {"a-- c\nb", "w a|w b"},
    {"a--", "w a"},
    {"/* a /* b */ c */ d", "w d"},
    {"/* a /* b */", "e unterminated comment"},
    {"a/**/b", "w a|w b"},
    {"/*/ */a", "w a"},
    {"*/", "o */"},
    {"a<=b", "w a|o <=|w b"},
    {"a=>b", "w a|p =>|w b"},
    {"a = b", "w a|o =|w b"},
    {"a:=b", "w a|p :=|w b"},
    {"a::b", "w a|p ::|w b"},
    {"a:b", "w a|p :|w b"},
    {"!= <> @> -> ->> #>>", "o !=|o <>|o @>|o ->|o ->>|o #>>"},
    {"a*-b", "w a|o *|o -|w b"},
    {"a@-b", "w a|o @-|w b"},
    {"a+--b\n", "w a|o +"},
    {"a@-/*b*/c", "w a|o @-|w c"},
    {"a=-1", "w a|o =|o -|n 1"},
    {"~~*", "o ~~*"},
    {"([,;])", "p (|p [|p ,|p ;|p ]|p )"},
    {"\\d foo\nselect", "m \\d|w select"},
    {"a\\gexec", "w a|m \\gexec"},
    {"{", "e this character starts no SQL token"},
    {"a \001 b", "w a|e this character starts no SQL token"},
};

static char letter(const struct token *t)
{
    static const char letters[] = {[TOKEN_WORD] = 'w',   [TOKEN_QUOTED] = 'q', [TOKEN_STRING] = 's',
                                   [TOKEN_NUMBER] = 'n', [TOKEN_PARAM] = '$',  [TOKEN_OP] = 'o',
                                   [TOKEN_PUNCT] = 'p',  [TOKEN_META] = 'm',   [TOKEN_ERROR] = 'e'};
    return letters[t->type];
}

static void check(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    size_t n, len = strlen(row->name), before = 0;
    struct token *tokens = sql_tokens(&a, row->name, len, &n);
    for (size_t i = 0; i < n; i++) {
        const struct token *t = &tokens[i];
        buf_addf(&out, "%s%c", i ? "|" : "", letter(t));
        if (t->type == TOKEN_STRING && t->prefix)
            buf_addc(&out, t->prefix);
        buf_addf(&out, " %s", t->text);
        assert_true(t->start >= before && t->end > t->start && t->end <= len);
        assert_int_equal(t->space_before, t->start > before);
        before = t->end;
    }
    expect_text(buf_str(&out), row->want);
    assert_int_equal(tokens[n].type, TOKEN_END);
}

static void check_end_for_ever(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct scanner s;
    struct token t;
    scanner_init(&s, &a, "'a", 2);
    scanner_next(&s, &t);
    assert_int_equal(t.type, TOKEN_ERROR);
    for (int i = 0; i < 3; i++) {
        scanner_next(&s, &t);
        assert_int_equal(t.type, TOKEN_END);
    }
}

static void check_nul(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    size_t n;
    struct token *t = sql_tokens(&a, "a\0b", 3, &n);
    assert_int_equal(n, 2);
    expect_text(t[1].text, "a NUL byte in SQL text");
    t = sql_tokens(&a, "'a\0b'", 5, &n);
    expect_text(t[0].text, "a NUL character in quotes");
    t = sql_tokens(&a, "$$a\0b$$", 7, &n);
    expect_text(t[0].text, "a NUL character in quotes");
}

static void check_length(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    size_t n;
    struct token *t = sql_tokens(&a, "select 12345", 9, &n); /* stops where it is told to */
    assert_int_equal(n, 2);
    expect_text(t[1].text, "12");
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, rows, check);
    add_case(&c, "end for ever after an error", check_end_for_ever);
    add_case(&c, "NUL bytes", check_nul);
    add_case(&c, "length is respected", check_length);
    return run_cases(&c, "scan");
}
