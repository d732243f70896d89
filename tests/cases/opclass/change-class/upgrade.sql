ALTER OPERATOR FAMILY public.by_length USING btree ADD
    OPERATOR 2 public.<=#(text, text),
    OPERATOR 4 public.>=#(text, text);
