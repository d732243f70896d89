CREATE TABLE public.p (
    id bigint NOT NULL,
    a integer NOT NULL,
    b text,
    r integer,
    CONSTRAINT p_a_check CHECK (a > 0),
    CONSTRAINT p_pkey PRIMARY KEY (id, a),
    CONSTRAINT p_a_b_key UNIQUE (a, b)
)
PARTITION BY RANGE (a);

CREATE INDEX named ON public.p USING btree (r);

CREATE INDEX p_a_idx ON public.p USING btree (a);

CREATE INDEX p_lower_a_id_idx ON public.p USING btree (lower(b), a DESC) INCLUDE (id) WHERE (a > 3);

CREATE TABLE public.p1 (
    id bigint NOT NULL,
    a integer DEFAULT 3 NOT NULL,
    b text,
    r integer,
    CONSTRAINT p1_b_check CHECK (b <> ''::text),
    CONSTRAINT p_a_check CHECK (a > 0),
    CONSTRAINT p1_pkey PRIMARY KEY (id, a),
    CONSTRAINT p1_a_b_key UNIQUE (a, b)
);
ALTER TABLE public.p1
    ALTER COLUMN b SET STORAGE EXTERNAL,
    ALTER COLUMN b SET STATISTICS 100;
COMMENT ON COLUMN public.p1.a IS 'its own';
COMMENT ON CONSTRAINT p_a_check ON public.p1 IS 'check of a part';

CREATE INDEX p1_r_idx ON public.p1 USING btree (r);

CREATE INDEX p1_a_idx ON public.p1 USING btree (a);
COMMENT ON INDEX public.p1_a_idx IS 'index of a part';

CREATE INDEX p1_lower_a_id_idx ON public.p1 USING btree (lower(b), a DESC) INCLUDE (id) WHERE (a > 3);

CREATE INDEX own ON public.p1 USING btree (b);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (10);

CREATE TABLE public.p2 (
    b text NOT NULL,
    r integer,
    a integer NOT NULL,
    id bigint NOT NULL,
    CONSTRAINT p_a_check CHECK (a > 0),
    CONSTRAINT other PRIMARY KEY (id, a),
    CONSTRAINT p2_a_b_key UNIQUE (a, b)
);

CREATE INDEX p2_r_idx ON public.p2 USING btree (r);

CREATE INDEX mine ON public.p2 USING btree (a);

CREATE INDEX p2_lower_a_id_idx ON public.p2 USING btree (lower(b), a DESC) INCLUDE (id) WHERE (a > 3);

ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);

CREATE TABLE public.r (
    id integer NOT NULL,
    CONSTRAINT r_pkey PRIMARY KEY (id)
);

ALTER TABLE public.p ADD CONSTRAINT p_r_fkey FOREIGN KEY (r) REFERENCES public.r(id);
