CREATE TABLE t (a integer, n integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE h (id integer, other text);
CREATE TABLE comes (id integer, r t, s t[]);
