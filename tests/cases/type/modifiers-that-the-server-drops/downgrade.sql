DROP AGGREGATE public.a(numeric);

DROP TYPE public.short;

DROP TYPE public.blank;
