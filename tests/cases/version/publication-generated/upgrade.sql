ALTER PUBLICATION columns DROP TABLE ONLY public.t;
ALTER PUBLICATION columns ADD TABLE ONLY public.t (a, c);

CREATE PUBLICATION fresh FOR ALL TABLES WITH (publish = 'insert', publish_generated_columns = stored);

ALTER PUBLICATION gets SET (publish_generated_columns = stored);

ALTER PUBLICATION loses SET (publish_generated_columns = none);

-- hazard drop-publication: subscribers of gone fail from here on
DROP PUBLICATION gone;
