/* A provider of security labels for the cases that are about them: it takes every label. */
#include "postgres.h"

#include "commands/seclabel.h"
#include "fmgr.h"

PG_MODULE_MAGIC;

void _PG_init(void);

static void check(const ObjectAddress *object, const char *label)
{
    if (label && strcmp(label, "refused") == 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_NAME), errmsg("refused")));
    (void)object;
}

void _PG_init(void)
{
    register_label_provider("provider", check);
    register_label_provider("Other provider", check);
}
