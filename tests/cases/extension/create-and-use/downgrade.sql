-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

-- hazard drop-extension: the objects of extension hstore go, and the data in them
DROP EXTENSION hstore;

-- hazard drop-extension: the objects of extension citext go, and the data in them
DROP EXTENSION citext;
