-- How an agency makes an order its own: versions, its own words, what it decided, who has read it.

-- migration 0004

-- A pack as it stood on the shelf when a version was started from it. A later release of Decorum may bring a better
-- pack; it changes no order behind an agency's back.
create table order_pack (
  agency_id text not null references agency,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  pack text not null,
  identity text not null,
  provisions text not null,
  prints text not null,
  at timestamptz not null,
  primary key (agency_id, digest)
);
call keep_evidence('order_pack');

-- A version of the agency's order. Only its preparation changes here; what was adopted stands in order_adoption.
create table order_version (
  agency_id text not null references agency,
  version_id uuid not null,
  pack text not null,
  pack_digest text not null,
  number text not null check (number <> ''),
  title text not null check (title <> ''),
  state text not null check (state in ('draft', 'abandoned', 'adopted')),
  started_at timestamptz not null,
  started_by text not null,
  moved_by text not null,
  version int not null,
  primary key (agency_id, version_id),
  foreign key (agency_id, pack_digest) references order_pack
);
call keep_state('order_version');

-- The agency's own document, as it was read; its bytes are a blob. The one imported last counts.
create table order_document (
  agency_id text not null references agency,
  document_id uuid not null,
  version_id uuid not null,
  name text not null,
  format text not null,
  sha256 text not null,
  provisions text not null,
  doubts text not null,
  imported_by text not null,
  at timestamptz not null,
  primary key (agency_id, document_id),
  foreign key (agency_id, version_id) references order_version,
  foreign key (agency_id, sha256) references blob
);
call keep_evidence('order_document');
create index order_document_of_version on order_document (agency_id, version_id, document_id);

-- What a person decided of the fit of one provision. `seen` is the SHA-256 of the words it was decided on.
create table order_fit (
  agency_id text not null references agency,
  version_id uuid not null,
  citation text not null,
  decision text not null
    check (decision in ('same', 'corrected', 'other-meaning', 'not-in-ours', 'ours-only', 'set-aside')),
  words text,
  note text,
  seen text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, version_id, citation),
  foreign key (agency_id, version_id) references order_version
);
call keep_state('order_fit');

-- What the order leaves open, as the agency set it; the row added last counts from its time on.
create table order_settings (
  agency_id text not null references agency,
  settings_id uuid not null,
  version_id uuid not null,
  settings text not null,
  set_by text not null,
  at timestamptz not null,
  primary key (agency_id, settings_id),
  foreign key (agency_id, version_id) references order_version
);
call keep_evidence('order_settings');
create index order_settings_of_version on order_settings (agency_id, version_id, settings_id);

-- An adoption: from `effective` until the next version's, this is the order. Members acknowledge its digest.
create table order_adoption (
  agency_id text not null references agency,
  version_id uuid not null,
  approving_body text not null,
  approved_on date not null,
  effective date not null,
  first_issued date,
  signed_by text not null,
  remarks text,
  words text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (agency_id, version_id),
  unique (agency_id, effective),
  foreign key (agency_id, version_id) references order_version,
  check (approved_on <= effective),
  check (first_issued < effective)
);
call keep_evidence('order_adoption');

-- One attempt at the questions of a version: every one is kept.
create table question_attempt (
  agency_id text not null references agency,
  version_id uuid not null,
  member_id text not null,
  attempt int not null check (attempt > 0),
  answers text not null,
  right_answers int not null,
  asked int not null,
  passed boolean not null,
  at timestamptz not null,
  primary key (agency_id, version_id, member_id, attempt),
  foreign key (agency_id, version_id) references order_adoption,
  foreign key (agency_id, member_id) references member
);
call keep_evidence('question_attempt');

create table acknowledgement (
  agency_id text not null references agency,
  version_id uuid not null,
  member_id text not null,
  digest text not null,
  at timestamptz not null,
  primary key (agency_id, version_id, member_id),
  foreign key (agency_id, version_id) references order_adoption,
  foreign key (agency_id, member_id) references member
);
call keep_evidence('acknowledgement');

-- A reminder, for the day it was due; one a member, a version and a day.
create table acknowledgement_reminder (
  agency_id text not null references agency,
  version_id uuid not null,
  member_id text not null,
  due_on date not null,
  reminded_by text not null,
  at timestamptz not null,
  primary key (agency_id, version_id, member_id, due_on),
  foreign key (agency_id, version_id) references order_adoption,
  foreign key (agency_id, member_id) references member
);
call keep_evidence('acknowledgement_reminder');
