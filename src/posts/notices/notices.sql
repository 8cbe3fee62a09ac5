-- Notices and outreach, what was said of them as CAP, the town's map, and the figures of crime.

-- migration 0012

-- A notice. `content` is the canonical JSON that is worked on and that `content_hash` (SHA-256) binds; `out_content` is
-- what the public reads, signed or approved under `out_hash`.
create table notice (
  agency_id text not null references agency,
  notice_id uuid not null,
  author text not null,
  editor text not null,
  kind text not null,
  state text not null check (state in ('draft', 'in-review', 'returned', 'in-force', 'revising',
    'revision-in-review', 'expired', 'cancelled', 'over', 'withdrawn')),
  version int not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  out_content text,
  out_hash text,
  -- Who said yes to what is out; who signed for it alone, and the review of that.
  out_by text,
  signed_by text,
  signed_because text,
  review_due_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  reviewed_as text check (reviewed_as in ('confirmed', 'faulted')),
  -- What the order says of the content that was last weighed: canonical JSON.
  ruling text,
  -- When it first went out, when it last changed in public, when it ended, and how.
  first_out_at timestamptz,
  out_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('cancelled', 'found', 'expired', 'all-clear')),
  ended_because text,
  -- The address of the house as readers type it, for links in what is sent.
  origin text,
  created_at timestamptz not null,
  since timestamptz not null,
  primary key (agency_id, notice_id),
  foreign key (agency_id, author) references member,
  foreign key (agency_id, editor) references member,
  check ((out_content is null) = (out_hash is null) and (out_hash is null) = (out_by is null)),
  -- Nothing is out but under somebody's yes; and nobody says yes to what they wrote, unless signing for it alone.
  check (state not in ('in-force', 'revising', 'revision-in-review') or out_hash is not null),
  check (state <> 'in-force' or out_hash = content_hash)
);
call keep_state('notice');
create index notice_in_state on notice (agency_id, state, notice_id);
create index notice_out on notice (agency_id, out_at desc) where out_hash is not null;
create index notice_expiring on notice (agency_id, expires_at)
  where state in ('in-force', 'revising', 'revision-in-review');
create index notice_unreviewed on notice (agency_id, review_due_at)
  where review_due_at is not null and reviewed_at is null;

create table notice_step (
  agency_id text not null references agency,
  notice_id uuid not null,
  version int not null,
  move text not null,
  made_by text,
  office text,
  to_state text not null,
  remarks text,
  content_hash text not null,
  at timestamptz not null,
  primary key (agency_id, notice_id, version),
  foreign key (agency_id, notice_id) references notice
);
call keep_evidence('notice_step');

-- Each content that a notice ever had.
create table notice_content (
  agency_id text not null references agency,
  notice_id uuid not null,
  content_hash text not null,
  content text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, notice_id, content_hash),
  foreign key (agency_id, notice_id) references notice
);
call keep_evidence('notice_content');

-- Each message of a notice as CAP, in the order in which they were sent: Alert, Update, Cancel.
create table notice_message (
  agency_id text not null references agency,
  notice_id uuid not null,
  number int not null,
  type text not null check (type in ('Alert', 'Update', 'Cancel')),
  content_hash text not null,
  sent timestamptz not null,
  primary key (agency_id, notice_id, number),
  foreign key (agency_id, notice_id) references notice
);
call keep_evidence('notice_message');

-- The town's own map: GeoJSON of its lines and areas. The newest counts.
create table town_map (
  agency_id text not null references agency,
  map_id uuid not null,
  features text not null,
  source text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, map_id)
);
call keep_evidence('town_map');

-- Figures of reported crime, loaded from a file: counts by month, kind and area; no report, address or place is kept.
create table crime_load (
  agency_id text not null references agency,
  load_id uuid not null,
  -- Counts below it are not told.
  threshold int not null check (threshold between 2 and 20),
  source text not null,
  rows int not null,
  sha256 text not null,
  -- The tables that the public is shown, their small cells hidden: JSON.
  tables text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (agency_id, load_id)
);
call keep_evidence('crime_load');

create table crime_count (
  agency_id text not null references agency,
  load_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  kind text not null,
  area text not null,
  count int not null check (count > 0),
  primary key (agency_id, load_id, month, kind, area),
  foreign key (agency_id, load_id) references crime_load
);
call keep_evidence('crime_count');

-- Whether a picture is out: the public may see it then, and not after.
create index delivery_media on delivery using gin ((outgoing::jsonb -> 'media') jsonb_path_ops)
  where outgoing is not null and state = 'done' and removed_at is null;
