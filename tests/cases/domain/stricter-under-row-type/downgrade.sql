ALTER DOMAIN public.n DROP NOT NULL;

CREATE VIEW public.gone AS
SELECT (NULL::public.t IS NULL) AS x;

-- lock: ACCESS EXCLUSIVE on public.come (blocks reads and writes)
DROP VIEW public.come;

ALTER DOMAIN public.d DROP CONSTRAINT positive;
