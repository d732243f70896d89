-- hazard type-rewrite: every column with collation public.from_libc is written anew
ALTER COLLATION public.from_libc RENAME TO from_libc_old;
CREATE COLLATION public.from_libc (locale = 'C');

CREATE COLLATION public.gone (provider = builtin, locale = 'C.UTF-8');

-- hazard type-rewrite: every column with collation public.moves is written anew
ALTER COLLATION public.moves RENAME TO moves_old;
CREATE COLLATION public.moves (provider = builtin, locale = 'C');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.moves USING a::text::text,
    ALTER COLUMN b TYPE text COLLATE public.from_libc USING b::text::text;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.t_c;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN c TYPE text;

DROP COLLATION public.moves_old;

DROP COLLATION public.from_libc_old;

DROP COLLATION public.fresh;
