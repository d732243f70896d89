select * from room; select * from rent;
