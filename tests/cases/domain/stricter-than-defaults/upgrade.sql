ALTER DOMAIN public.words DROP DEFAULT;

ALTER DOMAIN public.pair DROP DEFAULT;

ALTER DOMAIN public.list DROP DEFAULT;

ALTER DOMAIN public.changes DROP DEFAULT;

DROP DOMAIN public.goes;

-- lock: SHARE on public.t (blocks writes)
ALTER DOMAIN public.d VALIDATE CONSTRAINT positive;

ALTER DOMAIN public.changes SET DEFAULT ('{4}'::public.d[])::text;

CREATE DOMAIN public.comes AS public.d[] DEFAULT '{3}'::public.d[];

ALTER DOMAIN public.list SET DEFAULT '{}'::public.d[];

ALTER DOMAIN public.pair SET DEFAULT '(1)'::public.c;

ALTER DOMAIN public.words SET DEFAULT ('{1}'::public.d[])::text;
