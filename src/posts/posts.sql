-- What the department publishes: deliveries to its pages, posts, the people they name, media.

-- migration 0011

-- The line before one account's door: whoever holds this row's lock is the only one who takes a delivery out of it.
create table delivery_lane (
  agency_id text not null references agency,
  account_id uuid not null,
  -- The network asked for patience, or the key was not taken: nothing is sent before.
  paused_until timestamptz,
  because text,
  -- A mark of the key that was not taken (HMAC); another key ends the pause.
  key_mark text,
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references account
);
call keep_state('delivery_lane');

-- One thing to be done on one account, once: a publication, a reply, a removal, a comment hidden or restored.
create table delivery (
  agency_id text not null references agency,
  delivery_id uuid not null,
  seq bigint generated always as identity,
  subject_kind text not null check (subject_kind in ('post', 'notice', 'comment')),
  subject_id text not null,
  account_id uuid not null,
  does text not null check (does in ('publish', 'reply', 'remove', 'hide', 'restore')),
  -- Canonical JSON of what is sent; media by their SHA-256. `hash` is of the content that was approved.
  outgoing text,
  hash text not null,
  -- The delivery that it answers, removes, or under which a comment stands.
  reply_to uuid,
  -- What it answers, removes or hides, by the network's own name.
  target_id text,
  state text not null check (state in ('waiting', 'sending', 'done', 'parked', 'refused', 'withdrawn')),
  version int not null,
  tries int not null,
  asked_at timestamptz not null,
  -- When it may be tried next, and when it is given up.
  due_at timestamptz not null,
  give_up_at timestamptz not null,
  -- Nothing is sent after: a closure that is over, a person who was found.
  not_after timestamptz,
  -- The try that is under way, and when its answer can no longer come.
  tried_at timestamptz,
  deadline_at timestamptz,
  -- May an earlier try have been taken? Then it is looked for before it is sent again.
  in_doubt boolean not null,
  -- It is to be removed: it is not sent any more.
  is_called_back boolean not null,
  -- What is there: the network's name of it, and where a reader sees it.
  remote_id text,
  url text,
  done_at timestamptz,
  removed_at timestamptz,
  -- Why it waits, is parked or was refused; for people.
  sentence text,
  settled_by text,
  primary key (agency_id, delivery_id),
  unique (agency_id, seq),
  foreign key (agency_id, account_id) references delivery_lane,
  foreign key (agency_id, reply_to) references delivery,
  check ((state = 'sending') = (deadline_at is not null)),
  check ((does in ('publish', 'reply')) = (outgoing is not null)),
  check (state <> 'done' or done_at is not null)
);
call keep_state('delivery');
create index delivery_of_subject on delivery (agency_id, subject_kind, subject_id, seq);
create index delivery_open on delivery (agency_id, account_id, seq) where state in ('waiting', 'sending');
create index delivery_parked on delivery (agency_id, seq) where state in ('parked', 'refused');
create index delivery_answered on delivery (agency_id, reply_to) where reply_to is not null;
create index delivery_out on delivery (agency_id, done_at)
  where state = 'done' and remote_id is not null and removed_at is null;
-- One account has one try under way.
create unique index delivery_sending on delivery (agency_id, account_id) where state = 'sending';
