CREATE SEQUENCE public.p_id_seq;

CREATE TABLE public.p (
    id bigint DEFAULT nextval('public.p_id_seq'::regclass) NOT NULL,
    i integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    a integer NOT NULL,
    g integer GENERATED ALWAYS AS (a + 1) STORED,
    CONSTRAINT p_pkey PRIMARY KEY (id, a)
)
PARTITION BY RANGE (a);

ALTER SEQUENCE public.p_id_seq OWNED BY public.p.id;

CREATE TABLE public.p1 (
    id bigint DEFAULT nextval('public.p_id_seq'::regclass) NOT NULL,
    i integer NOT NULL,
    a integer NOT NULL,
    g integer GENERATED ALWAYS AS (a + 1) STORED,
    CONSTRAINT p1_pkey PRIMARY KEY (id, a)
);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

CREATE TABLE public.p2 (
    a integer NOT NULL,
    g integer GENERATED ALWAYS AS (a + 1) STORED,
    i integer NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT p2_pkey PRIMARY KEY (id, a)
);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);
