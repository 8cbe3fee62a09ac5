-- Official pages: what was proposed, who runs them, their keys, the checks of their notices, reports of impostors.

-- migration 0010

-- A page. Its licence is a permission of matter `page` whose words are one of its statements; a page at another
-- address is another page.
create table account (
  agency_id text not null references agency,
  account_id uuid not null,
  network text not null check (network in
    ('site', 'bluesky', 'mastodon', 'facebook', 'x', 'instagram', 'youtube', 'nextdoor')),
  handle text not null,
  address text not null,
  -- The server that its network is asked at.
  service text not null,
  -- Does a required notice that was lost stop publishing?
  suspends_when_lost boolean not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  closed_because text,
  version int not null,
  primary key (agency_id, account_id),
  foreign key (agency_id, proposed_by) references member
);
call keep_state('account');
create unique index account_at on account (agency_id, network, lower(address)) where closed_at is null;

-- What was proposed of a page, each time: `said` is the form, `words` the whole statement that an approval binds.
create table account_statement (
  agency_id text not null references agency,
  account_id uuid not null,
  statement_id uuid not null,
  request_id uuid not null,
  said jsonb not null,
  words text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, account_id, statement_id),
  foreign key (agency_id, account_id) references account,
  foreign key (agency_id, request_id) references request
);
call keep_evidence('account_statement');

-- Requests and permissions find their page by its address.
create index request_of_page on request (agency_id, (content::jsonb ->> 'page')) where matter = 'page';
create index permission_of_page on permission (agency_id, (content::jsonb ->> 'page')) where matter = 'page';

create table account_administrator (
  agency_id text not null references agency,
  account_id uuid not null,
  member_id text not null,
  holds_key boolean not null,
  since timestamptz not null,
  until timestamptz,
  primary key (agency_id, account_id, member_id),
  foreign key (agency_id, account_id) references account,
  foreign key (agency_id, member_id) references member
);
call keep_state('account_administrator');
create index account_administrator_of_member on account_administrator (agency_id, member_id);

-- The key to a page, sealed for it (members/seal.ts); nothing else of Decorum holds it.
create table account_key (
  agency_id text not null references agency,
  account_id uuid not null,
  sealed bytea not null,
  names text[] not null,
  state text not null check (state in ('good', 'signed-out')),
  until timestamptz,
  given_by text not null,
  given_at timestamptz not null,
  -- Since when these very secrets hold.
  renewed_at timestamptz not null,
  checked_at timestamptz not null,
  version int not null,
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references account
);
call keep_state('account_key');

-- What a page showed when it was read. `found` has each recorded wording; `hash` is of the text that its ledger entry
-- holds.
create table page_check (
  agency_id text not null references agency,
  account_id uuid not null,
  check_id uuid not null,
  at timestamptz not null,
  made_by text not null,
  fault text,
  hash text,
  found jsonb not null,
  primary key (agency_id, account_id, check_id),
  foreign key (agency_id, account_id) references account
);
call keep_evidence('page_check');

-- A look at everything that stands on a page.
create table page_review (
  agency_id text not null references agency,
  account_id uuid not null,
  review_id uuid not null,
  at timestamptz not null,
  made_by text not null,
  remarks text not null,
  looked_at jsonb not null,
  primary key (agency_id, account_id, review_id),
  foreign key (agency_id, account_id) references account
);
call keep_evidence('page_review');

-- A page that a resident takes for a false one of the department.
create table impostor_report (
  agency_id text not null references agency,
  report_id uuid not null,
  address text not null,
  says text not null,
  reach text,
  at timestamptz not null,
  state text not null check (state in ('open', 'closed')),
  closed_by text,
  closed_at timestamptz,
  remarks text,
  version int not null,
  primary key (agency_id, report_id)
);
call keep_state('impostor_report');
create index impostor_report_open on impostor_report (agency_id, report_id) where state = 'open';
