import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from './world.ts';

export const CSV_VIEWS = ['SPECS', 'BOM', 'SOURCING'] as const;
export type CsvView = (typeof CSV_VIEWS)[number];

/**
 * What an administrator would type into psql for a view of the whole workspace: one SELECT over the tables, in the same order and with the
 * same cells as Waybill's. Written by hand, apart from the engine, so that neither moves the other.
 */
export async function selectByHand(world: World, view: CsvView): Promise<string> {
  const file = path.resolve(import.meta.dirname, `../baseline/${view.toLowerCase()}.sql`);
  const text = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join(' ')
    .trim();
  return text.replace('{{custom}}', await customColumns(world, view));
}

const WORLD_OF: Readonly<Record<CsvView, string | undefined>> = {
  SPECS: 'ITEMS',
  BOM: 'BOM',
  SOURCING: undefined,
};
const CUSTOM_OF: Readonly<Record<CsvView, string>> = { SPECS: 'r.custom', BOM: 'b.custom', SOURCING: '' };

/** Custom attributes by name, as the export has them. */
async function customColumns(world: World, view: CsvView): Promise<string> {
  const of = WORLD_OF[view];
  if (of === undefined) return '';
  const slots = await world.psql([
    `SELECT slot FROM attributes WHERE world = '${of}' ORDER BY name COLLATE "C", guid COLLATE "C"`,
  ]);
  return slots
    .split('\n')
    .filter((slot) => slot !== '')
    .map((slot) => `, ${CUSTOM_OF[view]}[${slot}]`)
    .join('');
}
