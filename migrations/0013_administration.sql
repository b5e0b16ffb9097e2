-- What people see of sessions, and figures of a workspace by days.

-- A session is named in lists by its GUID: its token, hashed or not, never leaves the database. The address is the one that it was opened from.
ALTER TABLE sessions
  ADD COLUMN guid text NOT NULL DEFAULT upper(left(replace(gen_random_uuid()::text, '-', ''), 20)) UNIQUE,
  ADD COLUMN address inet;

-- Runs of a workspace by their time, newest first, with all that is counted of them: a day of figures is read in this index alone.
CREATE INDEX export_runs_by_time ON export_runs (workspace_id, created_at DESC, id DESC) INCLUDE (status, completed_at);
DROP INDEX export_runs_of_workspace;

-- Storage keys of run files begin with exports/<workspace>/: so bytes are summed without the million rows of their runs.
ALTER TABLE export_run_files ADD COLUMN workspace_id bigint
  GENERATED ALWAYS AS (CASE WHEN storage_key ~ '^exports/[0-9]{9}/' THEN split_part(storage_key, '/', 2)::bigint END) STORED;
CREATE INDEX export_run_files_bytes ON export_run_files (workspace_id, created_at) INCLUDE (size_bytes, removed_at);
