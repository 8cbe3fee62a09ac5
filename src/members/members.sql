-- Who serves, where they sit, whom they report to, and how they sign in.

-- migration 0003

create table member (
  agency_id text not null references agency,
  member_id text not null,
  kind text not null check (kind in ('sworn', 'civilian', 'special', 'support', 'volunteer', 'town-employee')),
  name text not null check (name <> ''),
  badge text,
  rank text,
  unit text,
  email text,
  language text not null check (language in ('en', 'es')),
  "from" date not null,
  -- The day from which they no longer serve.
  "to" date,
  -- Roles an administrator gave; the others follow from the positions.
  granted text[] not null,
  version int not null,
  primary key (agency_id, member_id),
  check ("to" is null or "to" >= "from")
);
call keep_state('member');
create unique index member_by_email on member (agency_id, lower(email)) where "to" is null;
create unique index member_by_badge on member (agency_id, badge) where "to" is null;
create index member_by_name on member (agency_id, lower(name), member_id);

-- Need to know: apart from the roster, so that no list and no export can carry it.
create table undercover (
  agency_id text not null,
  member_id text not null,
  primary key (agency_id, member_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('undercover');

-- A position as it stood from a day on. A change ends the line and begins another, so that the chain of any day can
-- be drawn.
create table position (
  agency_id text not null references agency,
  position_id text not null,
  "from" date not null,
  "to" date,
  title text not null check (title <> ''),
  unit text,
  reports_to text,
  office text check (office = 'chief'),
  primary key (agency_id, position_id, "from"),
  check ("to" is null or "to" >= "from"),
  check (reports_to is distinct from position_id),
  check (office is null or reports_to is null)
);
call keep_state('position');

create table holding (
  agency_id text not null,
  holding_id text not null,
  position_id text not null,
  member_id text not null,
  acting boolean not null,
  "from" date not null,
  "to" date,
  primary key (agency_id, holding_id),
  foreign key (agency_id, member_id) references member,
  check ("to" is null or "to" >= "from")
);
call keep_state('holding');
create index holding_of_member on holding (agency_id, member_id);

create table designation (
  agency_id text not null,
  designation_id text not null,
  by text not null,
  member_id text not null,
  matters text[] not null,
  "from" date not null,
  "to" date,
  at timestamptz not null,
  primary key (agency_id, designation_id),
  foreign key (agency_id, member_id) references member,
  foreign key (agency_id, by) references member,
  check (by <> member_id)
);
call keep_state('designation');

create table password (
  agency_id text not null,
  member_id text not null,
  -- argon2id$memory$passes$parallelism$salt$hash, base64url
  hash text not null,
  changed_at timestamptz not null,
  primary key (agency_id, member_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('password');

create table totp (
  agency_id text not null,
  member_id text not null,
  -- The seed, AES-256-GCM under the key of the installation.
  sealed bytea not null,
  -- The last half-minute whose code was taken: no code is taken twice.
  last_step bigint not null,
  primary key (agency_id, member_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('totp');

create table recovery_code (
  agency_id text not null,
  member_id text not null,
  hash text not null,
  primary key (agency_id, member_id, hash),
  foreign key (agency_id, member_id) references member
);
call keep_state('recovery_code');

create table passkey (
  agency_id text not null,
  passkey_id text not null,
  member_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (agency_id, passkey_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('passkey');
create index passkey_of_member on passkey (agency_id, member_id);

-- Whom an outside sign-in service means by its subject.
create table oidc_subject (
  agency_id text not null,
  issuer text not null,
  subject text not null,
  member_id text not null,
  primary key (agency_id, issuer, subject),
  foreign key (agency_id, member_id) references member
);
call keep_state('oidc_subject');

-- The agency's own sign-in service.
create table oidc_provider (
  agency_id text primary key references agency,
  name text not null,
  issuer text not null,
  client_id text not null,
  -- AES-256-GCM under the key of the installation.
  sealed_secret bytea not null
);
call keep_state('oidc_provider');

create table invitation (
  agency_id text not null,
  -- SHA-256 of the code.
  hash text not null,
  member_id text not null,
  by text not null,
  expires timestamptz not null,
  used_at timestamptz,
  primary key (agency_id, hash),
  foreign key (agency_id, member_id) references member
);
call keep_state('invitation');

-- What was begun and waits for its second half: a password that wants its code, a passkey that wants its answer.
create table ticket (
  agency_id text not null references agency,
  -- SHA-256 of the ticket.
  hash text not null,
  purpose text not null,
  member_id text,
  -- What was promised to it: a challenge, a sealed seed, a state.
  holds text not null,
  expires timestamptz not null,
  primary key (agency_id, hash)
);
call keep_state('ticket');

-- Tries that failed since the last that did not; five in fifteen minutes lock. `who` is a member's id, or the hash of
-- a name that nobody has: to the outside both are the same.
create table failed_try (
  agency_id text not null references agency,
  who text not null,
  at timestamptz not null,
  try_id uuid not null,
  primary key (agency_id, who, try_id)
);
call keep_state('failed_try');

create table lock (
  agency_id text not null references agency,
  who text not null,
  since timestamptz not null,
  because text not null,
  released_at timestamptz,
  primary key (agency_id, who)
);
call keep_state('lock');

create table session (
  agency_id text not null,
  session_id text not null,
  -- SHA-256 of the secret in the cookie.
  hash text not null,
  member_id text not null,
  -- password, passkey, recovery-code, oidc, demo
  by text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  confirmed_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, session_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('session');
create unique index session_by_hash on session (agency_id, hash);
create index session_of_member on session (agency_id, member_id) where ended_at is null;

-- Who opened what about whom, and why. The entry of the ledger says the same.
create table opened (
  agency_id text not null,
  entry_id uuid not null,
  about_member_id text not null,
  by_member_id text not null,
  subject text not null,
  purpose text not null,
  at timestamptz not null,
  primary key (agency_id, entry_id)
);
call keep_evidence('opened');
create index opened_about on opened (agency_id, about_member_id, entry_id);

-- migration 0018

-- When somebody was last here is asked at every sign-in.
drop index session_of_member;
create index session_of_member on session (agency_id, member_id, seen_at);
