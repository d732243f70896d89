-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_p is dropped here and created again
DROP INDEX public.t_p;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_c is dropped here and created again because of operator class public.a_usual USING btree
DROP INDEX public.t_c;

ALTER OPERATOR FAMILY public.kept USING btree DROP
    OPERATOR 1 (point, point);

CREATE OPERATOR FAMILY public.gives USING hash;

CREATE OPERATOR FAMILY public.was_usual USING btree;

CREATE OPERATOR CLASS public.gives
    FOR TYPE box USING hash FAMILY public.gives AS
    OPERATOR 1 =(box, box),
    FUNCTION 1 public.h(box);

CREATE OPERATOR CLASS public.loose
    FOR TYPE point USING btree FAMILY public.kept AS
    OPERATOR 1 public.##<(point, point),
    FUNCTION 1 public.cmp_other(point, point);

CREATE CONVERSION public.was_conversion FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

DROP CONVERSION public.a_usual_conversion;

CREATE DEFAULT CONVERSION public.was_usual_conversion FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

DROP CONVERSION public.a_conversion;

DROP OPERATOR CLASS public.a_usual USING btree;

CREATE OPERATOR CLASS public.was_usual
    DEFAULT FOR TYPE circle USING btree FAMILY public.was_usual AS
    OPERATOR 1 <(circle, circle),
    FUNCTION 1 public.cmp_circle(circle, circle);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_c ON public.t USING btree (c);

DROP OPERATOR CLASS public.a_new USING btree;

CREATE OPERATOR CLASS public.was
    FOR TYPE point USING btree FAMILY public.shared AS
    OPERATOR 1 public.#<(point, point),
    FUNCTION 1 public.cmp(point, point);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_p ON public.t USING btree (p public.was);

DROP OPERATOR FAMILY public.takes USING hash;

DROP OPERATOR FAMILY public.a_usual USING btree;
