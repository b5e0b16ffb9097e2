SELECT pi.number, p.guid, p.revision_number, p.name, m.number, m.name, m.guid, ms.name, ms.guid, v.number,
  v.name, v.guid, vs.name, vs.guid, x.approved::text, x.guid, x.notes, x.active_production::text,
  x.active_prototype::text, x.aml_rank, x.aml_split, x.vendor_item_conversion_factor, x.make_item::text
FROM items pi
  JOIN item_revisions p ON p.id = coalesce(pi.effective_revision_id, pi.working_revision_id)
  JOIN source_relationships x ON x.parent_revision_id = p.id
  LEFT JOIN supplier_items m ON m.id = x.mfr_item_id
  LEFT JOIN suppliers ms ON ms.id = m.supplier_id
  LEFT JOIN supplier_items v ON v.id = x.vendor_item_id
  LEFT JOIN suppliers vs ON vs.id = v.supplier_id
ORDER BY pi.number COLLATE "C", m.number COLLATE "C" NULLS LAST, v.number COLLATE "C" NULLS LAST, x.guid COLLATE "C"
