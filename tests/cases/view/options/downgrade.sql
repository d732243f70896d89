-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER VIEW public.v RESET (check_option, security_barrier);
