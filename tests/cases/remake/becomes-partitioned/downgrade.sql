-- lock: ACCESS EXCLUSIVE on public.tm (blocks reads and writes)
-- hazard drop-matview: the rows of public.tm must be computed again
-- hazard rebuild: materialized view public.tm is dropped here and created again because of view public.tv
DROP MATERIALIZED VIEW public.tm;

-- lock: ACCESS EXCLUSIVE on public.tv (blocks reads and writes)
-- hazard rebuild: view public.tv is dropped here and created again because of table public.t
DROP VIEW public.tv;

-- lock: SHARE ROW EXCLUSIVE on public.t_n_seq (blocks writes)
ALTER SEQUENCE public.t_n_seq OWNED BY NONE;

-- hazard enum-rebuild: every column of type public.mood is written anew; rows with a label that goes make it fail
ALTER TYPE public.mood RENAME TO mood_old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'gone');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.td (blocks reads and writes)
LOCK TABLE public.t;
-- fails, rather than leave out rows that a policy hides
SET LOCAL row_security = off;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked
CREATE TABLE public.t_old AS SELECT id, at, n, v, o, m, amount FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.td (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

CREATE TABLE public.t (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    at date NOT NULL,
    n integer DEFAULT nextval('public.t_n_seq'::regclass) NOT NULL,
    v text,
    o integer,
    m public.mood,
    amount integer,
    twice integer GENERATED ALWAYS AS (amount * 2) STORED,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE public.t IS 'rows';
COMMENT ON COLUMN public.t.v IS 'values';

-- lock: SHARE ROW EXCLUSIVE on public.t_n_seq (blocks writes)
ALTER SEQUENCE public.t_n_seq OWNED BY public.t.n;

INSERT INTO public.t (id, at, n, v, o, m, amount) OVERRIDING SYSTEM VALUE SELECT id, at, n, v, o, m::text::public.mood, amount FROM public.t_old;
-- goes on from the values that are there
SELECT pg_catalog.setval('public.t_id_seq', x.last) FROM (SELECT max(id) AS last FROM public.t) x WHERE x.last >= 1;
DROP TABLE public.t_old;

CREATE UNIQUE INDEX t_n ON public.t USING btree (n);

CREATE INDEX t_v ON public.t USING btree (v) WHERE (v <> ''::text);

-- lock: SHARE ROW EXCLUSIVE on public.o (blocks writes)
ALTER TABLE public.t ADD CONSTRAINT t_o_fkey FOREIGN KEY (o) REFERENCES public.o(id);

CREATE TRIGGER tr
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

CREATE POLICY mine ON public.t
    USING (v = CURRENT_USER);

ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

CREATE VIEW public.tv AS
SELECT t.id,
    t.v
   FROM public.t;

-- lock: SHARE ROW EXCLUSIVE on public.refers (blocks writes)
-- hazard add-foreign-key: public.refers and public.t are locked against writes while the rows are checked
ALTER TABLE public.refers ADD CONSTRAINT refers_t_fkey FOREIGN KEY (t) REFERENCES public.t(id);

CREATE MATERIALIZED VIEW public.tm AS
SELECT count(*) AS count
   FROM public.tv
WITH DATA;

DROP TYPE public.mood_old;
