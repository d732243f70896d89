/* What the rooms of the planner share: items (what happens to each pair) and edges between operations. */
#ifndef KEDGE_DIFF_PLAN_PRIVATE_H
#define KEDGE_DIFF_PLAN_PRIVATE_H

#include "diff/plan.h"

enum state { STATE_SAME, STATE_CREATE, STATE_DROP, STATE_ALTER, STATE_REBUILD };

struct dependent {
    struct item *item;
    enum part part;
};

/* One pair in the planner; object->user of both sides points to it. */
struct item {
    struct pair_of *pair;
    enum state state;
    uint64_t changed;     /* what ALTER carries out, PART_SELF */
    bool aside;           /* a type that is built anew while its columns are converted */
    bool retype;          /* a column or attribute of such a type */
    bool parked;          /* a column of a type that goes before it comes again: text meanwhile; retype is set, too */
    bool off[PART_COUNT]; /* the part is taken off first and put back afterwards: default, owner, replica
                             identity */
    bool again;   /* ALTER: the server has forgotten what it was */
    bool settled; /* ops of what is inherited: looked at */
    bool only;    /* column or check that goes: tables that inherit it may keep it */
    bool remade;  /* a table that is made again, with its rows: those of its partitions too */
    struct item *whole; /* the remade table with which a partition of it goes */
    unsigned long long eldest_part; /* index of a partitioned table: oid of the oldest of those that are there and become parts of it; 0: none */
    bool apart;   /* index or key of a partition or partitioned table: has its own order with the attaching */
    struct item *took_in; /* foreign key of a partition that is its own again: that of the partitioned table, with which it goes */
    const struct object *like; /* view: the materialized view of the same name and query on the other side, and the other way round */
    const char *because;
    struct list dependents; /* struct dependent, from the old side */
    struct list covered;    /* struct item: indexes and keys of partitions that have no say in what becomes of them: it becomes of this */
    struct list row_users;  /* struct item: what has expressions of the type of its rows, there too */
    struct op *rename;
    struct op *aside_op;
    struct op *make[PART_COUNT]; /* after this op, the part is as the new side wants it */
    struct op
        *unmake[PART_COUNT]; /* after this op, the part no longer needs what it needed on the old side */
    unsigned order;          /* of the pair, canonical */
};

/* `to` comes after `from`. A soft edge exists for the sake of an op that would like to be carried by `to`
 * (when it creates) or by `from` (when it drops), and goes when that op must be separate. */
struct edge {
    struct op *from;
    struct op *carried_to, *carried_from; /* NULL: none; both NULL: a hard edge */
};

struct planner {
    struct arena *arena;
    const struct diff *diff;
    struct diag *diag;
    struct list items; /* struct item */
    struct list ops;   /* struct op, all */
};

struct item *item_of(const struct object *o);
bool column_retyped(const struct item *i); /* ALTER that changes the type or collation of a column */
/* Cannot be there while an attribute of a composite that it uses gets another type. */
bool knows_attributes(const struct object *o);

/* state.c */
/* Of the server: the newer of both sides; 0 where neither was read from one. */
int server_version(const struct planner *p);
/* By its own differences. */
enum state own_state(const struct planner *p, const struct item *i);
/* Whether the one bears the name of the other, which is of another kind: a materialized view that was a view. */
bool uses_name_of(const struct object *gone, const struct object *on);
/* closure.c: the state of every item. */
void plan_states(struct planner *p);
/* follow.c: whether the server makes the dependent anew by itself when the column changes its type. */
bool follows_type_change(const struct planner *p, const struct item *column, const struct item *dependent);
/* Statistics targets, which it forgets then, are said again. */
void keeps_targets(struct item *i);
/* Of columns, of a base type that changes it. */
void storage_follows(struct planner *p, struct item *type);
/* aside.c: whether a type that has to be made anew is put aside while its columns are converted. */
bool aside_rather(const struct item *i);
/* A type that goes leaves one of its names to another while there are values of it, which are to be of the other. */
bool aside_for_name(const struct planner *p, const struct item *i);
/* operations.c: ops of every item, with priorities. */
void plan_operations(struct planner *p);
struct op *op_make(struct planner *p, struct item *i, enum verb verb, enum part part);
bool sequence_follows(const struct item *i); /* its table, to another schema */
/* take_over.c: unique indexes that become those of new keys. */
void take_over(struct planner *p);
/* What partitions and children have from parent tables. */
void inherit_states(struct planner *p);    /* before the closure */
/* Ops of an inherited object of a table that stays with its parent; false: it is as any other. */
bool inherit_operations(struct planner *p, struct item *i);
void inherit_aliases(struct planner *p);   /* ops of parents that are those of children too */
/* What the object comes from, in a table to which its own stays attached; else NULL. */
struct item *inherit_origin(const struct planner *p, const struct item *i);
bool retyped_above(const struct planner *p, const struct item *column); /* gets its new type with what it comes from */
/* not_null.c: what is in the way of DROP NOT NULL, of partitions and children too. */
void not_null_states(const struct planner *p, struct item *i); /* before the closure */
/* The bit of a NOT NULL that the child loses or gets with the column it comes from, and which is its own, by another name: since 18. */
uint64_t not_null_of_child(const struct planner *p, const struct item *i, const struct item *origin);
void not_null_edges(struct planner *p, const struct item *i);
/* remake.c: tables that become partitioned or ordinary, or get another partition key. */
void remake_states(struct planner *p);      /* before the closure */
bool remake_for(struct item *column);       /* whether its table has to be, now that the column gets another type */
struct item *remade_above(const struct planner *p, const struct item *table); /* that or itself; NULL: none */
int remake_check(struct planner *p);        /* after the closure: what has no way */
void remake_operations(struct planner *p, struct item *i);
void remake_edges(struct planner *p);
/* On the old side, or the new: comes from a parent table. */
bool inherited_from(const struct item *i);
bool inherited_to(const struct item *i);
void inherited_comment(struct planner *p, struct item *i); /* of what is made with the parent's: its comment is left to say */
/* inherit_edges.c */
void inherit_edges(struct planner *p);
/* inherit_foreign.c: foreign keys of partitions. True: nothing else is to be made. */
bool foreign_key_operations(struct planner *p, struct item *i);
bool foreign_key_goes_along(const struct planner *p, const struct item *i);
/* Of one that goes along: with that of the partitioned table (origin, may be NULL), with its own table, or when that leaves. */
struct op *foreign_key_gone(const struct planner *p, const struct item *i, const struct item *origin);
void inherit_foreign_edges(struct planner *p);
/* name_edges.c */
void name_edges(struct planner *p);
/* foreign_key_edges.c */
void foreign_key_states(struct planner *p); /* before the closure */
void foreign_key_edges(struct planner *p);
struct item *item_table(const struct item *i); /* of a part of a table, else NULL */
bool item_settled(const struct item *i);       /* there before and after */
bool item_stays(const struct item *table, const struct item *parent); /* attached to it */
const struct object *item_object(const struct item *i);               /* of the new side, if it is there */
struct item *pair_item(const struct pair_of *pair);
/* domain.c: domains that become stricter. */
void domain_states(struct planner *p); /* before the closure */
void domain_edges(struct planner *p);
/* row_type.c: rows of tables that are kept elsewhere. */
/* Whether a column of the view or materialized view is of the type. */
bool view_has_column_of(const struct object *view, const struct object *type);
bool changes_rows(const struct planner *p, const struct item *column); /* so that the server would have to change those, which it does not */
/* struct item: columns, materialized views, and what has an expression with its type; columns with a default that has. */
struct list rows_kept(struct planner *p, struct item *table, struct list *ret_defaults);
void row_type_edges(struct planner *p);
/* computed.c: new materialized views, and the rows that they read. */
void computed_edges(struct planner *p);
/* inherit_trigger.c: states of triggers that partitions have from their partitioned tables; when all other states are known. */
void inherit_trigger_states(struct planner *p);
void inherit_trigger_edges(struct planner *p);
/* inherit_index.c: what partitions have of the indexes and keys of their partitioned tables. */
void inherit_index_states(struct planner *p);
void inherit_index_apart(struct planner *p); /* after the closure: keys that are parts of indexes which go by now */
void inherit_index_operations(struct planner *p); /* ATTACH PARTITION of an index */
void inherit_index_edges(struct planner *p);
/* inherit_index_order.c */
void inherit_index_ages(struct planner *p);  /* of the oldest parts, once */
void inherit_index_order(struct planner *p, const struct item *table);
/* Whether what is attached makes an index that was of the partitioned table only one of all partitions. */
bool inherit_index_completes(const struct diff *d, const struct pair_of *index);
/* edges.c: what must come before what. */
void plan_edges(struct planner *p);
void edge_add(struct planner *p, struct op *to, struct op *from);
/* A soft one, which stands for the edges of an op that is carried; the last two may be NULL. */
void edge_push(struct planner *p, struct op *to, struct op *from, struct op *carried_to, struct op *carried_from);
bool chosen_by_arguments(const struct object *o);       /* a routine or an operator, of which there may be several */
bool edge_hard(const struct edge *e);
bool comes_after(const struct op *op, const struct op *from); /* directly, by a hard edge */
void plan_carriers(struct planner *p);
struct item *parent_of(const struct item *i);         /* of the object that it is a part of, NULL: of none */
struct op *if_verb(struct op *op, enum verb verb);    /* NULL when it does something else */
bool edge_holds(const struct edge *e); /* not given up for an op that is separate */
/* slots.c: what can be taken once, besides names. */
void slot_edges(struct planner *p);
/* evaluate.c: what runs functions while it is made comes after them; when the loops are broken. */
void evaluation_edges(struct planner *p);
/* loop_type.c: types and the functions that they are made of. */
bool loop_type(struct planner *p, const unsigned *component, unsigned which); /* true: a loop fewer, and other ops */
int loop_type_check(struct planner *p); /* a type that would have to go under rows that wait */
/* loop_rename.c: indexes and constraints that take each other's names. */
bool loop_rename(struct planner *p, const unsigned *component, unsigned which); /* true: a loop fewer, and another op */
/* loop_stub.c: views and functions that stand in for themselves. */
bool loop_stub(struct planner *p, const unsigned *component, unsigned which); /* true: a loop fewer, and perhaps other ops */
/* What comes after the op in the loop comes after the other one; NULL: after neither. */
void loop_redirect(struct planner *p, const struct op *from, struct op *to, const unsigned *component);
int loop_view_of_itself(struct planner *p); /* when no loop is left */
/* sort.c: breaks loops by the rules, sorts, fuses. */
int plan_sort(struct planner *p, struct list *ret);

#endif
