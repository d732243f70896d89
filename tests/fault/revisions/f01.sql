-- tables, and a trigger that makes every COMMIT take a while
--
-- kedge:revision f01

-- kedge:upgrade
CREATE TABLE public.ran (step text NOT NULL);
CREATE FUNCTION public.commit_slowly() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM pg_sleep(0.05); RETURN NULL; END$$;
CREATE CONSTRAINT TRIGGER ran_slowly AFTER INSERT ON public.ran DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION public.commit_slowly();
CREATE TABLE public.item (id integer NOT NULL, kind text, amount integer);
INSERT INTO public.item SELECT i, 'k' || i % 7 FROM generate_series(1, 5000) i;
INSERT INTO public.ran VALUES ('f01');

-- kedge:downgrade
DROP TABLE public.item, public.ran;
DROP FUNCTION public.commit_slowly();
