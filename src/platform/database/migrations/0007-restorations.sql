-- The backups that this database was restored from. Written in the same transaction as what they held, so that a
-- start can tell whether an interrupted restore came to its end.
create table kansli.restoration (
  id uuid primary key,
  restored_at timestamptz not null default now(),
  backup_created_at timestamptz not null,
  backup_sha256 text not null check (length(backup_sha256) = 64)
);
