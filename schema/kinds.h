/* The shapes of all objects. One header and one table a kind, in schema/kinds/. */
#ifndef KEDGE_SCHEMA_KINDS_H
#define KEDGE_SCHEMA_KINDS_H

#include "schema/kinds/aggregate.h"
#include "schema/kinds/base_type.h"
#include "schema/kinds/collation.h"
#include "schema/kinds/constraint.h"
#include "schema/kinds/default_privileges.h"
#include "schema/kinds/foreign.h"
#include "schema/kinds/index.h"
#include "schema/kinds/language.h"
#include "schema/kinds/opclass.h"
#include "schema/kinds/operator.h"
#include "schema/kinds/policy.h"
#include "schema/kinds/publication.h"
#include "schema/kinds/range.h"
#include "schema/kinds/routine.h"
#include "schema/kinds/rule.h"
#include "schema/kinds/sequence.h"
#include "schema/kinds/statistics.h"
#include "schema/kinds/subscription.h"
#include "schema/kinds/table.h"
#include "schema/kinds/text_search.h"
#include "schema/kinds/top.h"
#include "schema/kinds/trigger.h"
#include "schema/kinds/type.h"
#include "schema/kinds/view.h"

#endif
