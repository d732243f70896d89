SELECT (h.r).b, (s.r).b, (k.r).a FROM h, s, k;
