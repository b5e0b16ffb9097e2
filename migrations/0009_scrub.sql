-- What the scrub found when it last read a stored file: an export's, or a physical file of the records.
CREATE TABLE stored_file_checks (
  storage_key text PRIMARY KEY,
  checked_at timestamptz NOT NULL,
  -- NULL: it is as it was written.
  problem text
);
CREATE INDEX stored_file_checks_damaged ON stored_file_checks (storage_key) WHERE problem IS NOT NULL;
