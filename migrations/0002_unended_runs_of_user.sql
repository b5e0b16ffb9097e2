-- How many runs of a user have not ended is asked at each POST when a limit is set.
CREATE INDEX export_runs_unended_of_user ON export_runs (creator_id) WHERE status IN ('CREATED', 'RUNNING');
