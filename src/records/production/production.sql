-- Productions: what was released, packed with its proofs; and the archive that the public may search.

-- migration 0017

-- One package for each instalment that was released. It is made by the clock, and made anew where that was cut off.
create table production (
  agency_id text not null references agency,
  production_id uuid not null,
  request_id uuid not null,
  instalment int not null,
  -- What it answers, `2026-0012`.
  request_ref text not null,
  language text not null check (language in ('en', 'es')),
  state text not null check (state in ('making', 'made')),
  version int not null,
  -- So long nobody else begins it.
  claimed_until timestamptz not null,
  -- Why the last try came to nothing.
  fault text,
  -- When it was released, and by whom; when the package was there.
  at timestamptz not null,
  made_by text not null,
  made_at timestamptz,
  -- The zip: its SHA-256, its size, and the blobs that are its shares, in order.
  sha256 text,
  bytes bigint,
  parts text[] not null,
  summary jsonb,
  -- Since when the public archive has it.
  public_at timestamptz,
  primary key (agency_id, production_id),
  unique (agency_id, request_id, instalment),
  foreign key (agency_id, request_id, instalment) references records_release,
  check ((state = 'made') = (sha256 is not null))
);
call keep_state('production');
create index production_public on production (agency_id, public_at desc) where public_at is not null;

-- The released records of productions in the archive, to be searched. What was cut is in none of them.
create table archive_record (
  agency_id text not null references agency,
  production_id uuid not null,
  n int not null,
  number text not null,
  at timestamptz not null,
  kind text not null,
  author text,
  words text not null,
  tsv tsvector not null generated always as (to_tsvector('simple', words)) stored,
  primary key (agency_id, production_id, n),
  foreign key (agency_id, production_id) references production
);
call keep_state('archive_record');
create index archive_record_words on archive_record using gin (tsv);
create index archive_record_newest on archive_record (agency_id, at desc, production_id, n);

-- Whether the agency keeps a public archive.
create table archive_settings (
  agency_id text not null references agency,
  version int not null,
  is_open boolean not null,
  primary key (agency_id)
);
call keep_state('archive_settings');
