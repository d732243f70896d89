/* Private to emit/postgres: what the emitters of the kinds share. */
#ifndef KEDGE_EMIT_POSTGRES_EMIT_H
#define KEDGE_EMIT_POSTGRES_EMIT_H

#include "base/buf.h"
#include "emit/emit.h"

/* An ALTER TABLE that further actions on the same table may still join. */
struct open_alter {
    struct statement *statement; /* NULL: none */
    const char *head;            /* "ALTER TABLE public.users" */
    struct list actions;         /* const char * */
    enum lock lock;
    struct list parked;          /* const char *: columns that it makes text until their types are there again */
};

struct emitter {
    struct arena *arena;
    const struct plan *plan;
    int version;
    bool online;
    struct diag *diag;
    size_t errors;
    struct list *out;       /* struct statement */
    const struct op *op;    /* the one at work */
    struct statement *last; /* made or extended last by it */
    struct open_alter open;
    struct list waiting; /* struct statement: facets, behind the ALTER TABLE that is open */
    struct map
        created; /* address of a relation that the plan itself made -> the object, NULL once it is dropped */
    struct map late_off; /* address of a table whose replica identity and cluster index were taken off -> the
                            table */
    const struct object *authorized; /* whose privileges were said to change last: said once */
    struct map parents;    /* address of a table from which others inherit -> it */
    struct map not_nulls;  /* "schema.name" of NOT NULL constraints that share it -> a column of them; 18 */
    struct map aside;      /* address of a type that was put aside -> it, as it was */
    struct list unchecked; /* struct statement: make a function whose body must not be looked at */
};

/* What a kind says for each verb. NULL: nothing to do (create, drop, alter) or the generic form (rename).
 * Facets are not their business. */
struct emit_kind {
    void (*create)(struct emitter *e, const struct op *op);
    void (*drop)(struct emitter *e, const struct op *op);
    void (*alter)(struct emitter *e, const struct op *op);
    void (*part)(struct emitter *e, const struct op *op);  /* any verb, of a part that is not PART_SELF */
    void (*aside)(struct emitter *e, const struct op *op); /* VERB_ASIDE, VERB_STUB */
};
extern const struct emit_kind *const emit_kinds[KIND_COUNT];
#define KIND(id, name) extern const struct emit_kind emit_##name;
#include "schema/kinds.def"
#undef KIND
void column_alter(struct emitter *e, const struct op *op);
struct type_change;
/* The value of a column in its new type; NULL: as it is. */
const char *column_conversion(struct emitter *e, const struct column *from, const struct column *to, const struct type_change *change);
/* remake.c: a table that is made again. Its rows are set aside before it is dropped, and put back (PART_ROWS). */
void emit_rows_away(struct emitter *e, const struct op *drop);
void emit_rows(struct emitter *e, const struct op *op);
/* publication.c: a table that was made again is published again, as t says; table: its name now. */
void emit_publish(struct emitter *e, const struct object *publication, const struct publication_table *t, const char *table);

/* attach.c: partitions and children. */
void emit_parents_find(struct emitter *e); /* fills e->parents */
bool emit_has_heirs(const struct emitter *e, const struct object *table);
/* Whether the NOT NULL that a column has from a parent table has a name of its own, which the server knows. */
bool emit_names_not_null(const struct emitter *e, const struct object *column);
bool emit_comes_with_parent(const struct object *o); /* of a new table that inherits */
void emit_overrides(struct emitter *e, const struct op *table);
void emit_attach(struct emitter *e, const struct op *op);
void emit_index_of_key(struct emitter *e, const struct key *k);
/* States of triggers that a partition has from its partitioned table. */
void emit_trigger_states(struct emitter *e, const struct op *op);
void emit_attach_index(struct emitter *e, const struct op *op);

/* Statements. The text is formatted as printf does. */
#define EMIT_FORMAT(n) __attribute__((format(printf, n, (n) + 1)))
struct statement *emit_add(struct emitter *e, const char *fmt, ...) EMIT_FORMAT(2);
/* A statement that may come after the ALTER TABLE that is open, so that this can take further actions. */
struct statement *emit_behind(struct emitter *e, const char *fmt, ...) EMIT_FORMAT(2);
/* "ALTER TABLE <table> <action>", which joins the one before when table and lock are the same. */
struct statement *emit_action(struct emitter *e, const struct object *table, enum lock lock, const char *fmt,
                              ...) EMIT_FORMAT(4);
/* "ALTER TABLE ONLY" where others inherit from the table: what is each one's own. */
struct statement *emit_action_only(struct emitter *e, const struct object *table, enum lock lock,
                                   const char *fmt, ...) EMIT_FORMAT(4);
/* The same as a statement of its own: long work, that nothing else should wait for. */
struct statement *emit_action_alone(struct emitter *e, const struct object *table, enum lock lock,
                                    const char *fmt, ...) EMIT_FORMAT(4);

void emit_close(struct emitter *e); /* ends the ALTER TABLE that is open */

/* What is known of a statement; nothing is said of relations that the plan itself made (relation NULL: said
 * anyway). */
void emit_lock(struct emitter *e, struct statement *s, const struct object *relation, enum lock lock);
void emit_work(struct emitter *e, struct statement *s, const struct object *relation, enum work work);
void emit_hazard(struct emitter *e, struct statement *s, const struct object *relation, enum hazard_id id,
                 const char *fmt, ...) EMIT_FORMAT(5);
void emit_note(struct emitter *e, struct statement *s, const char *fmt, ...) EMIT_FORMAT(3);
void emit_error(struct emitter *e, const char *fmt, ...) EMIT_FORMAT(2);
/* Whether the plan made this relation, or the one that the object belongs to. */
bool emit_is_new(const struct emitter *e, const struct object *o);
/* Whether the relation is to be changed by the forms that lock it little: it is there, and its rows are here. */
bool emit_is_online(const struct emitter *e, const struct object *relation);
bool emit_is_partitioned(const struct object *relation);

/* Operations. */
static inline struct object *op_object(const struct op *op)
{
    return op->new ? op->new : op->old;
}
bool op_changed(const struct op *op, const char *field);
/* The op in op->fused that does `verb` to a part of o; NULL when there is none. */
const struct op *op_fused(const struct op *op, const struct object *o, enum part part);

/* Names, in the emitter's arena. */
const char *emit_ident(const struct emitter *e, const char *name);
const char *emit_literal_or_null(struct emitter *e, const char *text); /* "NULL" */
const char *emit_path(
    const struct emitter *e,
    const struct object *o); /* as its own statements name it: public.users_idx, public.touch(integer) */
const char *emit_signature(const struct emitter *e,
                           const struct object *o); /* "(integer, text)", "(*)"; "" where the name is enough */
const char *
emit_target(const struct emitter *e,
            const struct object *o); /* as COMMENT ON names it: COLUMN public.users.id, TRIGGER x ON t */
const char *emit_text(const struct emitter *e,
                      const char *expression); /* without white space and comments around it */
void emit_rename(struct emitter *e, const struct op *op);
/* The name under which a type that is made anew waits for its columns to be converted. */
const char *emit_aside_path(const struct emitter *e, const struct object *old);
struct statement *emit_aside(struct emitter *e, const struct object *old);
/* Another name within its schema that waits with it. */
const char *emit_aside_name(const struct emitter *e, const struct object *old, const char *name);
/* What a type of the old side is called by now: it, or what it is an array of, may have been put aside. */
const char *emit_type_now(const struct emitter *e, const char *type);

/* Facets. */
/* All, of an object just created; again: it existed before, and gets what it had. */
void emit_facets(struct emitter *e, const struct object *o, bool again);
void emit_facets_alter(struct emitter *e, const struct op *op);
void emit_comment(struct emitter *e, const struct object *o);
void emit_labels(struct emitter *e, const struct object *old, const struct object *new); /* one may be NULL */
void emit_privileges(struct emitter *e, const struct object *o);
void emit_privileges_alter(struct emitter *e, const struct object *old, const struct object *new);

/* Options: SET (...) and RESET (...) that lead from one list to the other, to `each` in turn; the lock that
 * the strongest of them wants. */
typedef void options_fn(struct emitter *e, const struct object *on, enum lock lock, const char *clause);
void emit_options(struct emitter *e, const struct object *on, const struct list *from, const struct list *to,
                  options_fn *each);
/* " INCREMENT BY 2" for each that differs, with prefix before it. */
void emit_sequence_options(struct buf *b, const struct sequence_options *from,
                           const struct sequence_options *to, const char *prefix);

/* What must come before, or into the clause, for the current value to lie within the new bounds. */
void emit_sequence_bounds(struct emitter *e, struct buf *clause, const char *path,
                          const struct sequence_options *from, const struct sequence_options *to);

/* Whether it is written to the log. */
void emit_sequence_persistence(struct emitter *e, const char *path, bool unlogged, bool is_new);
/* A table and the sequences that its columns own have changed together: those that are to be otherwise. */
void emit_sequences_apart(struct emitter *e, const struct table *t);

/* A sequence that is new to a column of integers goes on from its values. False: it starts anew, whatever is there; or the column is new too. */
bool emit_sequence_continue(struct emitter *e, const char *path, const struct object *column,
                            const struct sequence_options *options);
/* The same, for a column that the plan itself has filled. */
bool emit_sequence_follow(struct emitter *e, const char *path, const struct object *column, const struct sequence_options *options);

/* What a change of type means. */
struct type_change {
    bool rewrite;     /* every row is written anew */
    bool narrows;     /* not every value fits */
    enum {
        USING_NOTHING, /* the server casts by itself */
        USING_CAST,    /* it has a cast, for whoever asks */
        USING_TEXT,    /* only the spelling of the values leads from one to the other */
        USING_JSONB,   /* to_jsonb() */
    } way;
};
struct type_change type_change(struct emitter *e, const char *from, const char *to);
/* The value of a column of a composite type whose attributes are others now, in the new type; NULL where its text form does. */
const char *composite_value(struct emitter *e, const char *column, const char *type);
const char *type_storage(struct emitter *e, const char *type); /* "EXTENDED": what the type itself says */
/* What has room for all values that may be assigned to a type of texts or bits with a limit: a cast to the type itself would cut those
 * that are too long, where to assign them is an error. NULL: another type. */
const char *type_unlimited(const struct emitter *e, const char *type);
/* As its type prints it, whatever casts the user has made; array: as an array of texts, or what can be read as one. */
const char *type_as_text(const struct emitter *e, const char *value, const char *from, bool array);
/* In which unit an interval reads a bare number, when its fields say so and `from` has numbers ("minute" of "hour to minute"); else NULL. */
const char *type_number_unit(const struct emitter *e, const char *from, const char *to, bool *ret_arrays);
bool type_is_constrained(const struct emitter *e, const char *type); /* a domain with checks or NOT NULL */

/* Whether an expression may give another value for each row, as far as its text tells. */
bool expression_is_volatile(const struct emitter *e, const char *expression);

/* Sets search_path where a statement has texts that name things without a schema, and needs another one than stands. */
void emit_search_paths(struct emitter *e);

/* " OPTIONS (...)" of what is foreign, or "": all of them, or what leads from one list to the other. */
const char *emit_foreign_options(struct emitter *e, const struct list *options);
const char *emit_foreign_options_change(struct emitter *e, const struct list *from, const struct list *to);

/* Pieces that several kinds share. */
void emit_extensions(struct emitter *e, const struct op *op); /* those that the object goes with */
void emit_extensions_again(struct emitter *e, const struct op *op); /* after CREATE OR REPLACE, which forgets them */
void emit_shell(struct emitter *e, const struct op *op);     /* CREATE TYPE public.shape */
void emit_type_drop(struct emitter *e, const struct op *op); /* with the functions that go with it */
void emit_add_constraint(struct emitter *e, const struct object *constraint);
void emit_index_settings(struct emitter *e, const struct op *op, const struct list *from,
                         const struct list *to,
                         const char *tablespace); /* of an index, or of the one behind a key */
/* Statistics targets of its expressions; from NULL: it is new. */
void emit_index_statistics(struct emitter *e, const struct object *o, const struct list *from, const struct list *to);
/* What is said of the index behind a new key, which may stand in CREATE TABLE. */
void emit_key_index(struct emitter *e, const struct object *key);
void emit_domain_scan(struct emitter *e, struct statement *s,
                      const struct object *domain); /* for a new rule of it */
void emit_column_settings(struct emitter *e,
                          const struct column *c);      /* what CREATE TABLE and ADD COLUMN cannot say */
/* The column as CREATE TABLE and ADD COLUMN say it, behind its name. */
void emit_column_clause(struct emitter *e, struct buf *b, const struct column *c, bool with_default);
void emit_not_nulls_find(struct emitter *e); /* not_null.c: fills e->not_nulls */
/* The name that has to be said for a NOT NULL, or NULL: the server comes to it by itself. */
/* alter: NULL when the object is made. */
void emit_not_null_comment(struct emitter *e, const struct object *column_or_domain, const struct op *alter);
const char *emit_not_null_name(const struct emitter *e, const struct column *c);
bool emit_check_waits(const struct object *constraint); /* cannot stand in CREATE TABLE, CREATE DOMAIN */

#endif
