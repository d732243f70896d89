CREATE EXTENSION citext;
REVOKE EXECUTE ON FUNCTION public.citext(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.citext(inet) TO grants_two;

-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.delete(public.hstore, text) FROM grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.hstore(text, text) FROM grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
REVOKE EXECUTE ON FUNCTION public.hstore(text[]) FROM grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.slice(public.hstore, text[]) TO PUBLIC;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.hstore(text, text) TO grants_two;
-- hazard authorization: what others may do with what extension hstore has changes
GRANT EXECUTE ON FUNCTION public.hstore(text[]) TO grants_one;
-- hazard authorization: what others may do with what extension hstore has changes
REVOKE USAGE ON TYPE public.hstore FROM PUBLIC;

-- hazard authorization: what others may do with what extension lo has changes
REVOKE EXECUTE ON FUNCTION public.lo_manage() FROM grants_two;

-- hazard authorization: what others may do with what extension pg_stat_statements has changes
REVOKE SELECT (query) ON TABLE public.pg_stat_statements FROM grants_one;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
REVOKE SELECT ON TABLE public.pg_stat_statements FROM PUBLIC;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
GRANT SELECT (calls) ON TABLE public.pg_stat_statements TO grants_one WITH GRANT OPTION;
-- hazard authorization: what others may do with what extension pg_stat_statements has changes
GRANT SELECT (query) ON TABLE public.pg_stat_statements TO grants_one WITH GRANT OPTION;
