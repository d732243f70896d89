create text search dictionary d (template = simple, stopwords = english, accept = false);
create text search dictionary e (template = simple);
create text search configuration c (parser = "default");
alter text search configuration c add mapping for word, email, url with d, simple;
create table t (a text);
create index t_a on t using gin (to_tsvector('c', a));
