#!/usr/bin/env bash
# Runs once, on an empty PostgreSQL volume: the roles and databases of Baton and of Temporal.
# Tables come later: Baton's from the migrate service, Temporal's from temporal-schema.
set -euo pipefail

psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
  --set owner_password="$DATABASE_OWNER_PASSWORD" \
  --set app_password="$DATABASE_PASSWORD" \
  --set temporal_password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
create role baton_owner login password :'owner_password';
create role baton_app login password :'app_password';
create role temporal login password :'temporal_password';

create database baton owner baton_owner;
create database temporal owner temporal;
create database temporal_visibility owner temporal;

revoke connect on database baton, temporal, temporal_visibility from public;
grant connect on database baton to baton_app;
SQL
