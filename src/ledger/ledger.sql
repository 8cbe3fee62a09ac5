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
-- Nobody tells the ledger which transaction they are.
revoke insert on ledger_entry from decorum_app;
grant insert (agency_id, entry_id, at, kind, made_by, subject, salt, body) on ledger_entry to decorum_app;
create index ledger_entry_of_subject on ledger_entry (agency_id, subject, entry_id);
create index ledger_entry_in_order on ledger_entry (agency_id, written_in, entry_id);

-- The place of each entry in the tree. `commitment` is what the leaf is the hash of.
create table ledger_leaf (
  agency_id text not null references agency,
  index bigint not null check (index >= 0),
  entry_id uuid not null,
  commitment bytea not null check (length(commitment) = 32),
  primary key (agency_id, index),
  unique (agency_id, entry_id)
);
call keep_evidence('ledger_leaf');

-- Full tiles, as C2SP tlog-tiles cuts them: 256 hashes of one level, and the hash that they make one level up.
create table ledger_tile (
  agency_id text not null references agency,
  level smallint not null check (level >= 0),
  n bigint not null check (n >= 0),
  hashes bytea not null check (length(hashes) = 8192),
  root bytea not null check (length(root) = 32),
  primary key (agency_id, level, n)
);
alter table ledger_tile alter column hashes set storage external;
call keep_evidence('ledger_tile');

-- Signed statements of the tree's size and root. `horizon`: every entry written by an earlier transaction has its leaf.
create table ledger_checkpoint (
  agency_id text not null references agency,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  at timestamptz not null,
  key text not null,
  note text not null,
  -- A restored backup begins anew.
  horizon xid8 not null default '0',
  primary key (agency_id, size)
);
call keep_evidence('ledger_checkpoint');

-- What witnesses say of a checkpoint: that they saw it, and that it extends what they saw before.
create table ledger_cosignature (
  agency_id text not null references agency,
  size bigint not null,
  witness text not null,
  at timestamptz not null,
  line text not null,
  primary key (agency_id, size, witness),
  foreign key (agency_id, size) references ledger_checkpoint
);
call keep_evidence('ledger_cosignature');

-- migration 0019

-- Leaves come by the thousand, and a foreign key to `agency` looked it up for each, which took half of what a leaf cost:
-- it is looked up once for all of them. That no agency goes which has leaves, its entries and its checkpoints see to.
alter table ledger_leaf drop constraint ledger_leaf_agency_id_fkey;
create function refuse_unknown_agency() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select agency_id from added except select agency_id from agency) then
    raise exception 'there is no such agency: % of % refused', tg_op, tg_table_name using errcode = '23503';
  end if;
  return null;
end
$$;
create trigger of_an_agency after insert on ledger_leaf
  referencing new table as added for each statement execute function refuse_unknown_agency();
alter table ledger_leaf enable always trigger of_an_agency;
