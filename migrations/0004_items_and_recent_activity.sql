-- Items are listed by number in code point order, whatever the collation of the database, and looked up by number without
-- regard to case: the two commonest requests of a client that reads records.
CREATE INDEX items_by_number ON items (workspace_id, number COLLATE "C");
CREATE INDEX items_number_folded ON items (workspace_id, fold(number));

-- Recent activity is the runs of a workspace, newest first.
CREATE INDEX export_runs_of_workspace ON export_runs (workspace_id, created_at DESC, id DESC);
