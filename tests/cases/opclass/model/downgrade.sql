-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

DROP OPERATOR CLASS public.spots USING spgist;

DROP OPERATOR CLASS public.by_length USING btree;

DROP OPERATOR FAMILY public.spots USING spgist;

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
