-- Public records: what the ledger holds, made findable; saved searches; what was brought from before.

-- migration 0014

create extension if not exists unaccent with schema public;

-- Words as they are searched: small letters, no accents, no stemming; names and quotes are found as they were written.
create text search configuration record_words (copy = simple);
alter text search configuration record_words
  alter mapping for hword, hword_part, word, asciihword, hword_asciipart, asciiword with public.unaccent, simple;

-- Quotation marks as everybody types them; other signs, arrows and pictures (emoji) are no part of a word. Where the
-- database's locale is C, PostgreSQL takes every sign beyond ASCII for a letter.
create function record_plain(words text) returns text immutable strict parallel safe language sql as $$
  select case when octet_length(words) = length(words) then words else
    regexp_replace(
      translate(words, '“”„‟«»’‘‚‛ʼ', ''''''''''''),
      '[\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u303f\ufe00-\ufe0f\uff01-\uff0f\U0001f000-\U0001faff]',
      ' ', 'g')
  end
$$;

-- A record is an entry of the ledger, and has its id. The row can be made anew from the ledger at any time; the app may
-- add rows and say what series they belong to, and nothing else. What a search looks at in every row stands first: to
-- reach the twentieth column, PostgreSQL measures the nineteen before it.
create table record (
  record_id uuid not null,
  at timestamptz not null,
  agency_id text not null references agency,
  tsv tsvector not null generated always as (to_tsvector('record_words', record_plain(words))) stored,
  kind text not null,
  event text not null,
  thing text not null,
  thread text not null,
  account_id uuid,
  made_by text not null,
  author text,
  people text[] not null,
  words text not null,
  media text[] not null,
  ruling text,
  moderation text check (moderation in ('shown', 'hidden', 'restored', 'deleted')),
  source text not null check (source in ('ledger', 'facebook', 'instagram', 'x', 'youtube', 'web')),
  access text not null check (access in ('open', 'office', 'personnel')),
  series_id text,
  series_why text,
  -- The disposition that destroyed its words.
  disposed_in uuid,
  -- By this what was brought from before is known again.
  digest text,
  primary key (agency_id, record_id)
);
alter table record enable row level security;
create policy agency on record using (agency_id = decorum_agency()) with check (agency_id = decorum_agency());
grant select, insert, update (series_id, series_why) on record to decorum_app;

-- With PostgreSQL's own number of statistics, a rare word looks common above a million rows, and the whole table is
-- read backwards for it.
alter table record alter column tsv set statistics 1000;

-- The indexes that a large import builds anew when all is in. Made where they lack; one that was cut off leaves none.
create procedure make_record_indexes() language sql as $$
  create index if not exists record_words on record using gin (tsv)
    with (fastupdate = on, gin_pending_list_limit = 2048);
  create index if not exists record_people on record using gin (people);
  create index if not exists record_newest on record (agency_id, at desc, record_id desc);
  create index if not exists record_at on record using brin (at) with (autosummarize = on);
  create index if not exists record_of_account on record (agency_id, account_id, at desc, record_id desc)
    where account_id is not null;
  create index if not exists record_of_kind on record (agency_id, kind, at desc, record_id desc);
  create index if not exists record_made_by on record (agency_id, made_by, at desc, record_id desc);
  create index if not exists record_of_thing on record (agency_id, thing, at, record_id);
  create index if not exists record_of_thread on record (agency_id, thread, at, record_id);
  create index if not exists record_with_moderation on record (agency_id, moderation, at desc, record_id desc)
    where moderation is not null;
  create index if not exists record_of_series on record (agency_id, series_id, at);
$$;
call make_record_indexes();

-- How far the ledger was read: every entry below this place of the tree is a record, or is none.
create table record_cursor (
  agency_id text not null references agency,
  next_index bigint not null,
  -- The version of the table of kinds that it was read by: another one, and the ledger is read anew.
  kinds text not null,
  read_at timestamptz not null,
  primary key (agency_id)
);
call keep_state('record_cursor');

-- What somebody typed, as a query: words, "phrases", -without, this or that, begin*. The star is carried through the
-- reading by letters that nobody writes.
create function record_query(words text) returns tsquery immutable strict parallel safe language sql
as $$
  select regexp_replace(
    websearch_to_tsquery('record_words', regexp_replace(record_plain(words), '([^[:space:][:punct:]])\*', '\1zqjxqz', 'g'))::text,
    '([^''])zqjxqz''(?!'')', '\1'':*', 'g')::tsquery
$$;

-- The conditions of a search on `record r`. `asked` names what is asked; every value stays in it, none goes into the text.
create function record_conditions(asked jsonb) returns text immutable strict language sql as $$
  select concat_ws(' and ',
    'r.agency_id = $7',
    case when asked ? 'words' then 'r.tsv @@ $2' end,
    case when asked ? 'people' then 'r.people && $3' end,
    case when asked ? 'account' then 'r.account_id = ($1 ->> ''account'')::uuid' end,
    case when asked ? 'kinds' then 'r.kind = any ($4)' end,
    case when asked ? 'event' then 'r.event = $1 ->> ''event''' end,
    case when asked ? 'from' then 'r.at >= ($1 ->> ''from'')::timestamptz' end,
    case when asked ? 'until' then 'r.at < ($1 ->> ''until'')::timestamptz' end,
    case when asked ? 'ruling' then 'r.ruling = $1 ->> ''ruling''' end,
    -- What was hidden, restored or deleted is found whole: its words stand in one record, what was done in another.
    case when asked ->> 'moderation' = 'shown' then 'r.moderation = ''shown'''
      when asked ? 'moderation' then 'r.thing in (select m.thing from record m where m.agency_id = $7
        and m.moderation = $1 ->> ''moderation''' || case when asked ? 'classes'
        then ' and (m.access = any ($5) or m.made_by = $1 ->> ''own''))' else ')' end end,
    case when asked ? 'source' then 'r.source = $1 ->> ''source''' end,
    case when asked ->> 'series' = 'none' then 'r.series_id is null'
      when asked ? 'series' then 'r.series_id = $1 ->> ''series''' end,
    case when asked ? 'held' then case when (asked ->> 'held')::boolean then '' else 'not ' end
      || 'record_is_held(r.agency_id, r.record_id, r.thing, r.thread)' end,
    case when asked ? 'since' then 'r.record_id > ($1 ->> ''since'')::uuid' end,
    case when asked ? 'classes' then '(r.access = any ($5) or r.made_by = $1 ->> ''own'')' end,
    case when asked ? 'beforeAt'
      then '(r.at, r.record_id) < (($1 ->> ''beforeAt'')::timestamptz, ($1 ->> ''beforeId'')::uuid)' end)
$$;

create function texts_of(list jsonb) returns text[] immutable language sql
  as $$ select array(select jsonb_array_elements_text(coalesce(list, '[]'))) $$;

-- Row-level security keeps PostgreSQL from using the index of words for the app's role: what it matches by is not known
-- to leak nothing. So the owner searches, in the agency that the connection speaks for, and each search is planned for
-- its very words.
-- A page elsewhere costs hardly more than the next one: they stand in memory, or on a disk without arms.
create function find_records(asked jsonb, most int) returns table (record_id uuid, at timestamptz)
volatile security definer language plpgsql set search_path = public, pg_temp set random_page_cost = 1.1 as $$
declare
  agency text := decorum_agency();
  words tsquery := record_query(asked ->> 'words');
  people text[] := texts_of(asked -> 'people');
  kinds text[] := texts_of(asked -> 'kinds');
  classes text[] := texts_of(asked -> 'classes');
  conditions text := record_conditions(asked);
  place text := record_conditions(coalesce(
    (select jsonb_object_agg(key, value) from jsonb_each(asked) where key in ('until', 'beforeAt', 'beforeId')), '{}'));
  -- How many rows there are; of the newest how many were looked through, in how many all the words stand, how many match.
  n real := (select reltuples from pg_class where oid = 'record'::regclass);
  newest int := 1000;
  newest_first text := 'r.at desc';
  standing real;
  matched real;
  ids uuid[];
  times timestamptz[];
  plan jsonb;
  expected real;
  -- Hundredths of the records by their time, and in which of them the search begins.
  bounds timestamptz[];
  top int;
begin
  -- PostgreSQL knows how often a word is written, and not how often two stand together. It takes them for strangers and a
  -- phrase for its words wherever they stand: it would look up every stop for "traffic stop", and walk through the whole
  -- table for two common words that nobody writes one after the other. So it is tried on the newest: as long as that seems
  -- to cost less than looking up, more of them are walked through; to look up one costs as much as to walk past four.
  if numnode(words) > 1 then
    execute format(
      'select count(*) / $8::real, count(*) filter (where r.tsv @@ $9)
        from (select r.* from record r where %s order by r.at desc, r.record_id desc limit $8) r where %s', place, conditions)
    into standing, matched
    using asked, regexp_replace(words::text, '<(-|\d+)>', '&', 'g')::tsquery, people, kinds, classes, most, agency,
      newest, words;
    -- None in so many is taken for half a one.
    while 4 * n * standing * greatest(matched, 0.5) / newest > most loop
      newest := newest * case when matched < 4 then 4 else 3 * most / matched end;
      execute format(
        'select array_agg(record_id), array_agg(at), count(*) from (select r.record_id, r.at
          from (select r.* from record r where %s order by r.at desc, r.record_id desc limit $8) r
          where %s order by r.at desc, r.record_id desc limit $6) found', place, conditions)
      into ids, times, matched
      using asked, words, people, kinds, classes, most, agency, newest;
      if matched = most then
        return query select * from unnest(ids, times);
        return;
      end if;
    end loop;
    -- An order that no index has is not walked in.
    newest_first := 'r.at + interval ''0'' desc';
  end if;
  -- Of a word that some thousands of records hold, those are looked up that lie where the newest do.
  if numnode(words) = 1 and words::text not like '%:*'
    and asked - '{words,classes,own,until,beforeAt,beforeId}'::text[] = '{}' then
    execute 'explain (format json) select from record r where ' || conditions
    into plan
    using asked, words, people, kinds, classes, most, agency;
    expected := (plan #>> '{0,Plan,Plan Rows}')::real;
    if expected between 20 * most and n / 50 then
      bounds := (select histogram_bounds::text::timestamptz[] from pg_stats
        where schemaname = 'public' and tablename = 'record' and attname = 'at');
      top := width_bucket(least((asked ->> 'until')::timestamptz, (asked ->> 'beforeAt')::timestamptz, 'infinity'), bounds);
      execute format(
        'select array_agg(record_id), array_agg(at), count(*) from (select r.record_id, r.at from record r
          where %s and r.at >= $8 order by r.at desc, r.record_id desc limit $6) found', conditions)
      into ids, times, matched
      using asked, words, people, kinds, classes, most, agency, bounds[top - ceil(3 * most * top / expected)::int];
      if matched = most then
        return query select * from unnest(ids, times);
        return;
      end if;
    end if;
  end if;
  return query execute format(
    'select r.record_id, r.at from record r where %s order by %s, r.record_id desc limit $6', conditions, newest_first)
  using asked, words, people, kinds, classes, most, agency;
end
$$;

-- How many there are, counted up to `most`. Where there seem to be three times as many, places of the table are looked at
-- by lot: that so many of them match while there are not `most` happens less than once in a billion times.
create function count_records(asked jsonb, most int) returns bigint
volatile security definer language plpgsql set search_path = public, pg_temp as $$
declare
  agency text := decorum_agency();
  words tsquery := record_query(asked ->> 'words');
  people text[] := texts_of(asked -> 'people');
  kinds text[] := texts_of(asked -> 'kinds');
  classes text[] := texts_of(asked -> 'classes');
  conditions text := record_conditions(asked);
  plan jsonb;
  looks int := 2500;
  pages bigint := pg_relation_size('record') / current_setting('block_size')::int;
  -- Of each page the first rows, as many as most pages have; what stands behind them only makes more.
  rows_drawn int := (select greatest(1, floor(reltuples / greatest(relpages, 1))) from pg_class
    where oid = 'record'::regclass);
  -- What would be drawn of just `most`, on the average.
  few real := looks::real * most / greatest(1, pages * rows_drawn);
  counted bigint;
begin
  execute 'explain (format json) select from record r where ' || conditions
  into plan
  using asked, words, people, kinds, classes, most, agency;
  if (plan #>> '{0,Plan,Plan Rows}')::bigint > 3 * most then
    execute 'select count(*) from record r where r.ctid = any ($8) and ' || conditions
    into counted
    using asked, words, people, kinds, classes, most, agency,
      array(select format('(%s,%s)', floor(random() * pages), 1 + floor(random() * rows_drawn))::tid
        from generate_series(1, looks));
    if counted > few + 6 * sqrt(few) + 6 then return most; end if;
  end if;
  execute format('select count(*) from (select from record r where %s limit $6) as found', conditions)
  into counted
  using asked, words, people, kinds, classes, most, agency;
  return counted;
end
$$;
revoke execute on function find_records, count_records from public;
grant execute on function find_records, count_records to decorum_app;

-- A search that somebody keeps for themselves.
create table record_search (
  agency_id text not null references agency,
  search_id uuid not null,
  member_id text not null,
  name text not null,
  query jsonb not null,
  made_at timestamptz not null,
  primary key (agency_id, search_id),
  foreign key (agency_id, member_id) references member
);
call keep_state('record_search');
create index record_search_of_member on record_search (agency_id, member_id, name);

-- A file of what stood before: an account's export, a web archive. The file itself is kept as it came, as a blob.
create table record_import (
  agency_id text not null references agency,
  import_id uuid not null,
  source text check (source in ('facebook', 'instagram', 'x', 'youtube', 'web')),
  account_id uuid,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  state text not null check (state in ('waiting', 'reading', 'done', 'failed')),
  added bigint not null,
  known bigint not null,
  -- What could not be read, the first hundred, and how many in all.
  faults jsonb not null,
  faulty bigint not null,
  -- Up to where it was read: whole files, items of the next one; bytes of whole files, and of all.
  at_file int not null,
  at_item bigint not null,
  read_bytes bigint not null,
  all_bytes bigint not null,
  because text,
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- Who reads it, and until when nobody else does.
  worker uuid,
  lease_until timestamptz,
  primary key (agency_id, import_id),
  foreign key (agency_id, sha256) references blob,
  foreign key (agency_id, account_id) references account
);
call keep_state('record_import');
create index record_import_open on record_import (agency_id, import_id) where state in ('waiting', 'reading');
