select * from users; select * from orders;
