-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v SET (check_option=local, security_barrier='true');
