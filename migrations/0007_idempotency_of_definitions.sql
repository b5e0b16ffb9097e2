-- A key may stand for a definition too.
ALTER TABLE idempotency_keys
  ALTER COLUMN run_id DROP NOT NULL,
  ADD COLUMN definition_id bigint REFERENCES export_definitions,
  ADD CHECK (num_nonnulls(run_id, definition_id) = 1);
