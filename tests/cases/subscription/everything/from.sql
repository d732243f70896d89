create subscription changes connection 'host=db.example port=5432 dbname=shop password=secret' publication a, b with (connect = false);
comment on subscription changes is 'before';
create subscription stays connection 'host=''odd '' dbname=''it\''s''' publication "Odd ""name" with (connect = false, slot_name = other, binary = true, streaming = true, synchronous_commit = 'remote_apply');
create subscription goes connection 'dbname=x' publication a with (connect = false, slot_name = none);
create subscription rebuilt connection 'dbname=x' publication a with (connect = false, slot_name = none);
