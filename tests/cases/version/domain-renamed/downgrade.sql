-- hazard rename: what still says public.isnow for public.was fails
ALTER DOMAIN public.isnow RENAME TO was;

-- hazard rename: what still says public.isnow_named for public.was_named fails
ALTER DOMAIN public.isnow_named RENAME TO was_named;

ALTER DOMAIN public.was RENAME CONSTRAINT isnow_not_null TO was_not_null;
