-- The runs of a whole workspace, newest first, by status, by who started them, by definition and by when they completed: each filter has an
-- index in which its runs stand in the order of the list, so that a page is read from its beginning and the count from the index alone.
CREATE INDEX export_runs_of_workspace_by_status ON export_runs (workspace_id, status, created_at DESC, id DESC);
CREATE INDEX export_runs_of_workspace_by_creator ON export_runs (workspace_id, creator_id, created_at DESC, id DESC);
CREATE INDEX export_runs_of_workspace_by_definition ON export_runs (workspace_id, definition_id, created_at DESC, id DESC);
CREATE INDEX export_runs_of_workspace_by_completion ON export_runs (workspace_id, completed_at DESC, created_at DESC, id DESC)
  WHERE completed_at IS NOT NULL;

-- What each view has in the file, in the order of its members; null for runs that ended before this was kept.
ALTER TABLE export_runs ADD COLUMN views json;
