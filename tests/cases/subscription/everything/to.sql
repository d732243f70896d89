create subscription changes connection 'host=other.example port=5432 dbname=shop' publication b, c with (connect = false, slot_name = mine, binary = true, streaming = true, disable_on_error = true, synchronous_commit = 'local');
comment on subscription changes is 'after';
create subscription stays connection 'host=''odd '' dbname=''it\''s''' publication "Odd ""name" with (connect = false, slot_name = other, binary = true, streaming = true, synchronous_commit = 'remote_apply');
create subscription rebuilt connection 'dbname=x' publication a with (connect = false, slot_name = none, two_phase = true);
create subscription "new ""one""" connection 'host=x dbname=y' publication a with (connect = false, slot_name = none);
