SELECT i.number, r.guid, r.revision_number, r.name, phase.guid, phase.name, category.guid, category.name,
  category.path, r.description, r.uom, r.procurement_type, r.off_the_shelf::text, owner.full_name,
  to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), r.shared::text, creator.full_name,
  creator.email, r.deviated::text, to_char(r.effective_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  r.is_assembly::text, r.modified_bom::text, r.modified_files::text, r.modified_sourcing::text,
  r.modified_specs::text, r.modified_costing::text, r.production_cost, r.prototype_cost, r.target_cost,
  r.target_price, r.standard_cost, r.status,
  to_char(r.superseded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') {{custom}}
FROM items i
  JOIN item_revisions r ON r.id = coalesce(i.effective_revision_id, i.working_revision_id)
  LEFT JOIN lifecycle_phases phase ON phase.id = r.lifecycle_phase_id
  LEFT JOIN categories category ON category.id = r.category_id
  LEFT JOIN users owner ON owner.id = r.owner_id
  LEFT JOIN users creator ON creator.id = r.creator_id
ORDER BY i.number COLLATE "C"
