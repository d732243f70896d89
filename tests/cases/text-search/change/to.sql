create text search dictionary d (template = simple, accept = true, stopwords = 'danish');
create text search dictionary e (template = snowball, language = german);
create text search configuration c (parser = "default");
alter text search configuration c add mapping for word with simple, d;
alter text search configuration c add mapping for email with d, simple;
alter text search configuration c add mapping for host with e;
create table t (a text);
create index t_a on t using gin (to_tsvector('c', a));
