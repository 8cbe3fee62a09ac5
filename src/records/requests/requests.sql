-- Requests for records: who asked for what, the clock, what was searched, reviewed, cut, released and refused.

-- migration 0016

-- The days on which the agency is closed, as it lists them itself; no list of holidays is built in.
create table holiday (
  agency_id text not null references agency,
  day date not null,
  name text not null,
  primary key (agency_id, day)
);
call keep_state('holiday');

create table records_request_settings (
  agency_id text not null references agency,
  version int not null,
  settings jsonb not null,
  primary key (agency_id)
);
call keep_state('records_request_settings');

-- How many requests a year has had: their numbers have no gaps.
create table records_request_number (
  agency_id text not null references agency,
  year int not null,
  last int not null,
  primary key (agency_id, year)
);
call keep_state('records_request_number');

create table records_request (
  agency_id text not null references agency,
  request_id uuid not null,
  -- `2026-0012`
  number text not null,
  -- The code itself is nowhere; its SHA-256 is.
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('received', 'acknowledged', 'clarifying', 'searching', 'reviewing',
    'partly-released', 'released', 'denied', 'deemed-denied', 'closed', 'appealed', 'appeal-decided')),
  version int not null,
  way text not null check (way in ('form', 'e-mail', 'letter', 'counter')),
  requester jsonb not null,
  language text not null check (language in ('en', 'es')),
  wants text not null,
  original text,
  received_at timestamptz not null,
  -- The law it is counted by, as it was when it arrived.
  law_id text not null,
  is_personnel boolean not null,
  hold_id uuid,
  -- The latest day on which something was denied in writing.
  denied_on date,
  closed_at timestamptz,
  fee jsonb,
  appeal jsonb,
  primary key (agency_id, request_id),
  unique (agency_id, number),
  unique (agency_id, code_hash)
);
call keep_state('records_request');
create index records_request_open on records_request (agency_id, received_at)
  where state not in ('released', 'denied', 'closed', 'appeal-decided');
create index records_request_in_state on records_request (agency_id, state, request_id);

-- Everything that happened to a request, in its order.
create table records_request_step (
  agency_id text not null references agency,
  request_id uuid not null,
  n int not null,
  move text not null,
  from_state text,
  to_state text not null,
  made_by text not null,
  at timestamptz not null,
  words text,
  letter_id uuid,
  primary key (agency_id, request_id, n),
  foreign key (agency_id, request_id) references records_request
);
call keep_evidence('records_request_step');

-- Letters as they were sent: what they say, from which the PDF is set, the same bytes each time.
create table records_letter (
  agency_id text not null references agency,
  letter_id uuid not null,
  request_id uuid not null,
  kind text not null,
  letter jsonb not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, letter_id),
  foreign key (agency_id, request_id) references records_request
);
call keep_evidence('records_letter');
create index records_letter_of on records_letter (agency_id, request_id, letter_id);

-- Where somebody looked, and what they found: evidence of diligence.
create table records_request_search (
  agency_id text not null references agency,
  search_id uuid not null,
  request_id uuid not null,
  query jsonb,
  elsewhere text,
  made_by text not null,
  at timestamptz not null,
  found bigint,
  is_exact boolean not null,
  -- Of those that were found, how many were not in the set then; null where they were not counted.
  fresh bigint,
  primary key (agency_id, search_id),
  foreign key (agency_id, request_id) references records_request,
  check ((query is null) <> (elsewhere is null))
);
call keep_evidence('records_request_search');
create index records_request_search_of on records_request_search (agency_id, request_id, search_id);

-- A record that answers a request, and how it is to go out. Nobody is their own second.
create table records_responsive (
  agency_id text not null references agency,
  request_id uuid not null,
  record_id uuid not null,
  is_context boolean not null,
  added_by text not null,
  added_at timestamptz not null,
  version int not null,
  state text check (state in ('release', 'redact', 'withhold')),
  redactions jsonb not null,
  regions jsonb not null,
  kept_back jsonb not null,
  -- Files that cannot be cut in part, and that somebody looked through: nothing in them is cut.
  looked_through text[] not null,
  exemption text,
  reason text,
  reviewed_by text,
  reviewed_at timestamptz,
  second_by text,
  second_at timestamptz,
  agrees boolean,
  remarks text,
  -- The instalment it went out in.
  instalment int,
  primary key (agency_id, request_id, record_id),
  foreign key (agency_id, request_id) references records_request,
  check (second_by is null or second_by <> reviewed_by),
  check ((second_by is null) = (agrees is null)),
  check (instalment is null or agrees)
);
call keep_state('records_responsive');
create index records_responsive_of_record on records_responsive (agency_id, record_id);
create index records_responsive_in on records_responsive (agency_id, request_id, instalment, record_id);

-- Somebody employed here is told that their file is asked for, and may object.
create table records_notice (
  agency_id text not null references agency,
  notice_id uuid not null,
  request_id uuid not null,
  member_id text not null,
  representative text,
  records uuid[] not null,
  sent_at timestamptz not null,
  sent_by text not null,
  received_on date,
  object_by date not null,
  state text not null check (state in ('sent', 'lapsed', 'objected', 'ordered', 'withdrawn')),
  version int not null,
  grounds text,
  signed text,
  objected_at timestamptz,
  outcome text,
  primary key (agency_id, notice_id),
  foreign key (agency_id, request_id) references records_request,
  foreign key (agency_id, member_id) references member
);
call keep_state('records_notice');
create index records_notice_of on records_notice (agency_id, request_id);
create index records_notice_to on records_notice (agency_id, member_id, notice_id);
create index records_notice_running on records_notice (agency_id, object_by) where state = 'sent';

-- A release: what went out, as it went out. What was cut is in none of it.
create table records_release (
  agency_id text not null references agency,
  request_id uuid not null,
  instalment int not null,
  is_last boolean not null,
  made_by text not null,
  at timestamptz not null,
  letter_id uuid not null,
  primary key (agency_id, request_id, instalment),
  foreign key (agency_id, request_id) references records_request
);
call keep_evidence('records_release');
create table records_released (
  agency_id text not null references agency,
  request_id uuid not null,
  instalment int not null,
  record_id uuid not null,
  -- Its place in the instalment, from 1.
  n int not null,
  at timestamptz not null,
  kind text not null,
  event text not null,
  thing text not null,
  thread text not null,
  account_id uuid,
  author text,
  words text not null,
  redactions jsonb not null,
  media jsonb not null,
  versions int not null,
  is_context boolean not null,
  withheld jsonb,
  is_whole boolean not null,
  primary key (agency_id, request_id, instalment, record_id),
  unique (agency_id, request_id, instalment, n),
  foreign key (agency_id, request_id, instalment) references records_release
);
call keep_evidence('records_released');
