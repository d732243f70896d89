/* The keys of kedge.yaml. One row serves the reader, `kedge config` and docs/configuration.md. */
#include "cli/config.h"

static const struct field timeout_fields[] = {
    FIELD(timeouts, lock, TEXT, .implied = "5s",
          .doc = "How long a statement waits for a lock before the segment is rolled back and tried again."),
    FIELD(timeouts, statement, TEXT, .implied = "0",
          .doc = "How long one statement may run; 0: without limit."),
    FIELD(timeouts, wait, TEXT, .implied = "10min", .doc = "How long to wait for another runner."),
};
static const struct record timeouts_record = {
    .name = "timeouts", .size = sizeof(struct timeouts), FIELDS(timeout_fields)};

static const struct field tenants_fields[] = {
    FIELD(tenants, schemas, TEXTS, .doc = "A schema for each tenant, in one database."),
    FIELD(tenants, query, TEXT, .doc = "A query that gives such schemas, one a row."),
    FIELD(tenants, databases, TEXTS, .doc = "A database for each tenant, on one server."),
};
static const struct record tenants_record = {
    .name = "tenants", .size = sizeof(struct tenants), FIELDS(tenants_fields)};

static const char *const transaction_choices[] = {"each", "all", NULL};

static const struct field config_fields[] = {
    FIELD(
        settings, url, TEXT,
        .doc =
            "The database. Better kept in DATABASE_URL or written as ${VARIABLE}: a password does not belong "
            "in a repository."),
    FIELD(settings, model, TEXT, .implied = "schema.yaml",
          .doc = "The model: a file, or a folder of *.yaml. Default: schema.yaml, or the folder schema."),
    FIELD(settings, revisions, TEXTS,
          .doc = "The folder of revision files, or a list of them; new files go to the first. Default: "
                 "revisions."),
    FIELD(settings, recursive, BOOL, .doc = "Whether folders inside the revisions folders count too."),
    FIELD(settings, schemas, IDENTS,
          .doc = "The schemas that are managed. Default: those that the model names."),
    FIELD(settings, ignore, TEXTS,
          .doc =
              "Regular expressions; an object whose whole address matches is invisible on both sides, with "
              "everything in it."),
    FIELD(settings, only, TEXTS,
          .doc =
              "Regular expressions; when given, only objects whose whole address matches are visible, with "
              "everything in them."),
    FIELD(settings, version_table, TEXT, .implied = "kedge_version",
          .doc = "Where the current revisions are kept, with a schema or not. alembic_version continues an "
                 "Alembic "
                 "project."),
    FIELD(settings, file_template, TEXT, .implied = "%(rev)s_%(slug)s",
          .doc =
              "Names of new revision files: %(rev)s, %(slug)s, %(epoch)s, %(year)d, %(month).2d, %(day).2d, "
              "%(hour).2d, %(minute).2d, %(second).2d."),
    FIELD(settings, slug_length, INT, .implied = "40", .doc = "Longest slug of a message in a file name."),
    FIELD(settings, search_path, IDENTS, .doc = "search_path while revisions run. Default: public."),
    FIELD(settings, timeouts, RECORD, .record = &timeouts_record,
          .doc = "Durations such as 250ms, 5s, 2min; a bare number means milliseconds."),
    FIELD(settings, retries, INT, .implied = "3",
          .doc = "How often a segment that met a lock timeout or a deadlock is tried again."),
    FIELD(settings, batch_limit, INT, .implied = "100000",
          .doc = "How many rounds of a kedge:batch one run makes before it stops with an error; the next run "
                 "goes on. 0: "
                 "without limit."),
    FIELD(settings, transaction, CHOICE, .choices = transaction_choices, .implied = "each",
          .doc = "each: one transaction for each revision; all: one for the whole run."),
    FIELD(settings, online, BOOL,
          .doc = "Generate statements that lock tables which are there already as little as PostgreSQL can: indexes "
                 "built and dropped concurrently, constraints added NOT VALID and validated in a transaction of their "
                 "own, keys from an index that is there, NOT NULL by way of a check."),
    FIELD(settings, shadow, TEXT, .implied = "auto",
          .doc = "Scratch database for canonical forms: a URL, create, sandbox, none or auto."),
    FIELD(settings, targets, TEXTS,
          .doc = "The environments that --all goes through, in this order. Default: all of them."),
    FIELD(settings, tenants, RECORD, .record = &tenants_record,
          .doc = "What --all goes through in each environment."),
};
const struct record config_record = {
    .name = "kedge.yaml", .size = sizeof(struct settings), FIELDS(config_fields)};
