import { flag, ITEM, kept, number, text, zulu, type View } from './view.ts';

/** The items themselves, one row each. */
export const specs: View = {
  name: 'SPECS',
  columns: [
    ...ITEM,
    ...kept('phase.csv', [
      text('lifecyclePhase.guid', 'phase.guid'),
      text('lifecyclePhase.name', 'phase.name'),
    ]),
    ...kept('category.csv', [
      text('category.guid', 'category.guid'),
      text('category.name', 'category.name'),
      text('category.path', 'category.path'),
    ]),
    ...kept('r.csv_description', [
      text('description', 'r.description'),
      text('uom', 'r.uom'),
      text('procurementType', 'r.procurement_type'),
      flag('offTheShelf', 'r.off_the_shelf'),
    ]),
    text('owner.fullName', 'owner.full_name'),
    ...kept('r.csv_creation', [zulu('creationDateTime', 'r.created_at'), flag('shared', 'r.shared')]),
    ...kept('creator.csv', [
      text('creator.fullName', 'creator.full_name'),
      text('creator.email', 'creator.email'),
    ]),
    ...kept('r.csv_state', [
      flag('deviated', 'r.deviated'),
      zulu('effectiveDateTime', 'r.effective_at'),
      flag('isAssembly', 'r.is_assembly'),
      flag('modifiedBOM', 'r.modified_bom'),
      flag('modifiedFiles', 'r.modified_files'),
      flag('modifiedSourcing', 'r.modified_sourcing'),
      flag('modifiedSpecs', 'r.modified_specs'),
      flag('modifiedCosting', 'r.modified_costing'),
      number('productionCost', 'r.production_cost'),
      number('prototypeCost', 'r.prototype_cost'),
      number('targetCost', 'r.target_cost'),
      number('targetPrice', 'r.target_price'),
      number('standardCost', 'r.standard_cost'),
      text('revisionStatus', 'r.status'),
      zulu('supersededDateTime', 'r.superseded_at'),
    ]),
  ],
  custom: { world: 'ITEMS', from: 'r.custom' },
  from: `export_items s JOIN item_revisions r ON r.id = s.revision_id
    LEFT JOIN lifecycle_phases phase ON phase.id = r.lifecycle_phase_id
    LEFT JOIN categories category ON category.id = r.category_id
    LEFT JOIN users owner ON owner.id = r.owner_id
    LEFT JOIN users creator ON creator.id = r.creator_id`,
  orderBy: 's.position',
  json: { place: 'item', key: '' },
};
