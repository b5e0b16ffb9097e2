-- Imports over HTTP: an upload, what a check has found, and what became of it.
CREATE TABLE imports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL UNIQUE,
  creator_id bigint NOT NULL REFERENCES users,
  name text NOT NULL,
  status text NOT NULL CHECK (status IN ('UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMPLETE', 'FAILED', 'ABORTED')),
  -- What was uploaded: where it is kept, what is in it, which columns stand for what. json, not jsonb: columns keep their order.
  upload json NOT NULL,
  -- Names the attempt that may still end the work; its process holds an advisory lock for as long as it lives.
  lease uuid,
  progress json,
  -- How many rows the last check has read.
  row_count bigint,
  summary json,
  problem_count integer NOT NULL DEFAULT 0,
  error_code integer,
  error_message text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- When the uploaded files were given up; they are removed from the storage then.
  removed_at timestamptz,
  CHECK ((lease IS NOT NULL) = (status IN ('CHECKING', 'COMMITTING')))
);
CREATE INDEX imports_newest ON imports (workspace_id, id DESC);
CREATE INDEX imports_at_work ON imports (id) WHERE status IN ('CHECKING', 'COMMITTING');
CREATE INDEX imports_kept ON imports (changed_at) WHERE removed_at IS NULL;

-- What was found to be wrong, in the order in which it was found.
CREATE TABLE import_problems (
  import_id bigint NOT NULL REFERENCES imports,
  number integer NOT NULL,
  file text,
  line integer,
  message text NOT NULL,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_problems_of_file ON import_problems (import_id, file, number);
