-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_a is dropped here and created again because of collation public.moves
DROP INDEX public.t_a;

CREATE COLLATION public.fresh (provider = builtin, locale = 'C.UTF-8');

-- hazard type-rewrite: every column with collation public.from_libc is written anew
ALTER COLLATION public.from_libc RENAME TO from_libc_old;
CREATE COLLATION public.from_libc (provider = builtin, locale = 'C');

-- hazard type-rewrite: every column with collation public.moves is written anew
ALTER COLLATION public.moves RENAME TO moves_old;
CREATE COLLATION public.moves (provider = builtin, locale = 'C.UTF-8');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.moves USING a::text::text,
    ALTER COLUMN b TYPE text COLLATE public.from_libc USING b::text::text,
    ALTER COLUMN c TYPE text COLLATE public.fresh;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_a ON public.t USING btree (a);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_c ON public.t USING btree (lower(c));

DROP COLLATION public.moves_old;

DROP COLLATION public.gone;

DROP COLLATION public.from_libc_old;
