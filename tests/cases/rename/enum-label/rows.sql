insert into t values (1, 'fine'), (2, 'sad');
