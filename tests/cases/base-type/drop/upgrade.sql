-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

DROP CAST (public.one AS public.two);

DROP CAST (integer AS public.word);

DROP FUNCTION public.to_two(public.one);

DROP FUNCTION public.to_one(public.two);

DROP TYPE public.words;

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.two'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.two_out(public.two)'::regprocedure, 'public.two_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.two_out(public.two)'::regprocedure, 'public.two_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.two'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.two';
    END IF;
END
$kedge$;
-- it takes public.two_out(public.two), public.two_in(cstring) along: each needs the other, and nothing else is left that does
DROP TYPE public.two CASCADE;

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.pair'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.pair_out(public.pair)'::regprocedure, 'public.pair_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.pair_out(public.pair)'::regprocedure, 'public.pair_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.pair'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.pair';
    END IF;
END
$kedge$;
-- it takes public.pair_out(public.pair), public.pair_in(cstring) along: each needs the other, and nothing else is left that does
DROP TYPE public.pair CASCADE;

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.one'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.one_out(public.one)'::regprocedure, 'public.one_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.one_out(public.one)'::regprocedure, 'public.one_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.one'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.one';
    END IF;
END
$kedge$;
-- it takes public.one_out(public.one), public.one_in(cstring) along: each needs the other, and nothing else is left that does
DROP TYPE public.one CASCADE;

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = '"Odd one"."Text"'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('"Odd one"."Text out"("Odd one"."Text")'::regprocedure, '"Odd one"."Text in"(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('"Odd one"."Text out"("Odd one"."Text")'::regprocedure, '"Odd one"."Text in"(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> '"Odd one"."Text"'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', '"Odd one"."Text"';
    END IF;
END
$kedge$;
-- it takes "Odd one"."Text out"("Odd one"."Text"), "Odd one"."Text in"(cstring) along: each needs the other, and nothing else is left that does
DROP TYPE "Odd one"."Text" CASCADE;

DROP FUNCTION "Odd one".mod_out(integer);

DROP FUNCTION "Odd one".mod_in(cstring[]);

DROP FUNCTION "Odd one"."analyze"(internal);

DROP TYPE public.word_range;

DROP OPERATOR CLASS public.word_ops USING btree;

DROP OPERATOR FAMILY public.word_ops USING btree;

DROP OPERATOR public.>=(public.word, public.word);

DROP OPERATOR public.=(public.word, public.word);

DROP OPERATOR public.<=(public.word, public.word);

DROP OPERATOR public.<(public.word, public.word);

DROP FUNCTION public.word_lt(public.word, public.word);

DROP FUNCTION public.word_le(public.word, public.word);

DROP FUNCTION public.word_ge(public.word, public.word);

DROP FUNCTION public.word_eq(public.word, public.word);

DROP FUNCTION public.word_cmp(public.word, public.word);

DROP DOMAIN public.small_word;

DROP OPERATOR public.>(public.word, public.word);

DROP FUNCTION public.word_gt(public.word, public.word);

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.word'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.word_send(public.word)'::regprocedure, 'public.word_recv(internal)'::regprocedure, 'public.word_out(public.word)'::regprocedure, 'public.word_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.word_send(public.word)'::regprocedure, 'public.word_recv(internal)'::regprocedure, 'public.word_out(public.word)'::regprocedure, 'public.word_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.word'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.word';
    END IF;
END
$kedge$;
-- it takes public.word_send(public.word), public.word_recv(internal), public.word_out(public.word), public.word_in(cstring) along: each needs the other, and nothing else is left that does
DROP TYPE public.word CASCADE;

-- hazard drop-schema: schema "Odd one" goes
DROP SCHEMA "Odd one";
