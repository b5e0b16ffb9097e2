-- Which moment of the records a run has exported.
ALTER TABLE export_runs ADD COLUMN snapshot_at timestamptz;

-- Wrong passwords in a row, for addresses of nobody too: the answers tell nobody which addresses are known.
CREATE TABLE login_failures (
  email text PRIMARY KEY,
  failures integer NOT NULL,
  locked_until timestamptz,
  last_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX login_failures_last ON login_failures (last_at);
