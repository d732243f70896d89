create function f(numeric, numeric) returns numeric language sql return 1;
