import { selectByHand } from '../lib/baseline.ts';
import { alternate, timed, type Benchmark } from '../lib/benchmark.ts';
import { define, runToEnd } from '../lib/runs.ts';

const ROOTS = 100;

/** Assemblies that stand in no BOM. */
const SELECT_ROOTS = `
  SELECT i.number FROM items i JOIN item_revisions r ON r.id = coalesce(i.effective_revision_id, i.working_revision_id)
  WHERE r.is_assembly AND NOT EXISTS (SELECT FROM bom_lines b WHERE b.child_item_id = i.id) ORDER BY i.number LIMIT ${ROOTS}`;

/** Narrows a SELECT over all items to those of the exploded set. */
const within = (select: string, item: string): string =>
  select.replace(' ORDER BY', ` WHERE ${item}.id IN (SELECT id FROM exploded) ORDER BY`);

export const exportBom: Benchmark = {
  name: 'export-bom',
  waybill: `${ROOTS} root assemblies exploded FULL, SPECS + BOM as csv, from POST to COMPLETE`,
  baseline: 'the bare recursive query into a temporary table and the two COPYs by psql',
  async run(context) {
    const world = await context.world(context.isSmall ? 'small' : 'large');
    const roots = (await world.psql([SELECT_ROOTS])).trim().split('\n');
    const criteria = roots.flatMap((value, at) => [
      ...(at === 0 ? [] : ['OR']),
      { attribute: 'number', operator: 'IS_EQUAL_TO', value },
    ]);
    const definition = await define(
      world,
      { exportViews: ['SPECS', 'BOM'], bomLevels: 'FULL', format: 'csv' },
      [criteria],
    );
    const list = roots.map((number) => `'${number.replaceAll("'", "''")}'`).join(', ');
    const [specs, bom] = await Promise.all([selectByHand(world, 'SPECS'), selectByHand(world, 'BOM')]);
    const commands = [
      `CREATE TEMPORARY TABLE exploded AS WITH RECURSIVE tree (id) AS (
         SELECT id FROM items WHERE number IN (${list})
         UNION
         SELECT b.child_item_id FROM tree JOIN items i ON i.id = tree.id
         JOIN bom_lines b ON b.parent_revision_id = coalesce(i.effective_revision_id, i.working_revision_id)
       ) SELECT id FROM tree`,
      'ANALYZE exploded',
      `\\copy (${within(specs, 'i')}) to '/dev/null' (format csv, header)`,
      `\\copy (${within(bom, 'pi')}) to '/dev/null' (format csv, header)`,
    ];
    await runToEnd(world, definition);
    const samples = await alternate(
      context,
      () => timed(() => runToEnd(world, definition)),
      () => timed(() => world.psql(commands)),
    );
    return [{ name: 'export-bom', unit: 's', ...samples, target: { compare: 'ratio', atMost: 1.3 } }];
  },
};
