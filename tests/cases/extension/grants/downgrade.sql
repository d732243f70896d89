-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.hstore(text, text) FROM grants_two;
-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.hstore(text[]) FROM grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT USAGE ON TYPE public.hstore TO PUBLIC;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.delete(public.hstore, text) TO grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.hstore(text, text) TO grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.hstore(text[]) TO grants_one WITH GRANT OPTION;
-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.slice(public.hstore, text[]) FROM PUBLIC;

-- hazard authorization: what others may do with what extension lo has changes
GRANT EXECUTE ON FUNCTION public.lo_manage() TO grants_two;

-- hazard authorization: what others may do with what extension pg_stat_statements has changes
GRANT SELECT ON TABLE public.pg_stat_statements TO PUBLIC;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
REVOKE SELECT (calls) ON TABLE public.pg_stat_statements FROM grants_one;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
REVOKE SELECT (query) ON TABLE public.pg_stat_statements FROM grants_one;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
GRANT SELECT (query) ON TABLE public.pg_stat_statements TO grants_one;

-- hazard drop-extension: the objects of extension citext go, and the data in them
DROP EXTENSION citext;
