select * from stays order by 1; select * from gets; select * from loses; select * from joins;
