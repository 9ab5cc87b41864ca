-- A budget book and what is printed in it. Printed figures are kept as they stood and never overwritten.
create schema budget;
grant usage on schema budget to kansli_app;

create table budget.book (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (length(title) between 1 and 200),
  jurisdiction text not null check (length(jurisdiction) between 1 and 200),
  budget_year integer not null check (budget_year between 1900 and 2200),
  plan_years integer[] not null,
  amount_unit text not null check (amount_unit in ('kr', 'tkr', 'mnkr', 'mdkr')),
  decimals integer not null check (decimals between 0 and 6),
  -- Goes up with every change of anything in the book: what is computed from it is kept by this number.
  revision bigint not null default 1,
  created_at timestamptz not null,
  created_by text,
  archived_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);

-- Whose money: the public boards that get appropriations, and units that have a result requirement of their own.
create table budget.public_board (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  kind text not null check (kind in ('publicBoard', 'unit')),
  name text not null check (length(name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  unique (organisation_id, book_id, slug),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- One budget in the book: the base proposal, ours, somebody else's, or a scenario branched from another.
create table budget.version (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('base', 'own', 'other', 'scenario')),
  -- Who stands behind it, in their own words.
  party text not null default '',
  parent_id uuid,
  state text not null default 'draft' check (state in ('draft', 'ready', 'adopted', 'archived')),
  cash_policy text not null default 'loans' check (cash_policy in ('cash', 'loans')),
  position integer not null,
  -- Goes up when something is read in or corrected: what is computed from the printed figures alone is kept by it.
  printed_revision integer not null default 0,
  created_at timestamptz not null,
  created_by text,
  -- The content as it was when a scenario was branched off: what both sides changed since is seen against it.
  branch_snapshot jsonb,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  unique (organisation_id, book_id, slug),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade,
  foreign key (organisation_id, book_id, parent_id) references budget.version (organisation_id, book_id, id),
  check (kind <> 'scenario' or parent_id is not null)
);

-- What has been read in, from which files: the same content twice changes nothing.
create table budget.import_run (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  files jsonb not null,
  fingerprint text not null,
  table_count integer not null,
  cell_count integer not null,
  imported_at timestamptz not null,
  imported_by text,
  imported_by_name text not null,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade,
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade
);
create index import_run_book on budget.import_run (organisation_id, book_id, imported_at desc);

create table budget.printed_table (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  import_id uuid not null,
  key text not null,
  title text not null,
  kind text not null,
  chapter text,
  body text,
  unit text not null,
  source text,
  position integer not null,
  -- [{key, label, kind, year, compares, shift}], in the order of every row's cells.
  columns jsonb not null,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  unique (organisation_id, version_id, key),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade,
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id, import_id) references budget.import_run (organisation_id, book_id, id) on delete cascade
);

create table budget.printed_row (
  organisation_id uuid not null,
  table_id uuid not null,
  key text not null,
  book_id uuid not null,
  position integer not null,
  label text not null,
  section text,
  level integer not null,
  kind text not null check (kind in ('line', 'sum', 'ofWhich', 'memo')),
  of_which_complete boolean,
  role text,
  role_origin text not null check (role_origin in ('recognised', 'corrected')),
  unit text not null,
  source_line integer,
  -- One place a column: null, or {value, printed, decimals, unit, sourceLine}; amounts are texts, never floats.
  cells jsonb not null,
  primary key (organisation_id, table_id, key),
  foreign key (organisation_id, book_id, table_id) references budget.printed_table (organisation_id, book_id, id) on delete cascade
);
create index printed_row_book on budget.printed_row (organisation_id, book_id);

-- The draft is seen in the units of one's grants; what belongs to a book is seen by those who see the book.
alter table budget.book enable row level security;
create policy scope on budget.book
  using (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[]))
  )
  with check (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[]))
  );
grant select, insert, update on budget.book to kansli_app;

-- Is an address taken by any book of the organisation, also one that the caller may not see? Says nothing else of it.
create function budget.book_slug_taken(wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (
    select from budget.book where organisation_id = kansli.organisation_id() and slug = wanted
  ) $$;

-- Every table of the book gets the same policy; called by this and later migrations.
create function budget.secure_part_of_book(part regclass, privileges text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', part);
  execute format(
    'create policy book on %s
       using (organisation_id = (select kansli.organisation_id()) and book_id in (select id from budget.book))
       with check (organisation_id = (select kansli.organisation_id()) and book_id in (select id from budget.book))',
    part
  );
  execute format('grant %s on %s to kansli_app', privileges, part);
end
$$;

select budget.secure_part_of_book('budget.public_board', 'select, insert, update, delete');
select budget.secure_part_of_book('budget.version', 'select, insert, update, delete');
select budget.secure_part_of_book('budget.import_run', 'select, insert, delete');
select budget.secure_part_of_book('budget.printed_table', 'select, insert, delete');
select budget.secure_part_of_book('budget.printed_row', 'select, insert, update, delete');
