SELECT pi.number, p.guid, p.revision_number, p.name, ci.number, c.guid, c.revision_number, c.name, b.guid,
  b.line_number, b.quantity, b.ref_des, b.notes {{custom}}
FROM items pi
  JOIN item_revisions p ON p.id = coalesce(pi.effective_revision_id, pi.working_revision_id)
  JOIN bom_lines b ON b.parent_revision_id = p.id
  JOIN items ci ON ci.id = b.child_item_id
  LEFT JOIN item_revisions c ON c.id = coalesce(ci.effective_revision_id, ci.working_revision_id)
ORDER BY pi.number COLLATE "C", b.line_number NULLS LAST, b.guid COLLATE "C"
