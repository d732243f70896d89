SELECT * FROM readings ORDER BY id;
