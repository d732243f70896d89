-- statements that cannot be in a transaction
--
-- kedge:revision f05
-- kedge:revises f04

-- kedge:upgrade
CREATE TYPE public.state AS ENUM ('new');
-- kedge:autocommit
ALTER TYPE public.state ADD VALUE 'old';
ALTER TABLE public.item ADD COLUMN state public.state NOT NULL DEFAULT 'old';
REINDEX INDEX CONCURRENTLY public.item_kind_idx;
REINDEX TABLE CONCURRENTLY public.item;
DROP INDEX CONCURRENTLY public.item_kind_idx;
VACUUM ANALYZE public.item;

-- kedge:downgrade
CREATE INDEX CONCURRENTLY item_kind_idx ON public.item (kind);
ALTER TABLE public.item DROP COLUMN state;
DROP TYPE public.state;
