CREATE TABLE t (a bigint, b text, c integer DEFAULT 3, d text);
CREATE TABLE h (id integer NOT NULL, r t NOT NULL DEFAULT ROW(1, 'y', 3, NULL), CHECK ((r).a > 0));
ALTER TABLE h ALTER COLUMN r SET STORAGE external;
CREATE INDEX h_r ON h (r);
CREATE VIEW w AS SELECT (r).a FROM h;
