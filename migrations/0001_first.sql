-- Waybill's first schema. Forward only: once landed, a file in this folder is never edited.
--
-- Conventions
--   * Every record belongs to one workspace; every query names it.
--   * GUIDs (20 characters of A-Z0-9) are unique within a workspace, so that one bundle can be imported into several.
--   * Text that is absent is NULL, never ''. Date-times are whole seconds in UTC. Numbers are kept without trailing
--     zeros (trim_scale), so that their text form is the shortest exact decimal.
--   * `custom text[]` holds custom attribute values in the canonical text of their type, one place per
--     attribute: custom[attributes.slot]. An array costs a third of jsonb in COPY and repeats no keys.

-- Case is folded alike on every server: PostgreSQL 17 and later bring their own Unicode tables, older ones have ICU.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    CREATE COLLATION IF NOT EXISTS waybill_fold (provider = builtin, locale = 'C.UTF-8');
  ELSE
    CREATE COLLATION IF NOT EXISTS waybill_fold (provider = icu, locale = 'und');
  END IF;
END $$;

-- The one way in which text is compared without regard to case.
CREATE FUNCTION fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(value COLLATE waybill_fold) COLLATE "C";

-- ── Access ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE workspaces (
  id bigint PRIMARY KEY CHECK (id BETWEEN 100000000 AND 999999999),
  name text NOT NULL,
  time_zone text NOT NULL DEFAULT 'America/Los_Angeles',
  -- The counter that numbers its export definitions.
  last_definition_number integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Who may log in, across workspaces.
CREATE TABLE accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  password_hash text NOT NULL,
  last_workspace_id bigint REFERENCES workspaces,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX accounts_email ON accounts (fold(email));

-- A person in a workspace: one who may log in (account and role), or one that records only name.
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL,
  email text,
  full_name text NOT NULL,
  account_id bigint REFERENCES accounts,
  role text CHECK (role IN ('member', 'administrator', 'machine')),
  CHECK ((account_id IS NULL) = (role IS NULL)),
  UNIQUE (workspace_id, guid),
  UNIQUE (workspace_id, account_id)
);
CREATE UNIQUE INDEX users_email ON users (workspace_id, fold(email));

-- Only the SHA-256 of a token is kept.
CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_last_used ON sessions (last_used_at);
CREATE INDEX sessions_user ON sessions (user_id);

-- Requests used (or leased by a process in a block) per workspace since window_start.
CREATE TABLE request_windows (
  workspace_id bigint PRIMARY KEY REFERENCES workspaces,
  window_start timestamptz NOT NULL,
  used bigint NOT NULL
);

-- ── Vocabulary of a workspace ─────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE lifecycle_phases (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL,
  name text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('PRELIMINARY', 'DESIGN', 'PRODUCTION', 'RETIRED')),
  UNIQUE (workspace_id, guid),
  UNIQUE (workspace_id, name)
);

CREATE TABLE categories (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  world text NOT NULL CHECK (world IN ('ITEMS', 'FILES')),
  guid text NOT NULL,
  name text NOT NULL,
  path text NOT NULL,
  UNIQUE (workspace_id, guid),
  UNIQUE (workspace_id, world, path)
);

CREATE TABLE attributes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  world text NOT NULL CHECK (world IN ('ITEMS', 'BOM', 'SUPPLIERS', 'SUPPLIER_ITEMS')),
  guid text NOT NULL,
  name text NOT NULL,
  field_type text NOT NULL CHECK (field_type IN (
    'SINGLE_LINE_TEXT', 'MULTI_LINE_TEXT', 'DROP_DOWN', 'FIXED_DROP_DOWN', 'DATE', 'DATETIME',
    'NUMBER', 'POSITIVE_DOUBLE', 'INTEGER', 'POSITIVE_INTEGER', 'COST', 'BOOLEAN')),
  multi_select boolean NOT NULL DEFAULT false,
  possible_values text[] NOT NULL DEFAULT '{}',
  slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 1000),
  UNIQUE (workspace_id, guid),
  UNIQUE (workspace_id, world, name),
  UNIQUE (workspace_id, world, slot)
);

-- ── Items ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- An item and which of its revisions are current. LATEST is coalesce(effective, working), POTENTIAL the reverse.
CREATE TABLE items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  number text NOT NULL,
  working_revision_id bigint,
  effective_revision_id bigint,
  UNIQUE (workspace_id, number)
);

CREATE TABLE item_revisions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  item_id bigint NOT NULL REFERENCES items,
  guid text NOT NULL,
  status text NOT NULL CHECK (status IN ('WORKING', 'EFFECTIVE', 'SUPERSEDED')),
  revision_number text,
  name text,
  lifecycle_phase_id bigint REFERENCES lifecycle_phases,
  category_id bigint REFERENCES categories,
  description text,
  uom text,
  procurement_type text,
  off_the_shelf boolean NOT NULL DEFAULT false,
  owner_id bigint REFERENCES users,
  creator_id bigint REFERENCES users,
  created_at timestamptz(0),
  effective_at timestamptz(0),
  superseded_at timestamptz(0),
  last_modified_at timestamptz(0),
  shared boolean NOT NULL DEFAULT false,
  deviated boolean NOT NULL DEFAULT false,
  is_assembly boolean NOT NULL DEFAULT false,
  modified_bom boolean NOT NULL DEFAULT false,
  modified_files boolean NOT NULL DEFAULT false,
  modified_sourcing boolean NOT NULL DEFAULT false,
  modified_specs boolean NOT NULL DEFAULT false,
  modified_costing boolean NOT NULL DEFAULT false,
  production_cost numeric,
  prototype_cost numeric,
  target_cost numeric,
  target_price numeric,
  standard_cost numeric,
  custom text[],
  UNIQUE NULLS NOT DISTINCT (item_id, revision_number, status)
);
-- Revisions of one item may share a GUID or have one each; the import refuses a GUID shared by two items.
CREATE INDEX item_revisions_guid ON item_revisions (workspace_id, guid);
CREATE UNIQUE INDEX item_revisions_one_working ON item_revisions (item_id) WHERE status = 'WORKING';
CREATE UNIQUE INDEX item_revisions_one_effective ON item_revisions (item_id) WHERE status = 'EFFECTIVE';
ALTER TABLE items
  ADD FOREIGN KEY (working_revision_id) REFERENCES item_revisions DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (effective_revision_id) REFERENCES item_revisions DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE bom_lines (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  parent_revision_id bigint NOT NULL REFERENCES item_revisions,
  child_item_id bigint NOT NULL REFERENCES items,
  guid text NOT NULL,
  line_number integer,
  quantity numeric,
  ref_des text,
  notes text,
  custom text[],
  UNIQUE (parent_revision_id, guid)
);
CREATE INDEX bom_lines_child ON bom_lines (child_item_id);

CREATE TABLE bom_substitutes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  bom_line_id bigint NOT NULL REFERENCES bom_lines,
  substitute_item_id bigint NOT NULL REFERENCES items,
  guid text NOT NULL,
  rank integer,
  quantity numeric,
  notes text,
  UNIQUE (bom_line_id, guid)
);

-- ── Sourcing ──────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE suppliers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL,
  name text NOT NULL,
  supplier_id text,
  account_number text,
  description text,
  website text,
  approval_status text,
  created_at timestamptz(0),
  creator_id bigint REFERENCES users,
  custom text[],
  UNIQUE (workspace_id, guid)
);
CREATE INDEX suppliers_name ON suppliers (workspace_id, name);

CREATE TABLE supplier_items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  supplier_id bigint NOT NULL REFERENCES suppliers,
  guid text NOT NULL,
  number text NOT NULL,
  name text,
  type text,
  uom text,
  description text,
  procurement_type text,
  off_the_shelf boolean NOT NULL DEFAULT false,
  created_at timestamptz(0),
  creator_id bigint REFERENCES users,
  custom text[],
  UNIQUE (workspace_id, guid)
);
CREATE INDEX supplier_items_number ON supplier_items (supplier_id, number);

-- Which supplier items may be bought for a revision: the manufacturer's item, the vendor's item, or both.
CREATE TABLE source_relationships (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  parent_revision_id bigint NOT NULL REFERENCES item_revisions,
  guid text NOT NULL,
  mfr_item_id bigint REFERENCES supplier_items,
  vendor_item_id bigint REFERENCES supplier_items,
  approved boolean NOT NULL DEFAULT false,
  notes text,
  active_production boolean NOT NULL DEFAULT false,
  active_prototype boolean NOT NULL DEFAULT false,
  aml_rank integer,
  aml_split numeric,
  vendor_item_conversion_factor numeric,
  make_item boolean NOT NULL DEFAULT false,
  UNIQUE (parent_revision_id, guid)
);
CREATE INDEX source_relationships_mfr ON source_relationships (mfr_item_id);
CREATE INDEX source_relationships_vendor ON source_relationships (vendor_item_id);

-- ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- One row is one edition; the editions of a file share its number.
CREATE TABLE files (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL,
  number text,
  edition text,
  name text NOT NULL,
  location text,
  title text,
  storage_method_name text NOT NULL DEFAULT 'FILE',
  category_id bigint REFERENCES categories,
  description text,
  author_id bigint REFERENCES users,
  format text,
  size_bytes bigint,
  created_at timestamptz(0),
  last_modified_at timestamptz(0),
  has_markup boolean NOT NULL DEFAULT false,
  mime_type text,
  private boolean NOT NULL DEFAULT false,
  latest boolean NOT NULL DEFAULT true,
  locked boolean NOT NULL DEFAULT false,
  -- Where the content stands in storage; NULL when Waybill does not hold it.
  content_key text,
  content_sha256 bytea,
  UNIQUE (workspace_id, guid)
);
CREATE INDEX files_number ON files (workspace_id, number);

CREATE TABLE item_files (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  parent_revision_id bigint NOT NULL REFERENCES item_revisions,
  file_id bigint NOT NULL REFERENCES files,
  guid text NOT NULL,
  "primary" boolean NOT NULL DEFAULT false,
  latest_edition_association boolean NOT NULL DEFAULT false,
  UNIQUE (parent_revision_id, guid)
);
CREATE INDEX item_files_file ON item_files (file_id);

CREATE TABLE supplier_item_files (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  supplier_item_id bigint NOT NULL REFERENCES supplier_items,
  file_id bigint NOT NULL REFERENCES files,
  guid text NOT NULL,
  "primary" boolean NOT NULL DEFAULT false,
  UNIQUE (supplier_item_id, guid)
);
CREATE INDEX supplier_item_files_file ON supplier_item_files (file_id);

-- ── Exports ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Immutable once created. last_run_number is the counter that numbers its runs.
CREATE TABLE export_definitions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  guid text NOT NULL UNIQUE,
  number integer NOT NULL,
  name text NOT NULL,
  description text,
  creator_id bigint NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  criteria json,
  options jsonb NOT NULL,
  last_run_number integer NOT NULL DEFAULT 0,
  UNIQUE (workspace_id, number)
);

-- The truth about a run. The queue only wakes a worker.
CREATE TABLE export_runs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES workspaces,
  definition_id bigint NOT NULL REFERENCES export_definitions,
  guid text NOT NULL UNIQUE,
  number integer NOT NULL,
  creator_id bigint NOT NULL REFERENCES users,
  status text NOT NULL CHECK (status IN ('CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED')),
  -- json, not jsonb: criteria are echoed as received.
  criteria json,
  criteria_results_count integer,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  -- Set with COMPLETE and never otherwise, so that a date filter needs no other column.
  completed_at timestamptz,
  attempt integer NOT NULL DEFAULT 0,
  -- Names the one attempt that may still end this run.
  lease uuid,
  progress jsonb,
  error_code integer,
  error_message text,
  UNIQUE (definition_id, number),
  CHECK ((completed_at IS NOT NULL) = (status IN ('COMPLETE', 'DOWNLOADED'))),
  CHECK ((ended_at IS NOT NULL) = (status NOT IN ('CREATED', 'RUNNING'))),
  CHECK ((lease IS NOT NULL) = (status = 'RUNNING'))
);
CREATE INDEX export_runs_completed ON export_runs (definition_id, completed_at DESC, number DESC) WHERE completed_at IS NOT NULL;
CREATE INDEX export_runs_status ON export_runs (definition_id, status, number);
CREATE INDEX export_runs_unended ON export_runs (id) WHERE status IN ('CREATED', 'RUNNING');

CREATE TABLE export_run_files (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id bigint NOT NULL REFERENCES export_runs,
  guid text NOT NULL UNIQUE,
  name text NOT NULL,
  mime_type text NOT NULL,
  format text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Set when retention has removed the content; the run and this row stay listed.
  removed_at timestamptz
);
CREATE INDEX export_run_files_run ON export_run_files (run_id);
CREATE INDEX export_run_files_expiry ON export_run_files (expires_at) WHERE removed_at IS NULL;
