CREATE TABLE public.after (
    a integer NOT NULL,
    b text,
    CONSTRAINT b_given CHECK (b IS NOT NULL)
);

CREATE TABLE public.before (
    a integer NOT NULL,
    b text
);

ALTER TABLE public.before ADD CONSTRAINT b_given CHECK (b IS NOT NULL) NOT VALID;

CREATE TABLE public.parent (
    a integer NOT NULL,
    b text
)
PARTITION BY RANGE (a);

ALTER TABLE ONLY public.parent ATTACH PARTITION public.after FOR VALUES FROM (10) TO (20);

ALTER TABLE ONLY public.parent ATTACH PARTITION public.before FOR VALUES FROM (0) TO (10);

ALTER TABLE public.parent ADD CONSTRAINT b_given CHECK (b IS NOT NULL) NOT VALID;
