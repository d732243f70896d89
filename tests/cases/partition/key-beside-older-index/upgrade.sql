CREATE TABLE public.leaf (
    id bigint NOT NULL,
    k text
);

CREATE UNIQUE INDEX leaf_id_idx ON public.leaf USING btree (id);

ALTER TABLE public.leaf ADD CONSTRAINT leaf_pkey PRIMARY KEY (id);

CREATE TABLE public.part (
    id bigint NOT NULL,
    k text
)
PARTITION BY RANGE (id);

ALTER TABLE ONLY public.part ATTACH PARTITION public.leaf FOR VALUES FROM ('7') TO ('8');

CREATE UNIQUE INDEX part_id_idx ON public.part USING btree (id);

ALTER TABLE public.part ADD CONSTRAINT part_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.t ATTACH PARTITION public.part FOR VALUES FROM ('7') TO ('10');
