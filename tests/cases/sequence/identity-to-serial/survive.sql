select * from t order by 1;
select * from plain;
select last_value from t_id_seq;
select last_value from t_n_seq;
select last_value from t_d_seq;
