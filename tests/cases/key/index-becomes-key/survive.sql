select * from a order by 1; select * from r; select * from "group";
