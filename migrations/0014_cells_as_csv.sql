-- Cells of an export's CSV, kept as text beside the records that they are of: to make them anew for every export took half of its time. Each
-- `csv` column has neighbouring cells of a view (src/engine/views), in the view's order, exactly as COPY (FORMAT csv) would write them. The GUIDs of
-- a bundle are any text.

CREATE FUNCTION csv_cell(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN value IS NULL THEN ''
    -- A quarter faster than a regular expression.
    WHEN value = '' OR value COLLATE "C" LIKE '%,%' OR value COLLATE "C" LIKE '%"%' OR value COLLATE "C" LIKE E'%\n%'
      OR value COLLATE "C" LIKE E'%\r%'
      THEN '"' || replace(value, '"', '""') || '"'
    ELSE value
  END;

-- Immutable: the format names neither a locale nor a time zone. PostgreSQL does not know that of to_char: the function cannot be a part of the
-- statement that calls it, and one in SQL then takes three times as long.
CREATE FUNCTION csv_time(value timestamptz) RETURNS text
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ BEGIN RETURN to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'); END $$;

CREATE FUNCTION csv_cell(value timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(csv_time(value), '');

CREATE FUNCTION csv_cell(value numeric) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(value::text, '');

CREATE FUNCTION csv_cell(value integer) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(value::text, '');

CREATE FUNCTION csv_cell(value boolean) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(value::text, '');

-- At once, so that a statement that reads several of them is before or behind all of this.
LOCK TABLE item_revisions, bom_lines, source_relationships, supplier_items, suppliers, lifecycle_phases, categories, users
  IN ACCESS EXCLUSIVE MODE;

-- guid, name
ALTER TABLE lifecycle_phases ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (csv_cell(guid) || ',' || csv_cell(name)) STORED;

-- guid, name, path
ALTER TABLE categories ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (csv_cell(guid) || ',' || csv_cell(name) || ',' || csv_cell(path)) STORED;

-- fullName, email
ALTER TABLE users ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (csv_cell(full_name) || ',' || csv_cell(email)) STORED;

-- name, guid
ALTER TABLE suppliers ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (csv_cell(name) || ',' || csv_cell(guid)) STORED;

-- number, name, guid
ALTER TABLE supplier_items ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (csv_cell(number) || ',' || csv_cell(name) || ',' || csv_cell(guid)) STORED;

ALTER TABLE item_revisions
  -- guid, revisionNumber, name
  ADD COLUMN csv_reference text NOT NULL
    GENERATED ALWAYS AS (csv_cell(guid) || ',' || csv_cell(revision_number) || ',' || csv_cell(name)) STORED,
  -- description to offTheShelf
  ADD COLUMN csv_description text NOT NULL
    GENERATED ALWAYS AS (
      csv_cell(description) || ',' || csv_cell(uom) || ',' || csv_cell(procurement_type) || ',' || csv_cell(off_the_shelf)
    ) STORED,
  -- creationDateTime, shared
  ADD COLUMN csv_creation text NOT NULL
    GENERATED ALWAYS AS (csv_cell(created_at) || ',' || csv_cell(shared)) STORED,
  -- deviated to supersededDateTime
  ADD COLUMN csv_state text NOT NULL
    GENERATED ALWAYS AS (
      csv_cell(deviated) || ',' || csv_cell(effective_at) || ',' || csv_cell(is_assembly) || ',' || csv_cell(modified_bom)
      || ',' || csv_cell(modified_files) || ',' || csv_cell(modified_sourcing) || ',' || csv_cell(modified_specs)
      || ',' || csv_cell(modified_costing) || ',' || csv_cell(production_cost) || ',' || csv_cell(prototype_cost)
      || ',' || csv_cell(target_cost) || ',' || csv_cell(target_price) || ',' || csv_cell(standard_cost)
      || ',' || status || ',' || csv_cell(superseded_at)
    ) STORED;

-- guid to notes
ALTER TABLE bom_lines ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (
    csv_cell(guid) || ',' || csv_cell(line_number) || ',' || csv_cell(quantity) || ',' || csv_cell(ref_des) || ',' || csv_cell(notes)
  ) STORED;

-- approved to makeItem
ALTER TABLE source_relationships ADD COLUMN csv text NOT NULL
  GENERATED ALWAYS AS (
    csv_cell(approved) || ',' || csv_cell(guid) || ',' || csv_cell(notes) || ',' || csv_cell(active_production)
    || ',' || csv_cell(active_prototype) || ',' || csv_cell(aml_rank) || ',' || csv_cell(aml_split)
    || ',' || csv_cell(vendor_item_conversion_factor) || ',' || csv_cell(make_item)
  ) STORED;
