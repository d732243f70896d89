CREATE TABLE public.by_list (
    a text,
    b integer
)
PARTITION BY LIST (lower(a));

CREATE TABLE public.by_list_x (
    a text,
    b integer
);

ALTER TABLE ONLY public.by_list ATTACH PARTITION public.by_list_x FOR VALUES IN ('x', NULL);

CREATE TABLE public.by_list_y (
    a text,
    b integer
)
PARTITION BY HASH (b);

ALTER TABLE ONLY public.by_list ATTACH PARTITION public.by_list_y FOR VALUES IN ('y', 'z');

CREATE TABLE public.by_list_y_0 (
    a text,
    b integer
);

ALTER TABLE ONLY public.by_list_y ATTACH PARTITION public.by_list_y_0 FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.by_list_y_1 (
    a text,
    b integer
);

ALTER TABLE ONLY public.by_list_y ATTACH PARTITION public.by_list_y_1 FOR VALUES WITH (modulus 2, remainder 1);

CREATE TABLE public.e_default (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

CREATE TABLE public.events (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
)
PARTITION BY RANGE (at);

ALTER TABLE ONLY public.events ATTACH PARTITION public.e_default DEFAULT;

CREATE TABLE public.events_1 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');

CREATE TABLE public.events_2 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text DEFAULT 'none'::text NOT NULL,
    n integer
);

ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('2024-02-01 00:00:00+00') TO ('2024-03-01 00:00:00+00');

CREATE TABLE public.several (
    a integer,
    b text COLLATE "C",
    c date
)
PARTITION BY RANGE (a, b text_pattern_ops, ((c + 1)));

CREATE TABLE public.several_1 (
    a integer,
    b text COLLATE "C",
    c date
)
WITH (fillfactor='80');

ALTER TABLE ONLY public.several ATTACH PARTITION public.several_1 FOR VALUES FROM (MINVALUE, MINVALUE, MINVALUE) TO (1, 'x', MAXVALUE);
