INSERT INTO t VALUES (1, 'sad', 'happy', '{sad,NULL,happy}', 'big', 'small', '{small,big}'), (2, null, null, null, null, null, null), (3, '', '', '{""}', 'small', 'big', '{}');
