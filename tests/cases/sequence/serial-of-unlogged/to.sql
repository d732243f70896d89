create unlogged table t (id serial);
create unlogged table new (id bigserial, note text);
