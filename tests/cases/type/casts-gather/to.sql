create table o (total numeric, constraint p check (total > 0)); create index i on o (total) where total > 5; create statistics o_s on (total + 1) from o;
