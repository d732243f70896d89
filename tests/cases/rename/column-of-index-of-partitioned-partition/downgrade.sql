-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard rename: what still says public.q for public.p fails
ALTER TABLE public.q RENAME TO p;

ALTER INDEX public.q_k_n_idx RENAME TO p_k_id_idx;

ALTER INDEX public.pp_k_n_idx RENAME TO pp_k_id_idx;

ALTER INDEX public.ppp_k_n_idx RENAME TO ppp_k_id_idx;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.pp (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.ppp (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rename: what still says n for public.t.id fails
ALTER TABLE public.t RENAME COLUMN n TO id;

ALTER INDEX public.t_k_n_idx RENAME TO t_k_id_idx;
