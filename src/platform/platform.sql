-- What every module stands on. Sections are appended, never edited; each runs once, in the order of its number.

-- migration 0001

-- The role of the app: it may read and add, change what is no evidence, and owns nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'decorum_app') then
    create role decorum_app nologin;
  end if;
end
$$;
grant usage on schema public to decorum_app;

-- The agency that a connection speaks for; set when the connection opens, and row-level security keys on it.
create function decorum_agency() returns text stable language sql
  as $$ select current_setting('decorum.agency', true) $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is never changed: % of % refused', tg_op, tg_table_name using errcode = '42501';
end
$$;

-- Row-level security holds the app's role to its agency. The owner, who migrates, backs up and imports in bulk, sees all.
-- Every table is one of two kinds. A table of state may be changed by the app; evidence is only ever added to.
create procedure keep_state(kept regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('create policy agency on %s using (agency_id = decorum_agency()) with check (agency_id = decorum_agency())', kept);
  execute format('grant select, insert, update, delete on %s to decorum_app', kept);
end
$$;
create procedure keep_evidence(kept regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('create policy agency on %s using (agency_id = decorum_agency()) with check (agency_id = decorum_agency())', kept);
  execute format('grant select, insert on %s to decorum_app', kept);
  execute format('create trigger never_changed before update or delete on %s for each row execute function refuse_change()', kept);
  execute format('create trigger never_emptied before truncate on %s for each statement execute function refuse_change()', kept);
  execute format('alter table %s enable always trigger never_changed', kept);
  execute format('alter table %s enable always trigger never_emptied', kept);
end
$$;

-- The agencies of this installation. A request finds its agency by the host it was sent to.
create table agency (
  agency_id text primary key check (agency_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  host text not null unique,
  zone text not null,
  created_at timestamptz not null
);
grant select on agency to decorum_app;

-- A command that was carried out, by the key its sender gave it: a repetition gets the same answer, once.
create table command_done (
  agency_id text not null references agency,
  key text not null,
  made_by text not null,
  name text not null,
  digest text not null,
  result text,
  at timestamptz not null,
  primary key (agency_id, made_by, key)
);
call keep_state('command_done');
-- The oldest are swept after thirty days.
create index command_done_by_age on command_done (agency_id, at);

-- What is kept as bytes: pictures, documents, letters. The bytes stand under their SHA-256 in the blob store.
create table blob (
  agency_id text not null references agency,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null,
  at timestamptz not null,
  primary key (agency_id, sha256)
);
call keep_evidence('blob');
