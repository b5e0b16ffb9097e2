-- Keys that clients gave to accepted runs (header Idempotency-Key): the same request with the same key gets the same run.
CREATE TABLE idempotency_keys (
  user_id bigint NOT NULL REFERENCES users,
  key text NOT NULL,
  -- SHA-256 of what was asked for.
  fingerprint bytea NOT NULL,
  run_id bigint NOT NULL REFERENCES export_runs,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
