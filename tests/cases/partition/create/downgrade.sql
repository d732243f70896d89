-- lock: ACCESS EXCLUSIVE on public.several (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.several_1 (blocks reads and writes)
-- hazard drop-table: the rows of public.several_1 are lost
DROP TABLE public.several_1;

-- lock: ACCESS EXCLUSIVE on public.several (blocks reads and writes)
-- hazard drop-table: the rows of public.several are lost
DROP TABLE public.several;

-- lock: ACCESS EXCLUSIVE on public.e_default (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard drop-table: the rows of public.events_2 are lost
DROP TABLE public.events_2;

-- lock: ACCESS EXCLUSIVE on public.e_default (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard drop-table: the rows of public.events_1 are lost
DROP TABLE public.events_1;

-- lock: ACCESS EXCLUSIVE on public.e_default (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- hazard drop-table: the rows of public.e_default are lost
DROP TABLE public.e_default;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- hazard drop-table: the rows of public.events are lost
DROP TABLE public.events;

-- lock: ACCESS EXCLUSIVE on public.by_list_y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.by_list_y_1 (blocks reads and writes)
-- hazard drop-table: the rows of public.by_list_y_1 are lost
DROP TABLE public.by_list_y_1;

-- lock: ACCESS EXCLUSIVE on public.by_list_y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.by_list_y_0 (blocks reads and writes)
-- hazard drop-table: the rows of public.by_list_y_0 are lost
DROP TABLE public.by_list_y_0;

-- lock: ACCESS EXCLUSIVE on public.by_list (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.by_list_y (blocks reads and writes)
-- hazard drop-table: the rows of public.by_list_y are lost
DROP TABLE public.by_list_y;

-- lock: ACCESS EXCLUSIVE on public.by_list (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.by_list_x (blocks reads and writes)
-- hazard drop-table: the rows of public.by_list_x are lost
DROP TABLE public.by_list_x;

-- lock: ACCESS EXCLUSIVE on public.by_list (blocks reads and writes)
-- hazard drop-table: the rows of public.by_list are lost
DROP TABLE public.by_list;
