create function handler() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function run(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function look(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language "My language" handler handler;
create language gone handler handler inline run;
create function am(internal) returns index_am_handler language internal as 'bthandler';
create access method old_tree type index handler am;
