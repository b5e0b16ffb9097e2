-- Who did what and from where, from where a workspace may be used, and wrong logins by client address.

-- Rows are added, never changed, and kept for ever. What a row says of people stands in it, whatever becomes of them.
CREATE TABLE audit_trail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  guid text NOT NULL,
  -- When the row was written: who reads on from the last row that he has must not miss one of a long transaction.
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- NULL: an attempt to log in that names nobody of any workspace.
  workspace_id bigint REFERENCES workspaces,
  via text NOT NULL CHECK (via IN ('API', 'COMMAND_LINE')),
  -- NULL: nobody was logged in, or the command line.
  user_guid text,
  user_email text,
  user_name text,
  address inet,
  action text NOT NULL,
  target text,
  detail text,
  outcome text NOT NULL,
  request_id text
);
CREATE INDEX audit_trail_newest ON audit_trail (workspace_id, at DESC, id DESC);
CREATE INDEX audit_trail_action ON audit_trail (workspace_id, action, at DESC, id DESC);
CREATE INDEX audit_trail_user ON audit_trail (workspace_id, user_guid, at DESC, id DESC);

CREATE FUNCTION refuse_change_of_audit_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_trail_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_trail();
-- Also for sessions that say that they replicate, which ordinary triggers let pass.
ALTER TABLE audit_trail ENABLE ALWAYS TRIGGER audit_trail_append_only;

-- From where a workspace may be used; none: from everywhere. An IPv4 address in IPv6 clothes is kept as IPv4.
CREATE TABLE allowed_addresses (
  workspace_id bigint NOT NULL REFERENCES workspaces,
  range cidr NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, range)
);

-- Wrong logins of whatever accounts from one IPv4 address or IPv6 /64, since the time at which counting began.
CREATE TABLE login_failures_by_address (
  network cidr PRIMARY KEY,
  failures integer NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  closed_until timestamptz,
  -- Whether the audit trail has an attempt that was refused while it is closed.
  is_told boolean NOT NULL DEFAULT false
);
CREATE INDEX login_failures_by_address_since ON login_failures_by_address (since);

ALTER TABLE login_failures ADD COLUMN is_told boolean NOT NULL DEFAULT false;
