INSERT INTO rows VALUES (1, 'ok');
