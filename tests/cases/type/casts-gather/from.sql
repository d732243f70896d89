-- the server keeps the casts that the type in between wanted; the model is written by hand
create table o (total integer, constraint p check (total > 0)); create index i on o (total) where total > 5; create statistics o_s on (total + 1) from o;
