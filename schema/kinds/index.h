#ifndef KEDGE_SCHEMA_KINDS_INDEX_H
#define KEDGE_SCHEMA_KINDS_INDEX_H

struct index {
    struct object base;
    const char *method;
    bool unique;
    struct list keys;    /* struct index_key */
    struct list include; /* const char * */
    bool nulls_not_distinct;
    const char *where;
    struct list with;
    const char *tablespace;
    bool only;               /* not of the partitions: not valid while one is without it */
    struct list depends_on_extensions; /* const char * */
    const char *attached_to; /* of a partition: the index of the partitioned table that it is a part of */
};

#endif
