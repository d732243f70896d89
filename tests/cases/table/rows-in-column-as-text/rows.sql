INSERT INTO h VALUES (1, ROW(1, 'x', 'b "quoted", and (more)')), (2, ROW(2, NULL, NULL));
