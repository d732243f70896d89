select * from p_1; select * from p_2; select * from p_3;
