ALTER INDEX public.pp_k_id_idx RENAME TO pp_k_n_idx;

ALTER INDEX public.ppp_k_id_idx RENAME TO ppp_k_n_idx;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard rename: what still says public.p for public.q fails
ALTER TABLE public.p RENAME TO q;

ALTER INDEX public.p_k_id_idx RENAME TO q_k_n_idx;

-- lock: ACCESS EXCLUSIVE on public.pp (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.ppp (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rename: what still says id for public.t.n fails
ALTER TABLE public.t RENAME COLUMN id TO n;

ALTER INDEX public.t_k_id_idx RENAME TO t_k_n_idx;
