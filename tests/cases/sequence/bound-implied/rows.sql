select setval('used', 40);
