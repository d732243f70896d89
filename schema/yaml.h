/* Between the files that read YAML; nobody else includes libyaml's header. */
#ifndef KEDGE_SCHEMA_YAML_H
#define KEDGE_SCHEMA_YAML_H

#include "schema/model.h"
#include <yaml.h>

/* The error that libyaml stopped at. */
int yaml_error(const yaml_parser_t *p, const struct source *s, struct diag *d);

#endif
