#!/bin/sh
# Runs once, on an empty data folder: a role and a database for each part, and no door between them.
set -eu

# role ROLE PASSWORD DATABASE...: the role owns the databases.
role() {
  name=$1 password=$2
  shift 2
  psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v password="$password" <<SQL
create role :"name" login password :'password';
SQL
  for database in "$@"; do
    psql -v ON_ERROR_STOP=1 -U postgres -v name="$name" -v database="$database" <<SQL
create database :"database" owner :"name";
revoke connect on database :"database" from public;
SQL
  done
}

role totrinh_owner "$TOTRINH_OWNER_PASSWORD" totrinh
role totrinh_app "$TOTRINH_APP_PASSWORD"
role temporal "$TEMPORAL_DB_PASSWORD" temporal temporal_visibility
role keycloak "$KEYCLOAK_DB_PASSWORD" keycloak
psql -v ON_ERROR_STOP=1 -U postgres -c 'grant connect on database totrinh to totrinh_app'
