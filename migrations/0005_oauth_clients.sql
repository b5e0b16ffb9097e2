-- Machine users: they act through an OAuth client, never through an account.

-- The role had no meaning until now; whoever has it logs in with a password and stays able to.
UPDATE users SET role = 'member' WHERE role = 'machine';
ALTER TABLE users DROP CONSTRAINT users_check;
ALTER TABLE users ADD CONSTRAINT users_role_account CHECK (
  CASE WHEN role = 'machine' THEN account_id IS NULL ELSE (account_id IS NULL) = (role IS NULL) END
);

-- Only the SHA-256 of a secret of 256 random bits is kept. A client that was revoked stays listed; its user stays in records and runs, without a role.
CREATE TABLE oauth_clients (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id text NOT NULL UNIQUE,
  secret_hash bytea NOT NULL,
  user_id bigint NOT NULL UNIQUE REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- A login's session ends when it is not used; a token of a client ends here, used or not.
ALTER TABLE sessions ADD COLUMN expires_at timestamptz;
