DROP EVENT TRIGGER refusing;

DROP EVENT TRIGGER old_name;

DROP EVENT TRIGGER goes;

-- hazard rebuild: event trigger changed is dropped here and created again
DROP EVENT TRIGGER changed;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.note() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin null; end$$;

ALTER EVENT TRIGGER disabled_now DISABLE;

CREATE FUNCTION public.refuse_all() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin raise exception 'no %', tg_tag; end$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN a text;

DROP FUNCTION public.refuse();

CREATE EVENT TRIGGER changed
    ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE')
    EXECUTE FUNCTION public.note();
COMMENT ON EVENT TRIGGER changed IS 'after';

CREATE EVENT TRIGGER made
    ON table_rewrite
    EXECUTE FUNCTION public.note();
ALTER EVENT TRIGGER made ENABLE ALWAYS;

CREATE EVENT TRIGGER new_name
    ON ddl_command_end
    EXECUTE FUNCTION public.note();

CREATE EVENT TRIGGER refusing_anew
    ON ddl_command_start
    WHEN TAG IN ('ALTER TABLE', 'CREATE FUNCTION', 'DROP FUNCTION')
    EXECUTE FUNCTION public.refuse_all();
