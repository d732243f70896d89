insert into t select from generate_series(1, 5); insert into plain values (7, 8);
