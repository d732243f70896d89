#include "schema/model_reading.h"
void model_dependencies(struct catalog *c)
{
    (void)c;
}
