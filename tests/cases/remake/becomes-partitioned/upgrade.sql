-- lock: ACCESS EXCLUSIVE on public.tm (blocks reads and writes)
-- hazard drop-matview: the rows of public.tm must be computed again
-- hazard rebuild: materialized view public.tm is dropped here and created again because of view public.tv
DROP MATERIALIZED VIEW public.tm;

-- lock: ACCESS EXCLUSIVE on public.tv (blocks reads and writes)
-- hazard rebuild: view public.tv is dropped here and created again because of column public.t.id
DROP VIEW public.tv;

-- lock: SHARE ROW EXCLUSIVE on public.t_n_seq (blocks writes)
ALTER SEQUENCE public.t_n_seq OWNED BY NONE;

-- hazard enum-rebuild: every column of type public.mood is written anew; rows with a label that goes make it fail
ALTER TYPE public.mood RENAME TO mood_old;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');

CREATE TABLE public.t1 (
    id bigint NOT NULL,
    at date NOT NULL,
    n integer DEFAULT nextval('public.t_n_seq'::regclass) NOT NULL,
    v text,
    o integer,
    m public.mood,
    amount numeric,
    twice numeric GENERATED ALWAYS AS (amount * (2)::numeric) STORED,
    CONSTRAINT t1_pkey PRIMARY KEY (id, at)
);

CREATE INDEX t1_n_idx ON public.t1 USING btree (n);

CREATE INDEX t1_v_idx ON public.t1 USING btree (v) WHERE (v <> ''::text);

CREATE TABLE public.td (
    id bigint NOT NULL,
    at date NOT NULL,
    n integer DEFAULT nextval('public.t_n_seq'::regclass) NOT NULL,
    v text,
    o integer,
    m public.mood,
    amount numeric,
    twice numeric GENERATED ALWAYS AS (amount * (2)::numeric) STORED,
    CONSTRAINT td_pkey PRIMARY KEY (id, at)
);

CREATE INDEX td_n_idx ON public.td USING btree (n);

CREATE INDEX td_v_idx ON public.td USING btree (v) WHERE (v <> ''::text);

-- lock: ACCESS EXCLUSIVE on public.refers (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.refers DROP CONSTRAINT refers_t_fkey;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
LOCK TABLE public.t;
-- fails, rather than leave out rows that a policy hides
SET LOCAL row_security = off;
-- hazard remake-table: every row of public.t is copied, twice, while it is locked; one that fits no partition makes it fail
CREATE TABLE public.t_old AS SELECT id, at, n, v, o, m, amount FROM public.t;
-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: table public.t is dropped here and created again
DROP TABLE public.t;

CREATE TABLE public.t (
    id bigint NOT NULL,
    at date NOT NULL,
    n integer DEFAULT nextval('public.t_n_seq'::regclass) NOT NULL,
    v text,
    o integer,
    m public.mood,
    amount numeric,
    twice numeric GENERATED ALWAYS AS (amount * (2)::numeric) STORED,
    CONSTRAINT t_pkey PRIMARY KEY (id, at)
)
PARTITION BY RANGE (at);
COMMENT ON TABLE public.t IS 'rows';
COMMENT ON COLUMN public.t.v IS 'values';

-- lock: SHARE ROW EXCLUSIVE on public.t_n_seq (blocks writes)
ALTER SEQUENCE public.t_n_seq OWNED BY public.t.n;

CREATE INDEX t_n ON public.t USING btree (n);

CREATE INDEX t_v ON public.t USING btree (v) WHERE (v <> ''::text);

CREATE POLICY mine ON public.t
    USING (v = CURRENT_USER);

ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES FROM ('2000-01-01') TO ('2010-01-01');

ALTER TABLE ONLY public.t ATTACH PARTITION public.td DEFAULT;

INSERT INTO public.t (id, at, n, v, o, m, amount) OVERRIDING SYSTEM VALUE SELECT id, at, n, v, o, m::text::public.mood, amount FROM public.t_old;
DROP TABLE public.t_old;

ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- lock: SHARE ROW EXCLUSIVE on public.o (blocks writes)
-- scans public.o
ALTER TABLE public.t ADD CONSTRAINT t_o_fkey FOREIGN KEY (o) REFERENCES public.o(id);

CREATE TRIGGER tr
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

CREATE VIEW public.tv AS
SELECT t.id,
    t.v
   FROM public.t;

CREATE MATERIALIZED VIEW public.tm AS
SELECT count(*) AS count
   FROM public.tv
WITH DATA;

DROP TYPE public.mood_old;
