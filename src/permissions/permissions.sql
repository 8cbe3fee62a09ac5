-- Requests for permission, the consents they wait for, the steps they took, and the register of permissions.

-- migration 0005

-- What is asked. `content` is the canonical JSON that `content_hash` (SHA-256) binds: any change of it is another hash.
-- `desks` are the desks as they stood when it was submitted; `seat` is the one it lies on now.
create table request (
  agency_id text not null references agency,
  request_id uuid not null,
  kind text not null check (kind in ('permission', 'opinion')),
  matter text not null,
  author text not null,
  state text not null,
  version int not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  is_public_matter boolean not null,
  desks jsonb not null,
  desk int not null,
  seat text,
  disapproved_by text,
  renews uuid,
  created_at timestamptz not null,
  submitted_at timestamptz,
  -- Since when it lies where it lies, and when that is too long.
  since timestamptz not null,
  due_at timestamptz,
  primary key (agency_id, request_id),
  unique (agency_id, request_id, author),
  foreign key (agency_id, author) references member
);
call keep_state('request');
create index request_of_author on request (agency_id, author, request_id);
create index request_on_seat on request (agency_id, seat, request_id) where seat is not null;
create index request_due on request (agency_id, due_at) where due_at is not null;

-- What a colleague said of it. `left` and `missing` are nobody's word: they serve no more, or were silent too long.
create table request_consent (
  agency_id text not null references agency,
  request_id uuid not null,
  member_id text not null,
  answer text check (answer in ('agrees', 'refuses', 'left', 'missing')),
  answered_at timestamptz,
  primary key (agency_id, request_id, member_id),
  foreign key (agency_id, request_id) references request,
  foreign key (agency_id, member_id) references member
);
call keep_state('request_consent');
create index request_consent_of_member on request_consent (agency_id, member_id, request_id);

-- Every step of a request, with the version it made and the content it was made on. `made_by` is null where a time
-- was over or a desk was empty.
create table request_step (
  agency_id text not null references agency,
  request_id uuid not null,
  version int not null,
  author text not null,
  move text not null,
  made_by text,
  office text,
  desk_title text,
  to_state text not null,
  remarks text,
  citation text,
  content_hash text not null,
  at timestamptz not null,
  primary key (agency_id, request_id, version),
  foreign key (agency_id, request_id, author) references request (agency_id, request_id, author),
  -- Nobody endorses, decides or consents to their own request: whoever speaks by an office is not its author.
  check (made_by is null or (made_by = author) = (office is null))
);
call keep_evidence('request_step');
create index request_step_by on request_step (agency_id, made_by, request_id);

-- The letter of a decision.
create table decision_letter (
  agency_id text not null references agency,
  request_id uuid not null,
  version int not null,
  sha256 text not null,
  primary key (agency_id, request_id, version),
  foreign key (agency_id, request_id) references request,
  foreign key (agency_id, sha256) references blob
);
call keep_evidence('decision_letter');

-- The register. `by_office` is the office it stands in, `decided_by` who spoke; null where colleagues alone permit.
create table permission (
  agency_id text not null references agency,
  permission_id uuid not null,
  request_id uuid not null,
  holder text not null,
  matter text not null,
  state text not null check (state in ('in-force', 'withdrawn', 'revoked')),
  version int not null,
  content text not null,
  content_hash text not null,
  by_office text not null,
  decided_by text,
  decided_as text not null,
  form text not null,
  cites text not null,
  order_version text not null,
  -- The ledger's entry of the decision.
  entry_id uuid not null,
  conditions text,
  valid_from date not null,
  valid_to date,
  given_at timestamptz not null,
  -- From when a withdrawal or a revocation takes effect, and why.
  ended_at timestamptz,
  ended_by text,
  ended_because text,
  ended_citation text,
  primary key (agency_id, permission_id),
  unique (agency_id, request_id),
  foreign key (agency_id, request_id) references request,
  foreign key (agency_id, holder) references member
);
call keep_state('permission');
create index permission_of_holder on permission (agency_id, holder, matter);

-- Who brought a picture in; they see it, and so does whoever may see a request that carries it.
create table picture (
  agency_id text not null references agency,
  sha256 text not null,
  added_by text not null,
  at timestamptz not null,
  primary key (agency_id, sha256, added_by),
  foreign key (agency_id, sha256) references blob
);
call keep_evidence('picture');

create table request_picture (
  agency_id text not null references agency,
  sha256 text not null,
  request_id uuid not null,
  primary key (agency_id, sha256, request_id),
  foreign key (agency_id, request_id) references request,
  foreign key (agency_id, sha256) references blob
);
call keep_evidence('request_picture');
