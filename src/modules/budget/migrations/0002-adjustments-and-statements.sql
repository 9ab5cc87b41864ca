-- Our differences from the base proposal, and what follows from them.
create table budget.adjustment (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  -- Whose appropriation, or the unit whose result requirement; null for financing.
  public_board_id uuid,
  kind text not null check (kind in ('reform', 'saving', 'income', 'financing', 'resultRequirement')),
  label text not null check (length(label) between 1 and 300),
  recurring boolean not null default true,
  rationale text not null default '',
  part text,
  statement_role text,
  chapter text,
  -- The adjustment of the parent version that this one was copied from when a scenario was branched off.
  origin_id uuid,
  -- The printed row it was read from: with the row's own figures the base is found again, whatever is edited here.
  printed_key text,
  position integer not null,
  -- Goes up with every change of the row itself, so that two people never overwrite each other unseen.
  revision integer not null default 1,
  source_line integer,
  removed_at timestamptz,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade,
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id, public_board_id) references budget.public_board (organisation_id, book_id, id),
  check ((kind = 'financing') = (public_board_id is null))
);
create index adjustment_version on budget.adjustment (organisation_id, version_id, position);

create table budget.adjustment_amount (
  organisation_id uuid not null,
  adjustment_id uuid not null,
  year integer not null,
  book_id uuid not null,
  -- Null is a blank cell, which is not 0. The row stays, so that its revision does.
  amount numeric,
  printed text,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text,
  changed_by_name text not null,
  primary key (organisation_id, adjustment_id, year),
  foreign key (organisation_id, book_id, adjustment_id) references budget.adjustment (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create index adjustment_amount_book on budget.adjustment_amount (organisation_id, book_id);

create table budget.adjustment_link (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  adjustment_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  address text not null check (address ~ '^(https?://|/)'),
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, adjustment_id) references budget.adjustment (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- What a tenth of a percentage point of tax brings: the tax base by year, and our steps against the base proposal.
create table budget.tax_base (
  organisation_id uuid not null,
  version_id uuid not null,
  year integer not null,
  book_id uuid not null,
  amount numeric,
  revision integer not null default 1,
  primary key (organisation_id, version_id, year),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- What the result of a year must be at least: the council's own target; the bare law asks for 0.
create table budget.result_requirement (
  organisation_id uuid not null,
  version_id uuid not null,
  year integer not null,
  book_id uuid not null,
  amount numeric,
  revision integer not null default 1,
  primary key (organisation_id, version_id, year),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

create table budget.tax_step (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  label text not null check (length(label) between 1 and 300),
  position integer not null,
  -- {"2025": "15"}: öre by year; a year that is not there is blank.
  ore jsonb not null,
  -- The step of the parent version that this one was copied from.
  origin_id uuid,
  revision integer not null default 1,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- A figure written by hand over a derived one. Withdrawn, not removed.
create table budget.statement_override (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  table_key text not null,
  row_key text not null,
  column_key text not null,
  value numeric,
  note text not null check (length(note) between 1 and 1000),
  made_at timestamptz not null,
  made_by text,
  made_by_name text not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create unique index statement_override_cell
  on budget.statement_override (organisation_id, version_id, table_key, row_key, column_key)
  where withdrawn_at is null;

-- Who changed what and when, cell by cell; only ever added to.
create table budget.edit (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  subject_kind text not null check (subject_kind in ('adjustment', 'amount', 'tax', 'override', 'assignment', 'chapter', 'row', 'version')),
  subject_id text not null,
  field text not null,
  before text,
  after text,
  changed_at timestamptz not null,
  changed_by text,
  changed_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create index edit_subject on budget.edit (organisation_id, book_id, subject_id, changed_at desc);
create index edit_version on budget.edit (organisation_id, version_id, changed_at desc);

-- A finding somebody has looked at and can explain. It lapses by itself when the figures change.
create table budget.finding_acceptance (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  finding_id text not null,
  fingerprint text not null,
  note text not null check (length(note) between 1 and 2000),
  accepted_at timestamptz not null,
  accepted_by text,
  accepted_by_name text not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create unique index finding_acceptance_one
  on budget.finding_acceptance (organisation_id, version_id, finding_id, fingerprint)
  where withdrawn_at is null;

select budget.secure_part_of_book('budget.adjustment', 'select, insert, update');
select budget.secure_part_of_book('budget.adjustment_amount', 'select, insert, update');
select budget.secure_part_of_book('budget.adjustment_link', 'select, insert, update, delete');
select budget.secure_part_of_book('budget.tax_base', 'select, insert, update');
select budget.secure_part_of_book('budget.result_requirement', 'select, insert, update');
select budget.secure_part_of_book('budget.tax_step', 'select, insert, update');
select budget.secure_part_of_book('budget.statement_override', 'select, insert, update');
select budget.secure_part_of_book('budget.edit', 'select, insert');
select budget.secure_part_of_book('budget.finding_acceptance', 'select, insert, update');
