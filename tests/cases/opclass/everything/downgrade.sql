-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

-- lock: ACCESS EXCLUSIVE on public.pairs (blocks reads and writes)
-- hazard drop-table: the rows of public.pairs are lost
DROP TABLE public.pairs;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-table: the rows of public.p1 are lost
DROP TABLE public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard drop-table: the rows of public.p are lost
DROP TABLE public.p;

-- lock: ACCESS EXCLUSIVE on public.l (blocks reads and writes)
-- hazard drop-table: the rows of public.l are lost
DROP TABLE public.l;

DROP OPERATOR CLASS public.words USING gin;

DROP OPERATOR CLASS public.spots USING gist;

DROP OPERATOR CLASS public.pair_ops USING btree;

DROP OPERATOR CLASS "Odd ones".empty USING btree;

DROP OPERATOR CLASS "Odd ones"."Int" USING btree;

DROP OPERATOR FAMILY public.words USING gin;

DROP OPERATOR FAMILY public.spots USING gist;

DROP OPERATOR FAMILY public.pair_ops USING btree;

DROP OPERATOR FAMILY "Odd ones"."Whole numbers" USING btree;

DROP OPERATOR public.=@@(public.pair, public.pair);

DROP OPERATOR public.<@@(public.pair, public.pair);

DROP FUNCTION public.pair_lt(public.pair, public.pair);

DROP FUNCTION public.pair_eq(public.pair, public.pair);

DROP FUNCTION public.pair_cmp(public.pair, public.pair);

DROP TYPE public.pair;

DROP TYPE public.lengths;

DROP OPERATOR CLASS public.by_length USING btree;

DROP OPERATOR FAMILY public.by_length USING hash;

DROP OPERATOR FAMILY public.by_length USING btree;

DROP OPERATOR public.>=#(text, text);

DROP OPERATOR public.>#(text, text);

DROP OPERATOR public.=#(text, text);

DROP OPERATOR public.<=#(text, text);

DROP OPERATOR public.<#(text, text);

DROP FUNCTION public.shorter_or_same(text, text);

DROP FUNCTION public.shorter(text, text);

DROP FUNCTION public.same_length(text, text);

DROP FUNCTION public.longer_or_same(text, text);

DROP FUNCTION public.longer(text, text);

DROP FUNCTION public.by_length(text, text);

-- hazard drop-schema: schema "Odd ones" goes
DROP SCHEMA "Odd ones";
