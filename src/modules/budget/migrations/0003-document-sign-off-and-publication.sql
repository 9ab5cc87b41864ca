-- The document around the figures, who must anchor it, and what has been published.
create table budget.chapter (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  number text not null check (length(number) between 1 and 20),
  title text not null check (length(title) between 1 and 200),
  public_board_id uuid,
  -- Markdown; amounts and tables stand in it as references to the data.
  text text not null default '',
  position integer not null,
  revision integer not null default 1,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id, public_board_id) references budget.public_board (organisation_id, book_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create index chapter_version on budget.chapter (organisation_id, version_id, position);

create table budget.assignment (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  -- As printed in the source (`A03-07`), or empty: then it is numbered per board when shown.
  source_key text not null default '',
  chapter text,
  kind text not null check (length(kind) between 1 and 60),
  -- What it is about, in a few words.
  theme text not null default '',
  text text not null check (length(text) between 1 and 4000),
  amounts text not null default '',
  due_year integer check (due_year between 1900 and 2200),
  condition text not null default '',
  position integer not null,
  revision integer not null default 1,
  source_line integer,
  removed_at timestamptz,
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create index assignment_version on budget.assignment (organisation_id, version_id, position);

create table budget.assignment_body (
  organisation_id uuid not null,
  assignment_id uuid not null,
  part text not null check (part in ('responsible', 'consulted')),
  name text not null check (length(name) between 1 and 200),
  book_id uuid not null,
  public_board_id uuid,
  position integer not null,
  primary key (organisation_id, assignment_id, part, name),
  foreign key (organisation_id, book_id, assignment_id) references budget.assignment (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id, public_board_id) references budget.public_board (organisation_id, book_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- The bodies that must anchor a version before it is ready, and what each of them said.
create table budget.sign_off_body (
  organisation_id uuid not null,
  version_id uuid not null,
  body_id uuid not null,
  book_id uuid not null,
  body_name text not null,
  position integer not null,
  primary key (organisation_id, version_id, body_id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

create table budget.sign_off (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  body_id uuid not null,
  decision text not null check (decision in ('approved', 'returned')),
  -- The day the body decided, and where that is written.
  decided_on date not null,
  reference text not null default '',
  note text not null default '',
  -- What was said yes to: the content as a fingerprint, so that a later change is seen.
  content_fingerprint text not null,
  recorded_at timestamptz not null,
  recorded_by text,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);
create index sign_off_version on budget.sign_off (organisation_id, version_id, recorded_at desc);

-- Each step of a version's life; an override of missing sign-offs says why.
create table budget.state_change (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  from_state text not null,
  to_state text not null,
  override_reason text,
  changed_at timestamptz not null,
  changed_by text,
  changed_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id) on delete cascade,
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id) on delete cascade
);

-- What has been published, edition by edition. An edition never changes: a new one is a new row. One that has been
-- withdrawn keeps its address, which says so.
create table budget.publication (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  version_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  edition integer not null check (edition > 0),
  title text not null,
  -- The version's name and state when it was published.
  version_name text not null,
  state text not null,
  -- What was published, as a fingerprint, so that a later change of the version is seen.
  content_fingerprint text not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Why, in words for the public.
  withdrawn_note text not null default '',
  primary key (organisation_id, id),
  -- So that a part can be tied to its book and to this at once.
  unique (organisation_id, book_id, id),
  unique (organisation_id, slug, edition),
  foreign key (organisation_id, book_id, version_id) references budget.version (organisation_id, book_id, id),
  foreign key (organisation_id, book_id) references budget.book (organisation_id, id)
);

-- Everything the public pages show, frozen.
create table budget.publication_content (
  organisation_id uuid not null,
  publication_id uuid not null,
  book_id uuid not null,
  content jsonb not null,
  primary key (organisation_id, publication_id),
  foreign key (organisation_id, book_id, publication_id) references budget.publication (organisation_id, book_id, id)
);

-- The files to download, rendered once; the bytes lie in the file store under their hash.
create table budget.publication_file (
  organisation_id uuid not null,
  publication_id uuid not null,
  format text not null check (format in ('pdf', 'docx', 'xlsx', 'csv', 'json')),
  book_id uuid not null,
  name text not null,
  media_type text not null,
  byte_count bigint not null check (byte_count >= 0),
  sha256 text not null check (length(sha256) = 64),
  primary key (organisation_id, publication_id, format),
  foreign key (organisation_id, book_id, publication_id) references budget.publication (organisation_id, book_id, id)
);

-- Who published and withdrew what, and why it was not waited for; for the office, not for the public.
create table budget.publication_event (
  organisation_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  publication_id uuid not null,
  what text not null check (what in ('published', 'withdrawn')),
  reason text not null default '',
  happened_at timestamptz not null,
  done_by text,
  done_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, book_id, publication_id) references budget.publication (organisation_id, book_id, id)
);

select budget.secure_part_of_book('budget.chapter', 'select, insert, update');
select budget.secure_part_of_book('budget.assignment', 'select, insert, update');
select budget.secure_part_of_book('budget.assignment_body', 'select, insert, delete');
select budget.secure_part_of_book('budget.sign_off_body', 'select, insert, delete');
select budget.secure_part_of_book('budget.sign_off', 'select, insert');
select budget.secure_part_of_book('budget.state_change', 'select, insert');
select budget.secure_part_of_book('budget.publication', 'select, insert, update');
select budget.secure_part_of_book('budget.publication_content', 'select, insert');
select budget.secure_part_of_book('budget.publication_file', 'select, insert');
select budget.secure_part_of_book('budget.publication_event', 'select, insert');

-- That something is published, or has been, is for everybody; what it says, only while it is not withdrawn.
create policy public on budget.publication for select
  using (organisation_id = (select kansli.organisation_id()));
create policy public on budget.publication_content for select
  using (
    organisation_id = (select kansli.organisation_id())
    and publication_id in (select id from budget.publication where withdrawn_at is null)
  );
create policy public on budget.publication_file for select
  using (
    organisation_id = (select kansli.organisation_id())
    and publication_id in (select id from budget.publication where withdrawn_at is null)
  );
