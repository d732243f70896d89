-- an element of text has no blanks at its end that a character(5) has
CREATE DOMAIN code AS text;
CREATE TABLE t (id integer, c code[]);
