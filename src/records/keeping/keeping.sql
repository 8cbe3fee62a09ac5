-- How long records are kept and why, what keeps them longer, and how they are disposed of.

-- migration 0015

-- A record series, as the clerk loaded it; Decorum has none of its own.
create table series (
  agency_id text not null references agency,
  series_id text not null,
  title text not null,
  -- ISO 8601, whole days: P7Y; or `permanent`.
  period text not null check (period = 'permanent' or period ~ '^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$'),
  starts text not null check (starts in ('created', 'closed', 'superseded')),
  -- The schedule that it stands in.
  authority text not null,
  version int not null,
  primary key (agency_id, series_id)
);
call keep_state('series');

-- Which records belong to which series: a list of rules, the first that fits counts. `sorted_to`: how far the records
-- were held against the rules as they are now; null once all were.
create table series_rules (
  agency_id text not null references agency,
  version int not null,
  rules jsonb not null,
  sorted_to uuid,
  primary key (agency_id)
);
call keep_state('series_rules');

-- What somebody put into a series by hand; no rule changes it.
create table series_by_hand (
  agency_id text not null references agency,
  record_id uuid not null,
  series_id text not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, record_id),
  foreign key (agency_id, series_id) references series
);
call keep_state('series_by_hand');

-- Which records name these bytes.
create index record_media on record using gin (media) where media <> '{}';
create index record_unsorted on record (agency_id, record_id) where series_why is null and disposed_in is null;

-- What is due in each series, counted now and then for those it waits for.
create table series_due (
  agency_id text not null references agency,
  series_id text not null,
  things int not null,
  is_exact boolean not null,
  since date not null,
  at timestamptz not null,
  primary key (agency_id, series_id)
);
call keep_state('series_due');

-- A matter for whose sake records are kept, whatever their period. Its lines and its steps are evidence: nobody lifts
-- a hold by changing a row.
create table hold (
  agency_id text not null references agency,
  hold_id uuid not null,
  matter text not null check (matter in ('records-request', 'litigation', 'inquiry', 'audit', 'grievance')),
  ref text,
  title text not null,
  is_automatic boolean not null,
  -- What it looks for; what is found is held by a line of its own.
  search jsonb,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, hold_id)
);
call keep_evidence('hold');
create index hold_for on hold (agency_id, matter, ref) where ref is not null;

-- What a hold keeps. A thing and a thread are kept with all that comes to them later.
create table hold_line (
  agency_id text not null references agency,
  hold_id uuid not null,
  what text not null check (what in ('record', 'thing', 'thread')),
  id text not null,
  at timestamptz not null,
  primary key (agency_id, hold_id, what, id),
  foreign key (agency_id, hold_id) references hold
);
call keep_evidence('hold_line');
create index hold_line_on on hold_line (agency_id, what, id, hold_id);

-- How a hold was moved. A release is confirmed right after it was asked for, and by somebody else.
create table hold_step (
  agency_id text not null references agency,
  hold_id uuid not null,
  n int not null,
  move text not null check (move in
    ('place', 'widen', 'request-ended', 'request-open', 'ask', 'confirm', 'refuse', 'take-back')),
  to_state text not null check (to_state in ('in-force', 'release-asked', 'released')),
  by text not null,
  reason text,
  -- From when a hold for a records request may be released.
  releasable_from timestamptz,
  asked_n int,
  asked_by text,
  asked_as text check (asked_as = 'ask'),
  at timestamptz not null,
  primary key (agency_id, hold_id, n),
  unique (agency_id, hold_id, n, by, move),
  foreign key (agency_id, hold_id) references hold,
  foreign key (agency_id, hold_id, asked_n, asked_by, asked_as) references hold_step (agency_id, hold_id, n, by, move),
  check ((to_state = 'released') = (move = 'confirm')),
  check ((to_state = 'release-asked') = (move = 'ask')),
  check (move <> 'confirm' or (asked_n is not null and asked_by is not null and asked_as is not null)),
  check (asked_n = n - 1 and asked_by <> by)
);
call keep_evidence('hold_step');
create index hold_released on hold_step (agency_id, hold_id) where move = 'confirm';

-- The newest step of each hold.
create view hold_standing with (security_invoker = true) as
  select distinct on (s.agency_id, s.hold_id) s.agency_id, s.hold_id, s.n as version, s.to_state as state,
    case when s.to_state = 'release-asked' then s.by end as asked_by
  from hold_step s order by s.agency_id, s.hold_id, s.n desc;
grant select on hold_standing to decorum_app;

-- How far a hold's search was run: all records that were captured before are found. Below zero: it is to be run before
-- anything is disposed of, over what is younger than `since`, or over all.
create table hold_search_run (
  agency_id text not null references agency,
  hold_id uuid not null,
  captured bigint not null,
  since uuid,
  -- The version of the table of kinds that all of it was searched by.
  kinds text,
  -- Why it could not be run when it was tried last; null where it could.
  because text,
  primary key (agency_id, hold_id),
  foreign key (agency_id, hold_id) references hold
);
call keep_state('hold_search_run');

-- Whatever places a hold and whatever disposes of records wait for each other: a hold that was placed is seen.
create function lock_holds(agency text) returns void language sql
  as $$ select pg_advisory_xact_lock(hashtextextended('decorum.holds.' || agency, 0)) $$;
create function wait_for_disposal() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('decorum.holds.' || decorum_agency(), 0));
  return null;
end
$$;
create trigger wait_for_disposal before insert on hold_line for each statement execute function wait_for_disposal();
alter table hold_line enable always trigger wait_for_disposal;

create function record_is_held(agency text, record_id uuid, thing text, thread text) returns boolean
stable language sql as $$
  select exists (
    select from hold_line l
    where l.agency_id = $1 and (l.what, l.id) in (values ('record', $2::text), ('thing', $3), ('thread', $4))
      and not exists (
        select from hold_step s where s.agency_id = $1 and s.hold_id = l.hold_id and s.move = 'confirm'))
$$;

-- A list of records that are due. What it says of its series is what was so when it was made: where that changes, the
-- records fall out of it.
create table disposition (
  agency_id text not null references agency,
  disposition_id uuid not null,
  number text not null,
  series_id text not null,
  title text not null,
  description text not null,
  state text not null check (state in
    ('proposed', 'signed', 'countersigned', 'notice-running', 'carried-out', 'withdrawn')),
  version int not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  carried_out_at timestamptz,
  -- The entry of the ledger that says what was disposed of.
  entry_id uuid,
  primary key (agency_id, disposition_id),
  unique (agency_id, number),
  check ((state = 'carried-out') = (entry_id is not null))
);
call keep_state('disposition');
create index disposition_in_state on disposition (agency_id, state, disposition_id);

-- The series of its records, as they stood.
create table disposition_series (
  agency_id text not null references agency,
  disposition_id uuid not null,
  series_id text not null,
  title text not null,
  period text not null,
  starts text not null,
  authority text not null,
  primary key (agency_id, disposition_id, series_id),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_evidence('disposition_series');

-- A thing with all its records: it is disposed of whole. None of its words stand here.
create table disposition_line (
  agency_id text not null references agency,
  disposition_id uuid not null,
  thing text not null,
  kind text not null,
  records uuid[] not null,
  series text[] not null,
  first_on date not null,
  last_on date not null,
  over date not null,
  primary key (agency_id, disposition_id, thing),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_evidence('disposition_line');
create index disposition_line_of on disposition_line (agency_id, thing);

create table disposition_fallen (
  agency_id text not null references agency,
  disposition_id uuid not null,
  thing text not null,
  because text not null,
  at timestamptz not null,
  primary key (agency_id, disposition_id, thing),
  foreign key (agency_id, disposition_id, thing) references disposition_line on update cascade
);
call keep_evidence('disposition_fallen');

create table disposition_step (
  agency_id text not null references agency,
  disposition_id uuid not null,
  version int not null,
  move text not null,
  by text not null,
  reason text,
  at timestamptz not null,
  primary key (agency_id, disposition_id, version),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_evidence('disposition_step');

-- Two signatures of two people. Each names the entry of the ledger that it left.
create table disposition_signature (
  agency_id text not null references agency,
  disposition_id uuid not null,
  signed_as text not null check (signed_as in ('custodian', 'second')),
  by text not null,
  at timestamptz not null,
  entry_id uuid not null,
  first_as text check (first_as = 'custodian'),
  first_by text,
  primary key (agency_id, disposition_id, signed_as),
  unique (agency_id, disposition_id, signed_as, by),
  foreign key (agency_id, disposition_id) references disposition,
  foreign key (agency_id, disposition_id, first_as, first_by)
    references disposition_signature (agency_id, disposition_id, signed_as, by),
  check ((signed_as = 'second') = (first_as is not null) and (signed_as = 'second') = (first_by is not null)),
  check (first_by <> by)
);
call keep_evidence('disposition_signature');

-- That notice was given, to whom, how, and until when it runs; that the State approved.
create table disposition_notice (
  agency_id text not null references agency,
  disposition_id uuid not null,
  given_to text not null,
  authority text not null,
  how text not null,
  period text not null,
  given_on date not null,
  until date not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, disposition_id),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_evidence('disposition_notice');
create table disposition_approval (
  agency_id text not null references agency,
  disposition_id uuid not null,
  approver text not null,
  number text not null,
  approved_on date not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, disposition_id),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_evidence('disposition_approval');

-- What the agency's rules ask of a disposition; the row added last counts.
create table disposition_settings (
  agency_id text not null references agency,
  version int not null,
  settings jsonb not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, version)
);
call keep_evidence('disposition_settings');

-- Bytes that no row names any more and that are still to be removed from the store of blobs.
create table blob_sweep (
  agency_id text not null references agency,
  disposition_id uuid not null,
  sha256 text not null,
  since timestamptz not null,
  -- Set aside first, so that whoever keeps the same bytes in the same moment does not lose them.
  aside_at timestamptz,
  swept_at timestamptz,
  primary key (agency_id, disposition_id, sha256),
  foreign key (agency_id, disposition_id) references disposition
);
call keep_state('blob_sweep');
create index blob_sweep_open on blob_sweep (agency_id, since) where swept_at is null;

-- Does any agency of this installation keep these bytes? They share one store.
create function is_blob_named(sha256 text) returns boolean stable security definer language sql
set search_path = public, pg_temp as $$ select exists (select from blob b where b.sha256 = $1) $$;
revoke execute on function is_blob_named from public;
grant execute on function is_blob_named to decorum_app;

-- What an event means for the thing that it happened to: it is over, it goes on, or it takes the place of an earlier one.
create function event_means(kind text, event text) returns text immutable language sql as $$
  select case
    when (kind, event) in (
      ('post', 'removed'), ('post', 'withdrawn'), ('post', 'removed from a page'), ('post', 'recall done'),
      ('post', 'status of a person changed'), ('post', 'picture or film added'), ('post', 'picture blurred'),
      ('notice', 'withdrawn'), ('notice', 'cancelled'), ('notice', 'person found'), ('notice', 'expired'),
      ('notice', 'told to be over'),
      ('comment', 'deleted'),
      ('appeal', 'upheld'), ('appeal', 'restored'), ('appeal', 'conceded'),
      ('moderation', 'filter ended'), ('moderation', 'block ended'), ('moderation', 'block undone on the network'),
      ('moderation', 'figures of neutrality published'),
      ('permission', 'withdrawn'), ('permission', 'disapproved'), ('permission', 'not allowed'),
      ('permission', 'upheld'), ('permission', 'found unneeded'), ('permission', 'revoked'),
      ('permission', 'allowed'), ('permission', 'allowed with changes'), ('permission', 'picture added'),
      ('page', 'closed'), ('page', 'report of a false page closed'),
      ('order', 'preparation given up'),
      ('request', 'closed'), ('request', 'withdrawn'), ('request', 'released'), ('request', 'denied'),
      ('request', 'denied by silence'), ('request', 'nothing found'), ('request', 'decided on appeal'),
      ('imported', 'file read'))
      or event in ('brought', 'brought again', 'message brought', 'message brought again') then 'closes'
    when (kind, event) in (
      ('order', 'adopted'), ('notice', 'map of the town loaded'), ('notice', 'figures of crime loaded')) then 'replaces'
    when event in (
      'written', 'edited', 'back', 'submitted', 'approved', 'signed', 'published', 'published on a page', 'given',
      'asked', 'appealed', 'overturned', 'made', 'back in the queue', 'proposed', 'proposed again', 'filter proposed',
      'writer blocked', 'file brought', 'preparation begun', 'false page reported', 'received', 'opened again')
      then 'opens'
  end
$$;

-- The first day on which what began on a day may be disposed of: the whole period lies behind it.
create function over_on(period text, began date) returns date stable language sql as $$
  select case when period <> 'permanent' then (began + period::interval)::date + 1 end
$$;

-- How things stand with their records: whole, for a thing is disposed of whole. `over`: the first day on which all of its
-- records may be; null where that is not known, with the reason.
create function things_kept(things text[]) returns table (
  thing text, kind text, lead text, records uuid[], series text[], first_at timestamptz, last_at timestamptz,
  began timestamptz, over date, because text)
stable language sql as $$
  with mine as (
    select r.thing, r.record_id, r.kind, r.event, r.at, r.series_id, s.period, s.starts, s.title,
      event_means(r.kind, r.event) as means
    from record r left join series s on s.agency_id = r.agency_id and s.series_id = r.series_id
    where r.agency_id = decorum_agency() and r.thing = any (things) and r.disposed_in is null
  ), ended as (
    select m.thing, (array_agg(m.kind order by m.at, m.record_id))[1] as kind,
      (array_agg(m.series_id order by m.at, m.record_id))[1] as lead,
      array_agg(m.record_id order by m.at, m.record_id) as records,
      array_agg(distinct m.series_id) filter (where m.series_id is not null) as series,
      min(m.at) as first_at, max(m.at) as last_at,
      coalesce((array_agg(m.means order by m.at desc, m.record_id desc)
        filter (where m.means in ('opens', 'closes')))[1] = 'closes', false) as is_closed,
      (array_agg(m.event) filter (where m.means = 'replaces'))[1] as replaces
    from mine m group by m.thing
  ), times as (
    select e.*,
      -- A permission ends with its last day, and no entry says so.
      case when e.is_closed then e.last_at else (
        select greatest(e.last_at, (p.valid_to + 1)::timestamp at time zone a.zone)
        from permission p join agency a using (agency_id)
        where e.kind = 'permission' and p.agency_id = decorum_agency() and p.request_id::text = e.thing
          and p.valid_to is not null) end as closed_at,
      (select greatest(e.last_at, min(later.at)) from record later
        where e.replaces is not null and later.agency_id = decorum_agency() and later.kind = e.kind
          and later.event = e.replaces and later.thing <> e.thing and later.at > e.last_at) as replaced_at
    from ended e
  ), each as (
    select m.thing, m.series_id, m.title, m.period, m.starts,
      case m.starts when 'created' then m.at when 'closed' then t.closed_at
        else coalesce(t.replaced_at, t.closed_at) end as began
    from mine m join times t using (thing)
  ), judged as (
    select e.thing, bool_or(e.series_id is null) as lacks_series, bool_or(e.period = 'permanent') as is_permanent,
      bool_or(e.began is null) as is_open, max(e.began) as began,
      max(over_on(e.period, (e.began at time zone a.zone)::date)) as over
    from each e cross join (select zone from agency where agency_id = decorum_agency()) a group by e.thing
  )
  select t.thing, t.kind, t.lead, t.records, coalesce(t.series, '{}'), t.first_at, t.last_at,
    case when not j.is_open then j.began end,
    case when not j.lacks_series and not j.is_permanent and not j.is_open then j.over end,
    case when j.lacks_series then 'a record of it belongs to no series'
      when j.is_permanent then 'it is kept permanently'
      when j.is_open then 'it is not over yet, and its period begins when it is' end
  from times t join judged j using (thing)
$$;

-- What is destroyed with a thing, by the kind of its records, in this order: rows go, but where `becomes` says how they are
-- emptied. $1 the agency, $2 the things, $3 those of them that are UUIDs, $4 the records. `blobs`: where a row names
-- bytes, which go too where nothing else names them. A kind of record that is not here is never disposed of.
create function payload() returns table (n int, kind text, rows_of text, which text, becomes text, blobs text)
immutable language sql as $payload$
  select row_number() over (), p.* from (values
    ('comment', 'reread', 'comment_id = any ($3)', null, null),
    ('comment', 'receipt', $$subject_id in (select hiding_id from hiding where agency_id = $1 and comment_id = any ($3))$$,
      null, null),
    ('comment', 'hiding', 'comment_id = any ($3)', null, null),
    ('comment', 'comment_media', 'comment_id = any ($3)', null, 'array[sha256]'),
    ('comment', 'comment_version', 'comment_id = any ($3)', null, null),
    ('comment', 'comment', 'comment_id = any ($3)', null, null),
    ('comment', 'delivery', $$subject_kind = 'comment' and subject_id = any ($2)$$, null, null),

    ('appeal', 'appeal', 'appeal_id = any ($3)', null, null),

    ('moderation', 'receipt', $$kind = 'block' and subject_id = any ($3)$$, null, null),
    ('moderation', 'block', 'block_id = any ($3)', null, null),
    ('moderation', 'keyword_filter', 'filter_id = any ($3)', null, null),
    ('moderation', 'reread', $$agency_id || ' ' || quarter = any ($2)$$, null, null),
    ('moderation', 'neutrality', $$agency_id || ' ' || quarter = any ($2)$$, null, null),
    ('moderation', 'rereading', $$agency_id || ' ' || quarter = any ($2)$$, null, null),

    ('post', 'recall_task', $$post_id = any ($3) or told_by = any ($3)
      or recall_id in (select recall_id from recall where agency_id = $1 and person_key = any ($2))$$, null, null),
    ('post', 'recall', 'person_key = any ($2)', null, null),
    ('post', 'post_person', 'post_id = any ($3)', null, null),
    ('post', 'post_account', 'post_id = any ($3)', null, null),
    ('post', 'post_content', 'post_id = any ($3)', null, null),
    ('post', 'post_step', 'post_id = any ($3)', null, null),
    ('post', 'comment_poll', $$delivery_id in (
      select delivery_id from delivery where agency_id = $1 and subject_kind = 'post' and subject_id = any ($2))$$,
      null, null),
    ('post', 'delivery', $$subject_kind = 'post' and subject_id = any ($2)$$, null, null),
    ('post', 'post', 'post_id = any ($3)', null, null),
    ('post', 'media_copy', 'media_id = any ($3)', null, 'array[sha256]'),
    ('post', 'media', 'media_id = any ($3)', null, 'array[sealed_sha256]'),

    ('notice', 'notice_message', 'notice_id = any ($3)', null, null),
    ('notice', 'notice_content', 'notice_id = any ($3)', null, null),
    ('notice', 'notice_step', 'notice_id = any ($3)', null, null),
    ('notice', 'comment_poll', $$delivery_id in (
      select delivery_id from delivery where agency_id = $1 and subject_kind = 'notice' and subject_id = any ($2))$$,
      null, null),
    ('notice', 'delivery', $$subject_kind = 'notice' and subject_id = any ($2)$$, null, null),
    ('notice', 'notice', 'notice_id = any ($3)', null, null),
    ('notice', 'crime_count', 'load_id = any ($3)', null, null),
    ('notice', 'crime_load', 'load_id = any ($3)', null, null),
    ('notice', 'town_map', 'map_id = any ($3)', null, null),

    ('page', 'impostor_report', 'report_id = any ($3)', null, null),
    ('page', 'account_statement', 'account_id = any ($3)', null, null),
    ('page', 'page_check', 'account_id = any ($3)', null, null),
    ('page', 'page_review', 'account_id = any ($3)', null, null),
    ('page', 'account_administrator', 'account_id = any ($3)', null, null),
    ('page', 'account_key', 'account_id = any ($3)', null, null),
    ('page', 'comment_push', 'account_id = any ($3)', null, null),
    ('page', 'comment_poll', 'account_id = any ($3)', null, null),
    ('page', 'delivery_lane', 'account_id = any ($3)', null, null),
    ('page', 'account', 'account_id = any ($3)', null, null),

    ('permission', 'request_consent', 'request_id = any ($3)', null, null),
    ('permission', 'request_step', 'request_id = any ($3)', null, null),
    ('permission', 'decision_letter', 'request_id = any ($3)', null, 'array[sha256]'),
    ('permission', 'request_picture', 'request_id = any ($3)', null, null),
    ('permission', 'permission', 'request_id = any ($3)', null, null),
    ('permission', 'request', 'request_id = any ($3)', null, null),
    ('permission', 'picture', 'sha256 = any ($2)', null, 'array[sha256]'),

    ('acknowledgement', 'acknowledgement_reminder', 'version_id = any ($3)', null, null),
    ('acknowledgement', 'acknowledgement', 'version_id = any ($3)', null, null),
    ('acknowledgement', 'question_attempt', 'version_id = any ($3)', null, null),
    ('order', 'acknowledgement_reminder', 'version_id = any ($3)', null, null),
    ('order', 'acknowledgement', 'version_id = any ($3)', null, null),
    ('order', 'question_attempt', 'version_id = any ($3)', null, null),
    ('order', 'order_adoption', 'version_id = any ($3)', null, null),
    ('order', 'order_settings', 'version_id = any ($3)', null, null),
    ('order', 'order_fit', 'version_id = any ($3)', null, null),
    ('order', 'order_document', 'version_id = any ($3)', null, 'array[sha256]'),
    ('order', 'order_version', 'version_id = any ($3)', null, null),

    ('imported', 'record_import', 'import_id = any ($3)', null, 'array[sha256]'),

    ('request', 'archive_record', $$production_id in (
      select production_id from production where agency_id = $1 and request_id = any ($3))$$, null, null),
    ('request', 'production', 'request_id = any ($3)', null, 'parts'),
    ('request', 'records_released', 'request_id = any ($3)', null,
      $$array(select m ->> 'sha256' from jsonb_array_elements(media) m where m ? 'sha256')$$),
    ('request', 'records_release', 'request_id = any ($3)', null, null),
    ('request', 'records_responsive', 'request_id = any ($3)', null, null),
    ('request', 'records_notice', 'request_id = any ($3)', null, null),
    ('request', 'records_request_search', 'request_id = any ($3)', null, null),
    ('request', 'records_letter', 'request_id = any ($3)', null, null),
    ('request', 'records_request_step', 'request_id = any ($3)', null, null),
    ('request', 'records_request', 'request_id = any ($3)', null, null),

    -- Of whatever kind: what was answered to the commands, and the entries.
    ('any', 'command_done', $$exists (select from regexp_matches(result, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
      where m[1] = any ($2))$$, null, null),
    -- Some things are named by somebody's name, as whose status changed; then what is left of them gets another.
    ('any', 'disposition_line', $$thing = any ($2) and thing <> all ($3::text[]) and thing !~ '^[0-9a-f]{64}$'$$,
      $$thing = 'disposed ' || gen_random_uuid()$$, null),
    ('any', 'hold_line', $$what <> 'record' and id = any ($2) and id <> all ($3::text[]) and id !~ '^[0-9a-f]{64}$'$$,
      $$id = 'disposed ' || gen_random_uuid()$$, null),
    ('any', 'series_by_hand', 'record_id = any ($4)', null, null),
    ('any', 'ledger_entry', 'entry_id = any ($4)', null, null)
  ) as p (kind, rows_of, which, becomes, blobs)
$payload$;

-- What was given out of a thing, in a request whose file is still kept. The tables of requests come later than this.
create function things_given(things text[]) returns table (thing text, because text) stable language plpgsql as $$
begin
  return query
    select r.thing, 'what was released of it in a records request is still kept' from record r
      join records_released g on g.agency_id = r.agency_id and g.record_id = r.record_id
      where r.agency_id = decorum_agency() and r.thing = any (things) and r.disposed_in is null
        and g.request_id::text <> all (things)
    union all
    select q.request_id::text, 'it is not closed' from records_request q
      where q.agency_id = decorum_agency() and q.request_id::text = any (things)
        and q.state not in ('released', 'denied', 'deemed-denied', 'closed', 'appeal-decided');
end
$$;

-- What must go before a thing can, or with it, and what is still under way or in force.
create function things_hang(things text[], today date) returns table (thing text, because text)
stable language sql as $$
  with ids as (
    select coalesce(array_agg(t::uuid), '{}') as uuids from unnest(things) t
    where t ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  )
  select r.thing, 'Decorum does not know what to destroy of records of this kind'
    from record r where r.agency_id = decorum_agency() and r.thing = any (things)
      and not exists (select from payload() p where p.kind = r.kind)
  union all
  select r.thread, 'a comment under it is still kept' from record r
    where r.agency_id = decorum_agency() and r.thread = any (things) and r.thing <> r.thread
      and r.disposed_in is null and r.thing <> all (things)
  union all
  select h.comment_id::text, 'an appeal about it is still kept'
    from ids, hiding h join appeal a on a.agency_id = h.agency_id and a.subject_id = h.hiding_id
    where h.agency_id = decorum_agency() and h.comment_id = any (ids.uuids) and a.appeal_id <> all (ids.uuids)
  union all
  select a.subject_id::text, 'an appeal about it is still kept' from appeal a, ids
    where a.agency_id = decorum_agency() and a.subject_id = any (ids.uuids) and a.appeal_id <> all (ids.uuids)
  union all
  select g.thing, g.because from things_given(things) g
  union all
  select r.thing, 'the file that it was brought in is still kept'
    from record r join ledger_entry e on e.agency_id = r.agency_id and e.entry_id = r.record_id
      join record_import i on i.agency_id = e.agency_id and i.import_id::text = e.body::jsonb ->> 'importId'
    where r.agency_id = decorum_agency() and r.thing = any (things) and r.source <> 'ledger' and r.disposed_in is null
      and e.kind = 'records.brought' and i.import_id::text <> all (things)
  union all
  select p.corrects::text, 'a post that corrects it is still kept' from post p, ids
    where p.agency_id = decorum_agency() and p.corrects = any (ids.uuids) and p.post_id <> all (ids.uuids)
  union all
  select k.told_by::text, 'it tells of a post that is still kept' from recall_task k, ids
    where k.agency_id = decorum_agency() and k.told_by = any (ids.uuids) and k.post_id <> all (ids.uuids)
  union all
  select k.post_id::text, 'a recall of it is not done' from recall_task k, ids
    where k.agency_id = decorum_agency() and k.post_id = any (ids.uuids) and k.closed_at is null
  union all
  select r.person_key, 'a post of this recall is still kept'
    from ids, recall r join recall_task k using (agency_id, recall_id)
    where r.agency_id = decorum_agency() and r.person_key = any (things) and k.post_id <> all (ids.uuids)
  union all
  select d.subject_id, 'something of it is on its way, or waits for a person' from delivery d
    where d.agency_id = decorum_agency() and d.subject_kind in ('post', 'notice', 'comment')
      and d.subject_id = any (things) and d.state in ('waiting', 'sending', 'parked')
  union all
  select d.subject_id, 'what answers it is still kept'
    from delivery d join delivery o on o.agency_id = d.agency_id and o.reply_to = d.delivery_id
    where d.agency_id = decorum_agency() and d.subject_kind in ('post', 'notice', 'comment')
      and d.subject_id = any (things) and o.subject_id <> all (things)
  union all
  select c.media_id::text, 'what it is shown in is still kept'
    from media_copy c, ids
    where c.agency_id = decorum_agency() and c.media_id = any (ids.uuids) and c.sha256 in (
      select m[1] from (
        select n.content from post_content n, ids
          where n.agency_id = decorum_agency() and n.post_id <> all (ids.uuids)
        union all
        select n.content from notice_content n, ids
          where n.agency_id = decorum_agency() and n.notice_id <> all (ids.uuids)) shown,
        regexp_matches(shown.content, '[0-9a-f]{64}', 'g') m)
  union all
  select s.request_id::text, 'the page that it permits is still kept' from account_statement s, ids
    where s.agency_id = decorum_agency() and s.request_id = any (ids.uuids) and s.account_id <> all (ids.uuids)
  union all
  select p.sha256, 'the request that shows it is still kept' from request_picture p, ids
    where p.agency_id = decorum_agency() and p.sha256 = any (things) and p.request_id <> all (ids.uuids)
  union all
  select a.account_id::text, 'something that stood on the page is still kept' from account a, ids
    where a.agency_id = decorum_agency() and a.account_id = any (ids.uuids) and (
      exists (select from post_account p where p.agency_id = a.agency_id and p.account_id = a.account_id
        and p.post_id <> all (ids.uuids))
      or exists (select from comment c where c.account_id = a.account_id and c.agency_id = a.agency_id
        and c.comment_id <> all (ids.uuids))
      or exists (select from block b where b.agency_id = a.agency_id and b.account_id = a.account_id
        and b.block_id <> all (ids.uuids))
      or exists (select from keyword_filter f where f.agency_id = a.agency_id and f.account_id = a.account_id
        and f.filter_id <> all (ids.uuids))
      or exists (select from delivery d where d.agency_id = a.agency_id and d.account_id = a.account_id
        and d.subject_id <> all (things)))
  union all
  select a.version_id::text, 'no later order has taken its place' from order_adoption a, ids
    where a.agency_id = decorum_agency() and a.version_id = any (ids.uuids) and not exists (
      select from order_adoption l where l.agency_id = a.agency_id and l.effective > a.effective
        and l.effective <= today)
  union all
  select v.version_id::text, 'it is being prepared' from order_version v, ids
    where v.agency_id = decorum_agency() and v.version_id = any (ids.uuids) and v.state = 'draft'
  union all
  select p.post_id::text, 'it is under way' from post p, ids
    where p.agency_id = decorum_agency() and p.post_id = any (ids.uuids)
      and p.state in ('in-review', 'approved', 'publishing')
  union all
  select n.notice_id::text, 'it is in force, or under way' from notice n, ids
    where n.agency_id = decorum_agency() and n.notice_id = any (ids.uuids)
      and n.state in ('in-review', 'in-force', 'revising', 'revision-in-review')
  union all
  select r.request_id::text, 'it is not decided' from request r, ids
    where r.agency_id = decorum_agency() and r.request_id = any (ids.uuids) and r.state in (
      'awaiting-consent', 'awaiting-endorsement', 'awaiting-decision', 'stalled', 'with-counsel', 'on-appeal')
  union all
  select p.request_id::text, 'its permission is in force' from permission p, ids
    where p.agency_id = decorum_agency() and p.request_id = any (ids.uuids) and p.state = 'in-force'
      and (p.valid_to is null or p.valid_to >= today)
  union all
  select s.account_id::text, 'the page is licensed, or its licence is not decided'
    from ids, account_statement s join request r using (agency_id, request_id)
      left join permission p using (agency_id, request_id)
    where s.agency_id = decorum_agency() and s.account_id = any (ids.uuids) and (
      r.state in ('awaiting-consent', 'awaiting-endorsement', 'awaiting-decision', 'stalled', 'with-counsel', 'on-appeal')
      or (p.state = 'in-force' and (p.valid_to is null or p.valid_to >= today)))
  union all
  select r.report_id::text, 'nobody has closed it' from impostor_report r, ids
    where r.agency_id = decorum_agency() and r.report_id = any (ids.uuids) and r.state = 'open'
  union all
  select c.comment_id::text, 'counsel has not said a word on it' from comment c, ids
    where c.agency_id = decorum_agency() and c.comment_id = any (ids.uuids) and c.state = 'with-counsel'
  union all
  select a.appeal_id::text, 'it is not decided' from appeal a, ids
    where a.agency_id = decorum_agency() and a.appeal_id = any (ids.uuids) and a.state = 'waiting'
  union all
  select b.block_id::text, 'it is in force' from block b, ids
    where b.agency_id = decorum_agency() and b.block_id = any (ids.uuids) and b.state = 'in-force'
  union all
  select f.filter_id::text, 'it is in force, or not decided' from keyword_filter f, ids
    where f.agency_id = decorum_agency() and f.filter_id = any (ids.uuids) and f.state in ('proposed', 'in-force')
  union all
  select m.map_id::text, 'it is the map in use' from town_map m, ids
    where m.agency_id = decorum_agency() and m.map_id = any (ids.uuids)
      and m.map_id = (select map_id from town_map where agency_id = decorum_agency() order by map_id desc limit 1)
  union all
  select l.load_id::text, 'they are the figures in use' from crime_load l, ids
    where l.agency_id = decorum_agency() and l.load_id = any (ids.uuids)
      and l.load_id = (select load_id from crime_load where agency_id = decorum_agency() order by load_id desc limit 1)
$$;

-- Everything in the ledger that goes with things: their records, and what is none: tries of sending them, the work on them.
-- That somebody opened a thing is kept.
create function disposal_entries(things text[]) returns table (entry_id uuid) stable language sql as $$
  select r.record_id from record r
    where r.agency_id = decorum_agency() and r.thing = any (things) and r.disposed_in is null
  union
  select e.entry_id from ledger_entry e
    where e.agency_id = decorum_agency() and e.subject = any (things) and e.kind <> 'opened.open'
      and e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  union
  select e.entry_id from delivery d join ledger_entry e on e.agency_id = d.agency_id and e.subject = d.delivery_id::text
    where d.agency_id = decorum_agency() and d.subject_kind in ('post', 'notice', 'comment')
      and d.subject_id = any (things)
$$;

-- Why things of a list may not be disposed of on a day: one reason each; none for those that may.
create function things_fall(asked uuid, things text[], today date) returns table (thing text, because text)
stable language sql as $$
  with lines as (
    select l.* from disposition_line l
    where l.agency_id = decorum_agency() and l.disposition_id = asked and l.thing = any (things)
  ), kept as materialized (
    select * from things_kept(things)
  ), reasons as (
    select l.thing, 1 as n, 'it was disposed of already' as because
      from lines l left join kept k using (thing) where k.thing is null
    union all
    select l.thing, 2, coalesce(k.because, 'its period runs until ' || (k.over - 1)) from lines l
      join kept k using (thing) where k.over is null or k.over > today
    union all
    -- it is held: a records request touches it, litigation 26-cv-101
    select l.thing, 3, coalesce('it is held: ' || (
        select string_agg(distinct case h.matter when 'records-request' then 'a records request touches it'
          else replace(h.matter, '-', ' ') || coalesce(' ' || h.ref, '') end, ', ')
        from hold_line x join hold h on h.agency_id = x.agency_id and h.hold_id = x.hold_id
        where x.agency_id = r.agency_id
          and (x.what, x.id) in (values ('record', r.record_id::text), ('thing', r.thing), ('thread', r.thread))
          and not exists (select from hold_step s
            where s.agency_id = x.agency_id and s.hold_id = x.hold_id and s.move = 'confirm')), 'it is held')
      from lines l join record r on r.agency_id = l.agency_id and r.thing = l.thing and r.disposed_in is null
      where record_is_held(r.agency_id, r.record_id, r.thing, r.thread)
    union all
    select l.thing, 4, 'a record came to it after the list was made' from lines l
      join kept k using (thing) where not k.records <@ l.records or not l.records <@ k.records
    union all
    select l.thing, 5, 'its series was changed after the list was made' from lines l
      join kept k using (thing) where exists (
        select from unnest(k.series) i where not exists (
          select from disposition_series d join series s using (agency_id, series_id)
          where d.agency_id = l.agency_id and d.disposition_id = asked and d.series_id = i
            and (d.period, d.starts, d.authority) = (s.period, s.starts, s.authority)))
    union all
    select h.thing, 6, h.because from things_hang(things, today) h
  )
  select distinct on (r.thing) r.thing, r.because from reasons r order by r.thing, r.n
$$;

-- Takes from the list of what is kept those bytes that nothing names any more; they are removed once this is committed.
create function sweep_blobs(agency text, asked uuid, named text[], since timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  by_ record;
begin
  for by_ in
    select c.conrelid::regclass::text as rows_of, a.attname as column_ from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'blob'::regclass
  loop
    execute format('select coalesce(array_agg(h), ''{}'') from unnest($2) h
      where not exists (select from %s x where x.agency_id = $1 and x.%I = h)', by_.rows_of, by_.column_)
    into named using agency, named;
  end loop;
  -- Packages and what was given out name theirs in lists.
  select coalesce(array_agg(h), '{}') into named from unnest(named) h where h is not null
    and h not in (select unnest(p.parts) from production p where p.agency_id = agency and p.parts && named)
    and h not in (select m ->> 'sha256' from records_released g, jsonb_array_elements(g.media) m
      where g.agency_id = agency and g.media <> '[]' and m ? 'sha256');
  select coalesce(array_agg(h), '{}') into named from unnest(named) h where h not in (
    select unnest(r.media) from record r where r.agency_id = agency and r.media <> '{}' and r.media && named);
  with freed as (
    delete from blob b where b.agency_id = agency and b.sha256 = any (named) returning b.sha256)
  insert into blob_sweep (agency_id, disposition_id, sha256, since)
    select agency, asked, f.sha256, $4 from freed f;
end
$$;
revoke execute on function sweep_blobs from public;

-- Who is at it, in which transaction. Nobody but the owner can read or write it.
create table disposing (
  agency_id text not null references agency,
  disposition_id uuid not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (agency_id, disposition_id)
);
alter table disposing enable row level security;

-- Agencies whose time is told to them, as in a demonstration and in tests; all others dispose by the clock of the database.
create table told_time (
  agency_id text not null references agency,
  primary key (agency_id)
);
alter table told_time enable row level security;

-- Evidence is never changed, but by `dispose`, while it runs, in what the table of payload names; and by nothing else.
create or replace function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op in ('DELETE', 'UPDATE') and has_table_privilege('disposing', 'select') then
    if exists (select from disposing d where d.transaction = pg_current_xact_id() and d.agency_id = old.agency_id)
      and (tg_table_name in ('blob', 'disposition_fallen') or exists (select from payload() p where p.rows_of = tg_table_name))
    then
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end if;
  end if;
  raise exception 'evidence is never changed: % of % refused', tg_op, tg_table_name using errcode = '42501';
end
$$;

-- Destroys what a list of records names, and gives how many entries of the ledger went. The app's role has no other way
-- to remove evidence, and this one believes it nothing: signatures, notice, approval, periods, holds and what hangs on
-- the records are looked at here once more. `entry`: the entry of the ledger, written in this very transaction, that
-- names everything that goes. What is wrong is raised as DC001, and nothing is done.
create function dispose(asked uuid, at timestamptz, entry uuid) returns bigint
security definer language plpgsql set search_path = public, pg_temp as $$
declare
  agency text := decorum_agency();
  list disposition;
  rules jsonb;
  today date;
  things text[];
  ids uuid[];
  entries uuid[];
  named text[] := '{}';
  bytes_ text[];
  why text;
  row_ record;
  gone bigint;
begin
  if at > now() + interval '1 minute' and not exists (select from told_time t where t.agency_id = agency) then
    raise exception 'the time is ahead of the database''s' using errcode = 'DC001';
  end if;
  perform lock_holds(agency);
  select * into list from disposition d where d.agency_id = agency and d.disposition_id = asked for update;
  if list is null or list.state not in ('countersigned', 'notice-running') then
    raise exception 'no list of that id waits to be carried out' using errcode = 'DC001';
  end if;
  select (dispose.at at time zone a.zone)::date into today from agency a where a.agency_id = agency;
  select coalesce((select s.settings from disposition_settings s where s.agency_id = agency order by s.version desc limit 1),
    '{}') into rules;

  -- Two people, each with an entry of their own that was written before.
  if (select count(distinct s.by) from disposition_signature s
      join ledger_entry e on e.agency_id = s.agency_id and e.entry_id = s.entry_id
      where s.agency_id = agency and s.disposition_id = asked and e.made_by = s.by and e.subject = asked::text
        and e.kind = case s.signed_as when 'custodian' then 'dispositions.sign' else 'dispositions.countersign' end
        and e.written_in <> pg_current_xact_id()) <> 2 then
    raise exception 'two people have not signed the list' using errcode = 'DC001';
  end if;
  if coalesce(jsonb_typeof(rules -> 'notice'), 'null') <> 'null' and not exists (
      select from disposition_notice n where n.agency_id = agency and n.disposition_id = asked
        and n.until >= over_on(rules -> 'notice' ->> 'period', n.given_on) - 1)
    or exists (select from disposition_notice n where n.agency_id = agency and n.disposition_id = asked
      and n.until >= today) then
    raise exception 'its notice is not over' using errcode = 'DC001';
  end if;
  if coalesce((rules ->> 'needsApproval')::boolean, true) and not exists (
      select from disposition_approval p where p.agency_id = agency and p.disposition_id = asked) then
    raise exception 'the approval of the State is missing' using errcode = 'DC001';
  end if;
  if exists (
    select from (
      select n.given_on as day from disposition_notice n where n.agency_id = agency and n.disposition_id = asked
      union all
      select p.approved_on from disposition_approval p where p.agency_id = agency and p.disposition_id = asked) said
    join agency a on a.agency_id = agency where said.day < (list.proposed_at at time zone a.zone)::date) then
    raise exception 'its notice or its approval is older than the list' using errcode = 'DC001';
  end if;

  select h.title into why from hold_search_run w join hold h on h.agency_id = w.agency_id and h.hold_id = w.hold_id
    where w.agency_id = agency and w.captured < 0 and not exists (
      select from hold_step s where s.agency_id = agency and s.hold_id = w.hold_id and s.move = 'confirm') limit 1;
  if why is not null then
    raise exception 'what the hold “%” keeps is still looked for', why using errcode = 'DC001';
  end if;

  select coalesce(array_agg(l.thing), '{}') into things from disposition_line l
    where l.agency_id = agency and l.disposition_id = asked and not exists (
      select from disposition_fallen f where f.agency_id = agency and f.disposition_id = asked and f.thing = l.thing);
  if things = '{}' then
    raise exception 'nothing is left on the list' using errcode = 'DC001';
  end if;
  -- Nothing about these things changes from here on: not their series, and nobody adds to what they are.
  perform from series s where s.agency_id = agency and s.series_id in (
    select d.series_id from disposition_series d where d.agency_id = agency and d.disposition_id = asked) for share;
  select string_agg(f.thing || ': ' || f.because, '; ') into why
    from (select * from things_fall(asked, things, today) limit 3) f;
  if why is not null then
    raise exception '%', why using errcode = 'DC001';
  end if;

  select array_agg(e.entry_id order by e.entry_id) into entries from disposal_entries(things) e;
  if not exists (
    select from ledger_entry e where e.agency_id = agency and e.entry_id = entry and e.kind = 'records.disposed'
      and e.subject = asked::text and e.written_in = pg_current_xact_id()
      and (select array_agg(i::uuid order by i::uuid) from jsonb_array_elements_text(e.body::jsonb -> 'entries') i) = entries
  ) then
    raise exception 'the ledger does not say what is disposed of' using errcode = 'DC001';
  end if;
  if exists (
    select from unnest(entries) i where not exists (
      select from ledger_leaf l where l.agency_id = agency and l.entry_id = i)) then
    raise exception 'an entry has no place in the tree yet' using errcode = 'DC001';
  end if;

  insert into disposing (agency_id, disposition_id) values (agency, asked);
  select coalesce(array_agg(t::uuid), '{}') into ids from unnest(things) t
    where t ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  select coalesce(array_agg(distinct m), '{}') into named from record r, unnest(r.media) m
    where r.agency_id = agency and r.record_id = any (entries);
  for row_ in select * from payload() order by n loop
    continue when to_regclass(row_.rows_of) is null;
    if row_.blobs is not null then
      execute format('select coalesce(array_agg(s), ''{}'') from %I, unnest(%s) s where agency_id = $1 and (%s)',
        row_.rows_of, row_.blobs, row_.which) into bytes_ using agency, things, ids, entries;
      named := named || bytes_;
    end if;
    if row_.becomes is null then
      execute format('delete from %I where agency_id = $1 and (%s)', row_.rows_of, row_.which)
        using agency, things, ids, entries;
      if row_.rows_of = 'ledger_entry' then
        get diagnostics gone = row_count;
      end if;
    else
      execute format('update %I set %s where agency_id = $1 and (%s)', row_.rows_of, row_.becomes, row_.which)
        using agency, things, ids, entries;
    end if;
  end loop;
  update record r set words = '', author = null, people = '{}', media = '{}', ruling = null, digest = null,
    disposed_in = asked,
    thing = case when r.thing = any (ids::text[]) or r.thing ~ '^[0-9a-f]{64}$' then r.thing
      else 'disposed ' || r.record_id end,
    thread = case when r.thread = any (things) and r.thread <> all (ids::text[]) and r.thread !~ '^[0-9a-f]{64}$'
      then 'disposed ' || r.record_id else r.thread end
    where r.agency_id = agency and r.record_id = any (entries);
  perform sweep_blobs(agency, asked, named, at);
  update disposition d set state = 'carried-out', carried_out_at = at, entry_id = entry, version = d.version + 1
    where d.agency_id = agency and d.disposition_id = asked;
  delete from disposing d where d.agency_id = agency and d.disposition_id = asked;
  if gone <> cardinality(entries) then
    raise exception 'the ledger holds % of % entries', gone, cardinality(entries) using errcode = 'DC001';
  end if;
  return gone;
end
$$;
revoke execute on function dispose from public;
grant execute on function dispose to decorum_app;
