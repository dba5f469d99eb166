/** What the bare workflow keeps: the records it reads, and its own rows. */
export const bareTables = `
  create table customer_order (number text primary key, customer_email text not null, record jsonb not null);
  create table crm_interaction (
    id text primary key, run_id text not null, customer text not null, subject text not null, summary text not null,
    at timestamptz not null default now());
  create table approval (
    id text primary key, run_id text not null, reply jsonb not null, due_at timestamptz not null,
    opened_at timestamptz not null default now());
  create index on approval (run_id);
  create table outcome (
    run_id text primary key, outcome text not null, message_id text, at timestamptz not null default now());`;
