CREATE TABLE t (a integer, gone text, b text);
CREATE TABLE h (id integer NOT NULL, r t NOT NULL DEFAULT ROW(1, 'x', 'y'), CHECK ((r).a > 0));
ALTER TABLE h ALTER COLUMN r SET STORAGE external;
CREATE INDEX h_r ON h (r);
CREATE VIEW w AS SELECT (r).a FROM h;
