SELECT id, (r).a, (r).b FROM h ORDER BY id;
