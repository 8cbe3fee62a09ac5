-- Comments of visitors under official posts: what was written, what was done about it, and who looked again.

-- migration 0013

-- A comment as it stands. `latest` is the number of its newest version; `place` is its place in the queue, 0 the
-- gravest. `ground` is what the detectors see while it waits, and what it was hidden for once it is hidden.
create table comment (
  agency_id text not null references agency,
  comment_id uuid not null,
  account_id uuid not null,
  remote_id text not null,
  -- The post it stands under, by its delivery, by the network's own name, and by what was published.
  delivery_id uuid not null,
  root_id text not null,
  subject_kind text not null,
  subject_id text not null,
  writer_id text not null,
  writer_handle text not null,
  state text not null check (state in ('waiting', 'kept', 'with-counsel', 'hidden', 'restored')),
  version int not null,
  latest int not null,
  text text not null,
  text_hash text not null,
  written_at timestamptz not null,
  captured_at timestamptz not null,
  -- Since when the network shows it no more, by its writer's doing or the network's.
  gone_at timestamptz,
  place smallint not null check (place between 0 and 9),
  ground text check (ground in ('obscenity', 'off-topic', 'personal-attack')),
  is_critical boolean not null,
  is_ugly boolean not null,
  language text,
  outcome text,
  filters text[] not null,
  has_media_to_fetch boolean not null,
  -- Who looked at it last, and when.
  decided_by text,
  decided_at timestamptz,
  primary key (agency_id, comment_id),
  -- The agency last: while a table is new and PostgreSQL knows nothing of it, any index that begins with the agency looks
  -- as good to a foreign key as the primary key, and would be read whole for every row.
  unique (account_id, remote_id, agency_id),
  foreign key (agency_id, account_id) references account
);
call keep_state('comment');
create index comment_queue on comment (agency_id, state, place, comment_id) where gone_at is null;
create index comment_queue_of_account on comment (agency_id, account_id, state, place, comment_id) where gone_at is null;
create index comment_queue_of_ground on comment (agency_id, ground, state, place, comment_id)
  where gone_at is null and ground is not null;
create index comment_queue_in_language on comment (agency_id, language, state, place, comment_id) where gone_at is null;
-- Two filters at once: neither alone narrows enough at a million comments.
create index comment_queue_of_account_in_language on comment (agency_id, account_id, language, state, place, comment_id)
  where gone_at is null;
create index comment_queue_of_account_and_ground
  on comment (agency_id, account_id, ground, state, language, place, comment_id)
  where gone_at is null and ground is not null;
create index comment_gone on comment (agency_id, place, comment_id) where gone_at is not null;
create index comment_under on comment (agency_id, delivery_id) where gone_at is null;
create index comment_with_media on comment (agency_id, comment_id) where has_media_to_fetch;
create index comment_decided on comment (agency_id, decided_at) where decided_at is not null;

-- Every version of a comment that was seen, with its context. `hash` binds all of the row that came from the network.
create table comment_version (
  agency_id text not null references agency,
  comment_id uuid not null,
  n int not null,
  kind text not null check (kind in ('written', 'edited', 'gone', 'back')),
  text text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  said_at timestamptz not null,
  captured_at timestamptz not null,
  way text not null check (way in ('poll', 'push')),
  parent_id text not null,
  writer_handle text not null,
  writer_name text not null,
  url text,
  is_hidden boolean not null,
  media jsonb not null,
  -- What the detectors saw and what the order then in force says of it.
  seen jsonb not null,
  order_version text,
  primary key (agency_id, comment_id, n),
  foreign key (agency_id, comment_id) references comment
);
call keep_evidence('comment_version');

-- The bytes of a comment's pictures and films; where they could not be had, why.
create table comment_media (
  agency_id text not null references agency,
  comment_id uuid not null,
  n int not null,
  number int not null,
  sha256 text,
  because text,
  at timestamptz not null,
  primary key (agency_id, comment_id, n, number),
  foreign key (agency_id, comment_id, n) references comment_version,
  foreign key (agency_id, sha256) references blob,
  check ((sha256 is null) <> (because is null))
);
call keep_evidence('comment_media');

-- When the comments under a publication are looked at next.
create table comment_poll (
  agency_id text not null references agency,
  delivery_id uuid not null,
  account_id uuid not null,
  published_at timestamptz not null,
  next_at timestamptz not null,
  last_at timestamptz,
  faults int not null,
  because text,
  primary key (agency_id, delivery_id)
);
call keep_state('comment_poll');
create index comment_poll_due on comment_poll (agency_id, next_at);

-- What a network signs its pushes with, sealed, and the word by which it is known when it is set up.
create table comment_push (
  agency_id text not null references agency,
  account_id uuid not null,
  secret bytea not null,
  verify text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references account
);
call keep_state('comment_push');

-- One hiding of a comment: what it rests on, who said so, how it ended. A comment hidden twice has two.
create table hiding (
  agency_id text not null references agency,
  hiding_id uuid not null,
  comment_id uuid not null,
  account_id uuid not null,
  -- The captured version it rests on.
  n int not null,
  version int not null,
  state text not null check (state in ('with-counsel', 'declined', 'withdrawn', 'hidden', 'restored')),
  ground text not null check (ground in ('obscenity', 'off-topic', 'personal-attack')),
  spans jsonb not null,
  reason text not null,
  not_for_criticism text,
  citation text not null,
  order_version text not null,
  moderator text not null,
  moderator_role text not null,
  asked_at timestamptz not null,
  counsel text,
  counsel_word text,
  counsel_at timestamptz,
  hidden_at timestamptz,
  -- How it is carried out: by the network's interface, or by hand on its page.
  way text check (way in ('network', 'hand')),
  delivery_id uuid,
  hand_done_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  ended_because text,
  primary key (agency_id, hiding_id),
  foreign key (agency_id, comment_id, n) references comment_version,
  check (counsel is null or counsel <> moderator)
);
call keep_state('hiding');
create index hiding_of_comment on hiding (agency_id, comment_id, hiding_id);
create index hiding_log on hiding (agency_id, hidden_at desc, hiding_id) where hidden_at is not null;
create index hiding_with_counsel on hiding (agency_id, asked_at) where state = 'with-counsel';
create index hiding_by_hand on hiding (agency_id, account_id) where way = 'hand' and hand_done_at is null;

-- What a writer was given to appeal with. The code itself is nowhere; its SHA-256 is.
create table receipt (
  agency_id text not null references agency,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('hiding', 'block')),
  subject_id uuid not null,
  delivery_id uuid,
  made_at timestamptz not null,
  primary key (agency_id, code_hash)
);
call keep_evidence('receipt');
create index receipt_of on receipt (agency_id, subject_id);

create table appeal (
  agency_id text not null references agency,
  appeal_id uuid not null,
  kind text not null check (kind in ('hiding', 'block')),
  subject_id uuid not null,
  account_id uuid not null,
  -- Who hid or blocked, and counsel who agreed: they never decide it.
  against text[] not null,
  words text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('waiting', 'upheld', 'restored', 'conceded')),
  version int not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (agency_id, appeal_id),
  unique (agency_id, subject_id),
  check (state = 'conceded' or decided_by is null or not (decided_by = any (against)))
);
call keep_state('appeal');
create index appeal_waiting on appeal (agency_id, due_at) where state = 'waiting';

-- Words that bring a comment to the front of the queue, or that were set by hand on a network.
create table keyword_filter (
  agency_id text not null references agency,
  filter_id uuid not null,
  account_id uuid,
  words text not null,
  place text not null check (place in ('here', 'network')),
  ground text not null check (ground in ('obscenity', 'off-topic', 'personal-attack')),
  reason text not null,
  ends_on date not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'in-force', 'disapproved', 'ended')),
  version int not null,
  decided_by text,
  decided_at timestamptz,
  remarks text,
  ended_at timestamptz,
  primary key (agency_id, filter_id),
  check (decided_by is null or decided_by <> proposed_by)
);
call keep_state('keyword_filter');
create index keyword_filter_in_force on keyword_filter (agency_id, ends_on) where state = 'in-force';

-- A writer kept from an account for a time. No network lets Decorum do it: it is done by hand there, and undone.
create table block (
  agency_id text not null references agency,
  block_id uuid not null,
  account_id uuid not null,
  writer_id text not null,
  writer_handle text not null,
  ground text not null check (ground in ('obscenity', 'off-topic', 'personal-attack')),
  reason text not null,
  citation text not null,
  order_version text not null,
  made_by text not null,
  made_role text not null,
  made_at timestamptz not null,
  review_on date not null,
  ends_on date not null,
  state text not null check (state in ('in-force', 'ended', 'lifted')),
  version int not null,
  reviewed_by text,
  reviewed_at timestamptz,
  review_word text,
  ended_at timestamptz,
  ended_because text,
  -- When somebody said that it is undone on the network.
  undone_at timestamptz,
  primary key (agency_id, block_id),
  foreign key (agency_id, account_id) references account,
  check (reviewed_by is null or reviewed_by <> made_by),
  check (review_on < ends_on)
);
call keep_state('block');
create index block_in_force on block (agency_id, ends_on) where state = 'in-force';
create index block_to_undo on block (agency_id, account_id) where state <> 'in-force' and undone_at is null;

-- A quarter's blind re-reading: the sample that was drawn, what its second readers said, and what was published.
create table rereading (
  agency_id text not null references agency,
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  seed text not null,
  removed bigint not null,
  kept bigint not null,
  drawn_by text not null,
  drawn_at timestamptz not null,
  primary key (agency_id, quarter)
);
call keep_evidence('rereading');

create table reread (
  agency_id text not null references agency,
  quarter text not null,
  number int not null,
  comment_id uuid not null,
  n int not null,
  -- Nobody who reads again sees these.
  was_removed boolean not null,
  ground text,
  moderator text,
  reader text,
  label text check (label in ('critical', 'neutral', 'praising')),
  would_remove text check (would_remove in ('obscenity', 'off-topic', 'personal-attack', 'none')),
  read_at timestamptz,
  primary key (agency_id, quarter, number),
  unique (agency_id, quarter, comment_id),
  foreign key (agency_id, quarter) references rereading,
  foreign key (agency_id, comment_id, n) references comment_version,
  check (reader is null or moderator is null or reader <> moderator),
  check ((reader is null) = (label is null) and (reader is null) = (would_remove is null))
);
call keep_state('reread');

create table neutrality (
  agency_id text not null references agency,
  quarter text not null,
  figures jsonb not null,
  published_at timestamptz not null,
  primary key (agency_id, quarter)
);
call keep_evidence('neutrality');

create table comment_settings (
  agency_id text not null references agency,
  version int not null,
  settings jsonb not null,
  primary key (agency_id)
);
call keep_state('comment_settings');

-- How a moderator wants ugly words and pictures shown to them; nobody else's affair.
create table wellness (
  agency_id text not null references agency,
  member_id text not null,
  settings jsonb not null,
  primary key (agency_id, member_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('wellness');

-- A push names the post by the network's own name.
create index delivery_by_remote_id on delivery (agency_id, account_id, remote_id) where remote_id is not null;
