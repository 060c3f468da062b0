#!/bin/sh
# Brings the schemas of Temporal's two databases to the version of its server; running it again changes nothing.
set -eu

bring() {
  database=$1 schema=$2
  # The base of an existing schema is there already, which the tool reports as a failure.
  temporal-sql-tool --db "$database" setup-schema -v 0.0 || echo "$database: already set up"
  temporal-sql-tool --db "$database" update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
}

bring temporal temporal
bring temporal_visibility visibility
