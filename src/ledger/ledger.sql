-- The ledger: one append-only log for each agency, Merkle-tree hashed as RFC 6962.

-- migration 0002

-- What was done. `body` is the canonical JSON (RFC 8785) that the leaf commits to: sha256(salt || body). An entry may
-- one day be disposed of by law; its leaf never is.
create table ledger_entry (
  agency_id text not null references agency,
  entry_id uuid not null,
  at timestamptz not null,
  kind text not null,
  made_by text not null,
  subject text not null,
  salt bytea not null check (length(salt) = 16),
  body text not null,
  -- The transaction that wrote it: the sequencer takes only what is surely committed.
  written_in xid8 not null default pg_current_xact_id(),
  primary key (agency_id, entry_id)
);
call keep_evidence('ledger_entry');
create index ledger_entry_of_subject on ledger_entry (agency_id, subject, entry_id);
