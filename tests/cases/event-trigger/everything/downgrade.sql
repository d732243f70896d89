DROP EVENT TRIGGER refusing_anew;

DROP EVENT TRIGGER new_name;

DROP EVENT TRIGGER made;

-- hazard rebuild: event trigger changed is dropped here and created again
DROP EVENT TRIGGER changed;

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.note() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin end$$;

CREATE FUNCTION public.refuse() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin raise exception 'no %', tg_tag; end$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.a are lost
ALTER TABLE public.t DROP COLUMN a;

DROP FUNCTION public.refuse_all();

CREATE EVENT TRIGGER changed
    ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')
    EXECUTE FUNCTION public.note();
COMMENT ON EVENT TRIGGER changed IS 'before';

ALTER EVENT TRIGGER disabled_now ENABLE;

CREATE EVENT TRIGGER goes
    ON ddl_command_end
    EXECUTE FUNCTION public.note();

CREATE EVENT TRIGGER old_name
    ON ddl_command_end
    EXECUTE FUNCTION public.note();

CREATE EVENT TRIGGER refusing
    ON ddl_command_start
    WHEN TAG IN ('ALTER TABLE', 'CREATE FUNCTION', 'DROP FUNCTION')
    EXECUTE FUNCTION public.refuse();
