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

-- One thing to be done on one account, once: a publication, a reply, an edit, a removal, a comment hidden or restored.
create table delivery (
  agency_id text not null references agency,
  delivery_id uuid not null,
  seq bigint generated always as identity,
  subject_kind text not null check (subject_kind in ('post', 'notice', 'comment')),
  subject_id text not null,
  account_id uuid not null,
  does text not null check (does in ('publish', 'reply', 'edit', 'remove', 'hide', 'restore')),
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
  check ((does in ('publish', 'reply', 'edit')) = (outgoing is not null)),
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

-- A post. `content` is the canonical JSON that `content_hash` (SHA-256) binds; `approved_hash` is the one that somebody
-- else said yes to, or that was signed in an emergency. What goes out is what was approved, to the letter.
create table post (
  agency_id text not null references agency,
  post_id uuid not null,
  author text not null,
  editor text not null,
  state text not null check (state in
    ('draft', 'in-review', 'returned', 'approved', 'publishing', 'published', 'withdrawn', 'removed')),
  version int not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  category text not null,
  -- What it corrects, and the recall that asked for it.
  corrects uuid,
  recall_id uuid,
  -- What the order says of it: canonical JSON of the ruling on this very content.
  ruling text,
  ruled_hash text,
  outcome text,
  submitted_at timestamptz,
  approved_hash text,
  approved_by text,
  approved_at timestamptz,
  -- When it goes out, once it is approved.
  publish_at timestamptz,
  published_at timestamptz,
  removed_at timestamptz,
  removed_because text,
  -- Signed by one in an emergency: until when somebody else looks at it, who did, and what they found.
  signed_by text,
  signed_because text,
  review_due_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  reviewed_as text check (reviewed_as in ('confirmed', 'faulted')),
  created_at timestamptz not null,
  since timestamptz not null,
  primary key (agency_id, post_id),
  foreign key (agency_id, author) references member,
  foreign key (agency_id, editor) references member,
  foreign key (agency_id, corrects) references post,
  -- Nothing is on its way or out whose very words were not approved.
  check (state not in ('approved', 'publishing', 'published', 'removed') or approved_hash is not distinct from content_hash),
  -- And by nobody who wrote them, unless it was signed in an emergency.
  check (approved_by is null or signed_by is not null or (approved_by <> author and approved_by <> editor)),
  check ((approved_hash is null) = (approved_by is null))
);
call keep_state('post');
create index post_of_author on post (agency_id, author, post_id);
create index post_in_state on post (agency_id, state, post_id);
create index post_due on post (agency_id, publish_at) where state = 'approved';
create index post_published on post (agency_id, published_at) where published_at is not null;
create index post_unreviewed on post (agency_id, review_due_at) where review_due_at is not null and reviewed_at is null;
create index post_correcting on post (agency_id, corrects) where corrects is not null;

-- Every step of a post: who did what to which content, and what was said. Each content it ever had is kept.
create table post_step (
  agency_id text not null references agency,
  post_id uuid not null,
  version int not null,
  move text not null,
  made_by text,
  office text,
  to_state text not null,
  remarks text,
  content_hash text not null,
  at timestamptz not null,
  primary key (agency_id, post_id, version),
  foreign key (agency_id, post_id) references post
);
call keep_evidence('post_step');

create table post_content (
  agency_id text not null references agency,
  post_id uuid not null,
  content_hash text not null,
  content text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, post_id, content_hash),
  foreign key (agency_id, post_id) references post
);
call keep_evidence('post_content');

-- The accounts and the people of a post's present content.
create table post_account (
  agency_id text not null references agency,
  post_id uuid not null,
  account_id uuid not null,
  primary key (agency_id, post_id, account_id),
  foreign key (agency_id, post_id) references post,
  foreign key (agency_id, account_id) references account
);
call keep_state('post_account');
create index post_account_of_account on post_account (agency_id, account_id);

create table post_person (
  agency_id text not null references agency,
  post_id uuid not null,
  -- The name, small, without accents and double spaces: by it a person is found again.
  person_key text not null,
  name text not null,
  status text not null check (status in
    ('wanted', 'missing', 'arrested', 'charged', 'cleared', 'found', 'dismissed', 'erased')),
  in_picture boolean not null,
  primary key (agency_id, post_id, person_key),
  foreign key (agency_id, post_id) references post
);
call keep_state('post_person');
create index post_person_of_key on post_person (agency_id, person_key);

-- A person's status changed: every post that names them is removed or corrected by the deadline.
create table recall (
  agency_id text not null references agency,
  recall_id uuid not null,
  person_key text not null,
  name text not null,
  status text not null,
  reason text not null,
  made_by text not null,
  at timestamptz not null,
  deadline timestamptz not null,
  primary key (agency_id, recall_id)
);
call keep_evidence('recall');

create table recall_task (
  agency_id text not null references agency,
  recall_id uuid not null,
  post_id uuid not null,
  does text not null check (does in ('remove', 'correct')),
  -- The post that tells the same audience.
  told_by uuid,
  closed_at timestamptz,
  primary key (agency_id, recall_id, post_id),
  foreign key (agency_id, recall_id) references recall,
  foreign key (agency_id, post_id) references post,
  foreign key (agency_id, told_by) references post
);
call keep_state('recall_task');
create index recall_task_open on recall_task (agency_id, recall_id) where closed_at is null;

-- A picture or a film as it came, encrypted with the house's key; the plain bytes are known by `original_sha256`.
create table media (
  agency_id text not null references agency,
  media_id uuid not null,
  kind text not null check (kind in ('image', 'video')),
  media_type text not null,
  original_sha256 text not null,
  sealed_sha256 text not null,
  added_by text not null,
  at timestamptz not null,
  primary key (agency_id, media_id),
  foreign key (agency_id, sealed_sha256) references blob,
  foreign key (agency_id, added_by) references member
);
call keep_evidence('media');

-- What the public may get of it. Each blurring makes another copy from the original.
create table media_copy (
  agency_id text not null references agency,
  sha256 text not null,
  media_id uuid not null,
  media_type text not null,
  width int not null,
  height int not null,
  bytes bigint not null,
  seconds double precision,
  regions jsonb not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, media_id, sha256),
  foreign key (agency_id, media_id) references media,
  foreign key (agency_id, sha256) references blob
);
call keep_evidence('media_copy');
create index media_copy_by_hash on media_copy (agency_id, sha256);

-- Hours that a recall and the review of an emergency may take.
create table post_setting (
  agency_id text not null references agency,
  recall_hours int not null check (recall_hours between 1 and 720),
  review_hours int not null check (review_hours between 1 and 168),
  version int not null,
  primary key (agency_id)
);
call keep_state('post_setting');
